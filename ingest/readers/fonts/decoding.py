"""Text in an old font becomes Unicode, run by run; nothing is ever guessed from the words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from ..source import FontCode
from .tables import TCVN3, VNI

NAMES = (
    (re.compile(r"(?:[A-Z]{6}\+)?\.Vn", re.I), FontCode.TCVN3),  # .VnTime; in a PDF ABCDEF+.VnTime
    (re.compile(r"(?:[A-Z]{6}\+)?VNI[- ]", re.I), FontCode.VNI),  # VNI-Times
)
CAPITALS = re.compile(r"\.Vn.*H(?:\b|$)")  # .VnTimeH, .VnArialH draw small letters as capitals
VNI_SIGNS = re.compile("|".join(sorted(map(re.escape, VNI), key=len, reverse=True)))
FAMILIES = {FontCode.TCVN3: "TCVN3", FontCode.VNI: "VNI"}


class Run(NamedTuple):
    """A piece of text in one font."""

    text: str
    code: FontCode | None = None
    capitals: bool = False


def font_code_of(font: str) -> tuple[FontCode, bool] | None:
    """The code that a font writes and whether it draws capitals; None for a font of Unicode."""
    for shape, code in NAMES:
        if shape.match(font):
            return code, bool(CAPITALS.search(font))
    return None


def decode_font(text: str, code: FontCode, capitals: bool) -> tuple[str, Counter[str]]:
    """Return the text in Unicode, and how often each sign that the code does not know occurs."""
    if code is FontCode.TCVN3:
        decoded = "".join(TCVN3.get(sign, sign) for sign in text)
        known = set(TCVN3)
    else:
        decoded = VNI_SIGNS.sub(lambda found: VNI[found[0]], text)
        known = {sign for signs in VNI for sign in signs}
    lost = Counter(sign for sign in text if _is_letter_of_a_font(sign) and sign not in known)
    decoded = unicodedata.normalize("NFC", decoded)
    return decoded.upper() if capitals else decoded, lost


def decode_runs(runs: Iterable[Run], seen: Counter[FontCode], lost: Counter[str]) -> str:
    """Join runs, those in old fonts in Unicode; count the letters changed and the signs unknown.

    Neighbours in one code are decoded together: a letter and its mark may stand in two runs.
    """
    text = []
    for (code, capitals), same in groupby(runs, key=lambda run: (run.code, run.capitals)):
        words = "".join(run.text for run in same)
        if code is not None:
            words, unknown = decode_font(words, code, capitals)
            seen[code] += sum(letter.isalpha() for letter in words)
            lost += unknown
        text.append(words)
    return "".join(text)


def note_of(seen: Counter[FontCode], lost: Counter[str]) -> tuple[str, ...]:
    """What a person should know of the conversion; nothing where there was none."""
    notes = [
        f"{_written(count)} chữ viết bằng phông {FAMILIES[code]} đã đổi sang Unicode."
        for code, count in seen.items()
        if count
    ]
    if lost:
        signs = ", ".join(f"«{sign}» ({_written(n)})" for sign, n in lost.most_common())
        notes.append(f"Ký hiệu không đổi được, giữ nguyên: {signs}. Hãy đối chiếu với bản gốc.")
    return tuple(notes)


def _is_letter_of_a_font(sign: str) -> bool:
    return "\xa1" <= sign <= "\xff" and (sign.isalpha() or unicodedata.category(sign) == "Sk")


def _written(count: int) -> str:
    return f"{count:,}".replace(",", ".")
