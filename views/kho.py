"""Kho: what the store holds, what was set aside, and how to add to it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from index import KnowledgeBase, Status, load_settings, status
from ingest import Edition
from views.cards import EDITIONS, facts_table, notice
from views.markup import Markup, element
from views.store import open_page, show
from views.tables import documents_table, table

LISTED = 300  # documents listed here; the reader's list finds the others


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


def time_of(stamp: str) -> str:
    """An ISO time as it is written in Vietnam, or that there was none."""
    return f"{datetime.fromisoformat(stamp):%H:%M, %d/%m/%Y}" if stamp else "chưa nạp lần nào"


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
            ("Lần nạp gần nhất", time_of(state.last_run)),
            ("Thư mục kho", str(folder)),
        ]
    )


def show_set_aside(state: Status) -> None:
    """The files that are not in the store, and why."""
    show(element("h2", f"Tệp để riêng ({len(state.set_aside)})"))
    if not state.set_aside:
        show(element("p", "Không có tệp nào bị để riêng.", look="mo"))
        return
    rows = [(Path(file.path).name, file.reason) for file in state.set_aside]
    show(table(("Tệp", "Vì sao không đưa vào kho"), rows))


def show_store(kb: KnowledgeBase, folder: Path) -> None:
    """The whole page."""
    show(element("h1", "Kho đang giữ những gì"))
    state = status(kb)
    if state.interrupted:
        words = "Lần nạp gần nhất đang dở: còn đang chạy, hoặc đã bị ngắt."
        show(notice(f"{words} Nếu bị ngắt, hãy chạy lại viendan ingest để nạp tiếp.", "canh-bao"))
    show(numbers(state), facts(state, folder))
    show(element("h2", f"Văn bản ({state.documents})"), documents_table(kb.documents()[:LISTED]))
    show_set_aside(state)
    show(element("h2", "Thêm văn bản"))
    order = element("strong", f"viendan ingest <thư mục> --kb {folder}")
    first = "Chép tệp vào một thư mục, rồi chạy trong cửa sổ dòng lệnh: "
    show(element("p", first, order, ". Sau đó trang này tự dùng kho mới, không cần mở lại."))


show_store(open_page(), load_settings().kb)
