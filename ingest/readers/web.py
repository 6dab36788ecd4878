"""HTML: the lines of the document on a page, without the site around it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

from ..document import Reading, Removed
from ..errors import UnreadableFile
from .fonts import Run, decode_runs, font_code_of, note_of
from .letters import BYTE_ORDER_MARKS, decode, normalise
from .masthead import read_masthead
from .page_frame import find_frames, reason_at
from .source import FontCode, Source

FRAME = "khung trang web"

CHARSET = re.compile(rb"charset\s{0,3}=\s{0,3}[\"']?(?P<name>[\w-]{1,40})", re.I)
CHARSETS = {b"x-user-defined": "cp1252"}  # what pages in TCVN3 and VNI fonts used to name
PROVISION = re.compile(r"(?:Điều|ĐIỀU)\s+\d")

# A page with this many lines that begin with "Điều 5" is a regulation. Measured on the two pages
# of realdocs: trafilatura drops the 279 lines of one (laid out in tables) and 1,421 lines of notes
# and chapters of the other, so regulations are taken line by line; it wins on news pages.
FEWEST_PROVISIONS = 3
FRAME_SHARE = 0.01  # of the letters: what little stands outside is the document's own title
ROOT_SHARE = 0.95  # of those lines must lie in the part of the page that is kept

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
    "iframe", "object", "svg", "head", "nav",
))
# fmt: on
BETWEEN_CELLS = " | "
FONT_FAMILY = re.compile(r"font-family\s{0,3}:(?P<fonts>[^;]{1,200})", re.I)


@dataclass(slots=True)
class _Line:
    text: str
    home: Any
    """The element the line's first letters stand in."""


def read_html(source: Source) -> Reading:
    """Read an HTML page; what surrounds the document is reported as removed."""
    page = _decode_page(source.data)
    walk = _find_lines(page, source.options.font_code)
    lines, framed = _part_frames(walk.lines)
    provisions = [line for line in lines if PROVISION.match(line.text)]
    if len(provisions) >= FEWEST_PROVISIONS:
        kept, left = _cut_root(lines, provisions)
    elif walk.seen:  # trafilatura would take the signs of the old fonts as they are
        kept, left = [line.text for line in lines], []
    else:
        kept, left = _cut_main(page, lines)
        aside = {removed.text for removed in framed}
        kept = [line for line in kept if line not in aside]
    text = normalise("\n".join(kept))
    frame = normalise("\n".join(left))
    removed = (*((Removed(frame, FRAME),) if frame else ()), *framed)
    about = read_masthead(text, source.name)
    return Reading(text, about, removed=removed, notes=note_of(walk.seen, walk.lost))


def _part_frames(lines: list[_Line]) -> tuple[list[_Line], tuple[Removed, ...]]:
    """Take captions, adverts and the like apart; a line beginning with Điều always stays."""
    if not lines:
        return lines, ()
    frames = find_frames(lines[0].home.getroottree().getroot())
    reasons = ["" if PROVISION.match(one.text) else reason_at(one.home, frames) for one in lines]
    kept = [line for line, reason in zip(lines, reasons, strict=True) if not reason]
    framed = ((line, reason) for line, reason in zip(lines, reasons, strict=True) if reason)
    return kept, tuple(Removed(normalise(line.text), reason) for line, reason in framed)


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


def _find_lines(source: str, chosen: FontCode | None) -> _Walk:
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
    return walk


class _Walk:
    """Collects lines from a tree without recursion: pages nest deeper than Python's stack."""

    def __init__(self, chosen: FontCode | None) -> None:
        self.lines: list[_Line] = []
        self.seen: Counter[FontCode] = Counter()
        """Letters converted from each old code."""
        self.lost: Counter[str] = Counter()
        self._codes = [(chosen, False)]
        self._words: list[Run] = []
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
            self._words.append(Run(BETWEEN_CELLS))
        self._codes.append(_find_code(element) or self._codes[-1])
        self._say(element.text, element)

    def _leave(self, element: Any) -> None:
        if element.tag in BLOCKS or _holds_blocks(element):
            self._end_line()
        self._codes.pop()
        if element.getparent() is not None:
            self._say(element.tail, element.getparent())

    def _say(self, words: str | None, home: Any) -> None:
        if words:
            if self._home is None and not words.isspace():
                self._home = home
            self._words.append(Run(words, *self._codes[-1]))

    def _end_line(self) -> None:
        words = decode_runs(self._words, self.seen, self.lost)
        text = " ".join(words.split()).removesuffix(BETWEEN_CELLS.rstrip()).strip()
        if text and self._home is not None:
            self.lines.append(_Line(text, self._home))
        self._words, self._home = [], None


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


def _holds_blocks(element: Any) -> bool:
    """Tell whether a cell holds paragraphs of its own: then it is layout, not a table."""
    return element.tag in CELLS and any(child.tag in BLOCKS for child in element)


def _cut_root(lines: list[_Line], provisions: list[_Line]) -> tuple[list[str], list[str]]:
    """Keep the smallest part of the page that holds nearly all lines beginning with Điều."""
    counts: dict[Any, int] = {}
    depths: dict[Any, int] = {}
    for line in provisions:
        chain = [line.home, *line.home.iterancestors()]
        for above, element in enumerate(reversed(chain)):
            counts[element] = counts.get(element, 0) + 1
            depths[element] = above
    enough = ROOT_SHARE * len(provisions)
    root = max((one for one in counts if counts[one] >= enough), key=depths.__getitem__)
    inside = set(root.iter())
    kept = [line.text for line in lines if line.home in inside]
    left = [line.text for line in lines if line.home not in inside]
    if sum(map(len, left)) < FRAME_SHARE * sum(map(len, kept)):
        return [line.text for line in lines], []
    return kept, left


def _cut_main(source: str, lines: list[_Line]) -> tuple[list[str], list[str]]:
    """Keep what trafilatura takes for the article; the whole page when it finds none."""
    import trafilatura

    everything = [line.text for line in lines]
    found = trafilatura.extract(source, include_comments=False, favor_recall=True)
    kept = [" ".join(line.split()) for line in (found or "").split("\n") if line.strip()]
    if not kept:
        return everything, []
    known = set(kept)
    return kept, [line for line in everything if line not in known]
