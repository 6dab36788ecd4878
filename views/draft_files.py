"""The files of a draft check: the draft read, and what was found written beside it."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from citator import DraftCheck, annotated_copy, check_csv
from ingest import Document, UnreadableFile, WrongSetting, parse

PASTED = "-"
"""In place of a file: the text comes from the standard input."""
WORD_MARK = b"PK"  # a DOCX is a ZIP archive


def read_day(words: str) -> date | None:
    """The draft's date as typed, `2022-02-28`; None for nothing typed."""
    try:
        return date.fromisoformat(words) if words else None
    except ValueError as error:
        raise WrongSetting(
            f"Không hiểu ngày «{words}»; hãy ghi năm-tháng-ngày, chẳng hạn 2022-02-28."
        ) from error


def read_draft(file: Path) -> Document:
    """A draft from a file, or what is pasted into the standard input."""
    if str(file) != PASTED:
        return parse(file)
    with tempfile.TemporaryDirectory() as folder:
        pasted = Path(folder) / "ban-thao.txt"
        pasted.write_bytes(sys.stdin.buffer.read())
        return parse(pasted)


def refuse_to_overwrite(original: Path, written: Sequence[Path | None]) -> None:
    """Raise WrongSetting where a result would be written over the draft, by whatever name."""
    for path in filter(None, written):
        if path.exists() and original.exists() and path.samefile(original):
            raise WrongSetting(f"«{path}» chính là bản thảo; hãy ghi kết quả vào tệp khác.")


def write_table(path: Path, check: DraftCheck) -> None:
    """Write the table for a spreadsheet."""
    _write(path, check_csv(check).encode("utf-8-sig"))


def write_annotated(path: Path, original: Path, check: DraftCheck) -> None:
    """Write the copy of a Word draft with its comments."""
    content = b"" if str(original) == PASTED else original.read_bytes()
    if not content.startswith(WORD_MARK):
        raise UnreadableFile(
            "Chỉ ghi được nhận xét vào bản thảo .docx; hãy lưu bản thảo thành .docx rồi thử lại."
        )
    _write(path, annotated_copy(content, check))


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise WrongSetting(
            f"Không ghi được «{path}» ({error.strerror}); hãy chọn chỗ khác."
        ) from error
