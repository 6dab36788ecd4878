"""The folders beside the database: the original files, what was uploaded, pages recognised."""

from __future__ import annotations

import shutil
from pathlib import Path

from .stamps import Stamp, safe_suffix
from .truth import Truth

FILES = "files"
UPLOADS = "uploads"
INCOMING = "incoming"
RECOGNISED = "recognised"


def make_folders(kb: Path) -> None:
    """Make what is not there yet."""
    for name in (FILES, RECOGNISED):
        (kb / name).mkdir(exist_ok=True)


def recognised_pages(kb: Path, sha256: str) -> Path:
    """The folder of the pages of one file that have been recognised so far."""
    return kb / RECOGNISED / sha256


def keep_original(kb: Path, stamp: Stamp) -> None:
    """Keep a file as it is, under the SHA-256 of its bytes."""
    kept = kb / FILES / f"{stamp.sha256}{safe_suffix(stamp.file)}"
    if not kept.exists():
        unfinished = kept.with_suffix(".tmp")
        shutil.copyfile(stamp.file, unfinished)
        unfinished.replace(kept)


def find_original(truth: Truth, document: str) -> Path | None:
    """The kept file that a document was read from."""
    row = truth.one("SELECT sha256 FROM files WHERE document = ? AND reason = ''", document)
    return next((truth.folder / FILES).glob(f"{row['sha256']}*"), None) if row else None


def sweep_originals(truth: Truth, kb: Path) -> None:
    """Drop kept files and recognised pages that nothing in the store refers to any more."""
    rows = truth.all("SELECT sha256, document FROM files")
    held = {row["sha256"] for row in rows if row["document"]}
    for kept in (kb / FILES).iterdir():
        if kept.stem not in held:
            kept.unlink()
    known = {row["sha256"] for row in rows} | {file.stem for file in _waiting(kb)}
    for pages in (kb / RECOGNISED).iterdir():
        if pages.name not in known:
            shutil.rmtree(pages)


def _waiting(kb: Path) -> list[Path]:
    folder = kb / INCOMING
    return list(folder.iterdir()) if folder.exists() else []
