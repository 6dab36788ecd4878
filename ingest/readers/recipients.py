"""Nơi nhận: to whom a document is sent, listed left of its signature."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .findings import Finding
from .headlines import Line
from .signature import AFTER_ENTRY, ANNEX, SIGNS_FOR, holds_family_name, holds_signature

OPENING = re.compile(r"\W{0,3}N[ơo]i (?:nhận|gửi) ?:?\W{0,6}", re.I)
ENTRY = re.compile(r"(?:[-–+•*] ?|Như )")
LAST = re.compile(r"\W{0,3}Lưu\b")  # Lưu: VT, HC (2).
COPIES = re.compile(r"(\(\d{1,3}[a-z]{0,2}\))\.? \S{1,3}$")  # Lưu: VT, CN (2). 40
ENDS = " ;,.:-–|"
MOST_LINES = 60
LONGEST = 160  # letters: a longer line is a paragraph of what follows


def find_recipients(lines: Sequence[Line]) -> Finding | None:
    """Return the entries of the first list of recipients, and where the list stands."""
    at = next((at for at, line in enumerate(lines) if OPENING.match(line.text)), None)
    if at is None:
        return None
    opening = OPENING.match(lines[at].text)
    first = lines[at].cut(opening.end() if opening else 0)
    entries: list[str] = []
    end = lines[at].place()[1]
    for line in (first, *lines[at + 1 : at + MOST_LINES]):
        words = _without_signature(line)
        if len(words) > LONGEST or ANNEX.match(words):
            break
        if not words or holds_signature(line):
            continue
        if entries and LAST.match(entries[-1]) and not words[0].islower():
            break
        if ENTRY.match(words) or not entries:
            entries.append(ENTRY.sub("", words, count=1) if words[0] in "-–+•*" else words)
        else:
            entries[-1] += f" {words}"
        end = line.place()[1]
    written = tuple(COPIES.sub(r"\1", entry.strip(ENDS)).strip(ENDS) for entry in entries)
    return Finding("recipients", written, (lines[at].place()[0], end)) if written else None


def _without_signature(line: Line) -> str:
    """Return a line up to the signature or the name that a scan reads on from it."""
    if found := SIGNS_FOR.search(line.text):
        return line.text[: found.start()].strip()
    entry = AFTER_ENTRY.match(line.text)
    if entry and holds_family_name(line.cut(entry.end())):
        return line.text[: entry.end()].strip()
    return line.text
