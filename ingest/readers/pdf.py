"""PDF: the text layer of each page, without its furniture, as running paragraphs."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..document import Reading
from ..errors import UnreadableFile
from .furniture import strip_furniture
from .letters import normalise
from .masthead import read_masthead
from .paragraphs import FOOTNOTE_RULE, join_pages
from .source import Source

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

NO_TEXT = (
    "Tệp PDF chưa có lớp chữ (chỉ có ảnh quét{stamp}). Hãy nhận dạng chữ (OCR) rồi thêm lại tệp, "
    "hoặc dùng bản Word của văn bản."
)
LOCKED = "Tệp PDF được đặt mật khẩu. Hãy mở bằng mật khẩu, lưu một bản không khóa rồi thêm lại."
BROKEN = "Tệp PDF bị hỏng hoặc bị cắt cụt ({why}). Hãy tải lại tệp hoặc in ra PDF mới."

# A page of law has 1,500 to 3,000 letters; a scan leaves a stamp or a few stray signs a page.
# The realdocs PDFs that have a text layer hold at least 1,200 a page, those without hold none.
FEWEST_LETTERS = 100
FEWEST_A_PAGE = 30  # on average

# Word exports the rule above the footnotes as a line of spaces.
LINE_OF_SPACES = re.compile(r"^ {20,}$", re.M)
# A tone mark drawn on its own is taken for a word of its own: `tiê ̣n ích`.
STRAY_MARK = re.compile(r" (?=[\u0300-\u036f])")


def read_pdf(source: Source) -> Reading:
    """Read the text layer of a PDF; `pages` holds where each page begins.

    Raises UnreadableFile for a file that is locked, broken, or only pictures.
    """
    raw = [normalise(page) for page in _extract(source.data)]
    pages, removed = strip_furniture([page.split("\n") for page in _mend_letters(raw)])
    letters = sum(len(line) for page in pages for line in page)
    if letters < max(FEWEST_LETTERS, FEWEST_A_PAGE * len(pages)):
        stamp = " và dấu chữ ký số" if removed else ""
        raise UnreadableFile(NO_TEXT.format(stamp=stamp))
    text, starts = join_pages(pages)
    return Reading(text, read_masthead(text, source.name), starts, tuple(removed))


def _extract(data: bytes) -> Iterator[str]:
    """Yield the text of each page as pypdf lays it out in lines."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    # pypdf warns about each harmless flaw; what matters arrives as an exception.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(BytesIO(data))
        _unlock(reader)
        for page in reader.pages:
            _account_for_word_spacing(page)
            text = page.extract_text(visitor_operand_before=_watch)
            yield STRAY_MARK.sub("", LINE_OF_SPACES.sub(FOOTNOTE_RULE, text))
    except PyPdfError as error:
        raise UnreadableFile(BROKEN.format(why=type(error).__name__)) from error


def _unlock(reader: PdfReader) -> None:
    """Open a PDF that only forbids editing: its password for reading is the empty one."""
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableFile(LOCKED)


def _watch(operator: Any, operands: Any, matrix: Any, text_matrix: Any) -> None:
    """Do nothing: with a visitor pypdf does not write the changed operations back to bytes."""


def _account_for_word_spacing(page: PageObject) -> None:
    """Tell pypdf how wide a justified line really is, or it sees gaps inside words (`ph ải`).

    pypdf leaves the word spacing Tw out of the width of a string and so takes the next string,
    placed after the stretched spaces, for one that stands apart. It does count the character
    spacing Tc; the same width spread over all letters of the string makes its sum right.
    """
    from pypdf.generic import ContentStream, NameObject

    if "/Contents" not in page:
        return
    # Strings stay bytes, as pypdf itself reads them here: the fonts say what they mean.
    content = ContentStream(page["/Contents"], page.pdf, "bytes")
    if b"Tw" not in content.get_data():
        return
    content.operations = list(_spread_spaces(content.operations, _single_byte_fonts(page)))
    page[NameObject("/Contents")] = content


def _single_byte_fonts(page: PageObject) -> set[str]:
    """Return the fonts whose spaces Tw stretches: not those with codes of two bytes."""
    resources = page.get("/Resources", {}).get_object()
    fonts = resources.get("/Font", {}).get_object()
    return {name for name in fonts if fonts[name].get_object().get("/Subtype") != "/Type0"}


def _spread_spaces(
    operations: list[tuple[Any, bytes]], single_byte: set[str]
) -> Iterator[tuple[Any, bytes]]:
    from pypdf.generic import FloatObject

    letters, words, stretched = 0.0, 0.0, True
    saved: list[tuple[float, float, bool]] = []
    for operands, operator in operations:
        if operator == b"Tw":
            words = float(operands[0])
        elif operator == b"Tc":
            letters = float(operands[0])
        elif operator == b"Tf":
            stretched = operands[0] in single_byte
        elif operator == b"q":
            saved.append((letters, words, stretched))
        elif operator == b"Q" and saved:
            letters, words, stretched = saved.pop()
        elif operator in {b"Tj", b"TJ"} and words and stretched:
            share = _share_of_spaces(operands[0])
            if share:
                yield [FloatObject(letters + words * share)], b"Tc"
                yield operands, operator
                yield [FloatObject(letters)], b"Tc"
                continue
        yield operands, operator


def _share_of_spaces(shown: Any) -> float:
    strings = [shown] if isinstance(shown, bytes) else shown
    length = spaces = 0
    for string in strings:
        if isinstance(string, bytes):
            length += len(string)
            spaces += string.count(b" ")
    return spaces / length if length else 0.0


def _mend_letters(pages: list[str]) -> list[str]:
    """Undo a font map that shows đ on paper and says ñ: seen in gazettes of Hồ Chí Minh City.

    Only where no đ is left at all, which no Vietnamese text of such length can do without.
    """
    whole = "".join(pages)
    if whole.count("ñ") < 20 or "đ" in whole:
        return pages
    return [page.translate({ord("ñ"): "đ", ord("ð"): "Đ", ord("Ñ"): "Đ"}) for page in pages]


def recognise_page(path: Path, page: int, folder: Path) -> None:
    """Recognise one page."""
    raise UnreadableFile(NO_TEXT.format(stamp=""))


def render_page(path: Path, page: int, width: int) -> bytes:
    """One page as a picture."""
    raise UnreadableFile(NO_TEXT.format(stamp=""))
