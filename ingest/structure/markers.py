"""Numbers that stand at the start of a line, each with how much it looks like a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .enumerators import (
    FOOTNOTED,
    GAP,
    LISTED,
    LISTED_INITIALS,
    NAMED,
    NAMED_INITIALS,
    Kind,
    Marker,
)
from .numerals import POINT_LETTERS, letter_value, ordinal_value, roman_value, word_value
from .quotations import Quotations

LINE = re.compile(r"[^\n]+")
LEAD = re.compile(r"[\s\ufeff#*>]{0,80}")
"""Blanks, and the signs by which Markdown marks a heading."""
CONTENTS_LINE = re.compile(rf"(?:\.{{4,}}|…{{2,}}|\t){GAP}*\d{{1,4}}{GAP}*$")
"""`Điều 5. Nguyên tắc ........ 12`: a line of a table of contents."""
WAITING = re.compile(
    r"(?:^|[\s(])(?:[Đđ]iều|[Kk]hoản|[Đđ]iểm|[Mm]ục|[Cc]hương|[Pp]hần|[Pp]hụ lục|(?<!thiểu )số"
    r"|ngày|tháng|(?<!hằng )(?<!hàng )năm|[Cc]ác|và|hoặc|đến|[Tt]ừ|[Tt]ại|của|[Tt]heo|với|là|cùng"
    r"|trong|về|bởi|thuộc)$"
)
"""A line that ends so is waiting for what follows, so a number after it is no heading."""
REFERRED = re.compile(
    r"(?:Bộ luật|Luật|Nghị|Quyết|Thông|Hiến|Quy|Điều|Pháp|Hiệp|Công|Chỉ|Kết|Hướng|Chương|Khoản"
    r"|Phụ|Mục|Phần)\b"
)
"""`Điều 3 Nghị quyết số …`: the document or unit that a reference names."""
FINISHED = re.compile(r"[.;:”\"…/)\]!?]\d{0,3}$")
"""How a line ends when the next one may begin a point; a footnote's number may follow."""
ALONE = re.compile(rf"{GAP}*(?:\*\*)?{GAP}*(?=\n|\Z)")
STOPPED = re.compile(rf"(?:\*\*)?{GAP}?[.:](?:\d{{1,3}}(?={GAP}))?(?:\*\*)?{GAP}*|{GAP}+[-–]{GAP}+")
SPACED = re.compile(rf"{GAP}+")
CONSOLIDATED = re.compile(
    r"(?i:văn bản hợp nhất|VBHN)|có hiệu lực kể từ ngày[^;.\n]{0,80}, được sửa đổi, bổ sung bởi"
)
LEAST_WEIGHT = 0.1  # of a điều, which its place in the sequence may still confirm
GLUED = re.compile(rf"(?<=\w){GAP}{{1,2}}(?P<item>1\.){GAP}(?=[^\W\d_])")
"""`Điều 27. Trách nhiệm của Nhà nước 1. Có chính sách`."""
UNIT_WORD = re.compile(r"(?:iều|hoản|iểm|mục|hương|hần)$")
"""The end of Điều, khoản, điểm, mục, chương, phần: what follows is the number of a reference."""
GLUED_WEIGHT = 0.3
LONGEST_TITLE = 400
LOOKS_AT = 4_000  # characters at the head of a text that say whether it is a consolidated one


@dataclass(slots=True)
class _Before:
    """What stands before a line."""

    text: str = ""
    blank: bool = True
    headed: bool = False

    @property
    def waits(self) -> bool:
        """Whether the sentence goes on, so that a number here is part of a reference."""
        return not self.headed and bool(WAITING.search(self.text[-40:]))

    @property
    def finished(self) -> bool:
        return self.blank or self.headed or not self.text or bool(FINISHED.search(self.text[-6:]))


def find_markers(text: str) -> list[Marker]:
    """Every number at the start of a line that is not quoted, in reading order."""
    quoted = Quotations(text)
    consolidated = bool(CONSOLIDATED.search(text, 0, LOOKS_AT))
    found: list[Marker] = []
    before, line_end = _Before(), 0
    for line in LINE.finditer(text):
        lead = LEAD.match(text, line.start(), line.end())
        at = lead.end() if lead else line.start()
        before.blank = before.blank or text.count("\n", line_end, line.start()) > 1
        line_end = line.end()
        if at == line_end:
            before.blank = True
            continue
        markers: list[Marker] = []
        if not quoted.hold(at) and not CONTENTS_LINE.search(
            text, max(at, line_end - 200), line_end
        ):
            markers = list(_markers_at(text, at, line_end, before, consolidated))
        found.extend(markers)
        headed = any(marker.kind in NAMED for marker in markers)
        before = _Before(text[max(at, line_end - 80) : line_end].rstrip(), False, headed)
    return found


def _markers_at(
    text: str, at: int, line_end: int, before: _Before, consolidated: bool
) -> Iterator[Marker]:
    for kind, pattern in NAMED.items() if text[at] in NAMED_INITIALS else ():
        match = pattern.match(text, at)
        if match:
            marker = _named(kind, match, text, line_end, before)
            if marker:
                yield marker
                yield from _glued(marker, text, line_end)
            return
    weight = 1.0 if before.finished else 0.7
    listed = list(_listed(text, at, line_end, weight))
    footnoted = FOOTNOTED.match(text, at) if consolidated else None
    if footnoted:
        label, end = footnoted["label"], footnoted.end()
        number, suffix = _number_of(Kind.ARABIC, label)
        listed.append(Marker(Kind.ARABIC, number, label, at, end, weight * 0.6, suffix))
    if listed and (before.blank or not before.waits):
        yield from listed


