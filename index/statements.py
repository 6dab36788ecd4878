"""Statements to rows of the truth and back; they stay when the document that made them goes."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date
from sqlite3 import Row
from typing import Any

from ingest import (
    Citation,
    Confidence,
    Document,
    Edition,
    Metadata,
    Relation,
    Statement,
    key_of_citation,
    make_id,
    metadata_record,
)

from .truth import Truth


@dataclass(frozen=True, slots=True)
class StatementBy:
    """A statement in the store, and who makes it."""

    by: Metadata
    """The acting document, as it was when its file was last read."""
    held: bool
    """Whether the store still holds it."""
    statement: Statement
    sentence: str
    """The acting document's own words; empty for what a person entered."""


def put_statements(truth: Truth, path: str, document: Document) -> None:
    """Write what a file says of other documents in place of what it said before, in a commit.

    What a person entered in a file that has gone since gives way to what one enters now.
    """
    about = document.about
    truth.change("DELETE FROM statements WHERE path = ?", path)
    if any(said.start == said.end for said in document.statements):
        truth.change(
            'DELETE FROM statements WHERE acting = ? AND start = "end"'
            " AND path NOT IN (SELECT path FROM files)",
            about.id,
        )
    truth.change_many(
        f"INSERT INTO statements VALUES ({', '.join('?' * 15)})",
        (
            (acting.id, path, n, *_said(said), *_place(said, document.text), _record(acting))
            for n, said in enumerate(document.statements)
            for acting in [_acting(said, about)]
        ),
    )


def get_statement(row: Row) -> StatementBy:
    """A statement out of a row of `statements` with `held`, whether its document is there."""
    target = json.loads(row["target"])
    return StatementBy(
        by=_about(json.loads(row["acting_about"])),
        held=bool(row["held"]),
        statement=Statement(
            relation=Relation(row["relation"]),
            target=Citation(
                **target
                | {
                    "date": _day(target["date"]),
                    "units": tuple(tuple(unit) for unit in target["units"]),
                }
            ),
            at=row["at"],
            since=_day(row["since"]),
            confidence=Confidence(row["confidence"]),
            evidence=tuple(json.loads(row["evidence"])),
            checked=_day(row["checked"]),
            start=row["start"],
            end=row["end"],
        ),
        sentence=row["sentence"],
    )


def each_once(found: list[StatementBy]) -> list[StatementBy]:
    """What was read in several files, or entered and read too, counts once, the surest of all."""
    sureness = list(Confidence)
    said: dict[tuple[object, ...], dict[date | None, StatementBy]] = {}
    for each in sorted(found, key=lambda s: sureness.index(s.statement.confidence)):
        target = each.statement.target
        what = (each.by.id, each.statement.relation, key_of_citation(target), target.units)
        said.setdefault(what, {}).setdefault(target.date, each)
    for days in said.values():
        if len(days) > 1:
            days.pop(None, None)  # the same without its day
    return sorted((each for days in said.values() for each in days.values()), key=_acting_id)


def _acting_id(said: StatementBy) -> str:
    return said.by.id


def _acting(said: Statement, about: Metadata) -> Metadata:
    """The document that acts: the one that was read, or the one whose title it quotes."""
    cited = said.acting
    if cited is None:
        return about
    other = Metadata(
        id=cited.text,
        type=cited.type,
        number=cited.symbol,
        issuer=cited.issuer,
        date=cited.date,
        edition=Edition.STUB,
    )
    return replace(other, id=make_id(other))


def _said(said: Statement) -> tuple[object, ...]:
    c = said.target
    target = {name: getattr(c, name) for name in c.__slots__} | {"date": _iso(c.date)}
    return (
        *(str(said.relation), _json(target), key_of_citation(c), said.at, _iso(said.since)),
        *(str(said.confidence), _json(said.evidence), _iso(said.checked)),
    )


def _place(said: Statement, text: str) -> tuple[object, ...]:
    return text[said.start : said.end], said.start, said.end


def _about(record: dict[str, Any]) -> Metadata:
    return Metadata(
        **record
        | {
            "date": _day(record["date"]),
            "edition": Edition(record["edition"]),
            "aliases": tuple(record["aliases"]),
            "recipients": tuple(record["recipients"]),
            "doubts": tuple(record["doubts"].items()),
        }
    )


def _record(about: Metadata) -> str:
    return _json(metadata_record(about))


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
