"""The line with the số ký hiệu, and the place and the day a document was signed at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Date

from .document_types import ANY_TYPE
from .findings import Finding
from .headlines import Line

SYMBOL = (
    r"\d{1,5}[a-zđ]?(?:/\d{4})? ?[-–/] ?[^\W\d_](?:[^\W_]|[/-]){0,30}"  # 37-QĐ/TW, 31/2024/QH15
)
# ngày 25 tháng 10 năm 2021, ngày29tháng 8 năm 2019 of a scan, ngày 25/10/2021
DAY = (
    r"[Nn]gày ?(?P<day>\d{1,2}) ?(?:tháng ?(?P<month>\d{1,2}) ?năm ?(?P<year>\d{4})"
    r"|[/.-](?P<month_2>\d{1,2})[/.-](?P<year_2>\d{4}))"
)
PLACE = r"(?P<place>[^\W\d_][^,|\d:;()]{1,40}?) ?[,.] ?"
WRITTEN_SO = r"[Ss][ốôóổỗòọỏồ6] ?"  # a scan takes the two marks of ố for one

# Số: 30/2020/NĐ-CP; Luật số: 31/2024/QH15 Hà Nội, ngày …; a colon follows only in a masthead
LABELLED = re.compile(
    rf"\W{{0,3}}(?:(?P<type>{ANY_TYPE}) )?{WRITTEN_SO}[:;] ?(?P<symbol>{SYMBOL})(?P<after>.*)"
)
# Số 37-QĐ/TW alone or before its day; Luật số 101/2015/QH13 ngày … of a gazette's contents
BARE = re.compile(
    rf"(?:(?P<type>{ANY_TYPE}) )?{WRITTEN_SO}(?P<symbol>{SYMBOL})"
    rf"(?P<after>$|[ ,|]{{1,3}}(?:$|(?:{PLACE})?{DAY}(?:$| (?!của).{{0,300}}$)))"
)
PLACED_DAY = re.compile(rf"\W{{0,5}}(?:{PLACE})?{DAY}")
PLACE_DATE = re.compile(rf"\W{{0,5}}{PLACE}{DAY}\W{{0,5}}$")  # Hà Nội, ngày 25 tháng 10 năm …


@dataclass(frozen=True, slots=True)
class Dateline:
    """What the line with the số ký hiệu says, and where in the head it stands."""

    at: int
    line: Line
    found: re.Match[str]

    @property
    def symbol(self) -> str:
        """The số ký hiệu without the spaces it may be printed with."""
        return re.sub(r"\s", "", self.found["symbol"]).replace("–", "-")

    @property
    def type(self) -> str:
        """The type before the number: `Luật số: 31/2024/QH15`."""
        return self.found["type"] or ""

    @property
    def is_listed(self) -> bool:
        """Tell whether it is a line of a gazette's contents: type, number, day, then a title."""
        day = PLACED_DAY.match(self.found["after"])
        return bool(self.type and day and not day["place"])

    def cut_type(self) -> Finding | None:
        """Return the type as a finding."""
        return Finding("type", self.type, self.line.place(*self.found.span("type")))

    def cut_number(self) -> Finding:
        """Return the số ký hiệu as a finding."""
        return Finding("number", self.symbol, self.line.place(*self.found.span("symbol")))

    def cut_after(self) -> Line:
        """Return what stands on the line after the number."""
        return self.line.cut(self.found.start("after"))

    def cut_title(self) -> Line:
        """Return what a line of contents says after the day."""
        after = self.cut_after()
        day = PLACED_DAY.match(after.text)
        return after.cut(day.end() if day else 0)


def find_dateline(head: Sequence[Line]) -> Dateline | None:
    """Return the first line of a head that prints the document's own number."""
    for at, line in enumerate(head):
        if found := LABELLED.match(line.text) or BARE.match(line.text):
            return Dateline(at, line, found)
    return None


def find_place_and_date(lines: Sequence[Line]) -> list[Finding]:
    """Return place and day from the first line that is nothing else: `Hà Nội, ngày …`."""
    for line in lines:
        if found := PLACE_DATE.match(line.text):
            return read_place_and_date(line, found)
    return []


def read_place_and_date(line: Line, found: re.Match[str] | None = None) -> list[Finding]:
    """Return place and day with which a line begins."""
    found = found or PLACED_DAY.match(line.text)
    if not found:
        return []
    findings = []
    if day := as_date(found):
        start = max(line.text.lower().find("ngày", found.start()), 0)
        findings.append(Finding("date", day, line.place(start, found.end())))
    if found["place"]:
        findings.append(Finding("place", found["place"], line.place(*found.span("place"))))
    return findings


def as_date(found: re.Match[str]) -> Date | None:
    """Return the day that the words of DAY name; None for one that does not exist."""
    parts = (found["year"] or found["year_2"], found["month"] or found["month_2"], found["day"])
    try:
        return Date(*map(int, parts))
    except ValueError:  # ngày 31 tháng 2: a misprint says nothing
        return None
