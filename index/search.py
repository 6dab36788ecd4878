"""A query becomes ranked passages: understood, ranked by words and by meaning, fused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest import Citation, Metadata, read_reference, tokenize

from .catalogue import Catalogue
from .dense import DenseRanking
from .encoder import Encoder
from .fusion import fuse
from .lexical import LexicalRanking
from .marks import find_marks, matched_words
from .passages import Passage
from .results import Filters, Hit, Results, Understanding, Why
from .truth import Truth

CANDIDATES = 200
"""Passages that each ranking brings to the fusion. Recall@100 of the words alone is .96 on 79,882
articles and 1.0 on 1,377, so more candidates cost time and change nothing."""
NAMED_FIRST = 5  # passages of the documents a query names that come before all others

Facets = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Scores:
    """One query's scores by passage number: of each ranking, and fused."""

    lexical: dict[int, float]
    dense: dict[int, float]
    fused: dict[int, float]

    def order(self) -> list[int]:
        """Passage numbers, best first; ties in reading order."""
        return sorted(self.fused, key=lambda id: (-self.fused[id], id))


class KnowledgeBase(Catalogue):
    """A store opened for reading, with the rankings that search it."""

    def __init__(
        self,
        truth: Truth,
        lexical: LexicalRanking,
        dense: DenseRanking | None = None,
        encoder: Encoder | None = None,
        notices: tuple[str, ...] = (),
    ) -> None:
        super().__init__(truth)
        self._lexical, self._dense, self.encoder = lexical, dense, encoder
        self.notices = notices

    def search(self, query: str, count: int = 10, filters: Filters | None = None) -> Results:
        """The passages that answer a query, best first; documents it names come before others."""
        facets = (filters or Filters()).chosen()
        understood = self.understand(query)
        hits = [
            hit for id in understood.named for hit in self._hits_in(id, query, understood, facets)
        ]
        scores = self.scores(query, facets)
        taken = {hit.passage.id for hit in hits}
        rest = [id for id in scores.order() if id not in taken][: max(count - len(hits), 0)]
        hits += [_hit(query, *found, scores) for found in self.passages(rest)]
        return Results(query, understood, self.revision, tuple(hits[:count]), self.notices)

    def scores(self, query: str, facets: Facets | None = None, count: int = CANDIDATES) -> Scores:
        """Rank the passages by words and by meaning, and fuse the two."""
        tokens = tokenize(query)
        if not tokens:
            return Scores({}, {}, {})
        lexical = dict(self._lexical.rank(tokens, count, facets or {}))
        if not lexical:  # meaning alone always finds something, and here it would be nothing
            return Scores({}, {}, {})
        dense = self._dense_scores(query, facets or {}, lexical, count)
        return Scores(lexical, dense, fuse(lexical, dense))

    def understand(self, query: str) -> Understanding:
        """What a query names: a citation, or a document by one of its other names."""
        reference = read_reference(query)
        cited = [about.id for about in self.find_documents(reference)] if reference else []
        names = f"{query}\n{reference.text if reference else ''}"
        named = [about.id for about in self.find_named(names) if about.id not in cited]
        not_held = reference.text if reference and not (cited or named) else ""
        return Understanding(reference, tuple(cited), tuple(cited + named), not_held)

    def _dense_scores(
        self, query: str, facets: Facets, lexical: dict[int, float], count: int
    ) -> dict[int, float]:
        """Cosines of the nearest passages, and of those the words found."""
        if self._dense is None or self.encoder is None:
            return {}
        vector = self.encoder.encode_queries([query])[0]
        allowed = self.passages_of(facets) if facets else None
        nearest = dict(self._dense.rank(vector, count, allowed))
        return nearest | self._dense.cosines(vector, [id for id in lexical if id not in nearest])

    def _hits_in(
        self, document: str, query: str, understood: Understanding, facets: Facets
    ) -> list[Hit]:
        """The best passages of a document the query names, those of the cited unit first."""
        only = facets | {"document": (document,)}
        asked = _beside(query, understood.reference)
        scores = self.scores(asked, only)
        unit = understood.reference.unit if understood.reference else ()
        address = self.find_unit(document, unit) if unit else None
        ids = self.passages_in(document, address) if address else []
        ids += scores.order() or self.passages_of(only)
        why = Why.NUMBER if document in understood.cited else Why.NAME
        share = max(1, NAMED_FIRST // len(understood.named))
        found = self.passages(list(dict.fromkeys(ids))[:share])
        return [_hit(asked, *passage, scores, named=str(why)) for passage in found]


def _beside(query: str, reference: Citation | None) -> str:
    """What a query asks besides the document it names; empty for a number alone."""
    if reference is None:
        return query
    return f"{query[: reference.full_start]} {query[reference.full_end :]}".strip()


def _hit(
    query: str,
    passage: Passage,
    about: Metadata,
    text: str,
    scores: Scores,
    named: str = "",
) -> Hit:
    marks = find_marks(text, query)
    why = [named] if named else []
    if passage.id in scores.lexical:
        why.append(_words_matched(text, marks))
    if passage.id in scores.dense and _is_near(scores.dense, passage.id):
        why.append(str(Why.MEANING))
    score = scores.fused.get(passage.id, 0.0) + (1.0 if named else 0.0)
    return Hit(passage, about, text, round(score, 4), tuple(why), marks)


def _words_matched(text: str, marks: Sequence[tuple[int, int]]) -> str:
    words = matched_words(text, marks)
    return f"{Why.WORDS}: {', '.join(words)}" if words else f"{Why.WORDS} ở tiêu đề"


def _is_near(dense: dict[int, float], id: int) -> bool:
    """In the upper half of this query's cosines: below it they say nothing."""
    low, high = min(dense.values()), max(dense.values())
    return dense[id] >= (low + high) / 2
