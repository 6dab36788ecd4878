"""Ids that a document had before a correction: an old permalink leads to the new one."""

from __future__ import annotations

from .truth import Truth

FORMER_ID = "former_id "
"""With an id that was given up, the key in the store's record of the id that came after it."""


def put_former_id(truth: Truth, former: str, id: str) -> None:
    """Note, inside a commit, that a document goes by another id from now on."""
    truth.change("DELETE FROM meta WHERE key = ?", FORMER_ID + id)  # so no way leads in a circle
    truth.set_meta(FORMER_ID + former, id)


def id_now(truth: Truth, former: str) -> str | None:
    """The id of the document held that once went by another id; None where none did."""
    id = truth.meta(FORMER_ID + former)
    while id and truth.one("SELECT 1 FROM documents WHERE id = ?", id) is None:
        id = truth.meta(FORMER_ID + id)
    return id
