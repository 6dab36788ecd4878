"""A PDF becomes a Reading: each page by its text layer or by what was recognised on it."""

from __future__ import annotations

from ...document import Reading
from ...errors import UnreadableFile
from ..furniture import strip_furniture
from ..masthead import read_masthead
from ..paragraphs import join_pages
from ..source import Source
from .choice import NOTHING, Choice, choose
from .judgement import Judgement, judge
from .layer import Layer, read_layer
from .unsure_numbers import find_unsure_numbers

NO_TEXT = (
    "Tệp PDF chưa có lớp chữ (chỉ có ảnh quét{stamp}). Hãy nhận dạng chữ (OCR) rồi thêm lại tệp, "
    "hoặc dùng bản Word của văn bản."
)
RECOGNISED = "{count} trang được nhận dạng từ ảnh (OCR); hãy đối chiếu với ảnh trang."
BORROWED = "Từ hỏng trong lớp chữ của {count} trang được thay bằng từ nhận dạng từ ảnh (OCR)."
UNREAD = "Trang {pages} chỉ có ảnh, không có chữ nào đọc được; hãy xem ảnh trang."
DOUBTED = "Lớp chữ của trang {pages} có nhiều chữ lạ; hãy đối chiếu với ảnh trang."

# A page of law has 1,500 to 3,000 letters; a scan leaves a stamp or a few stray signs a page.
# The realdocs PDFs that have a text layer hold at least 1,200 a page, those without hold none.
FEWEST_LETTERS = 100
FEWEST_A_PAGE = 30  # on average
MOST_NAMED = 12  # pages named in a note


def read_pdf(source: Source) -> Reading:
    """Read a PDF; `pages` holds where each page begins.

    Raises UnreadableFile for a file that is locked, broken, or only pictures, and its kind
    PicturedPages where pages must be recognised and there is a folder for them.
    """
    layer = read_layer(source.data, source.options)
    bodies, removed = strip_furniture([page.split("\n") for page in layer.pages])
    judgement = judge(source.data, bodies)
    folder = source.options.recognised
    if folder is None or not judgement.pictured:
        _refuse_the_empty(bodies, bool(removed))
    choice = NOTHING if folder is None else choose(folder, layer.pages, judgement)
    return _compose(source.name, layer, choice, _write_notes(layer, judgement, choice))


def _refuse_the_empty(bodies: list[list[str]], stamped: bool) -> None:
    letters = sum(len(line) for body in bodies for line in body)
    if letters < max(FEWEST_LETTERS, FEWEST_A_PAGE * len(bodies)):
        raise UnreadableFile(NO_TEXT.format(stamp=" và dấu chữ ký số" if stamped else ""))


def _compose(name: str, layer: Layer, choice: Choice, notes: tuple[str, ...]) -> Reading:
    """Put the pages together, each from where it reads best."""
    pages = [choice.lines.get(page, text.split("\n")) for page, text in enumerate(layer.pages, 1)]
    bodies, removed = strip_furniture(pages)
    text, starts = join_pages(bodies)
    taken = choice.recognised
    sure = [taken[page].confidence if page in taken else None for page in range(1, len(pages) + 1)]
    unsure = find_unsure_numbers(text, starts, {page: one.lines for page, one in taken.items()})
    engines = sorted({one.engine for one in taken.values()})
    return Reading(
        text=text,
        about=read_masthead(text, name),
        pages=starts,
        removed=(*removed, *choice.noise),
        reader=", ".join([*([layer.reader] if None in sure else []), *engines]),
        page_confidence=tuple(sure) if taken else (),
        unsure=unsure,
        notes=notes,
    )


def _write_notes(layer: Layer, judgement: Judgement, choice: Choice) -> tuple[str, ...]:
    borrowed = len(choice.lines) - len(choice.recognised)
    silent = [page for page in judgement.pictured if page not in choice.recognised]
    unread = [page for page in silent if len(layer.pages[page - 1]) < FEWEST_A_PAGE]
    doubted = sorted(judgement.doubtful) if choice is NOTHING else []
    notes = (
        *layer.notes,
        RECOGNISED.format(count=len(choice.recognised)) if choice.recognised else "",
        BORROWED.format(count=borrowed) if borrowed else "",
        UNREAD.format(pages=_name_pages(unread)) if unread else "",
        DOUBTED.format(pages=_name_pages(doubted)) if doubted else "",
    )
    return tuple(filter(None, notes))


def _name_pages(pages: list[int]) -> str:
    named = ", ".join(map(str, pages[:MOST_NAMED]))
    return named if len(pages) <= MOST_NAMED else f"{named} … ({len(pages)} trang)"
