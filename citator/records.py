"""A look-up as plain values, for JSON."""

from __future__ import annotations

from typing import Any

from ingest import citation_record, metadata_record, provision_record

from .lookup import Found, LookUp, MentionOf


def look_up_record(answer: LookUp) -> dict[str, Any]:
    """What a citation names and who cites it; `held` is false where the store has no such text."""
    return {
        "citation": citation_record(answer.citation),
        "held": bool(answer.found),
        "found": [_found_record(found) for found in answer.found],
        "cited_by": [_mention_record(m) for m in answer.cited_by],
    }


def _found_record(found: Found) -> dict[str, Any]:
    return {
        "document": metadata_record(found.about),
        "provision": provision_record(found.provision) if found.provision else None,
        "text": found.text,
        "missing_unit": list(found.missing_unit),
        "cited_by": [_mention_record(m) for m in found.cited_by],
        "cited_whole": [_mention_record(m) for m in found.cited_whole],
    }


def _mention_record(mention: MentionOf) -> dict[str, Any]:
    return {
        "document": mention.by.id,
        "number": mention.by.number,
        "provision": mention.mention.address,
        "sentence": mention.mention.sentence,
        "citation": citation_record(mention.mention.citation),
    }
