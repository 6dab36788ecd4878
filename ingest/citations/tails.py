"""What follows a symbol: ", ngày 28/7/2021 của Bộ Chính trị"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date as Date

from .bodies import match_body
from .dates import match_date

# ", ngày ", " (", and the department some ministries add: "( A11 ) ngày "
_DAY = re.compile(
    r"(?:\s{0,3}\(\s?[a-z]\d{1,3}\s?\))?\s{0,3}(?P<open>\()?,?\s{0,3}"
    r"(?:ngay\s{1,3}|(?<=\()\s{0,3}(?=\d))"
)
# what a date or an issuer can begin with: most numbers have neither
_MAY_GO_ON = re.compile(r"[\s,]{0,7}(?:\(|ngay|cua)")
_CLOSING = re.compile(r"\s{0,2}\)")
_OF = re.compile(r"\s{0,3},?\s{0,3}cua\s{1,3}")


@dataclass(frozen=True, slots=True)
class Tail:
    """What follows a symbol: its date and its issuer."""

    end: int
    full_end: int
    date: Date | None = None
    issuer: str = ""


def tail_after(text: str, folded: str, end: int) -> Tail:
    """Read ", ngày 28/7/2021 của Bộ Chính trị" or "của Chính phủ ngày 05 tháng 3 năm 2020"."""
    if not _MAY_GO_ON.match(folded, end):
        return Tail(end, end)
    dated, date_end = _date_after(folded, end)
    issuer_start, issuer_end = _issuer_after(text, folded, date_end)
    issuer = " ".join(text[issuer_start:issuer_end].split())
    if issuer and not dated:
        dated, date_end = _date_after(folded, issuer_end)
        return Tail(date_end if dated else end, max(issuer_end, date_end), dated, issuer)
    return Tail(date_end, max(date_end, issuer_end), dated, issuer)


def _date_after(folded: str, start: int) -> tuple[Date | None, int]:
    day = _DAY.match(folded, start)
    found = match_date(folded, day.end()) if day else None
    if not day or not found:
        return None, start
    closing = _CLOSING.match(folded, found[1]) if day["open"] else None
    return found[0], closing.end() if closing else found[1]


def _issuer_after(text: str, folded: str, start: int) -> tuple[int, int]:
    """Return the span of the issuer after "của"; an empty one at start when there is none."""
    of = _OF.match(folded, start)
    end = match_body(text, folded, of.end()) if of else None
    return (of.end(), end) if of and end else (start, start)
