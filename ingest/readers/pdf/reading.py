"""A PDF becomes a Reading: each page by its text layer or by what was recognised on it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ...document import Reading
from ...errors import PicturedPages, UnreadableFile
from ..furniture import strip_furniture
from ..masthead import read_masthead
from ..paragraphs import join_pages
from ..source import Source
from .layer import Layer, read_layer
from .legibility import Legibility, measure
from .mending import mend_pages
from .pdfium import measure_ink
from .recognition import RecognisedPage, load_page, name_engine

NO_TEXT = (
    "Tệp PDF chưa có lớp chữ (chỉ có ảnh quét{stamp}). Hãy nhận dạng chữ (OCR) rồi thêm lại tệp, "
    "hoặc dùng bản Word của văn bản."
)
PICTURED = (
    "Tệp PDF có {count} trang là ảnh hoặc có lớp chữ hỏng, phải nhận dạng chữ (OCR) trước khi đọc. "
    "Hãy thêm tệp bằng `viendan ingest` hoặc trang Kho để các trang được nhận dạng."
)
RECOGNISED = "{count} trang được nhận dạng từ ảnh (OCR); hãy đối chiếu với ảnh trang."
UNREAD = (
    "Trang {pages} chỉ có ảnh nên không có trong văn bản; hãy nhận dạng chữ (OCR) rồi thêm lại."
)
DOUBTED = "Lớp chữ của trang {pages} có nhiều chữ lạ; hãy đối chiếu với ảnh trang."

# A page of law has 1,500 to 3,000 letters; a scan leaves a stamp or a few stray signs a page.
# The realdocs PDFs that have a text layer hold at least 1,200 a page, those without hold none.
FEWEST_LETTERS = 100
FEWEST_A_PAGE = 30  # on average
FEW_LETTERS = 300  # on a page; fewer are weighed against its ink
# Pages of realdocs with a layer have 2 to 5 hundred-thousandths of their paper inked a letter.
INK_OF_A_LETTER = 0.00005
UNEXPLAINED_INK = 0.01  # a signature stamp is .002 to .009, a line of scanned print .002

STRANGE = 0.012  # share of syllables; see Legibility.strange for what was measured
UNCOVERED = 0.35  # see Legibility.covered
FEWEST_SYLLABLES = 60  # of a page, below which its shares say little
SAMPLE = 3  # doubtful pages recognised before all of them are
CLEARLY = 0.02  # of the score, by which recognition must be better than the layer
MOST_NAMED = 12  # pages named in a note


@dataclass(frozen=True, slots=True)
class _Judgement:
    """Which pages of a layer cannot be taken as they are; pages count from 1."""

    pictured: list[int]
    doubtful: list[int]
    """The worst first."""


def read_pdf(source: Source) -> Reading:
    """Read a PDF; `pages` holds where each page begins.

    Raises UnreadableFile for a file that is locked, broken, or only pictures, and its kind
    PicturedPages where pages must be recognised and there is a folder for them.
    """
    layer = read_layer(source.data, source.options.tick)
    bodies, removed = strip_furniture([page.split("\n") for page in layer.pages])
    judgement = _judge(source.data, bodies)
    folder = source.options.recognised
    if folder is None or not judgement.pictured:
        _refuse_the_empty(bodies, bool(removed))
    found = {} if folder is None else _take_recognised(folder, layer, judgement)
    return _compose(source.name, layer, judgement, found)


def _judge(data: bytes, bodies: list[list[str]]) -> _Judgement:
    """Tell the pages that show what their layer does not say, and those whose layer is odd."""
    letters = [sum(len(line) for line in body) for body in bodies]
    few = [page for page, count in enumerate(letters, 1) if count < FEW_LETTERS]
    ink = measure_ink(data, few) if few else []
    pictured = [
        page
        for page, inked in zip(few, ink, strict=True)
        if inked - letters[page - 1] * INK_OF_A_LETTER > UNEXPLAINED_INK
    ]
    measured = {page: measure("\n".join(body)) for page, body in enumerate(bodies, 1)}
    doubtful = [page for page in measured if page not in pictured and _is_odd(measured[page])]
    return _Judgement(pictured, sorted(doubtful, key=lambda page: measured[page].score))


def _is_odd(legibility: Legibility) -> bool:
    if legibility.syllables < FEWEST_SYLLABLES:
        return False
    return legibility.strange > STRANGE or legibility.covered < UNCOVERED


def _refuse_the_empty(bodies: list[list[str]], stamped: bool) -> None:
    letters = sum(len(line) for body in bodies for line in body)
    if letters < max(FEWEST_LETTERS, FEWEST_A_PAGE * len(bodies)):
        raise UnreadableFile(NO_TEXT.format(stamp=" và dấu chữ ký số" if stamped else ""))


def _take_recognised(
    folder: Path, layer: Layer, judgement: _Judgement
) -> dict[int, RecognisedPage]:
    """Return the recognised pages that serve better than the layer.

    Raises PicturedPages for the pages to recognise next: first the pictures and the worst of the
    doubtful, then the rest of those if recognition read one of the worst clearly better.
    """
    sample = judgement.doubtful[:SAMPLE] if name_engine() else []
    found = _load(folder, [*judgement.pictured, *sample])
    better = [page for page in sample if _is_better(found[page], layer.pages[page - 1])]
    if better:
        found = _load(folder, [*judgement.pictured, *judgement.doubtful])
        better = [
            page for page in judgement.doubtful if _is_better(found[page], layer.pages[page - 1])
        ]
    return {page: found[page] for page in (*judgement.pictured, *better)}


def _load(folder: Path, pages: list[int]) -> dict[int, RecognisedPage]:
    found = {page: load_page(folder, page) for page in pages}
    missing = tuple(sorted(page for page, one in found.items() if one is None))
    if missing:
        raise PicturedPages(PICTURED.format(count=len(missing)), missing)
    return {page: one for page, one in found.items() if one is not None}


def _is_better(recognised: RecognisedPage, layer: str) -> bool:
    (lines,) = mend_pages([list(recognised.lines)])
    return measure("\n".join(lines)).score > measure(layer).score + CLEARLY


def _compose(
    name: str, layer: Layer, judgement: _Judgement, found: dict[int, RecognisedPage]
) -> Reading:
    """Put the pages together, each from where it is read best, and say which came from where."""
    count = len(layer.pages)
    mended = dict(zip(found, mend_pages([list(one.lines) for one in found.values()]), strict=True))
    pages = [mended.get(page, layer.pages[page - 1].split("\n")) for page in range(1, count + 1)]
    bodies, removed = strip_furniture(pages)
    text, starts = join_pages(bodies)
    engines = sorted({one.engine for one in found.values()})
    sure = tuple(found[page].confidence if page in found else None for page in range(1, count + 1))
    return Reading(
        text=text,
        about=read_masthead(text, name),
        pages=starts,
        removed=tuple(removed),
        reader=", ".join([*([layer.reader] if len(found) < count else []), *engines]),
        page_confidence=sure if found else (),
        notes=tuple(_write_notes(layer, judgement, found)),
    )


def _write_notes(
    layer: Layer, judgement: _Judgement, found: dict[int, RecognisedPage]
) -> list[str]:
    unread = [page for page in judgement.pictured if page not in found]
    doubted = sorted(page for page in judgement.doubtful if page not in found)
    return [
        *([layer.note] if layer.note else []),
        *([RECOGNISED.format(count=len(found))] if found else []),
        *([UNREAD.format(pages=_name_pages(unread))] if unread else []),
        *([DOUBTED.format(pages=_name_pages(doubted))] if doubted else []),
    ]


def _name_pages(pages: list[int]) -> str:
    named = ", ".join(map(str, pages[:MOST_NAMED]))
    return named if len(pages) <= MOST_NAMED else f"{named} … ({len(pages)} trang)"
