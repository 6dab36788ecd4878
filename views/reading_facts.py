"""How a document was read: by what, how surely, with what changes, and where each field stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from index import Corrected
from ingest import Confidence, Document, typed

from .cards import facts_table
from .corrected import FIELDS, corrected_words
from .markup import Markup, element

HOW_SURE = {
    Confidence.SEEN: "đọc thấy",
    Confidence.INFERRED: "suy ra",
    Confidence.UNVERIFIED: "cần đối chiếu với bản gốc",
}
EMPTIED = "(để trống)"
POOR = 0.8  # below it a recognised page is named; clean print scores above .9
LISTED = 12


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
        if not value and not where:
            continue
        if place and not where:
            sure = HOW_SURE.get(place.confidence, str(place.confidence))
            where = sure + page_words(document, place.start)
        lines = [element("p", line) for line in (value or EMPTIED).split("\n")]
        rows.append((name, element("div", *lines, element("small", where) if where else "")))
    return facts_table(rows)


def reading_facts(document: Document) -> Markup:
    """What read the letters, how surely, and what a person should know."""
    facts = [("Đọc bằng", document.reader), ("Trang", _page_count(document))]
    facts.append(("Nhận dạng chữ", sureness(document)))
    notes = element("ul", *(element("li", note) for note in document.notes))
    facts.append(("Lưu ý khi đọc", notes if document.notes else ""))
    return facts_table((name, value) for name, value in facts if value)


def sureness(document: Document) -> str:
    """How sure the recognition was, and the pages to look at; empty where letters were there."""
    known = [(n, sure) for n, sure in enumerate(document.page_confidence, 1) if sure is not None]
    if not known:
        return ""
    mean = sum(sure for _, sure in known) / len(known)
    words = f"{len(known)} trang từ ảnh, độ tin cậy trung bình {mean:.0%}"
    poor = [str(n) for n, sure in known if sure < POOR]
    if poor:
        more = " …" if len(poor) > LISTED else ""
        words += f"; cần đối chiếu trang {', '.join(poor[:LISTED])}{more}"
    return words


def page_of(document: Document, start: int) -> int:
    """The page of the file that a place in the text stands on, from 1; 0 without pages."""
    return bisect_right(document.pages, start)


def page_words(document: Document, start: int) -> str:
    """`, trang 3`; empty for a file without pages."""
    page = page_of(document, start)
    return f", trang {page}" if page else ""


def _page_count(document: Document) -> str:
    return str(len(document.pages)) if document.pages else ""
