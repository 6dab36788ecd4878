"""HTML: the lines of the document on a page, without the site around it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from ..document import Reading, Removed
from ..errors import UnreadableFile
from .fonts import Run, decode_runs, font_code_of, note_of
from .letters import BYTE_ORDER_MARKS, decode, normalise
from .masthead import read_masthead
from .page_body import choose_lines
from .page_frame import PageLine
from .source import FontCode, Source

FRAME = "khung trang web"

CHARSET = re.compile(rb"charset\s{0,3}=\s{0,3}[\"']?(?P<name>[\w-]{1,40})", re.I)
CHARSETS = {b"x-user-defined": "cp1252"}  # what pages in TCVN3 and VNI fonts used to name
# fmt: off
BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "tfoot",
    "thead", "tr", "ul",
))
CELLS = frozenset(("td", "th"))
UNSEEN = frozenset((
    "script", "style", "noscript", "template", "select", "option", "button", "textarea", "input",
    "iframe", "object", "svg", "head",
))
# fmt: on
BETWEEN_CELLS = " | "
FONT_FAMILY = re.compile(r"font-family\s{0,3}:(?P<fonts>[^;]{1,200})", re.I)


def read_html(source: Source) -> Reading:
    """Read an HTML page; what surrounds the document is reported as removed, and as what."""
    page, walk = _find_lines(_decode_page(source.data), source.options.font_code)
    kept, reasons = choose_lines(page, walk.lines, spelled=not walk.seen)
    lines = (line.text for line, keep in zip(walk.lines, kept, strict=True) if keep)
    text = normalise("\n".join(lines))
    removed = tuple(_report(walk.lines, kept, reasons))
    about = read_masthead(text, source.name)
    return Reading(text, about, removed=removed, notes=note_of(walk.seen, walk.lost))


def _report(
    lines: Sequence[PageLine], kept: Sequence[bool], reasons: dict[int, str]
) -> Iterator[Removed]:
    """Yield what was left out: line by line where it is known what it is, else run by run."""
    left = [at for at in range(len(lines)) if not kept[at]]
    for known, run in groupby(left, key=reasons.__contains__):
        if known:
            yield from (Removed(normalise(lines[at].text), reasons[at]) for at in run)
        elif frame := normalise("\n".join(lines[at].text for at in run)):
            yield Removed(frame, FRAME)


def _decode_page(data: bytes) -> str:
    """Decode a page: its mark, then UTF-8, then the charset that it names itself."""
    try:
        return decode(data)
    except UnreadableFile:
        named = CHARSET.search(data[:4096])
        marked = any(data.startswith(mark) for mark, _ in BYTE_ORDER_MARKS)
        if not named or marked or named["name"].lower() == b"utf-8":
            raise
        try:
            return data.decode(CHARSETS.get(named["name"].lower(), named["name"].decode("ascii")))
        except (LookupError, UnicodeDecodeError):
            raise UnreadableFile(
                f"Trang web ghi bảng mã {named['name'].decode('ascii')} nhưng không đọc được theo "
                "bảng mã đó. Hãy mở trang bằng trình duyệt và lưu lại với bảng mã UTF-8."
            ) from None


def _find_lines(source: str, chosen: FontCode | None) -> tuple[Any, _Walk]:
    """Find the lines a browser would show, in order; a row of short cells is one line."""
    from lxml import html  # type: ignore[import-untyped]

    # The parser stops in silence at 256 nested elements, at 2,048 with huge_tree.
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    page = html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    if any(flaw.type_name == "ERR_RESOURCE_LIMIT" for flaw in parser.error_log):
        raise UnreadableFile(
            "Trang web lồng quá nhiều lớp nên chỉ đọc được một phần. Hãy mở bằng trình duyệt, chép "
            "phần văn bản vào một tệp .txt rồi thêm tệp đó."
        )
    walk = _Walk(chosen)
    walk.through(page)
    return page, walk


class _Walk:
    """Collects lines from a tree without recursion: pages nest deeper than Python's stack."""

    def __init__(self, chosen: FontCode | None) -> None:
        self.lines: list[PageLine] = []
        self.seen: Counter[FontCode] = Counter()
        """Letters converted from each old code."""
        self.lost: Counter[str] = Counter()
        self._codes = [(chosen, False)]
        self._words: list[Run] = []
        self._home: Any = None
        self._links = 0
        """How many links stand around the words that come."""
        self._linked = 0

    def through(self, page: Any) -> None:
        """Visit every element of the tree once, in the order of the page."""
        stack: list[tuple[Any, bool]] = [(page, False)]
        while stack:
            element, leaving = stack.pop()
            if leaving:
                self._leave(element)
                continue
            if isinstance(element.tag, str) and element.tag not in UNSEEN:
                self._enter(element)
                stack.append((element, True))
                stack.extend((child, False) for child in reversed(element))
            else:
                self._say(element.tail, element.getparent())

    def _enter(self, element: Any) -> None:
        if element.tag in BLOCKS or element.tag == "br" or _holds_blocks(element):
            self._end_line()
        elif element.tag in CELLS and self._words:
            self._words.append(Run(BETWEEN_CELLS))
        self._codes.append(_find_code(element) or self._codes[-1])
        self._links += _is_link(element)
        self._say(element.text, element)

    def _leave(self, element: Any) -> None:
        if element.tag in BLOCKS or _holds_blocks(element):
            self._end_line()
        self._codes.pop()
        self._links -= _is_link(element)
        if element.getparent() is not None:
            self._say(element.tail, element.getparent())

    def _say(self, words: str | None, home: Any) -> None:
        if words:
            if self._home is None and not words.isspace():
                self._home = home
            self._linked += len(" ".join(words.split())) if self._links else 0
            self._words.append(Run(words, *self._codes[-1]))

    def _end_line(self) -> None:
        words = decode_runs(self._words, self.seen, self.lost)
        text = " ".join(words.split()).removesuffix(BETWEEN_CELLS.rstrip()).strip()
        if text and self._home is not None:
            self.lines.append(PageLine(text, self._home, self._linked))
        self._words, self._home, self._linked = [], None, 0


def _find_code(element: Any) -> tuple[FontCode | None, bool] | None:
    """The code of the font an element names, `(None, False)` for Unicode; None where it has none.

    `<font face=".VnTime">`, `style="font-family: 'VNI-Times', serif"`: the first name counts.
    """
    style = FONT_FAMILY.search(element.get("style") or "")
    names = style["fonts"] if style else element.get("face") if element.tag == "font" else ""
    if not names:
        return None
    first = names.split(",")[0].strip(" '\"")
    return font_code_of(first) or (None, False)


def _is_link(element: Any) -> bool:
    return element.tag == "a" and bool(element.get("href"))


def _holds_blocks(element: Any) -> bool:
    """Tell whether a cell holds paragraphs of its own: then it is layout, not a table."""
    return element.tag in CELLS and any(child.tag in BLOCKS for child in element)
