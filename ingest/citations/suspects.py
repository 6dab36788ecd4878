"""What looks like the number of a document but was taken by no rule."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from ..document import Citation
from ..folding import fold
from .back_references import free_pointers
from .bare_numbers import COUNTED, THINGS
from .heads import SO, TYPE_WORDS
from .phrases import GAP, one_of
from .pinpoints import Units

# 37-QĐ/TW, 12/2020/ABC: on the text itself, since capitals tell
_SYMBOL_LIKE = re.compile(
    r"[0-9](?<![\w/@:.]\d)(?<![,\-]\d)\d{0,4}[a-zđ]?(?:\s?/\s?(?:19|20)\d\d)?\s?[-–/]\s?"
    r"(?P<letters>[A-ZĐÐƯ]{2,12}\d{0,2}(?:\s?[-/]\s?[A-ZĐÐƯ][\w&]{1,12}){0,4})(?![\w/])"
)
# Quyết định 15, văn bản số 45
_TYPE_NUMBER = re.compile(
    rf"(?<!\w)(?P<type>{TYPE_WORDS}|van{GAP}ban){GAP}(?P<so>{SO})?(?P<number>\d{{1,5}}[a-e]?)"
    r"(?![\w/%]|[-.,:]\d)"
)
# NQTW4, NQ18, QĐ-TW 37
_LETTERS_NUMBER = re.compile(
    r"(?<![\w/.\-])(?:NQ|QĐ|QÐ|KL|CT|NĐ|NÐ)(?:[\s\-/]?T[WƯU])?[\s\-]?\d{1,4}(?![\w/%]|[-.,:]\d)"
)
_COUNTS = re.compile(rf"\s{{0,3}}{one_of((*COUNTED, *THINGS))}(?!\w)")
_IS_YEAR = re.compile(r"(?:19|20)\d\d")
_MEASURES = frozenset(("KG", "HA", "KM", "USD", "VND", "VNĐ", "KW", "MW", "GB", "MB", "AM", "PM"))
# QCVN 01:2009/BYT, Mẫu số 01/TB-SDĐ, Biểu số 036-DBTK
_STANDARD = re.compile(
    rf"(?:qcvn|tcvn|tcxd\w*|tcn|iso|iec|mau|bieu|bang|hinh|phieu|phu{GAP}luc|dang{GAP}ky|bien)"
    rf"(?:{GAP}(?:so\s?:?\s?|\w{{1,4}}[:\-])?)?$"
)
_URL = re.compile(r"(?:://|www\.|@|\.(?:vn|com|org|net))\S*$")
_FILE_ENDING = re.compile(r"\.[a-z]{3,4}(?!\w)")
_BACKWARDS = 20
_URL_BACKWARDS = 60


def find_suspects(text: str, citations: Sequence[Citation]) -> tuple[tuple[int, int], ...]:
    """Return the offsets of what looks like a reference and lies in none of the citations."""
    folded = fold(text)
    units = Units(text, folded)
    pointers = free_pointers(text, folded, units, ())
    candidates = sorted(
        {
            *_symbol_likes(text, folded),
            *_numbered_types(text, folded),
            *(match.span() for match in _LETTERS_NUMBER.finditer(text)),
            *((pointer.start, pointer.end) for pointer in pointers),
        }
    )
    taken = sorted((citation.full_start, citation.full_end) for citation in citations)
    starts = [start for start, _ in taken]
    found: list[tuple[int, int]] = []
    for start, end in candidates:
        before = bisect_right(starts, start) - 1
        covered = before >= 0 and taken[before][1] > start
        reached = bisect_left(starts, end) - 1 > before
        if not (covered or reached or (found and found[-1][1] > start)):
            found.append((start, end))
    return tuple(found)


def _symbol_likes(text: str, folded: str) -> Iterator[tuple[int, int]]:
    for match in _SYMBOL_LIKE.finditer(text):
        start, end = match.span()
        if match["letters"] in _MEASURES or _FILE_ENDING.match(folded, end):
            continue
        if not _is_elsewhere(folded, start):
            yield start, end


def _is_elsewhere(folded: str, start: int) -> bool:
    """Tell a standard, a form and an address."""
    return bool(
        _STANDARD.search(folded, max(0, start - _BACKWARDS), start)
        or _URL.search(folded, max(0, start - _URL_BACKWARDS), start)
    )


def _numbered_types(text: str, folded: str) -> Iterator[tuple[int, int]]:
    for match in _TYPE_NUMBER.finditer(folded):
        if _IS_YEAR.fullmatch(match["number"]) and not match["so"]:
            continue
        told = match["so"] or text[match.start()].isupper()
        if told and not _COUNTS.match(folded, match.end()):
            yield match.span()
