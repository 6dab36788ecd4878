"""Whether quoted words are what the source says: verbatim, respelled, changed, or not there."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from .near import Difference, find_near
from .spelling import FINAL_MARKS, GAP, Spelled

SHORTEST = 12
"""Characters under which words that are not found as they stand cannot be judged."""
LEAST_WORDS = 2
"""Tokens each part beside an ellipsis must have; one word is found anywhere."""


class QuoteKind(StrEnum):
    """How quoted words stand to their source."""

    EXACT = "nguyên văn"
    REPAIRED = "khác cách trình bày"
    NEAR = "khác chữ"
    NONE = "không thấy"
    TOO_SHORT = "quá ngắn"


@dataclass(frozen=True, slots=True)
class QuoteMatch:
    """What the source says in place of the quoted words."""

    kind: QuoteKind
    slices: tuple[tuple[int, int], ...] = ()
    """Offsets into the source, in order; several where an ellipsis joins them."""
    differences: tuple[Difference, ...] = ()
    """The words that differ, when the kind is NEAR."""
    similarity: float = 0.0
    """Share of the characters that agree, from 0 to 1."""


def match_quotation(quoted: str, source: str) -> QuoteMatch:
    """Find quoted words, without their marks, in a source that is in NFC.

    EXACT: a slice of whole words. REPAIRED: the same words after white space, letter case, place
    of the tone, quotation marks, dashes and the last punctuation mark; an ellipsis may join several
    slices. NEAR: one slice at least 85% the same, with the words that differ. A letter or a tone
    that differs is a changed word.
    """
    quoted = unicodedata.normalize("NFC", quoted)
    row = Spelled(quoted)
    if not any(token[0].isalnum() for token in row.tokens):
        return QuoteMatch(QuoteKind.TOO_SHORT)
    at = _find_exact(quoted, source)
    if at >= 0:
        return QuoteMatch(QuoteKind.EXACT, ((at, at + len(quoted)),), similarity=1.0)
    held = _spelled(source)
    slices = _find_respelled(row.tokens, held) or _find_joined(row.tokens, held, source)
    if slices:
        return QuoteMatch(QuoteKind.REPAIRED, slices, similarity=1.0)
    if len(quoted.strip()) < SHORTEST:
        return QuoteMatch(QuoteKind.TOO_SHORT)
    near = find_near(row, held)
    if near and near.end - near.start >= SHORTEST:
        place = ((near.start, near.end),)
        return QuoteMatch(QuoteKind.NEAR, place, near.differences, near.similarity)
    return QuoteMatch(QuoteKind.NONE)


@lru_cache(maxsize=4)
def _spelled(source: str) -> Spelled:
    """The tokens of a source; a draft quotes the same source many times."""
    return Spelled(source)


def _find_exact(quoted: str, source: str) -> int:
    """Where the words stand whole; `phạt 10` is not in `phạt 100 triệu`. -1 where they do not."""
    at = source.find(quoted)
    while at >= 0:
        if not (_cuts(source, at) or _cuts(source, at + len(quoted))):
            return at
        at = source.find(quoted, at + 1)
    return -1


def _cuts(source: str, at: int) -> bool:
    """Whether an offset lies inside a word."""
    return 0 < at < len(source) and source[at - 1].isalnum() and source[at].isalnum()


def _occurrences(row: list[str], held: Spelled) -> list[tuple[int, int]]:
    """Where a row of tokens stands, from its first token to after its last.

    The last punctuation mark counts where the source has it too, and else not.
    """
    found = [(at, at + len(row)) for at in held.find(row)]
    if not found and row and row[-1] in FINAL_MARKS:
        return [(at, at + len(row) - 1) for at in held.find(row[:-1])]
    return found


def _find_respelled(row: list[str], held: Spelled) -> tuple[tuple[int, int], ...]:
    return tuple(held.place(*found) for found in _occurrences(row, held)[:1])


def _find_joined(row: list[str], held: Spelled, source: str) -> tuple[tuple[int, int], ...]:
    """Find the parts around ellipses one after another, where they stand closest together."""
    parts = list(_parts(row))
    if GAP not in row or not parts:
        return ()
    places = [_occurrences(part, held) for part in parts]
    chains = [chain for first in places[0] if (chain := _chain(first, places[1:]))]
    if not chains:
        return ()
    tightest = min(chains, key=lambda chain: chain[-1][1] - chain[0][0])
    slices = tuple(held.place(*each) for each in tightest)
    return slices if len(slices) == 1 or _hangs_together(slices, parts, source) else ()


def _parts(row: list[str]) -> Iterator[list[str]]:
    """Yield what stands before, between and after the ellipses."""
    part: list[str] = []
    for token in [*row, GAP]:
        if token != GAP:
            part.append(token)
        elif part:
            yield part
            part = []


def _chain(first: tuple[int, int], places: list[list[tuple[int, int]]]) -> list[tuple[int, int]]:
    """Follow a part by the next place of each later part; empty where one does not follow."""
    chain = [first]
    for each in places:
        at = bisect_left(each, (chain[-1][1], 0))
        if at == len(each):
            return []
        chain.append(each[at])
    return chain


def _hangs_together(
    slices: tuple[tuple[int, int], ...], parts: list[list[str]], source: str
) -> bool:
    """Whether the joined parts are more than scattered words.

    Short parts must stand in one paragraph; long ones may come from several.
    """
    if min(len(part) for part in parts) < LEAST_WORDS:
        return False
    shortest = min(end - start for start, end in slices)
    return shortest >= SHORTEST or "\n" not in source[slices[0][0] : slices[-1][1]]
