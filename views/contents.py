"""The table of contents of a document, its divisions folded, the current place marked."""

from __future__ import annotations

from collections.abc import Sequence

from index import cited_units
from ingest import Document, Provision

from .leaves import is_division, is_large
from .links import reader_link
from .markup import Markup, anchor, element, join

SHALLOW = 2
"""Levels listed of a document that has no articles."""


def contents_of(document: Document, current: Provision | None = None) -> Markup:
    """Links to the provisions a person looks for; empty where the document has none."""
    units = _listed(document.provisions)
    if not units:
        return Markup()
    listed = _branch(document.about.id, units, 0, len(units), current)
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


def _branch(
    document: str, units: list[Provision], start: int, end: int, current: Provision | None
) -> Markup:
    """units[start:end] as a list; a division holds what lies inside it."""
    items, n = [], start
    while n < end:
        unit, inside = units[n], n + 1
        while inside < end and units[inside].start < unit.end:
            inside += 1
        items.append(_item(document, units, (n, inside), current))
        n = inside
    return element("ul", *items)


def _item(
    document: str, units: list[Provision], place: tuple[int, int], current: Provision | None
) -> Markup:
    unit = units[place[0]]
    holds_it = current is not None and unit.start <= current.start < unit.end
    has_more = place[1] > place[0] + 1
    is_current = holds_it and not (has_more and current != unit)
    marked = "dang-doc" if is_current else ""
    link = anchor(reader_link(document, unit.address), name_of_unit(unit), look=marked)
    if not has_more:
        return element("li", link)
    below = _branch(document, units, place[0] + 1, place[1], current)
    folded = join([element("summary", link), below])
    look = "chuong" if is_division(unit) else ""
    opened = {"open": "open"} if holds_it or len(units) <= 40 else {}
    return element("li", element("details", folded, **opened), look=look)
