"""Sửa thông tin: a person's word against the reading of a file, kept apart from the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import streamlit as st

import index
from ingest import Document, ViendanError, typed

from .cards import notice
from .corrected import FIELDS
from .facts import called, issued_on
from .markup import element
from .reading_facts import understood
from .store import show

SAID, NEXT, CHOSEN = "sua-ket-qua", "sua-tiep", "sua-van-ban"
NEW_ID = "Văn bản nay mang mã «{id}» trong kho; liên kết theo mã cũ vẫn mở đúng văn bản này."


def show_correcting(kb: index.KnowledgeBase, folder: Path) -> None:
    """Choose a document, see what was read and where, and put it right."""
    said = st.session_state.pop(SAID, None)
    abouts = {about.id: about for about in kb.documents()}
    if (following := st.session_state.pop(NEXT, None)) in abouts:
        st.session_state[CHOSEN] = following  # the same document, under its new id
    id = st.selectbox(
        "Văn bản cần sửa",
        list(abouts),
        index=None,
        format_func=lambda id: f"{called(abouts[id])}, {abouts[id].title}",
        placeholder="Gõ số ký hiệu hoặc trích yếu",
        key=CHOSEN,
    )
    document = kb.document(id) if id else None
    if document is None:
        words = "Chỗ sửa được giữ riêng, tệp gốc không đổi; lần nạp sau vẫn còn."
        show(notice(*said) if said else "", element("p", words, look="mo"))
        return
    corrected = kb.corrected(document.about.id)
    show(understood(document, corrected))
    _form(kb, folder, document, [one.field for one in corrected])
    show(notice(*said) if said else "")  # below the button: where the person looks


def _form(
    kb: index.KnowledgeBase, folder: Path, document: Document, corrected: Sequence[str]
) -> None:
    id = document.about.id
    with st.form(f"sua-{id}", border=True):
        words = {}
        for field, name in FIELDS.items():
            label = f"{name} (người sửa)" if field in corrected else name
            ask = st.text_area if field in ("title", "recipients") else st.text_input
            key = f"sua-{field}-{id}-{kb.revision}"  # after a change what is held is shown again
            words[field] = ask(label, value=typed(document.about, field), key=key)
        saved = st.form_submit_button("Lưu chỗ sửa", type="primary")
        undone = st.form_submit_button("Bỏ mọi chỗ đã sửa", disabled=not corrected)
    if saved:
        changed = {f: said for f, said in words.items() if said != typed(document.about, f)}
        _apply(kb, folder, id, dict(changed))
    if undone:
        _apply(kb, folder, id, dict.fromkeys(corrected))


def _apply(kb: index.KnowledgeBase, folder: Path, id: str, changes: dict[str, str | None]) -> None:
    if not changes:
        show(notice("Chưa có gì thay đổi."))
        return
    try:
        with st.spinner("Đang đọc lại tệp…"):
            outcome = index.correct_document(folder, id, changes, kb.encoder)
    except ViendanError as failure:
        show(notice(str(failure), "loi"))
        return
    st.session_state[SAID] = outcome_notice(outcome, id, changes)
    st.session_state[NEXT] = outcome.document
    st.rerun()


def outcome_notice(
    outcome: index.Rereading, id: str, changes: Mapping[str, str | None]
) -> tuple[str, str]:
    """What became of a correction, as sentences, and the look of the notice that says them."""
    return " ".join(_sentences(outcome, id, changes)), "" if outcome.document else "loi"


def _sentences(
    outcome: index.Rereading, id: str, changes: Mapping[str, str | None]
) -> Iterator[str]:
    names = ", ".join(name for field, name in FIELDS.items() if field in changes)
    undone = all(words is None for words in changes.values())
    yield f"Đã {'bỏ chỗ sửa' if undone else 'ghi chỗ sửa'}: {names}; tệp gốc không đổi."
    if not outcome.document:
        yield f"Nhưng tệp bị để riêng: {outcome.reason}"
    elif outcome.document != id:
        yield NEW_ID.format(id=outcome.document)
    for other in outcome.same_number if "number" in changes else ():
        yield f"Kho còn giữ một văn bản khác cùng số: {called(other)}, {issued_on(other)}."
    for name in outcome.given_way:
        yield f"Tệp «{name}» chứa cùng văn bản, nay nhường chỗ và được để riêng."
    for name in outcome.come_back:
        yield f"Tệp «{name}» đã trở lại kho."
