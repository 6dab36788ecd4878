"""References by number: "Quy định số 37-QĐ/TW", "Quy định 22, 24 và 41-QĐ/TW", "Nghị định 100".

Everything is matched on folded text, which has the offsets of the text itself; what stands around
a number was found beforehand or lies within a fixed distance, so the work grows with the text and
no faster.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import NamedTuple

from ..document import Citation
from ..folding import fold
from .bare_numbers import Bare, match_bare
from .heads import SO, Head
from .phrases import GAP, one_of
from .surroundings import Surroundings
from .symbols import (
    ASSEMBLY,
    BODY_LETTERS,
    PRINTED,
    SPELLED,
    SYMBOL_REST,
    TYPE_LETTERS,
    Symbol,
    spell_letters,
    split_letters,
    types_of,
)
from .tails import tail_after

# A number inside a path, a decimal or another word is none: QCVN 01:2009/BYT, van-ban/30/2020/nd-cp
_STANDS_ALONE = r"(?:(?<![\w/@]\d)(?<!\d[.,:\-]\d)|(?<=\Wso\d))"
_NUMBER = re.compile(
    rf"(?P<number>[0-9]{_STANDS_ALONE}\d{{0,4}}(?!\d)(?:\s?[a-e](?![^\W\d_]))?)"
    rf"(?:{SYMBOL_REST}(?![\w/]))?"
)
_LAW_LETTERS = re.compile(r"qh\d{0,2}|ubtvqh\d{0,2}|pl|l|ctn")
# "Quy định số 22-QĐ/TW, 24-QĐ/TW", "… và số 07/2003/NĐ-CP"
_LIST_LINK = re.compile(rf"\s{{0,3}}(?:,|;|(?:,\s{{0,3}})?(?:va|hoac|hay|cung))\s{{0,3}}{SO}?")
_LIST_LINK_LENGTH = 25
_FILE_ENDING = re.compile(r"\.[a-z]{3,4}(?!\w)")
# Mẫu số 01/TB-ABC is a form, no document
_FORM = re.compile(
    rf"(?<!\w){one_of(('mẫu', 'biểu', 'bảng', 'hình', 'phiếu', 'phụ lục'))}{GAP}(?:{SO})?$"
)


@dataclass(frozen=True, slots=True)
class _Place:
    """A candidate and what surrounds it."""

    around: Surroundings
    match: re.Match[str]
    head: Head
    before: Citation | None
    """The member before it in a list."""

    @property
    def at(self) -> int:
        return self.match.start()


class _Parts(NamedTuple):
    """What the words say of a document."""

    type: str
    number: str
    symbol: str
    name: str = ""
    year: int | None = None


@dataclass(slots=True)
class _Run:
    """Documents counted up one after another, which share a type and may share a symbol."""

    members: list[Citation] = field(default_factory=list)
    bare: list[int] = field(default_factory=list)
    """Places in members of bare numbers after the last symbol."""
    is_proven: bool = False
    """True where the bare numbers are documents even if no symbol follows."""

    def add(self, citation: Citation, symbol: Symbol | None, is_proven: bool) -> None:
        if symbol:
            for index in self.bare:
                self.members[index] = _with_symbol(self.members[index], symbol)
            self.bare = []
        else:
            self.is_proven = self.is_proven or (is_proven and not self.members)
            self.bare.append(len(self.members))
        self.members.append(citation)

    def close(self) -> list[Citation]:
        """Return the members that are documents."""
        dropped = () if self.is_proven else self.bare
        return [member for index, member in enumerate(self.members) if index not in dropped]


def find_numbered(around: Surroundings) -> list[Citation]:
    """Return the references by number, in reading order.

    `start:end` runs from the type, or from the number where the words give no type, to the end of
    the date, or of the symbol; `full_start:full_end` holds the unit before and the issuer after.
    """
    found: list[Citation] = []
    run = _Run()
    position = 0
    while match := _NUMBER.search(around.folded, position):
        position = match.end("number")
        head = around.heads.get(match.start())
        before = run.members[-1] if run.members else None
        is_linked = bool(before and not head and _links(around.folded, before, match.start()))
        if not (head or is_linked or match["first"]):
            continue
        place = _Place(around, match, head or Head("", match.start()), before)
        read = _read(place, is_linked)
        if not read:
            continue
        citation, symbol, is_proven = read
        if not is_linked:
            found += run.close()
            run = _Run()
        run.add(citation, symbol, is_proven)
        position = citation.full_end
    return found + run.close()


def _links(folded: str, before: Citation, at: int) -> bool:
    if at - before.full_end > _LIST_LINK_LENGTH:
        return False
    return _LIST_LINK.fullmatch(folded, before.full_end, at) is not None


def _read(place: _Place, is_linked: bool) -> tuple[Citation, Symbol | None, bool] | None:
    inherited = place.before.type if is_linked and place.before else ""
    if place.match["first"]:
        symbol, end = _trusted(place)
        if symbol and _is_symbol(symbol, _said(place, symbol) or inherited):
            if _is_elsewhere(place, end):
                return None
            return _numbered(place, symbol, end, inherited), symbol, True
    if not (place.head.type or inherited) or place.head.name:
        return None
    bare = match_bare(place.around, place.match, place.head, is_linked)
    return (_bare(place, bare, inherited), None, bare.is_proven) if bare else None


def _said(place: _Place, symbol: Symbol) -> str:
    """Return the type before the number; small letters count as an echo only: qd 22-qd/tw."""
    head = place.head
    if head.type in SPELLED or not head.type:
        return head.type
    meant = head.type[0].isupper() or fold(head.type) == place.match["first"]
    return head.type if meant else ""


def _numbered(place: _Place, symbol: Symbol, end: int, inherited: str) -> Citation:
    around, head = place.around, place.head
    said = _said(place, symbol)
    if not said:
        head = Head("", place.at)
    if _LAW_LETTERS.fullmatch(symbol.folded[0]) and not head.name:
        floor = place.before.full_end if place.before else 0
        if not around.text[head.start].isupper():
            head = around.names.law_before(around.text, around.folded, place.at, floor) or head
            said = head.type or said
    kind = _type_of(said, inherited, symbol)
    return _citation(around, head, end, _Parts(kind, symbol.number, symbol.spell(), head.name))


def _bare(place: _Place, bare: Bare, inherited: str) -> Citation:
    parts = _Parts(place.head.type or inherited, bare.number, bare.symbol, "", bare.year)
    return _citation(place.around, place.head, bare.end, parts)


def _citation(around: Surroundings, head: Head, end: int, parts: _Parts) -> Citation:
    """Add what surrounds a number: the unit before, the date and the issuer after."""
    unit = around.units.before(head.start)
    tail = tail_after(around.text, around.folded, end)
    return Citation(
        text=around.text[head.start : tail.end],
        start=head.start,
        end=tail.end,
        type=parts.type,
        number=parts.number,
        symbol=parts.symbol,
        date=tail.date,
        issuer=tail.issuer or head.issuer,
        units=unit.paths if unit else (),
        full_start=unit.start if unit else head.start,
        full_end=tail.full_end,
        name=parts.name,
        year=parts.year,
    )


def _with_symbol(bare: Citation, symbol: Symbol) -> Citation:
    """Give a bare number the letters of a later member of its list."""
    symbol = replace(symbol, number=bare.number.split("/")[0])
    return replace(bare, symbol=symbol.spell(), type=_type_of(bare.type, "", symbol))


def _trusted(place: _Place) -> tuple[Symbol | None, int]:
    """Return the symbol without what only looks like its letters, and the offset after it."""
    match, text = place.match, place.around.text
    start, end = match.span("first")
    rest_start, rest_end = match.span("rest")
    symbol, kept = _without_strangers(
        text[slice(*match.span("number"))],
        match["year"] or "",
        match["mark"],
        text[start:end],
        text[rest_start:rest_end] if match["rest"] else "",
    )
    return symbol, rest_start + kept if kept else end


@lru_cache(maxsize=4096)
def _without_strangers(
    number: str, year: str, mark: str, first: str, rest: str
) -> tuple[Symbol | None, int]:
    """Return the symbol of the groups that belong to it, and how much of the rest they take."""
    if not PRINTED.fullmatch(first):
        return None, 0
    letters, kept, at = [first], 0, 0
    for group in split_letters(rest):
        if not _belongs(group, alone=len(letters) > 1):
            break
        letters.append(group)
        kept = at + len(group)
        at = kept + 1
    number = "".join(number.split())
    return Symbol(number, year, tuple(letters), mark == "-", mark != ""), kept


def _belongs(letters: str, alone: bool) -> bool:
    if not PRINTED.fullmatch(letters):
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
    folded = place.around.folded
    if _FILE_ENDING.match(folded, end):
        return True
    return not place.head.type and bool(_FORM.search(folded, max(0, place.at - 20), place.at))


@lru_cache(maxsize=4096)
def _type_of(said: str, inherited: str, symbol: Symbol) -> str:
    """The words decide; letters do where they stand for one type only."""
    if said in SPELLED:
        return said
    if symbol.is_letter:
        return "Công văn"
    letters = said or symbol.letters[0]
    possible = types_of(letters, symbol.of_party)
    if inherited and (not possible or inherited in possible):
        return inherited
    return possible[0] if len(possible) == 1 else ""
