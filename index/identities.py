"""Which document of the store a file that comes in is: the same one, or one of its own."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from sqlite3 import Row

from ingest import Document, key_of

from .documents import ABOUT, get_about
from .editions import identify
from .stamps import named
from .truth import Truth


def under_held_id(truth: Truth, document: Document, known: Row | None) -> Document:
    """Give a document the id of the same one held; an id that another bears it may not take."""
    about = document.about
    rows = truth.all(
        f"SELECT {ABOUT} FROM documents WHERE id = ? OR number_key = ? ORDER BY id",
        about.id,
        key_of(about.number),
    )
    mine = known["document"] if known else None
    if not about.number:
        return replace(document, about=replace(about, id=_own_name(truth, document, mine)))
    return replace(document, about=identify(about, [get_about(row) for row in rows], mine))


def file_of(truth: Truth, id: str) -> Row | None:
    """The record of the file that holds a document, or None."""
    return truth.one("SELECT * FROM files WHERE document = ? AND reason = ''", id)


def already_held(document: Document, other: Row, sha256: str) -> str:
    """Why a file is set aside that says no more of a document than another one."""
    if other["sha256"] == sha256:
        return f"Trùng nội dung với «{named(other)}»; chỉ cần giữ một tệp."
    name = " ".join(part for part in (document.about.type, document.about.number) if part)
    return (
        f"Cùng là {name or document.about.id} như «{named(other)}» đã có trong kho và "
        "không có thêm điều nào; quan hệ và tên khác ghi trong tệp này vẫn được dùng. "
        "Nếu là hai văn bản khác nhau, hãy đưa vào bằng tệp .md có ghi so_ky_hieu và ngay ở đầu."
    )


def _own_name(truth: Truth, document: Document, mine: str | None) -> str:
    """The id of a text without a number: its file's name, which another text may bear already."""
    name = document.about.id
    if mine and re.fullmatch(rf"{re.escape(name)}(-\d+)?", mine):
        return mine
    for count in itertools.count(1):
        id = name if count == 1 else f"{name}-{count}"
        held = truth.one("SELECT text, title FROM documents WHERE id = ?", id)
        if held is None or (held["text"], held["title"]) == (document.text, document.about.title):
            return id
    raise AssertionError("counting never ends")
