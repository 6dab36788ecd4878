"""Megabytes a second of reading references, on real text and on text made up to be slow."""

from __future__ import annotations

import statistics
import time
from pathlib import Path
from typing import Any

from ingest import parse
from ingest.citations import find_back_references, find_citations, find_suspects

ROUNDS = 3
CORPUS = Path(__file__).resolve().parents[1] / "corpus"
LENGTH = 1_000_000  # characters
PIECES = (
    *("22-QĐ/TW ", "Quy định số ", "khoản 1 Điều 2 ", "Điều 1, 2, 3, ", "Luật ", "Luật Đất "),
    *("a/", "1/", "1-", "((((", "khóa ", "Hội nghị Trung ương 4 ", " ", "ngày 1/1/2020 ", "a"),
    *("các Điều 5, 7 và 9 Quy định 37 ", "điểm a, b và ", "NQTW4 ", "Quy định này ", "1 "),
    *("30/2020/NĐ-CP ngày 1/1/2020 của Chính phủ, ", "Luật sửa đổi, bổ sung một số điều của "),
)


def measure() -> dict[str, Any]:
    """Megabytes a second, and the seconds of each made-up text with the references in it."""
    text = "\n".join(parse(path).text for path in sorted(CORPUS.glob("*-*.md")))
    real = text * (LENGTH // len(text) + 1)
    rows = [_row(piece) for piece in PIECES]
    slowest = max(rows, key=lambda row: row["seconds"])
    return {
        "real": _measured(real),
        "slowest_s": slowest["seconds"],
        "slowest_without_references_s": max(
            row["seconds"] for row in rows if not row["references"]
        ),
        "rows": rows,
    }


def _row(piece: str) -> dict[str, Any]:
    return {"piece": piece, **_measured(piece * (LENGTH // len(piece)))}


def _measured(text: str) -> dict[str, Any]:
    seconds = []
    references = 0
    for _ in range(ROUNDS):
        start = time.perf_counter()
        named = find_citations(text)
        back = find_back_references(text, named)
        find_suspects(text, (*named, *back))
        seconds.append(time.perf_counter() - start)
        references = len(named) + len(back)
    middle = statistics.median(seconds)
    return {
        "characters": len(text),
        "references": references,
        "seconds": round(middle, 2),
        "megabytes_per_second": round(len(text.encode()) / middle / 1e6, 2),
        "microseconds_per_reference": round(1e6 * middle / references, 1) if references else None,
    }
