"""The documents of a search in the order a person reads them: validity counts where asked for."""

from __future__ import annotations

from collections.abc import Sequence

from index import DocumentHits, Hit, KnowledgeBase, Results, Why, group_by_document, valid_first
from ingest import Metadata

from .validity import Ledger


def in_order(kb: KnowledgeBase, results: Results, ledger: Ledger) -> tuple[DocumentHits, ...]:
    """The documents of a result, best first; of equal ones what has ended comes last.

    Where the newest is asked for, what stands today in a document's place comes before it.
    """
    groups = valid_first(
        group_by_document(results.hits), lambda about: ledger.validity_of(about).has_ended
    )
    return _with_successors(kb, groups, ledger) if results.understood.wants_newest else groups


def _with_successors(
    kb: KnowledgeBase, groups: Sequence[DocumentHits], ledger: Ledger
) -> tuple[DocumentHits, ...]:
    found = {group.about.id: group for group in groups}
    ordered: dict[str, DocumentHits] = {}
    for group in groups:
        if chain := ledger.successors_of(group.about):
            newest = chain[-1]
            newer = found.get(newest.id) or _opened(kb, newest, group.score)
            if newer:
                ordered.setdefault(newest.id, newer)
        ordered.setdefault(group.about.id, group)
    return tuple(ordered.values())


def _opened(kb: KnowledgeBase, about: Metadata, score: float) -> DocumentHits | None:
    """A document at its beginning; None where it is not held."""
    first = kb.passages(kb.passages_of({"document": (about.id,)})[:1])
    hits = tuple(Hit(*each, score=0.0, why=(str(Why.SUCCESSOR),)) for each in first)
    return DocumentHits(about, score, hits) if hits else None
