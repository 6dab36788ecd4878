"""Units as a text counts them up: "các Điều 5, 7 và 9", "điểm a đến d", "Điều 9, 10, …, 18"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..folding import fold
from ..structure.numerals import POINT_LETTERS, roman_numeral, roman_value
from .phrases import GAP, one_of

_DECIMAL = r"\d{1,3}(?:\.\d{1,3}){0,3}"  # 2, 2.2, 1.1.1
_ROMAN = r"(?:[ivxl]{1,7}|\d{1,2})"
_LETTER = r"[a-z]\d{0,2}"
_ORDINAL = rf"thu{GAP}(?:nhat|hai|ba|tu|nam|sau|bay)"
# name as shown, level from the largest down, one value of it in folded text
_UNITS = (
    ("Phần", 0, rf"(?:{_ORDINAL}|{_ROMAN})"),
    ("Phụ lục", 0, rf"(?:so{GAP})?(?:[ivxl]{{1,7}}|{_DECIMAL}|[a-z])"),
    ("Chương", 1, _ROMAN),
    ("Mục", 2, rf"(?:[ivxl]{{1,7}}|{_DECIMAL}|[a-z])"),
    ("Tiểu mục", 3, rf"(?:[ivxl]{{1,7}}|{_DECIMAL}|[a-z])"),
    ("Điều", 4, r"\d{1,3}[a-z]?"),
    ("khoản", 5, rf"{_DECIMAL}[a-z]?"),
    ("điểm", 6, rf"(?:{_DECIMAL}|{_LETTER})"),
    ("tiết", 7, rf"(?:{_DECIMAL}|{_LETTER})"),
)
_SHOWN = {fold(name).replace(" ", "_"): (name, level) for name, level, _ in _UNITS}
_VALUE_END = r"(?![\w/]|-[a-z]|\.\d)\)?"
# What joins two values; the name may come again inside a range: "Điều 9 đến Điều 18"
_RANGE = r"(?:\s{{0,3}}(?:den|toi){gap}(?:het{gap})?|\s{{0,3}}-\s{{0,3}})(?:{name}{gap})?"
_DOTS = r"\s{0,3}[,;]?\s{0,3}(?:\.\.\.|…)\s{0,3}[,;]?\s{0,3}"
_AND = rf"\s{{0,3}}(?:[,;]\s{{0,3}}(?:(?:va|hoac|hay){GAP})?|(?:va|hoac|hay){GAP})"
_MOST_VALUES = 99


def _listed(name: str, value: str) -> str:
    """A unit with one to many values, the values in a group called after the unit."""
    name = fold(name).replace(" ", GAP)
    joint = rf"(?:{_DOTS}|{_AND}|{_RANGE.format(gap=GAP, name=name)})"
    values = rf"{value}{_VALUE_END}(?:{joint}{value}{_VALUE_END}){{0,{_MOST_VALUES}}}"
    return rf"{name}(?:\s{{0,2}}:\s{{0,2}}|{GAP})(?P<{fold(name).replace(GAP, '_')}>{values})"


# ", ", " của ", " và " between a unit and what holds it, or the next one
_LINK = (
    rf"(?P<link>(?P<joint>\s{{0,3}}[,;]?\s{{0,3}}(?:va|hoac|hay){GAP}|\s{{0,3}}[,;]\s{{0,3}}|{GAP})"
    rf"(?:(?:quy{GAP}dinh{GAP})?(?:cua|tai|trong|thuoc|(?:ban{GAP}hanh{GAP})?kem{GAP}theo){GAP})?"
    rf"(?:(?:cac|tu){GAP}(?=[a-z]{{2}}))?)?"
)
_AFTER_LINK = re.compile(_LINK)
_GROUP = re.compile(
    rf"(?<!\w)(?:{'|'.join(_listed(name, value) for name, _, value in _UNITS)}){_LINK}"
)
_ANY_NAME = one_of(name for name, _, _ in _UNITS)
_PART = re.compile(
    rf"(?P<range>{_DOTS}|{_RANGE.format(gap=GAP, name=_ANY_NAME)})|{_AND}"
    rf"|(?P<value>(?:so{GAP})?(?:{_ORDINAL}|[\w.]+?(?=\.\.\.|…|[^\w.]|$)))\)?"
)
_MOST_EXPANDED = 200


@dataclass(frozen=True, slots=True)
class UnitGroup:
    """Units of one kind, counted up one after another."""

    level: int
    """From 0, the largest, down."""
    units: tuple[str, ...]
    """`("Điều 5", "Điều 7", "Điều 9")`."""
    start: int
    end: int
    joint: str
    """What links it to what follows: `va`, a comma, or nothing but white space."""


def group_matches(folded: str) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield each group of units with the offset after the words that link it to what follows."""
    for match in _GROUP.finditer(folded):
        yield match.end("link"), match


def read_group(match: re.Match[str], text: str) -> UnitGroup | None:
    """Take a group apart; None where a letter bears a tone mark: "điểm ở" is no điểm o."""
    kind = next(kind for kind in _SHOWN if match[kind])
    start, end = match.span(kind)
    name, level = _SHOWN[kind]
    values = _values(text[start:end], match[kind])
    if any(len(value) == 1 and not value.replace("đ", "d").isascii() for value in values):
        return None
    if kind == "muc" and "." in values[0]:
        level = 6  # "Mục 1.4 Khoản 1 Điều 10": in inspection rules it lies below the khoản
    units = tuple(f"{name} {_shown(value, level)}" for value in values)
    return UnitGroup(level, units, match.start(), end, (match["joint"] or "").strip())


def after_link(folded: str, end: int) -> int:
    """Return the offset after the words that link what ends there to what follows."""
    link = _AFTER_LINK.match(folded, end)
    return link.end() if link else end


def match_group(text: str, folded: str, start: int) -> UnitGroup | None:
    """Return the group of units that begins at start."""
    match = _GROUP.match(folded, start)
    return read_group(match, text) if match else None


def _shown(value: str, level: int) -> str:
    return value.upper() if level < 4 and re.fullmatch("[ivxlIVXL]+", value) else value


def _values(listed: str, folded: str) -> list[str]:
    """Return the values one by one, ranges expanded."""
    values: list[str] = []
    is_range = False
    for part in _PART.finditer(folded):
        if part["value"]:
            value = " ".join(listed[slice(*part.span("value"))].lower().split())
            values += _between(values[-1], value) if is_range else []
            values.append(value)
        is_range = bool(part["range"])
    return values


def _between(first: str, last: str) -> list[str]:
    """Return the members of a range without its ends; none where it cannot be told."""
    if first in POINT_LETTERS and last in POINT_LETTERS:
        return list(POINT_LETTERS[POINT_LETTERS.index(first) + 1 : POINT_LETTERS.index(last)])
    if roman_value(first) and roman_value(last):
        return [roman_numeral(n) for n in range(roman_value(first) + 1, roman_value(last))]
    head, _, low = first.rpartition(".")
    same, _, high = last.rpartition(".")
    if head != same or not (low.isdigit() and high.isdigit()):
        return []
    if int(high) - int(low) >= _MOST_EXPANDED:
        return []
    return [f"{head}.{n}".lstrip(".") for n in range(int(low) + 1, int(high))]
