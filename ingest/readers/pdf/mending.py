"""Systematic confusions of recognition in Vietnamese official texts, put right where safe."""

from __future__ import annotations

import re
from collections.abc import Callable

# Each with why it is safe: what stands left is no word or number of such a text.
MENDINGS: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    # The Icelandic capital looks the same and is in no Vietnamese word: QÐ/TW.
    (re.compile("Ð"), "Đ"),
    # `Điêu 5`, `điêu này`: điêu alone lives in điêu khắc, điêu đứng, điêu tàn.
    (re.compile(r"\b([Đđ])iêu(?! (?:khắc|đứng|tàn|luyện))\b"), r"\1iều"),
    # A khoản is named by a number: `khoản l`, `khoản I`.
    (re.compile(r"\b([Kk]hoản|[Đđ]iều) [lI|](?=[\s,;.:)]|$)"), r"\1 1"),
    # No điểm is named by these: `điểm ¡`, `điểm ø`, `điểm ©`.
    (re.compile(r"\b([Đđ]iểm) [¡ï](?=[\s,;.:)]|$)"), r"\1 i"),
    (re.compile(r"\b([Đđ]iểm) ø(?=[\s,;.:)]|$)"), r"\1 g"),
    (re.compile(r"\b([Đđ]iểm) ©(?=[\s,;.:)]|$)"), r"\1 c"),
    (re.compile(r"(?<=, )¡(?=[\s,;])"), "i"),
    # `63/2010/ND-CP`: no type is abbreviated ND or QD.
    (re.compile(r"(?<=\d/)([NQ])D(?=-[A-ZĐ])"), r"\1Đ"),
    (re.compile(r"\bkm[i1l]h\b"), "km/h"),
    # `l. Phạt tiền` at the start of a line: a small l with a full stop numbers nothing.
    (re.compile(r"^[l|]\. (?=[A-ZĐÀ-Ỹ])"), "1. "),
    # `1O.`, `l2.`: a khoản of two digits.
    (
        re.compile(r"^(?:\d[lIO|]|[lI|]\d)(?=\. [A-ZĐÀ-Ỹ])"),
        lambda found: found[0].translate(str.maketrans("lI|O", "1110")),
    ),
    # A speck before the first word.
    (re.compile(r"^[_‹›«»~'`‘’.,*°•|]{1,2} (?=\w)"), ""),
)

ALPHABET = "abcdđeghiklmnopqrstuvxy"
# What tesseract read for the letter of a điểm; `g` and `đ` may be another điểm's own letter.
LOOKS_LIKE = {
    "a": "8áàả4ä",
    "b": "6",
    "c": "©e€",
    "d": "đ",
    "đ": "dä",
    "e": "©ẹc€",
    "g": "øqø9ø8",
    "h": "ñn",
    "i": "1ïíìl!¡|jJỉI",
    "k": "K",
    "l": "1I|!J[]i",
    "o": "0óòö",
    "q": "g",
    "s": "5",
    "y": "ÿý",
}
POINT = re.compile(r"(?P<letter>\S)\s?[)}](?= ?\w)|(?P<bare>[J])(?= \w)")
KHOAN = re.compile(r"\d{1,3}\. |(?:Điều|Chương|Mục) ")


def mend_pages(pages: list[list[str]]) -> list[list[str]]:
    """Mend the lines of consecutive recognised pages; a list of điểm may run over a page."""
    points = _Points()
    return [[points.mend(_mend_line(line)) for line in page] for page in pages]


def _mend_line(line: str) -> str:
    for wrong, right in MENDINGS:
        line = wrong.sub(right, line)
    return line


class _Points:
    """The letters of điểm in a row: after k) a line that begins `1)` or `J` is l)."""

    def __init__(self) -> None:
        self._last = ""

    def mend(self, line: str) -> str:
        """Return the line with the letter its điểm must have, if it looks like what was read."""
        if KHOAN.match(line):
            self._last = ""
            return line
        found = POINT.match(line)
        if found is None:
            return line
        seen = found["letter"] or found["bare"]
        expected = self._expected()
        if seen != expected and seen in LOOKS_LIKE.get(expected, ""):
            self._last = expected
            return f"{expected}) {line[found.end() :].lstrip()}"
        if seen in ALPHABET:
            self._last = seen
        return line

    def _expected(self) -> str:
        if not self._last:
            return ALPHABET[0]
        return ALPHABET[(ALPHABET.index(self._last) + 1) % len(ALPHABET)]
