"""The parts of a text that are numbered on their own: a document, its annexes, what it adopts."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from .enumerators import RANKS, Kind, Marker
from .sequences import LOST_CHAPTER, Counting, counting_run

CLOSING = re.compile(
    r"^[ \t]{0,80}(?:Nơi nhận ?:|(?:TM|KT|TL|TUQ)\. ?(?=[^\s\d])|(?:T/M|K/T|T/L) "
    r"|(?:Luật|Bộ luật|Hiến pháp|Pháp lệnh|Nghị quyết) này"
    r" (?:đã )?được (?:Quốc hội|Ủy ban Thường vụ)"
    r"|(?P<office>(?:PHÓ )?(?:CHỦ TỊCH|THỦ TƯỚNG|BỘ TRƯỞNG|(?:TỔNG )?BÍ THƯ|CHÁNH ÁN|GIÁM ĐỐC))"
    r"(?P<rest>[^\n]{0,40})$)",
    re.MULTILINE,
)
"""`Nơi nhận:`, `TM. CHÍNH PHỦ`, `T/M BỘ CHÍNH TRỊ`, `CHỦ TỊCH QUỐC HỘI`: no unit goes on below."""


LEAST_CODIFIED = 3
"""Điều of the Pháp điển that make a text one of it."""


@dataclass(frozen=True, slots=True)
class Region:
    """One part: its own heading if it has one, its units with a rank, and all numbers in it."""

    start: int
    end: int
    owner: Marker | None
    heads: Sequence[Marker]
    markers: Sequence[Marker]


def find_regions(text: str, markers: Sequence[Marker], leap: float) -> list[Region]:
    """Cut a text where an annex or an adopted document begins, and before the signatures.

    `leap` is the price of a number that does not continue the one before it.
    """
    counting = Counting(restarts=True, leap=leap)
    closings = _find_closings(text)
    dieu = _choose_dieu(markers, counting)
    owners = _choose_owners(markers, dieu, closings)
    heads = sorted([*dieu, *_choose_divisions(markers, leap)], key=lambda marker: marker.start)
    starts = {0: None} | dict.fromkeys(_find_restarts(dieu, heads, owners))
    borders: dict[int, Marker | None] = {**starts, **{owner.start: owner for owner in owners}}
    listed = [marker for marker in markers if marker.kind not in RANKS]
    edges = [*sorted(borders), len(text)]
    regions = [
        Region(start, end, borders[start], within(heads, start, end), within(listed, start, end))
        for start, end in pairwise(edges)
    ]
    return [_without_signatures(region, closings) for region in regions]


def _without_signatures(region: Region, closings: Sequence[int]) -> Region:
    """The region up to the first closing below its last unit; an annex keeps its forms whole."""
    last = region.heads[-1] if region.heads else _last_of_outermost(region.markers)
    if last is None or (region.owner and region.owner.kind is Kind.PHU_LUC):
        return region
    at = bisect_right(closings, last.start)
    end = min([region.end, *closings[at : at + 1]])
    return replace(region, end=end, markers=within(region.markers, region.start, end))


def _last_of_outermost(listed: Sequence[Marker]) -> Marker | None:
    for kind in (Kind.ROMAN, Kind.CAPITAL, Kind.ARABIC, Kind.LA):
        run = counting_run([marker for marker in listed if marker.kind is kind])
        if len(run) > 1:
            return run[-1]
    return None


def within(markers: Sequence[Marker], start: int, end: int) -> Sequence[Marker]:
    """The markers, given in reading order, that stand in [start, end)."""
    first = bisect_left(markers, start, key=lambda marker: marker.start)
    return markers[first : bisect_left(markers, end, key=lambda marker: marker.start)]


def _find_closings(text: str) -> list[int]:
    return [
        match.start()
        for match in CLOSING.finditer(text)
        if not match["office"] or not match["rest"].strip() or match["rest"].isupper()
    ]


def _choose_dieu(markers: Sequence[Marker], counting: Counting) -> list[Marker]:
    """The điều whose numbers count up, or all of them where the numbers are addresses."""
    codified = [marker for marker in markers if marker.kind is Kind.CODIFIED]
    if len(codified) >= LEAST_CODIFIED:
        return codified
    return counting_run([m for m in markers if m.kind is Kind.DIEU], counting)


def _choose_divisions(markers: Sequence[Marker], leap: float) -> list[Marker]:
    """Phần, Chương, Mục, Tiểu mục whose numbers count up, each kind by itself."""
    counting = Counting(restarts=True, leap=leap, lost_start=LOST_CHAPTER)
    kinds = (Kind.PHAN, Kind.CHUONG, Kind.MUC, Kind.TIEU_MUC)
    runs = (counting_run([m for m in markers if m.kind is kind], counting) for kind in kinds)
    return [marker for run in runs for marker in run]


def _choose_owners(
    markers: Sequence[Marker], dieu: Sequence[Marker], closings: Sequence[int]
) -> list[Marker]:
    """Annexes and adopted documents: none of them stands between Điều 4 and Điều 5."""
    starts = [marker.start for marker in dieu]
    chosen = []
    for marker in markers:
        if RANKS.get(marker.kind) != 0:
            continue
        after = bisect_right(starts, marker.start)
        between = 0 < after < len(dieu) and not _begins_again(dieu[after])
        earlier = after > 0 or (closings and closings[0] < marker.start)
        if not between and (earlier or marker.kind is Kind.PHU_LUC):
            chosen.append(marker)
    return chosen


def _begins_again(dieu: Marker) -> bool:
    return dieu.kind is Kind.DIEU and dieu.number == (1,) and not dieu.suffix


def _find_restarts(
    dieu: Sequence[Marker], heads: Sequence[Marker], owners: Sequence[Marker]
) -> list[int]:
    """Where a document without a heading of its own begins again at Điều 1."""
    restarts = []
    head_starts = [marker.start for marker in heads]
    for before, again in pairwise(dieu):
        if not _begins_again(again):
            continue
        at = bisect_right(head_starts, before.start)
        owned = bisect_left(owners, again.start, key=lambda owner: owner.start)
        if owned == 0:
            restarts.append(head_starts[at])
    return restarts
