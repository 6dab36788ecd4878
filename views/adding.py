"""Thêm văn bản: files are given, what was understood is shown, then they are kept or dropped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import streamlit as st

import index
from ingest import FontCode, UnreadableFile, ViendanError

from .cards import notice
from .markup import as_label, element
from .reading_facts import reading_facts, understood
from .store import show

LOOKS, KEPT, ROUND, REPORT = "them-da-xem", "them-da-giu", "them-luot", "them-ket-qua"
FONTS = {
    "Unicode (thông thường)": None,
    "TCVN3 (.VnTime …)": FontCode.TCVN3,
    "VNI (VNI-Times …)": FontCode.VNI,
}


def show_adding(kb: index.KnowledgeBase, folder: Path, largest: int) -> None:
    """The whole of it: choose files, look, keep, undo."""
    _say_last()
    _offer_undo(kb, folder)
    font = FONTS[st.selectbox("Bảng mã của tệp", list(FONTS), key="them-bang-ma")]
    files = st.file_uploader(
        f"Chọn một hay nhiều tệp (PDF, DOCX, DOC, HTML, TXT, MD, ZIP; mỗi tệp tới {largest} MB)",
        accept_multiple_files=True,
        key=f"them-tep-{st.session_state.get(ROUND, 0)}",
    )
    looks = [_looked_at(folder, file.name, file.getvalue(), largest, font) for file in files]
    chosen = [look.upload for n, look in enumerate(looks) if _show_look(n, look)]
    if not looks:
        return
    keep, drop = st.columns(2)
    if keep.button(
        f"Đưa {len(chosen)} tệp vào kho", type="primary", disabled=not chosen, width="stretch"
    ):
        _change(kb, folder, index.keep, chosen, "Đã đưa vào kho")
        st.session_state[KEPT] = chosen
        _start_over()
    if drop.button("Bỏ các tệp này", width="stretch"):
        for look in looks:
            index.drop(look.upload)
        _start_over()


def _looked_at(
    folder: Path, name: str, data: bytes, largest: int, font: FontCode | None
) -> index.Look:
    """What was understood of a file; looked at once in a session."""
    looks: dict[tuple[str, str], index.Look] = st.session_state.setdefault(LOOKS, {})
    try:
        upload = index.receive(folder, name, data, largest)
    except UnreadableFile as failure:
        return index.Look(index.Upload(name, Path()), reason=str(failure), is_known=True)
    key = (upload.sha256, str(font))
    if key not in looks:
        bar = st.progress(0.0, f"Đang đọc {as_label(name)}…")
        looks[key] = index.look_at(
            folder,
            index.with_font_code(upload, font),
            lambda done, total: bar.progress(
                done / total if total else 0.0,
                f"{as_label(name)}: nhận dạng chữ, trang {done}/{total}",
            ),
        )
        bar.empty()
    return looks[key]


def _show_look(place: int, look: index.Look) -> bool:
    """One file: what was understood, and whether a person wants it kept."""
    with st.container(border=True):
        show(element("h3", look.upload.name))
        if look.standing:
            show(notice(look.standing, "canh-bao"))
        if look.reason:
            show(notice(look.reason, "" if look.upload.file.suffix == ".zip" else "loi"))
        if look.document:
            show(understood(look.document), reading_facts(look.document))
            units = sum("Điều" in unit.path[-1] for unit in look.document.provisions)
            words = f"{units} điều, {len(look.document.citations)} viện dẫn."
            show(element("p", words, look="mo"))
        readable = not look.is_known and (look.document is not None or not look.reason)
        zipped = not look.is_known and look.upload.file.suffix == ".zip"
        return st.checkbox(
            "Đưa tệp này vào kho",
            value=readable or zipped,
            disabled=look.is_known,
            key=f"them-giu-{place}-{look.upload.sha256[:12]}",
        )


def _change(
    kb: index.KnowledgeBase,
    folder: Path,
    change: Callable[..., index.Report],
    uploads: Sequence[index.Upload],
    done: str,
) -> None:
    """Have the store changed, with progress; what happened is said after the page runs again."""
    bar = st.progress(0.0, "Đang ghi vào kho…")

    def progress(step: str, so_far: int, total: int) -> None:
        bar.progress(
            min(1.0, so_far / total) if total else 0.0, f"{as_label(step)}: {so_far}/{total}"
        )

    try:
        report = change(folder, uploads, kb.encoder, progress)
        names = [f"{len(report.added)} văn bản mới", f"{len(report.removed)} tệp lấy ra"]
        st.session_state[REPORT] = (f"{done}: {', '.join(names)}. {report.notice}", "")
    except ViendanError as failure:
        st.session_state[REPORT] = (str(failure), "loi")


def _say_last() -> None:
    said: Any = st.session_state.pop(REPORT, None)
    if said:
        show(notice(*said))


def _offer_undo(kb: index.KnowledgeBase, folder: Path) -> None:
    kept: list[index.Upload] = st.session_state.get(KEPT, [])
    names = ", ".join(upload.name for upload in kept)
    if kept and st.button(f"Hoàn tác: lấy lại {len(kept)} tệp vừa đưa vào", help=as_label(names)):
        _change(kb, folder, index.take_back, kept, "Đã lấy ra khỏi kho")
        st.session_state[KEPT] = []
        st.rerun()


def _start_over() -> None:
    """An empty box again, on a store at its newest revision."""
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1
    st.session_state[LOOKS] = {}
    st.rerun()
