"""What a person said against the reading of a file, kept by the SHA-256 of its bytes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from ingest import Correction, Document, FontCode, Metadata, Options, correct

from .truth import Truth

FONT_CODE = "font_code"
AS_READ = "as_read "
"""With a SHA-256 the key in the store's record of what that file says where it was corrected."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """One field of a document that a person corrected."""

    field: str
    words: str
    """As typed."""
    made: str
    """ISO time."""
    as_read: str | None
    """What the file itself says, as it would be typed; None until the file is read again."""


def with_corrections(options: Options, truth: Truth, sha256: str) -> Options:
    """The options for reading a file, with what a person said about it."""
    said = _said_of(truth, sha256)
    code = said.get(FONT_CODE, "")
    chosen = FontCode(code) if code else options.font_code
    return replace(options, font_code=chosen, corrections=corrections_of(truth, sha256))


def corrections_of(truth: Truth, sha256: str) -> tuple[Correction, ...]:
    """Every field a person corrected and what was typed, in the order of their names."""
    said = _said_of(truth, sha256)
    return tuple((field, words) for field, words in said.items() if field != FONT_CODE)


def corrected_fields(truth: Truth, document: str) -> tuple[Corrected, ...]:
    """The fields of a document that a person corrected, in the order of their names."""
    rows = truth.all(
        "SELECT c.* FROM corrections c JOIN files f ON f.sha256 = c.sha256"
        " WHERE f.document = ? AND f.reason = '' AND c.field <> ? ORDER BY c.field",
        *(document, FONT_CODE),
    )
    as_read = fields_as_read(truth, rows[0]["sha256"]) if rows else {}
    return tuple(
        Corrected(row["field"], row["value"], row["made"], as_read.get(row["field"]))
        for row in rows
    )


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


def put_as_read(truth: Truth, sha256: str, document: Document) -> None:
    """Note what a file itself says in the fields that were corrected, inside a commit."""
    if document.as_read:
        truth.set_meta(AS_READ + sha256, json.dumps(dict(document.as_read), ensure_ascii=False))
    else:
        truth.change("DELETE FROM meta WHERE key = ?", AS_READ + sha256)


def forget_readings_without_own_words(truth: Truth) -> None:
    """Have files read once more, inside a commit, that were corrected before their words were kept.

    Earlier versions wrote corrections and neither marked the fields nor kept what the file says.
    """
    truth.change(
        "UPDATE files SET read_by = 0 WHERE document IS NOT NULL AND reason = '' AND sha256 IN"
        " (SELECT sha256 FROM corrections WHERE field <> ?)"
        " AND ? || sha256 NOT IN (SELECT key FROM meta)",
        *(FONT_CODE, AS_READ),
    )


def fields_as_read(truth: Truth, sha256: str) -> dict[str, str]:
    """What a file itself says in the fields that were corrected when it was last read."""
    fields: dict[str, str] = json.loads(truth.meta(AS_READ + sha256) or "{}")
    return fields


def _said_of(truth: Truth, sha256: str) -> dict[str, str]:
    rows = truth.all("SELECT field, value FROM corrections WHERE sha256 = ? ORDER BY field", sha256)
    return {row["field"]: row["value"] for row in rows}
