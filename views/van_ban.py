"""Văn bản: the reader, with a permalink to every provision."""

from __future__ import annotations

import re

import streamlit as st

from index import find_marks, load_settings, name_of, tidy, with_usual_i
from ingest import Document, Metadata, Provision, fold
from views.as_of import stand_on_day
from views.cards import attributes, headline, notice
from views.citation_links import citation_links
from views.cited_documents import cited_cards, count_of_cited, documents_cited
from views.contents import contents_of, name_of_unit, place_of
from views.document_sections import show_diagram, show_stub
from views.document_text import PLACE, Shown, text_of
from views.facts import called
from views.highlights import marks
from views.leaves import Leaf, leaf_at, leaves_of
from views.markup import Markup, anchor, element, join
from views.mentions import citing_cards, count_of
from views.original import is_picture_asked, show_page_picture
from views.reading_facts import reading_facts, understood
from views.relations import Citing, ties_of
from views.standpoint import Standpoint
from views.store import open_page, show
from views.tables import documents_table
from views.validity import footer, reliance_warning

LONGEST_ASKED = 8_000  # characters of the asked provision shown above; all of it is below
LISTED = 300  # documents listed at once


def show_list(view: Standpoint) -> None:
    """Every document, to open one."""
    typed = st.text_input(
        "Gõ số ký hiệu hoặc vài chữ của trích yếu để thu gọn danh sách",
        key="loc",
        type="search",
        max_chars=200,
        placeholder="Ví dụ: 37-QĐ/TW hoặc kiểm tra giám sát",
        bind="query-params",
    )
    wanted = _in_one_spelling(tidy(typed or "")).split()
    found = [about for about in view.catalogue.documents() if _has_words(about, wanted)]
    show(element("p", f"{len(found)} văn bản.", look="mo"), documents_table(view, found[:LISTED]))
    if len(found) > LISTED:
        show(element("p", f"Đang hiện {LISTED} văn bản đầu; hãy gõ thêm chữ.", look="mo"))
    show(footer(view))


def show_document(view: Standpoint, document: Document) -> None:
    """One document at the place asked for."""
    address = st.query_params.get("dv", "")
    asked = next((u for u in document.provisions if u.address == address), None)
    leaves = leaves_of(document)
    leaf = leaf_at(leaves, asked.start) if asked else leaves[asked_leaf(len(leaves)) - 1]
    st.set_page_config(page_title=name_of(document.about))
    show_contents(view, document, asked or first_in(document, leaf))
    show(element("section", headline(view, document.about, "h1"), look="the"))
    if address and asked is None:
        show(notice(f"Văn bản này không có đơn vị «{address}»; dưới đây là văn bản.", "canh-bao"))
    show(reliance_warning(view, view.ledger.reliances_of(document)))
    cites, mentions = documents_cited(view, document), view.citing(document.about)
    counts = (sum(len(group.mentions) for group in cites), len(mentions))
    names = ("Nội dung", "Thuộc tính", "Lược đồ", f"Viện dẫn ({counts[0]})")
    text, facts, diagram, cited, citing = st.tabs([*names, f"Được viện dẫn ({counts[1]})"])
    with text:
        show_text(view, document, asked, leaves, leaf)
    with facts:
        show(attributes(document.about), element("h2", "Đọc từ tệp như thế nào"))
        corrected = view.catalogue.corrected(document.about.id)
        show(understood(document, corrected), reading_facts(document))
    with diagram:
        show_diagram(view, ties_of(view, document.about, Citing(tuple(cites), mentions)))
    with cited:
        show(element("h2", f"Viện dẫn {count_of_cited(cites)}") if cites else "")
        show(cited_cards(view, cites))
    with citing:
        show(element("h2", f"Được viện dẫn {count_of(mentions)}") if mentions else "")
        show(citing_cards(view, mentions))
    show(footer(view))


def first_in(document: Document, leaf: Leaf) -> Provision | None:
    """The unit a leaf begins with; None on the first leaf, where nothing was turned yet."""
    return next((u for u in document.provisions if u.start >= leaf.start > 0), None)


def show_contents(view: Standpoint, document: Document, current: Provision | None) -> None:
    """The table of contents, at the side where there is room."""
    contents = contents_of(view, document, current)
    if contents:
        with st.sidebar:
            show(element("h2", "Mục lục"), contents)


