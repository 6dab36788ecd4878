"""Systematic confusions of recognition in Vietnamese official texts, put right where safe."""

from __future__ import annotations

import re
from collections.abc import Callable

from .misread_numbers import Numbering
from .misread_words import mend_words

SPECKS = "_‹›«»~|¬—'`‘’.,*°•"

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
    (re.compile(r"\b([Đđ]iểm) [øØ]g?(?=[\s,;.:)]|$)"), r"\1 g"),
    (re.compile(r"\b([Đđ]iểm) ©(?=[\s,;.:)]|$)"), r"\1 c"),
    (re.compile(r"(?<=, )¡(?=[\s,;])"), "i"),
    # `63/2010/ND-CP`: no type is abbreviated ND or QD.
    (re.compile(r"(?<=\d/)([NQ])D(?=-[A-ZĐ])"), r"\1Đ"),
    # `QHI15`, `QHl5`: the term of a Quốc hội is a number.
    (re.compile(r"(?<=/QH)[lI|]1?(?=\d\b)"), "1"),
    (re.compile(r"\bkm[i1l]h\b"), "km/h"),
    # `l. Phạt tiền` at the start of a line: a small l with a full stop numbers nothing.
    (re.compile(r"^[l|]\. (?=[A-ZĐÀ-Ỹ])"), "1. "),
    # `1O.`, `l2.`: a khoản of two digits.
    (
        re.compile(r"^(?:\d[lIO|]|[lI|]\d)(?=\. [A-ZĐÀ-Ỹ])"),
        lambda found: found[0].translate(str.maketrans("lI|O", "1110")),
    ),
    # `10.000. 000 đồng`
    (re.compile(r"(?<=\d)\. (?=000\b)"), "."),
    # Specks before the first word and after the last: `_—_a) Mang`, `_1. Phạt`, `từ |`.
    (re.compile(rf"^(?:[_‹›«»~|¬]{{1,3}}|[{SPECKS}]{{1,3}} |_[{SPECKS}]{{0,2}})+(?=\w)"), ""),
    (re.compile(rf"^[{SPECKS}]{{1,3}}(?=[a-zđ]\)|\d{{1,3}}\. )"), ""),
    (re.compile(r" [_‹›«»~|¬]{1,2}$"), ""),
)


def mend_pages(pages: list[list[str]]) -> list[list[str]]:
    """Mend the lines of consecutive recognised pages; what is numbered may run over a page."""
    numbering = Numbering()
    mended = [[numbering.mend(_mend_line(line)) for line in page] for page in pages]
    return [mend_words("\n".join(page)).split("\n") for page in mended]


def _mend_line(line: str) -> str:
    for wrong, right in MENDINGS:
        line = wrong.sub(right, line)
    return line
