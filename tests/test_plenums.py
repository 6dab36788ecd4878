"""A plenum is known by its number, its sitting and its term."""

from __future__ import annotations

import pytest

from ingest.citations.plenums import find_plenum, find_plenums
from ingest.folding import fold

MEETING = "Hội nghị Trung ương"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("NQTW4 khóa XII", "TW4 khóa XII"),
        ("nq tw 4 (khóa xii)", "TW4 khóa XII"),
        ("Hội nghị Trung ương 6 (lần 2) khoá VIII (năm 1999)", "TW6 lần 2 khóa VIII"),
        ("Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khóa XII", "TW4 khóa XII"),
        ("hội nghị TW4 k13", "TW4 khóa XIII"),
        ("Nghị quyết TƯ 3", "TW3"),
    ],
)
def test_plenums(text: str, name: str) -> None:
    found = find_plenum(text, fold(text))
    assert found
    assert found.name == name


@pytest.mark.parametrize("text", ["trung ương 4 năm", "nghị quyết từ 4 tháng trước", "NQ/TW"])
def test_no_plenum(text: str) -> None:
    assert find_plenum(text, fold(text)) is None


@pytest.mark.parametrize(
    ("words", "kind", "name", "year"),
    [
        ("Nghị quyết Trung ương 4 khóa XII", "Nghị quyết", "TW4 khóa XII", None),
        ("Nghị quyết Hội nghị Trung ương 4 khoá XIII", "Nghị quyết", "TW4 khóa XIII", None),
        ("Kết luận Hội nghị Trung ương 4 (khóa XIII)", "Kết luận", "TW4 khóa XIII", None),
        ("Hội nghị Trung ương 3 khoá VII (năm 1992)", MEETING, "TW3 khóa VII", 1992),
        ("Hội nghị Trung ương 3 khoá VII năm 1992", MEETING, "TW3 khóa VII", 1992),
        ("Nghị quyết Trung ương 6 (lần 2) khóa VIII", "Nghị quyết", "TW6 lần 2 khóa VIII", None),
        ("Trung ương 8 khóa XI", "", "TW8 khóa XI", None),
        ("NQTW4", "Nghị quyết", "TW4", None),
        ("Hội nghị lần thứ 9 Ban Chấp hành Trung ương khóa X", MEETING, "TW9 khóa X", None),
    ],
)
def test_a_plenum_in_running_text(words: str, kind: str, name: str, year: int | None) -> None:
    text = f"Thực hiện ({words}), chi bộ"
    (found,) = find_plenums(text, fold(text))
    assert (found.type, found.name, found.year) == (kind, name, year)
    assert text[found.start : found.end] == words


def test_terms_are_counted_up() -> None:
    text = "các Hội nghị Trung ương 4 khóa XI, khóa XII (năm 2016) và khóa 13 đã"
    found = find_plenums(text, fold(text))
    assert [(p.name, text[p.start : p.end], p.year) for p in found] == [
        ("TW4 khóa XI", "Hội nghị Trung ương 4 khóa XI", None),
        ("TW4 khóa XII", "khóa XII (năm 2016)", 2016),
        ("TW4 khóa XIII", "khóa 13", None),
    ]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        (
            "Hội nghị Trung ương 4 của các khóa XI, XII và XIII.",
            ["Hội nghị Trung ương 4 của các khóa XI", "XII", "XIII"],
        ),
        ("Hội nghị Trung ương 4 khóa XI, 12 tỉnh", ["Hội nghị Trung ương 4 khóa XI"]),
    ],
)
def test_terms_after_a_plural_need_no_word(text: str, spans: list[str]) -> None:
    assert [text[p.start : p.end] for p in find_plenums(text, fold(text))] == spans


def test_a_meeting_named_twice_over_counts_once() -> None:
    text = "Hội nghị lần thứ tư Ban Chấp hành Trung ương 4 khóa XII"
    assert [plenum.name for plenum in find_plenums(text, fold(text))] == ["TW4"]


@pytest.mark.parametrize(
    "text",
    [
        *("hội nghị trung ương 4 ngày", "NQ TU 4", "nghị quyết tw 4", "hội nghị từ 4 khóa XI"),
        *("trung ương 4", "Hội nghị lần thứ tư của chi bộ"),
    ],
)
def test_no_plenum_in_running_text(text: str) -> None:
    assert find_plenums(text, fold(text)) == []
