"""Who cites whom, what still holds, and whether a draft cites rightly."""

from .lookup import Found, LookUp, MentionOf, cited_by, look_up
from .missing import Gaps, Missing, find_missing, stub_of
from .records import look_up_record, missing_record, validity_record
from .resolution import Link, Resolver, Target, is_issued_by, term_of
from .validity import Ledger, Reliance, Status, Validity, worst_of

__all__ = [
    "Found",
    "Gaps",
    "Ledger",
    "Link",
    "LookUp",
    "MentionOf",
    "Missing",
    "Reliance",
    "Resolver",
    "Status",
    "Target",
    "Validity",
    "cited_by",
    "find_missing",
    "is_issued_by",
    "look_up",
    "look_up_record",
    "missing_record",
    "stub_of",
    "term_of",
    "validity_record",
    "worst_of",
]
