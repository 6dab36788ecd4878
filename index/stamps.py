"""The record of a file: what tells one state of it from another, and what became of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Row

from ingest import READING_VERSION

from .truth import Truth

LONGEST_SUFFIX = 12


@dataclass(frozen=True, slots=True)
class Stamp:
    """One state of a file."""

    root: Path
    """The folder or file the person named."""
    path: Path
    """Its key; of a file in a ZIP the ZIP's path, then the name there: never opened."""
    file: Path
    """Where its bytes lie now."""
    name: str
    """What a person knows it by; only ever shown."""
    sha256: str = ""
    size: int = 0
    mtime_ns: int = 0


def put_file(
    truth: Truth, stamp: Stamp, document: str | None, reason: str, *, retry: bool = False
) -> None:
    """Write what became of a file, inside a commit."""
    truth.change(
        "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        *(str(stamp.path), str(stamp.root), stamp.sha256, stamp.size, stamp.mtime_ns),
        *(READING_VERSION, document, reason, int(retry), stamp.name),
    )


def known_file(truth: Truth, path: Path) -> Row | None:
    """The record of a file, or None for one never seen."""
    return truth.one("SELECT * FROM files WHERE path = ?", str(path))


def files_inside(truth: Truth, archive: Path) -> list[Row]:
    """The records of the files of a ZIP."""
    inside = f"{archive}/"
    return truth.all(
        "SELECT * FROM files WHERE substr(path, 1, ?) = ? ORDER BY path", len(inside), inside
    )


def is_same_state(known: Row, size: int, mtime_ns: int) -> bool:
    """Tell whether a file looks untouched and need not be read again either."""
    return (known["size"], known["mtime_ns"]) == (size, mtime_ns) and not must_read_again(known)


def must_read_again(known: Row) -> bool:
    """Read by older code, or set aside for another file that may have gone since."""
    return known["read_by"] != READING_VERSION or bool(known["retry"])


def named(row: Row) -> str:
    """The name of a file as a person knows it."""
    return row["name"] or Path(row["path"]).name


def shown(path: Path) -> str:
    """A path as text; bytes of a name that are no letters are written out as `\\udcff`."""
    return str(path).encode("utf-8", "backslashreplace").decode("utf-8")


def safe_suffix(path: Path) -> str:
    """The end of a name that says what kind of file it is; empty where that is no plain word."""
    suffix = path.suffix.lower()[:LONGEST_SUFFIX]
    return suffix if suffix[1:].isascii() and suffix[1:].isalnum() else ""


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
