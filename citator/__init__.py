"""Who cites whom, what still holds, and whether a draft cites rightly."""

from .annotation import annotated_copy
from .check_records import check_csv, check_record, neutral_cell
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
from .lookup import Found, LookUp, MentionOf, cited_by, look_up
from .missing import Gaps, Missing, find_missing, stub_of
from .records import look_up_record, missing_record, validity_record
from .resolution import Link, Resolver, Target, is_issued_by, term_of
from .validity import Ledger, Reliance, Status, Validity, worst_of
from .wording import say_check, say_finding, say_row, say_source, say_verdict

__all__ = [
    "ALARMS",
    "CheckedCitation",
    "DraftCheck",
    "Field",
    "Finding",
    "Found",
    "Gaps",
    "Ledger",
    "Link",
    "LookUp",
    "MentionOf",
    "Missing",
    "Outcome",
    "Reliance",
    "Resolver",
    "Status",
    "Target",
    "Validity",
    "Verdict",
    "annotated_copy",
    "check_csv",
    "check_draft",
    "check_record",
    "cited_by",
    "find_missing",
    "is_issued_by",
    "look_up",
    "look_up_record",
    "missing_record",
    "neutral_cell",
    "say_check",
    "say_finding",
    "say_row",
    "say_source",
    "say_verdict",
    "stub_of",
    "term_of",
    "validity_record",
    "worst_of",
]
