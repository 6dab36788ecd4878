"""A ranked passage becomes a hit: what matched in it, and why it is there."""

from __future__ import annotations

from collections.abc import Sequence

from ingest import Metadata

from .marks import are_as_written, find_marks, matched_words
from .passages import Passage
from .queries import Wording
from .results import Hit, Why
from .scores import Scores

NEAR = 0.5
"""Cosine from which a passage is near in meaning: viendan-e5 learned to put answers above .55."""


def as_hit(
    asked: Wording,
    passage: Passage,
    about: Metadata,
    text: str,
    scores: Scores,
    named: str = "",
) -> Hit:
    """A ranked passage as a hit; `named` is the reason that stands before those of the ranking."""
    marks = find_marks(text, asked.every_word)
    why = [named] if named else []
    if passage.id in scores.lexical:
        why.append(_words_matched(text, marks, passage.context, asked.every_word))
    if passage.id in scores.dense and _is_near(scores.dense, passage.id):
        why.append(str(Why.MEANING))
    if not why and passage.id in scores.dense:  # nothing else brought it here
        why.append(str(Why.LITTLE_MEANING))
    score = scores.fused.get(passage.id, 0.0)
    return Hit(passage, about, text, round(score, 4), tuple(why), marks, bool(named))


def _words_matched(text: str, marks: Sequence[tuple[int, int]], context: str, query: str) -> str:
    """The words that matched: the passage's own, or its title's where those are more."""
    words = matched_words(text, marks)
    in_title = matched_words(context, find_marks(context, query))
    if max(map(_size, in_title), default=0) > max(map(_size, words), default=0):
        return f"{Why.WORDS} ở tiêu đề: {', '.join(in_title)}"
    if not words:
        return str(Why.FAINT_WORDS)
    why = Why.WORDS if are_as_written(text, marks, query) else Why.WORDS_BARE
    return f"{why}: {', '.join(words)}"


def _size(words: str) -> int:
    return len(words.split())


def _is_near(dense: dict[int, float], id: int) -> bool:
    """In the upper half of this query's cosines, and near enough that it says something."""
    low, high = min(dense.values()), max(dense.values())
    return dense[id] >= max(NEAR, (low + high) / 2)
