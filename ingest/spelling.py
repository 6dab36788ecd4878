"""Vietnamese words in one spelling: a tone that may stand on either of two vowels."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

TONES = "\u0300\u0301\u0309\u0303\u0323"
"""Huyền, sắc, hỏi, ngã, nặng, as combining marks."""
WANDERING = ("oa", "oe", "uy")
"""The vowels whose tone is written on the first or on the second: hòa, hoà."""


def _pairs(vowels: str) -> Iterator[tuple[str, str]]:
    """Yield the two spellings of a pair of vowels with each tone: `òa`, `oà`."""
    for tone in TONES:
        first = unicodedata.normalize("NFC", vowels[0] + tone) + vowels[1]
        yield first, vowels[0] + unicodedata.normalize("NFC", vowels[1] + tone)


TONE_ON_SECOND = {first: second for vowels in WANDERING for first, second in _pairs(vowels)}
_TONE_ON_FIRST = re.compile("|".join(TONE_ON_SECOND))
_SECOND_AT_THE_END = {second: first for first, second in TONE_ON_SECOND.items()} | {
    second.title(): first.title() for first, second in TONE_ON_SECOND.items()
}
_LAST_VOWELS = re.compile(rf"(?<![qQ])(?:{'|'.join(_SECOND_AT_THE_END)})(?!\w)")


@lru_cache(maxsize=1 << 15)
def spell(word: str) -> str:
    """Return a word in small letters, NFC, the tone of oa, oe and uy on the second vowel."""
    small = unicodedata.normalize("NFC", word).lower()
    return _TONE_ON_FIRST.sub(lambda found: TONE_ON_SECOND[found.group()], small)


def with_usual_tones(text: str) -> str:
    """Return NFC text with the tone of a final oa, oe and uy on the first vowel: `ủy`, `khóa`.

    Most offices write it so; after `q` the u is no vowel, and `quỹ` stays.
    """
    normal = unicodedata.normalize("NFC", text)
    return _LAST_VOWELS.sub(lambda found: _SECOND_AT_THE_END[found.group()], normal)


_PLAIN = str.maketrans(
    dict.fromkeys("\u00a0\u202f\u2007", " ")
    | dict.fromkeys("“”„‟«»", '"')
    | dict.fromkeys("‘’‚‛", "'")
)


def with_one_spelling(text: str) -> str:
    """Return text whose tones, quotes and spaces are those of every other text: for an encoder."""
    return with_usual_tones(text).translate(_PLAIN)
