"""What was changed in a query, and how to take it back."""

from __future__ import annotations

import streamlit as st

from index import Change, KnowledgeBase, Wish, Wording

from .cards import notice
from .markup import element, join
from .store import show

AS_TYPED = "nguyen_van"
"""In the session: the query that a person wants searched for exactly as typed."""


def ask_wish(kb: KnowledgeBase, query: str) -> Wish:
    """Show what would be changed in a query; returns what the person took back."""
    wording = kb.understand(query).wording
    as_typed = st.session_state.get(AS_TYPED) == query
    if wording.corrections:
        _show_corrections(wording, as_typed=as_typed)
    has_chips = wording.expansions and not as_typed
    without = _ask_expansions(wording) if has_chips else frozenset()
    return Wish(as_typed, without)


def _show_corrections(wording: Wording, *, as_typed: bool) -> None:
    said, button = st.columns([4, 1], vertical_alignment="center")
    if as_typed:
        words = join(["Đang tìm đúng như đã gõ: ", element("strong", wording.typed)])
        label, chosen = "Sửa và mở rộng", ""
    else:
        words = join(["Hiển thị kết quả cho: ", element("strong", wording.shown)])
        label, chosen = "Tìm đúng như đã gõ", wording.typed
    with said:
        show(notice(words))
    button.button(
        label,
        key="nut_nguyen_van",
        on_click=st.session_state.__setitem__,
        args=(AS_TYPED, chosen),
        width="stretch",
    )


def _ask_expansions(wording: Wording) -> frozenset[str]:
    """One chip for each expansion; a chip that is clicked away is left out."""
    chips = {_chip(change): change.key for change in wording.expansions}
    kept = st.pills(
        "Đã mở rộng; bấm vào một ô để bỏ",
        list(chips),
        selection_mode="multi",
        default=list(chips),
        key=f"mo_rong {wording.typed}",
    )
    return frozenset(chips[chip] for chip in chips.keys() - set(kept))


def _chip(change: Change) -> str:
    """The words of a chip; Streamlit reads labels as Markdown, so its signs are escaped."""
    plain = f"{change.typed} → {change.used}"
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]()#+-.!|<>$~:" else sign for sign in plain)
