"""Thể thức: how a citation is written, the first time in full; reminders only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest import Citation, fold, key_of_citation

from .draft import Field, Finding, Outcome

FIRST_IN_FULL = "Lần viện dẫn đầu tiên còn thiếu {missing}."
LATER_SHORT = "Các lần sau chỉ cần tên loại, số và ký hiệu."
DAY_IN_TWO_DIGITS = "Ngày dưới 10 và tháng 1, tháng 2 ghi thêm số 0 ở trước."
NUMBER_IN_TWO_DIGITS = "Số dưới 10 ghi thêm số 0 ở trước."
BY_NAME = frozenset({"luat", "bo luat", "phap lenh", "hien phap"})
"""Types cited by their name alone, by 30/2020/NĐ-CP, Phụ lục I, mục II.5."""

# 5/3/2020 · 05/2/2020 · 5 tháng 3 năm 2020, on folded text; the zero is missing
_SHORT_DAY = re.compile(r"(?<![\d/.\-])[1-9]\s?(?:[/.\-]\s?\d{1,2}\s?[/.\-]|thang\s)")
_SHORT_MONTH = re.compile(r"\d\s?(?:[/.\-]\s?[12]\s?[/.\-]\s?\d{4}|thang\s{1,3}[12]\s)")
_SHORT_NUMBER = re.compile(r"[1-9]")


class FormReader:
    """Reads the citations of one draft in order and remembers what was cited before."""

    def __init__(self) -> None:
        self._seen: set[str] = set()

    def read(self, citation: Citation, identity: str) -> Iterator[Finding]:
        """Yield a reminder for each rule of form a citation does not follow.

        `identity` names the document meant, so that two ways to cite it count as one.
        """
        if not citation.symbol or citation.back:
            return
        first = identity not in self._seen
        self._seen.add(identity)
        notes = _first(citation) if first else _later(citation)
        yield from (
            Finding(Field.FORM, Outcome.REMINDER, citation.text, note=note)
            for note in (*notes, *_digits(citation))
        )


def identity_of(citation: Citation, id: str) -> str:
    """What a mention of a document is remembered by: the id of the one held, else the words."""
    return id or f"{key_of_citation(citation)} {citation.date or ''}"


def _first(citation: Citation) -> Iterator[str]:
    if fold(citation.type) in BY_NAME:
        return
    said = {"tên loại": citation.type, "ngày": citation.date, "cơ quan ban hành": citation.issuer}
    missing = [name for name, value in said.items() if not value]
    if missing:
        yield FIRST_IN_FULL.format(missing=", ".join(missing))


def _later(citation: Citation) -> Iterator[str]:
    if citation.date and citation.issuer:
        yield LATER_SHORT


def _digits(citation: Citation) -> Iterator[str]:
    if _SHORT_NUMBER.fullmatch(citation.number):
        yield NUMBER_IN_TWO_DIGITS
    after = citation.date is not None and fold(citation.text).rpartition("ngay")[2]
    if after and (_SHORT_DAY.search(after) or _SHORT_MONTH.search(after)):
        yield DAY_IN_TWO_DIGITS
