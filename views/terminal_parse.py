"""What a person reads on the command line after a file was parsed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import shorten

from ingest import Document, FieldPlace, typed

from .corrected import FIELDS
from .facts import day_of
from .reading_facts import HOW_SURE, UNREAD, is_unread
from .recognised import citation_words, page_sureness, percent, range_words

SHOWN_REMOVED = 20  # pieces kept out of a text that are listed
WIDTH = 60  # letters of a value; `--json` has all
PAGES_A_LINE = 8
HEADS = ("mục", "đọc được", "độ chắc", "ở đâu")


def document_lines(document: Document) -> Iterator[str]:
    """What was understood of one file: its fields, how it was read, units, citations, the rest."""
    yield from table_lines([HEADS, *_field_rows(document)])
    yield ""
    yield from _reading_lines(document)
    yield f"\n{len(document.provisions)} đơn vị cấu trúc"
    for unit in document.provisions:
        indent = "  " * len(unit.path)
        yield f"{indent}{unit.path[-1]}  {unit.heading}  [{unit.start}:{unit.end}]"
    yield f"\n{len(document.citations)} viện dẫn"
    for c in document.citations:
        place = f"[{c.start}:{c.end}]"
        line = f"  {place} {c.text}  {c.symbol}  {day_of(c.date)}  {' › '.join(c.unit)}".rstrip()
        read = "" if c.back else citation_words(document.sureness, c)
        yield f"{line}  ({read})" if read else line
    for piece in document.removed[:SHOWN_REMOVED]:
        page = f", trang {piece.page}" if piece.page else ""
        yield f"  đã bỏ ({piece.reason}{page}): {piece.text[:80]}"
    if len(document.removed) > SHOWN_REMOVED:
        yield f"  và {len(document.removed) - SHOWN_REMOVED} chỗ đã bỏ khác (xem --json)"


def table_lines(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows as lines, each column as wide as its widest cell."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()


def _field_rows(document: Document) -> Iterator[tuple[str, ...]]:
    places = {place.field: place for place in document.fields}
    for field, name in FIELDS.items():
        value, place = typed(document.about, field).replace("\n", "; "), places.get(field)
        if value:
            words = shorten(value, WIDTH, placeholder=" …")
            yield (name.lower(), words, *_place_cells(document, place))
        elif is_unread(document, field):
            yield (name.lower(), UNREAD, "", "")
    yield ("loại bản", str(document.about.edition), "", "")
    yield ("mã", document.about.id, "", "")


def _place_cells(document: Document, place: FieldPlace | None) -> tuple[str, str]:
    """How sure a field is, and where it stands: by page and offset, or by line."""
    if place is None:
        return "", ""
    sure = document.sureness.at(place.start, place.end)
    how = HOW_SURE.get(place.confidence, str(place.confidence))
    page = document.sureness.page_at(place.start)
    line = document.text.count("\n", 0, place.start) + 1
    where = f"trang {page}" if page else f"dòng {line}"
    span = f"{where} [{place.start}:{place.end}]"
    return how if sure is None else f"{how}, ảnh {percent(sure)}", span


def _reading_lines(document: Document) -> Iterator[str]:
    """What read the letters, and of recognised pages how sure each is."""
    if document.reader:
        yield f"đọc bằng {document.reader}"
    yield from document.notes
    if words := range_words(document.sureness):
        yield words
        pages = [page_sureness(*page) for page in document.sureness.recognised.items()]
        for at in range(0, len(pages), PAGES_A_LINE):
            yield "  " + " · ".join(pages[at : at + PAGES_A_LINE]).replace(", độ chắc", "")
