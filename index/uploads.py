"""Files given to the page: they wait beside the store until they are kept or dropped."""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass, replace
from pathlib import Path

from ingest import FontCode, UnreadableFile, shown_name

from .originals import INCOMING
from .stamps import safe_suffix

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


def drop(upload: Upload) -> None:
    """Forget an upload that is not to be kept."""
    upload.file.unlink(missing_ok=True)


def with_font_code(upload: Upload, code: FontCode | None) -> Upload:
    """The same file, to be read with the letters of these fonts."""
    return replace(upload, font_code=code)


def _forget_old(folder: Path) -> None:
    for file in folder.iterdir():
        if time.time() - file.stat().st_mtime > FORGOTTEN_AFTER:
            file.unlink(missing_ok=True)
