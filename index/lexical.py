"""Ranking by words: BM25 in Tantivy, a cache of the passages in the truth."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

LAYOUT = 1  # raise when the fields or the tokenizer change: the cache is then built again
WRITER_MEMORY = 128_000_000  # bytes; Tantivy's floor is 15 MB a thread, more makes fewer segments
FILTERS = ("document", "type", "issuer", "year", "edition")


class LexicalEntry(NamedTuple):
    """What the ranking by words knows of one passage."""

    id: int
    tokens: Sequence[str]
    facets: dict[str, str]
    """A value for each of FILTERS."""


class LexicalRanking:
    """An index of tokens on disk; one writer at a time, readers see the last commit."""

    def __init__(self, folder: Path) -> None:
        import tantivy

        self._tantivy = tantivy
        folder.mkdir(parents=True, exist_ok=True)
        self._schema = _schema()
        self._index = tantivy.Index(self._schema, path=str(folder), reuse=True)
        self._index.register_tokenizer("tokens", _whitespace())
        self._searcher = self._index.searcher()

    def replace(self, entries: Iterable[LexicalEntry], removed: Iterable[int]) -> None:
        """Add or replace passages and take others out, in one commit; safe to repeat."""
        writer = self._index.writer(heap_size=WRITER_MEMORY, num_threads=1)
        for id in removed:
            writer.delete_documents_by_query(self._numbered(id))
        for entry in entries:
            writer.delete_documents_by_query(self._numbered(entry.id))
            record = self._tantivy.Document()
            record.add_unsigned("id", entry.id)
            record.add_text("tokens", " ".join(entry.tokens))
            for name, value in entry.facets.items():
                record.add_text(name, value)
            writer.add_document(record)
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()

    def rank(
        self,
        tokens: Mapping[str, float],
        count: int,
        only: Mapping[str, Sequence[str]] | None = None,
    ) -> list[tuple[int, float]]:
        """The best passages for a query's weighed tokens as (passage, BM25), best first.

        `only` keeps the passages whose facets have one of the given values, for each name in it.
        """
        if not tokens:
            return []
        found = self._searcher.search(self._query(tokens, only or {}), limit=count, count=False)
        ids = self._searcher.fast_field_values("id", [address for _, address in found.hits])
        scores = [score for score, _ in found.hits]
        return sorted(zip(ids, scores, strict=True), key=lambda hit: (-hit[1], hit[0]))

    def ids(self) -> set[int]:
        """Every passage in the cache."""
        count = self._searcher.num_docs
        if not count:
            return set()
        everything = self._searcher.search(
            self._tantivy.Query.all_query(), limit=count, count=False
        )
        return set(self._searcher.fast_field_values("id", [place for _, place in everything.hits]))

    def _query(self, tokens: Mapping[str, float], only: Mapping[str, Sequence[str]]) -> Any:
        query, occur = self._tantivy.Query, self._tantivy.Occur
        words = [
            (occur.Should, query.boost_query(self._term("tokens", token), float(weight)))
            for token, weight in tokens.items()
        ]
        parts = [(occur.Must, query.boolean_query(words))]
        for name, values in only.items():
            allowed = [(occur.Should, self._term(name, value)) for value in values]
            parts.append((occur.Must, query.const_score_query(query.boolean_query(allowed), 0.0)))
        return query.boolean_query(parts)

    def _numbered(self, id: int) -> Any:
        """Deleting by term takes the number for a signed one, and finds nothing."""
        return self._tantivy.Query.term_query(self._schema, "id", id, index_option="basic")

    def _term(self, field: str, value: str) -> Any:
        option = "freq" if field == "tokens" else "basic"
        return self._tantivy.Query.term_query(self._schema, field, value, index_option=option)


def forget(folder: Path) -> None:
    """Throw the cache away; the next opening builds it again."""
    shutil.rmtree(folder, ignore_errors=True)


def _schema() -> Any:
    import tantivy

    fields = tantivy.SchemaBuilder()
    fields.add_unsigned_field("id", stored=True, indexed=True, fast=True)
    # frequencies without positions: pairs already say what stands side by side
    fields.add_text_field("tokens", tokenizer_name="tokens", index_option="freq")
    for name in FILTERS:
        fields.add_text_field(name, tokenizer_name="raw", index_option="basic")
    return fields.build()


def _whitespace() -> Any:
    import tantivy

    return tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
