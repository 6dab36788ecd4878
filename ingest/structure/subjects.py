"""Paragraphs: where one ends, and those that name their subject instead of a number."""

from __future__ import annotations

import re

from .enumerators import Kind, Marker
from .inline_items import find_inline_run

WRAPPED_WIDTH = 160
"""Characters; a longer line is a whole paragraph, not a line of a printed page."""
SUBJECT = re.compile(
    r"^[ \t\u00a0]{0,40}(?P<subject>Về [^:.;\n]{2,90}?)(?: (?:bao gồm|gồm|như sau|cụ thể))?:",
    re.MULTILINE,
)
"""`Về hình thức tổ chức bao gồm: …`"""
LEAD = re.compile(
    r"[ \t\u00a0]{0,40}(?P<subject>[^\W\d_][^:.;\n]{2,90}?)"
    r"(?: (?:bao gồm|gồm|như sau|cụ thể)[^:.;\n]{0,40})?:"
)
LONGEST_LEAD = 200
BREAK = re.compile(r"\n[ \t]*\n")
APART = 0.8
FEWEST_LINES = 5
SENTENCE_END = re.compile(r"[.!?…”\"][ \t]*$")


def has_paragraphs_apart(text: str) -> bool:
    """Whether blank lines part the paragraphs, so that no line is only half of one.

    A number at the start of a line was then put there on purpose, whatever came before it.
    """
    lines = sum(1 for line in text.split("\n") if line.strip())
    return lines >= FEWEST_LINES and len(BREAK.findall(text)) >= APART * (lines - 1)


def find_paragraph_end(text: str, start: int, limit: int) -> int:
    """Where the paragraph that begins at `start` ends, at most at `limit`."""
    at = start
    while at < limit:
        stop = text.find("\n", at, limit)
        if stop < 0:
            return limit
        below = text[stop + 1 : min(limit, stop + 1 + WRAPPED_WIDTH)].split("\n", 1)[0].strip()
        ended = SENTENCE_END.search(text, max(at, stop - 8), stop)
        if not below or stop - at > WRAPPED_WIDTH or (ended and not below[0].islower()):
            return stop
        at = stop + 1
    return limit


def find_lead(text: str, first: Marker) -> Marker | None:
    """The line above the first of some items, where it is theirs: `Hình thức gồm hai loại:`."""
    above = text[max(0, first.start - LONGEST_LEAD) : first.start].rstrip()
    at = first.start - len(text[max(0, first.start - LONGEST_LEAD) : first.start])
    begun = above.rfind("\n") + 1
    match = LEAD.fullmatch(above, begun)
    if not match or (begun == 0 and at > 0):
        return None
    place = at + match.start("subject")
    return Marker(Kind.VE, (1,), match["subject"], place, at + match.end())


def find_subjects(text: str, start: int, end: int) -> list[tuple[Marker, int]]:
    """Paragraphs `Về …:` with their ends: two in a row, or one that holds numbered items."""
    matches = list(SUBJECT.finditer(text, start, end))
    limits = [*(match.start() for match in matches), end][1:]
    found = []
    for match, limit in zip(matches, limits, strict=True):
        at = match.start("subject")
        marker = Marker(Kind.VE, (1,), match["subject"], at, match.end())
        found.append((marker, find_paragraph_end(text, at, limit)))
    groups: list[list[tuple[Marker, int]]] = []
    for marker, stop in found:
        if groups and not text[groups[-1][-1][1] : marker.start].strip():
            groups[-1].append((marker, stop))
        else:
            groups.append([(marker, stop)])
    return [
        item
        for group in groups
        if len(group) > 1 or find_inline_run(text, group[0][0].start, group[0][1])
        for item in group
    ]
