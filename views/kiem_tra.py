"""Kiểm tra viện dẫn: a draft's citations held against the store, and a copy with comments."""

from __future__ import annotations

import json
from datetime import date as Date
from pathlib import Path

import streamlit as st

from citator import DraftCheck, annotated_copy, check_csv, check_draft, check_record
from index import KnowledgeBase
from ingest import UnreadableFile
from views.as_of import FIRST
from views.cards import notice
from views.check_report import compared_with, row_card, summary
from views.draft_files import parse_bytes
from views.markup import Markup, element
from views.standpoint import Standpoint, stand
from views.store import open_page, show, survey_of

KINDS = ["docx", "doc", "rtf", "pdf", "txt", "html", "htm", "md"]
SHOWN = 60  # rows on one page; the exports have all
LONGEST_PASTE = 500_000  # characters
ALL, ALARMS, REMINDERS = "Tất cả", "Cần sửa", "Có nhắc"


def ask_draft() -> tuple[str, bytes] | None:
    """The draft a person gives, a file or pasted text, with its name; None for neither."""
    file = st.file_uploader(
        "Tệp dự thảo (DOCX, DOC, PDF, TXT, HTML); tệp không rời khỏi máy này", type=KINDS, key="tep"
    )
    if file is not None:
        return file.name, file.getvalue()
    pasted = st.text_area(
        "… hoặc dán lời văn vào đây",
        key="loi-van",
        height=160,
        max_chars=LONGEST_PASTE,
        placeholder="Căn cứ Quy định số 37-QĐ/TW, ngày 25/10/2021 của Ban Chấp hành Trung ương…",
    )
    return ("loi-van-da-dan.txt", pasted.encode()) if pasted and pasted.strip() else None


def ask_day() -> Date | None:
    """The draft's date where a person states it; otherwise the draft's own, else today."""
    chosen = st.date_input(
        "Ngày của dự thảo (để trống: lấy ngày ghi trong dự thảo)",
        value=None,
        min_value=FIRST,
        format="DD/MM/YYYY",
        key="ngay-du-thao",
    )
    return chosen if isinstance(chosen, Date) else None


@st.cache_data(max_entries=4, show_spinner="Đang kiểm tra từng viện dẫn…")  # type: ignore[untyped-decorator]
def checked(
    data: bytes, suffix: str, on: Date | None, revision: int, _kb: KnowledgeBase
) -> DraftCheck:
    """The check of one draft against one revision of the store."""
    return check_draft(_kb, parse_bytes(data, suffix), on)


def show_check(kb: KnowledgeBase, name: str, data: bytes, check: DraftCheck) -> None:
    """The summary, the exports, and a row for each citation."""
    today = Date.today()
    view = stand(kb, survey_of(kb), check.on, today)
    show(element("h2", f"Kết quả: {name}"), summary(check), compared_with(check))
    if not check.rows:
        show(notice("Không thấy viện dẫn nào trong dự thảo này."))
        return
    show_exports(name, data, check)
    chosen = st.segmented_control(
        "Xem", [ALL, ALARMS, REMINDERS], default=ALL, key="xem", label_visibility="collapsed"
    )
    show(*rows_of(view, check, chosen or ALL))


def rows_of(view: Standpoint, check: DraftCheck, chosen: str) -> list[Markup]:
    """The rows a person asked for, numbered as in the draft."""
    numbered = list(enumerate(check.rows, start=1))
    if chosen == ALARMS:
        numbered = [(n, row) for n, row in numbered if row.is_alarm]
    elif chosen == REMINDERS:
        numbered = [(n, row) for n, row in numbered if row.reminders]
    cards = [row_card(view, n, row) for n, row in numbered[:SHOWN]]
    if not cards:
        return [notice("Không có dòng nào thuộc loại này.")]
    if len(numbered) > SHOWN:
        rest = f"Còn {len(numbered) - SHOWN} viện dẫn nữa; bảng CSV và bản Word có đủ."
        cards.append(notice(rest))
    return cards


def show_exports(name: str, data: bytes, check: DraftCheck) -> None:
    """Buttons: CSV, JSON, and for a DOCX the copy with comments."""
    stem = Path(name).stem
    csv, record, word = st.columns(3)
    csv.download_button(
        "Tải bảng CSV",
        check_csv(check).encode("utf-8-sig"),
        f"{stem}-kiem-tra.csv",
        "text/csv",
        width="stretch",
    )
    record.download_button(
        "Tải JSON",
        json.dumps(check_record(check), ensure_ascii=False, indent=1),
        f"{stem}-kiem-tra.json",
        "application/json",
        width="stretch",
    )
    if name.lower().endswith(".docx"):
        word.download_button(
            "Tải bản Word có ghi chú",
            commented(data, check.on, check.fingerprint, check),
            f"{stem}-co-ghi-chu.docx",
            width="stretch",
            type="primary",
        )


@st.cache_data(max_entries=4, show_spinner="Đang ghi chú vào bản sao…")  # type: ignore[untyped-decorator]
def commented(data: bytes, on: Date, fingerprint: str, _check: DraftCheck) -> bytes:
    """A copy of a DOCX with a comment at each citation; the original is not touched."""
    return annotated_copy(data, _check)


def guide() -> None:
    """What the page does, before anything is given."""
    words = (
        "Đưa một dự thảo vào để so từng viện dẫn với kho: số ký hiệu, loại văn bản, ngày, cơ quan "
        "ban hành, trích yếu, điều khoản, lời trích và hiệu lực ở ngày của dự thảo. Dự thảo không "
        "được lưu vào kho; bản gốc không bị sửa."
    )
    show(element("p", words, look="mo"))


kb = open_page()
show(element("h1", "Kiểm tra viện dẫn của một dự thảo"))
guide()
draft = ask_draft()
day = ask_day()
if draft:
    given, data = draft
    try:
        show_check(kb, given, data, checked(data, Path(given).suffix.lower(), day, kb.revision, kb))
    except UnreadableFile as unreadable:
        show(notice(str(unreadable), "loi"))
