"""Hội nghị Trung ương: a plenum and what it issued, as people name them without a number."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

MEETING = "Hội nghị Trung ương"
"""The type of what is named by its meeting alone."""
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
# khóa XII, (khoá 13), k12, XII
_TERM = (
    rf"(?P<term>[\s,]{{0,3}}(?P<open>\()?\s{{0,2}}(?:cua\s)?(?:dang\s)?"
    rf"(?:(?P<several>cac\s)?khoa\s{{0,3}}|k|(?=x[iv]{{1,3}}(?!\w)))"
    rf"(?P<khoa>{_ROMAN}|\d{{1,2}})(?!\w)(?(open)\s{{0,2}}\)))"
)
_AGAIN = (
    r"(?P<again>\s{0,3}(?P<opened>\()?\s{0,2}lan\s{1,3}(?:thu\s{1,3})?"
    r"(?P<times>\d|nhat|hai)(?!\w)(?(opened)\s{0,2}\)))"
)
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

_SPELLED_OUT = (_MEETING_FIRST, _CENTRE_FIRST)
# nghị quyết 4 khóa XII, as people type it: a term has no more than fifteen plenums
_UNSAID_CENTRE = re.compile(
    rf"(?<!\w)(?P<type>nghi\s{{1,3}}quyet|nq){_GAP}(?P<meeting>(?!))?(?P<centre>)"
    rf"(?P<number>1[0-5]|[1-9])(?!\w|[-/]\w)(?P<again>(?!))?{_TERM}"
)

# từ, tự: other words than TƯ
_TONED = re.compile(r"[tT][ừứửữựùúủũụỪỨỬỮỰÙÚỦŨỤ]$")


# ", khóa XII và khóa XIII": other terms of the same meeting
_NEXT_TERM = re.compile(
    rf"\s{{0,3}}(?:[,;]\s{{0,3}}(?:va\s{{1,3}})?|(?:va|hoac)\s{{1,3}})"
    rf"(?P<term>(?P<said>khoa\s{{1,3}}|k(?=\d))?(?P<khoa>{_ROMAN}|\d{{1,2}})(?!\w))"
)
# nghị quyết 4 khóa xi xii, as people type it
_NEXT_TYPED_TERM = re.compile(r"\s{1,3}(?P<term>(?P<said>(?!))?(?P<khoa>x[iv]{1,3})(?!\w))")
# After "các khóa XI" bare numbers are terms; typed "khóa 12, 13" too, "khóa 12, 27 biểu hiện" not
_ANY, _AT_END = re.compile(""), re.compile(r"\s{0,3}(?:$|[,;.?)]|(?:va|hoac)\s)")
_YEAR = re.compile(
    r"\s{0,3}(?:\(\s?nam\s{1,3}(?P<bracketed>(?:19|20)\d\d)\s?\)"
    r"|nam\s{1,3}(?P<plain>(?:19|20)\d\d)(?![\w/]|[-.]\d))"
)
# What may be counted after "Trung ương 4"
_COUNTED = re.compile(
    r"\s{1,3}(?:nam|thang|ngay|nguoi|nhiem vu|giai phap|noi dung|dong chi|van de)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Plenum:
    """What names a plenum, and where it stands."""

    type: str
    """`Nghị quyết` or `Kết luận` where the words say it, else `Hội nghị Trung ương` or nothing."""
    name: str
    """`TW4 khóa XII`, `TW6 lần 2 khóa VIII`, or `TW4` where no term is named."""
    title: str
    """`Nghị quyết Trung ương 4 khóa XII`."""
    start: int
    end: int
    year: int | None = None
    """`(năm 1999)`, inside the span."""


def find_plenum(text: str, folded: str) -> Plenum | None:
    """Return the first of `find_typed_plenums`."""
    return next(iter(find_typed_plenums(text, folded)), None)


def find_typed_plenums(text: str, folded: str) -> list[Plenum]:
    """Return the plenums that a person names by number, one for each term.

    A type or the word Hội nghị must stand before the number, or a term after it: "trung ương 4"
    alone may be anything.
    """
    told = _told(text, folded, (*_SPELLED_OUT, _UNSAID_CENTRE))
    return _with_further_terms(told, folded, typed=True)


def find_plenums(text: str, folded: str) -> list[Plenum]:
    """Return the plenums of a running text, one for each term: "khóa XI, khóa XII và khóa XIII"."""
    told = _told(text, folded, _SPELLED_OUT)
    matches = (match for match in told if _is_running(match, text, folded))
    return _with_further_terms(matches, folded, typed=False)


def _told(text: str, folded: str, patterns: Iterable[re.Pattern[str]]) -> list[re.Match[str]]:
    matches = [match for pattern in patterns for match in pattern.finditer(folded)]
    return sorted((m for m in matches if _is_told(m, text)), key=re.Match.start)


def _with_further_terms(
    matches: Iterable[re.Match[str]], folded: str, *, typed: bool
) -> list[Plenum]:
    found: list[Plenum] = []
    for match in matches:
        first = _with_year(_plenum(match), folded)
        if not found or first.start >= found[-1].end:
            found.append(first)
            if match["term"]:
                bare = _ANY if match["several"] else _AT_END if typed else None
                found += _further_terms(first, folded, bare, typed=typed)
    return found


def _is_told(match: re.Match[str], text: str) -> bool:
    told = match["type"] or match["meeting"] or match["term"]
    return bool(told) and not _TONED.search(text[slice(*match.span("centre"))])


def _is_running(match: re.Match[str], text: str, folded: str) -> bool:
    """In running text short letters are capitals, TU is a province, and nothing is counted."""
    centre = text[slice(*match.span("centre"))]
    if len(centre) < 5 and (not centre.isupper() or centre == "TU"):
        return False
    return bool(match["term"]) or not _COUNTED.match(folded, match.end())


def _further_terms(
    first: Plenum, folded: str, bare: re.Pattern[str] | None, *, typed: bool
) -> list[Plenum]:
    """Take "khóa XII và khóa XIII"; ", XII, XIII" only where `bare` matches what follows each."""
    found: list[Plenum] = []
    meeting = first.name.split(" khóa")[0]
    title = first.title.split(" khóa")[0]
    end = first.end
    while match := _NEXT_TERM.match(folded, end) or (typed and _NEXT_TYPED_TERM.match(folded, end)):
        if not (match["said"] or (bare and bare.match(folded, match.end()))):
            break
        khoa = f" khóa {_roman(match['khoa'])}"
        further = Plenum(
            first.type, meeting + khoa, title + khoa, match.start("term"), match.end("term")
        )
        found.append(_with_year(further, folded))
        end = found[-1].end
    return found


def _with_year(plenum: Plenum, folded: str) -> Plenum:
    match = _YEAR.match(folded, plenum.end)
    if not match:
        return plenum
    return replace(plenum, end=match.end(), year=int(match["bracketed"] or match["plain"]))


def _plenum(match: re.Match[str]) -> Plenum:
    said = _TYPES.get(" ".join((match["type"] or "").split()), "")
    number = _count(match["number"])
    again = f" lần {_count(match['times'])}" if match["again"] else ""
    term = f" khóa {_roman(match['khoa'])}" if match["term"] else ""
    bracketed = f" ({again.strip()})" if again else ""
    title = f"{said or 'Nghị quyết'} Trung ương {number}{bracketed}{term}"
    kind = said or (MEETING if match["meeting"] else "")
    return Plenum(kind, f"TW{number}{again}{term}", title, match.start(), match.end())


def _count(word: str) -> int:
    return int(word) if word.isdigit() else _ORDINALS[" ".join(word.split())]


def _roman(khoa: str) -> str:
    """Return a term as documents write it: 13 as XIII."""
    if khoa.isdigit() and 0 < int(khoa) <= len(_ROMANS):
        return _ROMANS[int(khoa) - 1]
    return khoa.upper()
