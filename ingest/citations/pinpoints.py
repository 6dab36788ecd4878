"""The places that a citation points at: "điểm a, khoản 2, Điều 5 Quy định số 37-QĐ/TW"."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from .unit_lists import UnitGroup, after_link, group_matches, match_group, read_group

Path: TypeAlias = tuple[str, ...]
_MOST_GROUPS = 60


@dataclass(frozen=True, slots=True)
class Pinpoint:
    """Unit paths, each from the largest unit down, and where the first word of them stands."""

    paths: tuple[Path, ...]
    start: int
    end: int


class Units:
    """The units named in a text, to be asked what stands before a document."""

    def __init__(self, text: str, folded: str) -> None:
        self._text = text
        self._folded = folded

    @cached_property
    def _by_end(self) -> dict[int, re.Match[str]]:
        """Groups by the offset after the words that link them; looked for when first asked."""
        return dict(group_matches(self._folded))

    def before(self, end: int) -> Pinpoint | None:
        """Return the places whose last one ends, with its linking words, at end."""
        groups: list[UnitGroup] = []
        while len(groups) < _MOST_GROUPS and (match := self._by_end.get(end)):
            if not (group := read_group(match, self._text)):
                break
            groups.append(group)
            end = group.start
        if not groups or _is_word(groups[0].joint):
            return None
        return _resolve(groups)


@dataclass(slots=True)
class _Open:
    """A group whose place among the larger units is known."""

    group: UnitGroup
    paths: list[Path]
    is_leaf: bool = True
    """False once smaller units are found inside it."""


def _resolve(groups: list[UnitGroup]) -> Pinpoint:
    """Take the groups from the document leftwards; what does not fit ends the mention."""
    taken: list[_Open] = []
    above: list[_Open] = []
    for group in groups:
        beside = None
        while above and above[-1].group.level >= group.level:
            beside = above.pop()
        if beside and beside.group.level > group.level:
            if above or _is_word(group.joint):
                break
            _put_above(group, taken)
            return _pinpoint(taken, group.start)
        if (beside and not group.joint) or (above and not beside and _is_word(group.joint)):
            break
        if above:
            above[-1].is_leaf = False
        opened = _Open(group, _below(above, group))
        above.append(opened)
        taken.append(opened)
    return _pinpoint(taken, taken[-1].group.start)


def pinpoint_after(text: str, folded: str, start: int) -> Pinpoint | None:
    """Return the places that follow start, as people type: "QĐ 22 điều 8 khoản 2"."""
    groups: list[UnitGroup] = []
    at = after_link(folded, start)
    while len(groups) < _MOST_GROUPS and (group := match_group(text, folded, at)):
        groups.append(group)
        at = after_link(folded, group.end)
    return _resolve(groups[::-1]) if groups else None


def _is_word(joint: str) -> bool:
    """Tell "và" and "hoặc" from a comma and from white space."""
    return joint.strip(",; ") != ""


def _below(above: list[_Open], group: UnitGroup) -> list[Path]:
    parents: list[Path] = above[-1].paths if above else [()]
    return [(*parent, unit) for parent, unit in itertools.product(parents, group.units)]


def _put_above(group: UnitGroup, taken: list[_Open]) -> None:
    """Hold all that was taken: "Điều 5 khoản 2", the largest first."""
    for one in taken:
        one.paths = [(unit, *path) for unit, path in itertools.product(group.units, one.paths)]


def _pinpoint(taken: list[_Open], start: int) -> Pinpoint:
    paths = [path for one in reversed(taken) if one.is_leaf for path in one.paths]
    return Pinpoint(tuple(paths), start, max(one.group.end for one in taken))
