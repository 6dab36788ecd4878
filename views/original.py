"""The original behind a text: a picture of its page, one click from the words."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from index import find_original
from ingest import Document, Provision, UnreadableFile, render_apart

from .cards import notice
from .recognised import page_sureness
from .standpoint import Standpoint
from .store import show

WIDTH = 1_100  # pixels: small print can be read, a page stays below 1 MB


def show_page_picture(view: Standpoint, document: Document, asked: Provision | None) -> None:
    """A button that shows the page a provision stands on; nothing for files without pages."""
    if not document.pages:
        return
    file = find_original(view.catalogue.truth, document.about.id)
    if file is None or file.suffix != ".pdf":
        return
    wanted = _asked_page(len(document.pages))
    first = wanted or max(1, document.sureness.page_at(asked.start if asked else 0))
    left, right = st.columns([1, 3], vertical_alignment="bottom")
    page = left.number_input(
        "Trang", 1, len(document.pages), first, key=f"trang-goc-{document.about.id}-{first}"
    )
    words = page_sureness(page, document.sureness.recognised.get(page))
    key = f"anh-{document.about.id}-{wanted}"
    if right.toggle(f"Xem ảnh trang gốc ({words})", value=bool(wanted), key=key):
        try:
            st.image(_picture(str(file), int(page)))
        except UnreadableFile as failure:
            show(notice(str(failure), "loi"))


def is_picture_asked() -> bool:
    """Whether the address asks for the picture of a page."""
    return bool(st.query_params.get("anh"))


def _asked_page(count: int) -> int:
    """The page whose picture the address asks for, within what there is; 0 for none."""
    typed = st.query_params.get("anh", "")
    return min(max(int(typed), 1), count) if typed.isascii() and typed.isdigit() else 0


@st.cache_data(max_entries=20, show_spinner="Đang mở trang gốc…")  # type: ignore[untyped-decorator]
def _picture(file: str, page: int) -> bytes:
    return render_apart(Path(file), page, WIDTH)
