"""How a document was read: by what, how surely, with what changes, and where each field stands."""

from __future__ import annotations

from ingest import Confidence, Document

from .cards import facts_table
from .facts import day_of
from .markup import Markup, element
from .recognised import page_sureness, range_words

FIELDS = {
    "type": "Loại văn bản",
    "number": "Số ký hiệu",
    "date": "Ngày ban hành",
    "title": "Trích yếu",
    "issuer": "Cơ quan ban hành",
    "parent": "Cơ quan cấp trên",
    "place": "Địa danh",
    "signer": "Người ký",
    "capacity": "Thẩm quyền, chức vụ ký",
    "recipients": "Nơi nhận",
}
"""The fields of metadata that can be read and corrected, as a person calls them."""
HOW_SURE = {
    Confidence.SEEN: "đọc thấy",
    Confidence.INFERRED: "suy ra",
    Confidence.UNVERIFIED: "cần đối chiếu với bản gốc",
}
UNREAD = "chưa đọc được, hãy xem ảnh trang"
EXPECTED = ("number", "date")  # what nearly every scanned document prints, often by hand


def field_value(document: Document, field: str) -> str:
    """A field as words."""
    if field == "date":
        return day_of(document.about.date) if document.about.date else ""
    value = getattr(document.about, field)
    return "\n".join(value) if isinstance(value, tuple) else str(value)


def is_unread(document: Document, field: str) -> bool:
    """Whether a scan does not say what nearly every document prints."""
    recognised = document.sureness.recognised
    return bool(recognised) and field in EXPECTED and not field_value(document, field)


def understood(document: Document) -> Markup:
    """What was understood of a file, each field with how sure it is and where it stands."""
    places = {place.field: place for place in document.fields}
    rows: list[tuple[str, str]] = []
    for field, name in FIELDS.items():
        value, place = field_value(document, field), places.get(field)
        if is_unread(document, field):
            rows.append((name, element("small", UNREAD, look="mo")))
        if not value:
            continue
        where = ""
        if place:
            sure = HOW_SURE.get(place.confidence, str(place.confidence))
            where = sure + place_words(document, place.start)
        lines = [element("p", line) for line in value.split("\n")]
        rows.append((name, element("div", *lines, element("small", where, look="mo"))))
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
