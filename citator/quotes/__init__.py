"""Are quoted words verbatim? Exact, respelled, changed, or not there."""

from .marks import Quotation, find_quotations
from .matching import QuoteKind, QuoteMatch, match_quotation
from .near import Difference
from .spelling import Spelled

__all__ = [
    "Difference",
    "Quotation",
    "QuoteKind",
    "QuoteMatch",
    "Spelled",
    "find_quotations",
    "match_quotation",
]
