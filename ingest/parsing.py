"""A file becomes a Document: read, segment, find citations."""

from __future__ import annotations

from pathlib import Path

from .citations import find_citations, key_of
from .document import Citation, Document, Metadata, Reading
from .readers import read
from .structure import segment

READING_VERSION = 1
"""Raise it when the same file would be understood differently: stores then read it again."""
MASTHEAD = 3000  # characters at the top in which a document prints its own number


def parse(path: Path) -> Document:
    """Read one file and understand it; raises UnreadableFile with the reason and the cure."""
    return understand(read(path))


def understand(reading: Reading) -> Document:
    """Find the provisions and citations of a text that has been read."""
    return Document(
        about=reading.about,
        text=reading.text,
        provisions=segment(reading.text),
        citations=tuple(
            c for c in find_citations(reading.text) if not _is_own_number(c, reading.about)
        ),
        pages=reading.pages,
        removed=reading.removed,
    )


def _is_own_number(citation: Citation, about: Metadata) -> bool:
    if citation.start >= MASTHEAD or not about.number:
        return False
    return key_of(citation.symbol) == key_of(about.number)
