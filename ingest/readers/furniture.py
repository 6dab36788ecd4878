"""What a page carries besides its text: headers, footers, page numbers, signature stamps."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice, takewhile

from ..document import Removed

HEADER, FOOTER, NUMBER, STAMP = "đầu trang", "chân trang", "số trang", "dấu chữ ký số"

EDGE = 3  # lines at the top and at the bottom of a page in which furniture is looked for
LONGEST = 200  # letters: furniture is one printed line
FEWEST = 3  # pages, below which a repetition proves nothing
COUNTING_SHARE = 0.25  # of the pages carry a line that counts them: left and right pages differ
CONSTANT_SHARE = 0.4  # of the pages carry the same words; footnotes of one law repeat on a quarter
IN_STEP = 0.8  # of the lines of one shape must count with the pages, or it is `Điều 8`, `Điều 12`

DIGITS = re.compile(r"\d+")
PAGE_NUMBER = re.compile(r"[-–— ]{0,3}(?:[Tt]rang )?\d{1,4}(?: ?/ ?\d{1,4})?[-–— ]{0,3}")  # - 12 -
# 64 CÔNG BÁO/Số 1093 + 1094/Ngày 21-11-2020; CÔNG BÁO TP.HCM/Số 100+101/Ngày 01-4-2026 18
GAZETTE = re.compile(
    r"(?:\d{1,4} {0,3})?CÔNG BÁO[^/]{0,40}/Số [\d+ ]{1,30}/Ngày [\d-]{6,10}(?: {0,3}\d{1,4})?"
)
# 13:08 24/11/25 about:blank, and about:blank 1/102 below it
PRINTED = re.compile(r"\d{1,2}:\d\d(?::\d\d)?,? \d{1,2}/\d{1,2}/\d{2,4} .{0,120}")
ADDRESS = re.compile(r"(?:about:blank|file://\S{1,300}|https?://\S{1,300}) \d{1,4}/\d{1,4}")
KNOWN = (GAZETTE, PRINTED, ADDRESS)

# Units are numbered in step with the pages where each has a page of its own.
UNIT = re.compile(r"(?:Điều|Chương|Mục|Phần|Phụ lục|Mẫu|Biểu)\b", re.I)
ENDS_SENTENCE = (".", ";", ":", ",")  # a header never does; the last line of a footnote does

STAMP_OPENS = re.compile(r"(?:Người ký|Ký bởi) ?:")
STAMP_LABEL = re.compile(r"(?:Người ký|Ký bởi|Email|Cơ quan|Thời gian ký|Ngày ký) ?:")
STAMP_CLOSES = re.compile(r"(?:Thời gian ký|Ngày ký) ?:")
STAMP_TIME = re.compile(r"[\d:+./ -]{4,40}")  # 07.08.2024 17:03:05 +07:00 on lines of its own
STAMP_LINES = 8
STAMP_LABELS = 2  # at least, or it is a form that asks who signs


def strip_furniture(pages: list[list[str]]) -> tuple[list[list[str]], list[Removed]]:
    """Take headers, footers, page numbers and signature stamps off the pages.

    Returns the remaining lines of each page, and what was removed with its page and reason. A
    repeated line that holds no digit, the head of a table for instance, stays where it comes first.
    """
    removed: list[Removed] = []
    bodies = [_lift_stamp(page, number, removed) for number, page in enumerate(pages, start=1)]
    repeated = _find_counting(bodies) | _find_constant(bodies)
    first_seen: dict[str, int] = {}
    for number, body in enumerate(bodies, start=1):
        found = _find_furniture(body, repeated)
        for at in list(found):
            line = _tidy(body[at])
            bare = not DIGITS.search(line) and not _is_known(line)
            if bare and first_seen.setdefault(line, number) == number:
                del found[at]
        removed += (Removed(body[at].strip(), why, number) for at, why in sorted(found.items()))
        body[:] = [line for at, line in enumerate(body) if at not in found]
    return bodies, removed


def _find_counting(pages: list[list[str]]) -> set[str]:
    """Return the lines at the edges that count the pages: one number in them grows in step."""
    shapes: dict[str, list[tuple[int, str]]] = {}
    for number, page in enumerate(pages):
        for line in _edge_lines(page):
            if DIGITS.search(line) and not UNIT.match(line):
                shapes.setdefault(DIGITS.sub("#", line), []).append((number, line))
    enough = max(FEWEST, _count_written(pages) * COUNTING_SHARE)
    return {
        line for lines in shapes.values() if len(lines) >= enough for line in _lines_in_step(lines)
    }


def _lines_in_step(lines: list[tuple[int, str]]) -> list[str]:
    """Return the lines of one shape whose number less the page is the same for nearly all."""
    columns = zip(*(map(int, DIGITS.findall(line)) for _, line in lines), strict=True)
    for column in columns:
        offsets = [value - number for value, (number, _) in zip(column, lines, strict=True)]
        offset, count = Counter(offsets).most_common(1)[0]
        if count >= IN_STEP * len(lines):
            return [
                line for (_, line), other in zip(lines, offsets, strict=True) if other == offset
            ]
    return []


def _find_constant(pages: list[list[str]]) -> set[str]:
    """Return the lines that stand word for word at the edge of many pages."""
    counts = Counter(line for page in pages for line in _edge_lines(page))
    enough = max(FEWEST, _count_written(pages) * CONSTANT_SHARE)
    return {
        line
        for line, count in counts.items()
        if count >= enough and not line.endswith(ENDS_SENTENCE)
    }


def _count_written(pages: list[list[str]]) -> int:
    return sum(any(page) for page in pages)


def _edge_lines(page: list[str]) -> set[str]:
    lines = {_tidy(page[at]) for edge in _edges(page) for at in edge}
    return {line for line in lines if len(line) <= LONGEST}


def _find_furniture(page: list[str], repeated: set[str]) -> dict[int, str]:
    """Walk from each edge of a page inwards while the lines are furniture."""
    found: dict[int, str] = {}
    for edge, reason in zip(_edges(page), (HEADER, FOOTER), strict=True):
        for at in edge:
            line = _tidy(page[at])
            if not _is_known(line) and line not in repeated:
                break
            found.setdefault(at, NUMBER if PAGE_NUMBER.fullmatch(line) else reason)
    return found


def _is_known(line: str) -> bool:
    return any(shape.fullmatch(line) for shape in KNOWN)


def _edges(page: list[str]) -> tuple[list[int], list[int]]:
    """Return the places of the first and of the last written lines of a page, outermost first."""
    written = (at for at, line in enumerate(page) if line.strip())
    backwards = (at for at in range(len(page) - 1, -1, -1) if page[at].strip())
    return list(islice(written, EDGE)), list(islice(backwards, EDGE))


def _tidy(line: str) -> str:
    return " ".join(line.split())


def _lift_stamp(page: list[str], number: int, removed: list[Removed]) -> list[str]:
    """Return a page without the block that names who signed the file electronically."""
    opening = next((at for at, line in enumerate(page) if STAMP_OPENS.match(line.strip())), None)
    block = [] if opening is None else page[opening : opening + STAMP_LINES]
    if opening is None or sum(map(_is_label, block)) < STAMP_LABELS:
        return list(page)
    length, rest = _measure_stamp(block)
    stamp = block[:length]
    if rest:
        stamp[-1] = stamp[-1][: -len(rest)]
    removed.append(Removed("\n".join(line.strip() for line in stamp), STAMP, number))
    return [*page[:opening], *([rest] if rest else []), *page[opening + length :]]


def _measure_stamp(block: list[str]) -> tuple[int, str]:
    """Return how many lines a stamp takes and what of its last line belongs to the page."""
    for at, line in enumerate(block):
        if gazette := GAZETTE.search(line):
            return at + 1, line[gazette.start() :]
        if STAMP_CLOSES.match(line.strip()):
            times = takewhile(lambda below: STAMP_TIME.fullmatch(below.strip()), block[at + 1 :])
            return at + 1 + sum(1 for _ in times), ""
    return sum(1 for _ in takewhile(_is_label, block)), ""


def _is_label(line: str) -> bool:
    return bool(STAMP_LABEL.match(line.strip()))
