"""A long text is read leaf by leaf, cut where a chapter, an article or another unit begins."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from ingest import Document, Provision

LEAF = 14_000
"""Characters on one leaf, about six printed pages: short enough to open at once, long enough that
a digest or a short regulation is one leaf."""
DIVISIONS = ("Phụ lục", "Phần", "Chương", "Mục", "Tiểu mục")


@dataclass(frozen=True, slots=True)
class Leaf:
    """A stretch of a document's text that is shown at once."""

    number: int
    """From 1."""
    start: int
    end: int


def leaves_of(document: Document) -> tuple[Leaf, ...]:
    """The leaves of a document; together they are its whole text, in order."""
    length = len(document.text)
    starts = [[u.start for u in document.provisions if fits(u)] for fits in (is_large, _any_unit)]
    cuts = [0]
    while length - cuts[-1] > LEAF:
        cuts.append(_next_cut(document.text, cuts[-1], starts))
    ends = [*cuts[1:], length]
    return tuple(Leaf(n, a, b) for n, (a, b) in enumerate(zip(cuts, ends, strict=True), 1))


def leaf_at(leaves: Sequence[Leaf], place: int) -> Leaf:
    """The leaf that holds an offset."""
    return leaves[bisect_right([leaf.start for leaf in leaves], place) - 1]


def is_division(unit: Provision) -> bool:
    """A part, chapter or section: it holds articles."""
    return unit.path[-1].startswith(DIVISIONS)


def is_large(unit: Provision) -> bool:
    """A division or an article: where a leaf may begin."""
    return is_division(unit) or unit.path[-1].startswith("Điều")


def _any_unit(unit: Provision) -> bool:
    return True


def _next_cut(text: str, start: int, starts: Sequence[Sequence[int]]) -> int:
    """The last good place to cut within one leaf's length: the largest unit, then a line."""
    limit = start + LEAF
    for places in starts:
        at = bisect_right(places, limit) - 1
        if at >= 0 and places[at] > start:
            return places[at]
    line = text.rfind("\n", start + 1, limit)
    return line + 1 if line > start else limit
