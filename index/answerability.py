"""Whether the best passage speaks of what was asked, or is only the nearest there is."""

from __future__ import annotations

import math

from ingest import SYLLABLE, fold, tokenize

from .queries import Language, Wording

# Logistic weights, fitted on the even-numbered questions of tests/labelled (with `near` those that
# the corpus does not answer); the borders are where one in twenty answerable ones would be lost.
# On the odd-numbered ones they are measured by tests/test_labelled_questions.py.
COSINE, COVERAGE, CONSTANT = 5.73, 5.35, -7.08
BORDER = -1.35
COVERAGE_BORDER = 0.42  # where there are no vectors


def coverage(asked: Wording, found: str, language: Language) -> float:
    """Share of the query's syllables, weighed by how rare they are, that a passage has: 0 to 1."""
    wanted = set(SYLLABLE.findall(fold(" ".join((asked.meant, *asked.beside)))))
    weights = {syllable: language.rarity(syllable) for syllable in wanted}
    held = set(tokenize(found))
    return sum(weights[s] for s in wanted & held) / max(sum(weights.values()), math.ulp(1.0))


def speaks_of_it(cosine: float | None, covered: float) -> bool:
    """Whether a passage so near in meaning and so covered in words is likely to be an answer."""
    if cosine is None:
        return covered >= COVERAGE_BORDER
    return COSINE * cosine + COVERAGE * covered + CONSTANT >= BORDER
