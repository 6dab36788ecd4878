"""How well a text reads as Vietnamese, measured against the words of a dictionary."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

from ...errors import MissingPart

# The dictionary of 73,901 words that comes with underthesea; only its file is read.
WORD_LIST = ("corpus", "data", "Viet74K.txt")
LONGEST_WORD = 4  # syllables; longer entries are proverbs
LONGEST_SYLLABLE = 7  # letters: nghiêng

SYLLABLE = re.compile(r"[^\W\d_]+")
TONE = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
# A capital inside a word: the hyphen of a wrong font map (`NĐiCP`), a lost space (`tâmTrung`).
CAPITAL_INSIDE = re.compile(r"[^\W\d_A-ZĐ][A-ZĐ]")
# A số ký hiệu without its hyphen; UBTVQH14 ends in a digit and has none.
UNPARTED = re.compile(r"\d/[A-ZĐ]{4,12}(?![\w-])")

Word = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Legibility:
    """What share of a text's syllables a reader of Vietnamese would know."""

    letters: int
    syllables: int
    covered: float
    """Share of syllables that stand in words of two to four syllables of the dictionary.

    Measured over realdocs: .54 to .76 a file with a good layer; names, numbers and tables press it
    down to .35 on single pages. Recognition loses .03 to .05 of it against the same text typed."""
    strange: float
    """Share of syllables that no word of the dictionary has; those in capitals are not counted.

    Measured: at most .0003 for laws, .008 with chemical names; .013 with hyphens that became
    letters (1351-2025), .024 on the page of 11-2026 whose tone marks were lost; tesseract .002 to
    .02."""

    @property
    def score(self) -> float:
        """One number by which two readings of the same page are compared."""
        return self.covered - self.strange


def measure(text: str) -> Legibility:
    """Measure a text in time that grows with its length."""
    written = SYLLABLE.findall(text)
    if not written:
        return Legibility(0, 0, 0.0, 0.0)
    words, known = _dictionary()
    keys = [key_of(syllable) for syllable in written]
    strange = sum(
        key not in known and not syllable.isupper()
        for key, syllable in zip(keys, written, strict=True)
    )
    return Legibility(
        letters=sum(map(len, written)),
        syllables=len(keys),
        covered=_count_covered(keys, words) / len(keys),
        strange=strange / len(keys),
    )


def is_strange(word: str) -> bool:
    """Tell whether a word as printed cannot be: `63/2010/NĐiCP`, `63/2010/NĐĐCP`, `tâmTrung`."""
    if UNPARTED.search(word):
        return True
    _, known = _dictionary()
    return any(
        CAPITAL_INSIDE.search(syllable) and key_of(syllable) not in known
        for syllable in SYLLABLE.findall(word)
    )


def is_syllable(written: str) -> bool:
    """Tell whether some word of the dictionary has this syllable."""
    return key_of(written) in _dictionary()[1]


@lru_cache(maxsize=20_000)
def key_of(syllable: str) -> str:
    """Return a syllable by which khoá and khóa are the same: small letters, its tone at the end."""
    apart = unicodedata.normalize("NFD", syllable.lower())
    return TONE.sub("", apart) + "".join(TONE.findall(apart))


def is_word(one: str, two: str) -> bool:
    """Tell whether two syllables, as `key_of` returns them, stand side by side in some word.

    Names, which the dictionary writes with capitals, are not asked: `Bến Thành` is no bên thành.
    """
    return (one, two) in _neighbours()


@cache
def _dictionary() -> tuple[frozenset[Word], frozenset[str]]:
    """Return the words of several syllables and all syllables; 0.2 s when first asked for."""
    entries = [tuple(map(key_of, SYLLABLE.findall(line))) for line in _entries()]
    words = frozenset(entry for entry in entries if 1 < len(entry) <= LONGEST_WORD)
    return words, frozenset(syllable for entry in entries for syllable in entry)


@cache
def _neighbours() -> frozenset[tuple[str, str]]:
    """Return the pairs of syllables that stand side by side in the words that are no names."""
    plain = [SYLLABLE.findall(line) for line in _entries() if line == line.lower()]
    keys = [list(map(key_of, entry)) for entry in plain if len(entry) <= LONGEST_WORD]
    return frozenset(pair for entry in keys for pair in pairwise(entry))


@cache
def _entries() -> list[str]:
    spec = find_spec("underthesea")  # importing it would take a second
    if spec is None or not spec.submodule_search_locations:
        raise MissingPart(
            "Thiếu thư viện underthesea. Hãy cài bằng lệnh `pip install underthesea`."
        )
    path = Path(spec.submodule_search_locations[0], *WORD_LIST)
    return path.read_text(encoding="utf-8").split("\n")


def _count_covered(keys: list[str], words: frozenset[Word]) -> int:
    """Count the syllables covered when the longest word is taken first, from left to right."""
    covered = at = 0
    while at < len(keys):
        length = next(
            (size for size in range(LONGEST_WORD, 1, -1) if tuple(keys[at : at + size]) in words), 1
        )
        covered += length if length > 1 else 0
        at += length
    return covered
