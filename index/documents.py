"""Documents to rows of the truth, and rows to documents."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from sqlite3 import Row

from ingest import (
    Citation,
    Confidence,
    Document,
    Edition,
    FieldPlace,
    Metadata,
    Provision,
    Removed,
    Sentences,
    Sureness,
    key_of,
    key_of_citation,
    keys_of_document,
)

from .passages import Passage
from .truth import Truth


def put_document(
    truth: Truth, document: Document, passages: Sequence[tuple[Passage, str]], revision: int
) -> None:
    """Write a document with its passages, each with its segmented words, inside a commit.

    A passage that was there already keeps its number, so that the caches need not change for it.
    """
    kept = _keep_passages(truth, document, passages, revision)
    sentences = Sentences(document.text)
    truth.change(  # what a person filters by may have changed
        "UPDATE passages SET revision = ? WHERE document = ?", revision, document.about.id
    )
    truth.change("DELETE FROM provisions WHERE document = ?", document.about.id)
    truth.change("DELETE FROM citations WHERE document = ?", document.about.id)
    truth.change("DELETE FROM names WHERE document = ?", document.about.id)
    _put_about(truth, document, revision)
    truth.change_many(
        "INSERT INTO names VALUES (?, ?)",
        ((document.about.id, key) for key in keys_of_document(document.about)),
    )
    truth.change_many(
        "INSERT INTO provisions VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (document.about.id, n, p.address, _json(p.path), p.heading, p.start, p.end)
            for n, p in enumerate(document.provisions)
        ),
    )
    truth.change_many(
        f"INSERT INTO citations VALUES ({', '.join('?' * 20)})",
        (_citation_row(document, n, c, sentences) for n, c in enumerate(document.citations)),
    )
    truth.change_many(
        'INSERT INTO passages (document, address, label, context, start, "end", hash, words,'
        " revision) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (*_placed(p), p.hash_of(document.text[p.start : p.end]), words, revision)
            for p, words in passages
            if _placed(p) not in kept
        ),
    )


def remove_document(truth: Truth, id: str, revision: int) -> None:
    """Take a document and all that hangs on it out of the store, inside a commit."""
    _mark_removed(
        truth,
        [row["id"] for row in truth.all("SELECT id FROM passages WHERE document = ?", id)],
        revision,
    )
    truth.change("DELETE FROM documents WHERE id = ?", id)


ABOUT = (
    "id, type, number, title, issuer, signer, date, parent, place, capacity, recipients, edition,"
    " source, aliases, doubts"
)
"""The columns of `documents` that `get_about` reads: all but the text, which can be long."""


def get_about(row: Row) -> Metadata:
    """Metadata out of a row of `documents`."""
    return Metadata(
        id=row["id"],
        type=row["type"],
        number=row["number"],
        title=row["title"],
        issuer=row["issuer"],
        signer=row["signer"],
        date=date.fromisoformat(row["date"]) if row["date"] else None,
        parent=row["parent"],
        place=row["place"],
        capacity=row["capacity"],
        recipients=tuple(json.loads(row["recipients"])),
        edition=Edition(row["edition"]),
        source=row["source"],
        aliases=tuple(json.loads(row["aliases"])),
        doubts=tuple((field, word) for field, word in json.loads(row["doubts"])),
    )


def get_document(truth: Truth, id: str) -> Document | None:
    """A whole document, or None where the store holds none of that id."""
    row = truth.one("SELECT * FROM documents WHERE id = ?", id)
    if row is None:
        return None
    provisions = truth.all("SELECT * FROM provisions WHERE document = ? ORDER BY ordinal", id)
    citations = truth.all("SELECT * FROM citations WHERE document = ? ORDER BY ordinal", id)
    return Document(
        about=get_about(row),
        text=row["text"],
        provisions=tuple(get_provision(p) for p in provisions),
        citations=tuple(get_citation(c) for c in citations),
        pages=tuple(json.loads(row["pages"])),
        removed=tuple(Removed(*piece) for piece in json.loads(row["removed"])),
        suspects=tuple((start, end) for start, end in json.loads(row["suspects"])),
        reader=row["reader"],
        page_confidence=tuple(json.loads(row["sureness"])),
        notes=tuple(json.loads(row["notes"])),
        fields=tuple(
            FieldPlace(field, start, end, Confidence(sure))
            for field, start, end, sure in json.loads(row["fields"])
        ),
    )


def get_sureness(row: Row) -> Sureness:
    """How surely a document was read, out of a row of `documents`."""
    return Sureness(
        tuple(json.loads(row["pages"])),
        tuple(json.loads(row["sureness"])),
        tuple((start, end) for start, end in json.loads(row["suspects"])),
    )


def get_provision(row: Row) -> Provision:
    """A provision out of a row of `provisions`."""
    return Provision(
        tuple(json.loads(row["path"])), row["address"], row["heading"], row["start"], row["end"]
    )


def get_citation(row: Row) -> Citation:
    """A citation out of a row of `citations`."""
    return Citation(
        text=row["text"],
        start=row["start"],
        end=row["end"],
        type=row["type"],
        number=row["number"],
        symbol=row["symbol"],
        date=date.fromisoformat(row["date"]) if row["date"] else None,
        issuer=row["issuer"],
        units=tuple(tuple(unit) for unit in json.loads(row["units"])),
        full_start=row["full_start"],
        full_end=row["full_end"],
        plenum=row["plenum"],
        name=row["name"],
        year=row["year"],
        back=row["back"],
    )


def get_passage(row: Row) -> Passage:
    """A passage out of a row of `passages`."""
    return Passage(
        row["document"],
        row["address"],
        row["label"],
        row["context"],
        row["start"],
        row["end"],
        row["id"],
    )


def _placed(passage: Passage) -> tuple[object, ...]:
    """Everything of a passage but its number: two that agree in it and in text are the same."""
    return (
        passage.document,
        passage.address,
        passage.label,
        passage.context,
        passage.start,
        passage.end,
    )


def _keep_passages(
    truth: Truth, document: Document, passages: Sequence[tuple[Passage, str]], revision: int
) -> set[tuple[object, ...]]:
    """Remove the passages that changed; return the places of those that did not."""
    wanted = {_placed(p): p.hash_of(document.text[p.start : p.end]) for p, _ in passages}
    kept, changed = set(), []
    for row in truth.all("SELECT * FROM passages WHERE document = ?", document.about.id):
        place = _placed(get_passage(row))
        if wanted.get(place) == row["hash"] and place not in kept:
            kept.add(place)
        else:
            changed.append(row["id"])
    _mark_removed(truth, changed, revision)
    return kept


def _mark_removed(truth: Truth, ids: Sequence[int], revision: int) -> None:
    truth.change_many("DELETE FROM passages WHERE id = ?", ((id,) for id in ids))
    truth.change_many("INSERT INTO removed_passages VALUES (?, ?)", ((id, revision) for id in ids))


def _put_about(truth: Truth, document: Document, revision: int) -> None:
    about = document.about
    columns = {
        "id": about.id,
        "type": about.type,
        "number": about.number,
        "number_key": key_of(about.number),
        "title": about.title,
        "issuer": about.issuer,
        "signer": about.signer,
        "date": about.date.isoformat() if about.date else None,
        "edition": str(about.edition),
        "source": about.source,
        "aliases": _json(about.aliases),
        "doubts": _json(about.doubts),
        "text": document.text,
        "pages": _json(document.pages),
        "removed": _json([(r.text, r.reason, r.page) for r in document.removed]),
        "suspects": _json(document.suspects),
        "parent": about.parent,
        "place": about.place,
        "capacity": about.capacity,
        "recipients": _json(about.recipients),
        "reader": document.reader,
        "sureness": _json(document.page_confidence),
        "notes": _json(document.notes),
        "fields": _json([(f.field, f.start, f.end, f.confidence) for f in document.fields]),
        "revision": revision,
    }
    updates = ", ".join(f"{name} = excluded.{name}" for name in columns)
    truth.change(
        f"INSERT INTO documents ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
        f" ON CONFLICT (id) DO UPDATE SET {updates}",
        *columns.values(),
    )


def _citation_row(
    document: Document, ordinal: int, citation: Citation, sentences: Sentences
) -> tuple[object, ...]:
    c = citation
    a, b = sentences.around(c.full_start, c.full_end)
    date_given = c.date.isoformat() if c.date else None
    return (
        *(document.about.id, ordinal, c.text, c.start, c.end, c.full_start, c.full_end, a, b),
        *(c.type, c.number, c.symbol, date_given, c.year, c.issuer, c.plenum, c.name, c.back),
        *(key_of_citation(c), _json(c.units)),
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
