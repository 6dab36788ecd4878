"""HTML: the lines of the document on a page, without the site around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from ..document import Reading, Removed
from ..errors import UnreadableFile
from .letters import BYTE_ORDER_MARKS, decode, normalise
from .masthead import read_masthead
from .page_body import choose_lines
from .page_frame import PageLine
from .source import Source

FRAME = "khung trang web"

CHARSET = re.compile(rb"charset\s{0,3}=\s{0,3}[\"']?(?P<name>[\w-]{1,40})", re.I)
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


def read_html(source: Source) -> Reading:
    """Read an HTML page; what surrounds the document is reported as removed, and as what."""
    page, lines = _find_lines(_decode_page(source.data))
    kept, reasons = choose_lines(page, lines)
    text = normalise("\n".join(line.text for line, keep in zip(lines, kept, strict=True) if keep))
    removed = tuple(_report(lines, kept, reasons))
    return Reading(text, read_masthead(text, source.name), removed=removed)


def _report(
    lines: Sequence[PageLine], kept: Sequence[bool], reasons: dict[int, str]
) -> Iterator[Removed]:
    """Yield what was left out, neighbouring lines of one reason together."""
    left = [(reasons.get(at, FRAME), line.text) for at, line in enumerate(lines) if not kept[at]]
    for reason, run in groupby(left, key=itemgetter(0)):
        if frame := normalise("\n".join(text for _, text in run)):
            yield Removed(frame, reason)


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
            return data.decode(named["name"].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            raise UnreadableFile(
                f"Trang web ghi bảng mã {named['name'].decode('ascii')} nhưng không đọc được theo "
                "bảng mã đó. Hãy mở trang bằng trình duyệt và lưu lại với bảng mã UTF-8."
            ) from None


def _find_lines(source: str) -> tuple[Any, list[PageLine]]:
    """Return the page, and its lines as a browser shows them; a row of short cells is one line."""
    from lxml import html  # type: ignore[import-untyped]

    # The parser stops in silence at 256 nested elements, at 2,048 with huge_tree.
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    page = html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    if any(flaw.type_name == "ERR_RESOURCE_LIMIT" for flaw in parser.error_log):
        raise UnreadableFile(
            "Trang web lồng quá nhiều lớp nên chỉ đọc được một phần. Hãy mở bằng trình duyệt, chép "
            "phần văn bản vào một tệp .txt rồi thêm tệp đó."
        )
    walk = _Walk()
    walk.through(page)
    return page, walk.lines


class _Walk:
    """Collects lines from a tree without recursion: pages nest deeper than Python's stack."""

    def __init__(self) -> None:
        self.lines: list[PageLine] = []
        self._words: list[str] = []
        self._linked = 0
        self._links = 0
        self._home: Any = None

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
            self._words.append(BETWEEN_CELLS)
        self._links += _is_link(element)
        self._say(element.text, element)

    def _leave(self, element: Any) -> None:
        if element.tag in BLOCKS or _holds_blocks(element):
            self._end_line()
        self._links -= _is_link(element)
        if element.getparent() is not None:
            self._say(element.tail, element.getparent())

    def _say(self, words: str | None, home: Any) -> None:
        if words:
            if self._home is None and not words.isspace():
                self._home = home
            if self._links:
                self._linked += len(" ".join(words.split()))
            self._words.append(words)

    def _end_line(self) -> None:
        text = " ".join("".join(self._words).split()).removesuffix(BETWEEN_CELLS.rstrip()).strip()
        if text and self._home is not None:
            self.lines.append(PageLine(text, self._home, self._linked))
        self._words, self._home, self._linked = [], None, 0


def _is_link(element: Any) -> bool:
    return element.tag == "a" and bool(element.get("href"))


def _holds_blocks(element: Any) -> bool:
    """Tell whether a cell holds paragraphs of its own: then it is layout, not a table."""
    return element.tag in CELLS and any(child.tag in BLOCKS for child in element)
