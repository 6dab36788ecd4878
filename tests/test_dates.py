"""Dates are read in the forms that documents use, and only if the calendar has them."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.citations.dates import find_date_line, match_date, unread_date
from ingest.folding import fold


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("ngày 28/7/2021", date(2021, 7, 28)),
        ("ngày 3-11-2021", date(2021, 11, 3)),
        ("3.11.2021", date(2021, 11, 3)),
        ("Hà Nội, ngày 25 tháng 10 năm 2021", date(2021, 10, 25)),
        ("ngày 07 tháng 3năm 1994", date(1994, 3, 7)),
        ("ngày 05\ntháng 3 năm 2020", date(2020, 3, 5)),
        ("ngày 31/2/2021", None),
        ("ngày 31 năm 3 năm 2011", None),
        ("128/7/2021", None),
        ("năm 2021", None),
    ],
)
def test_reading_a_date(text: str, day: date | None) -> None:
    folded = fold(text)
    found = [match[0] for at in range(len(folded)) if (match := match_date(folded, at))]
    assert found == ([day] if day else [])


def test_matching_gives_the_offset_after_the_date() -> None:
    folded = fold("từ ngày 28/7/2021 trở đi")
    assert match_date(folded, 8) == (date(2021, 7, 28), 17)
    assert match_date(folded, 0) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("HUYỆN ỦY\nKon Rẫy, ngày 28 tháng 02 năm 2022\nKẾ HOẠCH", date(2022, 2, 28)),
        ("Kon Rẫy, ngày 28/02/2022\nKẾ HOẠCH", date(2022, 2, 28)),
        ("BÁO CÁO\nNgày 28 tháng 2 năm 2022\n", date(2022, 2, 28)),
        ("Căn cứ Quy định số 22-QĐ/TW, ngày 28/7/2021 của Trung ương", None),
        ("Hà Nội, ngày 31/02/2021", None),
    ],
)
def test_a_letter_gives_its_day_on_a_line_of_its_own(text: str, day: date | None) -> None:
    assert find_date_line(text) == day


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (", ngày 31/02/2021 của", (17, True)),
        (" ngày 25/10 của", (11, False)),
        (" của Trung ương", None),
    ],
)
def test_a_day_that_is_none_is_told(text: str, found: tuple[int, bool] | None) -> None:
    assert unread_date(fold(text), 0) == found
