"""Pages a second and the most memory of the child that reads, for each kind of file."""

from __future__ import annotations

import statistics
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path
from typing import Any

from ingest import Document, Job, Options, UnreadableFile, Workshop
from ingest.isolation.memory import peak_of, resident_of_group
from ingest.readers.pdf import count_pages

KINDS = (".pdf", ".doc", ".docx", ".rtf", ".html", ".htm", ".txt")
PAGE = 2_000  # letters counted as a page where a file has none; a page of law has 1,500 to 3,000
BETWEEN_LOOKS = 0.05  # seconds


def measure(files: Path) -> dict[str, Any]:
    """Seconds and pages of every file, each read by a child of its own, and its peak memory.

    A scan is a PDF of which pages were recognised. The first file of a child pays for its start;
    a small one is read before the clock runs.
    """
    paths = sorted(path for path in files.iterdir() if path.suffix.lower() in KINDS)
    rows = [_measured(path) for path in paths]
    read = [row for row in rows if "refused" not in row]
    kinds = sorted({row["kind"] for row in read})
    return {
        "page": f"a page of a PDF, else {PAGE} letters",
        "kinds": {kind: _summed([row for row in read if row["kind"] == kind]) for kind in kinds},
        "rows": rows,
    }


def _measured(path: Path) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        warm_up = Path(folder) / "khoi-dong.txt"
        warm_up.write_text("Điều 1. Phạm vi\nTheo Quy định số 37-QĐ/TW.\n", encoding="utf-8")
        with Workshop(children=1) as workshop:
            workshop.begin(warm_up, Options()).result()
            recognised = Path(folder) / "trang"
            (child,) = workshop.children
            start = time.perf_counter()
            job = workshop.begin(path, Options(recognised=recognised))
            try:
                document, together = _watch(job, child)
            except UnreadableFile as refused:
                return {"file": path.name, "kind": path.suffix.lower(), "refused": str(refused)}
            seconds = time.perf_counter() - start
            alone = peak_of(child)
    pages = count_pages(path) if path.suffix.lower() == ".pdf" else len(document.text) / PAGE
    return {
        "file": path.name,
        "kind": _kind_of(path, document),
        "pages": round(pages, 1),
        "seconds": round(seconds, 2),
        "child_mb": round(alone / 1e6),
        "with_programs_mb": round(max(alone, together) / 1e6),
    }


def _watch(job: Job, child: int) -> tuple[Document, int]:
    """The document, and the most that the child and its programs held at a look."""
    most = 0
    with ThreadPoolExecutor(1) as threads:
        reading = threads.submit(job.result)
        while not reading.done():
            most = max(most, resident_of_group(child))
            wait([reading], BETWEEN_LOOKS)
    return reading.result(), most


def _kind_of(path: Path, document: Document) -> str:
    suffix = path.suffix.lower()
    if suffix != ".pdf":
        return suffix
    return ".pdf, recognised" if document.page_confidence else ".pdf with text"


def _summed(rows: list[dict[str, Any]]) -> dict[str, Any]:
    pages, seconds = sum(r["pages"] for r in rows), sum(r["seconds"] for r in rows)
    return {
        "files": len(rows),
        "pages": round(pages),
        "pages_per_second": round(pages / seconds, 1) if seconds else None,
        "seconds_per_page": round(seconds / pages, 3) if pages else None,
        "child_mb_median": round(statistics.median(r["child_mb"] for r in rows)),
        "child_mb_most": max(r["child_mb"] for r in rows),
        "with_programs_mb_most": max(r["with_programs_mb"] for r in rows),
    }
