"""Files are read once more: after a correction, or because a person asks for another try."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from ingest import FontCode, UnknownReference

from .caches import Progress, ignore_progress
from .corrections import FONT_CODE, corrections_of, put_corrections
from .encoder import Encoder
from .ingestion import files_in, ingest
from .report import Report
from .stamps import sha256_of
from .truth import Truth, open_to_write

NOT_FROM_A_FILE = "Văn bản này không gắn với tệp nào trong kho nên không sửa được ở đây."


def correct_document(
    kb: Path,
    document: str,
    changes: Mapping[str, str | None],
    encoder: Encoder | None,
    progress: Progress = ignore_progress,
) -> Report:
    """Write what a person says of a document, and read its file again in that light.

    None takes a correction back. Raises WrongCorrection, with nothing written, for what a field
    cannot hold, and UnknownReference for a document that no file holds.
    """
    with open_to_write(kb) as truth, truth.commit():
        row = truth.one("SELECT sha256 FROM files WHERE document = ?", document)
        if row is None:
            raise UnknownReference(NOT_FROM_A_FILE)
        put_corrections(truth, row["sha256"], changes)
        truth.change("UPDATE files SET read_by = 0 WHERE sha256 = ?", row["sha256"])
    return ingest([], kb, encoder, progress)


def read_again(
    kb: Path, path: str, encoder: Encoder | None, progress: Progress = ignore_progress
) -> Report:
    """Try a file that was set aside once more."""
    with open_to_write(kb) as truth, truth.commit():
        truth.change("UPDATE files SET read_by = 0 WHERE path = ?", path)
    return ingest([], kb, encoder, progress)


def corrections_to(truth: Truth, document: str) -> dict[str, str]:
    """The fields of a document that a person corrected, as typed."""
    row = truth.one("SELECT sha256 FROM files WHERE document = ?", document)
    return dict(corrections_of(truth, row["sha256"])) if row else {}


def choose_font_code(kb: Path, paths: Sequence[Path], code: FontCode) -> None:
    """Note that files, or those of folders, are written in fonts of an old code."""
    with open_to_write(kb) as truth, truth.commit():
        for _, path in files_in([path.resolve() for path in paths if path.exists()]):
            digest = sha256_of(path)
            put_corrections(truth, digest, {FONT_CODE: code})
            truth.change("UPDATE files SET read_by = 0 WHERE sha256 = ?", digest)
