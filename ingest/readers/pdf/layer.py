"""The text layer of a PDF, read by pypdf or, where that reads worse or fails, by pypdfium2."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from io import BytesIO
from typing import TYPE_CHECKING

from ...errors import UnreadableFile
from ..letters import normalise
from ..paragraphs import FOOTNOTE_RULE
from ..source import Options, Tick
from .legibility import measure
from .old_fonts import OldFonts
from .pdfium import extract_text
from .word_spacing import account_for_word_spacing

if TYPE_CHECKING:
    from pypdf import PdfReader

LOCKED = "Tệp PDF được đặt mật khẩu. Hãy mở bằng mật khẩu, lưu một bản không khóa rồi thêm lại."
BROKEN = "Tệp PDF bị hỏng hoặc bị cắt cụt ({why}). Hãy tải lại tệp hoặc in ra PDF mới."
FAILED = "Lớp chữ được đọc bằng pypdfium2 vì pypdf không đọc được tệp ({why})."
WORSE = "Lớp chữ được đọc bằng pypdfium2 vì pypdf đọc sót hoặc làm vỡ chữ."

# Over the 15 realdocs with a layer the two differ by at most .006 in score and 5% in letters;
# a PDF whose words pypdf breaks (`ph ải`) loses .1 and more.
CLEARLY = 0.03  # of the score
MUCH_MORE = 1.1  # times the letters

END_MARK = b"%%EOF"
END = 2048  # bytes at the end of a whole file in which its end mark stands

# Word exports the rule above the footnotes as a line of spaces.
LINE_OF_SPACES = re.compile(r"^ {20,}$", re.M)
# A tone mark drawn on its own is taken for a word of its own: `tiê ̣n ích`.
STRAY_MARK = re.compile(r" (?=[\u0300-\u036f])")
FEWEST_MAPPED = 20  # ñ in a text, from which on a wrong font map is believed


@dataclass(frozen=True, slots=True)
class Layer:
    """The text of each page as the file holds it."""

    pages: list[str]
    reader: str
    """`pypdf 7.1.0`"""
    notes: tuple[str, ...] = ()
    """Why it was not read by pypdf, or which old fonts were changed to Unicode."""


def read_layer(data: bytes, options: Options) -> Layer:
    """Read the text layer by both libraries and keep the better one, pypdf where they are equal.

    Raises UnreadableFile for a file that is locked, or that neither can open.
    """
    fonts = OldFonts(options.font_code)
    try:
        found = _extract(data, fonts, options.tick)
        pages = _mend_letters([normalise(page) for page in found])
    except UnreadableFile:
        raise
    except Exception as error:  # pypdf leaves hostile and odd files with any exception at all
        return _fall_back(data, error)
    # pypdfium2 is asked for no fonts, so that it would read old ones worse.
    if not fonts.seen.total() and (other := _read_better(data, pages)):
        return Layer(other, f"pypdfium2 {version('pypdfium2')}", (WORSE,))
    return Layer(pages, f"pypdf {version('pypdf')}", fonts.notes())


def _fall_back(data: bytes, error: Exception) -> Layer:
    """Read a file pypdf cannot; one without its end is refused, since pages would be missing."""
    why = type(error).__name__
    pages = _read_by_pdfium(data) if END_MARK in data[-END:] else None
    if not pages:
        raise UnreadableFile(BROKEN.format(why=why)) from error
    return Layer(pages, f"pypdfium2 {version('pypdfium2')}", (FAILED.format(why=why),))


def _read_better(data: bytes, pages: list[str]) -> list[str] | None:
    """Return the pages as pypdfium2 reads them if that is clearly better."""
    others = _read_by_pdfium(data)
    if not others or len(others) != len(pages):
        return None
    mine, theirs = measure("\n".join(pages)), measure("\n".join(others))
    more = theirs.letters > MUCH_MORE * mine.letters and theirs.score > mine.score - CLEARLY
    return others if more or theirs.score > mine.score + CLEARLY else None


def _read_by_pdfium(data: bytes) -> list[str] | None:
    pages = extract_text(data)
    return None if pages is None else _mend_letters([normalise(page) for page in pages])


def _extract(data: bytes, fonts: OldFonts, tick: Tick) -> Iterator[str]:
    """Yield the text of each page as pypdf lays it out in lines."""
    from pypdf import PdfReader

    # pypdf warns about each harmless flaw; what matters arrives as an exception.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader = PdfReader(BytesIO(data))
    _unlock(reader)
    total = len(reader.pages)
    for done, page in enumerate(reader.pages, 1):
        account_for_word_spacing(page)
        text = fonts.extract(page)
        yield STRAY_MARK.sub("", LINE_OF_SPACES.sub(FOOTNOTE_RULE, text))
        tick(done, total)


def _unlock(reader: PdfReader) -> None:
    """Open a PDF that only forbids editing: its password for reading is the empty one."""
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableFile(LOCKED)


def _mend_letters(pages: list[str]) -> list[str]:
    """Undo a font map that shows đ on paper and says ñ: seen in gazettes of Hồ Chí Minh City.

    Only where no đ is left at all, which no Vietnamese text of such length can do without.
    """
    whole = "".join(pages)
    if whole.count("ñ") < FEWEST_MAPPED or "đ" in whole:
        return pages
    return [page.translate({ord("ñ"): "đ", ord("ð"): "Đ", ord("Ñ"): "Đ"}) for page in pages]
