"""Kho: what the store holds, what was set aside, and how to add to it."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from index import KnowledgeBase, Status, load_settings, read_again, status
from ingest import Edition, Metadata, ViendanError
from views.adding import show_adding
from views.as_of import stand_on_day
from views.cards import EDITIONS, facts_table, notice
from views.correcting import show_correcting
from views.facts import time_of
from views.markup import Markup, element
from views.missing_list import FILE, missing_csv, missing_table
from views.standpoint import Standpoint
from views.store import open_page, show
from views.suspects import suspects_table
from views.tables import documents_table, table
from views.validity import footer

LISTED = 300  # documents listed here; the reader's list finds the others
WANTED = 40  # missing documents listed; the file has them all


def numbers(state: Status) -> Markup:
    """The counts a person looks at first."""
    counts = {
        "văn bản": state.documents,
        "đơn vị cấu trúc": state.provisions,
        "viện dẫn": state.citations,
        "đoạn để tìm": state.passages,
        "véc-tơ": state.vectors,
    }
    boxes = [
        element("div", element("strong", written(count)), element("span", name))
        for name, count in counts.items()
    ]
    return element("div", *boxes, look="so")


def written(count: int) -> str:
    """A number as it is written in Vietnam: `12.345`."""
    return f"{count:,}".replace(",", ".")


def facts(state: Status, folder: Path) -> Markup:
    """Editions, model, revision, last run."""
    editions = [
        f"{count} {EDITIONS[Edition(name)][0].lower()}" for name, count in state.editions.items()
    ]
    return facts_table(
        [
            ("Theo loại bản", "; ".join(editions) or "chưa có văn bản"),
            ("Mô hình nhúng", state.model or "chưa có; chỉ so khớp từ ngữ"),
            ("Bản kho", str(state.revision)),
            ("Lần nạp gần nhất", time_of(state.last_run) or "chưa nạp lần nào"),
            ("Thư mục kho", str(folder)),
        ]
    )


def show_set_aside(kb: KnowledgeBase, folder: Path, state: Status) -> None:
    """The files that are not in the store, and why."""
    if not state.set_aside:
        show(element("p", "Không có tệp nào bị để riêng.", look="mo"))
        return
    rows = [(file.name, file.reason) for file in state.set_aside]
    show(table(("Tệp", "Vì sao không đưa vào kho"), rows))
    names = {file.path: file.name for file in state.set_aside}
    path = st.selectbox(
        "Đọc lại một tệp", list(names), index=None, format_func=names.__getitem__, key="doc-lai"
    )
    if path and st.button("Đọc lại"):
        try:
            with st.spinner("Đang đọc lại tệp…"):
                read_again(folder, path, kb.encoder)
            st.rerun()
        except ViendanError as failure:
            show(notice(str(failure), "loi"))


def show_missing(view: Standpoint) -> None:
    """Bản đồ thiếu: what is cited and not held in full, with a list to collect."""
    every = view.survey.gaps.entries
    words = (
        "Những văn bản được viện dẫn mà kho chưa có toàn văn, văn bản được nhiều nơi "
        "viện dẫn xếp trước."
    )
    show(element("p", words, look="mo"))
    left, right = st.columns([2, 1], vertical_alignment="center")
    unheld = left.checkbox("Chỉ những văn bản kho chưa có gì", key="chua_co", bind="query-params")
    entries = [entry for entry in every if not (unheld and entry.held)]
    right.download_button(
        "Tải danh sách cần sưu tầm (CSV)",
        missing_csv(view.ledger, entries).encode("utf-8-sig"),
        file_name=FILE,
        mime="text/csv",
        on_click="ignore",
        width="stretch",
    )
    shown = missing_table(view, entries[:WANTED])
    show(shown if entries else element("p", "Không thiếu văn bản nào.", look="mo"))
    if len(entries) > WANTED:
        show(element("p", f"Còn {len(entries) - WANTED} văn bản trong tệp CSV.", look="mo"))


def show_suspects(view: Standpoint, found: list[tuple[Metadata, str, int]]) -> None:
    """Nghi sót: what looks like a number and was taken by no rule, or was hard to recognise."""
    words = (
        "Chuỗi giống số ký hiệu mà chưa quy tắc nào nhận ra, và số đọc từ ảnh không rõ; "
        "hãy đối chiếu với bản gốc."
    )
    show(element("p", words, look="mo") if found else "", suspects_table(view, found))


def show_store(kb: KnowledgeBase, folder: Path) -> None:
    """The whole page."""
    view = stand_on_day(kb, element("h1", "Kho đang giữ những gì"))
    state = status(kb)
    if state.interrupted:
        words = "Lần nạp gần nhất đang dở: còn đang chạy, hoặc đã bị ngắt."
        show(notice(f"{words} Nếu bị ngắt, hãy chạy lại viendan ingest để nạp tiếp.", "canh-bao"))
    show(numbers(state), facts(state, folder))
    suspects = kb.suspects()
    names = (f"Văn bản ({state.documents})", f"Bản đồ thiếu ({len(view.survey.gaps.entries)})")
    rest = (f"Nghi sót ({len(suspects)})", f"Tệp để riêng ({len(state.set_aside)})")
    tabs = st.tabs([*names, *rest, "Thêm văn bản", "Sửa thông tin"])
    held, missing, doubted, aside, adding, correcting = tabs
    with held:
        show(documents_table(view, kb.documents()[:LISTED]))
    with missing:
        show_missing(view)
    with doubted:
        show_suspects(view, suspects)
    with aside:
        show_set_aside(kb, folder, state)
    with adding:
        show_adding(kb, folder, load_settings().largest_upload)
        order = element("strong", f"viendan ingest <thư mục> --kb {folder}")
        first = "Nhiều tệp, hoặc tệp lớn: chép vào một thư mục rồi chạy trong cửa sổ dòng lệnh: "
        show(element("p", first, order, "; thêm --watch để tự nạp khi có tệp mới.", look="mo"))
    with correcting:
        show_correcting(kb, folder)
    show(footer(view))


show_store(open_page(), load_settings().kb)
