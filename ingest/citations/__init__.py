"""References to documents: found in running text, or read as a person types them."""

from .keys import key_of_citation, keys_of_document
from .numbered import find_citations
from .references import read_reference
from .symbols import canonical, key_of, parse_symbol, types_of

__all__ = [
    "canonical",
    "find_citations",
    "key_of",
    "key_of_citation",
    "keys_of_document",
    "parse_symbol",
    "read_reference",
    "types_of",
]
