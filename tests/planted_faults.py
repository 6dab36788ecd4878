"""Faults planted in the citations of a text, each with the field that must tell it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from citator import Field
from ingest import Citation, find_citations

OTHER_ISSUER = {
    "Ban Chấp hành Trung ương": "Ban Bí thư",
    "Bộ Chính trị": "Ban Chấp hành Trung ương",
    "Ban Bí thư": "Bộ Chính trị",
}
OTHER_TYPE = {
    "Quy định": "Quyết định",
    "Quyết định": "Quy định",
    "Kết luận": "Nghị quyết",
    "Chỉ thị": "Kết luận",
    "Kế hoạch": "Hướng dẫn",
    "Nghị quyết": "Kết luận",
}
OTHER_LETTERS = {"QĐ": "KL", "KL": "QĐ", "CT": "NQ", "KH": "CTr", "NQ": "CT"}
UNHELD = 800  # added to a number: no document of the corpus goes by the sum


@dataclass(frozen=True)
class Planted:
    """A text with one fault in it."""

    kind: str
    field: Field
    text: str
    at: int
    """Offset of the citation that bears the fault; the same with and without it."""


Change = Callable[[str, Citation], str | None]


def _number(text: str, c: Citation) -> str | None:
    return c.text.replace(c.symbol, f"{int(c.number) + UNHELD}{c.symbol[len(c.number) :]}", 1)


def _letters(text: str, c: Citation) -> str | None:
    letters = re.split(r"[-/]", c.symbol)[1]
    return c.text.replace(f"-{letters}/", f"-{OTHER_LETTERS[letters]}/", 1)


def _day(text: str, c: Citation) -> str | None:
    return _moved(c, timedelta(days=1))


def _month(text: str, c: Citation) -> str | None:
    return _moved(c, timedelta(days=31))


def _year(text: str, c: Citation) -> str | None:
    return _moved(c, timedelta(days=365))


def _moved(c: Citation, by: timedelta) -> str | None:
    if not c.date:
        return None
    printed = re.search(r"\d{1,2}/\d{1,2}/\d{4}", c.text)
    return c.text.replace(printed[0], f"{c.date + by:%d/%m/%Y}") if printed else None


def _added_day(text: str, c: Citation) -> str | None:
    return None if c.date else f"{c.text}, ngày 26/10/2021"


def _dropped_day(text: str, c: Citation) -> str | None:
    return re.sub(r",?\s*ngày .*", "", c.text) if c.date else None


def _type(text: str, c: Citation) -> str | None:
    return c.text.replace(c.type, OTHER_TYPE[c.type], 1)


CHANGES: dict[str, tuple[Field, Change]] = {
    "wrong number": (Field.NUMBER, _number),
    "wrong letters": (Field.NUMBER, _letters),
    "wrong day": (Field.DATE, _day),
    "wrong month": (Field.DATE, _month),
    "wrong year": (Field.DATE, _year),
    "wrong day added": (Field.DATE, _added_day),
    "dropped day": (Field.FORM, _dropped_day),
    "Quyết định for Quy định": (Field.TYPE, _type),
}


def plant(text: str) -> Iterator[Planted]:
    """Yield the text with one fault for each citation and each kind of fault that fits it."""
    for c in (found for found in find_citations(text) if found.symbol):
        for kind, (field, change) in CHANGES.items():
            if (changed := change(text, c)) is not None and changed != c.text:
                yield Planted(kind, field, text[: c.start] + changed + text[c.end :], c.start)
        yield from _issuers(text, c)
        yield from _titles(text, c)


def _issuers(text: str, c: Citation) -> Iterator[Planted]:
    tail = text[c.end : c.full_end]
    for right, wrong in OTHER_ISSUER.items():
        if right in tail:
            changed = text[: c.end] + tail.replace(right, wrong, 1) + text[c.full_end :]
            yield Planted("swapped issuer", Field.ISSUER, changed, c.start)
            break
    if "khóa XII" in tail:
        changed = text[: c.end] + tail.replace("khóa XII", "khóa XI") + text[c.full_end :]
        yield Planted("wrong term", Field.ISSUER, changed, c.start)


def _titles(text: str, c: Citation) -> Iterator[Planted]:
    """Change the third and the fourth word of the title."""
    words = re.compile(
        r"[\s\"“]{0,3}về\s(?:việc\s)?(?:\S+\s){2}(?P<third>[^\s,;]+)\s(?P<fourth>[^\s,;]+)"
    )
    found = words.match(text, c.full_end)
    for group in ("third", "fourth") if found else ():
        assert found is not None
        start, end = found.span(group)
        changed = text[:start] + "thử" + text[end:]
        yield Planted("changed word of the title", Field.TITLE, changed, c.start)
