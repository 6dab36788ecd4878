"""What a web page carries besides its document: menus, adverts, related news, comments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

MENU, ADVERT, RELATED = "trình đơn", "quảng cáo", "tin liên quan"
SIDE, FOOT = "cột bên", "chân trang web"
CAPTION, SHARE, COMMENT = "chú thích ảnh", "nút chia sẻ", "bình luận"

PROVISION = re.compile(r"(?:Điều|ĐIỀU)\s+\d")

MOST_OF_PAGE = 0.33  # of the letters: what holds more is no frame, whatever it is called
LONGEST_CAPTION = 300  # letters
LINKED = 0.6  # of a line's letters inside links make it a link; a day may stand behind it
LONG_LINE = 25  # letters outside links end a list of related news; a day is shorter
LATE = 0.6  # of the letters stand above the comments; a tab of that name is higher up

BY_TAG = {"nav": MENU, "footer": FOOT, "aside": SIDE, "figcaption": CAPTION}
BY_ROLE = {
    "navigation": MENU, "banner": MENU, "search": MENU, "contentinfo": FOOT,
    "complementary": SIDE,
}  # fmt: skip
# What the classes and ids of such parts are made of, in the order in which they decide.
BY_NAME = tuple(
    (reason, frozenset(words.split()))
    for reason, words in (
        (COMMENT, "comment comments binhluan ykien feedback rating"),
        (SHARE, "share sharing social chiase addthis zalo like"),
        (RELATED, "related relate lienquan tinlienquan tinkhac tincungchuyenmuc tinnoibat hotnews"),
        (RELATED, "mostread docnhieu recommend suggest"),
        (CAPTION, "caption chuthich photocaption imgcaption imagecaption"),
        (ADVERT, "ad ads adv advert advertisement banner quangcao"),
        (MENU, "menu nav navbar navigation breadcrumb breadcrumbs toolbar sidebar header topbar"),
        (FOOT, "footer"),
        (MENU, "login search pagination fontsize contrast tuongphan tienich toc mucluc tabs tab"),
    )
)
NAME_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")

# Headings above what is not the document, where nothing else tells.
RELATED_HEADING = re.compile(
    r"(?:Các )?(?:tin(?: tức)?|bài(?: viết)?|văn bản|nội dung)(?: (?:liên quan|khác|nổi bật|mới"
    r"|mới nhất|đã đưa|cùng chuyên mục|cùng lĩnh vực|xem nhiều)){1,2}"
    r"(?: tin nổi bật)?:?|Xem thêm:?|Có thể bạn quan tâm:?",
    re.I,
)
COMMENT_HEADING = re.compile(
    r"(?:Ý kiến bạn đọc|Bình luận|Gửi bình luận|Gửi ý kiến|Viết bình luận)(?: ?\(\d+\))?:?", re.I
)
TOOLS = re.compile(
    r"(?:A ?[-–] ?A? ?A ?\+|(?:Tăng|Giảm) tương phản|Cỡ chữ|In (?:trang|bài|tin)(?: này| viết)?"
    r"|Bản in|Quay lại|(?:Về|Lên|Trở về) đầu trang|Lượt (?:xem|truy cập) ?:? ?[\d.]+|Đọc bài viết"
    r"|Chia sẻ(?: bài viết)?|Facebook|Twitter|Zalo|Email|Gửi (?:email|cho bạn bè)|Sao chép liên kết"
    r"|[ |:]){1,12}",
    re.I,
)


@dataclass(slots=True)
class PageLine:
    """A line as a browser shows it."""

    text: str
    home: Any
    """The element its first letters stand in."""
    linked: int = 0
    """How many of its letters stand inside links."""

    @property
    def is_link(self) -> bool:
        """Tell whether the line leads to another page rather than saying something."""
        return self.linked >= LINKED * len(self.text)


def mark_frame(lines: Sequence[PageLine]) -> dict[int, str]:
    """Return which lines belong to the frame of the page, and as what."""
    reasons = dict(_by_parts(lines))
    return dict(_by_words(lines, reasons)) | reasons


def _by_parts(lines: Sequence[PageLine]) -> Iterator[tuple[int, str]]:
    """Yield the lines inside parts of the page that are called by what they are."""
    parts: dict[Any, tuple[str, list[int]]] = {}
    known: dict[Any, tuple[Any, str] | None] = {}
    for at, line in enumerate(lines):
        if part := _find_part(line.home, known):
            parts.setdefault(part[0], (part[1], []))[1].append(at)
    letters = sum(len(line.text) for line in lines)
    for reason, inside in parts.values():
        held = [lines[at] for at in inside]
        provisions = any(PROVISION.match(line.text) and not line.is_link for line in held)
        size = sum(len(line.text) for line in held)
        most = LONGEST_CAPTION * len(held) if reason == CAPTION else MOST_OF_PAGE * letters
        if not provisions and size <= most:
            yield from ((at, reason) for at in inside)


def _find_part(home: Any, known: dict[Any, tuple[Any, str] | None]) -> tuple[Any, str] | None:
    """Return the outermost part around an element that is no document, and what it is."""
    path = []
    element = home
    while element is not None and element not in known:
        path.append(element)
        element = element.getparent()
    part = known[element] if element is not None else None
    for element in reversed(path):
        if part is None and (reason := _reason_of(element)):
            part = (element, reason)
        known[element] = part
    return part


def _reason_of(element: Any) -> str:
    if not isinstance(element.tag, str) or element.tag in {"html", "body"}:
        return ""
    named = BY_TAG.get(element.tag) or BY_ROLE.get(element.get("role", ""))
    if named:
        return named
    if _is_caption(element):
        return CAPTION
    names = f"{element.get('class', '')} {element.get('id', '')}"[:300]
    parts = [part.lower() for part in NAME_PART.findall(names)]
    joined = {"".join(parts[at : at + 2]) for at in range(len(parts))}
    whole = {re.sub(r"[^a-z]", "", name.lower()) for name in names.split()}
    found = {*parts, *joined, *whole}
    return next((reason for reason, words in BY_NAME if found & words), "")


def _is_caption(element: Any) -> bool:
    """Tell whether an element holds little but a picture and the words below it."""
    if element.tag in {"table", "p"}:
        return _begins_with_picture(element) and len(_words(element)) <= LONGEST_CAPTION
    return element.tag in {"em", "i"} and _stands_below_picture(element)


def _begins_with_picture(element: Any) -> bool:
    for one in element.iter():
        if one.tag == "img":
            return True
        if (one.text or "").strip():
            return False
    return False


def _stands_below_picture(element: Any) -> bool:
    """Tell whether words in italics fill the paragraph right below a picture."""
    block = element.getparent()
    above = block.getprevious() if block is not None else None
    if above is None or not isinstance(above.tag, str):
        return False
    fills = _words(block) == _words(element)
    pictured = above.tag == "img" or above.find(".//img") is not None
    return fills and pictured and not _words(above) and len(_words(element)) <= LONGEST_CAPTION


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _by_words(lines: Sequence[PageLine], marked: Mapping[int, str]) -> Iterator[tuple[int, str]]:
    """Yield the lines that are buttons, and the lists below a heading such as `Tin liên quan`."""
    listing = ""
    above, letters = 0, sum(len(line.text) for line in lines)
    for at, line in enumerate(lines):
        above += len(line.text)
        if TOOLS.fullmatch(line.text):
            yield at, SHARE if "chia sẻ" in line.text.lower() else MENU
            continue
        if at not in marked:
            listing = _list_after(line, listing, late=above >= LATE * letters)
        if listing:
            yield at, listing


def _list_after(line: PageLine, listing: str, *, late: bool) -> str:
    """Return the list that a line begins, goes on with or ends."""
    if COMMENT_HEADING.fullmatch(line.text) and late:
        return COMMENT
    if RELATED_HEADING.fullmatch(line.text):
        return RELATED
    says = not line.is_link and len(line.text) > LONG_LINE
    if PROVISION.match(line.text) or (listing == RELATED and says):
        return ""
    return listing
