"""Which words of a passage a query matched, as offsets into its original spelling."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from ingest import SYLLABLE, fold, spell

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
    """Offsets of the runs of `text` that the query matched.

    The ranking folds diacritics away; what it matched only so, as `viện` for `viên`, is marked
    where nothing matches with them. Neighbours that are neighbours in the query too are marked
    together. Where there are none, single syllables are marked, the faint ones left out.
    """
    folded = fold(text)
    found = [(m.group(), m.start(), m.end()) for m in SYLLABLE.finditer(folded)]
    forms = _forms(query, is_bare=folded == text.lower())
    alike = [syllable in forms for syllable, _, _ in found]
    same = [
        is_alike and _is_written(text[start:end], forms[syllable])
        for is_alike, (syllable, start, end) in zip(alike, found, strict=True)
    ]
    asked = SYLLABLE.findall(fold(query))
    return _runs(text, found, same, asked) or _runs(text, found, alike, asked)


@lru_cache(maxsize=64)
def _forms(query: str, *, is_bare: bool) -> Mapping[str, set[str]]:
    """How each syllable of a query may be written, by its folded form.

    An empty set stands for any way: a query, or a text that `is_bare`, without a single diacritic
    says nothing of them.
    """
    forms: dict[str, set[str]] = {}
    folded = fold(query)
    if is_bare or folded == query.lower():
        return {found.group(): set() for found in SYLLABLE.finditer(folded)}
    for found in SYLLABLE.finditer(folded):
        forms.setdefault(found.group(), set()).add(spell(query[found.start() : found.end()]))
    return forms


def _is_written(word: str, asked: set[str]) -> bool:
    """Whether a word has the diacritics that were asked for."""
    return not asked or spell(word) in asked


def _runs(
    text: str,
    found: Sequence[tuple[str, int, int]],
    matched: Sequence[bool],
    asked: Sequence[str],
) -> tuple[tuple[int, int], ...]:
    """The runs of matched syllables."""
    pairs = set(pairwise(asked))
    joined = [
        all(both) and (left[0], right[0]) in pairs
        for (left, right), both in zip(pairwise(found), pairwise(matched), strict=True)
    ]
    lonely = not any(joined)
    spans: list[tuple[int, int]] = []
    for n, (_, start, end) in enumerate(found):
        with_left = n > 0 and joined[n - 1]
        if with_left and spans:
            spans[-1] = (spans[-1][0], end)
        elif (n < len(joined) and joined[n]) or (
            lonely and matched[n] and text[start:end].lower() not in FAINT
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


def are_as_written(text: str, marks: Sequence[tuple[int, int]], query: str) -> bool:
    """Whether a marked word has the diacritics the query gives it, or matches without them."""
    forms = _forms(query, is_bare=fold(text) == text.lower())
    return any(
        m.group() in forms
        and _is_written(text[start + m.start() : start + m.end()], forms[m.group()])
        for start, end in marks
        for m in SYLLABLE.finditer(fold(text[start:end]))
    )
