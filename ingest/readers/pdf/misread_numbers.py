"""Misread numbers of điều, khoản and điểm, known from the numbers before them."""

from __future__ import annotations

import re

ALPHABET = "abcdđeghiklmnopqrstuvxy"
# What tesseract read for the letter of a điểm; `d`, `c`, `g` may also be another điểm's own letter.
LOOKS_LIKE = {
    "a": frozenset(("8", "á", "à", "ả", "4", "ä", "â")),
    "b": frozenset(("6", "B")),
    "c": frozenset(("©", "€", "e", "ce", "c©", "C", "¢")),
    "d": frozenset(("đ", "đd", "4")),
    "đ": frozenset(("d", "dd", "đd", "ä", "4")),
    "e": frozenset(("©", "ẹ", "€", "c", "ce")),
    "g": frozenset(("ø", "q", "9", "8", "p")),
    "h": frozenset(("ñ", "n", "ì")),
    "i": frozenset(("1", "ï", "í", "ì", "l", "!", "¡", "|", "j", "J", "ỉ", "I", "]")),
    "k": frozenset(("K",)),
    "l": frozenset(("1", "I", "|", "!", "J", "[", "]", "i", "T", "¡")),
    "o": frozenset(("0", "ó", "ò", "ö", "O")),
    "q": frozenset(("g",)),
    "r": frozenset(("T", "f", "t")),
    "s": frozenset(("5", "S")),
    "y": frozenset(("ÿ", "ý")),
}
# `đ)`, `ce)`, and `J` for `l)`
POINT = re.compile(r"(?:(?P<letter>\S{1,2})\s?[)}]|(?P<bare>J)(?= ))\s?(?=\w)")
# Điều S5. and Điều §6. for 59 and 86
DIEU = re.compile(r"Điều (?P<number>\S{1,4}?)[.:](?= )")
# 1. and, where it follows in order, `1, Phạt` and `§. Ngoài`
KHOAN = re.compile(r"(?P<number>\d{1,3}|[^\w\s\"“”'(–+*•-])[.,] (?=[A-ZĐÀ-Ỹ])")


class Numbering:
    """Follows the numbers at the starts of lines and mends those that cannot be what was read."""

    def __init__(self) -> None:
        self._dieu = 0
        self._khoan = 0
        self._point = ""

    def mend(self, line: str) -> str:
        """Return the line with the number it must have, if that looks like what was read."""
        if found := DIEU.match(line):
            return self._mend_dieu(line, found)
        if found := KHOAN.match(line):
            return self._mend_khoan(line, found)
        if found := POINT.match(line):
            return self._mend_point(line, found)
        return line

    def _mend_dieu(self, line: str, found: re.Match[str]) -> str:
        self._khoan, self._point = 0, ""
        seen = found["number"]
        if seen.isdigit():
            self._dieu = int(seen)
            return line
        expected = str(self._dieu + 1)
        if not self._dieu or not _may_be(seen, expected):
            return line
        self._dieu += 1
        return line[: found.start("number")] + expected + line[found.end("number") :]

    def _mend_khoan(self, line: str, found: re.Match[str]) -> str:
        seen = found["number"]
        expected = str(self._khoan + 1)
        if seen == expected or _may_be(seen, expected):
            self._khoan, self._point = self._khoan + 1, ""
            return f"{expected}. {line[found.end() :]}"
        if found[0].startswith(f"{seen}.") and seen.isdigit():
            self._khoan, self._point = int(seen), ""
        return line

    def _mend_point(self, line: str, found: re.Match[str]) -> str:
        seen = found["letter"] or found["bare"]
        at = ALPHABET.index(self._point) + 1 if self._point else 0
        expected = ALPHABET[at % len(ALPHABET)]
        if seen in LOOKS_LIKE.get(expected, ()):
            self._point = expected
            return f"{expected}) {line[found.end() :]}"
        if seen in ALPHABET:
            self._point = seen
        return line


def _may_be(seen: str, expected: str) -> bool:
    """Tell whether this is a misread number: as long, with signs or digits, not `5a`."""
    if len(seen) != len(expected) or seen.isalpha():
        return False
    return re.fullmatch(r"\d+[a-zđ]?", seen) is None
