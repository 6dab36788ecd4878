"""The lines at the head of a document, its two columns taken apart, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ..folding import fold

HEAD_LINES = 60  # a masthead after a gazette's contents stays well below
LONGEST_LINE = 600  # letters; beyond that a line is a paragraph and no masthead

# The country's or the Party's name in capitals, and the motto: left of them is another column.
NAMES = re.compile(
    r"(?<!nuoc )cong hoa xa hoi chu nghia viet ?nam|(?<!dieu le )(?<!cua )dang cong san viet nam"
)
MOTTO = re.compile(r"doc lap ?[-.] ?tu do ?[-.] ?hanh phuc")
COLUMNS = re.compile(r"(?:^| )\|{1,3}(?: \|{1,3})* ")  # between the cells of a table
RULE = re.compile(r"^[-_*=—–.| ]+|[-_*=—–| ]{2,}$|^[-_*=—–.| ]+$")  # ------- under a line
GROUNDS = re.compile(r"\W{0,3}(?:can cu|xet|theo de nghi)\b")
BODY = re.compile(r"(?:Phần|Chương|Mục|Điều|PHẦN THỨ|CHƯƠNG|MỤC|ĐIỀU) \w|LỜI NÓI ĐẦU|Lời nói đầu")
WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of one line of a text, its runs of spaces made one."""

    text: str
    whole: str = field(repr=False)
    """The text it stands in."""
    start: int
    end: int
    """Offsets in the whole text of its first letter and after its last."""
    ruled: bool = False
    """A rule is drawn between it and the line above."""

    @property
    def folded(self) -> str:
        """The line without capitals and diacritics, letter for letter."""
        return fold(self.text)

    def place(self, start: int = 0, end: int | None = None) -> tuple[int, int]:
        """Return where a part of the line stands in the whole text."""
        last = len(self.text) if end is None else end
        return (self._offset(start), self._offset(last - 1) + 1) if last > start else (0, 0)

    def cut(self, start: int, end: int | None = None) -> Line:
        """Return a part of the line, without spaces around it."""
        part = self.text[start:end]
        left = start + len(part) - len(part.lstrip())
        part = part.strip()
        return Line(part, self.whole, *self.place(left, left + len(part)), self.ruled)

    def _offset(self, index: int) -> int:
        """Return the offset of a letter; runs of spaces shift those behind them."""
        if len(self.text) == self.end - self.start:
            return self.start + index
        words = WORD.finditer(self.whole, self.start, self.end)
        for word in words:
            if index < len(word[0]):
                return word.start() + index
            index -= len(word[0]) + 1
            if index < 0:
                return word.end()
        return self.end


def read_line(text: str, start: int, end: int) -> Line:
    """Return the words of text[start:end] as one line."""
    raw = text[start:end]
    start += len(raw) - len(raw.lstrip())
    return Line(" ".join(raw.split()), text, start, start + len(raw.strip()))


def iterate_lines(text: str, start: int = 0, most: int | None = None) -> Iterator[Line]:
    """Yield the lines of a text from an offset on, at most so many; long ones are cut short."""
    count = 0
    while start <= len(text) and (most is None or count < most):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield read_line(text, start, min(end, start + LONGEST_LINE))
        start, count = end + 1, count + 1


def find_head(text: str) -> list[Line]:
    """Return the lines before the grounds or the first unit, column by column where it has two."""
    head: list[Line] = []
    ruled = False
    for whole in iterate_lines(text, most=2 * HEAD_LINES):
        if GROUNDS.match(whole.folded) or BODY.match(whole.text) or len(head) >= HEAD_LINES:
            break
        for column in _split_columns(whole):
            bare = _strip_rule(column)
            if bare.text:
                head.append(replace(bare, ruled=ruled))
            ruled = not bare.text
    return head


def holds_motto(text: str) -> bool:
    """Tell whether a text prints the country's or the Party's name in capitals, or the motto."""
    line = Line(text, text, 0, len(text))
    names = NAMES.finditer(line.folded)
    return bool(MOTTO.search(line.folded)) or any(_in_capitals(line, found) for found in names)


def split_cells(line: Line) -> Iterator[Line]:
    """Yield the cells of a row that a table was written as; another line as it is."""
    start = 0
    for border in COLUMNS.finditer(line.text):
        yield line.cut(start, border.start())
        start = border.end()
    last = line.cut(start)
    edge = last.text.strip("| ")
    at = last.text.find(edge)
    yield last.cut(at, at + len(edge))


def _split_columns(line: Line) -> Iterator[Line]:
    """Yield what stands left and right of the motto, and the cells of a row."""
    start = 0
    names = (found for found in NAMES.finditer(line.folded) if _in_capitals(line, found))
    borders = [*names, *MOTTO.finditer(line.folded), *COLUMNS.finditer(line.text)]
    for border in sorted(borders, key=lambda found: found.start()):
        if border.start() > start:
            yield line.cut(start, border.start())
        start = max(start, border.end())
    if start < len(line.text):
        yield line.cut(start)


def _in_capitals(line: Line, found: re.Match[str]) -> bool:
    return line.text[found.start() : found.end()].isupper()


def _strip_rule(line: Line) -> Line:
    left = RULE.match(line.text)
    line = line.cut(left.end()) if left else line
    right = RULE.search(line.text)
    return line.cut(0, right.start()) if right and right.start() else line
