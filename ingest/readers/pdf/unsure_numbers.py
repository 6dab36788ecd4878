"""Where a text holds numbers that were hard to recognise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from .noise import Word

# Of 32 số ký hiệu on 41 scanned pages of realdocs 4 are misread, one of them written by hand: 3 of
# these are less sure than .8, and of the 28 read rightly 6.
UNSURE = 0.8
NEAR = 400  # letters in which the next word is looked for; mending changes a word here and there
EDGES = "\"“”'()[]{}.,;:_-–|"


def find_unsure_numbers(
    text: str, starts: Sequence[int], pages: Mapping[int, Sequence[Sequence[Word]]]
) -> tuple[tuple[int, int], ...]:
    """Return the offsets of the words with digits of which recognition was unsure.

    `starts` holds where each page begins in the text, `pages` the lines of the recognised ones.
    """
    ends = [*starts[1:], len(text)]
    found = (
        _find_on_page(text, (starts[page - 1], ends[page - 1]), lines)
        for page, lines in pages.items()
    )
    return tuple(sorted(chain.from_iterable(found)))


def _find_on_page(
    text: str, place: tuple[int, int], lines: Sequence[Sequence[Word]]
) -> Iterator[tuple[int, int]]:
    """Walk along the words of a page in reading order; one that was mended away is passed over."""
    at, end = place
    for word in chain.from_iterable(lines):
        bare = word.text.strip(EDGES)
        start = text.find(bare, at, min(end, at + NEAR)) if bare else -1
        if start < 0:
            continue
        at = start + len(bare)
        if word.sure < UNSURE and any(map(str.isdigit, bare)):
            yield start, at
