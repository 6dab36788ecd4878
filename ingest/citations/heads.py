"""What stands before a number: "Quy định số ", "NĐ ", "Nghị định của Chính phủ số "."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .bodies import match_body
from .phrases import GAP, one_of
from .symbols import PRINTED, TYPE_LETTERS, TYPE_NAMES

SO = r"(?:so\s{0,2}[:.]?\s{0,2})"
"""On folded text: the word số before a number."""
TYPE_WORDS = one_of(TYPE_NAMES)
"""On folded text: the name of a type."""
_TYPE = rf"(?<!\w)(?:(?P<name>{TYPE_WORDS})|(?P<short>{one_of(TYPE_LETTERS)}))"
_HEAD = re.compile(rf"{_TYPE}(?:{GAP}(?P<so>{SO})?(?=\d)|{GAP}(?P<of>cua){GAP})")
_NUMBER_WORD = re.compile(rf",?\s{{0,3}}{SO}(?=\d)")


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before a number."""

    type: str
    """The type in words or its letters; empty when there is none."""
    start: int
    """Offset of the type, else of the number."""
    has_so: bool = False
    issuer: str = ""
    """The issuer where it stands before the number."""
    name: str = ""
    """The law's name where it stands before the number: `Luật Đất đai`."""


def find_heads(text: str, folded: str) -> dict[int, Head]:
    """Return what stands before each number, by the offset of the number."""
    heads: dict[int, Head] = {}
    for match in _HEAD.finditer(folded):
        kind = _type_of(match, text)
        if match["of"]:
            if found := _after_issuer(text, folded, match.end()):
                at, issuer = found
                heads[at] = Head(kind, match.start(), True, issuer)
        else:
            heads[match.end()] = Head(kind, match.start(), bool(match["so"]))
    return heads


def _type_of(match: re.Match[str], text: str) -> str:
    if match["name"]:
        return TYPE_NAMES[" ".join(match["name"].split())]
    letters = text[slice(*match.span("short"))]
    return letters if PRINTED.fullmatch(letters) else ""


def _after_issuer(text: str, folded: str, start: int) -> tuple[int, str] | None:
    """Return the offset of the number that follows "… Chính phủ số ", and the issuer."""
    end = match_body(text, folded, start)
    number_word = _NUMBER_WORD.match(folded, end) if end else None
    if not number_word:
        return None
    return number_word.end(), " ".join(text[start:end].split())
