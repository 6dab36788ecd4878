"""Whether the best passage speaks of what was asked, or is only the nearest there is."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ingest import SYLLABLE, fold, spell, tokenize

from .queries import Everyday, Language, Wording, calm
from .queries.language import WORD

# Logistic weights, fitted by `python -m train border` on train/near.jsonl, train/short.jsonl, the
# even-numbered questions of tests/labelled and those in everyday speech, answerable and not, each
# source counting alike; the border is where .07 of their answerable ones would be lost. On the
# odd-numbered questions and on the other sets it is measured by tests/test_labelled_questions.py.
WEIGHTS = (23.99, 6.21, 1.11, 1.1, 0.3)  # of the features of `Nearness`, in their order
CONSTANT = -19.71
BORDER = -0.5
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
    found: int = 0
    """How many everyday words of the query the passage has as texts call them."""
    strangeness: float = 0.0
    """How unlike official texts the query is worded, in nats a syllable: daily talk is far from
    every passage, from its answer too."""

    @property
    def features(self) -> tuple[float, ...]:
        """What the border weighs: cosine, likeness, length, everyday words found, strangeness."""
        return self.cosine, self.likeness, math.log1p(self.pieces), self.found, self.strangeness

    @property
    def height(self) -> float:
        """Log-odds that it is answered, as often as among the questions it was fitted on."""
        weighed = zip(WEIGHTS, self.features, strict=True)
        return CONSTANT + sum(weight * feature for weight, feature in weighed)


def has_word_for_word(asked: Wording, found: str) -> bool:
    """Whether a passage has a whole query of some length as it stands: «quan hệ bất chính».

    A query that is an everyday word alone, «cờ bạc», is there where what texts call it is.
    """
    text = _in_one_spelling(found)
    whole = _in_one_spelling(asked.shown)
    if whole.count(" ") > A_PHRASE and whole in text:
        return True
    alone = tuple(each for each in asked.everyday if _in_one_spelling(each.said) == whole)
    return _ways_found(alone, text) > 0


def everyday_found(asked: Wording, found: str) -> int:
    """How many of a query's everyday words a passage has as texts call them."""
    return _ways_found(asked.everyday, _in_one_spelling(found))


def _ways_found(everyday: Iterable[Everyday], text: str) -> int:
    """For how many everyday words a text in one spelling has what texts call them."""
    return sum(
        any(
            _in_one_spelling(called) in text for called in _alternatives(each)[1:] if called.strip()
        )
        for each in everyday
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
