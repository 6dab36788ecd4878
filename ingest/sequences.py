"""Which of many numbers at the start of a line count up, and are therefore headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .enumerators import Marker

MISSING = 1.0
"""Price of a number that is skipped: a gap pays only when at least two more numbers follow it."""
RESTART = 0.5
"""Price of beginning again at 1, as an attached document does."""
JUMP = 0.95
"""Price of any other leap forward, as in a digest that keeps some articles only."""
LARGEST_GAP = 3


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


def counting_run(markers: Sequence[Marker], whole_document: bool = False) -> list[Marker]:
    """The heaviest run of markers that counts up; linear in their number.

    With `whole_document` the run may begin at any number, leap forward, and begin again at 1.
    """
    best: dict[tuple[int, ...], Chain] = {}
    top: Chain | None = None
    for marker in markers:
        chain = _best_chain(marker, best, top, whole_document)
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
    marker: Marker, best: dict[tuple[int, ...], Chain], top: Chain | None, whole_document: bool
) -> Chain | None:
    """The heaviest run that can end in this marker."""
    options = [
        Chain(chain.score + marker.weight - price, marker, chain)
        for chain, price in _predecessors(marker, best)
    ]
    count = marker.number[-1]
    if top and whole_document and (count == 1 or count > top.last.number[-1]):
        price = RESTART if count == 1 and not marker.suffix else JUMP
        options.append(Chain(top.score + marker.weight - price, marker, top))
    elif count <= 2 or whole_document:
        options.append(Chain(marker.weight - (0 if count == 1 else JUMP), marker))
    return max(options, key=lambda chain: chain.score, default=None)


def _predecessors(marker: Marker, best: dict[tuple[int, ...], Chain]) -> list[tuple[Chain, float]]:
    """Runs that this marker continues, each with the price of doing so."""
    *prefix, count = marker.number
    if marker.suffix:
        steps = [(count, 0.0)]
    else:
        steps = [(count - gap, MISSING * min(gap - 1, 1)) for gap in range(1, LARGEST_GAP + 1)]
    found = ((best.get((*prefix, step)), price) for step, price in steps)
    return [(chain, price) for chain, price in found if chain]
