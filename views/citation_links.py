"""The citations of a document as links: to what they mean, with whether that still holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from citator import Validity, worst_of
from ingest import Citation, Document, Metadata, Sureness

from .highlights import Span, without_overlaps
from .recognised import citation_words
from .standpoint import Standpoint
from .validity_words import hint_of

HELD, NOT_HELD, SEVERAL = "co", "khong-co", "nhieu"
HINTS = {
    HELD: "Mở văn bản được viện dẫn",
    NOT_HELD: "Không có trong kho; xem ai viện dẫn",
    SEVERAL: "Nhiều văn bản mang số này; xem các khả năng",
}


@dataclass(frozen=True, slots=True)
class Cited:
    """Where a citation leads, whether the store holds it, and whether that still holds."""

    href: str
    kind: str
    about: Metadata | None = None
    """The document meant, or its stub; None where that is not one."""
    validity: Validity | None = None
    """Of several documents the citation can mean, what a person must hear first."""

    @property
    def id(self) -> str:
        """Of the document meant; empty where that is not one."""
        return self.about.id if self.about else ""

    @property
    def look(self) -> str:
        """Its CSS class; what has ended looks so."""
        ended = " het" if self.validity and self.validity.has_ended else ""
        return f"vd {self.kind}{ended}"

    @property
    def hint(self) -> str:
        """Where the link leads, and what is known of the document's validity."""
        where = HINTS[self.kind]
        return f"{where} · {hint_of(self.validity)}" if self.validity else where


def cited_by_document(
    view: Standpoint, document: Document, citations: Sequence[Citation]
) -> list[Cited]:
    """Where each citation of a document leads; the same words are looked up once."""
    known: dict[tuple[object, ...], Cited] = {}
    found = []
    for c in citations:
        key = (c.symbol or c.text, c.type, c.date, c.units)
        if key not in known:
            known[key] = _cited(view, document, c)
        found.append(known[key])
    return found


def citation_links(view: Standpoint, document: Document, start: int, end: int) -> list[Span]:
    """The citations within text[start:end] as linked spans."""
    inside = [c for c in document.citations if c.full_start < end and c.full_end > start]
    read = document.sureness
    spans = [
        Span(c.full_start, c.full_end, look=found.look, href=found.href, hint=_hint(found, read, c))
        for c, found in zip(inside, cited_by_document(view, document, inside), strict=True)
        if found.id != document.about.id or "dv=" in found.href  # «Quy định này» leads nowhere
    ]
    return without_overlaps(spans)


def _hint(found: Cited, read: Sureness, citation: Citation) -> str:
    """Where a link leads, and that the words were read from a picture."""
    words = citation_words(read, citation)
    return f"{found.hint} · {words}" if words else found.hint


def _cited(view: Standpoint, document: Document, citation: Citation) -> Cited:
    targets = view.resolve(citation, document.about).targets
    if len(targets) == 1:
        about = targets[0].about
        href = view.reader(about.id, targets[0].address)
        return Cited(href, HELD, about, view.validity_of(about))
    words = view.citation(document.text[citation.full_start : citation.full_end])
    if targets:
        worst = worst_of([view.validity_of(target.about) for target in targets])
        return Cited(words, SEVERAL, None, worst)
    stub = view.stub_of(citation)
    if stub is None:
        return Cited(words, NOT_HELD)
    return Cited(view.reader(stub.about.id), NOT_HELD, stub.about, view.validity_of(stub.about))
