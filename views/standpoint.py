"""The store as one person looks at it: what holds on the day asked for, and links that keep it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Date

from citator import (
    Gaps,
    Ledger,
    Link,
    MentionOf,
    Missing,
    Resolver,
    Validity,
    cited_by,
    find_missing,
)
from index import Catalogue
from ingest import Citation, Metadata

from .links import citation_link, page_link, picture_link, reader_link


@dataclass(frozen=True, slots=True)
class Survey:
    """What holds for a whole store at one revision; computed once and shared."""

    gaps: Gaps
    """Everything that is cited and not held in full."""
    statements: int
    acting: int
    """How many documents make those statements."""


@dataclass(frozen=True, slots=True)
class Standpoint:
    """A store, the day its documents are judged on, and the links that carry the day along."""

    catalogue: Catalogue
    survey: Survey
    resolver: Resolver
    ledger: Ledger
    day: str = ""
    """The day as links carry it; empty for today."""

    @property
    def on(self) -> Date:
        """The day validity is judged on."""
        return self.ledger.on

    def reader(self, document: str, address: str = "", query: str = "", leaf: int = 0) -> str:
        """Where a document is read."""
        return reader_link(document, address, query, leaf, self.day)

    def picture(self, document: str, page: int, address: str = "") -> str:
        """Where the picture of a page of its file is seen."""
        return picture_link(document, page, address, self.day)

    def citation(self, words: str) -> str:
        """Where a citation is looked up."""
        return citation_link(words, self.day)

    def page(self, page: str) -> str:
        """One of our pages, as it opens."""
        return page_link(page, {"ngay": self.day})

    def resolve(self, citation: Citation, citing: Metadata | None = None) -> Link:
        """What a citation means."""
        return self.resolver.resolve(citation, citing)

    def validity_of(self, about: Metadata) -> Validity:
        """Whether a document holds on the day."""
        return self.ledger.validity_of(about)

    def later_of(self, about: Metadata) -> tuple[Validity, ...]:
        """How the documents that took its place ended in their turn, in order."""
        return tuple(self.validity_of(each) for each in self.ledger.successors_of(about)[:-1])

    def stub_of(self, citation: Citation) -> Missing | None:
        """What is known of a document that is cited and not held; None where it is unclear."""
        return self.survey.gaps.stub_of(citation)

    def citing(self, about: Metadata) -> tuple[MentionOf, ...]:
        """Every sentence of other documents that cites a document, held or not: the one count."""
        if (stub := self.survey.gaps.stub(about.id)) is None:
            return cited_by(self.catalogue, about, self.resolver)
        found = self.catalogue.mentions(sorted(stub.keys))
        abouts = {id: self.catalogue.about(id) for id in {mention.document for mention in found}}
        return tuple(
            MentionOf(by, mention)
            for mention in found
            if (by := abouts[mention.document]) and self._means(mention.citation, by, about)
        )

    def _means(self, citation: Citation, by: Metadata, about: Metadata) -> bool:
        if self.resolve(citation, by).targets:
            return False
        stub = self.stub_of(citation)
        return stub is not None and stub.about.id == about.id


def survey(catalogue: Catalogue) -> Survey:
    """Look at a whole store: what it lacks, and what its validity rests on."""
    statements = catalogue.statements()
    return Survey(
        gaps=find_missing(catalogue),
        statements=len(statements),
        acting=len({said.by.id for said in statements}),
    )


def stand(catalogue: Catalogue, found: Survey, on: Date, today: Date) -> Standpoint:
    """Look at a store as of a day."""
    resolver = Resolver(catalogue)
    day = "" if on == today else on.isoformat()
    return Standpoint(catalogue, found, resolver, Ledger(catalogue, on, resolver), day)
