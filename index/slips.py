"""Queries as people type them: without diacritics, or with one slip of the finger."""

from __future__ import annotations

import random
import unicodedata

_TELEX_TONES = {"\u0300": "f", "\u0301": "s", "\u0303": "x", "\u0309": "r", "\u0323": "j"}
_TELEX_SHAPES = {"\u0302": "{0}{0}", "\u0306": "{0}w", "\u031b": "{0}w"}


def drop_diacritics(text: str) -> str:
    """The text as typed on a keyboard without Vietnamese: case and signs stay."""
    plain = unicodedata.normalize("NFD", text).replace("đ", "d").replace("Đ", "D")
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def as_telex(word: str) -> str:
    """A word's keystrokes in Telex, as they stand where the keyboard was not switched over."""
    letters: list[str] = []
    tone = ""
    for letter in unicodedata.normalize("NFD", word.replace("đ", "dd").replace("Đ", "DD")):
        if letter in _TELEX_TONES:
            tone = _TELEX_TONES[letter]
        elif letter in _TELEX_SHAPES:
            letters[-1] = _TELEX_SHAPES[letter].format(letters[-1])
        else:
            letters.append(letter)
    return "".join(letters) + tone


def slip(text: str, seed: str) -> str:
    """The text with one slip in one of its longer words; the same for the same seed.

    A slip is a wrong or missing tone, two neighbours swapped, a letter missing or doubled, or the
    keystrokes of Telex. Words with digits stay, and so do words of one or two letters.
    """
    draw = random.Random(f"{seed}\n{text}")
    words = text.split(" ")
    places = [n for n, word in enumerate(words) if len(word) > 2 and word.isalpha()]
    if not places:
        return text
    place = draw.choice(places)
    slips = [_other_tone, _swapped, _missing, _doubled, _telex]
    draw.shuffle(slips)
    changed = (one(words[place], draw) for one in slips)
    words[place] = next((word for word in changed if word != words[place]), words[place])
    return " ".join(words)


def _telex(word: str, _draw: random.Random) -> str:
    return as_telex(word)


def _other_tone(word: str, draw: random.Random) -> str:
    letters = list(unicodedata.normalize("NFD", word))
    tones = [n for n, letter in enumerate(letters) if letter in _TELEX_TONES]
    if not tones:
        return word
    others = [tone for tone in _TELEX_TONES if tone != letters[tones[0]]]
    letters[tones[0]] = draw.choice(["", *others])
    return unicodedata.normalize("NFC", "".join(letters))


def _swapped(word: str, draw: random.Random) -> str:
    n = draw.randrange(len(word) - 1)
    return word[:n] + word[n + 1] + word[n] + word[n + 2 :]


def _missing(word: str, draw: random.Random) -> str:
    n = draw.randrange(len(word))
    return word[:n] + word[n + 1 :]


def _doubled(word: str, draw: random.Random) -> str:
    n = draw.randrange(len(word))
    return word[:n] + word[n] + word[n:]
