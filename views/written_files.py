"""Files a person asked for: written as asked, or one sentence why not."""

from __future__ import annotations

from pathlib import Path

from ingest import ViendanError

UNWRITTEN = "Không ghi được tệp {path}; hãy chọn một thư mục đã có và được phép ghi."


def write_table(path: Path, words: str) -> None:
    """Write a CSV that spreadsheets read as UTF-8; raises ViendanError."""
    write_file(path, words.encode("utf-8-sig"))


def write_file(path: Path, content: bytes) -> None:
    """Write bytes; raises ViendanError."""
    try:
        path.write_bytes(content)
    except OSError:
        raise ViendanError(UNWRITTEN.format(path=path)) from None
