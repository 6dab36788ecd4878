"""Misread tone marks, put right where only one word of the dictionary can be meant."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import pairwise, product

from .legibility import SYLLABLE, is_word, key_of

CIRCUMFLEX = "\u0302"
TONES = "\u0300\u0301\u0303\u0309\u0323"

# Words of which any other tone makes no sense beside the other half (`bố sung`, `xứ phạt`).
# Not here: hành vi (`chấp hành vì`), thông tư (`giao thông từ`), quy định (`hằng quý định kỳ`),
# chính phủ (`điều chỉnh phù hợp`).
SET_WORDS = (
    "bổ sung", "sửa đổi", "xử phạt", "xử lý", "thẩm quyền", "tổ chức", "nghị định", "quyết định",
    "nghị quyết", "hiệu lực", "điều khiển", "điều kiện", "thủ tướng", "chủ tịch",
)  # fmt: skip

# Words that stand alone so often that a neighbour makes them look like half of another one:
# `gây tai nạn`, `hai bên ký`, `mà không chỉ`. Without them 85 of 452,410 typed syllables changed.
ALONE = (
    "bên", "chôn", "công", "gây", "không", "lên", "liên", "nên", "phân", "tên", "thuê", "trên",
    "tuyên", "viên", "đê",
)  # fmt: skip


def mend_words(text: str) -> str:
    """Return the text of a page with misread tones restored; its length stays.

    A syllable with a circumflex and no tone (`thâm quyền`, `tô chức`) takes the one tone by which
    it makes a word with a neighbour, if as it stands it makes none. Measured: of 452,410 typed
    syllables of realdocs 2 change, both misprints (`thực hiên`); a decree's scan of 32,000 changes
    in 260 and has .0050 wrong letters instead of .0067.
    """
    found = list(SYLLABLE.finditer(text))
    row = _Row(
        [syllable[0] for syllable in found],
        [text[one.end() : other.start()].isspace() for one, other in pairwise(found)],
    )
    for at in range(len(found)):
        row.mend(at)
    return _put_back(text, found, row.written)


class _Row:
    """Syllables in a row, and whether nothing but space parts each from the next."""

    def __init__(self, written: list[str], joined: list[bool]) -> None:
        self.written = written
        self._joined = joined
        self._keys = [key_of(syllable) for syllable in written]

    def mend(self, at: int) -> None:
        """Mend the syllable at a place, and the one after it where both lost their tones."""
        if self._mend_set_word(at):
            return
        key = self._keys[at]
        if not _may_lack_tone(key) or self._makes_word(at, key):
            return
        meant = [key + tone for tone in TONES if self._makes_word(at, key + tone)]
        if len(meant) == 1:
            self._set(at, _add_tone(self.written[at], meant[0][-1]))
        elif not meant and at < len(self._joined) and self._joined[at]:
            self._mend_both(at)

    def _mend_set_word(self, at: int) -> bool:
        if at >= len(self._joined) or not self._joined[at]:
            return False
        pair = (self._keys[at].rstrip(TONES), self._keys[at + 1].rstrip(TONES))
        right = _set_words().get(pair)
        if right is None:
            return False
        for place, word in zip((at, at + 1), right, strict=True):
            if self._keys[place] != key_of(word):
                self._set(place, _dress(word, self.written[place]))
        return True

    def _mend_both(self, at: int) -> None:
        one, two = self._keys[at : at + 2]
        if not _may_lack_tone(two):
            return
        meant = [pair for pair in product(TONES, TONES) if is_word(one + pair[0], two + pair[1])]
        if len(meant) == 1:
            for place, tone in zip((at, at + 1), meant[0], strict=True):
                self._set(place, _add_tone(self.written[place], tone))

    def _makes_word(self, at: int, key: str) -> bool:
        """Tell whether a syllable read so makes a word with the one before or after it."""
        if at and self._joined[at - 1] and is_word(self._keys[at - 1], key):
            return True
        return at < len(self._joined) and self._joined[at] and is_word(key, self._keys[at + 1])

    def _set(self, at: int, syllable: str) -> None:
        self.written[at] = syllable
        self._keys[at] = key_of(syllable)


def _may_lack_tone(key: str) -> bool:
    return CIRCUMFLEX in key and key[-1] not in TONES and key not in _alone()


@cache
def _alone() -> frozenset[str]:
    return frozenset(map(key_of, ALONE))


@cache
def _set_words() -> dict[tuple[str, ...], list[str]]:
    halves = [words.split() for words in SET_WORDS]
    return {tuple(key_of(half).rstrip(TONES) for half in pair): pair for pair in halves}


def _add_tone(syllable: str, tone: str) -> str:
    """Return the syllable with a tone on its circumflexed vowel, where it always stands."""
    apart = unicodedata.normalize("NFD", syllable)
    return unicodedata.normalize("NFC", apart.replace(CIRCUMFLEX, CIRCUMFLEX + tone, 1))


def _dress(word: str, like: str) -> str:
    """Return the word with the capitals of what was read, which has the same letters."""
    pairs = zip(word, unicodedata.normalize("NFC", like), strict=True)
    return "".join(mine.upper() if theirs.isupper() else mine for mine, theirs in pairs)


def _put_back(text: str, found: list[re.Match[str]], written: list[str]) -> str:
    pieces: list[str] = []
    end = 0
    for syllable, word in zip(found, written, strict=True):
        pieces += (text[end : syllable.start()], word)
        end = syllable.end()
    return "".join([*pieces, text[end:]])
