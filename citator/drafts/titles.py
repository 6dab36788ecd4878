"""Trích yếu: where a draft gives the title of what it cites, and whether the words are right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher
from enum import Enum, auto
from functools import lru_cache

from ingest import Metadata, find_citations, key_of_citation

from ..quotes import Spelled
from .title_places import AMENDING, Stretch, bare_title

ALIKE = 0.6
"""Share of the held title's words the draft must have to be taken for that title at all."""
FEWEST = 3
"""Words of a title left out at its end before it still counts as that title."""
ALIKE_WHEN_SHORT = 0.75
"""The same of the words of a title cut short, of which fewer are there to tell it by."""
FEWEST_CHANGED = 5
"""Words of a title that is cut short and changed."""
NEAR = 4  # words that may differ in a row
TAIL = 2  # last words of a title that may differ without anything agreeing behind them
_BREAK = re.compile(r"[,;:.()\[\]\"”»]")


class TitleMatch(Enum):
    """How the words of a draft stand to a title held."""

    SAME = auto()
    SHORTENED = auto()
    """Its beginning, word for word."""
    CHANGED = auto()
    """Like enough to be meant for it, and not the same."""
    OTHER = auto()
    """Another title, or no title at all."""


@dataclass(frozen=True, slots=True)
class ComparedTitle:
    """What a comparison came to, and which characters of the draft were the title."""

    match: TitleMatch
    start: int = 0
    end: int = 0
    tells: bool = False
    """Whether so much agrees that no other document is likely to have this title."""


class Words:
    """The words of text[start:end] in one spelling; signs and white space cannot differ."""

    def __init__(self, text: str, start: int = 0, end: int | None = None) -> None:
        row = Spelled(text[start:end])
        kept = [n for n, token in enumerate(row.tokens) if token[0].isalnum()]
        self.text = text
        self.tokens = [row.tokens[n] for n in kept]
        self.starts = [start + row.starts[n] for n in kept]
        self.ends = [start + row.ends[n] for n in kept]

    def breaks_after(self, count: int) -> bool:
        """Whether a sign stands after the first `count` words, or nothing more does."""
        if count >= len(self.tokens):
            return True
        return bool(_BREAK.search(self.text[self.ends[count - 1] : self.starts[count]]))


def compare_title(text: str, stretch: Stretch, title: str) -> ComparedTitle:
    """Hold the words of a draft against a title; longer words of the draft may go on after it.

    Of a title that itself cites a document only the words before that are compared, and its key:
    the rest is compared where the draft cites that document.
    """
    whole = _compare_stretch(text, stretch, title)
    amended = AMENDING.match(text, stretch.start, stretch.end) if stretch.bounded else None
    if amended and whole.match is not TitleMatch.SAME:
        inner = Stretch(amended.end(), stretch.end, True, True)
        return _compare_stretch(text, inner, title)
    return whole


def _compare_stretch(text: str, stretch: Stretch, title: str) -> ComparedTitle:
    own, cited = _parted(title)
    held = Words(own)
    drafted = Words(text, stretch.start, stretch.end)
    if not held.tokens or not drafted.tokens:
        return ComparedTitle(TitleMatch.OTHER)
    match, count = _compare(drafted, held, stretch.bounded and not cited)
    starts_alike = drafted.tokens[:2] == held.tokens[:2]
    if match is TitleMatch.OTHER or not (stretch.announced or starts_alike):
        return ComparedTitle(TitleMatch.OTHER)
    end = drafted.ends[count - 1]
    if not cited:
        return ComparedTitle(match, stretch.start, end, stretch.announced or len(held.tokens) > 2)
    if match is not TitleMatch.SAME:
        return ComparedTitle(match, stretch.start, end)
    return _with_cited(text, Stretch(stretch.start, stretch.end), end, cited)


def _with_cited(text: str, stretch: Stretch, end: int, cited: str) -> ComparedTitle:
    """Go on to the document that the title cites, after the words before it agree."""
    found = next((c for c in find_citations(text[end : stretch.end]) if c.symbol), None)
    if found is None or text[end : end + found.full_start].strip():
        return ComparedTitle(TitleMatch.SHORTENED, stretch.start, end)
    same = key_of_citation(found) == cited
    match = TitleMatch.SAME if same else TitleMatch.CHANGED
    return ComparedTitle(match, stretch.start, end + found.end, tells=same)


