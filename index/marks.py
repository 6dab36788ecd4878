"""Which words of a passage a query matched, as offsets into its original spelling."""

from __future__ import annotations

from collections.abc import Sequence

from ingest import SYLLABLE, fold

FAINT = frozenset(
    "va cua cac co duoc la trong cho voi ve theo tu den nhung mot khi thi ma o tai bi do nay"
    " nao gi ai nhu the phai khong hay hoac so dieu khoan diem quy dinh".split()
)
"""Syllables too common to be worth marking alone; in a matched pair they are marked."""


def find_marks(text: str, query: str) -> tuple[tuple[int, int], ...]:
    """Offsets of the runs of `text` that the query matched; folding is the ranking's own.

    Neighbours that are neighbours in the query too are marked together; a syllable alone is marked
    when it is not one of the faint ones.
    """
    asked = SYLLABLE.findall(fold(query))
    pairs = set(zip(asked, asked[1:], strict=False))
    alone = set(asked) - FAINT
    if not alone:
        alone = set(asked)
    found = [(m.group(), m.start(), m.end()) for m in SYLLABLE.finditer(fold(text))]
    joined = [
        (left[0], right[0]) in pairs for left, right in zip(found, found[1:], strict=False)
    ]
    spans: list[tuple[int, int]] = []
    for n, (syllable, start, end) in enumerate(found):
        with_left = n > 0 and joined[n - 1]
        if with_left and spans:
            spans[-1] = (spans[-1][0], end)
        elif (n < len(joined) and joined[n]) or syllable in alone:
            spans.append((start, end))
    return tuple(spans)


def matched_words(text: str, marks: Sequence[tuple[int, int]], most: int = 4) -> list[str]:
    """The marked words in the passage's own spelling, longest first, each once."""
    words: dict[str, str] = {}
    for start, end in marks:
        words.setdefault(fold(text[start:end]), text[start:end])
    return sorted(words.values(), key=len, reverse=True)[:most]
