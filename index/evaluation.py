"""Judged questions through the product's own store, tokenizer, rankings and fusion."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from ingest import Document

from .caches import (
    Progress,
    catch_up_behind,
    catch_up_lexical,
    embed_missing,
    embed_passages,
    ignore_progress,
)
from .documents import put_document
from .encoder import Encoder
from .fusion import fuse
from .grouping import document_score
from .judged_sets import Judgements, corpus_file, read_corpus, read_judgements
from .knowledge_base import open_store
from .passages import split
from .queries import Wish, Wording
from .search import KnowledgeBase
from .slips import drop_diacritics, slip
from .truth import Truth, open_to_read, open_to_write

JUDGED_CANDIDATES = 50  # best passages by words whose meaning is compared in `candidates`
DEPTH = 100  # documents kept of each ranking: as deep as the deepest measure looks
DOCUMENTS_AT_ONCE = 2000  # in one commit while loading
RESAMPLES = 1000  # bootstrap samples of the questions for the 95 % intervals
SEED = 13


class DenseUse(StrEnum):
    """How much of the ranking by meaning an evaluation uses."""

    FULL = "full"
    CANDIDATES = "candidates"
    OFF = "off"


class Typed(StrEnum):
    """How the questions of an evaluation are typed."""

    AS_IS = "as-is"
    BARE = "bare"
    """Without diacritics."""
    SLIP = "slip"
    """With one slip of the finger each."""

    def retype(self, id: str, text: str) -> str:
        """The text of a question, typed so; the same in every run."""
        if self is Typed.BARE:
            return drop_diacritics(text)
        return slip(text, id) if self is Typed.SLIP else text


@dataclass(frozen=True, slots=True)
class Figure:
    """A measure over all questions with its 95 % bootstrap interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What one evaluation measured, and under which setting."""

    setting: dict[str, Any]
    figures: dict[str, Figure]
    seconds: dict[str, float]


def evaluate(
    folder: Path,
    kb: Path,
    encoder: Encoder | None,
    dense: DenseUse,
    progress: Progress = ignore_progress,
    typed: Typed = Typed.AS_IS,
    wish: Wish | None = None,
) -> Evaluation:
    """Rank every question of a judged set and measure the rankings.

    `folder` holds corpus.jsonl or corpus.jsonl.gz (`id, title, text, law_id`), queries.jsonl
    (`id, text`) and qrels.tsv (question, document, grade). The corpus is loaded once into a store
    of its own at `kb`, and vectors stay there for the next evaluation. Raises UnreadableFile.
    """
    started = time.perf_counter()
    judged = read_judgements(folder)
    questions = {id: typed.retype(id, text) for id, text in judged.queries.items()}
    judged = replace(judged, queries=questions)
    if dense is DenseUse.OFF:
        encoder = None
    with open_to_write(kb) as truth:
        documents = _load_corpus(truth, folder, progress)
        catch_up_lexical(truth, progress)
        if dense is DenseUse.FULL and encoder:
            _embed_all(truth, encoder, progress)
    prepared = time.perf_counter()
    rankings = dict(_rankings(kb, encoder, dense, judged, progress, wish))
    ranked = time.perf_counter()
    return Evaluation(
        setting={
            "set": folder.name,
            "documents": documents,
            "questions": len(judged.queries),
            "typed": str(typed),
            "dense": str(dense),
            "model": encoder.fingerprint if encoder else "",
            "dense_candidates": JUDGED_CANDIDATES if dense is DenseUse.CANDIDATES else None,
            "fusion": "min-max",
        },
        figures=_measure(rankings, judged),
        seconds={
            "prepare": round(prepared - started, 1),
            "rank": round(ranked - prepared, 1),
            "per_question": round((ranked - prepared) / max(1, len(judged.queries)), 4),
        },
    )


def _load_corpus(truth: Truth, folder: Path, progress: Progress) -> int:
    """Load the corpus unless the store holds this very file already; returns the documents."""
    path = corpus_file(folder)
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    if truth.meta("corpus") == digest:
        return truth.count("documents")
    batch: list[Document] = []
    done = 0
    for document in read_corpus(path):
        batch.append(document)
        if len(batch) == DOCUMENTS_AT_ONCE:
            done += _put(truth, batch)
            progress("Nạp kho câu hỏi", done, 0)
            batch = []
    done += _put(truth, batch)
    with truth.commit():
        truth.set_meta("corpus", digest)
    return done


def _put(truth: Truth, batch: Sequence[Document]) -> int:
    with truth.commit() as revision:
        for document in batch:
            put_document(truth, document, [(p, "") for p in split(document)], revision)
    return len(batch)


def _embed_all(truth: Truth, encoder: Encoder, progress: Progress) -> None:
    embed_missing(truth, encoder, progress)
    catch_up_behind(truth)


def _rankings(
    kb: Path,
    encoder: Encoder | None,
    dense: DenseUse,
    judged: Judgements,
    progress: Progress,
    wish: Wish | None,
) -> Iterator[tuple[str, dict[str, float]]]:
    store = open_store(kb, encoder if dense is DenseUse.FULL else None)
    truth = open_to_read(kb)
    owners = {row["id"]: row["document"] for row in truth.all("SELECT id, document FROM passages")}
    for done, (id, text) in enumerate(judged.queries.items()):
        progress("Xếp hạng câu hỏi", done, len(judged.queries))
        if dense is DenseUse.CANDIDATES and encoder:
            scores = _candidate_scores(store, kb, encoder, store.read_wording(text, wish=wish))
        else:
            scores = store.scores(store.read_wording(text, wish=wish)).fused
        yield id, _by_document(scores, owners)


def _candidate_scores(
    store: KnowledgeBase, kb: Path, encoder: Encoder, asked: Wording
) -> dict[int, float]:
    """Fused scores when meaning is compared only for the best passages by words."""
    import numpy as np

    lexical = store.scores(asked).lexical
    best = sorted(lexical, key=lambda i: (-lexical[i], i))[:JUDGED_CANDIDATES]
    with open_to_write(kb) as truth:
        vectors = embed_passages(truth, encoder, best)
    wanted = encoder.encode_queries([asked.for_meaning])[0]
    return fuse(lexical, {id: float(np.dot(wanted, vector)) for id, vector in vectors.items()})


def _by_document(scores: dict[int, float], owners: dict[int, str]) -> dict[str, float]:
    """Documents with their scores, best first."""
    found: dict[str, list[float]] = {}
    for id, score in scores.items():
        found.setdefault(owners[id], []).append(score)
    totals = {owner: document_score(sorted(each, reverse=True)) for owner, each in found.items()}
    order = sorted(totals, key=lambda d: (-totals[d], d))[:DEPTH]
    return {document: totals[document] for document in order}


def _measure(rankings: dict[str, dict[str, float]], judged: Judgements) -> dict[str, Figure]:
    import ir_measures
    from ir_measures import RR, R, Success, nDCG

    names = {
        "nDCG@10": nDCG @ 10,
        "Acc@1": Success @ 1,
        "Recall@10": R @ 10,
        "Recall@100": R @ 100,
        "MRR@10": RR @ 10,
    }
    relevant = {id: judged.relevant[id] for id in judged.queries}
    values: dict[str, list[float]] = {name: [] for name in names}
    found = {
        (m.query_id, m.measure): m.value
        for m in ir_measures.iter_calc(names.values(), relevant, rankings)
    }
    for name, measure in names.items():
        values[name] = [found.get((id, measure), 0.0) for id in judged.queries]
    return {name: _interval(each) for name, each in values.items()}


def _interval(values: Iterable[float]) -> Figure:
    import numpy as np

    each = np.asarray(list(values))
    draw = np.random.default_rng(SEED).integers(0, len(each), (RESAMPLES, len(each)))
    low, high = np.percentile(each[draw].mean(axis=1), [2.5, 97.5])
    return Figure(round(float(each.mean()), 4), round(float(low), 4), round(float(high), 4))
