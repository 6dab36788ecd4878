"""What a reader is given: the bytes of one file and how to read them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class FontCode(StrEnum):
    """How letters were written before Unicode, in fonts that drew other letters than they named."""

    TCVN3 = "tcvn3"
    VNI = "vni"


Tick = Callable[[int, int], None]
"""Told after each step how many of how many are done; it also proves that work goes on."""


def ignore_ticks(_done: int, _total: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Options:
    """How a person or the program wants a file to be read."""

    name: str = ""
    """The file's name as a person knows it, where the path is not that."""
    font_code: FontCode | None = None
    """Chosen by a person; None: by the names of the fonts, and Unicode where there are none."""
    recognised: Path | None = None
    """Folder that holds the pages recognised so far; None: pictures of pages cannot be read."""
    corrections: tuple[tuple[str, str], ...] = ()
    """Fields of the metadata and what a person typed in their place."""
    tick: Tick = ignore_ticks


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read."""

    data: bytes
    name: str
    """The file's name without its suffix, the last resort for an id."""
    suffix: str
    """In small letters, with its dot."""
    options: Options = Options()
