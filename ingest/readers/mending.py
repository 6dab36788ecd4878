"""Titles spoiled by a stamp or a hurried scan, mended by what the text says of itself elsewhere."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date as Date
from difflib import SequenceMatcher

from ..document import Confidence
from ..folding import fold
from .findings import Finding, Findings

NOISY = re.compile(r"[<>\\^{}~|]|\.{3}|…")  # what no title holds, but a stamp read as letters
RUN_OF_DASHES = re.compile(r" ?[-—–_=]{2,} ?")
YEAR = re.compile(r"/(\d{4})/")  # 31/2024/QH15
LEAP_DAY = 29
# 1351/QĐiUBND: State numbers have a hyphen between type and body, whatever a font makes of it
HYPHEN_LOST = re.compile(r"(\d/(?:QĐ|NQ|CT|NĐ|TT|TTLT|KH|TB|BC|TTr|HD|QC|PL))[a-zĐ](?=[A-ZĐ]{2,}$)")
# QTQL.KH.S.2 read on a cover, where QTQL.KH.5.2 stands at the foot of its pages
LETTERS_LIKE_DIGITS = str.maketrans("SOIlBZG", "5011826")
TWICE = 2  # times a mark must stand elsewhere to be believed
FEW_WORDS = 3  # with which a title is recognised again
ALIKE = 0.5  # of the letters: vón and vốn, ứa and của


def mend(found: Findings, enacted: Findings, text: str) -> Findings:
    """Mend the title by the sentence that enacts the document, and the day by its number."""
    title, said = found.get("title"), enacted.get("title")
    if title and said:
        title = _mend_words(_cut_noise(title, said), said, text)
        found["title"] = said if NOISY.search(str(title.value)) else title
    elif title and NOISY.search(str(title.value)):
        del found["title"]
    return _mend_year(_mend_mark(_mend_number(found), text))


def _mend_number(found: Findings) -> Findings:
    """Put the hyphen back that a font shows as a letter."""
    if number := found.get("number"):
        mended = HYPHEN_LOST.sub(r"\1-", str(number.value))
        if mended != number.value:
            found["number"] = replace(number, value=mended, sure=Confidence.INFERRED)
    return found


def _mend_mark(found: Findings, text: str) -> Findings:
    """Take the mark of a procedure as its other pages print it, if only digits were misread."""
    number = found.get("number")
    if not number or "/" in str(number.value):
        return found
    parts = str(number.value).split(".")
    meant = ".".join(_as_digits(part) for part in parts)
    if meant != number.value and len(re.findall(rf"(?<!\w){re.escape(meant)}\b", text)) >= TWICE:
        found["number"] = replace(number, value=meant, sure=Confidence.INFERRED)
    return found


def _as_digits(part: str) -> str:
    """Return the digit that a single letter between dots looks like: S for 5."""
    return part.translate(LETTERS_LIKE_DIGITS) if len(part) == 1 else part


def _cut_noise(title: Finding, said: Finding) -> Finding:
    """Cut what a stamp put before a title."""
    beginning = fold(" ".join(str(said.value).split()[:FEW_WORDS]))
    words = RUN_OF_DASHES.sub(" ", str(title.value))
    at = fold(words).find(beginning)
    if at < 0:
        return title
    return replace(title, value=words[at : at + 1].upper() + words[at + 1 :])


def _mend_words(title: Finding, said: Finding, text: str) -> Finding:
    """Replace words that occur nowhere else by those that the enacting sentence has there."""
    ours, theirs = str(title.value).split(), str(said.value).split()
    lowered = [[word.casefold() for word in words] for words in (ours, theirs)]
    steps = SequenceMatcher(a=lowered[0], b=lowered[1], autojunk=False).get_opcodes()
    for kind, a, b, c, d in steps:
        if kind != "replace" or b - a != d - c:
            continue
        for at, other in zip(range(a, b), theirs[c:d], strict=True):
            if _misspells(ours[at], other, text):
                ours[at] = other.lower() if at else other
    mended = " ".join(ours)
    if mended == title.value:
        return title
    return replace(title, value=mended, sure=Confidence.INFERRED)


def _misspells(word: str, other: str, text: str) -> bool:
    if SequenceMatcher(None, fold(word), fold(other)).ratio() < ALIKE:
        return False
    return _count(word, text) < _count(other, text)


def _count(word: str, text: str) -> int:
    return len(re.findall(rf"\b{re.escape(word)}\b", text, re.I))


def _mend_year(found: Findings) -> Findings:
    """Take the year of the number for that of the day: both are the year of signing."""
    number, day = found.get("number"), found.get("date")
    year = YEAR.search(str(number.value)) if number else None
    if year and day and isinstance(day.value, Date) and day.value.year != int(year[1]):
        mended = day.value.replace(year=int(year[1])) if day.value.day < LEAP_DAY else None
        found["date"] = replace(day, value=mended or day.value, sure=Confidence.UNVERIFIED)
    return found
