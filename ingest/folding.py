"""Vietnamese text made comparable: one plain lower-case character for each character."""

from __future__ import annotations

import unicodedata

# Characters that have no decomposition, or whose plain form is a choice of ours.
_CHOSEN = {
    "đ": "d",
    "Đ": "d",
    "ð": "d",  # U+00F0 and U+00D0: what OCR and old fonts put in place of đ
    "Ð": "d",
    "\u00a0": " ",
    "\u202f": " ",
    "\u2007": " ",
    "‘": "'",
    "’": "'",
    "“": '"',
    "”": '"',
    "\u2010": "-",
    "\u2011": "-",
    "\u2012": "-",
    "–": "-",
    "—": "-",
    "\u2212": "-",
}


class _Table(dict[int, str]):
    """Code point to folded character; a character is worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = plain = _plain(chr(code))
        return plain


def _plain(letter: str) -> str:
    letters = [c for c in unicodedata.normalize("NFD", letter) if not unicodedata.combining(c)]
    plain = "".join(letters).lower()
    # Keeping the length is worth more than folding İ or ß: offsets must survive.
    return plain if len(plain) == 1 else letter


_TABLE = _Table({ord(letter): plain for letter, plain in _CHOSEN.items()})
# Met at once: the letters that Vietnamese is written with.
for _code in (*range(0x20, 0x250), *range(0x1E00, 0x1F00)):
    _TABLE[_code]


def fold(text: str) -> str:
    """Return text in lower case without diacritics, đ as d, dashes, quotes and spaces plain.

    For NFC text the result has the same length, so an offset in one is an offset in the other.
    Two placements of a tone mark (khoá, khóa) fall together.
    """
    return text.translate(_TABLE)
