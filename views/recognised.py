"""What was read from pictures of pages, how surely, and the way to the picture."""

from __future__ import annotations

from index import Hit, Mention
from ingest import UNSURE_PAGE, Citation, Sureness

from .markup import Markup, anchor, element
from .standpoint import Standpoint

FROM_PICTURE = "đọc từ ảnh, hãy đối chiếu"
UNSURE = "chưa chắc: số đọc từ ảnh không rõ, hãy đối chiếu"
LISTED = 12  # pages named in a line


def percent(sure: float) -> str:
    """How sure, rounded down: nothing below a limit looks as if it reached it."""
    return f"{int(sure * 100 + 1e-6)}%"


def recognised_words(sureness: Sureness) -> str:
    """`Nhận dạng từ ảnh, độ chắc 91%`; empty where the letters were in the file."""
    if sureness.mean is None:
        return ""
    count, whole = len(sureness.recognised), len(sureness.of_pages)
    part = f" {count} trên {whole} trang" if count < whole else ""
    unsure = len(sureness.unsure_pages)
    look = f", {unsure} trang cần đối chiếu" if unsure else ""
    return f"Nhận dạng từ ảnh{part}, độ chắc {percent(sureness.mean)}{look}"


def recognised_badge(sureness: Sureness) -> Markup:
    """The same as a badge, for a card and a headline."""
    words = recognised_words(sureness)
    return element("span", words, look="nhan tu-anh") if words else Markup()


def range_words(sureness: Sureness) -> str:
    """The range over the recognised pages and those to look at; empty where there is none."""
    known = sureness.recognised
    if sureness.mean is None:
        return ""
    low, high = percent(min(known.values())), percent(max(known.values()))
    span = f"độ chắc {low}" if low == high else f"độ chắc {low} đến {high}"
    words = f"{len(known)} trang từ ảnh, {span}, trung bình {percent(sureness.mean)}; "
    poor = [f"{page} ({percent(sure)})" for page, sure in sureness.unsure_pages.items()]
    if not poor:
        return f"{words}không trang nào dưới {percent(UNSURE_PAGE)}"
    more = " …" if len(poor) > LISTED else ""
    return f"{words}cần đối chiếu trang {', '.join(poor[:LISTED])}{more}"


def page_sureness(page: int, sure: float | None) -> str:
    """`trang 3, độ chắc 91%`; the page alone where its letters were in the file."""
    return f"trang {page}" + (f", độ chắc {percent(sure)}" if sure is not None else "")


def citation_words(sureness: Sureness, citation: Citation) -> str:
    """That a citation was read from a picture; empty where its letters were in the file."""
    if sureness.at(citation.full_start, citation.full_end) is None:
        return ""
    return UNSURE if sureness.doubts(citation.full_start, citation.full_end) else FROM_PICTURE


def hit_line(view: Standpoint, hit: Hit) -> Markup:
    """On which picture a passage stands, how surely it was read, and the way there."""
    if hit.page is None:
        return Markup()
    words = f"Đọc từ ảnh {page_sureness(hit.page, hit.sureness)} · "
    picture = view.picture(hit.about.id, hit.page, hit.passage.address)
    return element("p", words, anchor(picture, "Xem ảnh trang"), look="tu-anh")


def mention_line(view: Standpoint, mention: Mention) -> Markup:
    """That a citation was read from a picture, and the way to it."""
    words = citation_words(mention.sureness, mention.citation)
    if not words or mention.page is None:
        return Markup()
    place = page_sureness(mention.page, mention.page_sureness)
    picture = view.picture(mention.document, mention.page, mention.address)
    look = "tu-anh chua-chac" if mention.is_unsure else "tu-anh"
    link = anchor(picture, f"Xem ảnh {place}")
    return element("p", element("span", words[0].upper() + words[1:]), " · ", link, look=look)
