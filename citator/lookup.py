"""Looking a citation up: the provision it names, and the sentences that cite it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index import (
    Catalogue,
    Corrected,
    KnowledgeBase,
    Mention,
    can_be,
    name_of,
    spellings_of_unit,
)
from ingest import (
    Citation,
    Metadata,
    Provision,
    UnknownReference,
    fold,
    key_of_citation,
    keys_of_document,
)

from .resolution import Resolver


@dataclass(frozen=True, slots=True)
class MentionOf:
    """One sentence that cites a document, and the document it stands in."""

    by: Metadata
    mention: Mention


@dataclass(frozen=True, slots=True)
class Found:
    """One document a citation can mean, and the provision it names there."""

    about: Metadata
    provision: Provision | None
    """The unit cited, or what would hold it where the document has no such unit."""
    text: str
    """The provision's words, or the document's beginning; a slice of its text."""
    missing_unit: tuple[str, ...]
    """The cited unit, where the document held has no such unit."""
    cited_by: tuple[MentionOf, ...]
    """Sentences that cite this document; when a unit was asked for, those that cite that unit."""
    cited_whole: tuple[MentionOf, ...] = ()
    """When a unit was asked for: sentences that cite the document as a whole."""
    corrected: tuple[Corrected, ...] = ()
    """The fields of the document that a person corrected."""


@dataclass(frozen=True, slots=True)
class LookUp:
    """What became of a citation: one document, several it can mean, or none that is held."""

    citation: Citation
    found: tuple[Found, ...]
    cited_by: tuple[MentionOf, ...]
    """Sentences that cite the number; of a document not held, those that can mean it."""
    others: tuple[Metadata, ...] = ()
    """Of a document not held: those held that go by the same number on another day."""


SHOWN_OF_DOCUMENT = 1200  # characters shown of a document when the citation names no unit


def look_up(kb: KnowledgeBase, words: str) -> LookUp:
    """Find what a citation in any spelling names: the first of `look_up_each`."""
    return look_up_each(kb, words)[0]


def look_up_each(kb: KnowledgeBase, words: str) -> tuple[LookUp, ...]:
    """Find what each citation in the words names, place by place in the order typed.

    Of several documents that share a number all are given: none is chosen silently. Raises
    UnknownReference where the words name nothing.
    """
    understood = kb.understand(words)  # `đ9 qđ37`, `ddieefu 9 quy đinh 37`
    words, typed = understood.cited_in, [one.citation for one in understood.cited]
    resolver = Resolver(kb)
    beside = words if len(typed) == 1 else ""  # beside others one goes by its own words alone
    cited = [
        _look_up(kb, resolver, replace(citation, units=(unit,) if unit else ()), beside)
        for citation in typed
        for unit in citation.units or ((),)
    ]
    named = _look_up_names(kb, resolver, words, cited)
    if not cited and not named:
        raise UnknownReference(
            f"Chưa hiểu «{words.strip()}» là viện dẫn nào; hãy ghi số ký hiệu, chẳng hạn "
            "«Điều 9 Quy định 37-QĐ/TW» hoặc «37 qđ tw»."
        )
    return (*cited, *named)


def _look_up_names(
    catalogue: Catalogue, resolver: Resolver, words: str, cited: Sequence[LookUp]
) -> tuple[LookUp, ...]:
    """What the words name otherwise, `Điều lệ Đảng`, and no citation in them has found.

    Beside citations a name counts where it is listed as they are: in `Hướng dẫn 01-HD/TW về thi
    hành Điều lệ Đảng` it is part of a title.
    """
    opened = {found.about.id for one in cited for found in one.found}
    abouts = [about for about in catalogue.find_named(words) if about.id not in opened]
    not_found = [one.citation for one in cited if not one.found]
    abouts = [about for about in abouts if all(can_be(one, about) for one in not_found)]
    named = Citation(text=words.strip(), start=0, end=len(words.strip()))
    if cited:
        return tuple(
            LookUp(one, (_found(catalogue, resolver, one, about),), ())
            for about in abouts
            if _is_listed(about, words)
            for one in [replace(named, text=name_of(about))]
        )
    found = tuple(_found(catalogue, resolver, named, about) for about in abouts)
    return (LookUp(named, found, ()),) if found else ()


def _is_listed(about: Metadata, words: str) -> bool:
    """Whether one of a document's other names begins the words, or follows a comma or `và`."""
    names = "|".join(re.escape(fold(name)) for name in about.aliases)
    listed = rf"(?:^|[,;]|(?<!\w)(?:va|voi|hay|hoac)\s)\s{{0,3}}(?:{names})(?!\w)"
    return re.search(listed, fold(words).strip()) is not None


