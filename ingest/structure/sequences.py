"""Which of many numbers at the start of a line count up, and are therefore headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .enumerators import Kind, Marker

MISSING = 1.0
"""Price of a number that is skipped: a gap pays only when at least two more numbers follow it."""
MISSING_SURELY = 0.5
"""The same for kinds that are hardly ever mistaken; official texts do skip đ or e."""
SURE_KINDS = (Kind.LETTER, Kind.PHAN, Kind.CHUONG, Kind.MUC, Kind.TIEU_MUC)
LOST_START = 0.95
"""Price of a run that does not begin at 1: part of a law, or a first number that was not read."""
LOST_CHAPTER = 0.3
"""The same for Phần, Chương, Mục, which hardly ever stand on a line of their own as references."""
RESTART = 0.5
"""Price of beginning again at 1, as an attached document does."""
LEAP = 1.5
"""Price of a leap forward in a text of lines: two more numbers must confirm it."""
LEAP_APART = 0.95
"""The same where paragraphs stand apart, as in a digest that keeps some articles only."""
LARGEST_GAP = 3


@dataclass(frozen=True, slots=True)
class Counting:
    """What else a run may do besides counting up from 1."""

    restarts: bool = False
    """Begin anywhere, and again at 1, as điều and chapters do."""
    leap: float | None = None
    """Price of leaping forward from any number; None where a leap is never right."""
    lost_start: float = LOST_START


STRICT = Counting()


@dataclass(frozen=True, slots=True)
class Chain:
    """A run of markers that count up, kept as its last marker and the run before it."""

    score: float
    last: Marker
    before: Chain | None = None

    def markers(self) -> list[Marker]:
        """The run in reading order."""
        run: list[Marker] = []
        chain: Chain | None = self
        while chain:
            run.append(chain.last)
            chain = chain.before
        return run[::-1]


def counting_run(markers: Sequence[Marker], rules: Counting = STRICT) -> list[Marker]:
    """The heaviest run of markers that counts up; linear in their number."""
    best: dict[tuple[int, ...], Chain] = {}
    top: Chain | None = None
    for marker in markers:
        chain = _best_chain(marker, best, top, rules)
        if chain is None:
            continue
        known = best.get(marker.number)
        if known is None or chain.score > known.score:
            best[marker.number] = chain
            _open_next_group(marker, chain, best)
        if top is None or chain.score > top.score:
            top = chain
    return top.markers() if top else []


def _open_next_group(marker: Marker, chain: Chain, best: dict[tuple[int, ...], Chain]) -> None:
    """After 1.4 may come 2.1, as if it followed a 2.0."""
    if len(marker.number) > 1:
        *prefix, group, _ = marker.number
        key = (*prefix, group + 1, 0)
        if key not in best or chain.score > best[key].score:
            best[key] = chain


def _best_chain(
    marker: Marker, best: dict[tuple[int, ...], Chain], top: Chain | None, rules: Counting
) -> Chain | None:
    """The heaviest run that can end in this marker."""
    options = [
        Chain(chain.score + marker.weight - price, marker, chain)
        for chain, price in _predecessors(marker, best)
    ]
    count = marker.number[-1]
    if top and rules.leap is not None and marker.number > top.last.number:
        options.append(Chain(top.score + marker.weight - rules.leap, marker, top))
    if top and rules.restarts and count == 1 and not marker.suffix:
        options.append(Chain(top.score + marker.weight - RESTART, marker, top))
    if count == 1 or ((count == 2 or rules.restarts or rules.leap is not None) and not top):
        options.append(Chain(marker.weight - (0 if count == 1 else rules.lost_start), marker))
    return max(options, key=lambda chain: chain.score, default=None)


def _predecessors(marker: Marker, best: dict[tuple[int, ...], Chain]) -> list[tuple[Chain, float]]:
    """Runs that this marker continues, each with the price of doing so."""
    *prefix, count = marker.number
    if marker.suffix:
        steps = [(count, 0.0)]
    else:
        missing = MISSING_SURELY if marker.kind in SURE_KINDS else MISSING
        steps = [(count - gap, missing * min(gap - 1, 1)) for gap in range(1, LARGEST_GAP + 1)]
    found = ((best.get((*prefix, step)), price) for step, price in steps)
    return [(chain, price) for chain, price in found if chain]
