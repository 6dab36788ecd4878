"""Plain text is taken as it is, or as the fonts of an old code drew it where a person says so."""

from __future__ import annotations

import re
from collections import Counter

from ..document import Reading
from .fonts import decode_font, note_of
from .letters import decode, normalise
from .masthead import read_masthead
from .source import FontCode, Source

WORD = re.compile(r"[^\W\d_]+")


def read_plain(source: Source) -> Reading:
    """Read a text file: UTF-8, or the old code that was chosen."""
    notes: tuple[str, ...] = ()
    if code := source.options.font_code:
        words, notes = _decode_old(source.data, code)
    else:
        words = decode(source.data)
    text = normalise(words)
    return Reading(text, read_masthead(text, source.name), notes=notes)


def _decode_old(data: bytes, code: FontCode) -> tuple[str, tuple[str, ...]]:
    """Decode bytes, or what was saved as UTF-8 with the signs of the old font in it."""
    try:
        signs = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        signs = data.decode("cp1252", "replace") if b"\x81" not in data else data.decode("latin-1")
    words, lost = decode_font(signs, code, capitals=False)
    words = WORD.sub(_in_capitals, words)
    return words, note_of(Counter({code: sum(map(str.isalpha, words))}), lost)


def _in_capitals(found: re.Match[str]) -> str:
    """A word that a font of capitals drew, `ĐảNG`, in capitals; `Bộ` may be any word."""
    word = found.group()
    small = [letter for letter in word if not letter.isupper()]
    is_drawn = len(word) - len(small) > 1 and not any(letter.isascii() for letter in small)
    return word.upper() if is_drawn else word
