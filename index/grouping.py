"""Hits under their documents: ranked by all their provisions, sister provisions folded together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from ingest import Edition, Metadata, tokenize

from .results import Hit

NEXT = 0.001
"""Weight of a document's second-best passage beside its best; each further one weighs as much
less, so that of documents whose best ones are equal the one with more of them comes first. nDCG@10
on kept-back questions of ALQAC 2022, 2025 and Zalo 2021: 0 and .001 .976 .930 .854, .003 .976 .930
.853, .01 .976 .928 .854; with the model before, .03 lost .003 to .004."""
EQUAL = 2  # decimals to which two documents' scores are compared before validity decides
LOOKED_AT = 3  # best passages of a document that its score is made of
SAME_TEXT = 0.9
"""Share of tokens that two provisions have in common (Jaccard) from which they are one wording."""
LEAST_TOKENS = 30  # shorter provisions are alike by chance


@dataclass(frozen=True, slots=True)
class DocumentHits:
    """A document in a result with its best passages, best first."""

    about: Metadata
    score: float
    hits: tuple[Hit, ...]


def document_score(scores: Sequence[float]) -> float:
    """A document's score from those of its passages, best first."""
    return sum(score * NEXT**n for n, score in enumerate(scores[:LOOKED_AT]))


def group_by_document(hits: Sequence[Hit]) -> tuple[DocumentHits, ...]:
    """Hits under their documents, the best document first; named documents stay before others."""
    groups: dict[str, list[Hit]] = {}
    for hit in hits:
        groups.setdefault(hit.about.id, []).append(hit)
    found = [
        DocumentHits(g[0].about, document_score([h.score for h in g]), tuple(g))
        for g in groups.values()
    ]
    named = [group for group in found if group.hits[0].is_named]
    others = [group for group in found if not group.hits[0].is_named]
    return (*named, *sorted(others, key=lambda group: -group.score))


def valid_first(
    groups: Sequence[DocumentHits], has_ended: Callable[[Metadata], bool]
) -> tuple[DocumentHits, ...]:
    """Documents in their order; of those with equal scores, what has ended comes last."""

    def rank(group: DocumentHits) -> tuple[bool, float, bool]:
        if group.hits[0].is_named:
            return False, 0.0, False
        return True, -round(group.score, EQUAL), has_ended(group.about)

    return tuple(sorted(groups, key=rank))


def fold_sisters(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """Put a provision that another document words alike under the better one, as its sister."""
    kept: list[Hit] = []
    known: list[frozenset[str]] = []
    for hit in hits:
        tokens = frozenset(tokenize(hit.text))
        twin = next((n for n, other in enumerate(known) if _are_alike(tokens, other)), None)
        is_record = hit.about.edition is Edition.STUB  # our own words, alike for every document
        if twin is None or is_record or hit.is_named or kept[twin].about.id == hit.about.id:
            kept.append(hit)
            known.append(tokens)
        else:
            kept[twin] = replace(kept[twin], sisters=(*kept[twin].sisters, hit))
    return tuple(kept)


def _are_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    if min(len(one), len(other)) < max(LEAST_TOKENS, SAME_TEXT * max(len(one), len(other))):
        return False
    common = len(one & other)
    return common >= SAME_TEXT * (len(one) + len(other) - common)
