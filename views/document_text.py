"""The text of a document as a person reads it: its units set out, its citations made links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from ingest import Document, Provision

from .highlights import Span, paint
from .leaves import is_division
from .markup import Markup, element, join

PLACE = "cho-hoi"
LINE = re.compile(r"[^\n]+")
LOOKS = {"Điều": "dieu", "khoản": "khoan", "điểm": "diem"}
"""How the line looks that begins a unit; divisions look alike, whatever else is an item."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What is set off in a text while it is shown."""

    asked: Provision | None = None
    """The provision somebody asked for."""
    spans: Sequence[Span] = field(default=())
    """Links and marked words."""
    place: str = ""
    """Name by which links within the page find the asked provision: PLACE, or none."""


def text_of(document: Document, start: int, end: int, shown: Shown | None = None) -> Markup:
    """text[start:end] in paragraphs, a line each, headings emphasised."""
    shown = shown or Shown()
    lines = list(_lines(document, start, end, shown.spans))
    groups = groupby(lines, key=lambda line: _is_in(shown.asked, line[0]))
    return join(
        element(
            "div",
            *(line for _, line in group),
            look="doan hoi" if asked else "doan",
            id=shown.place if asked else "",
        )
        for asked, group in groups
    )


def heading_end(text: str, unit: Provision) -> int:
    """Offset after a unit's number and title: the part of its first lines that is emphasised."""
    after_name = unit.start + len(unit.path[-1])
    if text[after_name : after_name + 1] in {".", ":", "/", ")"}:
        after_name += 1
    if not unit.heading:
        return min(after_name, unit.end)
    near = min(after_name + 40 + len(unit.heading), unit.end)
    found = text.find(unit.heading, unit.start, near)
    return found + len(unit.heading) if found >= 0 else after_name


def _is_in(unit: Provision | None, place: int) -> bool:
    return unit is not None and unit.start <= place < unit.end


def _lines(
    document: Document, start: int, end: int, spans: Sequence[Span]
) -> Iterator[tuple[int, Markup]]:
    """Each line's offset with its paragraph."""
    units = [u for u in document.provisions if u.start < end and u.end > start]
    titles = [(u, heading_end(document.text, u)) for u in units if _has_title(u)]
    first = _first_units(units)
    for line in LINE.finditer(document.text, start, end):
        a, b = line.span()
        if not line.group().strip():
            continue
        bold = [Span(u.start, e, tag="strong") for u, e in titles if u.start < b and e > a]
        unit = next((first[p] for p in range(a, min(a + 4, b)) if p in first), None)
        inside_title = next((u for u, e in titles if u.start <= a and b <= e), None)
        look = _look(inside_title or unit)
        near = [s for s in spans if s.start < b and s.end > a]
        yield a, element("p", paint(document.text, a, b, [*bold, *near]), look=look)


def _first_units(units: Iterable[Provision]) -> dict[int, Provision]:
    """Where units begin; the largest where two begin at one place."""
    found: dict[int, Provision] = {}
    for unit in units:
        found.setdefault(unit.start, unit)
    return found


def _has_title(unit: Provision) -> bool:
    return bool(unit.heading) or is_division(unit) or unit.path[-1].startswith("Điều")


def _look(unit: Provision | None) -> str:
    if unit is None:
        return ""
    if is_division(unit):
        return "chuong"
    return LOOKS.get(unit.path[-1].split()[0], "muc")
