"""Looking a citation up: the provision it names, and the sentences that cite it."""

from __future__ import annotations

from dataclasses import dataclass

from index import Catalogue, Mention
from ingest import Citation, Metadata, Provision, UnknownReference, find_citations, read_reference


@dataclass(frozen=True, slots=True)
class MentionOf:
    """One sentence that cites a document, and the document it stands in."""

    by: Metadata
    mention: Mention


@dataclass(frozen=True, slots=True)
class Found:
    """One document a citation can mean, and the provision it names there."""

    about: Metadata
    provision: Provision | None
    text: str
    """The provision's words, or the document's beginning; a slice of its text."""
    missing_unit: tuple[str, ...]
    """The cited unit, where the document held has no such unit."""
    cited_by: tuple[MentionOf, ...]


@dataclass(frozen=True, slots=True)
class LookUp:
    """What became of a citation: one document, several it can mean, or none that is held."""

    citation: Citation
    found: tuple[Found, ...]
    cited_by: tuple[MentionOf, ...]
    """Sentences that cite the number, whether its document is held or not."""


SHOWN_OF_DOCUMENT = 1200  # characters shown of a document when the citation names no unit


def look_up(catalogue: Catalogue, words: str) -> LookUp:
    """Find what a citation in any spelling names; raises UnknownReference when it names nothing.

    Of several documents that share a number all are given: none is chosen silently.
    """
    citation = _read(words)
    abouts = catalogue.find_documents(citation) if citation else catalogue.find_named(words)
    if citation is None and not abouts:
        raise UnknownReference(
            f"Chưa hiểu «{words.strip()}» là viện dẫn nào; hãy ghi số ký hiệu, chẳng hạn "
            "«Điều 9 Quy định 37-QĐ/TW» hoặc «37 qđ tw»."
        )
    if citation is None:
        citation = Citation(text=words.strip(), start=0, end=len(words.strip()))
    found = tuple(_found(catalogue, citation, about) for about in abouts)
    return LookUp(citation, found, _mentions(catalogue, citation.symbol))


def cited_by(catalogue: Catalogue, about: Metadata) -> tuple[MentionOf, ...]:
    """Every sentence in the store that cites a document, oldest citing document first.

    A mention of its number with another date means another document and is left out.
    """
    return tuple(
        m
        for m in _mentions(catalogue, about.number)
        if not (m.mention.citation.date and about.date) or m.mention.citation.date == about.date
    )


def _mentions(catalogue: Catalogue, symbol: str) -> tuple[MentionOf, ...]:
    if not symbol:
        return ()
    return tuple(
        MentionOf(by, mention)
        for mention in catalogue.mentions(symbol)
        if (by := catalogue.about(mention.document)) is not None
    )


def _read(words: str) -> Citation | None:
    """A pasted citation in full first, then whatever spelling a person types."""
    pasted = find_citations(words)
    return pasted[0] if pasted else read_reference(words)


def _found(catalogue: Catalogue, citation: Citation, about: Metadata) -> Found:
    document = catalogue.document(about.id)
    assert document is not None  # the catalogue named it a line above
    address = catalogue.find_unit(about.id, citation.unit) if citation.unit else None
    unit = next((p for p in document.provisions if p.address == address), None)
    shown = document.text[unit.start : unit.end] if unit else document.text[:SHOWN_OF_DOCUMENT]
    missing = citation.unit if citation.unit and unit is None else ()
    return Found(about, unit, shown, missing, cited_by(catalogue, about))
