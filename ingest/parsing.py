"""A file becomes a Document: read, segment, find citations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from .citations import find_back_references, find_citations, find_suspects, key_of
from .corrections import Correction, correct, typed
from .document import Citation, Confidence, Document, Edition, Reading
from .readers import Options, read
from .readers.masthead import find_field_places
from .statements import find_nested, find_statements
from .structure import segment

READING_VERSION = 4
"""Raise it when the same file would be understood differently: stores then read it again."""
PLAIN = Options()
MASTHEAD = 3000  # characters at the top in which a document prints its own number


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
    own = {key_of(number) for number in (about.number, dict(as_read).get("number", "")) if number}
    named = find_citations(text)
    back = find_back_references(text, named)
    of_others = (c for c in named if not (c.start < MASTHEAD and key_of(c.symbol) in own))
    citations = tuple(sorted((*of_others, *back), key=_place))
    speaks = about.edition is Edition.FULL and bool(about.number)  # for itself, in its own words
    found = find_statements(text, citations, about.date) if speaks else ()
    sure = Confidence.SEEN if speaks else Confidence.SECONDARY
    return Document(
        about=about,
        text=text,
        provisions=segment(text),
        citations=citations,
        pages=reading.pages,
        removed=reading.removed,
        statements=reading.statements + found + find_nested(text, citations, sure),
        suspects=find_suspects(text, (*named, *back)),
        reader=reading.reader,
        page_confidence=reading.page_confidence,
        notes=reading.notes,
        fields=find_field_places(about, text, reading.pages, reading.page_confidence),
        as_read=tuple(as_read),
    )


def _place(citation: Citation) -> int:
    return citation.start