def _look_up(catalogue: Catalogue, resolver: Resolver, citation: Citation, beside: str) -> LookUp:
    link = resolver.resolve(citation)
    abouts = [target.about for target in link.targets]
    if not abouts:
        named = catalogue.find_named(f"{beside}\n{citation.text}")
        abouts = [about for about in named if can_be(citation, about)]
    found = tuple(_found(catalogue, resolver, citation, about) for about in abouts)
    with_unit = tuple(each for each in found if not each.missing_unit)  # of a law's parts, that one
    key = key_of_citation(citation)
    mentions = _mentions(catalogue, [key]) if key else ()
    if not found:
        mentions = tuple(m for m in mentions if _can_mean(resolver, m, citation))
    return LookUp(citation, with_unit or found, mentions, () if found else link.others)


def _can_mean(resolver: Resolver, mention: MentionOf, asked: Citation) -> bool:
    """Whether a mention is of the document asked for, which is not held."""
    cited = mention.mention.citation
    same_day = not (cited.date and asked.date) or cited.date == asked.date
    return same_day and not resolver.resolve(cited, mention.by).targets


def cited_by(
    catalogue: Catalogue, about: Metadata, resolver: Resolver | None = None
) -> tuple[MentionOf, ...]:
    """Every sentence of other documents that cites a document, the oldest first.

    A mention counts when it resolves to this document, alone or among several it can mean.
    """
    resolver = resolver or Resolver(catalogue)
    return tuple(
        m
        for m in _mentions(catalogue, keys_of_document(about))
        if m.by.id != about.id and _means(resolver, m, about)
    )


def _means(resolver: Resolver, mention: MentionOf, about: Metadata) -> bool:
    link = resolver.resolve(mention.mention.citation, mention.by)
    return any(target.about.id == about.id for target in link.targets)


def _mentions(catalogue: Catalogue, keys: Sequence[str]) -> tuple[MentionOf, ...]:
    found = catalogue.mentions(keys)
    abouts = {id: catalogue.about(id) for id in {mention.document for mention in found}}
    return tuple(
        MentionOf(by, mention) for mention in found if (by := abouts[mention.document]) is not None
    )


def _found(catalogue: Catalogue, resolver: Resolver, citation: Citation, about: Metadata) -> Found:
    document = catalogue.document(about.id)
    assert document is not None  # the catalogue named it a line above
    # a digest lacks khoản: then what would hold it is opened
    outer = (citation.unit[:size] for size in range(len(citation.unit), 0, -1))
    opened = ((part, catalogue.find_unit(about.id, part)) for part in outer)
    named, address = next(((part, at) for part, at in opened if at), ((), None))
    unit = next((p for p in document.provisions if p.address == address), None)
    shown = document.text[unit.start : unit.end] if unit else _beginning(document.text)
    missing = citation.unit if named != citation.unit else ()
    mentions = cited_by(catalogue, about, resolver)
    corrected = catalogue.corrected(about.id)
    if not citation.unit:
        return Found(about, unit, shown, missing, mentions, corrected=corrected)
    same = tuple(m for m in mentions if _cites(m, citation.unit))
    whole = tuple(m for m in mentions if not m.mention.citation.unit)
    return Found(about, unit, shown, missing, same, whole, corrected)


def _cites(mention: MentionOf, unit: tuple[str, ...]) -> bool:
    """Whether a mention names the unit asked for, or a smaller one inside it."""
    cited = [[fold(name) for name in path] for path in mention.mention.citation.units]
    return any(
        all(any(name in path for name in spellings_of_unit(each)) for each in unit)
        for path in cited
    )


def _beginning(text: str) -> str:
    """The first lines of a text, cut at the end of a line or of a word."""
    if len(text) <= SHOWN_OF_DOCUMENT:
        return text
    piece = text[:SHOWN_OF_DOCUMENT]
    end = max(piece.rfind("\n"), piece.rfind(" ") if "\n" not in piece else -1)
    return piece[:end] if end > 0 else piece
