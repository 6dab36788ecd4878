"""Plain text is taken as it is."""

from __future__ import annotations

from ..document import Reading
from .letters import decode, normalise
from .masthead import read_masthead


def read_plain(data: bytes, name: str) -> Reading:
    """Read a text file; `name` is the file name's stem, the last resort for an id."""
    text = normalise(decode(data))
    return Reading(text, read_masthead(text, name))
