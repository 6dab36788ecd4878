"""The letters of a Word document with their places, and runs cut where a place begins or ends."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
TEXT, RUN, PARAGRAPH, TEXT_BOX = WORD + "t", WORD + "r", WORD + "p", WORD + "txbxContent"
PROPERTIES = WORD + "rPr"
SKIPPED = frozenset((FALLBACK, WORD + "pPr", PROPERTIES, WORD + "del"))
"""What the reader of Word files leaves out too: properties, deleted text, second drawings."""
SIGNS = {
    WORD + "noBreakHyphen": "-",
    **dict.fromkeys((WORD + "tab", WORD + "br", WORD + "cr"), " "),
}

_LETTERS = re.compile(r"[^\s\x00-\x1f\x7f\u00ad\u200b-\u200f\u2060\ufeff]+")
_CLUSTER = re.compile(r"[^\u0300-\u036f][\u0300-\u036f]*")
SYMBOL_FONT = {0xF000 + code: chr(code) for code in range(0x21, 0x7F)}
"""Word keeps signs of its Symbol font in the private area; the reader makes them plain."""


class Letters:
    """The letters of a text without its white space, NFC, each with its offset in the text."""

    def __init__(self, text: str) -> None:
        self._source = text
        places = [at for found in _LETTERS.finditer(text) for at in range(*found.span())]
        letters = "".join(text[at] for at in places).translate(SYMBOL_FONT)
        if not unicodedata.is_normalized("NFC", letters):
            letters, places = _compose(letters, places)
        self.text = letters
        self._places = places

    def find(self, sought: str) -> Iterator[int]:
        """Yield where letters stand; inside a word only if they stand nowhere else."""
        found = list(self._find_all(sought))
        whole = [at for at in found if not self._cuts(at) and not self._cuts(at + len(sought))]
        yield from whole or found

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the text of the letters from `start` up to `end`."""
        after = self._places[end - 1] + 1
        while after < len(self._source) and unicodedata.combining(self._source[after]):
            after += 1
        return self._places[start], after

    def _find_all(self, sought: str) -> Iterator[int]:
        at = self.text.find(sought) if sought else -1
        while at >= 0:
            yield at
            at = self.text.find(sought, at + 1)

    def _cuts(self, at: int) -> bool:
        """Whether two letters of one word are parted: not where white space stands between."""
        if not 0 < at < len(self.text):
            return False
        start, after = self.place(at - 1, at)[0], self._places[at]
        pair = self.text[at - 1 : at + 1]
        between = self._source[start + 1 : after]
        return pair.isalnum() and not any(letter.isspace() for letter in between)


def _compose(letters: str, places: list[int]) -> tuple[str, list[int]]:
    """Bring letters and the marks after them together."""
    composed = [
        (letter, places[cluster.start()])
        for cluster in _CLUSTER.finditer(letters)
        for letter in unicodedata.normalize("NFC", cluster.group())
    ]
    return "".join(letter for letter, _ in composed), [at for _, at in composed]


class RunText:
    """The text of an element over the pieces it is kept in, which may be cut."""

    def __init__(self, holder: Any) -> None:
        self._starts: list[int] = []
        self._pieces: list[Any] = []
        written: list[str] = []
        length = 0
        for text, piece in _walk(holder):
            if piece is not None and text:
                self._starts.append(length)
                self._pieces.append(piece)
            written.append(text)
            length += len(text)
        self.text = "".join(written)

    def cut_out(self, start: int, end: int) -> tuple[Any, Any]:
        """Cut runs so that text[start:end] fills whole runs; return the first and the last.

        In a text box, where Word allows no comments, it is the run that holds the box.
        """
        first, last = self._piece(start), self._piece(end - 1)
        boxes = [_find_box(self._pieces[at]) for at in (first, last)]
        if boxes[1] is None:
            self._cut_text(last, end)
            _cut_run(self._pieces[self._piece(end - 1)], behind=True)
        if boxes[0] is None:
            self._cut_text(first, start)
            _cut_run(self._pieces[self._piece(start)], behind=False)
        first, last = self._piece(start), self._piece(end - 1)
        runs = [self._pieces[at].getparent() for at in (first, last)]
        return runs[0] if boxes[0] is None else boxes[0], runs[1] if boxes[1] is None else boxes[1]

    def first_paragraph(self) -> Any:
        """The first paragraph with words outside of text boxes; None where there is none."""
        for piece in self._pieces:
            if _find_box(piece) is None:
                return next(piece.iterancestors(PARAGRAPH), None)
        return None

    def _piece(self, at: int) -> int:
        return bisect_right(self._starts, at) - 1

    def _cut_text(self, piece: int, at: int) -> None:
        """Cut one piece in two where `at` lies inside it."""
        element, offset = self._pieces[piece], at - self._starts[piece]
        if element.tag != TEXT or not 0 < offset < len(element.text):
            return
        rest = deepcopy(element)
        element.text, rest.text = element.text[:offset], element.text[offset:]
        for part in (element, rest):
            part.set(SPACE, "preserve")
        element.addnext(rest)
        self._starts.insert(piece + 1, at)
        self._pieces.insert(piece + 1, rest)


def _walk(element: Any) -> Iterator[tuple[str, Any]]:
    """Yield text with the element it is kept in; each paragraph is on lines of its own."""
    for child in element:
        if child.tag == TEXT:
            yield child.text or "", child
        elif child.tag in SIGNS:
            yield SIGNS[child.tag], child
        elif child.tag not in SKIPPED:
            if child.tag == PARAGRAPH:
                yield "\n", None
            yield from _walk(child)
            if child.tag == PARAGRAPH:
                yield "\n", None


def _find_box(piece: Any) -> Any:
    """Return the run outside that holds the outermost text box around a piece; None without box."""
    boxes = list(piece.iterancestors(TEXT_BOX))
    return next(boxes[-1].iterancestors(RUN), None) if boxes else None


def _cut_run(piece: Any, *, behind: bool) -> None:
    """Move what follows a piece, or the piece and what follows, into a run of the same format."""
    run = piece.getparent()
    content = [child for child in run if child.tag != PROPERTIES]
    at = content.index(piece) + behind
    if not 0 < at < len(content):
        return
    rest = run.makeelement(run.tag, dict(run.attrib), run.nsmap)
    if run.find(PROPERTIES) is not None:
        rest.append(deepcopy(run.find(PROPERTIES)))
    for child in content[at:]:
        rest.append(child)
    run.addnext(rest)
