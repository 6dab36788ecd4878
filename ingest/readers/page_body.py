"""Which lines of a web page are the document: those of a regulation, or those of an article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from .headlines import holds_motto
from .page_frame import PROVISION, PageLine, mark_frame

# A page with this many lines that begin with "Điều 5" is a regulation. Measured on the two pages
# of realdocs: trafilatura drops the 279 lines of one (laid out in tables) and 1,421 lines of notes
# and chapters of the other, so regulations are taken line by line; it wins on news pages.
FEWEST_PROVISIONS = 3
FRAME_SHARE = 0.01  # of the letters: what little stands outside is the document's own title
ROOT_SHARE = 0.95  # of those lines must lie in the part of the page that is kept
PROSE = 80  # letters: what fewer say may be a menu, a forecast, a rate of exchange
PROSE_SHARE = 0.8  # of an article's paragraphs stand in one part of the page
SHORT_LINE = 25  # letters: a shorter line may occur inside any other
COLUMN_LINES = 6  # above the motto: the issuer and its parent, in another column


def choose_lines(
    page: Any, lines: Sequence[PageLine], *, spelled: bool = True
) -> tuple[list[bool], dict[int, str]]:
    """Return of each line whether it is kept, and why some of the others are not.

    `spelled` tells that the page holds the letters of the lines: those of old fonts are others.
    """
    reasons = mark_frame(lines)
    open_lines = [at for at in range(len(lines)) if at not in reasons]
    provisions = [
        at for at in open_lines if PROVISION.match(lines[at].text) and not lines[at].is_link
    ]
    if len(provisions) >= FEWEST_PROVISIONS:
        kept = _choose_regulation(lines, open_lines, provisions)
    else:
        said = _find_said(page, lines, open_lines, reasons) if spelled else open_lines
        kept = _choose_article(lines, open_lines, said)
    return [at in kept for at in range(len(lines))], reasons


def _choose_regulation(
    lines: Sequence[PageLine], open_lines: Sequence[int], provisions: Sequence[int]
) -> set[int]:
    """Keep the smallest part of the page that holds nearly all lines beginning with Điều."""
    inside = set(_find_root([lines[at].home for at in provisions], ROOT_SHARE).iter())
    kept = {at for at in open_lines if lines[at].home in inside}
    outside = [at for at in open_lines if at not in kept and not lines[at].is_link]
    if _size(lines, outside) < FRAME_SHARE * _size(lines, kept):
        return kept | set(outside)
    return kept | set(_find_head(lines, outside, min(kept)))


def _find_head(lines: Sequence[PageLine], outside: Sequence[int], first: int) -> list[int]:
    """Return the lines of a masthead that stands above the part with the provisions."""
    above = [at for at in outside if at < first]
    motto = next((n for n, at in enumerate(above) if holds_motto(lines[at].text)), None)
    if motto is None:
        return []
    start = motto
    while start and motto - start < COLUMN_LINES and lines[above[start - 1]].text.isupper():
        start -= 1
    return above[start:]


def _find_root(homes: Sequence[Any], share: float) -> Any:
    """Return the innermost element that holds so many of the elements."""
    counts: dict[Any, int] = {}
    depths: dict[Any, int] = {}
    for home in homes:
        chain = [home, *home.iterancestors()]
        for above, element in enumerate(reversed(chain)):
            counts[element] = counts.get(element, 0) + 1
            depths[element] = above
    enough = share * len(homes)
    return max((one for one in counts if counts[one] >= enough), key=depths.__getitem__)


def _find_said(
    page: Any, lines: Sequence[PageLine], open_lines: Sequence[int], reasons: Iterable[int]
) -> list[int]:
    """Return the lines that trafilatura takes for the article."""
    import trafilatura
    from lxml import html  # type: ignore[import-untyped]

    for home in {lines[at].home for at in reasons}:
        _take_out(home)
    found = trafilatura.extract(
        html.tostring(page, encoding="unicode"), include_comments=False, favor_recall=True
    )
    said = [_bare(line) for line in (found or "").split("\n")]
    whole, known = " ".join(said), set(said)
    return [at for at in open_lines if _is_said(_bare(lines[at].text), whole, known)]


def _choose_article(
    lines: Sequence[PageLine], open_lines: Sequence[int], seen: Sequence[int]
) -> set[int]:
    """Keep the part of the page with the prose that was seen there; all where there is none."""
    if not seen:
        return set(open_lines)
    said_here = [at for at in seen if not lines[at].is_link]
    prose = [at for at in said_here if len(lines[at].text) >= PROSE] or said_here or seen
    root = _find_root([lines[at].home for at in prose], PROSE_SHARE)
    inside = set((root.getparent() if root.tag == "p" else root).iter())
    between = range(seen[0], seen[-1] + 1)
    kept = {at for at in open_lines if at in between and lines[at].home in inside}
    kept -= {at for at in kept if lines[at].is_link and at not in seen}
    return kept | {at for at in open_lines if at < prose[0] and lines[at].home.tag == "h1"}


def _is_said(line: str, whole: str, known: set[str]) -> bool:
    return line in known or (len(line) >= SHORT_LINE and line in whole)


def _bare(line: str) -> str:
    """Return a line without the bars between cells, which are drawn in more than one way."""
    return " ".join(line.replace("|", " ").split())


def _take_out(element: Any) -> None:
    """Empty an element, so that what is known to be frame is not taken for the article."""
    for one in list(element.iter()):
        one.text = None
        if one is not element:
            one.tail = None


def _size(lines: Sequence[PageLine], chosen: Iterable[int]) -> int:
    return sum(len(lines[at].text) for at in chosen)
