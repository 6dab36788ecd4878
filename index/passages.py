"""A document is cut into passages: what is searched, ranked and shown."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from ingest import Document, Metadata, Provision, split_sentences

PASSAGE_SYLLABLES = 250
"""Longest passage, in syllables, unless one sentence is longer. With 250 the whole passage and its
titles fit the 512 pieces of the e5 models (1.4 to 1.7 pieces a syllable). Swept on the two smaller
question sets, words only: whole articles nDCG@10 .942 / .881, 250 .947 / .890, 150 .947 / .891;
on the 79,882 articles whole .710, 250 .750."""


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

    A provision that fits is one passage; a longer one is cut at its children, and where it has
    none, between sentences.
    """
    tree = _children(document.provisions)
    pieces = _cut(document, (), tree, 0, len(document.text))
    return tuple(_passage(document, owners, a, b) for owners, a, b in pieces)


def name_of(about: Metadata) -> str:
    """What people call a document: type and number, or its title where it has no number."""
    if about.number:
        return f"{about.type} {about.number}".strip()
    return " ".join(part for part in (about.type, about.title) if part) or about.id


_Owners = tuple[Provision, ...]  # the provisions around a piece, the largest first
_Tree = dict[str, list[Provision]]  # address of a provision ("" for the document) to its children
_Piece = tuple[_Owners, int, int]


def _children(provisions: tuple[Provision, ...]) -> _Tree:
    tree: _Tree = {}
    around: list[Provision] = []
    for unit in provisions:
        while around and unit.start >= around[-1].end:
            around.pop()
        tree.setdefault(around[-1].address if around else "", []).append(unit)
        around.append(unit)
    return tree


def _cut(
    document: Document, owners: _Owners, tree: _Tree, start: int, end: int
) -> Iterator[_Piece]:
    """Pieces of text[start:end], which belongs to the last of `owners`."""
    text = document.text
    children = tree.get(owners[-1].address if owners else "", [])
    is_answer = bool(owners) and not _is_division(owners[-1])
    if not children or (is_answer and _fits(text[start:end])):
        yield from _sentences(text, owners, start, end)
        return
    if not _is_own_title(text[start : children[0].start], owners):
        yield from _sentences(text, owners, start, children[0].start)
    for child, following in zip(children, [*children[1:], None], strict=True):
        yield from _cut(document, (*owners, child), tree, child.start, child.end)
        yield from _sentences(text, owners, child.end, following.start if following else end)


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
        yield owners, start, end
        return
    first, size = start, 0
    for a, b in split_sentences(text, start, end):
        words = len(text[a:b].split())
        if size and size + words > PASSAGE_SYLLABLES:
            yield owners, *_trimmed(text, first, a)
            first, size = a, 0
        size += words
    yield owners, *_trimmed(text, first, end)


def _is_own_title(text: str, owners: _Owners) -> bool:
    """The heading line of a unit, already in the context of everything below it."""
    return bool(owners) and len(text) <= len(owners[-1].path[-1]) + len(owners[-1].heading) + 8


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    return left, max(left, start + len(piece.rstrip()))


def _passage(document: Document, owners: _Owners, start: int, end: int) -> Passage:
    about = document.about
    return Passage(
        document=about.id,
        address=owners[-1].address if owners else "",
        label=" › ".join([name_of(about), *cited_units(owners[-1].path if owners else ())]),
        context=_context(about, owners),
        start=start,
        end=end,
    )


def cited_units(path: tuple[str, ...]) -> tuple[str, ...]:
    """The units a citation names: from the điều down where there is one."""
    for depth, unit in enumerate(path):
        if unit.startswith("Điều"):
            return path[depth:]
    return path


def _context(about: Metadata, owners: _Owners) -> str:
    title = " ".join(part for part in (about.type, about.number, about.title) if part)
    headings = [f"{u.path[-1]}. {u.heading}" if u.heading else u.path[-1] for u in owners]
    return "\n".join([title, *headings]).strip()
