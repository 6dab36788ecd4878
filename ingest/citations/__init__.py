"""References to documents: found in running text, or read as a person types them."""

from .finding import find_citations
from .references import read_reference
from .symbols import key_of

__all__ = ["find_citations", "key_of", "read_reference"]
