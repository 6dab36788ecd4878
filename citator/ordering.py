"""The documents of a search in the order a person reads them: validity counts where asked for."""

from __future__ import annotations

from dataclasses import replace

from index import (
    DocumentHits,
    Filters,
    Hit,
    KnowledgeBase,
    Results,
    Understanding,
    Why,
    group_by_document,
    valid_first,
)
from ingest import Metadata

from .validity import Ledger

NEARLY = 0.85
"""Share of the best score from which a document of the body asked for comes first; bodies are named
wrongly, too, and what is far from the topic would hide what answers."""


def in_order(
    kb: KnowledgeBase, results: Results, ledger: Ledger, filters: Filters | None = None
) -> tuple[DocumentHits, ...]:
    """The documents of a result, best first; of equal ones what has ended comes last.

    Of nearly equal ones those of the body that is asked for come first. Where the newest is asked
    for, what stands today in a document's place comes before it, if the filters let it through.
    """
    groups = valid_first(
        group_by_document(results.hits), lambda about: ledger.validity_of(about).has_ended
    )
    groups = _of_body_first(results.understood, groups)
    if not results.understood.wants_newest:
        return groups
    found = {group.about.id: group for group in groups}
    ordered: dict[str, DocumentHits] = {}
    for group in groups:
        for newest in ledger.successors_of(group.about)[-1:]:
            newer = found.get(newest.id) or _opened(kb, newest, group, filters or Filters())
            if newer and not ledger.validity_of(newest).has_ended:
                ordered.setdefault(newest.id, _told(newer, Why.SUCCESSOR))
        ordered.setdefault(group.about.id, group)
    return tuple(ordered.values())


def _of_body_first(
    understood: Understanding, groups: tuple[DocumentHits, ...]
) -> tuple[DocumentHits, ...]:
    if understood.of_body is None or understood.named:
        return groups
    least = NEARLY * max((group.score for group in groups), default=0.0)

    def is_first(group: DocumentHits) -> bool:
        about = group.about
        return (about.type, about.issuer) == understood.of_body and group.score >= least

    first = [_told(group, Why.BODY) for group in groups if is_first(group)]
    return (*first, *(group for group in groups if not is_first(group)))


def _told(group: DocumentHits, why: Why) -> DocumentHits:
    """The group with a reason before those of its hits."""
    return replace(group, hits=tuple(replace(hit, why=(str(why), *hit.why)) for hit in group.hits))


def _opened(
    kb: KnowledgeBase, about: Metadata, older: DocumentHits, filters: Filters
) -> DocumentHits | None:
    """A document that the ranking did not list, at the place worded like the older one's best.

    Where it has none it is opened at its beginning. None where it is not held, or filtered out.
    """
    chosen = filters.chosen() | {"document": (about.id,)}
    places = kb.passages(kb.passages_of(chosen)[:1])
    if not places:
        return None
    alike = [sister for hit in older.hits for sister in hit.sisters if sister.about.id == about.id]
    hits = tuple(alike) or tuple(Hit(*each, score=0.0, why=()) for each in places)
    return DocumentHits(about, older.score, hits)
