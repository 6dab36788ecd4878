"""Files given to the page: looked at first, kept when a person says so, and taken back again."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ingest import Document, FontCode, Options, Tick, UnreadableFile, Workshop, shown_name

from .caches import Progress, ignore_progress
from .corrections import FONT_CODE, put_corrections
from .documents import get_document
from .editions import Standing, compare
from .encoder import Encoder
from .identities import under_held_id
from .ingestion import ingest
from .originals import INCOMING, UPLOADS, recognised_pages
from .report import Report
from .stamps import named, safe_suffix
from .truth import Truth, open_to_read, open_to_write

FORGOTTEN_AFTER = 86_400  # seconds: what was looked at and neither kept nor dropped


@dataclass(frozen=True, slots=True)
class Upload:
    """A file a person gave, waiting beside the store under the SHA-256 of its bytes."""

    name: str
    """As the person's computer calls it, made safe to show; never a path."""
    file: Path
    font_code: FontCode | None = None

    @property
    def sha256(self) -> str:
        """Of its bytes."""
        return self.file.stem


@dataclass(frozen=True, slots=True)
class Look:
    """What was understood of an upload, before it is kept."""

    upload: Upload
    document: Document | None = None
    reason: str = ""
    """Why it cannot be read; for a ZIP, that it is opened when it is kept."""
    standing: str = ""
    """How it stands to what the store holds, as a sentence; empty for a document that is new."""
    is_known: bool = False
    """The very same bytes are in the store already."""


def receive(kb: Path, name: str, data: bytes, largest: int) -> Upload:
    """Put a file beside the store; raises UnreadableFile for one of more than `largest` MB."""
    if len(data) > largest * 1_000_000:
        raise UnreadableFile(
            f"Tệp «{name}» nặng {len(data) // 1_000_000} MB, quá mức {largest} MB. Hãy chép tệp "
            "vào một thư mục rồi chạy viendan ingest, hoặc nâng mức bằng VIENDAN_LARGEST_UPLOAD."
        )
    folder = kb / INCOMING
    folder.mkdir(parents=True, exist_ok=True)
    _forget_old(folder)
    file = folder / f"{hashlib.sha256(data).hexdigest()}{safe_suffix(Path(name))}"
    if not file.exists():  # a page that runs again gives the same bytes again
        unfinished = file.with_suffix(".tmp")
        unfinished.write_bytes(data)
        unfinished.replace(file)
    return Upload(shown_name(name), file)


def look_at(kb: Path, upload: Upload, tick: Tick) -> Look:
    """Parse an upload in a child process and say how it stands to what the store holds."""
    truth = open_to_read(kb)
    try:
        if twin := _held_bytes(truth, upload.sha256):
            said = f"Đúng tệp này đã có trong kho («{twin}»); không cần thêm lần nữa."
            return Look(upload, standing=said, is_known=True)
        if upload.file.suffix == ".zip":
            return Look(upload, reason="Gói ZIP: các tệp bên trong được đọc khi đưa vào kho.")
        pages = recognised_pages(kb, upload.sha256)
        options = Options(upload.name, upload.font_code, pages)
        with Workshop() as workshop:
            document = workshop.begin(upload.file, options).result(tick)
        return Look(upload, document, standing=_standing(truth, document))
    except UnreadableFile as failure:
        return Look(upload, reason=str(failure))
    finally:
        truth.close()


def keep(
    kb: Path,
    uploads: Sequence[Upload],
    encoder: Encoder | None,
    progress: Progress = ignore_progress,
) -> Report:
    """Take uploads into the store; what cannot be read is set aside with its reason."""
    folder = kb / UPLOADS
    folder.mkdir(parents=True, exist_ok=True)
    names = {}
    with open_to_write(kb) as truth, truth.commit():
        for upload in uploads:
            if upload.font_code:
                put_corrections(truth, upload.sha256, {FONT_CODE: upload.font_code})
    for upload in uploads:
        kept = (folder / upload.file.name).resolve()
        if upload.file.exists():
            upload.file.replace(kept)
        names[kept] = upload.name
    return ingest([folder], kb, encoder, progress, names)


def take_back(
    kb: Path,
    uploads: Sequence[Upload],
    encoder: Encoder | None,
    progress: Progress = ignore_progress,
) -> Report:
    """Take uploads out of the store again; an edition that had given way to one comes back."""
    for upload in uploads:
        (kb / UPLOADS / upload.file.name).unlink(missing_ok=True)
    with open_to_write(kb) as truth, truth.commit():
        truth.change("UPDATE files SET read_by = 0 WHERE retry = 1")
    return ingest([kb / UPLOADS], kb, encoder, progress)


def drop(upload: Upload) -> None:
    """Forget an upload that is not to be kept."""
    upload.file.unlink(missing_ok=True)


def with_font_code(upload: Upload, code: FontCode | None) -> Upload:
    """The same file, to be read with the letters of these fonts."""
    return replace(upload, font_code=code)


def _held_bytes(truth: Truth, sha256: str) -> str:
    row = truth.one("SELECT * FROM files WHERE sha256 = ? AND document IS NOT NULL", sha256)
    return named(row) if row else ""


def _standing(truth: Truth, document: Document) -> str:
    document = under_held_id(truth, document, None)
    held = get_document(truth, document.about.id)
    if held is None:
        return ""
    what = f"«{' '.join(filter(None, (held.about.type, held.about.number, held.about.title)))}»"
    edition = str(held.about.edition)
    sentences = {
        Standing.RICHER: f"Sẽ thay bản {edition} {what} đang có trong kho.",
        Standing.PART: f"Là một phần khác của {what} đang có trong kho; sẽ được giữ cạnh nhau.",
        Standing.POORER: f"Kho đã có bản {edition} {what} và tệp này không có thêm điều nào.",
    }
    return sentences[compare(document, held)]


def _forget_old(folder: Path) -> None:
    for file in folder.iterdir():
        if time.time() - file.stat().st_mtime > FORGOTTEN_AFTER:
            file.unlink(missing_ok=True)
