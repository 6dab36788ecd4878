"""The documents of a search in the order a person reads them: validity counts where asked for."""

from __future__ import annotations

from collections.abc import Iterator
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
    for, what stands today in a document's place comes before it, if the filters let it through, and
    of nearly equal ones what has ended after what has not. Where it is asked what took a document's
    place, all that did come before it.
    """
    understood = results.understood
    groups = valid_first(
        group_by_document(results.hits), lambda about: ledger.validity_of(about).has_ended
    )
    groups = _of_body_first(understood, groups)
    if not (understood.wants_newest or understood.wants_successor):
        return groups
    found = {group.about.id: group for group in groups}
    ordered: dict[str, DocumentHits] = {}
    for group in groups:
        for newer, why in _in_its_place(understood, group.about, ledger):
            opened = found.get(newer.id) or _opened(kb, newer, group, filters or Filters())
            if opened:
                as_good = replace(opened, score=max(opened.score, group.score))
                ordered.setdefault(newer.id, _told(as_good, why))
        ordered.setdefault(group.about.id, group)
    if understood.wants_newest:
        return _standing_first(tuple(ordered.values()), ledger)
    return tuple(ordered.values())


def _in_its_place(
    understood: Understanding, about: Metadata, ledger: Ledger
) -> Iterator[tuple[Metadata, Why]]:
    """What is to come before a document for having taken its place, the newest first."""
    chain = ledger.successors_of(about)
    for newer in chain[-1:]:
        is_asked = understood.wants_successor and about.id in understood.named
        if is_asked or (understood.wants_newest and not ledger.validity_of(newer).has_ended):
            yield newer, Why.SUCCESSOR
    if understood.wants_successor and about.id in understood.named:
        yield from ((newer, Why.REPLACING) for newer in chain[-2::-1])


def _standing_first(groups: tuple[DocumentHits, ...], ledger: Ledger) -> tuple[DocumentHits, ...]:
    """Of the groups that are nearly as good as the best, those that have ended after the others."""
    least = NEARLY * max((group.score for group in groups), default=0.0)
    nearly = [group for group in groups if group.score >= least]
    ended = [group for group in nearly if ledger.validity_of(group.about).has_ended]
    standing = [group for group in nearly if group not in ended]
    return (*standing, *ended, *(group for group in groups if group.score < least))


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
