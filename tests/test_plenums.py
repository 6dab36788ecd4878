"""A plenum is known by its number, its sitting and its term."""

from __future__ import annotations

import pytest

from ingest.citations.plenums import find_plenum
from ingest.folding import fold


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
