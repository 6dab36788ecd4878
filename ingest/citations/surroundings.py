"""What is known of a text before its references are read: types, units and names, by offset."""

from __future__ import annotations

from dataclasses import dataclass

from ..folding import fold
from .heads import Head, find_heads
from .named import Names, find_names, name_heads
from .pinpoints import Units


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A text and what may stand around a reference in it."""

    text: str
    folded: str
    heads: dict[int, Head]
    """What stands before a number, by the offset of the number."""
    units: Units
    names: Names


def survey(text: str) -> Surroundings:
    """Find the type words, units and names of a text."""
    folded = fold(text)
    names = find_names(text, folded)
    heads = find_heads(text, folded) | dict(name_heads(names, folded))
    return Surroundings(text, folded, heads, Units(text, folded), names)
