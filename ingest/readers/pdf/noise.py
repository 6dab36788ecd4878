"""What recognition made of stamps, signatures and stains: no words, and so no part of the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ...folding import fold
from .legibility import LONGEST_SYLLABLE, SYLLABLE, is_syllable

NOISE = "nhiễu khi nhận dạng"
STAMP = "dấu công văn đến"
"""Why such pieces are kept out of the text."""
TOP = 12  # lines of a first page among which an office stamps what it receives
# CÔNG VĂN ĐẾN | Gà,
RECEIVED = re.compile(r"\W*(?:cong thong tin dien tu(?: chinh phu)?|cong van (?:den|di))\b.{0,8}")

# Tried on 41 pages of six scans in realdocs, of law, of a hospital's forms, under stamps: nothing
# that a person reads as a word or a number was taken out of the pages of law.
NOISY_LINE = 0.5  # of a line's letters: `ÈN GÈ:.....C......... ị` has .42, `100 <V<120 100-` .50
READ = 0.55  # of a word that keeps its line: `Cứ` of `CĂH Cứ ......` has .59
NOISY_WORD = 0.2  # `—Ý—.`..—_z` of a signature has 0
FEW_SIGNS = 3  # alone on a line: `©`, `.-^`
UNIT = re.compile(r"Điều|Mục|Chương|Phần|Phụ lục", re.I)  # `Ma _ Mục2”` begins a Mục
NUMBER = re.compile(r"[\W_]*\d+(?:[.,/-]\d+)*[\W_]*")  # a cell of a table is often unsure


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it was recognised."""

    text: str
    sure: float
    """From 0 to 1."""


def part_noise(words: Sequence[Word]) -> tuple[list[Word], str]:
    """Return the words of a line that are words, and what is noise in it, as it was read."""
    kept = [word for word in words if not _is_noise(word)]
    if _is_noisy(kept):
        return [], _join(words)
    return kept, _join(word for word in words if word not in kept)


def is_stamp(words: Sequence[Word]) -> bool:
    """Tell a line of the stamp by which an office received a document, in capitals."""
    line = _join(words)
    found = RECEIVED.fullmatch(fold(line))
    return bool(found) and line.strip("|' \"").split(",")[0].rpartition(" ")[0].isupper()


def _is_noise(word: Word) -> bool:
    """Tell signs that no writer put in a row, and runs of letters longer than any syllable."""
    if word.sure >= NOISY_WORD or any(len(s) > 1 and is_syllable(s) for s in _syllables(word)):
        return False
    if any(len(syllable) > LONGEST_SYLLABLE for syllable in _syllables(word)):
        return True
    letters = sum(map(str.isalnum, word.text))
    return 2 * letters < len(word.text) and not any(map(str.isdigit, word.text))


def _is_noisy(words: Sequence[Word]) -> bool:
    """Tell a line that was hard to recognise and holds neither a word read well nor numbers."""
    line = _join(words)
    if len(line) <= FEW_SIGNS and not any(map(str.isalnum, line)):
        return True
    if UNIT.search(line):
        return False
    letters = sum(len(word.text) for word in words)
    if sum(word.sure * len(word.text) for word in words) >= NOISY_LINE * letters:
        return False
    if 2 * sum(bool(NUMBER.fullmatch(word.text)) for word in words) >= len(words):
        return False
    return not any(word.sure >= READ and _is_readable(word) for word in words)


def _is_readable(word: Word) -> bool:
    syllables = _syllables(word)
    known = all(len(syllable) > 1 and is_syllable(syllable) for syllable in syllables)
    return bool(NUMBER.fullmatch(word.text)) or (bool(syllables) and known)


def _syllables(word: Word) -> list[str]:
    return SYLLABLE.findall(word.text)


def _join(words: Iterable[Word]) -> str:
    return " ".join(word.text for word in words)
