"""References to documents by number and symbol, found in running text with their parts.

Everything is matched on folded text, which has the offsets of the text itself; what stands around
a symbol is looked at within a fixed distance, so the work grows with the text and no faster.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..document import Citation
from ..folding import fold
from .bodies import match_body
from .pinpoints import pinpoint_before
from .symbols import (
    ASSEMBLY,
    BODY_LETTERS,
    SYMBOL,
    TYPE_LETTERS,
    TYPE_NAMES,
    Symbol,
    letters_of,
    spell_letters,
    take_symbol,
    types_of,
)
from .tails import tail_after

# A number inside a path, a decimal or another word is none: QCVN 01:2009/BYT, van-ban/30/2020/nd-cp
_SYMBOL = re.compile(rf"(?:(?<![\w/@])(?<!\d[.,:\-])|(?<=\Wso)){SYMBOL.pattern}(?![\w/])")
_NAMES = "|".join(
    sorted((name.replace(" ", r"\s{1,3}") for name in TYPE_NAMES), key=len, reverse=True)
)
_ABBREVIATIONS = "|".join(sorted(TYPE_LETTERS, key=len, reverse=True))
_SO = r"(?:so\s{0,2}[:.]?\s{0,2})"
# Quy định số, NĐ, số:
_HEAD = re.compile(rf"(?<!\w)(?:(?P<name>{_NAMES})|(?P<short>{_ABBREVIATIONS}))\s{{1,3}}{_SO}?$")
_NUMBER_WORD = re.compile(rf"(?<!\w){_SO}$")
_HEAD_LENGTH = 45
# Luật Đất đai số 31/2024/QH15: the name stands between the type and the number
_NAMED_LAW = re.compile(r"(?<!\w)(?:bo\s{1,3}luat|luat|phap\s{1,3}lenh)(?!\w)")
_AMENDS = re.compile(r"\s+(?:sua\s+doi\s*,\s*bo\s+sung\s+mot\s+so\s+dieu\s+cua\s+)?")
_LAW_NAME_LENGTH = 170
_BREAKS_NAME = re.compile(r"[.;:\n\"]|\((?!sua doi\))|(?<!\(sua doi)\)|\d/")
_LAW_LETTERS = re.compile(r"qh\d{0,2}|ubtvqh\d{0,2}|pl|l|ctn")
# Nghị định của Chính phủ số 132/2008/NĐ-CP
_OF_BEFORE = re.compile(rf"(?<!\w)(?P<name>{_NAMES})\s{{1,3}}cua\s{{1,3}}")
_OF_LENGTH = 90
# "Quy định số 22-QĐ/TW, 24-QĐ/TW", "… và số 07/2003/NĐ-CP"
_LIST_LINK = re.compile(rf"\s{{0,3}}(?:,|;|(?:,\s{{0,3}})?(?:va|hoac|hay|cung))\s{{0,3}}{_SO}?")
_LIST_LINK_LENGTH = 25
_FILE_ENDING = re.compile(r"\.[a-z]{3,4}(?!\w)")
# Mẫu số 01/TB-ABC is a form, no document
_FORM = re.compile(
    r"(?<!\w)(?:mau|bieu|bang|hinh|phieu|phu\s{1,3}luc)\s{1,3}(?:so\s{0,2}:?\s{0,2})?$"
)
# Letters of a symbol bear no tone marks
_PRINTED = re.compile(r"[A-Za-zĐđÐðƯư&.\s]+\d{0,2}")


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands before a number."""

    type: str
    """The type in words or its letters; empty when there is none."""
    start: int
    """Offset of the type, else of the number."""
    issuer: str = ""
    """The issuer where it stands before the number."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A candidate and what surrounds it."""

    text: str
    folded: str
    match: re.Match[str]
    before: Citation | None

    @property
    def number_at(self) -> int:
        return self.match.start("number")

    @property
    def floor(self) -> int:
        """Nothing before this offset belongs to the candidate."""
        return self.before.full_end if self.before else 0


def find_citations(text: str) -> tuple[Citation, ...]:
    """Return the references by number and symbol in text (NFC), in reading order.

    `start:end` runs from the type, or from the number where the words give no type, to the end of
    the date, or of the symbol; `full_start:full_end` holds the unit before and the issuer after.
    """
    folded = fold(text)
    found: list[Citation] = []
    position = 0
    while match := _SYMBOL.search(folded, position):
        place = _Place(text, folded, match, found[-1] if found else None)
        position = match.end("number")
        if citation := _read(place):
            found.append(citation)
            position = citation.full_end
    return tuple(found)


def _read(place: _Place) -> Citation | None:
    head = _head_before(place)
    inherited = "" if head.type else _inherited(place)
    symbol, symbol_end = _trusted(place)
    if (
        not symbol
        or not _is_symbol(symbol, head.type or inherited)
        or _is_elsewhere(place, symbol_end)
    ):
        return None
    if _LAW_LETTERS.fullmatch(symbol.folded[0]) and not place.text[head.start].isupper():
        head = _law_before(place) or head
    unit = pinpoint_before(place.text, place.folded, head.start)
    tail = tail_after(place.text, place.folded, symbol_end)
    return Citation(
        text=place.text[head.start : tail.end],
        start=head.start,
        end=tail.end,
        type=_type_of(head.type, inherited, symbol),
        number=symbol.number,
        symbol=symbol.spell(),
        date=tail.date,
        issuer=tail.issuer or head.issuer,
        units=(unit.path,) if unit else (),
        full_start=unit.start if unit else head.start,
        full_end=tail.full_end,
    )


