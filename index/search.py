"""A query becomes ranked passages: understood, ranked by words and by meaning, fused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path

from ingest import Citation, WrongSetting, tokenize

from .answerability import (
    COVERAGE_BORDER,
    Nearness,
    coverage,
    everyday_found,
    has_word_for_word,
    in_texts_words,
    speaks_of_it,
)
from .catalogue import Catalogue
from .dense import DenseRanking
from .encoder import Encoder
from .fusion import fuse
from .grouping import fold_sisters
from .hits import as_hit
from .lexical import LexicalRanking
from .likeness import likeness
from .passages import embedded_text
from .queries import (
    Expansions,
    Language,
    Wish,
    Wording,
    calm,
    language_of,
    load_expansions,
    read_wording,
    tidy,
    without_asking,
    without_doers,
)
from .results import Filters, Hit, Results, Understanding, Why
from .scores import Scores
from .truth import Truth
from .understanding import asked_beside, is_of_itself, understand

CANDIDATES = 200
"""Passages that each ranking brings to the fusion. Recall@100 of the words alone is .96 on 79,882
articles and 1.0 on 1,377, so more candidates cost time and change nothing."""
OWN_LANGUAGE = 2_000_000  # characters of a store's texts that its language is read from
BESIDE = 0.5
"""Weight of words put beside a query by an everyday word, against those that were typed."""
NAMED_FIRST = 5  # passages of the documents a query names that come before all others

Facets = dict[str, tuple[str, ...]]


class KnowledgeBase(Catalogue):
    """A store opened for reading, with the rankings that search it."""

    def __init__(
        self,
        truth: Truth,
        lexical: LexicalRanking,
        dense: DenseRanking | None = None,
        encoder: Encoder | None = None,
        notices: tuple[str, ...] = (),
        expansions: Path | None = None,
    ) -> None:
        super().__init__(truth)
        self._lexical, self._dense, self.encoder = lexical, dense, encoder
        self.notices, self._expansions = notices, expansions

    def search(
        self,
        query: str,
        count: int = 10,
        filters: Filters | None = None,
        wish: Wish | None = None,
    ) -> Results:
        """The passages that answer a query, best first; documents it names come before others.

        `wish` takes back corrections and expansions. Where the file of expansions cannot be read,
        nothing is expanded and a notice says why.
        """
        facets = (filters or Filters()).chosen()
        understood = self.understand(query, wish)
        hits: list[Hit] = []
        if understood.named:
            asked = self.read_wording(asked_beside(understood), wish=wish)
            for id in understood.named[:count]:
                hits += self._hits_in(id, understood, asked, facets)
        topic = self.topic_of(understood, wish)
        scores = self.scores(topic, facets)
        taken = {hit.passage.id for hit in hits}
        wanted = max(count - len(hits), 0) + count // 2  # some are folded under others
        rest = [id for id in scores.order() if id not in taken][:wanted]
        hits += [as_hit(topic, *found, scores) for found in self.passages(rest)]
        is_clear = bool(understood.named) or (
            not understood.not_held and self._is_clear(topic, hits, scores)
        )
        folded = tuple(self._with_sureness(hit) for hit in fold_sisters(hits)[:count])
        notices = (*self.notices, *self._expansions_now()[1])
        return Results(query, understood, self.revision, folded, is_clear, notices)

    def topic_of(self, understood: Understanding, wish: Wish | None = None) -> Wording:
        """What is ranked: of `… hiện nay theo quy định nào` only what stands before."""
        shown = understood.wording.shown
        topic = without_asking(shown) if understood.wants_newest else shown
        return understood.wording if topic == shown else self.read_wording(topic, wish=wish)

    def _with_sureness(self, hit: Hit) -> Hit:
        """A hit with how surely its page was recognised, where it was."""
        sureness, place = self.sureness(hit.about.id), (hit.passage.start, hit.passage.end)
        if (sure := sureness.at(*place)) is None:
            return hit
        return replace(hit, sureness=sure, page=sureness.page_at(place[0]))

    def _is_clear(self, asked: Wording, hits: Sequence[Hit], scores: Scores) -> bool:
        """Whether the best hit speaks of what was asked; nothing does where nothing is found."""
        if not hits:
            return False
        found = embedded_text(hits[0].passage.context, hits[0].text)
        if has_word_for_word(asked, found):
            return True
        if scores.dense:
            return any(map(speaks_of_it, self._ways_near(asked, hits[0], scores)))
        return coverage(asked, found, self.language) >= COVERAGE_BORDER

    def nearness(self, asked: Wording, best: Hit, scores: Scores) -> Nearness | None:
        """How near a query is to its best hit; None where there are no vectors."""
        ways = self._ways_near(asked, best, scores)
        return max(ways, key=lambda one: one.height, default=None)

    def _ways_near(self, asked: Wording, best: Hit, scores: Scores) -> Iterator[Nearness]:
        """How near each way to say a query is, the next embedded only where it is asked for.

        What was put beside a query must not take it away from its answer, nor an everyday word that
        texts call otherwise, nor whose deed it is: the nearest of the ways counts.
        """
        encoder, dense = self.encoder, self._dense
        if encoder is None or dense is None or not scores.dense:
            return
        text = embedded_text(best.passage.context, best.text)
        found = encoder.piece_vectors(text.lower())
        everyday = everyday_found(asked, text)
        strangeness = self.language.strangeness(asked.shown)

        def alike(words: str) -> float:
            return likeness(encoder.piece_vectors(words), found)

        def near(words: str, cosine: float) -> Nearness:
            pieces = encoder.piece_vectors(words)
            return Nearness(cosine, likeness(pieces, found), len(pieces), everyday, strangeness)

        yield near(asked.for_meaning, max(scores.dense.values()))
        ways = [asked.for_meaning, calm(asked.meant), in_texts_words(asked, alike)]
        ways += [without_doers(words) for words in ways]
        for words in dict.fromkeys(ways[1:]):
            if words != asked.for_meaning:
                cosines = dense.cosines(encoder.encode_queries([words])[0], list(scores.dense))
                yield near(words, max(cosines.values()))

    def scores(
        self, asked: Wording, facets: Facets | None = None, count: int = CANDIDATES
    ) -> Scores:
        """Rank the passages by words and by meaning, and fuse the two."""
        tokens = _weighed(asked)
        if not tokens:
            return Scores({}, {}, {})
        lexical = dict(self._lexical.rank(tokens, count, facets or {}))
        if not lexical:  # meaning alone always finds something, and here it would be nothing
            return Scores({}, {}, {})
        dense = self._dense_scores(asked.for_meaning, facets or {}, lexical, count)
        return Scores(lexical, dense, fuse(lexical, dense))

    def understand(self, query: str, wish: Wish | None = None) -> Understanding:
        """What a query means, and what it names: citations, or documents by another name."""
        return understand(self, query, partial(self.read_wording, wish=wish))

    def read_wording(
        self, query: str, references: Sequence[Citation] = (), wish: Wish | None = None
    ) -> Wording:
        """A query corrected and written out, the citations in it left as they are."""
        kept = [(one.full_start, one.full_end) for one in references]
        known, _ = self._expansions_now()
        return read_wording(tidy(query), self.language, known, kept, wish)

    def _expansions_now(self) -> tuple[Expansions, tuple[str, ...]]:
        """What the file of expansions says now, or none and the sentence that says why."""
        try:
            return load_expansions(self._expansions), ()
        except WrongSetting as failure:
            return Expansions(), (f"Chưa mở rộng cách gọi tắt nào: {failure}",)

    @cached_property
    def language(self) -> Language:
        """The language of the store's own texts, beside that of official texts in general."""
        ids = self.truth.all("SELECT id FROM documents ORDER BY id")
        rows = (self.truth.one("SELECT text FROM documents WHERE id = ?", row["id"]) for row in ids)
        return language_of((row["text"] for row in rows if row), OWN_LANGUAGE)

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
        self, document: str, understood: Understanding, asked: Wording, facets: Facets
    ) -> list[Hit]:
        """The best passages of a document the query names, those of the cited units first.

        They are ranked by what is `asked` beside the documents named.
        """
        only = facets | {"document": (document,)}
        scores = self.scores(asked, only)
        citing = [one.citation for one in understood.cited if document in one.documents]
        places = [self._passages_at(document, unit) for one in citing for unit in one.units]
        ids = [id for place in places for id in place[:1]]  # of several units each one's beginning
        ids += [id for place in places for id in place[1:]]
        ranked = scores.order() or self.passages_of(only)
        if is_of_itself(self, understood, document):
            # what is known of a document stands before its provisions
            ids += [passage.id for passage, _, _ in self.passages(ranked) if not passage.address]
        ids += ranked
        why = _why_named(document, understood, citing)
        share = max(1, len(places), NAMED_FIRST // len(understood.named))
        found = self.passages(list(dict.fromkeys(ids))[:share])
        return [as_hit(asked, *passage, scores, named=str(why)) for passage in found]

    def _passages_at(self, document: str, unit: tuple[str, ...]) -> list[int]:
        """Numbers of the passages of a unit, or of what it would be in: digests lack khoản."""
        outer = (unit[:size] for size in range(len(unit), 0, -1))
        address = next((place for part in outer if (place := self.find_unit(document, part))), None)
        return self.passages_in(document, address) if address else []


def _why_named(document: str, understood: Understanding, citing: Sequence[Citation]) -> Why:
    """Why a document that a query names comes before others."""
    if document in understood.guiding:
        return Why.GUIDANCE
    if document in understood.signed:
        return Why.SIGNER
    if document in understood.listed:
        return Why.LISTED
    return Why.NUMBER if any(one.number for one in citing) else Why.NAME


def _weighed(asked: Wording) -> Counter[str]:
    """A query's tokens with their weights: as typed, as meant, and what was put beside them."""
    tokens: Counter[str] = Counter(tokenize(asked.shown)) | Counter(tokenize(asked.meant))
    for words in asked.beside:
        for token in set(tokenize(words)) - tokens.keys():
            tokens[token] = BESIDE  # type: ignore[assignment]
    return tokens
