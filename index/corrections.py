"""What a person said against the reading of a file, kept by the SHA-256 of its bytes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from ingest import Correction, FontCode, Metadata, Options, correct

from .truth import Truth

FONT_CODE = "font_code"


def with_corrections(options: Options, truth: Truth, sha256: str) -> Options:
    """The options for reading a file, with what a person said about it."""
    said = corrections_of(truth, sha256)
    code = next((value for field, value in said if field == FONT_CODE), "")
    fields = tuple((field, value) for field, value in said if field != FONT_CODE)
    chosen = FontCode(code) if code else options.font_code
    return replace(options, font_code=chosen, corrections=fields)


def corrections_of(truth: Truth, sha256: str) -> tuple[Correction, ...]:
    """Every field a person corrected, in the order of their names."""
    rows = truth.all("SELECT field, value FROM corrections WHERE sha256 = ? ORDER BY field", sha256)
    return tuple((row["field"], row["value"]) for row in rows)


def put_corrections(truth: Truth, sha256: str, changes: Mapping[str, str | None]) -> None:
    """Write corrections inside a commit; None takes one back.

    Raises WrongCorrection, before anything is written, for what a field cannot hold.
    """
    given = {field: words for field, words in changes.items() if words is not None}
    correct(Metadata(""), [(f, words) for f, words in given.items() if f != FONT_CODE])
    now = datetime.now().isoformat(timespec="seconds")
    for field in changes.keys() - given.keys():
        truth.change("DELETE FROM corrections WHERE sha256 = ? AND field = ?", sha256, field)
    for field, words in given.items():
        truth.change(
            "INSERT OR REPLACE INTO corrections VALUES (?, ?, ?, ?)", sha256, field, words, now
        )