def show_text(
    view: Standpoint,
    document: Document,
    asked: Provision | None,
    leaves: tuple[Leaf, ...],
    leaf: Leaf,
) -> None:
    """The provision asked for, then the leaf around it; a picture asked for comes before both."""
    box = asked_box(view, document, asked) if asked else Markup()
    if is_picture_asked():
        show_page_picture(view, document, asked)
        show(box)
    else:
        show(box)
        show_page_picture(view, document, asked)
    turn = leaf_links(view, document, leaves, leaf)
    links = citation_links(view, document, leaf.start, leaf.end)
    body = text_of(document, leaf.start, leaf.end, Shown(asked, links, PLACE))
    show(turn, element("div", body, look="giay"), turn)


def asked_box(view: Standpoint, document: Document, asked: Provision) -> Markup:
    """The provision asked for, before everything else; the words of the query are marked."""
    end = min(asked.end, asked.start + LONGEST_ASKED)
    words = document.text[asked.start : end]
    found = marks(find_marks(words, tidy(st.query_params.get("q", ""))), shift=asked.start)
    spans = [*citation_links(view, document, asked.start, end), *found]
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


def leaf_links(
    view: Standpoint, document: Document, leaves: tuple[Leaf, ...], leaf: Leaf
) -> Markup:
    """The way to the leaf before and the leaf after; nothing for a document of one leaf."""
    if len(leaves) == 1:
        return Markup()
    before = _leaf_link(view, document, leaves, leaf, -1)
    after = _leaf_link(view, document, leaves, leaf, +1)
    where = element("span", f"Phần {leaf.number} trên {len(leaves)}", look="mo")
    return element("nav", before, where, after, look="lat")


def _leaf_link(
    view: Standpoint, document: Document, leaves: tuple[Leaf, ...], here: Leaf, step: int
) -> Markup:
    number = here.number + step
    if not 1 <= number <= len(leaves):
        return element("span")
    start = leaves[number - 1].start
    unit = next((u for u in document.provisions if u.start == start), None)
    hint = name_of_unit(unit) if unit else ""
    place = view.reader(document.about.id, leaf=number)
    return anchor(place, "Phần sau ›" if step > 0 else "‹ Phần trước", hint=hint)


def asked_leaf(count: int) -> int:
    """The number of the leaf in the address, within what there is."""
    typed = st.query_params.get("trang", "1")
    return min(max(int(typed), 1), count) if typed.isascii() and typed.isdigit() else 1


def _has_words(about: Metadata, wanted: list[str]) -> bool:
    named = " ".join([about.type, about.number, about.title, about.issuer, *about.aliases])
    known = _in_one_spelling(named)
    return all(word in known for word in wanted)


def _in_one_spelling(words: str) -> str:
    """Words without diacritics, i and y at a syllable's end as one: `kỉ luật` finds `kỷ luật`."""
    return re.sub(r"\w+", lambda found: with_usual_i(found.group()), fold(words))


def former_notice(view: Standpoint, former: str, now: Metadata) -> Markup:
    """That an address carries the id a document had before a correction, with a link to it."""
    link = anchor(view.reader(now.id, st.query_params.get("dv", "")), called(now))
    return notice(join([f"Mã «{former}» là mã trước khi sửa của ", link, f", nay là «{now.id}»."]))


kb = open_page()
id = st.query_params.get("vb", "")
document = kb.document(id) if id else None
listing = element("p", anchor("van-ban", "‹ Tất cả văn bản"))
view = stand_on_day(kb, listing if id else element("h1", "Đọc một văn bản"))
stub = view.survey.gaps.stub(id) if id and document is None else None
if id and document is None and (now := kb.document(kb.id_now(id) or "")):
    show(former_notice(view, id, now.about))
    document = None if stub else now  # an id that citations give to another document is that one's
if document is not None:
    show_document(view, document)
elif stub:
    show_stub(view, stub, str(load_settings().kb))
elif id:
    others = anchor(view.page("van-ban"), "Xem các văn bản đang có")
    show(notice(join([f"Văn bản «{id}» không tồn tại trong kho. ", others]), "canh-bao"))
else:
    show_list(view)
