"""Bodies are taken from a known vocabulary, with their term or their place."""

from __future__ import annotations

import pytest

from ingest.citations.bodies import match_body
from ingest.folding import fold


@pytest.mark.parametrize(
    ("body", "after"),
    [
        ("Bộ Chính trị khóa XII", ' "về đẩy mạnh'),
        ("Ban Chấp hành Trung ương", " về thi hành"),
        ("Ban Bí thư (khoá XIII)", " về"),
        ("Hội nghị lần thứ bảy Ban Chấp hành Trung ương khóa XII", " về"),
        ("Bộ trưởng Bộ Giáo dục và Đào tạo", " ban hành"),
        ("Chủ tịch UBND thành phố Đà Nẵng", " về việc"),
        ("UBND tỉnh Bà Rịa Vũng Tàu", " Côn Đảo"),
        ("Ban Thường vụ Huyện ủy Kon Rẫy", ", tổ chức"),
    ],
)
def test_a_body_ends_where_its_name_ends(body: str, after: str) -> None:
    text = body + after
    assert match_body(text, fold(text), 0) == len(body)


def test_an_unknown_body_is_none() -> None:
    text = "cơ quan có thẩm quyền"
    assert match_body(text, fold(text), 0) is None
