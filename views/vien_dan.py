"""Viện dẫn: a citation in any spelling becomes the provision it names, and who cites it."""

from __future__ import annotations

from citator import Found, LookUp, MentionOf, look_up_each
from index import KnowledgeBase, name_of
from ingest import UnknownReference
from views.as_of import stand_on_day
from views.box import Box, ask, offer
from views.cards import headline, notice
from views.citation_links import citation_links
from views.cited import asked_for
from views.contents import place_of
from views.document_text import Shown, text_of
from views.facts import day_of
from views.markup import Markup, anchor, element, join
from views.mentions import citing_cards, count_of
from views.standpoint import Standpoint
from views.store import open_page, show
from views.terminal import NO_SYMBOL
from views.validity import footer, line_of

BOX = Box(
    key="vd",
    label="Viện dẫn cần mở, viết kiểu nào cũng được",
    placeholder="Ví dụ: điều 9 QĐ 37",
    button="Mở",
)
EXAMPLES = ("37 qđ tw", "điều 9 QĐ 37", "Kết luận 21-KL/TW", "Quy định 207-QĐ/TW")
LONGEST = 6_000  # characters of a provision shown here; the reader shows the rest


def guide() -> None:
    """What to type, with examples that can be clicked."""
    words = (
        "Gõ hoặc dán một viện dẫn để đọc đúng điều, khoản ấy và biết "
        "những văn bản nào trong kho viện dẫn nó."
    )
    show(element("p", words, look="mo"))
    offer(BOX, EXAMPLES)


def answer(view: Standpoint, kb: KnowledgeBase, words: str) -> None:
    """What became of each citation typed, under a heading where they are several."""
    try:
        looked_up = look_up_each(kb, words)
    except UnknownReference as unknown:
        show(notice(str(unknown), "canh-bao"))
        return
    if len(looked_up) > 1:
        show(notice(f"{len(looked_up)} viện dẫn, theo thứ tự đã gõ."))
    for n, each in enumerate(looked_up, 1):
        if len(looked_up) > 1:
            show(element("h2", f"{n}. {asked_for(each.citation)}"))
        show_one(view, each, is_folded=len(looked_up) > 1)


def show_one(view: Standpoint, looked_up: LookUp, is_folded: bool) -> None:
    """What became of one citation; beside others, who cites it is folded."""
    if not looked_up.found:
        show_not_held(view, looked_up, is_folded)
        return
    if len(looked_up.found) > 1:
        several = f"{len(looked_up.found)} khả năng: nhiều văn bản trong kho mang số này."
        show(notice(several, "canh-bao"))
    for found in looked_up.found:
        show_found(view, found, is_folded)


def show_not_held(view: Standpoint, looked_up: LookUp, is_folded: bool) -> None:
    """That the document is not here, what is said of it, and who cites it."""
    asked = looked_up.citation.symbol or looked_up.citation.text
    stub = view.stub_of(looked_up.citation)
    known = anchor(view.reader(stub.about.id), "Xem những gì đã biết") if stub else ""
    show(notice(join(["Không có trong kho: ", element("strong", asked), ". ", known]), "canh-bao"))
    for about in looked_up.others:
        link = anchor(view.reader(about.id), f"{name_of(about)}, {day_of(about.date)}")
        show(element("p", "Kho có văn bản cùng số: ", link, "."))
    if stub:
        show(line_of(view, stub.about, explained=True))
    if not looked_up.citation.symbol:
        show(element("p", NO_SYMBOL, look="mo"))
        return
    show(citing(view, "Được viện dẫn", looked_up.cited_by, is_folded))


def show_found(view: Standpoint, found: Found, is_folded: bool) -> None:
    """One document a citation can mean: its words, then who cites it."""
    show(element("section", headline(view, found.about), look="the"))
    if found.missing_unit:
        missing = " › ".join(found.missing_unit)
        words = f"Bản trong kho của {name_of(found.about)} không có {missing}."
        show(notice(f"{words} Dưới đây là phần đầu văn bản.", "canh-bao"))
    show(provision_of(view, found))
    show(citing(view, "Được viện dẫn", found.cited_by, is_folded))
    if found.cited_whole:
        title = "Viện dẫn cả văn bản, không nêu riêng chỗ này:"
        show(citing(view, title, found.cited_whole, is_folded))


def citing(
    view: Standpoint, title: str, mentions: tuple[MentionOf, ...], is_folded: bool
) -> Markup:
    """Who cites, under a heading that counts them."""
    count = f"{title} {count_of(mentions)}" if mentions else title
    cards = citing_cards(view, mentions)
    if is_folded and mentions:
        return element("details", element("summary", count), cards)
    return join([element("h2", count), cards])


def provision_of(view: Standpoint, found: Found) -> Markup:
    """The provision's words, or the document's beginning, with a link to the reader."""
    document = view.catalogue.document(found.about.id)
    if document is None:
        return Markup()
    unit = found.provision
    start, end = (unit.start, unit.end) if unit else (0, len(found.text))
    shown_to = min(end, start + LONGEST)
    links = citation_links(view, document, start, shown_to)
    words = text_of(document, start, shown_to, Shown(asked=unit, spans=links))
    place = place_of(unit.path) if unit else "Phần đầu văn bản"
    more = "Mở trong văn bản" if unit else "Mở cả văn bản"
    link = anchor(view.reader(found.about.id, unit.address if unit else ""), more)
    head = element("p", place, look="cho-hoi")
    return element("div", head, words, element("p", link), look="khung-hoi")


kb = open_page()
view = stand_on_day(kb, element("h1", "Mở một viện dẫn, và xem ai viện dẫn"))
words = ask(BOX)
if words:
    answer(view, kb, words)
    show(footer(view))
else:
    guide()
