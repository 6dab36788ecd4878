"""What a store holds, in numbers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from .catalogue import Catalogue
from .stamps import named
from .truth import Truth


@dataclass(frozen=True, slots=True)
class SetAside:
    """A file that is not in the store, and why."""

    path: str
    reason: str
    name: str
    """As a person knows it."""


@dataclass(frozen=True, slots=True)
class Status:
    """The counts a person looks at first."""

    revision: int
    documents: int
    editions: dict[str, int]
    provisions: int
    citations: int
    statements: int
    """What documents say of each other: replaces, amends, guides …"""
    suspects: int
    """What looks like a number of a document and was taken by no rule."""
    passages: int
    vectors: int
    """Passages that have a vector of the store's model."""
    model: str
    set_aside: tuple[SetAside, ...]
    last_run: str
    """When the last ingest began, ISO; empty where there was none."""
    interrupted: bool
    """The last ingest has not ended: it still runs, or it was cut off."""


def status(catalogue: Catalogue) -> Status:
    """Count what the store holds."""
    truth = catalogue.truth
    model = truth.meta("model") or ""
    covered = truth.one(
        "SELECT count(*) AS n FROM passages p JOIN vectors v ON v.hash = p.hash AND v.model = ?",
        model,
    )
    run = truth.one("SELECT started, finished FROM runs ORDER BY id DESC LIMIT 1")
    editions = Counter(str(about.edition) for about in catalogue.documents())
    return Status(
        revision=catalogue.revision,
        documents=sum(editions.values()),
        editions=dict(editions.most_common()),
        provisions=truth.count("provisions"),
        citations=truth.count("citations"),
        statements=len(catalogue.statements()),
        suspects=len(catalogue.suspects()),
        passages=truth.count("passages"),
        vectors=covered["n"] if covered else 0,
        model=model,
        set_aside=_set_aside(truth),
        last_run=run["started"] if run else "",
        interrupted=bool(run and not run["finished"]),
    )


def _set_aside(truth: Truth) -> tuple[SetAside, ...]:
    rows = truth.all("SELECT * FROM files WHERE reason <> '' ORDER BY path")
    return tuple(SetAside(row["path"], row["reason"], named(row)) for row in rows)
