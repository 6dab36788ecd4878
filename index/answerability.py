"""Whether the best passage speaks of what was asked, or is only the nearest there is."""

from __future__ import annotations

import math
from collections.abc import Iterable

from ingest import SYLLABLE, fold, tokenize

from .queries import Everyday, Language, Wording

# Logistic weights, fitted by `python -m train border` on the even-numbered questions of
# tests/labelled, answerable and not; the borders are where one in twenty answerable ones would be
# lost. On the odd-numbered ones they are measured by tests/test_labelled_questions.py.
COSINE, COVERAGE, CONSTANT = 13.7, 5.64, -11.2
BORDER = -1.52
COVERAGE_BORDER = 0.42  # where there are no vectors


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


def speaks_of_it(cosine: float | None, covered: float) -> bool:
    """Whether a passage so near in meaning and so covered in words is likely to be an answer."""
    if cosine is None:
        return covered >= COVERAGE_BORDER
    return COSINE * cosine + COVERAGE * covered + CONSTANT >= BORDER
