"""A file becomes a Document: read, segment, find citations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from .citations import find_back_references, find_citations, find_suspects, key_of
from .corrections import Correction, correct, typed
from .document import Citation, Confidence, Document, Edition, FieldPlace, Reading
from .readers import Options, read
from .readers.dateline import WRITTEN_SO
from .readers.masthead import find_field_places
from .statements import find_nested, find_statements
from .structure import segment

READING_VERSION = 5
"""Raise it when the same file would be understood differently: stores then read it again."""
PLAIN = Options()
NUMBERED = ("number", "date")
NUMBER_LINE = re.compile(rf"\W{{0,3}}{WRITTEN_SO}[:;].{{0,4}}")  # Số: 3⁄44 /2019/TT-BGTVT of a scan
MASTHEAD = 3000  # characters at the top in which a document prints its own number

Span = tuple[int, int]


def parse(path: Path, options: Options = PLAIN) -> Document:
    """Read one file and understand it; raises UnreadableFile with the reason and the cure."""
    reading = read(path, options)
    about = correct(reading.about, options.corrections)
    as_read = tuple((field, typed(reading.about, field)) for field, _ in options.corrections)
    return understand(replace(reading, about=about), as_read)


def understand(reading: Reading, as_read: Sequence[Correction] = ()) -> Document:
    """Find the provisions and citations of a text that has been read.

    `as_read` is what the file says where `about` was corrected: what it prints as its own number
    is no citation of another document.
    """
    about, text = reading.about, reading.text
    numbers = (about.number, dict(as_read).get("number", ""))
    own_numbers = {key_of(number) for number in numbers if number}
    named = find_citations(text)
    back = find_back_references(text, named)
    own = [c for c in named if _is_own_number(c, own_numbers, text)]
    of_others = [c for c in named if c not in own]
    citations = tuple(sorted((*of_others, *back), key=_place))
    speaks = about.edition is Edition.FULL and bool(about.number)  # for itself, in its own words
    found = find_statements(text, citations, about.date) if speaks else ()
    doubted = [c for c in of_others if _overlaps(_span(c), reading.unsure)]
    unsure = map(_span, doubted if about.number else (*doubted, *own))
    sure = Confidence.SEEN if speaks else Confidence.SECONDARY
    fields = find_field_places(about, text, reading.pages, reading.page_confidence)
    return Document(
        about=about,
        text=text,
        provisions=segment(text),
        citations=citations,
        pages=reading.pages,
        removed=reading.removed,
        statements=reading.statements + found + find_nested(text, citations, sure),
        suspects=tuple(sorted((*find_suspects(text, (*named, *back)), *unsure))),
        reader=reading.reader,
        page_confidence=reading.page_confidence,
        notes=reading.notes,
        fields=tuple(_doubt_unsure(place, reading.unsure) for place in fields),
        as_read=tuple(as_read),
    )


def _place(citation: Citation) -> int:
    return citation.start


def _span(citation: Citation) -> Span:
    return citation.start, citation.end


def _overlaps(span: Span, others: Iterable[Span]) -> bool:
    return any(start < span[1] and end > span[0] for start, end in others)


def _doubt_unsure(place: FieldPlace, unsure: Sequence[Span]) -> FieldPlace:
    """A number or a day whose digits were hard to recognise wants a person's eye."""
    if place.field in NUMBERED and _overlaps((place.start, place.end), unsure):
        return replace(place, confidence=Confidence.UNVERIFIED)
    return place


def _is_own_number(citation: Citation, own: set[str], text: str) -> bool:
    """Whether a text prints its own number here, be it one that could not be read as such."""
    if citation.start >= MASTHEAD:
        return False
    if not own:
        line = text.rfind("\n", 0, citation.full_start) + 1
        return bool(NUMBER_LINE.fullmatch(text, line, citation.full_start))
    return key_of(citation.symbol) in own
