"""Where a text quotes another at length, so that the quoted articles are not taken for its own."""

from __future__ import annotations

import re
from bisect import bisect_right

LONGEST_QUOTATION = 60_000
"""Characters, some twenty pages; a longer pair of marks is a misprint, not a quotation."""

CURLY = re.compile("[“”]")
OPENS_A_BLOCK = re.compile(r"(?:^|[\n:])[ \t]{0,40}$")
"""What stands before the first mark: nothing on its line, or `như sau: `."""
CLOSES_A_BLOCK = re.compile(r"[ \t]{0,40}[.;,]{0,2}[ \t]{0,40}(?:\n|\Z)")
"""What stands after the last mark: the end of its line."""
STRAIGHT_OPENING = re.compile(
    r'^[ \t]{0,40}"(?=(?:Điều|Chương|Mục|Phần)\s|\d{1,3}[.-]\s|[a-zđ]\)\s)', re.MULTILINE
)
"""`"Điều 5. Xử phạt` at the start of a line."""
STRAIGHT_CLOSING = re.compile(r'"[ \t]{0,40}[.;,]?[ \t]{0,40}$', re.MULTILINE)
"""`thi hành.".` at the end of a line."""


class Quotations:
    """The long quotations of a text, asked about one position after another."""

    def __init__(self, text: str) -> None:
        spans = [*_curly_spans(text), *_straight_spans(text)]
        self._spans = _outermost([span for span in spans if _is_block(text, *span)])
        self._starts = [start for start, _ in self._spans]

    def hold(self, position: int) -> bool:
        """Whether the character at `position` is inside a quotation, its first mark left out."""
        at = bisect_right(self._starts, position) - 1
        return at >= 0 and self._spans[at][0] < position < self._spans[at][1]


def _is_block(text: str, start: int, end: int) -> bool:
    """Whether whole lines are quoted; a phrase between marks hides no heading."""
    return bool(
        end - start <= LONGEST_QUOTATION
        and text.find("\n", start, end) >= 0
        and OPENS_A_BLOCK.search(text[max(0, start - 42) : start])
        and CLOSES_A_BLOCK.match(text, end)
    )


def _curly_spans(text: str) -> list[tuple[int, int]]:
    """Each closing mark ends the latest opening one; a mark without its mate quotes nothing."""
    spans: list[tuple[int, int]] = []
    opened: list[int] = []
    for mark in CURLY.finditer(text):
        if mark.group() == "“":
            opened.append(mark.start())
        elif opened:
            spans.append((opened.pop(), mark.end()))
    return spans


def _straight_spans(text: str) -> list[tuple[int, int]]:
    """Straight marks have no direction, so only a line that opens with a heading begins one."""
    spans: list[tuple[int, int]] = []
    opening = STRAIGHT_OPENING.search(text)
    while opening:
        closing = STRAIGHT_CLOSING.search(text, opening.end())
        if not closing:
            break
        spans.append((opening.start(), closing.end()))
        opening = STRAIGHT_OPENING.search(text, closing.end())
    return spans


def _outermost(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans that no other span holds, in order."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept
