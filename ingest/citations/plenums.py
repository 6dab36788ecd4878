"""Hội nghị Trung ương: a plenum and what it issued, as people name them without a number."""

from __future__ import annotations

import re
from dataclasses import dataclass

_GAP = r"[\s\-.]{0,3}"
_ORDINALS = {
    word: number
    for number, word in enumerate(
        ("nhat", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi"), start=1
    )
} | {"muoi mot": 11, "muoi hai": 12, "muoi ba": 13, "muoi bon": 14, "muoi lam": 15}
_ORDINAL = "|".join(sorted(_ORDINALS, key=len, reverse=True))
_ROMANS = (
    *("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"),
    *("XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX"),
)
_ROMAN = "|".join(sorted(map(str.lower, _ROMANS), key=len, reverse=True))
_TYPES = {"nghi quyet": "Nghị quyết", "nq": "Nghị quyết", "ket luan": "Kết luận", "kl": "Kết luận"}
_TYPE = r"(?P<type>nghi\s{1,3}quyet|nq|ket\s{1,3}luan|kl)"
_MEETING = r"(?P<meeting>hoi\s{1,3}nghi|hn)"
_CENTRE = (
    r"(?P<centre>(?:(?:ban\s{1,3}chap\s{1,3}hanh|bch)\s{0,3})?"
    r"(?:trung\s{1,3}uong|tw|tu|t\.[uw]\.?))"
)
# khóa XII, (khoá 13), k12
_TERM = (
    rf"(?P<term>[\s,]{{0,3}}\(?\s{{0,2}}(?:cua\s)?(?:dang\s)?(?:khoa\s{{0,3}}|k)"
    rf"(?P<khoa>{_ROMAN}|\d{{1,2}})(?!\w)\s{{0,2}}\)?)"
)
_AGAIN = r"(?P<again>\s{0,3}\(?\s{0,2}lan\s{1,3}(?:thu\s{1,3})?(?P<times>\d|nhat|hai)\s{0,2}\)?)"
# Nghị quyết (Hội nghị) Trung ương 4, NQTW4, hội nghị TW 4
_CENTRE_FIRST = re.compile(
    rf"(?<!\w)(?:{_TYPE}{_GAP})?(?:{_MEETING}{_GAP})?{_CENTRE}{_GAP}"
    rf"(?P<number>\d{{1,2}})(?!\w|[-/]\w){_AGAIN}?{_TERM}?"
)
# Hội nghị lần thứ tư Ban Chấp hành Trung ương (Đảng) khóa XII
_MEETING_FIRST = re.compile(
    rf"(?<!\w)(?:{_TYPE}\s{{1,3}})?{_MEETING}\s{{1,3}}lan\s{{1,3}}thu\s{{1,3}}"
    rf"(?P<number>\d{{1,2}}|{_ORDINAL})(?!\w){_AGAIN}?,?\s{{1,3}}{_CENTRE}(?!\w)(?:\s{{1,3}}dang)?{_TERM}?"
)


# từ, tự: other words than TƯ
_TONED = re.compile(r"[tT][ừứửữựùúủũụỪỨỬỮỰÙÚỦŨỤ]$")


@dataclass(frozen=True, slots=True)
class Plenum:
    """What names a plenum, and where it stands."""

    type: str
    name: str
    """`TW4 khóa XII`, `TW6 lần 2 khóa VIII`, or `TW4` where no term is named."""
    title: str
    """`Nghị quyết Trung ương 4 khóa XII`."""
    start: int
    end: int


def find_plenum(text: str, folded: str) -> Plenum | None:
    """Return the first plenum that text names by its number.

    A type or the word Hội nghị must stand before it, or a term after it: "trung ương 4" alone may
    be anything.
    """
    for pattern in (_MEETING_FIRST, _CENTRE_FIRST):
        for match in pattern.finditer(folded):
            told = match["type"] or match["meeting"] or match["term"]
            centre = text[slice(*match.span("centre"))]
            if told and not _TONED.search(centre):
                return _plenum(match)
    return None


def _plenum(match: re.Match[str]) -> Plenum:
    kind = _TYPES[" ".join((match["type"] or "nq").split())]
    number = _count(match["number"])
    again = f" lần {_count(match['times'])}" if match["again"] else ""
    term = f" khóa {_roman(match['khoa'])}" if match["term"] else ""
    bracketed = f" ({again.strip()})" if again else ""
    title = f"{kind} Trung ương {number}{bracketed}{term}"
    return Plenum(kind, f"TW{number}{again}{term}", title, match.start(), match.end())


def _count(word: str) -> int:
    return int(word) if word.isdigit() else _ORDINALS[" ".join(word.split())]


def _roman(khoa: str) -> str:
    """Return a term as documents write it: 13 as XIII."""
    if khoa.isdigit() and 0 < int(khoa) <= len(_ROMANS):
        return _ROMANS[int(khoa) - 1]
    return khoa.upper()
