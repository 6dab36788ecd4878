"""The title of a unit: what stands after its number, on one line or several."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .enumerators import RANKS, Kind, Marker

LONGEST_TITLE = 400
SHORT_TITLE = 90
"""A khoản whose first line is longer has a sentence there, not a title."""
MOST_LINES = 9
UNFINISHED = re.compile(
    r"(?:[,(\-–]|(?:^|\s)(?:của|và|với|trong|cho|về|theo|tại|hoặc|các|do|từ|đến|bởi))$"
)
"""A title's line that goes on in the next one."""
SENTENCE_END = re.compile(r"[.:;,](?:/\.)?$")
FOOTNOTE = re.compile(r"(?<=[a-zà-ỹ])\d{1,3}$")
"""`Kiểm ngư57`: a footnote's number glued to the title."""
OFFICES = re.compile(
    r"(?:(?:Các|Ông|Bà) )?(?:Bộ trưởng|Thủ trưởng|Chánh Văn phòng|Chủ tịch|Tổng cục trưởng"
    r"|Cục trưởng|Giám đốc|Trưởng ban|Thống đốc|Ủy ban|Uỷ ban)\b.*,",
    re.I,
)
CHARGED = re.compile(r"\b(?:chịu|có) trách nhiệm (?:tổ chức )?(?:thi hành|thực hiện)\b")
"""`Điều 3. Chủ tịch …, Bộ trưởng … chịu trách nhiệm thi hành`: a sentence over several lines."""
BLANKS = re.compile(r"\s+")
TITLED = (Kind.DIEU, Kind.CODIFIED, Kind.ROMAN, Kind.CAPITAL)
SOMETIMES_TITLED = (Kind.ARABIC, Kind.DECIMAL_2)


@dataclass(frozen=True, slots=True)
class _Line:
    words: str
    end: int
    marked: bool
    """Whether a number stands at its start, so that no title runs over it."""


def find_heading(text: str, marker: Marker, end: int, starts: Sequence[int]) -> tuple[str, int]:
    """The title of the unit that begins with `marker`, and the offset where its body begins.

    `starts` holds, in order, the offsets at which any marker stands.
    """
    if marker.kind in TITLED:
        parts = _sentence_like(text, marker, end, starts)
    elif marker.kind in RANKS:
        parts = _block(text, marker, end, starts)
    elif marker.kind in SOMETIMES_TITLED:
        parts = _short_line(text, marker, end, starts)
    else:
        parts = []
    title = BLANKS.sub(" ", " ".join(part.words for part in parts)).strip(" *\t")
    if not title or len(title) > LONGEST_TITLE:
        return "", marker.end
    return FOOTNOTE.sub("", title), parts[-1].end


def _lines(text: str, at: int, end: int, starts: Sequence[int]) -> Iterator[_Line]:
    """The rest of the marker's line, then the lines below it."""
    place = bisect_left(starts, at)
    for number in range(MOST_LINES):
        place = bisect_left(starts, at, lo=place)
        marked_at = starts[place] if place < len(starts) else end
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        if number == 0:  # "Điều 27. Trách nhiệm của Nhà nước 1. Có chính sách"
            stop = min(stop, max(marked_at, at))
        raw = text[at : min(stop, at + 2 * LONGEST_TITLE)]
        marked = marked_at < stop and not text[at:marked_at].strip(" \t\u00a0#*>")
        yield _Line(raw.strip(), stop, number > 0 and marked)
        if stop >= end:
            return
        at = stop + 1 if text[stop] == "\n" else stop


def _block(text: str, marker: Marker, end: int, starts: Sequence[int]) -> list[_Line]:
    """Titles of chapters and annexes: lines in capitals, or one line, or up to a bracket."""
    parts: list[_Line] = []
    for number, line in enumerate(_lines(text, marker.end, end, starts)):
        if line.marked or line.words.startswith(("(", "___", "---")):
            break
        if not line.words:
            if parts:
                break
            continue
        goes_on = _in_capitals(line.words) or marker.kind is Kind.KEM_THEO
        goes_on = goes_on or bool(parts and UNFINISHED.search(parts[-1].words))
        if goes_on or number == 0 or (not parts and _is_title(line.words)):
            parts.append(line)
        else:
            break
    return parts


def _sentence_like(text: str, marker: Marker, end: int, starts: Sequence[int]) -> list[_Line]:
    """Titles of điều, which a page's width may have broken; a whole sentence is no title."""
    lines = list(_lines(text, marker.end, end, starts))
    if not lines[0].words:
        below = [line for line in lines[1:4] if line.words]
        found = len(below) > 1 and not below[0].marked and below[1].marked
        return below[:1] if found and _is_title(below[0].words) else []
    parts = lines[:1]
    for line in lines[1:]:
        if line.marked or not line.words or not _continues(parts, line.words):
            break
        parts.append(line)
    runs_on = _charges_offices(parts, lines[len(parts) :])
    return [] if runs_on or SENTENCE_END.search(parts[-1].words) else parts


def _charges_offices(parts: list[_Line], below: Sequence[_Line]) -> bool:
    """Tell the first lines of a closing sentence, which names who carries a document out."""
    if not below or below[0].marked or not OFFICES.match(parts[0].words):
        return False
    return bool(CHARGED.search(below[0].words)) and not OFFICES.match(below[0].words)


def _short_line(text: str, marker: Marker, end: int, starts: Sequence[int]) -> list[_Line]:
    """A khoản has a title when its first line is short, unfinished, and stands above others."""
    lines = list(_lines(text, marker.end, end, starts))
    below = next((line for line in lines[1:] if line.words), None)
    if below is None or not _is_title(lines[0].words) or lines[0].words[0].islower():
        return []
    if UNFINISHED.search(lines[0].words) or not (below.marked or _opens(below.words)):
        return []
    return lines[:1]


def _continues(parts: list[_Line], words: str) -> bool:
    so_far = " ".join(part.words for part in parts)
    if SENTENCE_END.search(so_far) and not so_far.endswith((",", ";")):
        return False
    capitals = _in_capitals(parts[0].words) and _in_capitals(words)
    open_bracket = so_far.count("(") > so_far.count(")")
    return words[0].islower() or capitals or open_bracket or bool(UNFINISHED.search(so_far))


def _is_title(words: str) -> bool:
    return 0 < len(words) <= SHORT_TITLE and not SENTENCE_END.search(words)


def _opens(words: str) -> bool:
    return words[0].isupper() or words[0] in '-–+“"'


def _in_capitals(words: str) -> bool:
    letters = [letter for letter in words if letter.isalpha()]
    return len(letters) >= 2 and sum(map(str.isupper, letters)) >= 0.8 * len(letters)
