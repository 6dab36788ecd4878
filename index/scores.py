"""The scores one query gives to passages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scores:
    """One query's scores by passage number: of each ranking, and fused."""

    lexical: dict[int, float]
    dense: dict[int, float]
    fused: dict[int, float]

    def order(self) -> list[int]:
        """Passage numbers, best first; ties in reading order."""
        return sorted(self.fused, key=lambda id: (-self.fused[id], id))
