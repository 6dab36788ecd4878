"""Plain text is taken as it is."""

from __future__ import annotations

from ..document import Reading
from .letters import decode, normalise
from .masthead import read_masthead
from .source import Source


def read_plain(source: Source) -> Reading:
    """Read a text file as it is."""
    text = normalise(decode(source.data))
    return Reading(text, read_masthead(text, source.name))
