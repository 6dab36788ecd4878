"""Bản đồ thiếu: what is cited and not held in full, as a table and as a list to collect."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from citator import Ledger, Missing, neutral_cell
from index import name_of
from ingest import Edition, Metadata

from .facts import called, day_of
from .markup import anchor, element
from .recognised import FROM_PICTURE, UNSURE
from .standpoint import Standpoint
from .tables import table
from .validity import badge_mark
from .validity_words import hint_of

FILE = "danh-sach-can-suu-tam.csv"
HELD_AS = {
    Edition.STUB: "chỉ có viện dẫn",
    Edition.DIGEST: "tóm lược",
    Edition.NEWS: "tin",
    Edition.UNNAMED: "chưa rõ là văn bản nào",
    Edition.FULL: "toàn văn",
}
NOTHING = "không có"
HEADS = ("Văn bản", "Ngày", "Cơ quan", "Đang có", "Số văn bản viện dẫn", "Số lần")


def held_as(entry: Missing) -> str:
    """What the store has of a document."""
    return HELD_AS[entry.about.edition] if entry.held else NOTHING


def read_as(entry: Missing) -> str:
    """That only pages read from pictures cite a document, whose number may so be misread."""
    if not entry.is_recognised:
        return ""
    return UNSURE if entry.unsure == entry.mentions else FROM_PICTURE


def missing_table(view: Standpoint, entries: Sequence[Missing]) -> str:
    """The documents to collect, each with a link to what is known of it."""
    rows = [
        (
            element(
                "div",
                element("strong", anchor(view.reader(m.about.id), called(m.about))),
                element("p", _title(m.about), look="mo"),
                element("p", read_as(m), look="tu-anh") if m.is_recognised else "",
                badge_mark(view.validity_of(m.about)),
            ),
            day_of(m.about.date),
            m.about.issuer or "chưa rõ",
            held_as(m),
            str(len(m.citing)),
            str(m.mentions),
        )
        for m in entries
    ]
    return element("div", table(HEADS, rows), look="thieu")


def missing_csv(ledger: Ledger, entries: Sequence[Missing]) -> str:
    """The same list for a spreadsheet, with titles, validity and ids; no cell is a formula."""
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(("STT", "Văn bản", "Trích yếu", *HEADS[1:], "Hiệu lực", "Mã", "Cách đọc"))
    for n, m in enumerate(entries, 1):
        known = (
            name_of(m.about),
            _title(m.about),
            m.about.date.isoformat() if m.about.date else "",
        )
        counts = (held_as(m), len(m.citing), m.mentions)
        valid = hint_of(ledger.validity_of(m.about))
        cells = (n, *known, m.about.issuer, *counts, valid, m.about.id, read_as(m))
        rows.writerow([neutral_cell(str(cell)) for cell in cells])
    return out.getvalue()


def _title(about: Metadata) -> str:
    return about.title if about.number else ""
