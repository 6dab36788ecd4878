"""Nghi sót: numbers that no rule took or that were hard to recognise, each in its context."""

from __future__ import annotations

from index import name_of
from ingest import Document, Metadata

from .highlights import Span, cut_out, excerpt_of
from .markup import Markup, anchor, element
from .recognised import page_sureness
from .standpoint import Standpoint
from .tables import table

SHOWN = 200  # places listed; a person reads no more
WIDTH = 160  # characters of context


def suspects_table(view: Standpoint, found: list[tuple[Metadata, str, int]]) -> Markup:
    """The places, each with its document and a link to its unit; says so where there is none."""
    if not found:
        return element("p", "Không có chuỗi nào giống số ký hiệu mà chưa được nhận ra.", look="mo")
    documents: dict[str, Document | None] = {}
    rows = []
    for about, words, place in found[:SHOWN]:
        if about.id not in documents:
            documents[about.id] = view.catalogue.document(about.id)
        if document := documents[about.id]:
            rows.append(_row(view, document, words, place))
    return element("div", table(("Văn bản", "Chuỗi nghi là số ký hiệu"), rows), look="nghi-sot")


def _row(view: Standpoint, document: Document, words: str, place: int) -> tuple[str, str]:
    around = [u for u in document.provisions if u.start <= place < u.end]
    address = around[-1].address if around else ""
    link = anchor(view.reader(document.about.id, address), name_of(document.about))
    line = document.text.rfind("\n", 0, place) + 1
    end = document.text.find("\n", place)
    text = document.text[line : end if end >= 0 else len(document.text)]
    span = Span(place - line, place - line + len(words))
    start, stop = excerpt_of(text, [(span.start, span.end)], width=WIDTH)
    page = document.sureness.page_at(place)
    sure = document.sureness.at(place)
    read = Markup()
    if sure is not None:
        picture = view.picture(document.about.id, page, address)
        words = f"Đọc từ ảnh {page_sureness(page, sure)} · "
        read = element("p", words, anchor(picture, "Xem ảnh trang"), look="tu-anh")
    return link, element("div", cut_out(text, start, stop, [span]), read)
