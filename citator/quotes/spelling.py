"""What may differ between a quotation and its source without a word being changed."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from ingest import spell

QUOTE_MARKS = "\"'“”„‟‘’‚‛«»‹›″′`´"
DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
GAP = "…"
"""The one spelling of an ellipsis: `…`, `...`, `(…)`, `[...]`."""
FINAL_MARKS = frozenset(".,;:!?")

_DOTS = r"(?:…|\.{3})[.…]{0,200}"
_GAP = re.compile(rf"[(\[]\s?{_DOTS}\s?[)\]]|{_DOTS}")
_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")  # `khoá`, `12a`
_TOKEN = re.compile(rf"(?P<gap>{_GAP.pattern})|(?P<word>{_WORD.pattern})|\S")


class _Signs(dict[str, str]):
    """Token to its one spelling; a token is worked out when it is first met."""

    def __missing__(self, token: str) -> str:
        spelled = GAP if _GAP.fullmatch(token) else spell(token)
        self[token] = spelled
        return spelled


_MARKS = {**dict.fromkeys(QUOTE_MARKS, '"'), **dict.fromkeys(DASHES, "-")}


class Spelled:
    """A text as a row of tokens in their one spelling, each with its place in the text.

    A token is a word, a sign, or an ellipsis; white space is none, so it cannot differ.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        found = list(_TOKEN.finditer(text))
        spellings = _Signs(_MARKS)
        self.tokens = [spellings[each.group()] for each in found]
        self.starts = [each.start() for each in found]
        self.ends = [each.end() for each in found]

    def place(self, first: int, after: int) -> tuple[int, int]:
        """Offsets in the text of the tokens from `first` up to `after`.

        For no tokens, both are where the token before them ends.
        """
        end = self.ends[after - 1] if after else 0
        return (self.starts[first] if first < after else end), end

    def find(self, row: Sequence[str]) -> Iterator[int]:
        """Yield where the row of tokens stands in the text, as the number of its first token."""
        sought = f" {' '.join(row)} "
        at = self._joined.find(sought) if row else -1
        while at >= 0:
            yield bisect_left(self._joints, at)
            at = self._joined.find(sought, at + 1)

    @cached_property
    def positions(self) -> dict[tuple[str, ...], list[int]]:
        """Where each token and each pair of neighbours stands."""
        positions: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for at, token in enumerate(self.tokens):
            positions[(token,)].append(at)
        for at, pair in enumerate(pairwise(self.tokens)):
            positions[pair].append(at)
        return dict(positions)

    @cached_property
    def _joined(self) -> str:
        return f" {' '.join(self.tokens)} "

    @cached_property
    def _joints(self) -> list[int]:
        """Offset in the joined tokens of the space before each."""
        joints, at = [], 0
        for token in self.tokens:
            joints.append(at)
            at += len(token) + 1
        return joints
