"""Uploads are kept together, and taken back together: the last batch is noted in the store."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from sqlite3 import Row

from ingest import Metadata

from .caches import Progress, ignore_progress
from .corrections import FONT_CODE, put_corrections
from .documents import ABOUT, get_about
from .encoder import Encoder
from .ingestion import ingest
from .originals import UPLOADS
from .report import Report
from .stamps import files_inside, known_file, named
from .truth import Truth, open_to_read, open_to_write
from .uploads import Upload

LAST = "last_batch"  # in the store's own record
UNFINISHED = (
    "Chưa đọc xong: lần thêm này còn đang chạy, hoặc đã bị ngắt. Nếu bị ngắt, hãy hoàn tác rồi "
    "thêm lại."
)


@dataclass(frozen=True, slots=True)
class KeptFile:
    """What became of one file: an upload, or a file in a ZIP."""

    name: str
    about: Metadata | None
    """The document it holds in the store; None for a file that was set aside."""
    reason: str = ""
    """Why it was set aside."""
    replaced: str = ""
    """Name of the file whose poorer edition gave way to it."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Uploads that were kept together, and what became of each."""

    uploads: tuple[Upload, ...]
    files: tuple[KeptFile, ...]
    kept: str = ""
    """When, ISO."""
    notice: str = ""

    @property
    def taken_in(self) -> tuple[KeptFile, ...]:
        """The files that hold a document."""
        return tuple(file for file in self.files if file.about)

    @property
    def set_aside(self) -> tuple[KeptFile, ...]:
        """The files that do not."""
        return tuple(file for file in self.files if not file.about)


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What left the store with a batch, and what came back in its place."""

    batch: Batch
    """As it was before."""
    returned: tuple[KeptFile, ...]
    """Files that had been set aside for one of the batch."""
    notice: str = ""


def keep(
    kb: Path,
    uploads: Sequence[Upload],
    encoder: Encoder | None,
    progress: Progress = ignore_progress,
) -> Batch:
    """Take uploads into the store; what cannot be read is set aside with its reason."""
    (kb / UPLOADS).mkdir(parents=True, exist_ok=True)
    kept = datetime.now().isoformat(timespec="seconds")
    uploads = list({upload.sha256: upload for upload in uploads}.values())
    with open_to_write(kb) as truth, truth.commit():
        for upload in uploads:
            if upload.font_code:
                put_corrections(truth, upload.sha256, {FONT_CODE: upload.font_code})
        # Noted before the files move, so that what is cut off here can be taken back too.
        _note(truth, [upload for upload in uploads if not _holds(truth, upload)], kept)
    names = {}
    for upload in uploads:
        place = _place(kb, upload)
        if upload.file.exists():
            upload.file.replace(place)
        names[place] = upload.name
    report = ingest([kb / UPLOADS], kb, encoder, progress, names)
    with closing(open_to_read(kb)) as truth:
        return _read_batch(truth, uploads, kept, report.notice)


def take_back(
    kb: Path,
    uploads: Sequence[Upload],
    encoder: Encoder | None,
    progress: Progress = ignore_progress,
) -> TakenBack:
    """Take uploads out of the store again; an edition that had given way to one comes back.

    What they said of other documents goes too: statements outlive a file that is taken out of a
    folder, but one that is taken back was never meant.
    """
    with open_to_write(kb) as truth, truth.commit():
        batch = _read_batch(truth, uploads, "")
        aside = {row["path"] for row in truth.all("SELECT path FROM files WHERE reason != ''")}
        truth.change("UPDATE files SET read_by = 0 WHERE retry = 1")
        kept, last = _noted(truth)
        gone = {upload.sha256 for upload in uploads}
        _note(truth, [upload for upload in last if upload.sha256 not in gone], kept)
        for upload in uploads:
            for row in _rows(truth, upload):
                truth.change("DELETE FROM statements WHERE path = ?", row["path"])
            _place(kb, upload).unlink(missing_ok=True)
    report = ingest([kb / UPLOADS], kb, encoder, progress)
    with closing(open_to_read(kb)) as truth:
        return TakenBack(batch, tuple(_returned(truth, report, aside)), report.notice)


def last_batch(truth: Truth) -> Batch | None:
    """The uploads last kept, as long as they have not been taken back."""
    kept, uploads = _noted(truth)
    there = [one for one in uploads if _place(truth.folder, one).exists() or _rows(truth, one)]
    return _read_batch(truth, there, kept) if there else None


def _note(truth: Truth, uploads: Sequence[Upload], kept: str) -> None:
    """Write the last batch, inside a commit."""
    files = [(upload.file.name, upload.name) for upload in uploads]
    truth.set_meta(LAST, json.dumps({"kept": kept, "files": files}, ensure_ascii=False))


def _noted(truth: Truth) -> tuple[str, list[Upload]]:
    record = json.loads(truth.meta(LAST) or '{"kept": "", "files": []}')
    folder = truth.folder / UPLOADS
    return record["kept"], [Upload(name, folder / file) for file, name in record["files"]]


def _place(kb: Path, upload: Upload) -> Path:
    """Where an upload lies once it is kept."""
    return (kb / UPLOADS / upload.file.name).resolve()


def _rows(truth: Truth, upload: Upload) -> list[Row]:
    """The records of an upload and of the files in it."""
    place = _place(truth.folder, upload)
    own = known_file(truth, place)
    return [*([own] if own else []), *files_inside(truth, place)]


def _holds(truth: Truth, upload: Upload) -> bool:
    return any(row["document"] for row in _rows(truth, upload))


def _read_batch(truth: Truth, uploads: Sequence[Upload], kept: str, notice: str = "") -> Batch:
    replaced = _replaced_since(truth, kept)
    files: list[KeptFile] = []
    for upload in uploads:
        rows = _rows(truth, upload)
        if not rows and _place(truth.folder, upload).exists():
            files.append(KeptFile(upload.name, None, UNFINISHED))
        for row in rows:
            if row["document"] or row["reason"]:  # a ZIP itself has neither
                files.append(_kept_file(truth, row, replaced.get(row["path"], "")))
    return Batch(tuple(uploads), tuple(files), kept, notice)


def _kept_file(truth: Truth, row: Row, replaced: str = "") -> KeptFile:
    about = truth.one(f"SELECT {ABOUT} FROM documents WHERE id = ?", row["document"])
    return KeptFile(named(row), get_about(about) if about else None, row["reason"], replaced)


def _replaced_since(truth: Truth, kept: str) -> dict[str, str]:
    """By the path of a file, the name of the one that gave way to it, out of the journal."""
    found = {}
    for run in truth.all("SELECT report FROM runs WHERE started >= ?", kept):
        for poorer, path in json.loads(run["report"]).get("replaced", []):
            row = known_file(truth, Path(poorer))
            found[path] = named(row) if row else Path(poorer).name
    return found


def _returned(truth: Truth, report: Report, aside: set[str]) -> list[KeptFile]:
    """The files that a run took in and that had been set aside before it."""
    rows = [known_file(truth, Path(path)) for path in report.added if path in aside]
    return [_kept_file(truth, row) for row in rows if row]
