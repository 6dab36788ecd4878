"""Who cites, and in which sentence."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest import Citation, Sureness


@dataclass(frozen=True, slots=True)
class Mention:
    """A citation in the store: who cites, and in which sentence."""

    document: str
    citation: Citation
    sentence: str
    sentence_start: int
    address: str = ""
    """The smallest provision of the citing document that holds the citation."""
    path: tuple[str, ...] = ()
    """That provision's path."""
    sureness: Sureness = field(default_factory=Sureness)
    """How surely the citing document was read."""

    @property
    def page(self) -> int | None:
        """The recognised page of the citing document that it stands on; None where none is."""
        return self.sureness.page_at(self.citation.start) if self.page_sureness else None

    @property
    def page_sureness(self) -> float | None:
        """How sure that page is."""
        return self.sureness.at(self.citation.full_start, self.citation.full_end)

    @property
    def is_unsure(self) -> bool:
        """Whether its number was hard to recognise."""
        return self.sureness.doubts(self.citation.full_start, self.citation.full_end)
