"""Sửa thông tin: a person's word against the reading of a file, kept apart from the file."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

import index
from ingest import Document, ViendanError

from .cards import notice
from .facts import called
from .markup import element
from .reading_facts import FIELDS, field_value, understood
from .store import show

SAID = "sua-ket-qua"


def show_correcting(kb: index.KnowledgeBase, folder: Path) -> None:
    """Choose a document, see what was read and where, and put it right."""
    if said := st.session_state.pop(SAID, None):
        show(notice(*said))
    abouts = {about.id: about for about in kb.documents()}
    id = st.selectbox(
        "Văn bản cần sửa",
        list(abouts),
        index=None,
        format_func=lambda id: f"{called(abouts[id])}, {abouts[id].title}",
        placeholder="Gõ số ký hiệu hoặc trích yếu",
        key="sua-van-ban",
    )
    document = kb.document(id) if id else None
    if document is None:
        words = "Chỗ sửa được giữ riêng, tệp gốc không đổi; lần nạp sau vẫn còn."
        show(element("p", words, look="mo"))
        return
    show(understood(document))
    _form(kb, folder, document)


def _form(kb: index.KnowledgeBase, folder: Path, document: Document) -> None:
    corrected = index.corrections_to(kb.truth, document.about.id)
    with st.form(f"sua-{document.about.id}", border=True):
        typed = {}
        for field, name in FIELDS.items():
            label = f"{name} (đã sửa tay)" if field in corrected else name
            ask = st.text_area if field in ("title", "recipients") else st.text_input
            typed[field] = ask(
                label, value=field_value(document, field), key=f"sua-{field}-{document.about.id}"
            )
        saved = st.form_submit_button("Lưu chỗ sửa", type="primary")
        undone = st.form_submit_button("Bỏ mọi chỗ đã sửa", disabled=not corrected)
    if saved:
        changes = {f: words for f, words in typed.items() if words != field_value(document, f)}
        _apply(kb, folder, document.about.id, dict(changes))
    if undone:
        _apply(kb, folder, document.about.id, dict.fromkeys(corrected))


def _apply(kb: index.KnowledgeBase, folder: Path, id: str, changes: dict[str, str | None]) -> None:
    if not changes:
        show(notice("Chưa có gì thay đổi."))
        return
    try:
        with st.spinner("Đang đọc lại tệp…"):
            index.correct_document(folder, id, changes, kb.encoder)
        st.session_state[SAID] = (f"Đã ghi {len(changes)} chỗ; tệp gốc không đổi.", "")
        st.rerun()
    except ViendanError as failure:
        show(notice(str(failure), "loi"))
