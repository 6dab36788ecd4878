"""Pieces of a text with some of its words set off; the spelling and the places stay exact."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .markup import Markup, anchor, element, escape, join

EXCERPT = 420
"""Characters of an excerpt: about four lines of a card on a 1280-pixel screen."""
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Span:
    """A run of a text that is set off: a tag with its look, or a link where `href` is given."""

    start: int
    end: int
    tag: str = "mark"
    look: str = ""
    href: str = ""
    hint: str = ""

    def around(self, inner: Markup) -> Markup:
        """The inner markup inside this span's element."""
        if self.href:
            return anchor(self.href, inner, look=self.look, hint=self.hint)
        return element(self.tag, inner, look=self.look)


def paint(text: str, start: int, end: int, spans: Sequence[Span] = ()) -> Markup:
    """text[start:end] as HTML, with the spans that touch it; of nested ones the first is outermost.

    Take the tags away, unescape, and the slice is there again, letter for letter.
    """
    inside = [s for s in spans if s.start < end and s.end > start]
    cuts = {start, end}
    for span in inside:
        cuts |= {max(span.start, start), min(span.end, end)}
    places = sorted(cuts)
    pieces = []
    for a, b in pairwise(places):
        piece = escape(text[a:b])
        for span in reversed([s for s in inside if s.start <= a and b <= s.end]):
            piece = span.around(piece)
        pieces.append(piece)
    return join(pieces)


def without_overlaps(spans: Sequence[Span]) -> list[Span]:
    """The spans in reading order; one that begins inside another is left out."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if span.start < span.end and (not kept or span.start >= kept[-1].end):
            kept.append(span)
    return kept


def marks(places: Sequence[tuple[int, int]], shift: int = 0) -> list[Span]:
    """Offsets of matched words as spans, moved by `shift`."""
    return [Span(a + shift, b + shift) for a, b in places]


def excerpt_of(
    text: str, places: Sequence[tuple[int, int]], start: int = 0, width: int = EXCERPT
) -> tuple[int, int]:
    """The stretch of text[start:] to show: all of it when short, otherwise where most is marked."""
    if len(text) - start <= width:
        return start, len(text)
    begins = [start] + [max(start, a - width // 4) for a, _ in places if a >= start]
    best = max(begins, key=lambda b: (_marked(places, b, b + width), -b))
    return _whole_words(text, best, min(best + width, len(text)), start)


def cut_out(text: str, start: int, end: int, spans: Sequence[Span], first: int = 0) -> Markup:
    """An excerpt with an ellipsis at each side where the text goes on."""
    before = f"{ELLIPSIS} " if text[first:start].strip() else ""
    after = f" {ELLIPSIS}" if text[end:].strip() else ""
    return join([before, paint(text, start, end, spans), after])


def _marked(places: Sequence[tuple[int, int]], start: int, end: int) -> int:
    return sum(b - a for a, b in places if start <= a and b <= end)


def _whole_words(text: str, start: int, end: int, first: int) -> tuple[int, int]:
    """Move both ends outwards to the nearest spaces, at most a word's length."""
    while start > first and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end
