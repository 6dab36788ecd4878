"""Layouts other than a document of its own: annexes, gazettes, the pháp điển, later parts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .abstract import TypeLine, join_title
from .dateline import Dateline, read_place_and_date
from .declarations import OPENING_LETTERS, find_enclosing
from .findings import Finding, Findings, gather
from .headlines import Line

BEYOND_HEAD = 400  # letters: the words that name the enclosing document may run on
HEADING = re.compile(r"(?:Đề mục|ĐỀ MỤC) (?P<number>\d{1,3}(?:\.\d{1,3})*)\.?(?: (?P<title>.+))?")


def describe_annex(text: str, head: Sequence[Line], typed: TypeLine) -> Findings:
    """Return what an annex in a file of its own says: it belongs to what it came with."""
    end = typed.line.end + BEYOND_HEAD
    title = [line for line in head[typed.at + 1 :] if line.start < end]
    return gather(
        typed.cut_type(),
        join_title([], title, text[:OPENING_LETTERS]),
        *find_enclosing(text, end + BEYOND_HEAD).values(),
    )


def find_heading(text: str, head: Sequence[Line]) -> Findings:
    """Return what a page of the pháp điển says: the provisions of many documents on one matter."""
    for at, line in enumerate(head):
        found = HEADING.fullmatch(line.text)
        if not found or f"Điều {found['number']}." not in text:
            continue
        titled = line.cut(found.start("title")) if found["title"] else head[at + 1]
        return gather(
            Finding("type", "Đề mục", line.place(0, len("Đề mục"))),
            Finding("title", titled.text, titled.place()),
        )
    return {}


def describe_contents(text: str, head: Sequence[Line], listed: Dateline) -> Findings:
    """Return what a line of a gazette's contents says: `Luật số … ngày …`, then the title."""
    title = listed.cut_title()
    below = head[listed.at + 1 : listed.at + 2] if not title.text else []
    titled = join_title([title] if title.text else [], below, text[:OPENING_LETTERS])
    found = gather(
        listed.cut_number(), listed.cut_type(), *read_place_and_date(listed.cut_after()), titled
    )
    return found | _split_type(found)


def _split_type(found: Findings) -> Findings:
    """Take a type that the title begins with for the document's own: `Bộ luật hình sự`."""
    type_, title = found.get("type"), found.get("title")
    if not (type_ and title and type_.value == "Luật" and str(title.value).startswith("Bộ luật ")):
        return {}
    start, end = title.place
    words = str(title.value)[len("Bộ luật ") :]
    cut = start + len("Bộ luật ")
    return gather(
        Finding("type", "Bộ luật", (start, cut - 1)),
        Finding("title", words[:1].upper() + words[1:], (cut, end)),
    )
