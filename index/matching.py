"""Whether a citation and a document fit: by type, by day, as what a plenum issued."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ingest import Citation, Metadata, fold

from .queries import SIGNS

MEETING = "Hội nghị Trung ương"
LOCAL_BODY = re.compile(r"(?P<kind>huyen|tinh|thanh|thi) uy(?P<place>(?: [^\W\d_]+){1,4})")
STATE_BODY = re.compile(r"^(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd)(?!\w)")
ROMANS = (
    *("i", "ii", "iii", "iv", "v", "vi", "vii", "viii"),
    *("ix", "x", "xi", "xii", "xiii", "xiv", "xv"),
)
LARGE = re.compile(rf"(?P<kind>phan|chuong|muc) (?P<value>\d{{1,2}}|{'|'.join(ROMANS)})")
DOTTED = re.compile(r"(?:khoan|diem|muc|tiet) (\d{1,3}(?:\.\d{1,3})+)")
DOTTED_KINDS = ("khoan", "diem", "muc")
"""What `1.1` is called: by texts a điểm, by those who cite it often a khoản."""
UNIT = re.compile(r"\b(?:dieu|khoan|diem|chuong|muc|phan)\s+(?:\d|[ivx]+\b)")


def of_plenum(citation: Citation, found: Sequence[Metadata]) -> list[Metadata]:
    """A resolution of a plenum is what it issued, under whatever type; never the meeting itself."""
    same = [about for about in found if is_same_type(citation.type, about.type)]
    issued = [about for about in found if about.type != MEETING]
    return same or ([] if citation.type == MEETING else issued) or list(found)


def is_same_date(citation: Citation, about: Metadata) -> bool:
    """Neither a day nor a year of the citation speaks against the document's date."""
    if about.date is None:
        return True
    if citation.date:
        return citation.date == about.date
    return citation.year is None or citation.year == about.date.year


def can_be(citation: Citation, about: Metadata) -> bool:
    """Neither the day nor the place of a citation speaks against a document."""
    is_elsewhere = _is_of_another_place(citation.issuer, about.issuer)
    # a symbol says whose it is, whatever a sentence calls the body
    is_of_another = not citation.symbol and _is_of_another_level(citation.issuer, about.issuer)
    return is_same_date(citation, about) and not is_elsewhere and not is_of_another


def _is_of_another_level(issuer: str, held: str) -> bool:
    """Whether a local body of the Party, or one of the State, is cited and another's is held."""
    asked, own = fold(issuer), fold(held)
    return bool(own) and any(
        body.search(asked) and not body.search(own) for body in (LOCAL_BODY, STATE_BODY)
    )


def _is_of_another_place(issuer: str, held: str) -> bool:
    """Whether two local bodies of one kind are of different places: Huyện ủy Kon Rẫy, Đăk Tô."""
    one, other = (LOCAL_BODY.search(fold(words)) for words in (issuer, held))
    if not (one and other) or one["kind"] != other["kind"]:
        return False
    asked, own = one["place"].strip(), other["place"].strip()
    return not (asked.startswith(own) or own.startswith(asked))


def has_issuer(about: Metadata, issuer: str) -> bool:
    """Whether a document's issuer has the name asked for in it, or is a part of it."""
    own, asked = fold(about.issuer), fold(issuer)
    return bool(own and asked) and (own in asked or asked in own)


def is_same_type(asked: str, held: str) -> bool:
    """QĐ stands for both Quyết định and Quy định: any of the three finds the other two."""
    either = {"quyet dinh", "quy dinh", "qd"}
    a, b = fold(asked), fold(held)
    return not a or a == b or {a, b} <= either


def is_in_order(wanted: Sequence[str], path: Sequence[str]) -> bool:
    """The names of a unit stand in a path in this order."""
    rest = iter(path)
    return all(name in rest for name in wanted)


def spellings_of_unit(unit: str) -> tuple[str, ...]:
    """The folded names a unit may go by: `chuong 3` and `chuong iii` are one.

    A number with dots is a khoản, a điểm or a mục alike.
    """
    name = fold(unit)
    if large := LARGE.fullmatch(name):
        return (name, *_in_other_numerals(large["kind"], large["value"]))
    dotted = DOTTED.fullmatch(name)
    if not dotted:
        return (name,)
    return tuple(dict.fromkeys((name, *(f"{kind} {dotted[1]}" for kind in DOTTED_KINDS))))


def _in_other_numerals(kind: str, value: str) -> tuple[str, ...]:
    """A chương in Roman numerals in ordinary ones, and the other way round."""
    if value in ROMANS:
        return (f"{kind} {ROMANS.index(value) + 1}",)
    number = int(value)
    return (f"{kind} {ROMANS[number - 1]}",) if 0 < number <= len(ROMANS) else ()


def in_plain_words(text: str) -> str:
    """A text folded, one space before and after each word, no sign at a word's ends."""
    words = (word.strip(SIGNS) for word in fold(text).split())
    return f" {' '.join(word for word in words if word)} "


def longest_name_in(asked: str, about: Metadata) -> str:
    """The longest other name of a document in plain words; empty where there is none."""
    names = map(in_plain_words, about.aliases)
    return max((name for name in names if name in asked), key=len, default="").strip()


def names_a_unit(words: str) -> bool:
    """Whether a điều, a chương or another unit is asked for, with or without diacritics."""
    return UNIT.search(fold(words)) is not None


def with_names_as_held(words: str, abouts: Iterable[Metadata]) -> str:
    """Words with the documents' other names in their own letters: rules want their capitals."""
    folded = fold(words)
    for name in (name for about in abouts for name in about.aliases):
        for found in re.finditer(rf"(?<!\w){re.escape(fold(name))}(?!\w)", folded):
            words = words[: found.start()] + name + words[found.end() :]
    return words
