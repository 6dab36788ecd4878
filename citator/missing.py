"""Bản đồ thiếu: what the store's documents cite and nobody has given it in full."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from index import Catalogue
from ingest import Citation, Edition, Metadata, fold, key_of_citation, make_id

from .resolution import Resolver


@dataclass(slots=True)
class Missing:
    """A document that is cited and not held in full, and how much it is asked for."""

    about: Metadata
    """Of the digest or stub held; where nothing is held, what the citations say."""
    held: bool
    """Whether the store has a digest, a news page or a stub of it."""
    mentions: int = 0
    citing: set[str] = field(default_factory=set)
    """Ids of the documents that cite it."""


def find_missing(catalogue: Catalogue) -> list[Missing]:
    """Every document cited, or acted on by a statement, of which the full text is not held.

    The most wanted first: by the documents that cite it, then by mentions, then by name. A citation
    that can mean several documents is counted for each; one that names itself for none.
    """
    resolver = Resolver(catalogue)
    found: dict[str, Missing] = {}
    unheld: dict[str, list[tuple[Citation, str, int]]] = {}
    for citation, by, times in _wanted(catalogue):
        targets = resolver.resolve(citation, catalogue.about(by)).targets
        if not targets:
            unheld.setdefault(key_of_citation(citation), []).append((citation, by, times))
        for target in targets:
            if target.about.edition is not Edition.FULL and target.about.id != by:
                entry = found.setdefault(target.about.id, Missing(target.about, held=True))
                _count(entry, by, times)
    for group in unheld.values():
        for stub in _stubs(group):
            _join(found, stub)
    return sorted(found.values(), key=_rank)


def find_stub(catalogue: Catalogue, id: str) -> Missing | None:
    """What is known of a document that is only cited, by the id of its stub; None for no such."""
    return next((m for m in find_missing(catalogue) if m.about.id == id and not m.held), None)


def stub_of(citation: Citation) -> Metadata:
    """What a citation says of a document that is not held, under an id of its own."""
    named = citation.plenum or citation.name
    title = " ".join((citation.name or citation.text if named else "").split())
    about = Metadata(
        id=f"{citation.name or f'{citation.type} {citation.plenum}'} {citation.year or ''}",
        type=citation.type,
        number=citation.symbol or citation.number,
        title=title,
        issuer=citation.issuer,
        date=citation.date,
        edition=Edition.STUB,
    )
    return replace(about, id=make_id(about))


def _wanted(catalogue: Catalogue) -> Iterable[tuple[Citation, str, int]]:
    yield from catalogue.cited()
    for said in catalogue.statements():
        if said.statement.target.symbol:
            yield said.statement.target, said.by.id, 0


def _stubs(group: list[tuple[Citation, str, int]]) -> list[Missing]:
    """One stub for each day or year the citations of a key give; those without join a lone one."""
    dates = {c.date for c, _, _ in group if c.date}
    lone = next(iter(dates)) if len(dates) == 1 else None
    parted: dict[object, list[tuple[Citation, str, int]]] = {}
    for citation, by, times in group:
        parted.setdefault(citation.date or lone or citation.year, []).append((citation, by, times))
    return [_stub(part) for part in parted.values()]


def _stub(part: list[tuple[Citation, str, int]]) -> Missing:
    fullest = max((c for c, _, _ in part), key=lambda c: (bool(c.date), bool(c.type), len(c.text)))
    types = Counter(c.type for c, _, times in part if c.type for _ in range(max(times, 1)))
    issuers = Counter(c.issuer for c, _, _ in part if c.issuer)
    fullest = replace(
        fullest,
        type=types.most_common(1)[0][0] if types else "",
        issuer=issuers.most_common(1)[0][0] if issuers else "",
    )
    entry = Missing(stub_of(fullest), held=False)
    for _, by, times in part:
        _count(entry, by, times)
    return entry


def _join(found: dict[str, Missing], stub: Missing) -> None:
    entry = found.setdefault(stub.about.id, stub)
    if entry is not stub:
        entry.mentions += stub.mentions
        entry.citing |= stub.citing


def _count(entry: Missing, by: str, times: int) -> None:
    entry.mentions += times
    entry.citing.add(by)


def _rank(entry: Missing) -> tuple[int, int, str]:
    return -len(entry.citing), -entry.mentions, fold(f"{entry.about.type} {entry.about.number}")
