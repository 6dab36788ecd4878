"""References to documents: found in running text, or read as a person types them."""

from .back_references import find_back_references
from .dates import find_date_line, unread_date
from .finding import find_citations
from .keys import key_of_citation, keys_of_document
from .references import read_reference, read_references
from .suspects import find_suspects
from .symbols import canonical, key_of, parse_symbol, types_of
from .typed_laws import law_itself

__all__ = [
    "canonical",
    "find_back_references",
    "find_citations",
    "find_date_line",
    "find_suspects",
    "key_of",
    "key_of_citation",
    "keys_of_document",
    "law_itself",
    "parse_symbol",
    "read_reference",
    "read_references",
    "types_of",
    "unread_date",
]
