"""The unit that a citation points at: "điểm a, khoản 2, Điều 5 Quy định số 37-QĐ/TW"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..folding import fold

_GAP = r"\s{1,3}"
_DECIMAL = r"\d{1,3}(?:\.\d{1,3}){0,3}"  # 2, 2.2, 1.1.1
_ROMAN = r"[ivxl]{1,7}"
_LETTER = r"[a-z]\d{0,2}"
# name as shown, level from the largest down, what may follow it in folded text
_UNITS = (
    ("Phần", 0, rf"(?:thu{_GAP}(?:nhat|hai|ba|tu|nam|sau|bay)|{_ROMAN}|\d{{1,2}})"),
    ("Phụ lục", 0, rf"(?:so{_GAP})?(?:{_ROMAN}|{_DECIMAL}|[a-z])"),
    ("Chương", 1, rf"(?:{_ROMAN}|\d{{1,2}})"),
    ("Tiểu mục", 3, rf"(?:{_ROMAN}|{_DECIMAL}|[a-z])"),
    ("Mục", 2, rf"(?:{_ROMAN}|{_DECIMAL}|[a-z])"),
    ("Điều", 4, r"\d{1,3}[a-z]?"),
    ("khoản", 5, rf"{_DECIMAL}[a-z]?"),
    ("điểm", 6, rf"(?:{_DECIMAL}|{_LETTER})"),
    ("tiết", 7, rf"(?:{_DECIMAL}|{_LETTER})"),
)
_SHOWN = {fold(name): (name, level) for name, level, _ in _UNITS}
_NAMED = "|".join(f"{fold(name)}{_GAP}{value}".replace(" ", _GAP) for name, _, value in _UNITS)
_UNIT = rf"(?<!\w)(?P<unit>{_NAMED})(?!\w)\)?"
# ", " or " của " between a unit and what holds it
_LINK = (
    r"(?:\s{0,3},\s{0,3}|\s{1,3})"
    r"(?:(?:cua|tai|trong|thuoc|(?:ban\s{1,3}hanh\s{1,3})?kem\s{1,3}theo)\s{1,3})?"
)
_BEFORE = re.compile(_UNIT + _LINK + "$")
_AFTER = re.compile(_LINK + _UNIT)
_LONGEST = 45  # letters of one unit with the words that link it to the next
_MOST_UNITS = 6


@dataclass(frozen=True, slots=True)
class Pinpoint:
    """A unit path from the largest unit down, and where it stands in the text."""

    path: tuple[str, ...]
    start: int
    end: int


def pinpoint_before(text: str, folded: str, end: int) -> Pinpoint | None:
    """Return the unit path that ends, with its linking words, at end; None when there is none."""
    units: list[re.Match[str]] = []
    start = end
    while len(units) < _MOST_UNITS:
        match = _BEFORE.search(folded, max(0, start - _LONGEST), start)
        if not match or not _goes_on([match, *units], text):
            break
        units.insert(0, match)
        start = match.start("unit")
    return _path_of(units, text)


def pinpoint_after(text: str, folded: str, start: int) -> Pinpoint | None:
    """Return the unit path that follows start, as people type: "QĐ 22 điều 8 khoản 2"."""
    return _read_on(text, folded, _AFTER.match(folded, start))


def _read_on(text: str, folded: str, match: re.Match[str] | None) -> Pinpoint | None:
    units: list[re.Match[str]] = []
    while match and len(units) < _MOST_UNITS and _goes_on([*units, match], text):
        units.append(match)
        match = _AFTER.match(folded, match.end())
    return _path_of(units, text)


def _goes_on(units: list[re.Match[str]], text: str) -> bool:
    """Each unit is of another level, the levels run one way, and letters carry no tone marks."""
    levels = [_level(unit) for unit in units]
    value = text[slice(*units[0].span("unit"))].split()[-1] + units[-1]["unit"].split()[-1]
    one_way = levels in (sorted(levels), sorted(levels, reverse=True))
    return one_way and len(set(levels)) == len(levels) and value.replace("đ", "d").isascii()


def _level(unit: re.Match[str]) -> int:
    name, level = _SHOWN[_name(unit["unit"])]
    # "Mục 1.4 Khoản 1 Điều 10": the decimal mục of inspection rules lies below the khoản.
    return 6 if name == "Mục" and "." in unit["unit"] else level


def _name(folded_unit: str) -> str:
    words = folded_unit.split()
    return next(name for name in (" ".join(words[:2]), words[0]) if name in _SHOWN)


def _path_of(units: list[re.Match[str]], text: str) -> Pinpoint | None:
    if not units:
        return None
    largest_first = sorted(units, key=_level)
    path = tuple(_show(unit, text) for unit in largest_first)
    return Pinpoint(path, units[0].start("unit"), units[-1].end())


def _show(unit: re.Match[str], text: str) -> str:
    """Return `Điều 29`, `khoản 2`, `Chương II`, whatever capitals the text has."""
    words = text[slice(*unit.span("unit"))].split()
    name = _name(unit["unit"])
    value = " ".join(words[len(name.split()) :])
    if re.fullmatch(_ROMAN, fold(value)) and _SHOWN[name][1] < 4:
        value = value.upper()
    elif name in ("dieu", "khoan", "diem", "tiet"):
        value = value.lower()
    return f"{_SHOWN[name][0]} {value}"
