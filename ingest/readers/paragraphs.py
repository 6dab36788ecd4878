"""Lines of printed pages become running paragraphs, one provision a line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .letters import collapse

FOOTNOTE_RULE = "\ufdd0"  # stands for the rule above footnotes; never a character of a text

SHORT = 0.75  # of a full line: a shorter line ends its paragraph
SHORT_IN_CAPITALS = 0.6  # capitals are wider, so fewer fill a line
SHORTEST_TITLE = 8  # letters: QUỐC HỘI
FEW_LINES = 12  # a page with fewer says nothing about how long a full line is

QUOTE = r"[“\"‘]?"
DIEU = r"(?:Điều|ĐIỀU) \d{1,4}[a-zđ]?[.:]"  # Điều 12.
NUMBERED = r"\d{1,3}(?:\.\d{1,3}){0,4}[.)]\d{0,3} "  # 1. 2.1. 3) and 8.3 with a note's number
LETTERED = r"[a-zđ]\d?\)"  # a) đ) a1)
ROMAN = r"[IVX]{1,6}[.-] "  # II. IV-
DASHED = r"[-–+•*] "  # - Căn cứ
OPENERS = r"(?:Phụ lục|PHỤ LỤC|Mẫu số|Nơi nhận:|Căn cứ|Theo đề nghị|\((?:Tiếp|Xem|Ban|Kèm) )"
OPENING = re.compile(rf"{QUOTE}(?:{DIEU}|{NUMBERED}|{LETTERED}|{ROMAN}|{DASHED}|{OPENERS})")

LEVEL = r"(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Tiểu mục|TIỂU MỤC)"
ORDINAL = r"(?:(?:thứ|THỨ) \w{2,5}|[IVXL]{1,7}|\d{1,3}|[A-ZĐ])[a-zđ]?"
# Chương II, Mục 1. and the Điều 120 of the Constitution, alone on its line
LEVEL_LINE = re.compile(
    rf"{QUOTE}(?:{LEVEL} {ORDINAL}(?:\d{{0,3}}$|[.:])|(?:Điều|ĐIỀU) \d{{1,4}}[a-zđ]?$)"
)

NOTE = re.compile(r"\[?\d{1,3}\]? \S")  # 2 Khoản này được sửa đổi

# A line that ends so waits for its number: "1." or "Điều 5." after it is not a start.
WAITING = re.compile(
    r"(?:^| )(?:[Đđ]iều|[Kk]hoản|[Đđ]iểm|[Mm]ục|[Cc]hương|[Pp]hần|số|các|và|hoặc|đến|từ|tại|của"
    r"|theo|ngày|tháng|năm|với)$"
)
# "dân tộc thiểu số" and "hằng năm" do not wait for "1. Nhà nước", as "mẫu số" does for "01/ĐK"
COUNT_WORD = re.compile(r"(?:^| )(?:số|ngày|tháng|năm)$")
NEW_ITEM = re.compile(r"\d{1,3}\. [^\W\d_]")
ARTICLE_LINE = re.compile(rf"{QUOTE}{DIEU}")
# A title that ends so goes on below: "… nước Cộng hòa xã hội chủ nghĩa Việt" "Nam"
UNFINISHED = re.compile(
    r"(?:,| (?:khi|sau|trước|trong|cho|về|do|là|được|bị|bởi"
    r"|nước|Việt|Thư ký|Hội đồng|[Ủủ]y|[Ủủ]y ban))$"
)

ABBREVIATED = re.compile(r"(?:^|[ (])(?:TP|Tp|TX|Tx|TT|GS|PGS|TS|ThS|BS|Nxb|NXB|tr)\.$")
CLOSING = (".", ";", ":", "!", "?", ".”", ";”", '."', ';"', "./.", ".)")


@dataclass(slots=True)
class _Paragraph:
    """A run of lines of one page that belong together."""

    text: str
    continues: bool = False
    """It is the second half of the paragraph before it."""


def join_pages(pages: list[list[str]]) -> tuple[str, tuple[int, ...]]:
    """Join the lines that a page's width broke; return the text and where each page begins.

    A paragraph that runs over a page is joined; a footnote between its halves goes before it.
    """
    everywhere = _full_width([line for page in pages for line in page])
    laid_out: list[list[_Paragraph]] = []
    last = ""
    held: list[_Paragraph] = []
    for page in pages:
        body, notes = _part(page)
        # A form in a document of prose is narrow by design; a table of prose is not.
        width = max(everywhere, _full_width(body) if len(body) >= FEW_LINES else 0)
        paragraphs = _group(body, last, width)
        last = body[-1] if body else last
        if paragraphs and paragraphs[0].continues:
            _let_pass(held, laid_out)
        laid_out.append(paragraphs)
        held = _group(notes, "", width)
        laid_out[-1] += held
    return _write(laid_out)


def _part(page: list[str]) -> tuple[list[str], list[str]]:
    """Split the lines of a page into its body and its footnotes; blank lines fall away."""
    body = page
    notes: list[str] = []
    if FOOTNOTE_RULE in page:
        at = page.index(FOOTNOTE_RULE)
        below = [line for line in page[at + 1 :] if line]
        if below and NOTE.match(below[0]):
            body, notes = page[:at], below
    kept = [collapse(line) for line in body if line != FOOTNOTE_RULE]
    return [line for line in kept if line], [collapse(line) for line in notes]


def _let_pass(notes: list[_Paragraph], laid_out: list[list[_Paragraph]]) -> None:
    """Move the notes that end the last page before the paragraph that runs on to the next.

    A paragraph that fills its whole page keeps its place: then the notes part its halves.
    """
    if not notes:
        return
    page = laid_out[-1]
    body = page[: len(page) - len(notes)]
    if len(body) > 1 or (body and not body[0].continues):
        page[:] = [*body[:-1], *notes, body[-1]]


def _group(lines: list[str], last: str, width: int) -> list[_Paragraph]:
    """Group the lines of a page into paragraphs; `last` is the line before the first."""
    paragraphs: list[_Paragraph] = []
    for line in lines:
        if last and not _opens(line, last, width):
            if paragraphs:
                paragraphs[-1].text += f" {line}"
            else:
                paragraphs.append(_Paragraph(line, continues=True))
        else:
            paragraphs.append(_Paragraph(line))
        last = line
    return paragraphs


def _opens(line: str, last: str, width: int) -> bool:
    """Tell whether a line begins a paragraph, from how it begins and how the last one ends."""
    if WAITING.search(last) and not _is_title(line):
        return bool(COUNT_WORD.search(last) and NEW_ITEM.match(line))
    if OPENING.match(line) or LEVEL_LINE.match(line) or LEVEL_LINE.match(last):
        return True
    if last.endswith(CLOSING):
        full = last.endswith(".") or len(last) >= width * SHORT
        return not (ABBREVIATED.search(last) or (full and line[0].islower()))
    if ARTICLE_LINE.match(last) and line[0].isupper() and not UNFINISHED.search(last):
        return True  # the title filled its line
    if _is_title(last) and _is_title(line):
        return len(last) < width * SHORT_IN_CAPITALS
    if _is_title(last) or _is_title(line):
        return True
    return len(last) < width * SHORT and not line[0].islower()


def _is_title(line: str) -> bool:
    """Tell whether a line is a title in capitals, not a wrapped `31/2024/QH15.` or `UBND`."""
    return line.isupper() and len(line) >= SHORTEST_TITLE and line[0].isalpha() and " " in line


def _full_width(lines: list[str]) -> int:
    """Return how long a full line is: four lines in five are not longer."""
    lengths = sorted(len(line) for line in lines if line)
    return lengths[len(lengths) * 4 // 5] if lengths else 0


def _write(laid_out: list[list[_Paragraph]]) -> tuple[str, tuple[int, ...]]:
    pieces: list[str] = []
    starts: list[int] = []
    size = 0
    for page in laid_out:
        starts.append(size)
        for number, paragraph in enumerate(page):
            gap = "" if not pieces else " " if paragraph.continues else "\n"
            if number == 0:
                starts[-1] = size + len(gap)
            pieces += (gap, paragraph.text)
            size += len(gap) + len(paragraph.text)
    return "".join(pieces), tuple(min(start, size) for start in starts)
