"""The one run of a source that is nearly the quoted words, and the words that differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import Match, SequenceMatcher

from .spelling import Spelled

ENOUGH = 0.85
"""Share of the characters that must agree; below it the words are another sentence."""
MOST_SEEDS = 2000  # places in the source that are looked at; rare words come first
MOST_PLACES = 4  # places that are compared word by word
LONGEST_CHANGE = 80  # characters; longer changes are not compared letter by letter


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of the draft that the source has otherwise."""

    drafted: str
    """Empty where the draft leaves words out."""
    held: str
    """What the source has, always `source[start:end]`; empty where the draft adds words."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Near:
    """A run of the source and how far it agrees with the quoted words."""

    start: int
    end: int
    similarity: float
    differences: tuple[Difference, ...]


def find_near(quote: Spelled, held: Spelled) -> Near | None:
    """Find the run of a source most like a quotation; None where none is like enough."""
    runs = [
        run for at in _likely_places(quote, held) for run in _runs(quote.tokens, held.tokens, at)
    ]
    scored = [_score(quote.tokens, held.tokens, run) for run in sorted(set(runs))]
    _, similarity, (first, after) = max(scored, default=(0.0, 0.0, (0, 0)))
    if similarity < ENOUGH:
        return None
    differences = tuple(_differences(quote, held, first, after))
    return Near(*held.place(first, after), similarity, differences)


def _likely_places(quote: Spelled, held: Spelled) -> list[int]:
    """The tokens of the source near which most words and pairs of the quotation stand in order.

    Places are counted in overlapping stretches, so that words left out or added do not part them.
    """
    width = len(quote.tokens) // 4 + 4
    votes: Counter[int] = Counter()
    for offset in _offsets(quote, held):
        votes.update((offset // width, offset // width - 1))
    likely = [(stretch * width, count) for stretch, count in votes.most_common(MOST_PLACES)]
    return [at for at, count in likely if 2 * count >= likely[0][1]]


def _offsets(quote: Spelled, held: Spelled) -> Iterator[int]:
    """Yield where the quotation would begin by each of its words and pairs, the rarest first."""
    seeds = [(places, at) for at, places in _seeds(quote, held)]
    left = MOST_SEEDS
    for places, at in sorted(seeds, key=lambda seed: len(seed[0])):
        yield from (place - at for place in places[:left])
        left -= len(places)
        if left <= 0:
            return


def _seeds(quote: Spelled, held: Spelled) -> Iterator[tuple[int, list[int]]]:
    """Yield each word and pair that both have: its place in the quotation, those in the source."""
    for seed, places_here in quote.positions.items():
        places = held.positions.get(seed, [])
        yield from ((at, places) for at in places_here if places)


def _runs(quoted: list[str], held: list[str], at: int) -> Iterator[tuple[int, int]]:
    """Yield the runs of the source near a place that the quotation could stand for."""
    slack = len(quoted) // 4 + 8
    low = max(0, at - slack)
    window = held[low : max(0, at + 2 * slack + len(quoted))]
    matcher = SequenceMatcher(None, quoted, window, autojunk=False)
    blocks = _without_strays(len(quoted), [b for b in matcher.get_matching_blocks() if b.size])
    if not blocks:
        return
    first, last = blocks[0], blocks[-1]
    for before in {0, first.a}:
        for behind in {0, len(quoted) - last.a - last.size}:
            start, end = low + first.b - before, low + last.b + last.size + behind
            yield max(0, start), min(len(held), end)


def _without_strays(length: int, blocks: list[Match]) -> list[Match]:
    """The neighbouring blocks that agree best; a word that agrees by chance far off is none."""
    best, kept = 0.0, (0, 0)
    for first in range(len(blocks)):
        agreeing = 0
        for last in range(first, len(blocks)):
            agreeing += blocks[last].size
            span = blocks[last].b + blocks[last].size - blocks[first].b
            if agreeing / (length + span) > best:
                best, kept = agreeing / (length + span), (first, last + 1)
    return blocks[slice(*kept)]


def _score(
    quoted: list[str], held: list[str], run: tuple[int, int]
) -> tuple[float, float, tuple[int, int]]:
    """How good a run is, its similarity, and the run.

    The better run is the one that agrees with more of the longer text: measured by both, a changed
    word at the edge would be better left out of the run.
    """
    agreeing = _agreeing(quoted, held[slice(*run)])
    sizes = _length(quoted), _length(held[slice(*run)])
    return agreeing / max(sizes), 2 * agreeing / sum(sizes), run


def _agreeing(quoted: list[str], held: list[str]) -> int:
    """Characters that agree, word by word; words that differ agree in part."""
    agreeing = 0
    for tag, a, b, c, d in SequenceMatcher(None, quoted, held, autojunk=False).get_opcodes():
        if tag == "equal":
            agreeing += _length(quoted[a:b])
        elif tag == "replace":
            agreeing += _agreeing_letters(" ".join(quoted[a:b]), " ".join(held[c:d]))
    return agreeing


def _length(tokens: list[str]) -> int:
    """Characters, a space with each token."""
    return sum(map(len, tokens)) + len(tokens)


def _agreeing_letters(quoted: str, held: str) -> int:
    if len(quoted) > LONGEST_CHANGE or len(held) > LONGEST_CHANGE:
        return 0
    blocks = SequenceMatcher(None, quoted, held, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks)


def _differences(quote: Spelled, held: Spelled, first: int, after: int) -> Iterator[Difference]:
    """Yield what is changed, left out or added, the tokens of each change together."""
    matcher = SequenceMatcher(None, quote.tokens, held.tokens[first:after], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            drafted, (start, end) = quote.place(a, b), held.place(first + c, first + d)
            yield Difference(quote.text[slice(*drafted)], held.text[start:end], start, end)
