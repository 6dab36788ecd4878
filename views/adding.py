"""Thêm văn bản: files are given, what was understood is shown, then they are kept or dropped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

import index
from ingest import FontCode, UnreadableFile, ViendanError

from .batches import batch_markup, kept_markup, taken_back_markup
from .cards import notice
from .looks import look_markup
from .markup import Markup, as_label
from .store import show

LOOKS, ROUND, SAID = "them-da-xem", "them-luot", "them-ket-qua"
FONTS = {
    "Unicode (thông thường)": None,
    "TCVN3 (.VnTime …)": FontCode.TCVN3,
    "VNI (VNI-Times …)": FontCode.VNI,
}
TWICE = "Trùng nội dung với «{name}»; chỉ cần một tệp."


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
    uploads = [one for file in files if (one := _receive(folder, file, largest, font))]
    place = st.empty()  # for the bar: what is below keeps its place while it moves
    looks = [_looked_at(folder, upload, place) for upload in _once(uploads)]
    chosen = [look.upload for look in looks if _show_look(look)]
    if not looks:
        return
    place = st.empty()
    keep, drop = st.columns(2)
    label = f"Đưa {len(chosen)} tệp vào kho" if chosen else "Chưa chọn tệp nào để đưa vào kho"
    wanted = keep.button(label, type="primary", disabled=not chosen, width="stretch")

    def take_in(bar: index.Progress) -> Markup:
        return kept_markup(index.keep(folder, chosen, kb.encoder, bar))

    if wanted and _change(place, take_in):
        _start_over()
    if drop.button("Bỏ các tệp này", width="stretch"):
        for look in looks:
            index.drop(look.upload)
        _start_over()


def _receive(folder: Path, file: Any, largest: int, font: FontCode | None) -> index.Upload | None:
    """A file put beside the store; one that is too large is said."""
    try:
        upload = index.receive(folder, file.name, file.getvalue(), largest)
    except UnreadableFile as failure:
        show(notice(str(failure), "loi"))
        return None
    return index.with_font_code(upload, font)


def _once(uploads: list[index.Upload]) -> list[index.Upload]:
    """Each file once, by its bytes; one that was given twice is said."""
    firsts: dict[str, index.Upload] = {}
    for upload in uploads:
        first = firsts.setdefault(upload.sha256, upload)
        if first is not upload:
            show(notice(f"«{upload.name}»: {TWICE.format(name=first.name)}", "canh-bao"))
    return list(firsts.values())


def _looked_at(folder: Path, upload: index.Upload, place: DeltaGenerator) -> index.Look:
    """What was understood of a file; looked at once in a session."""
    looks: dict[tuple[str, str], index.Look] = st.session_state.setdefault(LOOKS, {})
    key = (upload.sha256, str(upload.font_code))
    if key not in looks:
        with _bar(place, upload.name) as progress:
            looks[key] = index.look_at(folder, upload, progress)
    return looks[key]


def _show_look(look: index.Look) -> bool:
    """One file: what was understood, and whether a person wants it kept."""
    with st.container(border=True):
        show(look_markup(look))
        is_wanted: bool = st.checkbox(
            "Đưa tệp này vào kho",
            value=look.brings,
            disabled=look.is_known,
            key=f"them-giu-{look.upload.sha256[:12]}",
        )
        return is_wanted


def _offer_undo(kb: index.KnowledgeBase, folder: Path) -> None:
    batch = index.last_batch(kb.truth)
    if batch is None:
        return
    with st.container(border=True):
        show(batch_markup(batch))
        place = st.empty()
        # Of this batch: a click on a page that still shows an older one does nothing.
        wanted = st.button("Hoàn tác lần thêm này", key=f"them-hoan-tac-{batch.kept}")

    def undo(bar: index.Progress) -> Markup:
        return taken_back_markup(index.take_back(folder, batch.uploads, kb.encoder, bar))

    if wanted and _change(place, undo):
        st.session_state[LOOKS] = {}  # what waits stands otherwise to the store now
        st.rerun()


@contextmanager
def _bar(place: DeltaGenerator, name: str) -> Iterator[index.Progress]:
    """A bar that shows how far something is, gone at the end."""
    bar = place.progress(0.0, f"{as_label(name)}…")

    def progress(step: str, done: int, total: int) -> None:
        share = min(1.0, done / total) if total else 0.0
        bar.progress(share, f"{as_label(name)} — {as_label(step)}: {done}/{total}")

    yield progress
    place.empty()


def _change(place: DeltaGenerator, change: Callable[[index.Progress], Markup]) -> bool:
    """Have the store changed, with progress; tells whether it was.

    What happened is said after the page has run again; after a failure the files wait on.
    """
    try:
        with _bar(place, "Đang ghi vào kho") as progress:
            st.session_state[SAID] = change(progress)
    except ViendanError as failure:
        with place:
            show(notice(str(failure), "loi"))
        return False
    return True


def _say_last() -> None:
    said: Markup | None = st.session_state.pop(SAID, None)
    if said:
        show(notice(said))


def _start_over() -> None:
    """An empty box again, on a store at its newest revision."""
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1
    st.session_state[LOOKS] = {}
    st.rerun()
