"""Results as plain values, for JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ingest import citation_record

from .corrections import Corrected
from .results import Hit, Results


def results_record(results: Results) -> dict[str, Any]:
    """The answer to a query: what was understood, the revision, and the hits in order."""
    understood = results.understood
    return {
        "query": results.query,
        "understood": {
            "searched_for": understood.wording.shown,
            "changes": [
                {"kind": str(change.kind), "typed": change.typed, "used": change.used}
                for change in understood.wording.changes
            ],
            "citations": [
                citation_record(one.citation)
                | {"documents": list(one.documents), "missing": [list(u) for u in one.missing]}
                for one in understood.cited
            ],
            "named": list(understood.named),
            "wants_guidance": understood.wants_guidance,
            "guiding": list(understood.guiding),
            "signed": list(understood.signed),
            "wants_newest": understood.wants_newest,
            "wants_successor": understood.wants_successor,
            "of_body": list(understood.of_body or ()),
            "not_held": [citation.text for citation in understood.not_held],
            "clear": results.is_clear,
            "notices": list(results.notices),
        },
        "revision": results.revision,
        "hits": [_hit_record(rank, hit) for rank, hit in enumerate(results.hits, 1)],
    }


def corrected_record(corrected: Sequence[Corrected]) -> dict[str, Any]:
    """The fields that a person corrected: what was typed, when, and what the file says."""
    return {
        one.field: {"typed": one.words, "made": one.made, "as_read": one.as_read}
        for one in corrected
    }


def _hit_record(rank: int, hit: Hit) -> dict[str, Any]:
    return {
        "rank": rank,
        "document": hit.about.id,
        "number": hit.about.number,
        "title": hit.about.title,
        "doubts": dict(hit.about.doubts),
        "provision": hit.passage.address,
        "label": hit.passage.label,
        "named": hit.is_named,
        "score": hit.score,
        "why": list(hit.why),
        "text": hit.text,
        "start": hit.passage.start,
        "end": hit.passage.end,
        "sureness": hit.sureness,
        "page": hit.page,
        "same_wording": [sister.passage.label for sister in hit.sisters],
    }
