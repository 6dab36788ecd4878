"""What points back takes the parts of what it points at."""

from __future__ import annotations

import pytest

from ingest.citations import find_back_references, find_citations
from ingest.document import Citation


def back(text: str) -> list[Citation]:
    return list(find_back_references(text, find_citations(text)))


@pytest.mark.parametrize(
    ("text", "said", "kind", "units"),
    [
        ("Quy định này có hiệu lực", "Quy định này", "Quy định", ()),
        (
            "khoản 3 Điều 15 của Quy định này",
            "Quy định này",
            "Quy định",
            (("Điều 15", "khoản 3"),),
        ),
        ("theo Điều 2 luật này", "luật này", "Luật", (("Điều 2",),)),
        ("Thông tư này", "Thông tư này", "Thông tư", ()),
        ("Điều lệ này", "Điều lệ này", "Điều lệ", ()),
        ("Hiến pháp này", "Hiến pháp này", "Hiến pháp", ()),
    ],
)
def test_the_citing_document(
    text: str, said: str, kind: str, units: tuple[tuple[str, ...], ...]
) -> None:
    (found,) = back(text)
    assert (found.text, found.type, found.units, found.back) == (said, kind, units, "này")
    assert (found.number, found.symbol, found.name, found.date) == ("", "", "", None)


@pytest.mark.parametrize(
    ("words", "pointer"),
    [
        ("Kết luận nêu trên", "nêu trên"),
        ("Kết luận trên được", "trên"),
        ("Kết luận nói trên", "nói trên"),
        ("Kết luận đó", "đó"),
    ],
)
def test_the_last_of_the_same_type(words: str, pointer: str) -> None:
    (found,) = back(
        f"Kết luận số 01-KL/TW ngày 18/5/2021; Kết luận 21-KL/TW; Quy định 37-QĐ/TW. {words}"
    )
    assert (found.symbol, found.number, found.back) == ("21-KL/TW", "21", pointer)


def test_a_name_and_a_plenum_are_taken_over() -> None:
    law, plenum = back(
        "Luật Đất đai năm 2013. Nghị quyết Trung ương 4 khóa XII. Luật nêu trên, Nghị quyết trên."
    )
    assert (law.name, law.year) == ("Luật Đất đai", 2013)
    assert plenum.plenum == "TW4 khóa XII"


@pytest.mark.parametrize(
    "text",
    [
        *(
            "quy định này áp dụng",
            "Quy định nay đã khác",
            "Quyết định 5-QĐ/TW. Quyết định trên cơ sở",
        ),
        *(
            "Nghị định nêu trên",
            "Quy định 37-QĐ/TW. Kết luận đó",
            "Quyết định do Bộ Chính trị",
            "theo quy định đó",
        ),
    ],
)
def test_what_points_nowhere(text: str) -> None:
    assert back(text) == []


def test_what_lies_in_a_named_reference_is_dropped() -> None:
    text = "Quy định này"
    whole = Citation(text=text, start=0, end=len(text))
    assert find_back_references(text, (whole,)) == ()
