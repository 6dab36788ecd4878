"""Words that point back: "khoản 3 Điều 15 của Quy định này", "Kết luận nêu trên"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..document import Citation
from ..folding import fold
from .heads import TYPE_WORDS
from .phrases import GAP, one_of
from .pinpoints import Units
from .symbols import TYPE_NAMES

_TYPES = TYPE_NAMES | {"dieu le": "Điều lệ"}
_ITSELF = "này"
_POINTERS = (
    "này",
    "nêu trên",
    "nói trên",
    "kể trên",
    "dẫn trên",
    "vừa nêu",
    "đã nêu",
    "đó",
    "trên",
)
_BACK = re.compile(
    rf"(?<!\w)(?P<type>{TYPE_WORDS}|dieu{GAP}le){GAP}(?P<back>{one_of(_POINTERS)})(?!\w)"
)
# "Quyết định trên cơ sở" points nowhere
_AFTER_ABOVE = re.compile(
    r"\s{0,3}(?:[.,;:)\"]|$)|\s{1,3}(?:đã|được|thì|là|có|và|của|để|hết)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Pointer:
    """A type with a word that points back."""

    type: str
    back: str
    start: int
    end: int


def find_back_references(text: str, named: Sequence[Citation]) -> tuple[Citation, ...]:
    """Return what points back, in reading order; named are the references of find_citations.

    "này" is the citing document itself and has no other parts; the rest has those of the last
    reference of the same type before it. What has none is left out, what overlaps one too.
    """
    folded = fold(text)
    units = Units(text, folded)
    last: dict[str, Citation] = {}
    waiting = iter(named)
    upcoming = next(waiting, None)
    found = []
    for pointer in free_pointers(text, folded, units, named):
        while upcoming and upcoming.start < pointer.start:
            last[upcoming.type] = upcoming
            upcoming = next(waiting, None)
        if pointer.back == _ITSELF:
            found.append(_pointing(pointer, text, units, None))
        elif antecedent := last.get(pointer.type):
            found.append(_pointing(pointer, text, units, antecedent))
    return tuple(found)


def free_pointers(
    text: str, folded: str, units: Units, citations: Sequence[Citation]
) -> Iterator[Pointer]:
    """Yield the words that point back and lie in no citation; "quy định này" may mean any rule."""
    starts = [citation.start for citation in citations]
    for match in _BACK.finditer(folded):
        start = match.start()
        at = bisect_right(starts, start)
        is_taken = at and citations[at - 1].end > start
        back = " ".join(text[slice(*match.span("back"))].lower().split())
        if is_taken or back not in _POINTERS:
            continue
        if back == "trên" and not _AFTER_ABOVE.match(text, match.end()):
            continue
        if text[start].isupper() or units.before(start):
            kind = _TYPES[" ".join(match["type"].split())]
            yield Pointer(kind, back, start, match.end())


def _pointing(pointer: Pointer, text: str, units: Units, target: Citation | None) -> Citation:
    unit = units.before(pointer.start)
    return Citation(
        text=text[pointer.start : pointer.end],
        start=pointer.start,
        end=pointer.end,
        type=pointer.type,
        number=target.number if target else "",
        symbol=target.symbol if target else "",
        date=target.date if target else None,
        units=unit.paths if unit else (),
        full_start=unit.start if unit else pointer.start,
        full_end=pointer.end,
        plenum=target.plenum if target else "",
        name=target.name if target else "",
        year=target.year if target else None,
        back=pointer.back,
    )
