"""DOCX: paragraphs and tables in order, with the numbers Word writes by itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from ..document import Reading, Removed
from ..errors import UnreadableFile
from .fonts import Run, decode_runs, note_of
from .headlines import holds_motto
from .letters import normalise
from .masthead import read_masthead
from .numbering import Numbering
from .source import FontCode, Source
from .word_fonts import RunFonts

MAIN_PART = "word/document.xml"
LARGEST = 200 * 1024 * 1024  # bytes once inflated; the longest law with its tables has 2 MB
HIGHEST_RATIO = 200  # XML of a real document shrinks 10 to 30 times
DECLARATION = re.compile(rb"<\0?!\0?(?:D\0?O\0?C\0?T\0?Y\0?P\0?E|E\0?N\0?T\0?I\0?T\0?Y)", re.I)

BETWEEN_CELLS = " | "
HEADER, FOOTER = "đầu trang", "chân trang"
LETTERHEAD_LINES = 15  # of the body, in which a letterhead of its own is looked for

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
PARAGRAPH, TABLE, ROW, CELL = WORD + "p", WORD + "tbl", WORD + "tr", WORD + "tc"
NESTING = frozenset((WORD + "sdt", WORD + "sdtContent", WORD + "customXml", WORD + "ins"))
MARKS = {
    WORD + "tab": "\t",
    WORD + "br": "\n",
    WORD + "cr": "\n",
    WORD + "noBreakHyphen": "-",
    WORD + "softHyphen": "\xad",  # the letter ư in a TCVN3 font; elsewhere it goes
}
NOTES = {WORD + "footnoteReference": "footnotes", WORD + "endnoteReference": "endnotes"}
NOTE_PARTS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

BROKEN = "Tệp Word bị hỏng ({why}). Hãy mở bằng Word, lưu lại thành .docx rồi thêm lại."


def read_docx(source: Source) -> Reading:
    """Read a Word document; a table row is one line, its cells joined by ` | `.

    A table that only lays out the page (a cell holds several lines) gives its cells one by one.
    Raises UnreadableFile for a file that is broken or made to harm.
    """
    check_archive(source.data)
    from docx import Document

    opened = Document(BytesIO(source.data))
    writer = _Writer(opened, source.options.font_code)
    lines = list(writer.write_blocks(opened.element.body))
    head, removed = _place_margins(writer.margins(opened), lines)
    text = normalise("\n".join([*head, *lines]))
    about = read_masthead(text, source.name)
    return Reading(
        text, about, removed=removed, reader="python-docx", notes=note_of(writer.seen, writer.lost)
    )


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
            "Tệp nén này không phải văn bản Word (.docx). Hãy lưu lại thành .docx hoặc PDF; "
            "một ZIP chứa nhiều tệp thì nạp bằng viendan ingest."
        )
    for part in parts:
        if part.filename.endswith((".xml", ".rels")) and DECLARATION.search(archive.read(part)):
            raise UnreadableFile(
                f"Tệp Word có khai báo DTD trong {part.filename}, điều Word không bao giờ viết, "
                "nên không được mở. Hãy lấy tệp từ nguồn tin cậy hoặc lưu lại bằng Word."
            )


class _Writer:
    """Writes the paragraphs and tables of a document as lines, in order."""

    def __init__(self, opened: Any, chosen: FontCode | None) -> None:
        self._numbering, self._fonts = Numbering(opened), RunFonts(opened)
        self._chosen = (chosen, False) if chosen else None
        self._notes = {part: _read_notes(opened, part) for part in NOTES.values()}
        self._called: list[tuple[str, str]] = []
        self.seen: Counter[FontCode] = Counter()
        """Letters converted from each old code."""
        self.lost: Counter[str] = Counter()

    def write_blocks(self, holder: Any) -> Iterator[str]:
        """Yield the lines of the paragraphs and tables in an element; a note follows its call."""
        for block in holder:
            if block.tag == PARAGRAPH:
                yield from self._write_paragraph(block)
                yield from self._write_called()
            elif block.tag == TABLE:
                yield from self._write_table(block)
            elif block.tag in NESTING:
                yield from self.write_blocks(block)

    def margins(self, opened: Any) -> list[tuple[str, list[str]]]:
        """The headers and footers that differ from one another, with which of the two each is."""
        found: list[tuple[str, list[str]]] = []
        for section in opened.sections:
            for why, part in (
                (HEADER, section.first_page_header),
                (HEADER, section.header),
                (FOOTER, section.first_page_footer),
                (FOOTER, section.footer),
            ):
                lines = [line for line in self.write_blocks(part._element) if line.strip()]
                if lines and (why, lines) not in found:
                    found.append((why, lines))
        return found

    def _write_paragraph(self, paragraph: Any) -> list[str]:
        number = self._numbering.next_number(paragraph)
        runs = self._find_runs(paragraph, paragraph, self._chosen)
        text = decode_runs(runs, self.seen, self.lost)
        if not text.strip():
            return [""]
        return [" ".join(line.split()) for line in f"{number} {text}".split("\n")]

    def _find_runs(
        self, element: Any, paragraph: Any, code: tuple[FontCode, bool] | None
    ) -> Iterator[Run]:
        """Yield the words of a paragraph; deleted text is no longer there, inserted text is."""
        for child in element:
            if child.tag == WORD + "t":
                yield Run(child.text or "", *(code or ()))
            elif child.tag in MARKS:
                yield Run(MARKS[child.tag], *(code or ()))
            elif child.tag in NOTES:
                self._called.append((NOTES[child.tag], child.get(WORD + "id", "")))
            elif child.tag == PARAGRAPH:  # of a text box
                yield Run("\n")
                yield from self._find_runs(child, child, self._chosen)
            elif child.tag == WORD + "r":
                of_font = self._fonts.code_of(child, paragraph) or self._chosen
                yield from self._find_runs(child, paragraph, of_font)
            elif child.tag not in (FALLBACK, WORD + "pPr", WORD + "rPr", WORD + "del"):
                yield from self._find_runs(child, paragraph, code)

    def _write_called(self) -> Iterator[str]:
        """Yield the notes called so far, each on a line that no unit begins with."""
        called, self._called = self._called, []
        for part, id in called:
            note = self._notes[part].get(id)
            if note is not None:
                words = " ".join(filter(None, self.write_blocks(note)))
                yield f"[Chú thích] {words}"

    def _write_table(self, table: Any) -> Iterator[str]:
        for row in _find_parts(table, ROW):
            cells = [
                [line for line in self.write_blocks(cell) if line]
                for cell in _find_parts(row, CELL)
            ]
            if all(len(cell) <= 1 for cell in cells):
                if any(cells):
                    yield BETWEEN_CELLS.join(cell[0] if cell else "" for cell in cells)
            else:
                for cell in cells:
                    yield from cell


def _find_parts(holder: Any, tag: str) -> Iterator[Any]:
    """Yield the rows of a table or the cells of a row, those inside content controls too."""
    for child in holder:
        if child.tag == tag:
            yield child
        elif child.tag in NESTING:
            yield from _find_parts(child, tag)


def _read_notes(opened: Any, part: str) -> dict[str, Any]:
    """The footnotes or endnotes of a document by their ids."""
    from lxml import etree  # type: ignore[import-untyped]

    related = (r for r in opened.part.rels.values() if r.reltype == NOTE_PARTS + part)
    for relation in related:
        safe = etree.XMLParser(resolve_entities=False, no_network=True)
        notes = etree.fromstring(relation.target_part.blob, safe)
        return {note.get(WORD + "id"): note for note in notes if note.get(WORD + "type") is None}
    return {}


def _place_margins(
    margins: list[tuple[str, list[str]]], body: list[str]
) -> tuple[list[str], tuple[Removed, ...]]:
    """A letterhead set in a header belongs to the text; all else in the margins does not."""
    opening = "\n".join(body[:LETTERHEAD_LINES])
    head: list[str] = []
    removed = []
    for why, lines in margins:
        whole = "\n".join(lines)
        if why == HEADER and not head and holds_motto(whole) and not holds_motto(opening):
            head = lines
        else:
            removed.append(Removed(whole, why))
    return head, tuple(removed)
