"""Where a text quotes: the words between quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST = 2000
"""Characters; more is an article reproduced in whole, or a mark without its mate."""

_MARK = re.compile('["“”«»]')
_BLANK_LINE = re.compile(r"\n[^\S\n]*(?=\n)")
CLOSES = {"”": "“", "»": "«"}
"""Closing mark to its opening one; a straight mark is its own."""
BEFORE_OPENING = frozenset("([{<“«‘'-–—/=")
AFTER_CLOSING = frozenset(")]}>”»’'.,;:!?…-–—/")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks."""

    text: str
    """The words without the marks; always `text[start:end]` of the text they were found in."""
    start: int
    end: int


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Find what stands between "…", “…” or «…», in order; of nested ones the outermost.

    Not a quotation: a mark without its mate, more than 2,000 characters, words over a blank line.
    """
    found: list[Quotation] = []
    for start, end in sorted(_spans(text)):
        inside = text[start:end].strip()
        if inside and len(inside) <= LONGEST and (not found or start >= found[-1].end):
            first = text.index(inside, start)
            found.append(Quotation(inside, first, first + len(inside)))
    return tuple(found)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets between each pair of marks; no pair reaches over a blank line."""
    at = 0
    for blank in _BLANK_LINE.finditer(text):
        yield from _pair(text, at, blank.start())
        at = blank.end()
    yield from _pair(text, at, len(text))


def _pair(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Each closing mark ends the latest opening one of its kind."""
    opened: dict[str, list[int]] = {'"': [], "“": [], "«": []}
    for found in _MARK.finditer(text, start, end):
        mark, at = found.group(), found.start()
        if mark == '"' and _ends(text, at, bool(opened[mark])):
            opening = mark
        else:
            opening = CLOSES.get(mark, "")
        if not opening:
            opened[mark].append(found.end())
        elif opened[opening]:
            yield opened[opening].pop(), at


def _ends(text: str, at: int, is_open: bool) -> bool:
    """Whether the straight mark at `at` closes: its neighbours say, or else what is open."""
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    can_open = not before or before.isspace() or before in BEFORE_OPENING
    can_close = not after or after.isspace() or after in AFTER_CLOSING
    return can_close if can_open != can_close else is_open
