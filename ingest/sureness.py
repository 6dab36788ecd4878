"""How surely the letters of a file were read: page by page, and of each number cited."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

UNSURE_PAGE = 0.85
"""Of a recognised page: below, a person should look at its picture. Of 41 pages of six scans in
realdocs printed ones have .90 and more; below .85 are covers with signatures, forms filled in by
hand, and pages under stamps."""


@dataclass(frozen=True, slots=True)
class Sureness:
    """The pages of a file, and how sure the recognition of each was."""

    pages: tuple[int, ...] = ()
    """Offset in the text at which each page begins."""
    of_pages: tuple[float | None, ...] = ()
    """From 0 to 1; None for a page whose letters were in the file. Empty: none was recognised."""
    suspects: tuple[tuple[int, int], ...] = ()
    """As in Document."""

    @property
    def recognised(self) -> dict[int, float]:
        """How sure each recognised page is, by its number from 1."""
        return {page: sure for page, sure in enumerate(self.of_pages, 1) if sure is not None}

    @property
    def unsure_pages(self) -> dict[int, float]:
        """The recognised pages that a person should look at."""
        return {page: sure for page, sure in self.recognised.items() if sure < UNSURE_PAGE}

    @property
    def mean(self) -> float | None:
        """Over the recognised pages; None where there is none."""
        known = self.recognised.values()
        return sum(known) / len(known) if known else None

    def page_at(self, place: int) -> int:
        """The page of the file that a place in the text stands on, from 1; 0 without pages."""
        return bisect_right(self.pages, place)

    def at(self, start: int, end: int | None = None) -> float | None:
        """How sure the least sure page under text[start:end] is; None where none was recognised."""
        last = self.page_at(max(start, (end or start) - 1))
        under = range(max(1, self.page_at(start)), last + 1)
        known = self.recognised
        return min((known[page] for page in under if page in known), default=None)

    def doubts(self, start: int, end: int) -> bool:
        """Whether a number in text[start:end] was read from letters that were hard to recognise."""
        return any(a < end and b > start for a, b in self.suspects)
