"""A look-up as plain values, for JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from index import StatementBy, corrected_record
from ingest import (
    citation_record,
    metadata_record,
    provision_record,
    statement_record,
    sureness_record,
)

from .lookup import Found, LookUp, MentionOf
from .missing import Missing, stub_of
from .validity import Ledger, Validity


def look_ups_record(answers: Sequence[LookUp], ledger: Ledger) -> dict[str, Any]:
    """What the first of several citations names, and under `further` the others, each the same."""
    first, *others = (look_up_record(answer, ledger) for answer in answers)
    return first | {"further": others}


def look_up_record(answer: LookUp, ledger: Ledger) -> dict[str, Any]:
    """What a citation names, whether it holds, who cites it; `held` is false where it is not here.

    `validity` of a document that is not held is that of what the citation says of it.
    """
    not_held = None if answer.found else ledger.validity_of(stub_of(answer.citation))
    return {
        "citation": citation_record(answer.citation),
        "held": bool(answer.found),
        "validity": validity_record(not_held) if not_held else None,
        "others": [metadata_record(about) for about in answer.others],
        "found": [_found_record(found, ledger) for found in answer.found],
        "cited_by": [_mention_record(m) for m in answer.cited_by],
    }


def validity_record(validity: Validity) -> dict[str, Any]:
    """What can be said of a document on a day, and the statements it rests on."""
    return {
        "status": str(validity.status),
        "on": validity.on.isoformat(),
        "has_ended": validity.has_ended,
        "by": validity.by.id if validity.by else None,
        "confidence": str(validity.confidence) if validity.confidence else None,
        "held_until": validity.held_until.isoformat() if validity.held_until else None,
        "grounds": [_ground_record(said) for said in validity.grounds],
    }


def missing_record(entry: Missing, ledger: Ledger) -> dict[str, Any]:
    """A document that is cited and not held in full, and who asks for it."""
    return {
        "document": metadata_record(entry.about),
        "held": entry.held,
        "mentions": entry.mentions,
        "recognised": entry.recognised,
        "unsure": entry.unsure,
        "citing": sorted(entry.citing),
        "validity": validity_record(ledger.validity_of(entry.about)),
    }


def _ground_record(said: StatementBy) -> dict[str, Any]:
    return {
        "document": said.by.id,
        "number": said.by.number,
        "date": said.by.date.isoformat() if said.by.date else None,
        "held": said.held,
        "sentence": said.sentence,
        **statement_record(said.statement),
    }


def _found_record(found: Found, ledger: Ledger) -> dict[str, Any]:
    return {
        "document": metadata_record(found.about),
        "corrected": corrected_record(found.corrected),
        "validity": validity_record(ledger.validity_of(found.about)),
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
        "citation": citation_record(mention.mention.citation)
        | sureness_record(mention.mention.sureness, mention.mention.citation),
    }