# --- kinds with a name ---------------------------------------------------------------------------
def _named(
    kind: Kind, match: re.Match[str], text: str, line_end: int, before: _Before
) -> Marker | None:
    if kind is Kind.KEM_THEO:
        if not text[match.start() : line_end].isupper():
            return None
        label = match["label"].capitalize() + " kèm theo"
        return Marker(kind, (1,), label, match.start(), match.end())
    weight, end = _weigh_heading(kind, text, match.end(), line_end)
    if before.waits:
        weight *= 0.5 if before.blank and kind is Kind.DIEU else 0
    if kind is Kind.DIEU and match["word"] == "điều":
        weight *= 0.4
    if weight < (LEAST_WEIGHT if kind is Kind.DIEU else 0.5):
        return None
    label = (match["label"] or "").strip()
    if word_value(label.lower().removeprefix("thứ ")):
        label = label.lower()  # "PHẦN THỨ HAI" is shown as "Phần thứ hai"
    if kind is Kind.DIEU and "." in label:
        return Marker(Kind.CODIFIED, (1,), label, match.start(), end, weight)
    digits = label.rstrip(POINT_LETTERS) if kind is Kind.DIEU else label
    number = (_count(digits),)
    return Marker(kind, number, label, match.start(), end, weight, label[len(digits) :])


def _glued(marker: Marker, text: str, line_end: int) -> Iterator[Marker]:
    """A first khoản that a reader left on the line of its điều; doubtful without a second one."""
    limit = min(line_end, marker.end + LONGEST_TITLE)
    match = GLUED.search(text, marker.end, limit) if marker.kind is Kind.DIEU else None
    if (
        match
        and text[match.end()].isupper()
        and not UNIT_WORD.search(text, match.start() - 8, match.start())
    ):
        yield Marker(Kind.ARABIC, (1,), "1", match.start("item"), match.end(), GLUED_WEIGHT)


def _count(label: str) -> int:
    digits = re.match(r"\d+", label)
    if digits:
        return int(digits.group())
    return ordinal_value(label) or letter_value(label)[0]


def _weigh_heading(kind: Kind, text: str, at: int, line_end: int) -> tuple[float, int]:
    """How much what follows the number looks like a title, and where that title begins."""
    if ALONE.match(text, at, line_end):
        return 0.9, at
    stopped = STOPPED.match(text, at, line_end)
    if stopped:
        first = text[stopped.end() : stopped.end() + 1]
        return (0.4 if first.islower() else 1.0), stopped.end()
    spaced = SPACED.match(text, at, line_end)
    if not spaced:
        return 0.0, at
    word = text[spaced.end() : min(line_end, spaced.end() + 40)]
    if kind is Kind.PHU_LUC and word.startswith("("):
        return 0.9, spaced.end()
    if kind is Kind.DIEU:
        return (0.0 if not word[:1].isupper() or REFERRED.match(word) else 0.6), spaced.end()
    return (0.8 if _in_capitals(word) else 0.0), spaced.end()


def _in_capitals(words: str) -> bool:
    letters = [letter for letter in words.split("\n")[0] if letter.isalpha()]
    return len(letters) >= 2 and all(letter.isupper() for letter in letters[:6])


# --- kinds that are only a number ----------------------------------------------------------------
def _listed(text: str, at: int, line_end: int, weight: float) -> Iterator[Marker]:
    for kind in LISTED_INITIALS.get(text[at : at + 1], ()):
        match = LISTED[kind].match(text, at, line_end)
        number, suffix = _number_of(kind, match["label"]) if match else ((0,), "")
        if not match or number[-1] <= 0:
            continue
        gap = SPACED.match(text, match.end(), line_end)
        end = gap.end() if gap else match.end()
        factor = _weigh_words(kind, text[end : end + 1])
        yield Marker(kind, number, match["label"], at, end, weight * factor, suffix)
        if kind in (Kind.ARABIC, Kind.ROMAN) and LISTED[Kind.LETTER].match(text, end, line_end):
            yield from _listed(text, end, line_end, weight)  # "3. a) Chuyển toàn bộ"


def _weigh_words(kind: Kind, first: str) -> float:
    """Khoản begin with a capital or a mark; points often do not."""
    if not first or first == "\n":
        return 0.5
    return 0.4 if kind in (Kind.ARABIC, Kind.ROMAN) and first.islower() else 1.0


def _number_of(kind: Kind, label: str) -> tuple[tuple[int, ...], str]:
    """What a label counts; (0,) when it counts nothing."""
    if label[0].isdecimal():
        digits = label.rstrip(POINT_LETTERS)
        return tuple(int(part) for part in digits.split(".")), label[len(digits) :]
    if kind in (Kind.ROMAN, Kind.LOWER_ROMAN, Kind.BRACKETED_ROMAN):
        return (roman_value(label),), ""
    if kind in (Kind.LA, Kind.THU):
        return (word_value(label),), ""
    value, foreign = letter_value(label[0])
    return (value,), foreign + label[1:]
