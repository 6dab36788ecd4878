"""Which words of a passage a query matched, as offsets into its original spelling."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from ingest import SYLLABLE, fold, spell

from .queries import with_usual_i

FAINT = frozenset(
    (
        *("và", "của", "các", "có", "được", "là", "trong", "cho", "với", "về", "theo", "từ"),
        *("đến", "những", "một", "khi", "thì", "mà", "ở", "tại", "bị", "do", "này", "đó"),
        *("nào", "gì", "ai", "như", "thế", "phải", "không", "hay", "hoặc", "số", "điều"),
        *("khoản", "điểm", "quy", "định"),
    )
)
"""Syllables too common to be worth marking alone; beside a neighbour of the query they are."""


class _Syllable(NamedTuple):
    """A syllable of a text that the query has too."""

    place: int
    """How many stand before it."""
    folded: str
    start: int
    end: int


def find_marks(text: str, query: str) -> tuple[tuple[int, int], ...]:
    """Offsets of the runs of `text` that the query matched.

    The ranking folds diacritics away; what it matched only so, as `viện` for `viên`, is marked
    where nothing matches with them. Neighbours that are neighbours in the query too are marked
    together. Where there are none, single syllables are marked, the faint ones left out. `kỉ` and
    `kỷ` are one.
    """
    folded = fold(text)
    forms = _forms(query, is_bare=folded == text.lower())
    alike = [
        _Syllable(place, syllable, found.start(), found.end())
        for place, found in enumerate(SYLLABLE.finditer(folded))
        if (syllable := with_usual_i(found.group())) in forms
    ]
    same = [one for one in alike if _is_written(text[one.start : one.end], forms[one.folded])]
    asked = [with_usual_i(syllable) for syllable in SYLLABLE.findall(fold(query))]
    return _runs(text, same, asked) or _runs(text, alike, asked)


@lru_cache(maxsize=64)
def _forms(query: str, *, is_bare: bool) -> Mapping[str, set[str]]:
    """How each syllable of a query may be written, by its folded form.

    An empty set stands for any way: a query, or a text that `is_bare`, without a single diacritic
    says nothing of them.
    """
    forms: dict[str, set[str]] = {}
    folded = fold(query)
    if is_bare or folded == query.lower():
        return {with_usual_i(found.group()): set() for found in SYLLABLE.finditer(folded)}
    for found in SYLLABLE.finditer(folded):
        word = with_usual_i(spell(query[found.start() : found.end()]))
        forms.setdefault(with_usual_i(found.group()), set()).add(word)
    return forms


def _is_written(word: str, asked: set[str]) -> bool:
    """Whether a word has the diacritics that were asked for."""
    return not asked or with_usual_i(spell(word)) in asked


def _runs(
    text: str, matched: Sequence[_Syllable], asked: Sequence[str]
) -> tuple[tuple[int, int], ...]:
    """The runs of matched syllables."""
    pairs = set(pairwise(asked))
    joined = [
        right.place == left.place + 1 and (left.folded, right.folded) in pairs
        for left, right in pairwise(matched)
    ]
    lonely = not any(joined)
    spans: list[tuple[int, int]] = []
    for n, one in enumerate(matched):
        with_left, with_right = n > 0 and joined[n - 1], n < len(joined) and joined[n]
        if with_left:
            spans[-1] = (spans[-1][0], one.end)
        elif with_right or (lonely and text[one.start : one.end].lower() not in FAINT):
            spans.append((one.start, one.end))
    return tuple(spans)


def matched_words(text: str, marks: Sequence[tuple[int, int]], most: int = 4) -> list[str]:
    """The marked words in the passage's own spelling, longest first, none inside another."""
    chosen: dict[str, str] = {}
    for word in sorted((text[start:end] for start, end in marks), key=len, reverse=True):
        folded = fold(word)
        if not any(folded in longer for longer in chosen):
            chosen[folded] = word
    return list(chosen.values())[:most]


def are_as_written(text: str, marks: Sequence[tuple[int, int]], query: str) -> bool:
    """Whether a marked word has the diacritics the query gives it, or matches without them."""
    forms = _forms(query, is_bare=fold(text) == text.lower())
    return any(
        (syllable := with_usual_i(m.group())) in forms
        and _is_written(text[start + m.start() : start + m.end()], forms[syllable])
        for start, end in marks
        for m in SYLLABLE.finditer(fold(text[start:end]))
    )