@lru_cache(maxsize=1024)
def _parted(title: str) -> tuple[str, str]:
    """A title's words before the document it cites, and the key of that document."""
    bare = bare_title(title)
    found = next((c for c in find_citations(bare) if c.full_start and c.symbol), None)
    return (bare[: found.full_start], key_of_citation(found)) if found else (bare, "")


class TitleIndex:
    """The documents of a store by the first words of their titles."""

    def __init__(self, abouts: Iterable[Metadata]) -> None:
        self._by_beginning: dict[tuple[str, ...], list[tuple[list[str], Metadata]]] = {}
        for about in abouts:
            tokens = Words(bare_title(about.title)).tokens
            if len(tokens) > FEWEST:
                self._by_beginning.setdefault(tuple(tokens[:FEWEST]), []).append((tokens, about))

    def find(self, text: str, stretch: Stretch) -> tuple[Metadata, ...]:
        """The documents whose whole title a stretch of a draft begins with, the longest titles."""
        drafted = Words(text, stretch.start, stretch.end).tokens
        found = self._by_beginning.get(tuple(drafted[:FEWEST]), [])
        same = [(len(title), about) for title, about in found if drafted[: len(title)] == title]
        longest = max((length for length, _ in same), default=0)
        return tuple(about for length, about in same if length == longest)


def _compare(drafted: Words, held: Words, bounded: bool) -> tuple[TitleMatch, int]:
    """How the two stand to each other, and how many words of the draft are the title."""
    ours, theirs = drafted.tokens, held.tokens
    size = len(theirs)
    if ours[:size] == theirs and not (bounded and len(ours) > size):
        return TitleMatch.SAME, size
    agreed = _agreed(ours, theirs)
    window = ours if bounded else ours[: size + FEWEST]
    blocks = SequenceMatcher(None, window, theirs, autojunk=False).get_matching_blocks()[:-1]
    behind = [block for block in blocks if block.a >= agreed and block.b >= agreed]
    if agreed >= min(FEWEST, size) and not _takes_up_again(behind, agreed, size):
        if _is_shortened(drafted, held, agreed):
            return TitleMatch.SHORTENED, agreed
        return _judge_tail(agreed, size, len(ours), bounded)
    if sum(block.size for block in blocks) < ALIKE * size:
        return _judge_beginning(drafted, held)
    last = blocks[-1]
    rest = size - last.b - last.size
    return TitleMatch.CHANGED, min(len(ours), last.a + last.size + min(rest, TAIL))


def _judge_beginning(drafted: Words, held: Words) -> tuple[TitleMatch, int]:
    """Of a title cut short in the draft and not the same: up to the last sign that fits."""
    ours, theirs = drafted.tokens, held.tokens
    for count in range(min(len(ours), len(theirs)), FEWEST_CHANGED - 1, -1):
        if drafted.breaks_after(count):
            matcher = SequenceMatcher(None, ours[:count], theirs[:count], autojunk=False)
            if matcher.ratio() >= ALIKE_WHEN_SHORT:
                return TitleMatch.CHANGED, count
    return TitleMatch.OTHER, 0


def _judge_tail(agreed: int, size: int, drafted: int, bounded: bool) -> tuple[TitleMatch, int]:
    """Where nothing agrees any more: a last word is changed, or the draft goes on by itself."""
    near_end = size - agreed <= TAIL and agreed >= ALIKE * size
    if bounded and agreed >= ALIKE * size:
        return TitleMatch.CHANGED, drafted
    return (TitleMatch.CHANGED, min(drafted, size)) if near_end else (TitleMatch.OTHER, 0)


def _is_shortened(drafted: Words, held: Words, agreed: int) -> bool:
    """The draft stops there, or puts a sign; a last word after a sign of the title is changed."""
    rest = len(held.tokens) - agreed
    if not rest or not drafted.breaks_after(agreed):
        return False
    stops = agreed >= len(drafted.tokens)
    return stops or rest > TAIL or not held.breaks_after(agreed)


def _takes_up_again(blocks: Sequence[Match], agreed: int, size: int) -> bool:
    """Whether the title goes on after a few words that differ; farther off it is chance."""
    return any(
        max(block.a, block.b) - agreed <= NEAR and (block.size > 1 or block.b + block.size == size)
        for block in blocks
    )


def _agreed(ours: Sequence[str], theirs: Sequence[str]) -> int:
    count = 0
    for one, other in zip(ours, theirs, strict=False):
        if one != other:
            break
        count += 1
    return count
