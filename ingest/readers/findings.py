"""What was found of a document's metadata, each with its place in the text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Date

from ..document import Confidence


@dataclass(frozen=True, slots=True)
class Finding:
    """One field of Metadata as the text says it."""

    field: str
    value: str | Date | tuple[str, ...]
    place: tuple[int, int]
    """Offsets of the words it was read from, or concluded from where it is INFERRED."""
    sure: Confidence = Confidence.SEEN


Findings = dict[str, Finding]


def gather(*found: Finding | None) -> Findings:
    """Return the findings by field; the first of a field counts, an empty one says nothing."""
    gathered: Findings = {}
    for one in found:
        if one and one.value:
            gathered.setdefault(one.field, one)
    return gathered
