"""Each page from where it reads best: its layer, its picture, or the layer with words of both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ...document import Removed
from ...errors import PicturedPages
from .borrowed_words import borrow_words
from .judgement import Judgement
from .legibility import measure
from .mending import mend_pages
from .noise import NOISE, STAMP, TOP, Word, is_stamp, part_noise
from .recognition import RecognisedPage, load_page, name_engine

PICTURED = (
    "Tệp PDF có {count} trang là ảnh hoặc có lớp chữ hỏng, phải nhận dạng chữ (OCR) trước khi đọc. "
    "Hãy thêm tệp bằng `viendan ingest` hoặc trang Kho để các trang được nhận dạng."
)
SAMPLE = 3  # doubtful pages recognised before all of them are
# Of the score. On pages with a good layer recognition scores up to .02 more by chance and mostly
# .03 to .05 less; on the page of 11-2026 that lost its tones .04 more.
CLEARLY = 0.03
MORE_LETTERS = 1.5  # times those of the layer, from which on a picture says what the layer does not


@dataclass(frozen=True, slots=True)
class Choice:
    """What serves better than the layer; pages count from 1."""

    recognised: dict[int, RecognisedPage]
    """Pages taken from their pictures."""
    lines: dict[int, list[str]]
    """The lines of those pages, mended, and of the pages with borrowed words."""
    noise: tuple[Removed, ...] = ()
    """What was taken out of those pages, since no letters are there."""


NOTHING = Choice({}, {})


def choose(folder: Path, layer: list[str], judgement: Judgement) -> Choice:
    """Compare the pages of a layer with what was recognised.

    Raises PicturedPages for the pages to recognise next: first the pictures and the worst of the
    doubtful, then all odd ones if that served on one of them.
    """
    sample = judgement.doubtful[:SAMPLE] if name_engine() else ()
    chosen = _compare(folder, layer, judgement, sample)
    if any(page in chosen.lines for page in sample):
        return _compare(folder, layer, judgement, judgement.spoiled)
    return chosen


def _compare(folder: Path, layer: list[str], judgement: Judgement, odd: tuple[int, ...]) -> Choice:
    loaded = _load(folder, sorted({*judgement.pictured, *odd}))
    noise: dict[int, list[Removed]] = {page: [] for page in loaded}
    found = {page: _without_noise(page, one, noise[page]) for page, one in loaded.items()}
    mended = dict(zip(found, mend_pages([_write(one) for one in found.values()]), strict=True))
    whole: dict[int, RecognisedPage] = {}
    lines: dict[int, list[str]] = {}
    for page, one in found.items():
        text = layer[page - 1]
        serves = _says_more if page in judgement.pictured else _reads_better
        if serves(mended[page], text):
            whole[page], lines[page] = one, mended[page]
        elif (borrowed := borrow_words(text, mended[page])) != text:
            lines[page] = borrowed.split("\n")
    return Choice(whole, lines, tuple(piece for page in whole for piece in noise[page]))


def _without_noise(page: int, one: RecognisedPage, noise: list[Removed]) -> RecognisedPage:
    """Return a page of letters only; what is taken out is added to `noise`."""
    lines = []
    for at, line in enumerate(one.lines):
        if page == 1 and at < TOP and is_stamp(line):
            noise.append(Removed(_join(line), STAMP, page))
            continue
        words, rest = part_noise(line)
        lines.append(tuple(words))
        if rest:
            noise.append(Removed(rest, NOISE, page))
    return replace(one, lines=tuple(filter(None, lines)))


def _write(one: RecognisedPage) -> list[str]:
    return [_join(line) for line in one.lines]


def _join(line: Sequence[Word]) -> str:
    return " ".join(word.text for word in line)


def _load(folder: Path, pages: list[int]) -> dict[int, RecognisedPage]:
    found = {page: load_page(folder, page) for page in pages}
    missing = tuple(page for page, one in found.items() if one is None)
    if missing:
        raise PicturedPages(PICTURED.format(count=len(missing)), missing)
    return {page: one for page, one in found.items() if one is not None}


def _says_more(recognised: list[str], layer: str) -> bool:
    return measure("\n".join(recognised)).letters > MORE_LETTERS * measure(layer).letters


def _reads_better(recognised: list[str], layer: str) -> bool:
    return measure("\n".join(recognised)).score > measure(layer).score + CLEARLY
