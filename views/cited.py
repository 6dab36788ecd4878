"""The citations of a document as links: to the document held, or to the page that looks it up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index import Catalogue
from ingest import Citation, Document

from .highlights import Span, without_overlaps
from .links import citation_link, reader_link
from .markup import Markup, anchor, element

HELD, NOT_HELD, SEVERAL = "co", "khong-co", "nhieu"
HINTS = {
    HELD: "Mở văn bản được viện dẫn",
    NOT_HELD: "Không có trong kho; xem ai viện dẫn",
    SEVERAL: "Nhiều văn bản mang số này; xem các khả năng",
}


@dataclass(frozen=True, slots=True)
class Target:
    """Where a citation leads, and whether the store holds it."""

    href: str
    look: str


def targets_of(
    catalogue: Catalogue, document: Document, citations: Sequence[Citation]
) -> list[Target]:
    """Where each citation of a document leads; the same citation is looked up once."""
    known: dict[tuple[object, ...], Target] = {}
    found = []
    for c in citations:
        key = (c.symbol or c.text, c.date, c.unit)
        if key not in known:
            known[key] = _target(catalogue, document, c)
        found.append(known[key])
    return found


def citation_links(catalogue: Catalogue, document: Document, start: int, end: int) -> list[Span]:
    """The citations within text[start:end] as linked spans."""
    inside = [c for c in document.citations if c.full_start < end and c.full_end > start]
    spans = [
        Span(c.full_start, c.full_end, look=f"vd {t.look}", href=t.href, hint=HINTS[t.look])
        for c, t in zip(inside, targets_of(catalogue, document, inside), strict=True)
    ]
    return without_overlaps(spans)


def cited_list(catalogue: Catalogue, document: Document) -> Markup:
    """What a document cites, each once with how often, in reading order."""
    if not document.citations:
        return element("p", "Không thấy viện dẫn nào trong văn bản này.", look="mo")
    groups: dict[str, list[Citation]] = {}
    for citation in document.citations:
        groups.setdefault(citation.symbol or citation.text, []).append(citation)
    firsts = [_fullest(group) for group in groups.values()]
    targets = targets_of(catalogue, document, firsts)
    counts = [len(group) for group in groups.values()]
    rows = [_row(c, t, n) for c, t, n in zip(firsts, targets, counts, strict=True)]
    return element("ul", *rows, look="vien-dan")


def _row(citation: Citation, target: Target, count: int) -> Markup:
    link = anchor(target.href, citation.text, look=f"vd {target.look}", hint=HINTS[target.look])
    missing = " · không có trong kho" if target.look == NOT_HELD else ""
    return element("li", link, " ", element("small", f"{count} lần{missing}"))


def _fullest(group: Sequence[Citation]) -> Citation:
    return max(group, key=lambda c: (c.date is not None, len(c.text)))


def _target(catalogue: Catalogue, document: Document, citation: Citation) -> Target:
    held = catalogue.find_documents(citation)
    if len(held) == 1:
        id = held[0].id
        address = catalogue.find_unit(id, citation.unit) if citation.unit else None
        return Target(reader_link(id, address or ""), HELD)
    words = document.text[citation.full_start : citation.full_end]
    return Target(citation_link(words), SEVERAL if held else NOT_HELD)
