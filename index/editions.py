"""Two files that hold one document: which is kept, or are they two parts of it?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum, auto

from ingest import Document, Edition, Metadata, fold, key_of, make_id

RICHNESS = [Edition.STUB, Edition.NEWS, Edition.UNNAMED, Edition.DIGEST, Edition.FULL]
"""Of two editions of a document the one further right is kept."""
ARTICLE = re.compile(r"dieu-\d{1,4}[a-z]*")


class Standing(Enum):
    """How a new file stands to the one that holds the same document already."""

    RICHER = auto()
    """It takes the other's place."""
    PART = auto()
    """The two share no điều: long laws are printed in parts."""
    POORER = auto()
    """It says nothing more, and is set aside."""


def compare(new: Document, held: Document) -> Standing:
    """Judge by edition first, then by the điều each has."""
    ranks = RICHNESS.index(new.about.edition), RICHNESS.index(held.about.edition)
    if ranks[0] != ranks[1]:
        return Standing.RICHER if ranks[0] > ranks[1] else Standing.POORER
    ours, theirs = set(articles_of(new)), set(articles_of(held))
    if ours and theirs and not ours & theirs:
        return Standing.PART
    return Standing.RICHER if ours > theirs else Standing.POORER


def articles_of(document: Document) -> list[str]:
    """Addresses of the điều of the document itself, in reading order; annexes have their own."""
    return [unit.address for unit in document.provisions if ARTICLE.fullmatch(unit.address)]


def as_part(document: Document, *, own_id: bool) -> Document:
    """A part under a title that says which điều it holds, and with `own_id` under such an id."""
    articles = articles_of(document)
    first, last = articles[0], articles[-1]
    about = document.about
    span = f" (Điều {first.removeprefix('dieu-')} đến Điều {last.removeprefix('dieu-')})"
    title = about.title if about.title.endswith(span) else about.title + span
    id = f"{about.id}-{first}-{last.removeprefix('dieu-')}" if own_id else about.id
    return replace(document, about=replace(about, id=id, title=title))


def with_names_of(other: Document, document: Document) -> Document:
    """A document that also goes by the other names of another edition of it."""
    aliases = tuple(dict.fromkeys((*document.about.aliases, *other.about.aliases)))
    return replace(document, about=replace(document.about, aliases=aliases))


def identify(new: Metadata, held: Sequence[Metadata], mine: str | None) -> Metadata:
    """Give what a file says of itself the id of the same document among those held.

    The same number, day and issuer make the same document. A document of another day or issuer
    keeps its id to itself, and the new one gets its own day and issuer added; `mine` is the id that
    the file itself holds so far, and may keep when its day is corrected.
    """
    bearer = next((other for other in held if other.id == new.id), None)
    if not (new.number and new.date) or (bearer and _may_share(new, bearer, mine)):
        return new
    same = next((other for other in held if _is_same(new, other)), None)
    if same or not bearer:
        return replace(new, id=same.id) if same else new
    issuer = make_id(Metadata(id=new.issuer)) if new.issuer else "khac"
    return replace(new, id=f"{new.id}-{new.date:%m-%d}-{issuer}")


def _may_share(new: Metadata, bearer: Metadata, mine: str | None) -> bool:
    unknown = not (bearer.number and bearer.date)
    return unknown or bearer.id == mine or _is_same(new, bearer)


def _is_same(new: Metadata, other: Metadata) -> bool:
    same_number = key_of(other.number) == key_of(new.number)
    annexes = (new.type == "Phụ lục") != (other.type == "Phụ lục")
    if annexes or not same_number or other.date != new.date:
        return False
    return _is_same_issuer(other.issuer, new.issuer)


def _is_same_issuer(one: str, other: str) -> bool:
    """One name holds the other: Huyện ủy Kon Rẫy, Ban Thường vụ Huyện ủy Kon Rẫy."""
    a, b = (" ".join(fold(name).split()) for name in (one, other))
    return a in b or b in a
