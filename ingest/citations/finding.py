"""All references of a running text, by number, by plenum and by name, in reading order."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from ..document import Citation
from .named import Name
from .numbered import find_numbered
from .phrases import GAP
from .plenums import MEETING, Plenum, find_plenums
from .surroundings import Surroundings, survey
from .tails import tail_after

_FROM = re.compile(rf"\s{{0,3}},?\s{{0,3}}\(?(?:(?:cua|tai){GAP})?")


def find_citations(text: str) -> tuple[Citation, ...]:
    """Return the references to documents in text (NFC), in reading order; none overlap.

    `start:end` runs from the type, or from the number where the words give no type, to the end of
    the date or the year; `full_start:full_end` holds the units before and the issuer after.
    """
    around = survey(text)
    found = find_numbered(around)
    plenums = find_plenums(text, around.folded)
    found = _with_origins(found, plenums, around.folded)
    found = _merged(found, (_of_plenum(around, plenum) for plenum in plenums))
    return tuple(_merged(found, (_of_name(around, name) for name in around.names.found)))


def _with_origins(found: list[Citation], plenums: list[Plenum], folded: str) -> list[Citation]:
    """Give "Kết luận 21-KL/TW của Hội nghị Trung ương 4 khóa XIII" its plenum."""
    starts = [citation.start for citation in found]
    for plenum in plenums:
        at = bisect_right(starts, plenum.start) - 1
        if at < 0 or plenum.type not in ("", MEETING):
            continue
        before = found[at]
        if before.end <= plenum.start and _FROM.fullmatch(folded, before.end, plenum.start):
            end = max(before.full_end, plenum.end)
            found[at] = replace(before, plenum=plenum.name, full_end=end)
    return found


def _merged(found: list[Citation], others: Iterable[Citation]) -> list[Citation]:
    """Add those that overlap none; both come in reading order."""
    starts = [citation.full_start for citation in found]
    free = []
    floor = 0
    for other in others:
        at = bisect_right(starts, other.start)
        before_ends = found[at - 1].full_end if at else 0
        next_starts = starts[at] if at < len(starts) else other.end
        if max(before_ends, floor) <= other.start and other.end <= next_starts:
            floor = other.full_end
            free.append(other)
    return sorted([*found, *free], key=lambda citation: citation.start)


def _of_plenum(around: Surroundings, plenum: Plenum) -> Citation:
    unit = around.units.before(plenum.start)
    return Citation(
        text=around.text[plenum.start : plenum.end],
        start=plenum.start,
        end=plenum.end,
        type=plenum.type,
        units=unit.paths if unit else (),
        full_start=unit.start if unit else plenum.start,
        full_end=plenum.end,
        plenum=plenum.name,
        year=plenum.year,
    )


def _of_name(around: Surroundings, name: Name) -> Citation:
    unit = around.units.before(name.start)
    end = name.year_end or name.end
    tail = tail_after(around.text, around.folded, end) if name.may_be_dated else None
    if tail:
        end = tail.end
    return Citation(
        text=around.text[name.start : end],
        start=name.start,
        end=end,
        type=name.type,
        date=tail.date if tail else None,
        issuer=tail.issuer if tail else "",
        units=unit.paths if unit else (),
        full_start=unit.start if unit else name.start,
        full_end=tail.full_end if tail else end,
        name=name.name,
        year=name.year,
    )
