"""Dates as Vietnamese documents write them."""

from __future__ import annotations

import re
from datetime import date as Date

from ..folding import fold

_GAP = r"\s{0,3}"
# 28/7/2021, 3-11-2021, 3.11.2021
_IN_DIGITS = rf"\d{{1,2}}{_GAP}[/.\-]{_GAP}\d{{1,2}}{_GAP}[/.\-]{_GAP}\d{{4}}"
# 05 tháng 3 năm 2020
_IN_WORDS = rf"\d{{1,2}}{_GAP},?{_GAP}thang{_GAP}\d{{1,2}}{_GAP},?{_GAP}nam{_GAP}\d{{4}}"
_DATE = re.compile(rf"(?<!\d)(?:{_IN_DIGITS}|{_IN_WORDS})(?![\d/])")
LETTERHEAD = 3000  # characters at the top in which a letter gives its place and day
_DATE_LINE = re.compile(r"^[ \t|]*(?:[^\n,|]{1,60},[ \t]*)?ngay[ \t]+(?=\d)", re.M)
_UNREAD = re.compile(
    rf"\s{{0,3}},?\s{{0,3}}\(?ngay\s{{1,3}}\d{{1,2}}{_GAP}[/.\-]{_GAP}\d{{1,2}}"
    rf"(?P<year>{_GAP}[/.\-]{_GAP}\d{{2,4}})?(?![\d/])"
)
_NUMBERS = re.compile(r"\d+")


def match_date(folded: str, start: int) -> tuple[Date, int] | None:
    """Return the date that begins at start of folded text and the offset after it."""
    return _dated(_DATE.match(folded, start))


def find_date_line(text: str) -> Date | None:
    """Return the day of the line "Kon Rẫy, ngày 28 tháng 02 năm 2022" at the head of a letter."""
    folded = fold(text[:LETTERHEAD])
    for line in _DATE_LINE.finditer(folded):
        found = match_date(folded, line.end())
        if found and not folded[found[1] :].partition("\n")[0].strip(" .*|"):
            return found[0]
    return None


def unread_date(folded: str, start: int) -> tuple[int, bool] | None:
    """Tell ", ngày 31/02/2021" and ", ngày 25/10 của": where it ends and whether it has a year.

    Only for a place at which no date was read.
    """
    match = _UNREAD.match(folded, start)
    return (match.end(), bool(match["year"])) if match else None


def _dated(match: re.Match[str] | None) -> tuple[Date, int] | None:
    if match is None:
        return None
    day, month, year = (int(number) for number in _NUMBERS.findall(match[0]))
    try:
        return Date(year, month, day), match.end()
    except ValueError:
        return None
