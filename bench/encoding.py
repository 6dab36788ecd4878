"""Passages a second through the embedded model, on passages of the repository's corpus."""

from __future__ import annotations

import statistics
import time
from pathlib import Path
from typing import Any

from index import Settings, open_encoder, split
from ingest import parse

ROUNDS = 3
CORPUS = Path(__file__).resolve().parents[1] / "corpus"


def measure(_pdfs: Path | None) -> dict[str, Any]:
    """Passages and pieces a second, and milliseconds a query, warm."""
    encoder = open_encoder(Settings())
    assert encoder is not None
    texts = [
        document.text[p.start : p.end]
        for path in sorted(CORPUS.glob("*-*.md"))
        for document in [parse(path)]
        for p in split(document)
    ]
    texts.sort(key=len)
    encoder.encode_passages(texts[:2])
    seconds = [_seconds(lambda: encoder.encode_passages(texts)) for _ in range(ROUNDS)]
    queries = [_seconds(lambda t=text: encoder.encode_queries([t[:80]])) for text in texts[-40:]]
    syllables = sum(len(text.split()) for text in texts)
    return {
        "model": encoder.fingerprint,
        "passages": len(texts),
        "syllables_per_passage": round(syllables / len(texts)),
        "passages_per_second": round(len(texts) / statistics.median(seconds), 1),
        "syllables_per_second": round(syllables / statistics.median(seconds)),
        "query_ms_p50": round(1000 * statistics.median(queries), 1),
    }


def _seconds(work: Any) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
