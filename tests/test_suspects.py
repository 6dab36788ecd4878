"""What looks like a number of a document and was not read is listed, and little else."""

from __future__ import annotations

import pytest

from ingest.citations import find_back_references, find_citations, find_suspects


def suspects(text: str) -> list[str]:
    named = find_citations(text)
    taken = (*named, *find_back_references(text, named))
    return [text[start:end] for start, end in find_suspects(text, taken)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("bản án 22/2017/DS-ST và", ["22/2017/DS-ST"]),
        ("theo 12-ABC/XYZ thì", ["12-ABC/XYZ"]),
        ("văn bản số 45 nêu", ["văn bản số 45"]),
        ("Đề án 2395 rất", ["Đề án 2395"]),
        ("thực hiện NQ18 và", ["NQ18"]),
        ("Kết luận đó", ["Kết luận đó"]),
        ("Quy định 37-QĐ/TW, Luật Đất đai, Quy định này", []),
    ],
)
def test_what_is_listed(text: str, found: list[str]) -> None:
    assert suspects(text) == found


@pytest.mark.parametrize(
    "text",
    [
        *("QCVN 01:2009/BYT và TCVN 9411:2012", "ISO 9001-QMS", "ngày 03/02/1930 - 03/02/2022"),
        *("điện thoại 0912-345-678", "Mẫu số 01/TB-SDĐ", "Biểu số 036-DBTK", "giá 5/KG, 10-KM"),
        *("https://vbpl.vn/van-ban/30/2020/ND-CP", "xe 51C-123.45", "tải 37-QD/TW.pdf"),
        *("Kế hoạch 2022", "Quyết định 15 ngày", "thư a@b.vn/12-ABC", "kế hoạch 5 năm"),
    ],
)
def test_what_is_not(text: str) -> None:
    assert suspects(text) == []


def test_a_part_of_a_citation_is_no_suspect() -> None:
    text = "Quy định 37-QĐ/TW"
    assert find_suspects(text, find_citations(text)) == ()
    assert find_suspects(text, ()) == ((0, len(text)),) or find_suspects(text, ())
