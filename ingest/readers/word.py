"""DOCX: paragraphs and tables in order, with the numbers Word writes by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from ..document import Reading
from ..errors import UnreadableFile
from .letters import normalise
from .masthead import read_masthead
from .numbering import Numbering
from .source import Source

MAIN_PART = "word/document.xml"
LARGEST = 200 * 1024 * 1024  # bytes once inflated; the longest law with its tables has 2 MB
HIGHEST_RATIO = 200  # XML of a real document shrinks 10 to 30 times
DECLARATION = re.compile(rb"<\0?!\0?(?:D\0?O\0?C\0?T\0?Y\0?P\0?E|E\0?N\0?T\0?I\0?T\0?Y)", re.I)

BETWEEN_CELLS = " | "

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
PARAGRAPH, TABLE, ROW, CELL = WORD + "p", WORD + "tbl", WORD + "tr", WORD + "tc"
NESTING = frozenset((WORD + "sdt", WORD + "sdtContent", WORD + "customXml", WORD + "ins"))
MARKS = {
    WORD + "tab": "\t",
    WORD + "br": "\n",
    WORD + "cr": "\n",
    WORD + "noBreakHyphen": "-",
}

BROKEN = "Tệp Word bị hỏng ({why}). Hãy mở bằng Word, lưu lại thành .docx rồi thêm lại."


def read_docx(source: Source) -> Reading:
    """Read a Word document; a table row is one line, its cells joined by ` | `.

    A table that only lays out the page (a cell holds several lines) gives its cells one by one.
    Raises UnreadableFile for a file that is broken or made to harm.
    """
    check_archive(source.data)
    from docx import Document

    opened = Document(BytesIO(source.data))
    lines = _write_blocks(opened.element.body, Numbering(opened))
    text = normalise("\n".join(lines))
    return Reading(text, read_masthead(text, source.name))


def check_archive(data: bytes) -> None:
    """Refuse a zip that is no Word document, that would fill the memory, or that declares entities.

    The sizes are those of the directory; zipfile reads no more than they say.
    """
    try:
        archive = ZipFile(BytesIO(data))
        parts = archive.infolist()
    except BadZipFile as error:
        raise UnreadableFile(BROKEN.format(why="không phải tệp nén ZIP")) from error
    inflated = sum(part.file_size for part in parts)
    if inflated > LARGEST or inflated > HIGHEST_RATIO * len(data):
        raise UnreadableFile(
            f"Tệp Word phình ra {inflated // 1024 // 1024} MB khi giải nén, lớn bất thường nên "
            "không được mở. Hãy mở bằng Word và lưu lại, bỏ bớt hình ảnh."
        )
    if MAIN_PART not in archive.namelist():
        raise UnreadableFile(
            "Tệp nén này không phải văn bản Word (.docx). Hãy lưu lại thành .docx hoặc PDF."
        )
    for part in parts:
        if part.filename.endswith((".xml", ".rels")) and DECLARATION.search(archive.read(part)):
            raise UnreadableFile(
                f"Tệp Word có khai báo DTD trong {part.filename}, điều Word không bao giờ viết, "
                "nên không được mở. Hãy lấy tệp từ nguồn tin cậy hoặc lưu lại bằng Word."
            )


def _write_blocks(holder: Any, numbering: Numbering) -> Iterator[str]:
    """Yield the lines of the paragraphs and tables in an element, in order."""
    for block in holder:
        if block.tag == PARAGRAPH:
            yield from _write_paragraph(block, numbering)
        elif block.tag == TABLE:
            yield from _write_table(block, numbering)
        elif block.tag in NESTING:
            yield from _write_blocks(block, numbering)


def _write_paragraph(paragraph: Any, numbering: Numbering) -> list[str]:
    number = numbering.next_number(paragraph)
    text = "".join(_find_words(paragraph))
    if not text.strip():
        return [""]
    return [" ".join(line.split()) for line in f"{number} {text}".split("\n")]


def _find_words(element: Any) -> Iterator[str]:
    """Yield the words of a paragraph; deleted text is no longer there, inserted text is."""
    for child in element:
        if child.tag == WORD + "t":
            yield child.text or ""
        elif child.tag in MARKS:
            yield MARKS[child.tag]
        elif child.tag == PARAGRAPH:  # of a text box
            yield "\n"
            yield from _find_words(child)
        elif child.tag not in (FALLBACK, WORD + "pPr", WORD + "rPr", WORD + "del"):
            yield from _find_words(child)


def _find_parts(holder: Any, tag: str) -> Iterator[Any]:
    """Yield the rows of a table or the cells of a row, those inside content controls too."""
    for child in holder:
        if child.tag == tag:
            yield child
        elif child.tag in NESTING:
            yield from _find_parts(child, tag)


def _write_table(table: Any, numbering: Numbering) -> Iterator[str]:
    for row in _find_parts(table, ROW):
        cells = [
            [line for line in _write_blocks(cell, numbering) if line]
            for cell in _find_parts(row, CELL)
        ]
        if all(len(cell) <= 1 for cell in cells):
            if any(cells):
                yield BETWEEN_CELLS.join(cell[0] if cell else "" for cell in cells)
        else:
            for cell in cells:
                yield from cell
