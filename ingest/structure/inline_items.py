"""Numbers in brackets inside one paragraph: "… gồm: (1) …; (2) …"."""

from __future__ import annotations

import re

from .enumerators import Kind, Marker
from .numerals import roman_value

ITEM = re.compile(
    r"(?P<mark>[:;.,…]|\b(?:và|hoặc))\s{1,3}(?P<item>\((?P<label>\d{1,2}|[ivx]{1,6})\))\s(?=[\w“\"])"
)
"""`: (1) Sâu rộng`, `; (ii) Mỗi`; a year, a date or `(lần 2)` is no such number."""


def find_inline_run(text: str, start: int, end: int) -> list[Marker]:
    """Items that follow a colon and count 1, 2, 3 …; none unless there are two.

    Where both (1) and (i) do, the kind that comes first holds the other.
    """
    runs = [
        run
        for kind in (Kind.BRACKETED, Kind.BRACKETED_ROMAN)
        if len(run := _run_of(kind, text, start, end)) > 1
    ]
    return min(runs, key=lambda run: run[0].start, default=[])


def _run_of(kind: Kind, text: str, start: int, end: int) -> list[Marker]:
    run: list[Marker] = []
    for match in ITEM.finditer(text, start, end):
        label = match["label"]
        if label.isdecimal() != (kind is Kind.BRACKETED):
            continue
        value = int(label) if label.isdecimal() else roman_value(label)
        if value == len(run) + 1 and (run or match["mark"] == ":"):
            run.append(Marker(kind, (value,), label, match.start("item"), match.end("item")))
    return run
