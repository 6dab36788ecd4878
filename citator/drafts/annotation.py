"""A copy of a Word draft with what was found of each citation as a comment at its words."""

from __future__ import annotations

from ..word import Note, add_comments
from .draft import CheckedCitation, DraftCheck
from .wording import say_row, say_verdict


def annotated_copy(original: bytes, check: DraftCheck) -> bytes:
    """Return the DOCX with a comment at each citation; the bytes given stay as they are.

    Raises UnreadableFile for what is no DOCX, or a broken one.
    """
    return add_comments(original, [_note(row) for row in check.rows])


def _note(row: CheckedCitation) -> Note:
    comment = "\n".join((say_verdict(row), *(f"- {line}" for line in say_row(row))))
    return Note(row.words, row.before, comment)
