"""Parts of the Văn bản page: the picture of relations, and the page of a document not held."""

from __future__ import annotations

import streamlit as st

from citator import Missing
from index import name_of

from .diagram import diagram_of
from .markup import element
from .mentions import citing_cards, count_of
from .relations import Citing, Ties, counts_table, ties_of, ties_table
from .standpoint import Standpoint
from .store import show
from .stub_page import how_to_add, not_held_notice, stub_facts, stub_head
from .validity import footer

LEGEND = (
    "Mũi tên đi từ văn bản nói tới văn bản được nói tới; nét đứt là số lần viện dẫn. "
    "Bảng bên dưới ghi cùng nội dung, kèm căn cứ."
)


def show_diagram(view: Standpoint, ties: Ties) -> None:
    """The picture of relations and the same as tables."""
    if ties.typed or ties.cites or ties.cited_by:
        show(element("p", LEGEND, look="mo"))
        st.graphviz_chart(
            diagram_of(view, ties), width="stretch", alt=f"Lược đồ của {name_of(ties.about)}"
        )
    show(element("h2", f"Quan hệ ({len(ties.typed)})"), ties_table(view, ties))
    show(counts_table(view, ties))


def show_stub(view: Standpoint, stub: Missing, folder: str) -> None:
    """Everything known of a document that is only cited."""
    mentions = view.citing(stub.about)
    ties = ties_of(view, stub.about, Citing(cited_by=mentions))
    st.set_page_config(page_title=name_of(stub.about))
    show(stub_head(view, stub), not_held_notice())
    names = (f"Được viện dẫn ({len(mentions)})", "Lược đồ", "Thuộc tính")
    cited, diagram, facts = st.tabs(names)
    with cited:
        show(element("h2", f"Được viện dẫn {count_of(mentions)}") if mentions else "")
        show(citing_cards(view, mentions))
    with diagram:
        show_diagram(view, ties)
    with facts:
        show(stub_facts(stub))
    show(element("h2", "Thêm văn bản này"), how_to_add(stub, folder), footer(view))
