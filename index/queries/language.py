"""Which syllables Vietnamese official texts use, and which stand side by side."""

from __future__ import annotations

import gzip
import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from itertools import pairwise
from pathlib import Path

from ingest import fold, spell

WORD = re.compile(r"[^\W_]+")
GENERAL = Path(__file__).with_name("official_vietnamese.tsv.gz")
"""Counts over 84,416 articles of Vietnamese law, and questions many times over, made by `python -m
train language`: lines of a syllable or two and a count. Only counts, no text."""
BACK_OFF = 20.0  # sightings of a syllable that are always granted to neighbours never met
UNSEEN = 0.5  # neighbours, or sightings, granted to a syllable that was never met
OWN_SHARE = 0.1  # of all counts: what a small store's own texts are raised to …
MOST_RAISED = 50  # … but not by more than this
RARE = 20  # sightings below which a syllable is as rare as a name
TONES = str.maketrans(dict.fromkeys("\u0300\u0301\u0309\u0303\u0323", ""))
ONSET = re.compile(r"ngh|ng|nh|ch|gh|gi(?=[aăâeêoôơuưy])|kh|ph|qu|th|tr|[bcdđghklmnprstvx]|")
SHAPE = re.compile(rf"(?:{ONSET.pattern})[aeiouy]{{1,3}}(?:ch|ng|nh|[cmnpt])?")
"""How a syllable is built without its diacritics."""
USUAL = 200  # sightings of a syllable that shows how syllables are built …
USUAL_BARE = 5_000  # … and of one without diacritics, which may be an abbreviation


class Language:
    """Counts of syllables and of neighbours, in one spelling (`ingest.spell`)."""

    def __init__(self) -> None:
        self.syllables: Counter[str] = Counter()
        self.pairs: Counter[tuple[str, str]] = Counter()
        self.forms: dict[str, set[str]] = defaultdict(set)
        """Syllables by what is left of them without diacritics."""
        self.total = 0
        self.lefts: Counter[str] = Counter()
        """How many different syllables stand before each."""
        self.followed: Counter[str] = Counter()
        """How often each stands before any that it was counted with."""

    def add(self, text: str) -> None:
        """Count a text's syllables and pairs."""
        for row in rows_of(text):
            for syllable in row:
                self.count(syllable)
            for pair in pairwise(row):
                self.count_pair(pair)

    def count(self, syllable: str, times: int = 1) -> None:
        """Count one syllable."""
        if syllable not in self.syllables:
            self.forms[fold(syllable)].add(syllable)
        self.syllables[syllable] += times
        self.total += times

    def count_pair(self, pair: tuple[str, str], times: int = 1) -> None:
        """Count two neighbours."""
        if pair not in self.pairs:
            self.lefts[pair[1]] += 1
        self.pairs[pair] += times
        self.followed[pair[0]] += times

    def cost(self, left: str, right: str) -> float:
        """How surprising `right` is after `left`, in nats; an empty `left` is the beginning.

        Pairs back off to how many different neighbours a syllable has, not to how often it is met
        (Kneser and Ney, 1995): `định` is frequent, but after `quy`.
        """
        if not left:
            return -math.log((self.syllables[right] + UNSEEN) / (self.total + 1))
        anywhere = (self.lefts[right] + UNSEEN) / (len(self.pairs) + 1)
        all_left = self.syllables[left] + BACK_OFF
        # what a syllable's counted pairs leave over was spent on rare ones, which are not kept
        rest = max(all_left - self.followed[left], BACK_OFF)
        return -math.log((self.pairs[left, right] + rest * anywhere) / all_left)

    def strangeness(self, text: str) -> float:
        """How surprising a text is, in nats a syllable; 0 where it has none."""
        rows = list(rows_of(text))
        costs = [self.cost(left, right) for row in rows for left, right in pairwise(("", *row))]
        return sum(costs) / max(1, len(costs))

    @cached_property
    def _parts(self) -> tuple[set[str], set[str]]:
        """The beginnings and the endings, tones aside, that usual syllables have."""
        usual = [
            word
            for word, times in self.syllables.items()
            if times >= (USUAL if word != fold(word) else USUAL_BARE)
        ]
        parts = [_parts_of(word) for word in usual]
        return {onset for onset, _ in parts}, {rime for _, rime in parts}

    def could_be(self, word: str) -> bool:
        """Whether a word is built as Vietnamese syllables are, met or not."""
        onset, rime = _parts_of(word)
        onsets, rimes = self._parts
        return onset in onsets and rime in rimes

    @cached_property
    def _folded(self) -> Counter[str]:
        together: Counter[str] = Counter()
        for syllable, times in self.syllables.items():
            together[fold(syllable)] += times
        return together

    def rarity(self, folded: str) -> float:
        """How rare a syllable is without its diacritics, in nats; none is rarer than a name."""
        return math.log((self.total + RARE) / (self._folded[folded] + RARE))

    def is_syllable(self, folded: str) -> bool:
        """Whether any Vietnamese syllable looks so without diacritics: `tu` does, `ubnd` not."""
        return self.knows(folded) and SHAPE.fullmatch(folded) is not None

    def knows(self, folded: str) -> bool:
        """Whether any syllable looks so without diacritics."""
        return folded in self.forms

    def joined(self, other: Language) -> Language:
        """Both languages' counts together; neither is changed."""
        both = Language()
        for part in (self, other):
            for syllable, times in part.syllables.items():
                both.count(syllable, times)
            for pair, times in part.pairs.items():
                both.count_pair(pair, times)
        return both

    def raised(self, factor: int) -> Language:
        """The same with every count so many times as high."""
        higher = Language()
        for syllable, times in self.syllables.items():
            higher.count(syllable, times * factor)
        for pair, times in self.pairs.items():
            higher.count_pair(pair, times * factor)
        return higher


def _parts_of(word: str) -> tuple[str, str]:
    plain = unicodedata.normalize("NFC", unicodedata.normalize("NFD", word).translate(TONES))
    onset = ONSET.match(plain)
    assert onset is not None  # its last choice is empty
    return onset.group(), plain[onset.end() :]


def rows_of(text: str) -> Iterator[list[str]]:
    """The runs of words of a text, in one spelling; a digit or a sign between words ends a run."""
    for piece in re.split(r"[^\w\s]|\d|\n", text):
        row = [spell(word) for word in WORD.findall(piece)]
        if row:
            yield row


@cache
def general_language() -> Language:
    """The counts that come with viendan."""
    language = Language()
    with gzip.open(GENERAL, "rt", encoding="utf-8") as file:
        for line in file:
            words, times = line.rstrip("\n").split("\t")
            left, _, right = words.partition(" ")
            if right:
                language.count_pair((left, right), int(times))
            else:
                language.count(left, int(times))
    return language


def language_of(texts: Iterable[str], most: int) -> Language:
    """The general counts with those of a store's own texts, up to `most` characters of them."""
    own = Language()
    for text in texts:
        own.add(text[:most])
        most -= len(text)
        if most <= 0:
            break
    general = general_language()
    raised = int(OWN_SHARE * general.total / max(1, own.total))
    return general.joined(own.raised(min(MOST_RAISED, max(1, raised))))
