"""The words of a query: which may be changed, and which are numbers, names or abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest import fold, with_usual_tones

from .language import SHAPE, WORD, Language
from .telex import from_telex, struck_words

PROTECTED = re.compile(r"\S*[\d/]\S*")
"""Numbers and symbols: what holds a digit or a slash is never rewritten."""
LONGEST_SHORT = 4  # letters of a word without a vowel that is no slip: `pct`, `bcđ`
SHOUTED = 4  # words that all begin with a capital: from here on capitals mark no names


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a query, and where it stands in it."""

    text: str
    start: int
    end: int


def free_words(query: str, kept: Sequence[tuple[int, int]]) -> Iterator[Word]:
    """The words outside numbers, symbols and `kept` places: those that may be changed at all."""
    struck = struck_words(query)
    fixed = [found.span() for found in PROTECTED.finditer(query) if found.group() not in struck]
    short = re.compile(r"[^\W\d_]+ ?\d{1,2}(?!\S)")  # `TW4`, `TW 4`: the file may know it
    for found in WORD.finditer(query):
        word = Word(found.group(), *found.span())
        if inside(word, kept):
            continue
        if not inside(word, fixed) or (short.match(query, word.start) or word.text.isdigit()):
            yield word


def between(words: Sequence[Word], first: Word, last: Word) -> list[Word]:
    """The words from one to another."""
    return [word for word in words if first.start <= word.start <= last.start]


def inside(word: Word, places: Sequence[tuple[int, int]]) -> bool:
    """Whether a word stands in one of the places."""
    return any(start < word.end and word.start < end for start, end in places)


def told_apart(query: str, words: Sequence[Word]) -> list[str]:
    """The words as typed; in small letters where capitals tell no abbreviation from a syllable."""
    is_shouted = _is_shouted(query) and query.isupper()
    return [word.text.lower() if is_shouted else word.text for word in words]


def _is_shouted(query: str) -> bool:
    words = query.split()
    return len(words) >= SHOUTED and all(word[0].isupper() for word in words if word[0].isalpha())


def names_in(query: str, words: Sequence[Word], language: Language) -> set[Word]:
    """Words that are proper names, such as Tu Mơ Rông or Ia Grai: nobody's slip.

    Capitals inside a sentence, or beside another word with one. In a query without diacritics,
    where they may be anything, only those that no text uses.
    """
    if _is_shouted(query) or query.isupper():
        return set()
    capital = [word.text[0].isupper() for word in words]
    bare = all(word.text.lower() == fold(word.text) for word in words)
    return {
        word
        for n, word in enumerate(words)
        if capital[n]
        and (n or any(capital[1:2]))
        and not (bare and language.knows(fold(word.text)))
        and not _opens_a_sentence(query, word)
    }


def _opens_a_sentence(query: str, word: Word) -> bool:
    return query[: word.start].rstrip()[-1:] in (".", "?", "!")


def is_short(word: Word, query: str) -> bool:
    """An abbreviation nobody wrote out: what no syllable is built like, in capitals or voiceless.

    Among words that are not all capitals any word in capitals is one.
    """
    folded = fold(word.text)
    if len(folded) < 2 or word.text.lower() != with_usual_tones(from_telex(word.text)):
        return False
    if word.text.isupper() and (not query.isupper() or not SHAPE.fullmatch(folded)):
        return True
    return len(folded) <= LONGEST_SHORT and folded.isalpha() and not set(folded) & set("aeiouy")
