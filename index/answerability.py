"""Whether the best passage speaks of what was asked, or is only the nearest there is."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ingest import SYLLABLE, fold, spell, tokenize

from .queries import Everyday, Language, Wording, calm
from .queries.language import WORD

# Logistic weights, fitted by `python -m train border` on train/near.jsonl, train/short.jsonl and
# the even-numbered questions of tests/labelled, answerable and not; the border is where .06 of the
# answerable ones would be lost, the three sources counting alike. On the odd-numbered questions and
# on those of the other sets it is measured by tests/test_labelled_questions.py.
COSINE, LIKENESS, LENGTH, CONSTANT = 30.31, 4.96, 1.14, -21.82
BORDER = -1.12
A_PHRASE = 3  # syllables: shorter ones stand anywhere
COVERAGE_BORDER = 0.42
"""Coverage from which a passage is likely to be an answer, where there are no vectors."""


def coverage(asked: Wording, found: str, language: Language) -> float:
    """Share of the query's syllables, weighed by how rare they are, that a passage has: 0 to 1.

    An everyday word is there as far as it, or what texts call the same, is.
    """
    held = set(tokenize(found))

    def weight(syllables: Iterable[str]) -> float:
        return sum(language.rarity(syllable) for syllable in syllables)

    def share(words: str) -> float:
        wanted = _syllables(words)
        return weight(wanted & held) / max(weight(wanted), math.ulp(1.0))

    everyday = [
        (weight(_syllables(each.said)), max(map(share, _alternatives(each))))
        for each in asked.everyday
    ]
    plain = _syllables(asked.meant) - _syllables(" ".join(each.said for each in asked.everyday))
    whole = weight(plain) + sum(own for own, _ in everyday)
    there = weight(plain & held) + sum(own * part for own, part in everyday)
    return there / max(whole, math.ulp(1.0))


def _syllables(words: str) -> set[str]:
    return set(SYLLABLE.findall(fold(words)))


def _alternatives(each: Everyday) -> list[str]:
    return [each.said, *(piece for words in each.called for piece in words.split(","))]


@dataclass(frozen=True, slots=True)
class Nearness:
    """What tells whether the best passage answers a query."""

    cosine: float
    """The highest of any passage: what nothing answers has nothing near."""
    likeness: float
    """That of the query's pieces with the best passage."""
    pieces: int
    """How many different ones the query has: few are easily near to something."""

    @property
    def features(self) -> tuple[float, float, float]:
        """What the border weighs: cosine, likeness, length."""
        return self.cosine, self.likeness, math.log1p(self.pieces)

    @property
    def height(self) -> float:
        """Log-odds that it is answered, as often as among the questions it was fitted on."""
        cosine, alike, length = self.features
        return COSINE * cosine + LIKENESS * alike + LENGTH * length + CONSTANT


def has_word_for_word(asked: Wording, found: str) -> bool:
    """Whether a passage has a whole query of some length as it stands: «quan hệ bất chính».

    A query that is an everyday word alone, «cờ bạc», is there where what texts call it is.
    """
    text = _in_one_spelling(found)
    whole = _in_one_spelling(asked.shown)
    if whole.count(" ") > A_PHRASE and whole in text:
        return True
    return any(
        _in_one_spelling(called) in text
        for each in asked.everyday
        if _in_one_spelling(each.said) == whole
        for called in _alternatives(each)[1:]
        if called.strip()
    )


def in_texts_words(asked: Wording, alike: Callable[[str], float]) -> str:
    """A query with each everyday word as texts call it: of several ways the most `alike`."""
    words = calm(asked.meant)
    for each in asked.everyday:
        at = fold(words).find(fold(each.said))
        if at >= 0:
            nearest = max(map(str.strip, _alternatives(each)), key=alike).lower()
            words = f"{words[:at]}{nearest}{words[at + len(each.said) :]}"
    return words


def _in_one_spelling(words: str) -> str:
    """Words in one spelling, a space before and after each."""
    return f" {' '.join(map(spell, WORD.findall(words)))} "


def speaks_of_it(nearness: Nearness) -> bool:
    """Whether the best passage is likely to be an answer."""
    return nearness.height >= BORDER
