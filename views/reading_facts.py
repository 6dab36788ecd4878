"""How a document was read: by what, how surely, with what changes, and where each field stands."""

from __future__ import annotations

from collections.abc import Sequence

from index import Corrected
from ingest import Confidence, Document, typed

from .cards import facts_table
from .corrected import FIELDS, corrected_words
from .markup import Markup, element
from .recognised import page_sureness, range_words

HOW_SURE = {
    Confidence.SEEN: "đọc thấy",
    Confidence.INFERRED: "suy ra",
    Confidence.UNVERIFIED: "cần đối chiếu với bản gốc",
}
EMPTIED = "(để trống)"
UNREAD = "chưa đọc được, hãy xem ảnh trang"
EXPECTED = ("number", "date")  # what nearly every scanned document prints, often by hand


def is_unread(document: Document, field: str) -> bool:
    """Whether a scan does not say what nearly every document prints."""
    recognised = document.sureness.recognised
    return bool(recognised) and field in EXPECTED and not typed(document.about, field)


def understood(document: Document, corrected: Sequence[Corrected] = ()) -> Markup:
    """What was understood of a file, each field with how sure it is and where it stands.

    Of a field that a person corrected it says so, when it was, and what the file itself says.
    """
    places = {place.field: place for place in document.fields}
    by_a_person = {one.field: corrected_words(one) for one in corrected}
    rows: list[tuple[str, str]] = []
    for field, name in FIELDS.items():
        value, place = typed(document.about, field), places.get(field)
        where = by_a_person.get(field, "")
        if is_unread(document, field) and not where:
            rows.append((name, element("small", UNREAD, look="mo")))
        if not value and not where:
            continue
        if place and not where:
            sure = HOW_SURE.get(place.confidence, str(place.confidence))
            where = sure + place_words(document, place.start)
        lines = [element("p", line) for line in (value or EMPTIED).split("\n")]
        rows.append((name, element("div", *lines, element("small", where) if where else "")))
    return facts_table(rows)


def reading_facts(document: Document) -> Markup:
    """What read the letters, how surely, and what a person should know."""
    facts = [("Đọc bằng", document.reader), ("Trang", _page_count(document))]
    facts.append(("Nhận dạng chữ", range_words(document.sureness)))
    notes = element("ul", *(element("li", note) for note in document.notes))
    facts.append(("Lưu ý khi đọc", notes if document.notes else ""))
    return facts_table((name, value) for name, value in facts if value)


def place_words(document: Document, start: int) -> str:
    """`, trang 3, độ chắc 91%`; empty for a file without pages."""
    page = document.sureness.page_at(start)
    return f", {page_sureness(page, document.sureness.at(start))}" if page else ""


def _page_count(document: Document) -> str:
    return str(len(document.pages)) if document.pages else ""
