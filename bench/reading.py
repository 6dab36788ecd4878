"""Pages a second: understanding a PDF against pypdf's bare extraction in the same run."""

from __future__ import annotations

import statistics
import time
from pathlib import Path
from typing import Any

from ingest import UnreadableFile, find_citations, read, segment

ROUNDS = 3


def measure(pdfs: Path) -> dict[str, Any]:
    """Ratio of our seconds to pypdf's, per file and over all; `parse` is all that ingest does."""
    rows = [row for path in sorted(pdfs.glob("*.pdf")) if (row := _row(path))]
    pages = sum(row["pages"] for row in rows)
    bare = sum(row["bare_s"] for row in rows)
    ours = sum(row["parse_s"] for row in rows)
    return {
        "files": len(rows),
        "pages": pages,
        "bare_pages_per_second": round(pages / bare, 1) if bare else None,
        "parse_pages_per_second": round(pages / ours, 1) if ours else None,
        "ratio_over_all": round(ours / bare, 2) if bare else None,
        "ratio_median": round(statistics.median(row["ratio"] for row in rows), 2) if rows else None,
        "rows": rows,
    }


def _row(path: Path) -> dict[str, Any] | None:
    try:
        pages = len(read(path).pages)
    except UnreadableFile:
        return None
    # the two in turn, so that a slow moment of the machine meets both
    pairs = [(_seconds(_bare, path), _seconds(_parse, path)) for _ in range(ROUNDS)]
    bare = statistics.median(pair[0] for pair in pairs)
    ours = statistics.median(pair[1] for pair in pairs)
    return {
        "file": path.name,
        "pages": pages,
        "bare_s": round(bare, 3),
        "parse_s": round(ours, 3),
        "ratio": round(statistics.median(b / a for a, b in pairs), 2),
    }


def _bare(path: Path) -> None:
    from pypdf import PdfReader

    for page in PdfReader(path).pages:
        page.extract_text()


def _parse(path: Path) -> None:
    text = read(path).text
    segment(text)
    find_citations(text)


def _seconds(work: Any, path: Path) -> float:
    start = time.perf_counter()
    work(path)
    return time.perf_counter() - start
