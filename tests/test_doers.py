"""Offices are left out of a query that is judged by the deed it asks about."""

import pytest

from index.queries import without_doers


@pytest.mark.parametrize(
    ("query", "rest"),
    [
        ("bí thư xã đánh bạc", "đánh bạc"),
        ("chủ tịch ủy ban nhân dân huyện có quan hệ bất chính", "có quan hệ bất chính"),
        ("mấy ông phó giám đốc sở tham ô", "tham ô"),
        ("cấp ủy viên", "cấp ủy viên"),  # nothing would be left
        ("tổng bí thư", "tổng bí thư"),
        ("chủ tịch tỉnh ban hành văn bản sai", "ban hành văn bản sai"),
        ("lãnh đạo phòng chống tham nhũng", "phòng chống tham nhũng"),
        ("kê khai tài sản", "kê khai tài sản"),
        ("cán bộ nghỉ", "cán bộ nghỉ"),  # a syllable alone says too little
    ],
)
def test_who_did_it_is_left_out_where_a_deed_is_left(query: str, rest: str) -> None:
    assert without_doers(query) == rest
