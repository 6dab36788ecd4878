"""References as a person types them into a box: "37 qđ tw", "dieu 8 qd 22", "NQTW4 khóa XII"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..document import Citation
from ..folding import fold
from .bodies import match_body
from .dates import match_date
from .finding import find_citations
from .phrases import one_of
from .pinpoints import Pinpoint, Units
from .plenums import MEETING, Plenum, find_typed_plenums
from .symbols import (
    ASSEMBLY,
    BODY_LETTERS,
    PARTY_BODIES,
    TYPE_LETTERS,
    TYPE_NAMES,
    TYPES,
    canonical,
    spell_letters,
    types_of,
)
from .typed_tails import (
    GOES_ON,
    MORE_DIGITS,
    NUMBER,
    SMALL_NUMBER,
    THING_NEXT,
    UNIT_NEXT,
    numbers_before,
    of_same_type,
    with_tail,
    with_unit_after,
    with_units_of_their_own,
)

_SEP = r"[\s\-/._,:]{0,3}"


_TYPE = rf"(?:(?P<name>{one_of(TYPE_NAMES)})|(?P<short>{one_of(TYPE_LETTERS)}))"
_BODIES = one_of(BODY_LETTERS | {"trung uong", "t.u", "t.w"})
# tw, ubnd, btc-bnv
_BODY = rf"(?P<body>(?:{_BODIES})(?:-[a-z]{{2,10}}){{0,4}})(?!\w)"
_ASSEMBLY = r"(?P<assembly>(?:ubtv)?qh\s?\d{1,2})(?!\w)"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_SO = rf"(?P<so>so{_SEP})?"
# quy dinh 37, QĐ số 22, QD37/TW, nd 30 2020 cp, nghị định 100 năm 2019, QĐ-TW 37
_TYPE_FIRST = re.compile(
    rf"(?<!\w){_TYPE}{_SEP}(?:(?P<early>{_BODIES}){_SEP})?{_SO}{NUMBER}"
    rf"(?:(?:{_SEP}|\s{{1,3}}nam\s{{1,3}}){_YEAR})?"
    rf"(?:{_SEP}(?P<again>{one_of(TYPE_LETTERS)})(?={_SEP}(?:{_BODIES})(?!\w)))?"
    rf"(?:{_SEP}(?:{_ASSEMBLY}|(?:cua\s{{1,3}})?{_BODY}))?(?!\w|{MORE_DIGITS})"
)
# 37 qđ tw, 37-qd-tw, 30-2020-nd-cp, 1401 qd ubnd
_NUMBER_FIRST = re.compile(
    rf"(?<![\w/.]){NUMBER}(?:{_SEP}{_YEAR})?{_SEP}(?P<short>{one_of(TYPE_LETTERS)}){_SEP}{_BODY}"
)
# 31-2024-qh15
_OF_ASSEMBLY = re.compile(rf"(?<![\w/.]){NUMBER}{_SEP}{_YEAR}{_SEP}{_ASSEMBLY}")
# 37 qđ, when nothing else is typed
_ALONE = re.compile(rf"^\s*{_SO}{NUMBER}{_SEP}{_TYPE}\s*$")
# số 37 điều 18, điều 18 số 37: a number with a place needs no type
_PLACED = re.compile(rf"(?<!\w)(?P<so>so\s{{1,3}}){NUMBER}(?!\w|{MORE_DIGITS})")
_PLACE_NEXT = re.compile(r"[\s,]{1,3}(?:dieu|khoan|diem|chuong)\s{1,3}\d")
# 69/2022, when nothing else is typed; 12/2022 is a month
_OF_YEAR = re.compile(rf"^\s*{_SO}(?!(?:0?\d|1[0-2]|(?:19|20)\d\d)\s?/){NUMBER}\s?/\s?{_YEAR}\s*$")
_PATTERNS = (_TYPE_FIRST, _NUMBER_FIRST, _OF_ASSEMBLY, _ALONE, _PLACED, _OF_YEAR)

# As long as `quy`, so every offset stays
_QUI = re.compile(r"(?<!\w)qui(?=\s{1,3}(?:dinh|che)(?!\w))")
_DAY = re.compile(r"[\s,]{0,3}\(?\s?(?:ngay\s{1,3})?")
_OF = re.compile(r"[\s,]{0,3}cua\s{1,3}")

# Letters that people also type small; other small letters may be words (đã, là, tr)
_TYPED_SMALL = frozenset(
    ("qd", "qdi", "qyd", "nq", "nd", "ct", "kl", "hd", "tt", "ttlt", "kh", "qc", "pl", "tb", "vbhn")
)
# Small and apart these may be words (từ, đủ, cán bộ); in capitals, joined or last, they are bodies
_WORDLIKE = frozenset(("tu", "du", "hu", "qu", "cb", "thu", "dh", "dd", "ub", "qh", "bct"))
_PRINTED = re.compile(r"[A-Za-zĐđÐðƯư&.\s\-]+\d{0,2}")
_PARTY = frozenset(PARTY_BODIES)
# QĐ 22-TW, quy định 37-QĐ TW, where running text has only 22-QĐ/TW
_HALF_A_SYMBOL = re.compile(
    rf"\d{{1,5}}[a-e]?-(?:{'|'.join((*map(fold, PARTY_BODIES), *TYPE_LETTERS))})$"
)
# Their symbols hold the year: without it a number and a body make no symbol
_DATED = frozenset({"NĐ", "TT", "TTLT", "PL", "L"})


def read_reference(text: str) -> Citation | None:
    """Return the first of `read_references`; None when no document is named."""
    return next(iter(read_references(text)), None)


def read_references(text: str, named: Sequence[Citation] = ()) -> tuple[Citation, ...]:
    """Return the documents a person means, each with the units asked for, in the order typed.

    `named` are documents known to stand in the text by name. Offsets refer to the typed text (NFC).
    Where only letters are typed that stand for several types and no symbol can be made ("QĐ 22"),
    `type` is those letters, `QĐ`; `types_of` tells which they are. A year typed without the body
    stays with the number: `31/2019`. A plenum has its own field, no number, and a spelled-out name
    in `text`: `Nghị quyết Trung ương 4 khóa XII`.
    """
    folded = _QUI.sub("quy", fold(text))
    plenums = find_typed_plenums(text, folded)
    written = (one for one in find_citations(text) if one.symbol)
    found = [one for one in written if not _HALF_A_SYMBOL.match(fold(one.symbol))]
    for typed in sorted(_typed(text, folded), key=lambda one: one.start):
        if not any(_overlap(typed, other) for other in (*found, *map(_of_plenum, plenums))):
            found.append(typed)
    for plenum in plenums:
        before = [n for n, one in enumerate(found) if one.start < plenum.start]
        owner = before[-1] if before else 0
        # `Kết luận 21 của Hội nghị Trung ương 4`; but `Trung ương 4 khóa XI, XII` are two
        if found and plenum.type in ("", MEETING) and found[owner].number:
            found[owner] = replace(found[owner], plenum=plenum.name)
        else:
            found.insert(len(before), _of_plenum(plenum))
    found = [with_tail(one, text, folded) for one in found]
    found += [one for one in named if not any(_overlap(one, other) for other in found)]
    found.sort(key=lambda one: one.start)
    found = with_units_of_their_own(found, text, folded)
    ends = [*(one.full_start for one in found[1:]), len(text)]
    answers: list[Citation] = []
    for one, end in zip(found, ends, strict=False):
        start = answers[-1].full_end if answers else 0
        answers += numbers_before(one, text, folded, start)
        answers.append(with_unit_after(one, text, folded, end))
        answers += of_same_type(answers[-1], text, folded, end)
    return tuple(answers)


def _overlap(one: Citation, other: Citation) -> bool:
    return one.start < other.full_end and other.full_start < one.end


def _of_plenum(plenum: Plenum) -> Citation:
    return Citation(
        text=plenum.title,
        start=plenum.start,
        end=plenum.end,
        type=plenum.type if plenum.type not in ("", MEETING) else "Nghị quyết",
        plenum=plenum.name,
        full_start=plenum.start,
        full_end=plenum.end,
    )


def _typed(text: str, folded: str) -> Iterator[Citation]:
    """Return the references in any of the ways to type one; some may overlap."""
    for pattern in _PATTERNS:
        for match in pattern.finditer(folded):
            if citation := _read(text, folded, match):
                yield citation


def _read(text: str, folded: str, match: re.Match[str]) -> Citation | None:
    parts = _parts_of(match, text)
    if not parts or (not parts.symbol and not _is_reference(text, folded, match, parts)):
        return None
    start = match.start() + len(match[0]) - len(match[0].lstrip())
    day = _DAY.match(folded, parts.end)
    dated = match_date(folded, day.end()) if day else None
    end = dated[1] if dated else parts.end
    of = _OF.match(folded, end)
    issuer_end = match_body(text, folded, of.end()) if of else None
    unit = _units_before(text, folded, match)
    return Citation(
        text=text[start:end],
        start=start,
        end=end,
        type=parts.type,
        number=parts.number,
        symbol=parts.symbol,
        date=dated[0] if dated else None,
        year=None if dated else parts.year,
        issuer=" ".join(text[of.end() : issuer_end].split()) if of and issuer_end else "",
        units=unit.paths if unit else (),
        full_start=unit.start if unit else start,
        full_end=issuer_end or end,
    )


def _units_before(text: str, folded: str, match: re.Match[str]) -> Pinpoint | None:
    start = match.start() + len(match[0]) - len(match[0].lstrip())
    return Units(text, folded).before(start)


@dataclass(frozen=True, slots=True)
class _Parts:
    """What a match says, spelled as documents spell it."""

    type: str
    number: str
    symbol: str
    end: int
    year: int | None
    """The year typed beside a number that does not hold it: `QĐ 37 năm 2021`."""


def _parts_of(match: re.Match[str], text: str) -> _Parts | None:
    name = TYPE_NAMES.get(" ".join((match.groupdict().get("name") or "").split()), "")
    typed = _said(match, text, "again") or _said(match, text, "short")
    if typed and not _PRINTED.fullmatch(typed):
        return None
    body, end = _body_of(match, text)
    year = _said(match, text, "year")
    letters = spell_letters(typed) if typed else ""
    of_party = body in _PARTY if body else (False if year and letters in _DATED else None)
    letters = letters or _letters_for(name, of_party)
    symbol = _symbol_of(match["number"], year, letters, body)
    possible = types_of(letters, of_party)
    kind = name or (possible[0] if len(possible) == 1 else "" if symbol else letters)
    in_number = letters in _DATED or bool(symbol)
    number = f"{match['number']}/{year}" if year and letters in _DATED else match["number"]
    apart = int(year) if year and not in_number else None
    return _Parts(kind, match["number"] if symbol else number, symbol, end, apart)


def _said(match: re.Match[str], text: str, group: str) -> str:
    """Return a group as the text has it; empty where the pattern or the words lack it."""
    return text[slice(*match.span(group))] if match.groupdict().get(group) else ""


def _body_of(match: re.Match[str], text: str) -> tuple[str, int]:
    """Return the body's letters and the offset after the reference; a mere word is left out."""
    before_body = max(
        match.end(group) for group in ("number", "year", "again") if _has(match, group)
    )
    for group in ("early", "assembly", "body"):
        said = _said(match, text, group)
        if not said:
            continue
        if fold(said).split() == ["trung", "uong"]:
            return "TW", match.end()
        start, end = match.span(group)
        goes_on = text[end:].strip()[:1] not in ("", ",", ";")
        apart = text[start - 1].isspace() and goes_on and said.islower()
        if _PRINTED.fullmatch(said) and not (apart and fold(said) in _WORDLIKE):
            return "-".join(spell_letters(part) for part in said.split("-")), match.end()
    return "", match.end() if match.re is _ALONE else before_body


