"""Dates as Vietnamese documents write them."""

from __future__ import annotations

import re
from datetime import date as Date

_GAP = r"\s{0,3}"
# 28/7/2021, 3-11-2021, 3.11.2021
_IN_DIGITS = rf"\d{{1,2}}{_GAP}[/.\-]{_GAP}\d{{1,2}}{_GAP}[/.\-]{_GAP}\d{{4}}"
# 05 tháng 3 năm 2020
_IN_WORDS = rf"\d{{1,2}}{_GAP},?{_GAP}thang{_GAP}\d{{1,2}}{_GAP},?{_GAP}nam{_GAP}\d{{4}}"
_DATE = re.compile(rf"(?<!\d)(?:{_IN_DIGITS}|{_IN_WORDS})(?![\d/])")
_NUMBERS = re.compile(r"\d+")


def match_date(folded: str, start: int) -> tuple[Date, int] | None:
    """Return the date that begins at start of folded text and the offset after it."""
    return _dated(_DATE.match(folded, start))


def _dated(match: re.Match[str] | None) -> tuple[Date, int] | None:
    if match is None:
        return None
    day, month, year = (int(number) for number in _NUMBERS.findall(match[0]))
    try:
        return Date(year, month, day), match.end()
    except ValueError:
        return None
