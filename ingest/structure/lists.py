"""Khoản, điểm and other numbered items inside one unit, to any depth."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from .enumerators import Kind, Marker
from .inline_items import find_inline_run
from .outline import Outline, Parent
from .regions import within
from .sequences import LEAP_APART, STRICT, Counting, counting_run
from .subjects import find_lead, find_paragraph_end, find_subjects

LEAST_WEIGHT = 1.0
"""Of a whole run: one sure number, or several doubtful ones that count up."""
DECIMALS = {
    Kind.DECIMAL_2: Kind.ARABIC,
    Kind.DECIMAL_3: Kind.DECIMAL_2,
    Kind.DECIMAL_4: Kind.DECIMAL_3,
}
"""1.2 belongs in khoản 1, and 1.2.3 in 1.2."""
OUTERMOST = (Kind.CAPITAL, Kind.ROMAN)
STANDS_ALONE = (Kind.ARABIC, Kind.LETTER, Kind.DECIMAL_2, Kind.DECIMAL_3, Kind.DECIMAL_4)
ENDS_WITH_ITS_PARAGRAPH = (Kind.LA, Kind.THU)


def add_items(
    outline: Outline, parent: Parent, start: int, end: int, markers: Sequence[Marker]
) -> None:
    """Add what is numbered in text[start:end], in which `markers` stand, and all below it."""
    run = choose_outer_run(outline, parent, start, markers)
    if not run:
        _add_unnumbered(outline, parent, start, end)
        return
    kind, above = run[0].kind, parent
    inner = [marker for marker in markers if marker.kind is not kind]
    lead = None if parent.path or kind is not Kind.BRACKETED else find_lead(outline.text, run[0])
    begun = lead.start if lead else run[0].start
    add_items(outline, parent, start, begun, within(inner, start, begun))
    ends = [marker.start for marker in run[1:]] + [end]
    if lead or kind in ENDS_WITH_ITS_PARAGRAPH:
        ends[-1] = _end_of_last(outline, run[-1], end, inner)
    if lead:
        parent, _ = outline.add(lead, ends[-1], parent)
    for marker, stop in zip(run, ends, strict=True):
        unit, body = outline.add(marker, stop, parent)
        add_items(outline, unit, body, stop, within(inner, marker.start + 1, stop))
    if ends[-1] < end:
        add_items(outline, above, ends[-1], end, within(inner, ends[-1], end))


def choose_outer_run(
    outline: Outline, parent: Parent, start: int, markers: Sequence[Marker]
) -> list[Marker]:
    """The numbers that divide the unit first; the largest kind, else the one that comes first."""
    by_kind: dict[Kind, list[Marker]] = defaultdict(list)
    for marker in markers:
        if _belongs(marker, parent):
            by_kind[marker.kind].append(marker)
    apart = outline.paragraphs_apart
    runs = [counting_run(found, _counting(kind, apart)) for kind, found in by_kind.items()]
    runs = [run for run in runs if _is_sure(run, apart)]
    return min(
        runs,
        key=lambda run: (
            run[0].kind not in OUTERMOST,
            start if _lost_its_first(run) and not apart else run[0].start,
        ),
        default=[],
    )


def _counting(kind: Kind, apart: bool) -> Counting:
    return Counting(leap=LEAP_APART) if apart and kind in STANDS_ALONE else STRICT


def _lost_its_first(run: Sequence[Marker]) -> bool:
    """Whether khoản 1 was not read, so that its points only seem to come before all khoản."""
    return run[0].kind is Kind.ARABIC and run[0].number != (1,)


def _belongs(marker: Marker, parent: Parent) -> bool:
    holder = DECIMALS.get(marker.kind)
    return holder is None or parent.kind is not holder or marker.number[:-1] == parent.number


def _is_sure(run: Sequence[Marker], apart: bool) -> bool:
    if len(run) == 1 and apart:
        return run[0].kind in STANDS_ALONE and run[0].weight >= LEAST_WEIGHT
    if len(run) == 1:
        return run[0].kind is Kind.ARABIC and run[0].number == (1,) and run[0].weight >= 1
    return sum(marker.weight for marker in run) >= LEAST_WEIGHT


def _add_unnumbered(outline: Outline, parent: Parent, start: int, end: int) -> None:
    """Items in brackets inside the paragraphs of a unit without numbered lines."""
    if not parent.path:
        for marker, stop in find_subjects(outline.text, start, end):
            unit, body = outline.add(marker, stop, parent)
            _add_inline(outline, unit, body, stop)
        return
    _add_inline(outline, parent, start, end)


def _add_inline(outline: Outline, parent: Parent, start: int, end: int) -> None:
    run = find_inline_run(outline.text, max(start - 1, 0), end)
    if not run:
        return
    ends = [marker.start for marker in run[1:]] + [end]
    for marker, stop in zip(run, ends, strict=True):
        unit, body = outline.add(marker, stop, parent)
        if marker.kind is not parent.kind:
            _add_inline(outline, unit, body, stop)


def _end_of_last(outline: Outline, last: Marker, end: int, inner: Sequence[Marker]) -> int:
    """Một là … ends with its paragraph, unless numbered lines follow that belong to it."""
    stop = find_paragraph_end(outline.text, last.start, end)
    below = choose_outer_run(outline, Parent(), stop, within(inner, last.start + 1, end))
    follows = below and not outline.text[stop : below[0].start].strip()
    return find_paragraph_end(outline.text, below[-1].start, end) if follows else stop
