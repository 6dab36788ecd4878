"""The table of contents of a document, its divisions folded, the current place marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index import cited_units
from ingest import Document, Provision

from .leaves import is_division, is_large
from .markup import Markup, anchor, element, join
from .standpoint import Standpoint

SHALLOW = 2
"""Levels listed of a document that has no articles."""


def contents_of(view: Standpoint, document: Document, current: Provision | None = None) -> Markup:
    """Links to the provisions a person looks for; empty where the document has none."""
    units = _listed(document.provisions)
    if not units:
        return Markup()
    listed = _Contents(view, document.about.id, units, current).branch(0, len(units))
    return element("nav", listed, look="muc-luc")


def name_of_unit(unit: Provision) -> str:
    """A unit's own name with its title: `Điều 9. Báo cáo, hồ sơ`."""
    return f"{unit.path[-1]}. {unit.heading}" if unit.heading else unit.path[-1]


def place_of(path: Sequence[str]) -> str:
    """A provision's place in words, from the điều down: `Điều 8 › khoản 2`."""
    return " › ".join(cited_units(path))


def _listed(units: Sequence[Provision]) -> list[Provision]:
    large = [unit for unit in units if is_large(unit)]
    return large or [unit for unit in units if len(unit.path) <= SHALLOW]


@dataclass(frozen=True, slots=True)
class _Contents:
    view: Standpoint
    document: str
    units: list[Provision]
    current: Provision | None

    def branch(self, start: int, end: int) -> Markup:
        """units[start:end] as a list; a division holds what lies inside it."""
        items, n = [], start
        while n < end:
            inside = n + 1
            while inside < end and self.units[inside].start < self.units[n].end:
                inside += 1
            items.append(self._item(n, inside))
            n = inside
        return element("ul", *items)

    def _item(self, start: int, end: int) -> Markup:
        unit, current = self.units[start], self.current
        holds_it = current is not None and unit.start <= current.start < unit.end
        has_more = end > start + 1
        is_current = holds_it and not (has_more and current != unit)
        marked = "dang-doc" if is_current else ""
        place = self.view.reader(self.document, unit.address)
        link = anchor(place, name_of_unit(unit), look=marked)
        if not has_more:
            return element("li", link)
        folded = join([element("summary", link), self.branch(start + 1, end)])
        look = "chuong" if is_division(unit) else ""
        opened = {"open": "open"} if holds_it or len(self.units) <= 40 else {}
        return element("li", element("details", folded, **opened), look=look)