def _has(match: re.Match[str], group: str) -> bool:
    return bool(match.groupdict().get(group))


def _letters_for(name: str, of_party: bool | None) -> str:
    """Return the letters of a type: `QĐ` for Quy định, nothing for Bộ luật."""
    for kind in TYPES:
        if kind.name == name:
            letters = kind.state if of_party is False else kind.party or kind.state
            return letters[0] if letters else ""
    return ""


def _symbol_of(number: str, year: str, letters: str, body: str) -> str:
    """Return the canonical symbol; empty where the words do not say enough for one."""
    if letters == "NĐ" and year and not body:
        body = "CP"  # the Government alone issues a nghị định
    if not body:
        return ""
    if ASSEMBLY.fullmatch(fold(body)):
        return canonical(f"{number}/{year}/{body}") if year else ""
    if letters and body in _PARTY:
        return canonical(f"{number}-{letters}/{body}")
    if not letters or (letters in _DATED and not year):
        return ""
    return canonical("/".join(filter(None, (number, year, f"{letters}-{body}"))))


def _is_reference(text: str, folded: str, match: re.Match[str], parts: _Parts) -> bool:
    """Judge a type with a bare number; a count or a year is none, nor a number without a place."""
    if match.re is _PLACED:
        is_placed = _PLACE_NEXT.match(folded, match.end()) or _units_before(text, folded, match)
        return bool(is_placed)
    typed = _said(match, text, "short")
    if typed.islower() and fold(typed) not in _TYPED_SMALL:
        return False
    if _has(match, "so") or _has(match, "year") or parts.number.startswith("0"):
        return True
    if re.fullmatch(r"(?:19|20)\d\d", parts.number):
        return False
    if GOES_ON.match(folded, parts.end):
        return True
    is_small = int(re.sub(r"\D", "", parts.number)) <= SMALL_NUMBER
    counted = UNIT_NEXT.match(folded, parts.end) or (
        is_small and THING_NEXT.match(folded, parts.end)
    )
    return not counted
