"""The numbers Word writes in front of paragraphs without keeping them in the text."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LEVEL_MARK = re.compile(r"%(?P<level>[1-9])")  # %1.%2 is the number of levels 1 and 2
ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Level:
    shape: str
    text: str
    start: int


class Numbering:
    """Counts the automatic lists of one document, in reading order."""

    def __init__(self, opened: Any) -> None:
        """Take the lists and the styles of a document opened by python-docx."""
        self._levels: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._styles = {style.style_id: style.element for style in opened.styles}
        for relation in opened.part.rels.values():
            if relation.reltype.endswith("/numbering") and not relation.is_external:
                self._learn(relation.target_part.element)

    def next_number(self, paragraph: Any) -> str:
        """Return the number in front of a paragraph, such as `1.` or `a)`; empty without one."""
        list_id, depth = self._place(paragraph)
        levels = self._levels.get(self._lists.get(list_id, ""), {})
        if depth not in levels:
            return ""
        counts = self._counts.setdefault(self._lists[list_id], {})
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]
        return self._write(levels, counts, depth)

    def _write(self, levels: dict[int, _Level], counts: dict[int, int], depth: int) -> str:
        if levels[depth].shape == "bullet":
            return "-"
        if levels[depth].shape == "none":
            return ""

        def number(found: re.Match[str]) -> str:
            level = levels.get(int(found["level"]) - 1)
            if level is None:
                return ""
            count = counts.get(int(found["level"]) - 1, level.start)
            return SHAPES.get(level.shape, str)(count)

        return LEVEL_MARK.sub(number, levels[depth].text)

    def _place(self, paragraph: Any) -> tuple[str, int]:
        """Return the list and the depth of a paragraph, its own or those of its style."""
        properties = paragraph.find(f"{WORD}pPr")
        seen: set[str] = set()
        while properties is not None:
            numbers = properties.find(f"{WORD}numPr")
            if numbers is not None and numbers.find(f"{WORD}numId") is not None:
                depth = numbers.find(f"{WORD}ilvl")
                return _value(numbers.find(f"{WORD}numId")), int(_value(depth) or 0)
            style = _value(properties.find(f"{WORD}pStyle")) or _value(
                properties.getparent().find(f"{WORD}basedOn")
            )
            if style in seen or style not in self._styles:
                break
            seen.add(style)
            properties = self._styles[style].find(f"{WORD}pPr")
        return "", 0

    def _learn(self, part: Any) -> None:
        for abstract in part.findall(f"{WORD}abstractNum"):
            self._levels[abstract.get(f"{WORD}abstractNumId")] = _read_levels(abstract)
        for one in part.findall(f"{WORD}num"):
            list_id = one.get(f"{WORD}numId")
            self._lists[list_id] = abstract_id = _value(one.find(f"{WORD}abstractNumId"))
            if one.find(f"{WORD}lvlOverride") is not None:
                self._override(one, list_id, abstract_id)

    def _override(self, one: Any, list_id: str, abstract_id: str) -> None:
        """Give a list that restarts or redefines levels a life of its own."""
        levels = dict(self._levels.get(abstract_id, {}))
        for override in one.findall(f"{WORD}lvlOverride"):
            depth = int(override.get(f"{WORD}ilvl") or 0)
            levels |= _read_levels(override)
            restart = _value(override.find(f"{WORD}startOverride"))
            if restart and depth in levels:
                old = levels[depth]
                levels[depth] = _Level(old.shape, old.text, int(restart))
        own = f"{abstract_id}/{list_id}"
        self._lists[list_id] = own
        self._levels[own] = levels


def _read_levels(holder: Any) -> dict[int, _Level]:
    return {
        int(level.get(f"{WORD}ilvl") or 0): _Level(
            shape=_value(level.find(f"{WORD}numFmt")) or "decimal",
            text=_value(level.find(f"{WORD}lvlText")),
            start=int(_value(level.find(f"{WORD}start")) or 0),
        )
        for level in holder.findall(f"{WORD}lvl")
    }


def _value(element: Any) -> str:
    return "" if element is None else element.get(f"{WORD}val") or ""


def _letter(count: int) -> str:
    """Return a, b … z, aa, bb …, as Word counts with letters."""
    return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1) if count > 0 else ""


def _roman(count: int) -> str:
    """Return i, ii, iii, iv …; counts beyond 3,999 stay digits."""
    if not 0 < count < 4000:
        return str(count)
    written = ""
    for value, letters in ROMAN:
        written += letters * (count // value)
        count %= value
    return written


SHAPES: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda count: f"{count:02}",
    "lowerLetter": _letter,
    "upperLetter": lambda count: _letter(count).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
}
"""How Word writes a count, by the name of the shape in numbering.xml; others are digits."""
