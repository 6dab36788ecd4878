"""What one run of ingest did."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Report:
    """What one run did, as file names and counts."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    set_aside: list[tuple[str, str]] = field(default_factory=list)
    replaced: list[tuple[str, str]] = field(default_factory=list)
    """A file whose edition was in the store before the run, and the file it gave way to."""
    embedded: int = 0
    notice: str = ""
    revision: int = 0

    def record(self) -> dict[str, object]:
        """What the journal of runs keeps: the counts, and what replaced what."""
        return {
            "added": len(self.added),
            "changed": len(self.changed),
            "unchanged": len(self.unchanged),
            "removed": len(self.removed),
            "set_aside": len(self.set_aside),
            "embedded": self.embedded,
            "replaced": self.replaced,
        }
