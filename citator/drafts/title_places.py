"""Where a draft gives the trích yếu of what it cites: after it, or before the number of a law."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest import Citation, Metadata, fold

LONGEST = 600  # characters looked at after a citation
NAMED = ("luat", "bo luat", "phap lenh")  # types whose title stands before the number

_MARKS = {'"': '"', "“": "”", "«": "»", "'": "'", "‘": "’"}
_ABOUT = re.compile(r"về(?:\s+việc)?\s+", re.IGNORECASE)
# , về việc · “Về · về “
_LEAD = re.compile(
    r"[\s,(]{0,4}(?P<outer>[\"“«])?\s?(?P<about>về(?:\s+việc)?\s+)?(?P<inner>[\"“«])?\s?", re.I
)
_SENTENCE_END = re.compile(r"\n|\.(?=\s|$)")
_PART = re.compile(r"\s\(Điều \w+ đến Điều \w+\)$")  # of a law kept in parts
_BEFORE_NUMBER = re.compile(r"[\s,(]*(?:số\s?:?)?\s*$", re.IGNORECASE)
# Luật sửa đổi, bổ sung một số điều của Luật; the name of the law amended comes behind
AMENDING = re.compile(
    r"(?:(?:bộ )?luật|pháp lệnh)?\s*sửa đổi[^.;]{0,80}?\bcủa\s+(?:bộ luật|luật|pháp lệnh)\s", re.I
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where the title of a cited document may stand in a draft."""

    start: int
    end: int
    announced: bool = False
    """`về` or a quotation mark says that a title follows."""
    bounded: bool = False
    """It ends where the title ends: at a closing mark, or before the number of a law."""


def find_stretch(text: str, citation: Citation) -> Stretch | None:
    """Where a draft may give the title of what it cites; None where there is no room for one."""
    return _before_number(text, citation) or _after(text, citation.full_end)


def is_of_amended_law(citation: Citation) -> bool:
    """Whether a number may be that of the law amended: "Luật sửa đổi, … của Luật … số 80/2015"."""
    return bool(AMENDING.match(citation.text))


def bare_title(title: str) -> str:
    """A title without `về`, `về việc` and without the part of the law that is held."""
    whole = _PART.sub("", title.strip())
    unquoted = whole.strip('"“”«» ') if whole[:1] in _MARKS else whole
    return _ABOUT.sub("", unquoted, count=1) if _ABOUT.match(unquoted) else unquoted


def is_part(about: Metadata) -> bool:
    """Whether the store holds one part of a long law under this title."""
    return bool(_PART.search(about.title))


def _before_number(text: str, citation: Citation) -> Stretch | None:
    """The name in "Luật Đất đai số 31/2024/QH15"."""
    if fold(citation.type) not in NAMED or not citation.symbol:
        return None
    after_type = citation.start + len(citation.type)
    number = re.compile(rf"(?<!\w)0*{re.escape(citation.number.lstrip('0'))}\s?/")
    found = number.search(text, after_type, citation.end)
    end = found.start() if found else after_type
    name = _BEFORE_NUMBER.sub("", text[after_type:end])
    return Stretch(after_type, after_type + len(name), True, True) if name.strip() else None


def _after(text: str, start: int) -> Stretch | None:
    lead = _LEAD.match(text, start)
    assert lead is not None  # every part of it may be empty
    opened = lead["inner"] or lead["outer"]
    at = lead.end()
    limit = min(len(text), at + LONGEST)
    if opened and (close := text.find(_MARKS[opened], at, limit)) >= 0:
        inner = _ABOUT.match(text, at, close)
        return Stretch(inner.end() if inner else at, close, True, True)
    found = _SENTENCE_END.search(text, at, limit)
    end = found.start() if found else limit
    return Stretch(at, end, bool(opened or lead["about"])) if end > at else None
