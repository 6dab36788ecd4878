"""Văn bản: the reader, with a permalink to every provision."""

from __future__ import annotations

import streamlit as st

from citator import cited_by
from index import KnowledgeBase, find_marks, name_of
from ingest import Document, Metadata, Provision, fold
from views.cards import attributes, headline, notice
from views.cited import citation_links, cited_list
from views.contents import contents_of, name_of_unit, place_of
from views.document_text import PLACE, Shown, text_of
from views.highlights import marks
from views.leaves import Leaf, leaf_at, leaves_of
from views.links import reader_link
from views.markup import Markup, anchor, element, join
from views.mentions import citing_cards
from views.store import open_page, show
from views.tables import documents_table

LONGEST_ASKED = 8_000  # characters of the asked provision shown above; all of it is below
LISTED = 300  # documents listed at once


def show_list(kb: KnowledgeBase) -> None:
    """Every document, to open one."""
    show(element("h1", "Đọc một văn bản"))
    typed = st.text_input(
        "Gõ số ký hiệu hoặc vài chữ của trích yếu để thu gọn danh sách",
        key="loc",
        type="search",
        max_chars=200,
        placeholder="Ví dụ: 37-QĐ/TW hoặc kiểm tra giám sát",
        bind="query-params",
    )
    wanted = fold(typed or "").split()
    found = [about for about in kb.documents() if _has_words(about, wanted)]
    show(element("p", f"{len(found)} văn bản.", look="mo"), documents_table(found[:LISTED]))
    if len(found) > LISTED:
        show(element("p", f"Đang hiện {LISTED} văn bản đầu; hãy gõ thêm chữ.", look="mo"))


def show_document(kb: KnowledgeBase, document: Document) -> None:
    """One document at the place asked for."""
    address = st.query_params.get("dv", "")
    asked = next((u for u in document.provisions if u.address == address), None)
    leaves = leaves_of(document)
    leaf = leaf_at(leaves, asked.start) if asked else leaves[asked_leaf(len(leaves)) - 1]
    st.set_page_config(page_title=name_of(document.about))
    show_contents(document, asked or first_in(document, leaf))
    show(element("section", headline(document.about, "h1"), look="the"))
    if address and asked is None:
        show(notice(f"Văn bản này không có đơn vị «{address}»; dưới đây là văn bản.", "canh-bao"))
    mentions = cited_by(kb, document.about)
    names = ["Nội dung", "Thuộc tính", f"Được viện dẫn ({len(mentions)})"]
    text, facts, citing_it, cited = st.tabs([*names, f"Viện dẫn ({len(document.citations)})"])
    with text:
        show_text(kb, document, asked, leaves, leaf)
    with facts:
        show(attributes(document.about))
    with citing_it:
        show(citing_cards(mentions))
    with cited:
        show(cited_list(kb, document))


def first_in(document: Document, leaf: Leaf) -> Provision | None:
    """The unit a leaf begins with; None on the first leaf, where nothing was turned yet."""
    return next((u for u in document.provisions if u.start >= leaf.start > 0), None)


def show_contents(document: Document, current: Provision | None) -> None:
    """The table of contents, at the side where there is room."""
    contents = contents_of(document, current)
    if contents:
        with st.sidebar:
            show(element("h2", "Mục lục"), contents)


def show_text(
    kb: KnowledgeBase,
    document: Document,
    asked: Provision | None,
    leaves: tuple[Leaf, ...],
    leaf: Leaf,
) -> None:
    """The provision asked for, then the leaf around it."""
    if asked:
        show(asked_box(kb, document, asked))
    turn = leaf_links(document, leaves, leaf)
    links = citation_links(kb, document, leaf.start, leaf.end)
    body = text_of(document, leaf.start, leaf.end, Shown(asked, links, PLACE))
    show(turn, element("div", body, look="giay"), turn)


def asked_box(kb: KnowledgeBase, document: Document, asked: Provision) -> Markup:
    """The provision asked for, before everything else; the words of the query are marked."""
    end = min(asked.end, asked.start + LONGEST_ASKED)
    words = document.text[asked.start : end]
    found = marks(find_marks(words, st.query_params.get("q", "")), shift=asked.start)
    spans = [*citation_links(kb, document, asked.start, end), *found]
    place = element("span", f"Chỗ cần xem: {place_of(asked.path)}")
    head = element("p", place, anchor(f"#{PLACE}", "Xem trong văn bản ↓"), look="cho-hoi")
    body = text_of(document, asked.start, end, Shown(asked, spans))
    above = element("p", title_above(document, asked), look="tren")
    rest = "Đơn vị này dài; phần còn lại ở bên dưới." if end < asked.end else ""
    return element("div", head, above, body, element("p", rest, look="mo"), look="khung-hoi")


def title_above(document: Document, asked: Provision) -> str:
    """The title of the article around a khoản or a điểm; empty for an article or a larger unit."""
    around = [u for u in document.provisions if u.start < asked.start and asked.end <= u.end]
    return next((name_of_unit(u) for u in reversed(around) if u.path[-1].startswith("Điều")), "")


def leaf_links(document: Document, leaves: tuple[Leaf, ...], leaf: Leaf) -> Markup:
    """The way to the leaf before and the leaf after; nothing for a document of one leaf."""
    if len(leaves) == 1:
        return Markup()
    before = _leaf_link(document, leaves, leaf.number - 1, "‹ Phần trước")
    after = _leaf_link(document, leaves, leaf.number + 1, "Phần sau ›")
    where = element("span", f"Phần {leaf.number} trên {len(leaves)}", look="mo")
    return element("nav", before, where, after, look="lat")


def _leaf_link(document: Document, leaves: tuple[Leaf, ...], number: int, words: str) -> Markup:
    if not 1 <= number <= len(leaves):
        return element("span")
    start = leaves[number - 1].start
    unit = next((u for u in document.provisions if u.start == start), None)
    hint = name_of_unit(unit) if unit else ""
    return anchor(reader_link(document.about.id, leaf=number), words, hint=hint)


def asked_leaf(count: int) -> int:
    """The number of the leaf in the address, within what there is."""
    typed = st.query_params.get("trang", "1")
    return min(max(int(typed), 1), count) if typed.isascii() and typed.isdigit() else 1


def _has_words(about: Metadata, wanted: list[str]) -> bool:
    known = fold(" ".join([about.type, about.number, about.title, about.issuer, *about.aliases]))
    return all(word in known for word in wanted)


kb = open_page()
id = st.query_params.get("vb", "")
document = kb.document(id) if id else None
if document is not None:
    show_document(kb, document)
elif id:
    others = anchor("van-ban", "Xem các văn bản đang có")
    show(notice(join([f"Văn bản «{id}» không tồn tại trong kho. ", others]), "canh-bao"))
else:
    show_list(kb)
