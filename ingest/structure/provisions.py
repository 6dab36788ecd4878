"""A text becomes its provisions: Phần, Chương, Mục, Điều, khoản, điểm and their like."""

from __future__ import annotations

from collections.abc import Sequence

from ..document import Provision
from .enumerators import RANKS, Kind, Marker
from .lists import add_items
from .markers import find_markers
from .outline import WHOLE_TEXT, Outline, Parent
from .regions import Region, find_regions, within
from .sequences import LEAP, LEAP_APART
from .subjects import has_paragraphs_apart


def segment(text: str) -> tuple[Provision, ...]:
    """The provisions of a text, in reading order, each unit before the units in it.

    A number counts as a unit's only where it continues the numbers before it, so references
    at the start of a line and quoted articles stay text. Linear in the length of the text.
    """
    markers = find_markers(text)
    leaps = has_paragraphs_apart(text)
    outline = Outline(text, sorted({marker.start for marker in markers}), leaps)
    for region in find_regions(text, markers, LEAP_APART if leaps else LEAP):
        _add_region(outline, region)
    return outline.provisions()


def _add_region(outline: Outline, region: Region) -> None:
    parent, start = WHOLE_TEXT, region.start
    if region.owner:
        parent, start = outline.add(region.owner, region.end, WHOLE_TEXT)
    if region.heads:
        _add_heads(outline, region, parent)
    else:
        add_items(outline, parent, start, region.end, within(region.markers, start, region.end))


def _add_heads(outline: Outline, region: Region, owner: Parent) -> None:
    """Add units with a rank; a điều is addressed by its number alone, as people cite it."""
    open_units: list[tuple[int, Parent]] = []
    ends = _ends_of(region.heads, region.end)
    for at, (marker, end) in enumerate(zip(region.heads, ends, strict=True)):
        rank = RANKS[marker.kind]
        while open_units and open_units[-1][0] >= rank:
            open_units.pop()
        parent = open_units[-1][1] if open_units else owner
        prefix = owner.address if rank == RANKS[Kind.DIEU] else None
        unit, body = outline.add(marker, end, parent, prefix)
        open_units.append((rank, unit))
        below = region.heads[at + 1].start if at + 1 < len(region.heads) else end
        if below >= end:
            add_items(outline, unit, body, end, within(region.markers, body, end))


def _ends_of(heads: Sequence[Marker], end: int) -> list[int]:
    """Each unit ends where the next one begins that is as large or larger."""
    next_start = dict.fromkeys(RANKS.values(), end)
    ends = []
    for marker in reversed(heads):
        rank = RANKS[marker.kind]
        ends.append(min(start for other, start in next_start.items() if other <= rank))
        next_start[rank] = marker.start
    return ends[::-1]
