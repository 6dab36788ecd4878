"""Kiểm tra viện dẫn: a draft's citations held against the store, and what is made of it."""

from .annotation import annotated_copy
from .checking import check_draft
from .draft import (
    ALARMS,
    CheckedCitation,
    DraftCheck,
    Field,
    Finding,
    Outcome,
    Verdict,
)
from .records import check_csv, check_record, neutral_cell
from .wording import say_check, say_finding, say_row, say_source, say_verdict

__all__ = [
    "ALARMS",
    "CheckedCitation",
    "DraftCheck",
    "Field",
    "Finding",
    "Outcome",
    "Verdict",
    "annotated_copy",
    "check_csv",
    "check_draft",
    "check_record",
    "neutral_cell",
    "say_check",
    "say_finding",
    "say_row",
    "say_source",
    "say_verdict",
]
