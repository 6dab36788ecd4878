"""Looking a citation up: the provision it names, and the sentences that cite it."""

from __future__ import annotations

from dataclasses import dataclass

from index import Catalogue, Mention
from ingest import (
    Citation,
    Metadata,
    Provision,
    UnknownReference,
    find_citations,
    fold,
    read_reference,
)


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
    """Sentences that cite this document; when a unit was asked for, those that cite that unit."""
    cited_whole: tuple[MentionOf, ...] = ()
    """When a unit was asked for: sentences that cite the document as a whole."""


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
    abouts = catalogue.find_documents(citation) if citation else []
    abouts = abouts or catalogue.find_named(f"{words}\n{citation.text if citation else ''}")
    if citation is None and not abouts:
        raise UnknownReference(
            f"Chưa hiểu «{words.strip()}» là viện dẫn nào; hãy ghi số ký hiệu, chẳng hạn "
            "«Điều 9 Quy định 37-QĐ/TW» hoặc «37 qđ tw»."
        )
    if citation is None:
        citation = Citation(text=words.strip(), start=0, end=len(words.strip()))
    found = tuple(_found(catalogue, citation, about) for about in abouts)
    with_unit = tuple(each for each in found if not each.missing_unit)  # of a law's parts, that one
    return LookUp(citation, with_unit or found, _mentions(catalogue, citation.symbol))


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
    shown = document.text[unit.start : unit.end] if unit else _beginning(document.text)
    missing = citation.unit if citation.unit and unit is None else ()
    mentions = cited_by(catalogue, about)
    if not citation.unit:
        return Found(about, unit, shown, missing, mentions)
    same = tuple(m for m in mentions if _cites(m, citation.unit))
    whole = tuple(m for m in mentions if not m.mention.citation.unit)
    return Found(about, unit, shown, missing, same, whole)


def _cites(mention: MentionOf, unit: tuple[str, ...]) -> bool:
    """Whether a mention names the unit asked for, or a smaller one inside it."""
    cited = [fold(name) for name in mention.mention.citation.unit]
    return all(fold(name) in cited for name in unit)


def _beginning(text: str) -> str:
    """The first lines of a text, cut at the end of a line or of a word."""
    if len(text) <= SHOWN_OF_DOCUMENT:
        return text
    piece = text[:SHOWN_OF_DOCUMENT]
    end = max(piece.rfind("\n"), piece.rfind(" ") if "\n" not in piece else -1)
    return piece[:end] if end > 0 else piece
