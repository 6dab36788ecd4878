"""Passages a second through the embedded model, against the model it is made from, in turn."""

from __future__ import annotations

import statistics
import time
from pathlib import Path
from typing import Any

from index import Encoder, Settings, open_encoder, split
from ingest import MissingPart, parse

ROUNDS = 3
CORPUS = Path(__file__).resolve().parents[1] / "corpus"


def measure() -> dict[str, Any]:
    """Passages and syllables a second, milliseconds a query, and the ratio to the base model."""
    ours = open_encoder(Settings())
    assert ours is not None
    texts = [
        document.text[p.start : p.end]
        for path in sorted(CORPUS.glob("*-*.md"))
        for document in [parse(path)]
        for p in split(document)
    ]
    base = _base_encoder()
    encoders = {"ours": ours} | ({"base": base} if base else {})
    seconds: dict[str, list[float]] = {name: [] for name in encoders}
    queries: dict[str, list[float]] = {name: [] for name in encoders}
    for encoder in encoders.values():
        encoder.encode_passages(texts[:2])
    for _ in range(ROUNDS):
        for name, encoder in encoders.items():
            seconds[name].append(_seconds(lambda e=encoder: e.encode_passages(texts)))
            for text in texts[-40:]:
                taken = _seconds(lambda e=encoder, t=text: e.encode_queries([t[:80]]))
                queries[name].append(taken)
    syllables = sum(len(text.split()) for text in texts)
    typical = {name: statistics.median(each) for name, each in seconds.items()}
    return {
        "model": ours.fingerprint,
        "passages": len(texts),
        "syllables_per_passage": round(syllables / len(texts)),
        "passages_per_second": round(len(texts) / typical["ours"], 1),
        "syllables_per_second": round(syllables / typical["ours"]),
        "query_ms_p50": round(1000 * statistics.median(queries["ours"]), 1),
        "base_passages_per_second": round(len(texts) / typical["base"], 1) if base else None,
        "base_query_ms_p50": round(1000 * statistics.median(queries["base"]), 1) if base else None,
        "times_as_fast_as_base": round(typical["base"] / typical["ours"], 2) if base else None,
    }


def _base_encoder() -> Encoder | None:
    """The unpruned fp32 model through sentence-transformers, where `.[train]` is installed."""
    try:
        from platformdirs import user_cache_path

        from train.base_model import base_model

        folder = base_model(user_cache_path("viendan") / "models")
    except (ImportError, MissingPart):
        return None
    return open_encoder(Settings(model=str(folder), device="cpu"))


def _seconds(work: Any) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
