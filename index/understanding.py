"""What a query means before anything is ranked: what it cites, names and wants, and its wording."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ingest import Citation, Metadata, read_references

from .catalogue import Catalogue
from .matching import in_plain_words, is_same_date, longest_name_in
from .queries import (
    Wording,
    asks_for_guidance,
    asks_for_newest,
    asks_of_itself,
    asks_what_was_signed,
    tidy,
)
from .results import Cited, Understanding

ReadWording = Callable[[str, Sequence[Citation]], Wording]
"""Corrects a query, the citations in it left as they are."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads queries against what a store holds."""

    catalogue: Catalogue
    read_wording: ReadWording

    def understand(self, query: str) -> Understanding:
        """What a query means, and what it names: citations, or documents by another name."""
        query = tidy(query)
        references, cited_in = self._references(query), query
        wording = self.read_wording(query, references)
        if wording.shown != query:  # `quy đinh 41`, `ddieefu 9 quy định 37`
            mended = self._references(wording.shown)
            if (len(mended), _units(mended)) > (len(references), _units(references)):
                references, cited_in = mended, wording.shown
        cited = tuple(map(self._cited, references))
        by_number = list(dict.fromkeys(id for one in cited for id in one.documents))
        by_name = self._named(query, wording, cited, by_number)
        guiding = self._guiding(_beside_citations(wording, cited, cited_in), [*by_number, *by_name])
        signed = [] if cited else self._signed(wording.shown)
        # a name serves for a number that is not held: `Nghị quyết Trung ương 4 khóa XIII`
        missing = () if by_name else tuple(one.citation for one in cited if not one.documents)
        return Understanding(
            wording,
            cited,
            cited_in,
            named=tuple(dict.fromkeys([*guiding, *by_number, *by_name, *signed])),
            guiding=tuple(guiding),
            signed=tuple(id for id in signed if id not in by_name),
            wants_newest=asks_for_newest(wording.shown),
            not_held=missing,
        )

    def is_of_itself(self, understood: Understanding, document: str) -> bool:
        """Whether what is asked beside a document's number or name is about the document itself."""
        if document in (*understood.guiding, *understood.signed):
            return True
        return asks_of_itself(self._without_names(beside(understood), [document]))

    def _references(self, query: str) -> tuple[Citation, ...]:
        """What a query cites, by number or with a place by name, in the order typed."""
        found = list(read_references(query))
        for place in self.catalogue.places_by_name(query):
            if all(one.full_end <= place.start or place.end <= one.full_start for one in found):
                found.append(place)
        return tuple(sorted(found, key=lambda one: one.start))

    def _cited(self, citation: Citation) -> Cited:
        ids = tuple(about.id for about in self.catalogue.find_documents(citation))
        units = citation.units
        missing = (u for u in units if not any(self.catalogue.find_unit(id, u) for id in ids))
        return Cited(citation, ids, tuple(missing) if ids else ())

    def _named(
        self, query: str, wording: Wording, cited: Sequence[Cited], taken: Sequence[str]
    ) -> list[str]:
        """The documents a query names otherwise than by number, newest first."""
        names = "\n".join([query, wording.shown, *(one.citation.text for one in cited)])
        newest_first = sorted(self.catalogue.find_named(names), key=_day, reverse=True)
        of_other_days = [one.citation for one in cited if not one.documents]
        return [
            about.id
            for about in newest_first
            if about.id not in taken and all(is_same_date(one, about) for one in of_other_days)
        ]

    def _guiding(self, words: str, named: Sequence[str]) -> list[str]:
        """What guides the named documents, where that is asked for; the type named first."""
        if not (named and asks_for_guidance(self._without_names(words, named))):
            return []
        every = [about for id in named for about in self.catalogue.guides_of(id)]
        every.sort(key=lambda about: in_plain_words(about.type) not in in_plain_words(words))
        return [id for id in dict.fromkeys(about.id for about in every) if id not in named]

    def _without_names(self, words: str, documents: Sequence[str]) -> str:
        """Words in plain letters, the other names of documents taken out."""
        words = in_plain_words(words)
        for about in map(self.catalogue.about, documents):
            if about and (name := longest_name_in(words, about)):
                words = words.replace(f" {name} ", " ")
        return words

    def _signed(self, words: str) -> list[str]:
        """What the person a query names has signed, where that is asked for."""
        plain = in_plain_words(words)
        for signer in self.catalogue.signers():
            name = in_plain_words(signer)
            if name in plain and asks_what_was_signed(plain.replace(name, " ")):
                signed = self.catalogue.signed_by(signer)
                of_type = [about for about in signed if in_plain_words(about.type) in plain]
                return [about.id for about in of_type or signed]
        return []


def beside(understood: Understanding) -> str:
    """What a query asks besides the documents it cites; empty for numbers alone."""
    return _beside_citations(understood.wording, understood.cited, understood.cited_in)


def _beside_citations(wording: Wording, cited: Sequence[Cited], cited_in: str) -> str:
    """The words of a query without its citations."""
    if not cited:
        return wording.shown
    rest = cited_in
    for citation in reversed([one.citation for one in cited]):
        rest = f"{rest[: citation.full_start]} {rest[citation.full_end :]}"
    return rest.strip()


def _day(about: Metadata) -> str:
    return about.date.isoformat() if about.date else ""


def _units(references: Sequence[Citation]) -> int:
    """How many steps their places have, all told."""
    return sum(len(unit) for one in references for unit in one.units)