def _head_before(place: _Place) -> _Head:
    """Return the type just before the number: "Quy định số ", "NĐ "."""
    nothing = _Head("", place.number_at)
    since = max(place.floor, place.number_at - _HEAD_LENGTH)
    match = _HEAD.search(place.folded, since, place.number_at)
    if not match:
        return _of_before(place) or nothing
    if match["name"]:
        return _Head(TYPE_NAMES[" ".join(match["name"].split())], match.start("name"))
    letters = place.text[slice(*match.span("short"))]
    # In small letters only as an echo of the symbol: qd 22-qd/tw
    meant = letters[0].isupper() or match["short"] == place.match["first"]
    said = meant and _PRINTED.fullmatch(letters)
    return _Head(letters, match.start("short")) if said else nothing


def _of_before(place: _Place) -> _Head | None:
    """Return the type where the issuer stands before the number: "Nghị định của Chính phủ số "."""
    number_word = _NUMBER_WORD.search(place.folded, max(0, place.number_at - 6), place.number_at)
    if not number_word:
        return None
    for match in _OF_BEFORE.finditer(
        place.folded, max(place.floor, place.number_at - _OF_LENGTH), place.number_at
    ):
        issuer_end = match_body(place.text, place.folded, match.end())
        if issuer_end and not place.folded[issuer_end : number_word.start()].strip():
            issuer = " ".join(place.text[match.end() : issuer_end].split())
            return _Head(TYPE_NAMES[" ".join(match["name"].split())], match.start(), issuer)
    return None


def _inherited(place: _Place) -> str:
    """Return the type of the citation before, where this one follows it in a list."""
    if not place.before or place.number_at - place.floor > _LIST_LINK_LENGTH:
        return ""
    linked = _LIST_LINK.fullmatch(place.folded, place.floor, place.number_at)
    return place.before.type if linked else ""


def _trusted(place: _Place) -> tuple[Symbol | None, int]:
    """Return the symbol without what only looks like its letters, and the offset after it."""
    groups = letters_of(place.match, place.text)
    trusted = [group for group in groups if _PRINTED.fullmatch(group[0])]
    if not groups or trusted[:1] != groups[:1]:
        return None, 0
    kept = 1
    while kept < len(groups) and _belongs(groups[kept][0], alone=kept > 1):
        kept += 1
    return take_symbol(place.match, place.text, kept), groups[kept - 1][1]


def _belongs(letters: str, alone: bool) -> bool:
    if not _PRINTED.fullmatch(letters):
        return False
    capitals = sum(letter.isupper() for letter in letters)
    unit = capitals == 1 and letters[1:].isdigit()  # QĐ-BCA-V24
    return capitals >= 2 or unit or (not alone and fold(spell_letters(letters)) in BODY_LETTERS)


def _is_symbol(symbol: Symbol, kind: str) -> bool:
    """Judge by the letters and by the words before; 24/7, 5/kg and dates have neither."""
    first, *rest = symbol.folded
    if ASSEMBLY.fullmatch(first):
        return bool(symbol.year)
    if not symbol.marked:
        return bool(kind and first in TYPE_LETTERS and rest)
    if rest:
        return bool(kind) or first in TYPE_LETTERS or first in BODY_LETTERS
    if first in TYPE_LETTERS:
        return kind in types_of(first)
    return bool(kind) and sum(letter.isupper() for letter in symbol.letters[0]) >= 2


def _is_elsewhere(place: _Place, end: int) -> bool:
    """Tell a file name (37-QD/TW.pdf) and the number of a form (Mẫu số 01/TB-ABC)."""
    since = max(0, place.number_at - 20)
    return bool(
        _FILE_ENDING.match(place.folded, end) or _FORM.search(place.folded, since, place.number_at)
    )


def _law_before(place: _Place) -> _Head | None:
    """Return the law whose name stands before the number: "Luật Đất đai số "."""
    since = max(place.floor, place.number_at - _LAW_NAME_LENGTH)
    heads = [
        match
        for match in _NAMED_LAW.finditer(place.folded, since, place.number_at)
        if place.text[match.start()].isupper()
    ]
    if not heads:
        return None
    last = heads[-1]
    if len(heads) > 1 and _AMENDS.fullmatch(place.folded, heads[-2].end(), last.start()):
        last = heads[-2]
    if _BREAKS_NAME.search(place.folded, last.end(), place.number_at):
        return None
    return _Head(TYPE_NAMES[" ".join(last[0].split())], last.start())


def _type_of(said: str, inherited: str, symbol: Symbol) -> str:
    """The words decide; letters do where they stand for one type only."""
    if said in TYPE_NAMES.values():
        return said
    if symbol.is_letter:
        return "Công văn"
    letters = said or symbol.letters[0]
    possible = types_of(letters, symbol.of_party)
    if inherited and (not possible or inherited in possible):
        return inherited
    return possible[0] if len(possible) == 1 else ""
