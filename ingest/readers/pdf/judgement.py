"""Which pages of a text layer can be taken as they are."""

from __future__ import annotations

from dataclasses import dataclass

from .legibility import Legibility, is_strange, measure
from .pdfium import PageLook, look_at

FEW_LETTERS = 300  # on a page; fewer are weighed against its ink
# Pages of realdocs with a layer have 2 to 5 hundred-thousandths of their paper inked a letter.
INK_OF_A_LETTER = 0.00005
UNEXPLAINED_INK = 0.01  # a signature stamp is .002 to .009, a line of scanned print .002
STRAY_LETTERS = 30  # letters, up to which a page may be drawn as curves
LARGE_PICTURE = 0.25  # of the page; a scan fills it, a stamp takes .02 to .05

STRANGE = 0.012  # share of syllables; see Legibility.strange for what was measured
UNCOVERED = 0.35  # see Legibility.covered
FEWEST_SYLLABLES = 60  # of a page, below which its shares say little


@dataclass(frozen=True, slots=True)
class Judgement:
    """The pages of a layer that may read better from their pictures; pages count from 1."""

    pictured: tuple[int, ...] = ()
    """They show more ink than their letters explain."""
    doubtful: tuple[int, ...] = ()
    """Their letters make few words or odd ones; the worst page first."""
    spoiled: tuple[int, ...] = ()
    """They hold at least one odd word, the doubtful ones among them."""


def judge(data: bytes, bodies: list[list[str]]) -> Judgement:
    """Judge the pages of a PDF by their lines without furniture; 2 ms a page."""
    pictured = _find_pictured(data, bodies)
    texts = {page: "\n".join(body) for page, body in enumerate(bodies, 1) if page not in pictured}
    measured = {page: measure(text) for page, text in texts.items()}
    doubtful = [page for page in measured if _is_odd(measured[page])]
    spoiled = [page for page, text in texts.items() if any(map(is_strange, text.split()))]
    return Judgement(
        tuple(pictured),
        tuple(sorted(doubtful, key=lambda page: measured[page].score)),
        tuple(sorted({*doubtful, *spoiled})),
    )


def _find_pictured(data: bytes, bodies: list[list[str]]) -> list[int]:
    letters = {page: sum(map(len, body)) for page, body in enumerate(bodies, 1)}
    few = [page for page, count in letters.items() if count < FEW_LETTERS]
    return [page for page, look in look_at(data, few).items() if _is_pictured(look, letters[page])]


def _is_pictured(look: PageLook, letters: int) -> bool:
    """Tell whether a page shows print that is no letters; a blank form has lines but no picture."""
    if look.ink - letters * INK_OF_A_LETTER < UNEXPLAINED_INK:
        return False
    return letters < STRAY_LETTERS or look.pictured > LARGE_PICTURE


def _is_odd(legibility: Legibility) -> bool:
    if legibility.syllables < FEWEST_SYLLABLES:
        return False
    return legibility.strange > STRANGE or legibility.covered < UNCOVERED
