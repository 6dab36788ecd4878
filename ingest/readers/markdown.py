"""Markdown: the front matter says what the document is, the rest is its text."""

from __future__ import annotations

import re

from ..document import Reading
from .front_matter import read_front_matter, split_front_matter
from .letters import decode, normalise
from .masthead import read_masthead
from .source import Source

HEADING = re.compile(r"^ {0,3}#{1,6}(?: +|$)", re.M)  # ## Điều 5. Trách nhiệm
BOLD_STARS = re.compile(r"\*\*(?P<words>[^*\n]+)\*\*")  # **Điều 5.**
BOLD_LINES = re.compile(r"(?<!\w)__(?P<words>[^_\n]+)__(?!\w)")  # __Điều 5.__
ESCAPED = re.compile(r"\\(?P<mark>[.)(\-+*_#\[\]])")  # 1\. as editors write it


def read_markdown(source: Source) -> Reading:
    """Read a Markdown file, with or without front matter.

    Raises UnreadableFile when the front matter has a key or a value that is not allowed.
    """
    front, body = split_front_matter(normalise(decode(source.data)))
    text = _as_shown(body)
    if front is None:
        return Reading(text, read_masthead(text, source.name))
    head = read_front_matter(front, source.name)
    return Reading(text, head.about, statements=head.statements)


def _as_shown(source: str) -> str:
    """Return the lines a person sees: no heading marks, no emphasis."""
    text = HEADING.sub("", source)
    for emphasis in (BOLD_STARS, BOLD_LINES):
        text = emphasis.sub(lambda found: found["words"], text)
    return ESCAPED.sub(lambda found: found["mark"], text).strip("\n")
