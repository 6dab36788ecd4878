"""The places before or after a document, each from the largest unit down."""

from __future__ import annotations

import pytest

from ingest.citations.pinpoints import Units, pinpoint_after
from ingest.folding import fold


def before(words: str) -> list[tuple[str, ...]]:
    found = Units(words, fold(words)).before(len(words))
    return list(found.paths) if found else []


@pytest.mark.parametrize(
    ("words", "paths"),
    [
        ("điểm a, khoản 2, Điều 5 ", [("Điều 5", "khoản 2", "điểm a")]),
        ("điểm đ khoản 1 Điều 12a của ", [("Điều 12a", "khoản 1", "điểm đ")]),
        ("tiết 2.3.2, Điểm 2.3, Điều 32 ", [("Điều 32", "điểm 2.3", "tiết 2.3.2")]),
        ("Mục 1.4 Khoản 1 Điều 10 ", [("Điều 10", "khoản 1", "Mục 1.4")]),
        ("tiểu mục 4 Mục II ", [("Mục II", "Tiểu mục 4")]),
        ("Điều 5 khoản 2 ", [("Điều 5", "khoản 2")]),
        ("Điều 5, khoản 2, điểm a, b ", [("khoản 2", "điểm a"), ("khoản 2", "điểm b")]),
        ("chương ii ", [("Chương II",)]),
        ("Phần thứ nhất ", [("Phần thứ nhất",)]),
        ("Phụ lục I ban hành kèm theo ", [("Phụ lục I",)]),
        ("khoản 1, khoản 2 Điều 5 ", [("Điều 5", "khoản 1"), ("Điều 5", "khoản 2")]),
        ("Điều 3 và khoản 2 Điều 5 ", [("Điều 3",), ("Điều 5", "khoản 2")]),
        ("khoản 4 và Điều 9 ", [("Điều 9",)]),
        ("Điều 4 Điều 9 ", [("Điều 9",)]),
        ("Chương I và khoản 2 ", [("khoản 2",)]),
        ("Mục II đến Mục IV ", [("Mục II",), ("Mục III",), ("Mục IV",)]),
        ("khoản 1.2 đến 1.4 ", [("khoản 1.2",), ("khoản 1.3",), ("khoản 1.4",)]),
        ("khoản 1.2 đến 2.4 ", [("khoản 1.2",), ("khoản 2.4",)]),
        ("Điều 1 đến Điều 400 ", [("Điều 1",), ("Điều 400",)]),
        ("Phụ lục số 2 ", [("Phụ lục số 2",)]),
        ("điểm a) và c) khoản 1 ", [("khoản 1", "điểm a"), ("khoản 1", "điểm c")]),
    ],
)
def test_units_before(words: str, paths: list[tuple[str, ...]]) -> None:
    assert before(words) == paths


@pytest.mark.parametrize(
    "words",
    ["khoản nợ của ", "điều kiện ", "các điểm đó của ", "Điều 5 và ", "điểm ở ", "Điều 22-QĐ/TW, "],
)
def test_no_unit_before(words: str) -> None:
    assert before(words) == []


def test_a_letter_with_a_tone_mark_ends_the_mention() -> None:
    assert before("điểm ở khoản 2 Điều 5 ") == [("Điều 5", "khoản 2")]


def test_units_after() -> None:
    typed = "QĐ 22 điều 8 khoản 2 nói gì"
    found = pinpoint_after(typed, fold(typed), len("QĐ 22"))
    assert found
    assert found.paths == (("Điều 8", "khoản 2"),)
    assert typed[found.start : found.end] == "điều 8 khoản 2"
    assert pinpoint_after(typed, fold(typed), len(typed) - 3) is None
