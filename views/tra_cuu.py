"""Tra cứu: what a person types becomes provisions, under their documents."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from citator import in_order
from index import (
    DocumentHits,
    Filters,
    KnowledgeBase,
    Results,
    Understanding,
    name_of,
)
from ingest import Citation, ViendanError
from views.as_of import stand_on_day
from views.box import Box, ask, offer
from views.cards import card, notice
from views.cited import (
    NOT_CLEAR,
    is_only_near,
    missing_words,
    not_held,
    place_of,
    sought,
    words_of,
)
from views.markup import Markup, anchor, element, join
from views.standpoint import Standpoint
from views.store import open_page, show, warm_up
from views.validity import footer, line_of
from views.wording import ask_wish, forget_wish

BOX = Box(
    key="q",
    label="Nội dung, từ khóa hoặc viện dẫn cần tìm",
    placeholder="Ví dụ: kê khai tài sản không trung thực",
    button="Tìm",
)
EXAMPLES = (
    "khai tai san khong trung thuc",
    "Điều 9 Quy định 37-QĐ/TW",
    "từ chức, miễn nhiệm cán bộ",
    "QĐ 22",
)  # without diacritics, a citation, a topic, an abbreviation
# Name in the address: name of the filter, what a person reads
FACETS = {
    "loai": ("type", "Loại văn bản"),
    "co_quan": ("issuer", "Cơ quan ban hành"),
    "nam": ("year", "Năm ban hành"),
    "ban": ("edition", "Loại bản"),
}
FIRST, MORE = 30, 60  # passages asked for at first, and after «Xem thêm»


def ask_filters(kb: KnowledgeBase) -> Filters:
    """The four filters, and how to take them away again while the query stays."""
    values = kb.facets
    say_unknown(values)
    chosen: dict[str, tuple[str, ...]] = {}
    with st.expander("Lọc kết quả"):
        columns = st.columns(2)
        for n, (key, (facet, label)) in enumerate(FACETS.items()):
            options = sorted(values[facet], reverse=facet == "year")
            kept = columns[n % 2].multiselect(
                label, options, key=key, placeholder="Tất cả", select_all=False, bind="query-params"
            )
            chosen[facet] = tuple(kept)
    filters = Filters(**chosen)
    if filters.chosen():
        words, button = st.columns([5, 1], vertical_alignment="center")
        with words:
            kept_values = join([value for values in chosen.values() for value in values], "; ")
            show(element("p", "Đang lọc: ", kept_values, look="mo"))
        button.button("Xóa bộ lọc", on_click=clear_filters, width="stretch")
    return filters


def say_unknown(values: dict[str, list[str]]) -> None:
    """Name the filters in the address that the store has no value for, before they are dropped."""
    for key, (facet, label) in FACETS.items():
        for value in st.query_params.get_all(key):
            if value not in values[facet]:
                words = f"Kho không có văn bản nào với {label.lower()} «{value}»; đã bỏ bộ lọc này."
                show(notice(words, "canh-bao"))


def clear_filters() -> None:
    """Empty every filter; the query stays."""
    for key in FACETS:
        st.session_state[key] = []


def guide() -> None:
    """What to type, with examples that can be clicked."""
    words = (
        "Gõ một vấn đề, một câu hỏi hay một viện dẫn, có dấu hoặc không dấu; "
        "kết quả chỉ thẳng tới điều, khoản. Thử một ví dụ:"
    )
    show(element("p", words, look="mo"))
    offer(BOX, EXAMPLES)


def explain(view: Standpoint, results: Results, groups: Sequence[DocumentHits]) -> list[Markup]:
    """What was understood of a query: a citation, another name, a document that is not held."""
    understood, kb = results.understood, view.catalogue
    said: list[Markup] = []
    for cited in understood.cited:
        place = element("strong", place_of(kb, cited))
        if cited.documents:
            words = join(["Hiểu là viện dẫn: ", place, _citing(view, understood, cited.citation)])
            said.append(notice(words))
        if cited.missing:
            said.append(notice(missing_words(kb, cited), "canh-bao"))
    for sentence, names in sought(kb, understood, groups, view.ledger):
        said.append(notice(join([sentence, element("strong", names)])))
    for citation, (missing, near) in zip(understood.not_held, not_held(results), strict=True):
        citing = _citing(view, understood, citation)
        words = join(["Không có trong kho: ", element("strong", missing), near, citing])
        said.append(notice(words, "canh-bao"))
        if stub := view.stub_of(citation):
            link = anchor(view.reader(stub.about.id), name_of(stub.about))
            said.append(element("div", link, line_of(view, stub.about), look="loi-nhan"))
    return said


def _citing(view: Standpoint, understood: Understanding, citation: Citation) -> Markup:
    """A link from a citation in the query to the page that says who cites it."""
    words = words_of(citation, understood.cited_in)
    return join([" ", anchor(view.citation(words), "Xem ai viện dẫn")])


def answer(view: Standpoint, kb: KnowledgeBase, query: str, filters: Filters) -> None:
    """The result of one query."""
    count = MORE if st.session_state.get("nhieu") == query else FIRST
    try:
        wish = ask_wish(kb, query)
        with st.spinner("Đang tìm; lần đầu sau khi mở chương trình mất thêm vài giây…"):
            warm_up(kb).join()
            results = kb.search(query, count, filters, wish)
    except ViendanError as failure:
        show(notice(str(failure), "loi"))
        return
    groups = in_order(kb, results, view.ledger, filters)
    show(*explain(view, results, groups))
    if not groups:
        show(nothing_found(query, filters))
        return
    has_more = len(results.hits) == count
    most = " đầu" if has_more else ""
    shown = sum(len(group.hits) for group in groups)
    found = f"{shown} đoạn{most}, trong {len(groups)} văn bản; phù hợp nhất xếp trước."
    if is_only_near(results):
        show(notice(NOT_CLEAR, "canh-bao"))
    show(element("p", found, look="mo"), *(notice(words, "nho") for words in results.notices))
    show(*(card(view, group, query) for group in groups))
    if has_more and count == FIRST:
        st.button("Xem thêm kết quả", on_click=st.session_state.__setitem__, args=("nhieu", query))
    show(footer(view))


def nothing_found(query: str, filters: Filters) -> Markup:
    """That nothing matched, and what to try."""
    advice = "Hãy thử ít từ hơn, hoặc từ khác cùng nghĩa."
    if filters.chosen():
        advice = "Hãy bấm «Xóa bộ lọc» để tìm trong toàn kho, hoặc thử ít từ hơn."
    return notice(f"Kho không có đoạn nào khớp «{query}». {advice}", "canh-bao")


kb = open_page()
view = stand_on_day(kb, element("h1", "Văn bản nào quy định, ở điều nào?"))
query = ask(BOX, forget_wish)
filters = ask_filters(kb)
if query:
    answer(view, kb, query, filters)
else:
    guide()
    warm_up(kb)
