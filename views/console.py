"""What the command line prints on: plain lines, one JSON object, and a file read with progress."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path

from rich.console import Console

from ingest import Document, EmptyQuery, FontCode, Options, tokenize

from . import draft_files, progress_bars
from .markup import visible

out, err = (
    Console(highlight=False, markup=False, soft_wrap=True),
    Console(stderr=True, markup=False, soft_wrap=True),
)
NOTHING_TO_SEARCH = (
    "Chưa có từ nào để tìm; hãy ghi câu hỏi, từ khóa hoặc số ký hiệu, chẳng hạn: "
    'viendan search "kê khai tài sản".'
)


def refuse_empty(query: str) -> None:
    """Raise EmptyQuery for a query without a word."""
    if not tokenize(query):
        raise EmptyQuery(NOTHING_TO_SEARCH)


def print_json(value: object) -> None:
    """Print one object, whatever it is made of."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=1, default=str) + "\n")


def print_lines(lines: Iterable[str]) -> None:
    """Print lines with nothing in them that acts on a terminal."""
    for line in lines:
        out.print(visible(line))


def read_file(file: Path, font_code: FontCode | None, *, quiet: bool) -> Document:
    """A file read for this once, with a bar for pages to recognise; `-` is the standard input."""
    with progress_bars.show_progress(err, quiet=quiet) as progress:
        return draft_files.read_draft(
            file,
            Options(font_code=font_code),
            lambda done, total: progress("Nhận dạng chữ", done, total),
        )
