"""Which words of a passage a query matched, as offsets into its original spelling."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ingest import SYLLABLE, fold

FAINT = frozenset(
    (
        *("và", "của", "các", "có", "được", "là", "trong", "cho", "với", "về", "theo", "từ"),
        *("đến", "những", "một", "khi", "thì", "mà", "ở", "tại", "bị", "do", "này", "đó"),
        *("nào", "gì", "ai", "như", "thế", "phải", "không", "hay", "hoặc", "số", "điều"),
        *("khoản", "điểm", "quy", "định"),
    )
)
"""Syllables too common to be worth marking alone; beside a neighbour of the query they are."""


def find_marks(text: str, query: str) -> tuple[tuple[int, int], ...]:
    """Offsets of the runs of `text` that the query matched; folding is the ranking's own.

    Neighbours that are neighbours in the query too are marked together. Where there are none,
    single syllables are marked, the faint ones left out.
    """
    asked = SYLLABLE.findall(fold(query))
    pairs = set(pairwise(asked))
    found = [(m.group(), m.start(), m.end()) for m in SYLLABLE.finditer(fold(text))]
    joined = [(left[0], right[0]) in pairs for left, right in pairwise(found)]
    lonely = set(asked) if not any(joined) else set()
    spans: list[tuple[int, int]] = []
    for n, (syllable, start, end) in enumerate(found):
        with_left = n > 0 and joined[n - 1]
        if with_left and spans:
            spans[-1] = (spans[-1][0], end)
        elif (n < len(joined) and joined[n]) or (
            syllable in lonely and text[start:end].lower() not in FAINT
        ):
            spans.append((start, end))
    return tuple(spans)


def matched_words(text: str, marks: Sequence[tuple[int, int]], most: int = 4) -> list[str]:
    """The marked words in the passage's own spelling, longest first, none inside another."""
    chosen: dict[str, str] = {}
    for word in sorted((text[start:end] for start, end in marks), key=len, reverse=True):
        folded = fold(word)
        if not any(folded in longer for longer in chosen):
            chosen[folded] = word
    return list(chosen.values())[:most]
