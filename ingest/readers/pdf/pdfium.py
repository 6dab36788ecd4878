"""pypdfium2: the text of pages, their pictures, and how much ink they show."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...errors import UnreadableFile

if TYPE_CHECKING:
    from PIL.Image import Image

POINTS = 72  # an inch, by the PDF specification 8.3.2.3
MOST_PIXELS = 20_000_000  # A3 at 300 dpi has 17 million; a hostile page can be 5 metres wide
WIDEST = 4000  # pixels of a picture shown to a person
FORM_DEPTH = 3  # forms within forms that are looked into for pictures
INK_WIDTH = 300  # pixels, enough to tell a printed page from an empty one
INK = 160  # of 255: darker is ink, lighter is paper, its shadows and its stains

UNSEEN = "Không dựng được ảnh trang {page} của tệp {name} ({why}). Hãy kiểm tra lại tệp gốc."


def count_pages(path: Path) -> int:
    """Return how many pages a PDF has; raises UnreadableFile where it cannot be opened."""
    try:
        with _open(path) as opened:
            return len(opened)
    except Exception as error:
        raise UnreadableFile(
            f"Không mở được tệp PDF {path.name}: tệp bị hỏng hoặc có mật khẩu. Hãy tải lại tệp."
        ) from error


def render_page(path: Path, page: int, width: int) -> bytes:
    """Return a page, counted from 1, as a PNG of that many pixels across.

    Raises UnreadableFile where there is no such page or it cannot be drawn.
    """
    try:
        with _open(path) as opened, _open_page(opened, page) as sheet:
            return _encode(_draw(sheet, min(width, WIDEST) / sheet.get_width()))
    except Exception as error:
        why = type(error).__name__
        raise UnreadableFile(UNSEEN.format(page=page, name=path.name, why=why)) from error


def draw_page(path: Path, page: int, dpi: int) -> Image:
    """Return a page, counted from 1, in colour at that resolution or at what MOST_PIXELS allow.

    Raises UnreadableFile where there is no such page or it cannot be drawn.
    """
    try:
        with _open(path) as opened, _open_page(opened, page) as sheet:
            return _draw(sheet, dpi / POINTS)
    except Exception as error:
        why = type(error).__name__
        raise UnreadableFile(UNSEEN.format(page=page, name=path.name, why=why)) from error


def extract_text(data: bytes) -> list[str] | None:
    """Return the text of each page; None where the file or one of its pages cannot be opened."""
    from pypdfium2 import PdfiumError

    try:
        with _open(data) as opened:
            return [_read_page(opened, page) for page in range(1, len(opened) + 1)]
    except PdfiumError:
        return None


@dataclass(frozen=True, slots=True)
class PageLook:
    """What a page shows, told without reading it."""

    ink: float = 0.0
    """Share of its paper that is dark. Measured over realdocs: .04 to .16 for a page of law."""
    pictured: float = 0.0
    """Share of it that pictures cover; more than 1 where they lie over each other."""


def look_at(data: bytes, pages: list[int]) -> dict[int, PageLook]:
    """Return the look of each of the pages, counted from 1; 10 ms a page."""
    from pypdfium2 import PdfiumError

    looks = dict.fromkeys(pages, PageLook())
    try:
        with _open(data) as opened:
            looks |= {page: _look(opened, page) for page in pages}
    except PdfiumError:
        pass  # pypdf read it: the pages that cannot be drawn stay unseen
    return looks


def _look(opened: Any, page: int) -> PageLook:
    with _open_page(opened, page) as sheet:
        shades = _draw(sheet, INK_WIDTH / sheet.get_width()).convert("L").histogram()
        return PageLook(sum(shades[:INK]) / max(1, sum(shades)), _cover(sheet))


def _cover(sheet: Any) -> float:
    from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

    covered = 0.0
    for picture in sheet.get_objects(filter=[FPDF_PAGEOBJ_IMAGE], max_depth=FORM_DEPTH):
        left, bottom, right, top = picture.get_bounds()
        covered += max(0.0, right - left) * max(0.0, top - bottom)
    return float(covered / max(1.0, sheet.get_width() * sheet.get_height()))


def _read_page(opened: Any, page: int) -> str:
    with _open_page(opened, page) as sheet:
        text_page = sheet.get_textpage()
        try:
            # pdfium marks a hyphen at the end of a line by U+FFFE and joins the halves.
            return str(text_page.get_text_bounded()).replace("\ufffe", "-")
        finally:
            text_page.close()


def _draw(sheet: Any, scale: float) -> Image:
    area = sheet.get_width() * sheet.get_height()
    bounded = min(scale, math.sqrt(MOST_PIXELS / area)) if area else scale
    bitmap = sheet.render(scale=bounded, may_draw_forms=False)
    try:
        picture: Image = bitmap.to_pil().convert("RGB")
        return picture
    finally:
        bitmap.close()


def _encode(picture: Image) -> bytes:
    written = BytesIO()
    picture.save(written, format="PNG", optimize=True)
    return written.getvalue()


@contextmanager
def _open(source: Path | bytes) -> Iterator[Any]:
    from pypdfium2 import PdfDocument

    opened = PdfDocument(source)
    try:
        yield opened
    finally:
        opened.close()


@contextmanager
def _open_page(opened: Any, page: int) -> Iterator[Any]:
    sheet = opened[page - 1]
    try:
        yield sheet
    finally:
        sheet.close()
