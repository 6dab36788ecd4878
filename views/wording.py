"""What was changed in a query, and how to take it back."""

from __future__ import annotations

import streamlit as st

from index import Change, KnowledgeBase, Wish, Wording

from .cards import notice
from .markup import element, join
from .store import show

AS_TYPED, LEFT_OUT = "nguyen_van", "bo"
"""In the address: 1 where a query is searched for exactly as typed; the changes taken back."""


def ask_wish(kb: KnowledgeBase, query: str) -> Wish:
    """Show what would be changed in a query; returns what the person took back."""
    wording = kb.understand(query).wording
    as_typed = AS_TYPED in st.query_params
    above = st.container()
    wish = Wish(
        as_typed, _ask_changes(wording) if wording.removable and not as_typed else frozenset()
    )
    if wording.corrections:
        with above:
            _show_corrections(kb.understand(query, wish).wording, as_typed=as_typed)
    return wish


def forget_wish() -> None:
    """Another query: nothing of it has been taken back yet."""
    for name in (AS_TYPED, LEFT_OUT):
        st.query_params.pop(name, None)


def _show_corrections(wording: Wording, *, as_typed: bool) -> None:
    said, button = st.columns([4, 1], vertical_alignment="center")
    if as_typed:
        words = join(["Đang tìm đúng như đã gõ: ", element("strong", wording.typed)])
    else:
        words = join(["Hiển thị kết quả cho: ", element("strong", wording.shown)])
    with said:
        show(notice(words))
    button.button(
        "Sửa và mở rộng" if as_typed else "Tìm đúng như đã gõ",
        key="nut_nguyen_van",
        on_click=forget_wish if as_typed else _leave_as_typed,
        width="stretch",
    )


def _leave_as_typed() -> None:
    st.query_params[AS_TYPED] = "1"


def _ask_changes(wording: Wording) -> frozenset[str]:
    """One chip for each change; a chip that is clicked away is left out."""
    chips = {_chip(change): change.key for change in wording.removable}
    left_out = st.query_params.get_all(LEFT_OUT)
    kept = st.pills(
        "Đã sửa hoặc mở rộng; bấm vào một ô để bỏ, bấm lần nữa để dùng lại",
        list(chips),
        selection_mode="multi",
        default=[chip for chip, key in chips.items() if key not in left_out],
        key=f"thay_doi {wording.typed}",
    )
    without = frozenset(chips[chip] for chip in chips.keys() - set(kept))
    st.query_params[LEFT_OUT] = sorted(without)
    return without


def _chip(change: Change) -> str:
    """The words of a chip; Streamlit reads labels as Markdown, so its signs are escaped."""
    plain = f"{change.typed} → {change.used}"
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]()#+-.!|<>$~:" else sign for sign in plain)
