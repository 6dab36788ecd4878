"""Odd words of a text layer are read from the picture of their page: NĐiCP is NĐ-CP there."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import pairwise

from .legibility import is_strange

ALIKE = 0.8  # ratio of letters in common: 63/2010/NĐiCP and 63/2010/NĐ-CP have .93
NOT_DIGITS = re.compile(r"\D")
AROUND = re.compile(r"^[\"“”'(\[]*(.*?)[\"“”'.,;:)\]]*$", re.S)
WORD = re.compile(r"\S+")


def borrow_words(page: str, recognised: list[str]) -> str:
    """Return a page of a layer with its odd words replaced by those recognised in their place.

    Of the words recognised on that page, alone or two in a row, the most alike is taken if its
    digits are the same; their order plays no part, since tables are read in another one.
    """
    candidates = _list_candidates([word for line in recognised for word in line.split()])
    return WORD.sub(lambda word: _replace(word[0], candidates), page)


def _list_candidates(words: list[str]) -> dict[str, str]:
    """Return what may be borrowed, by its letters without spaces."""
    bare = [_strip(word) for word in words]
    found = {one + two: _join(one, two) for one, two in pairwise(bare)}
    found |= {one: one for one in bare}
    return {key: shown for key, shown in found.items() if key and not is_strange(shown)}


def _join(one: str, two: str) -> str:
    return f"{one}{two}" if one.endswith(("-", "/")) else f"{one} {two}"


def _replace(word: str, candidates: dict[str, str]) -> str:
    if not is_strange(word):
        return word
    odd = _strip(word)
    digits = NOT_DIGITS.sub("", odd)
    rated = [(_rate(odd, key), key) for key in candidates if NOT_DIGITS.sub("", key) == digits]
    ratio, best = max(rated, default=(0.0, ""))
    return word.replace(odd, candidates[best]) if ratio >= ALIKE else word


def _rate(odd: str, key: str) -> float:
    if abs(len(odd) - len(key)) > 2:
        return 0.0
    return SequenceMatcher(None, odd, key, autojunk=False).ratio()


def _strip(word: str) -> str:
    found = AROUND.match(word)
    return found[1] if found else word
