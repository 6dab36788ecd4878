"""The files of a draft check: the draft read, and what was found written beside it."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from citator import DraftCheck, annotated_copy, check_csv
from ingest import Document, Options, Tick, UnreadableFile, WrongSetting, parse_apart

from .written_files import write_file, write_table

PASTED = "-"
"""In place of a file: the text comes from the standard input."""
NO_WORD_FILE = "Chỉ ghi được nhận xét vào bản thảo .docx; hãy lưu bản thảo thành .docx rồi thử lại."
WORD_MARK = b"PK"  # a DOCX is a ZIP archive


def read_day(words: str) -> date | None:
    """The draft's date as typed, `2022-02-28`; None for nothing typed."""
    try:
        return date.fromisoformat(words) if words else None
    except ValueError as error:
        raise WrongSetting(
            f"Không hiểu ngày «{words}»; hãy ghi năm-tháng-ngày, chẳng hạn 2022-02-28."
        ) from error


def read_draft(file: Path, options: Options, tick: Tick) -> Document:
    """A draft from a file, or what is pasted into the standard input."""
    if str(file) == PASTED:
        return parse_bytes(sys.stdin.buffer.read(), options=options)
    return parse_apart(file, options, tick)


def parse_bytes(data: bytes, suffix: str = ".txt", options: Options | None = None) -> Document:
    """A draft that is no file yet: pasted words, or what was given to the page."""
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder) / f"ban-thao{suffix}"
        kept.write_bytes(data)
        return parse_apart(kept, options)


def refuse_to_overwrite(original: Path, written: Sequence[Path | None]) -> None:
    """Raise WrongSetting where a result would be written over the draft, by whatever name."""
    for path in filter(None, written):
        if path.exists() and original.exists() and path.samefile(original):
            raise WrongSetting(f"«{path}» chính là bản thảo; hãy ghi kết quả vào tệp khác.")


def write_results(
    check: DraftCheck, original: Path, table: Path | None, annotated: Path | None
) -> None:
    """Write the table for a spreadsheet and the Word copy with its comments, where asked for."""
    if table:
        write_table(table, check_csv(check))
    if annotated:
        content = b"" if str(original) == PASTED else original.read_bytes()
        if not content.startswith(WORD_MARK):
            raise UnreadableFile(NO_WORD_FILE)
        write_file(annotated, annotated_copy(content, check))
