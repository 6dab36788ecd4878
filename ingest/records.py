"""A document as plain values, for JSON."""

from __future__ import annotations

from typing import Any

from .document import Citation, Document, Metadata, Provision, Statement
from .sureness import Sureness


def document_record(document: Document) -> dict[str, Any]:
    """What was understood of a file: metadata, text length, provisions, citations."""
    return {
        "metadata": metadata_record(document.about),
        "text_length": len(document.text),
        "provisions": [provision_record(p) for p in document.provisions],
        "citations": [
            citation_record(c) | sureness_record(document.sureness, c) for c in document.citations
        ],
        "statements": [statement_record(s) for s in document.statements],
        "suspects": [document.text[start:end] for start, end in document.suspects],
        "pages": list(document.pages),
        "reader": document.reader,
        "page_confidence": list(document.page_confidence),
        "notes": list(document.notes),
        "fields": [
            {"field": f.field, "start": f.start, "end": f.end, "confidence": str(f.confidence)}
            for f in document.fields
        ],
        "as_read": dict(document.as_read),
        "removed": [{"text": r.text, "reason": r.reason, "page": r.page} for r in document.removed],
    }


def metadata_record(about: Metadata) -> dict[str, Any]:
    """Metadata with ISO dates and the edition in words."""
    return {
        "id": about.id,
        "type": about.type,
        "number": about.number,
        "title": about.title,
        "issuer": about.issuer,
        "signer": about.signer,
        "date": about.date.isoformat() if about.date else None,
        "parent": about.parent,
        "place": about.place,
        "capacity": about.capacity,
        "recipients": list(about.recipients),
        "edition": str(about.edition),
        "source": about.source,
        "aliases": list(about.aliases),
        "doubts": dict(about.doubts),
    }


def provision_record(unit: Provision) -> dict[str, Any]:
    """One provision with its place."""
    return {
        "path": list(unit.path),
        "address": unit.address,
        "heading": unit.heading,
        "start": unit.start,
        "end": unit.end,
    }


def citation_record(citation: Citation) -> dict[str, Any]:
    """One citation with its place; `parts` holds what its words say."""
    return {
        "text": citation.text,
        "start": citation.start,
        "end": citation.end,
        "full_start": citation.full_start,
        "full_end": citation.full_end,
        "parts": {
            "type": citation.type,
            "number": citation.number,
            "symbol": citation.symbol,
            "date": citation.date.isoformat() if citation.date else None,
            "issuer": citation.issuer,
            "units": [list(unit) for unit in citation.units],
            "plenum": citation.plenum,
            "name": citation.name,
            "year": citation.year,
            "back": citation.back,
        },
    }


def sureness_record(sureness: Sureness, citation: Citation) -> dict[str, Any]:
    """How sure the page of a citation is, None where letters were in the file, and its number."""
    return {
        "sureness": sureness.at(citation.full_start, citation.full_end),
        "unsure": sureness.doubts(citation.full_start, citation.full_end),
    }


def statement_record(said: Statement) -> dict[str, Any]:
    """What one document says of another, with its evidence."""
    return {
        "relation": str(said.relation),
        "target": citation_record(said.target),
        "at": said.at,
        "since": said.since.isoformat() if said.since else None,
        "confidence": str(said.confidence),
        "evidence": list(said.evidence),
        "checked": said.checked.isoformat() if said.checked else None,
    }
