"""A document is cut into passages: what is searched, ranked and shown."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest import Document, Metadata, Provision, segment_words, split_sentences

PASSAGE_SYLLABLES = 180
"""Longest passage, in syllables, unless one sentence is longer. With its titles it fits the 512
pieces of the e5 models (1.4 to 1.7 pieces a syllable). Question to article, words only, nDCG@10 on
sets of 1,377 and 3,157 articles: 80 syllables .945 / .895, 120 .946 / .890, 180 .954 / .888,
250 .949 / .889; articles whole .942 / .881. Repeat: `viendan evaluate DIR --dense off`."""

# Letters of a document whose words are segmented, which takes 5 to 10 s a million.
SEGMENTED = 500_000

LONGEST_TITLE = 600
"""Letters of a title that its passages repeat: each holds it, so a whole page in it adds up."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A slice of a document's text, small enough to be one answer."""

    document: str
    address: str
    """Address of the smallest provision that holds it; empty before the first provision."""
    label: str
    """What a person reads: `Quy định 22-QĐ/TW › Điều 8 › khoản 2`."""
    context: str
    """The titles above it, searched along with its text."""
    start: int
    end: int
    id: int = 0
    """The store's number for it; 0 before it is stored."""

    def hash_of(self, text: str) -> str:
        """The key of the passage's vector: what is embedded, and nothing else."""
        return hashlib.sha256(embedded_text(self.context, text).encode()).hexdigest()


def embedded_text(context: str, text: str) -> str:
    """The words a passage is found by: its titles, then its text."""
    return f"{context}\n{text}" if context else text


def split(document: Document) -> tuple[Passage, ...]:
    """Cut a document into passages, in reading order, that together hold every word of it.

    An article that fits is one passage. A longer one is cut at its children, neighbours that fit
    together staying together; what has no children is cut between sentences.
    """
    tree = _children(document.provisions)
    pieces = _cut(document.text, (), tree, 0, len(document.text))
    return tuple(_passage(document, piece) for piece in pieces)


def segmented(document: Document) -> list[tuple[Passage, str]]:
    """A document's passages, each with its segmented words as far as those are kept."""
    return [
        (p, segment_words(document.text[p.start : p.end]) if p.end <= SEGMENTED else "")
        for p in split(document)
    ]


def name_of(about: Metadata) -> str:
    """What people call a document: type and number, or its title where it has no number."""
    if about.number:
        return f"{about.type} {about.number}".strip()
    title = about.title[:LONGEST_TITLE]
    return " ".join(part for part in (about.type, title) if part) or about.id


_Owners = tuple[Provision, ...]  # the provisions around a piece, the largest first
_Tree = dict[str, list[Provision]]  # address of a provision ("" for the document) to its children


@dataclass(frozen=True, slots=True)
class _Piece:
    owners: _Owners
    start: int
    end: int
    units: tuple[Provision, ...] = ()
    """The children it is made of, where it is several of them."""


def _children(provisions: tuple[Provision, ...]) -> _Tree:
    tree: _Tree = {}
    around: list[Provision] = []
    for unit in provisions:
        while around and unit.start >= around[-1].end:
            around.pop()
        tree.setdefault(around[-1].address if around else "", []).append(unit)
        around.append(unit)
    return tree


def _cut(text: str, owners: _Owners, tree: _Tree, start: int, end: int) -> Iterator[_Piece]:
    """Pieces of text[start:end], which belongs to the last of `owners`."""
    children = tree.get(owners[-1].address if owners else "", [])
    is_answer = bool(owners) and not _is_division(owners[-1])
    if not children or (is_answer and _fits(text[start:end])):
        yield from _sentences(text, owners, start, end)
        return
    if not _is_own_title(text[start : children[0].start], owners):
        yield from _sentences(text, owners, start, children[0].start)
    at = children[0].start
    for group in _groups(text, children, together=is_answer):
        yield from _sentences(text, owners, at, group[0].start)
        at = group[-1].end
        if len(group) > 1:
            yield _Piece(owners, group[0].start, at, group)
        else:
            yield from _cut(text, (*owners, group[0]), tree, group[0].start, at)
    yield from _sentences(text, owners, at, end)


def _groups(
    text: str, children: list[Provision], *, together: bool
) -> Iterator[tuple[Provision, ...]]:
    """Neighbouring children in groups that fit into one passage; one by one unless `together`."""
    group: list[Provision] = []
    for child in children:
        if group and not (together and _fits(text[group[0].start : child.end])):
            yield tuple(group)
            group = []
        group.append(child)
    yield tuple(group)


def _is_division(unit: Provision) -> bool:
    """A part, chapter or section: it holds articles and is no answer by itself."""
    return unit.path[-1].startswith(("Phụ lục", "Phần", "Chương", "Mục", "Tiểu mục"))


def _fits(text: str) -> bool:
    return len(text) < 2 * PASSAGE_SYLLABLES or len(text.split()) <= PASSAGE_SYLLABLES


def _sentences(text: str, owners: _Owners, start: int, end: int) -> Iterator[_Piece]:
    """text[start:end] as one piece where it fits, otherwise cut between sentences."""
    start, end = _trimmed(text, start, end)
    if start >= end:
        return
    if _fits(text[start:end]):
        yield _Piece(owners, start, end)
        return
    first, size = start, 0
    for a, b in split_sentences(text, start, end):
        words = len(text[a:b].split())
        if size and size + words > PASSAGE_SYLLABLES:
            yield _Piece(owners, *_trimmed(text, first, a))
            first, size = a, 0
        size += words
    yield _Piece(owners, *_trimmed(text, first, end))


def _is_own_title(text: str, owners: _Owners) -> bool:
    """The heading line of a unit, already in the context of everything below it."""
    if not owners or not (owners[-1].heading or _is_division(owners[-1])):
        return False
    words, heading = " ".join(text.split()), owners[-1].heading
    return words.endswith(heading) and len(words) <= len(owners[-1].path[-1]) + len(heading) + 8


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    return left, max(left, start + len(piece.rstrip()))


def _passage(document: Document, piece: _Piece) -> Passage:
    about, owner = document.about, piece.owners[-1] if piece.owners else None
    units = list(cited_units(owner.path if owner else ()))
    if piece.units:
        units.append(f"{piece.units[0].path[-1]} đến {piece.units[-1].path[-1]}")
    return Passage(
        document=about.id,
        address=owner.address if owner else "",
        label=" › ".join([name_of(about), *units]),
        context=_context(about, piece.owners),
        start=piece.start,
        end=piece.end,
    )


def cited_units(path: Sequence[str]) -> Sequence[str]:
    """The units a citation names: from the điều down where there is one."""
    for depth, unit in enumerate(path):
        if unit.startswith("Điều"):
            return path[depth:]
    return path


def _context(about: Metadata, owners: _Owners) -> str:
    named = (about.type, about.number, about.title[:LONGEST_TITLE])
    title = " ".join(part for part in named if part)
    above = [_title_of(unit) for unit in owners]
    return "\n".join([title, *filter(None, above)]).strip()


def _title_of(unit: Provision) -> str:
    """A unit's number and title; a khoản's bare number says nothing and is left out."""
    if unit.heading:
        return f"{unit.path[-1]}. {unit.heading}"
    if unit.path[-1].startswith("Điều"):
        return unit.path[-1]
    return ""
