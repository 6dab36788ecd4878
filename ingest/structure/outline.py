"""The provisions found so far, in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..document import Provision
from .addresses import AddressBook
from .enumerators import Kind, Marker
from .headings import find_heading


@dataclass(frozen=True, slots=True)
class Parent:
    """What a unit needs to know of the unit it stands in."""

    path: tuple[str, ...] = ()
    address: str = ""
    kind: Kind | None = None
    number: tuple[int, ...] = ()


WHOLE_TEXT = Parent()


class Outline:
    """Collects the provisions of one text."""

    def __init__(self, text: str, starts: Sequence[int], paragraphs_apart: bool) -> None:
        self.text = text
        self.paragraphs_apart = paragraphs_apart
        self._starts = starts
        self._book = AddressBook()
        self._provisions: list[Provision] = []

    def add(
        self, marker: Marker, end: int, parent: Parent, prefix: str | None = None
    ) -> tuple[Parent, int]:
        """Add the unit that begins with `marker`; return it, and where its body begins.

        The address begins with `prefix` where that is given, else with the parent's.
        """
        end = self._trim(marker.start, end)
        heading, body = find_heading(self.text, marker, end, self._starts)
        path = (*parent.path, marker.name)
        address = self._book.register(parent.address if prefix is None else prefix, marker.name)
        self._provisions.append(Provision(path, address, heading, marker.start, end))
        return Parent(path, address, marker.kind, marker.number), min(body, end)

    def provisions(self) -> tuple[Provision, ...]:
        """All of them, larger units before the smaller ones in them."""
        return tuple(sorted(self._provisions, key=lambda unit: (unit.start, -unit.end)))

    def _trim(self, start: int, end: int) -> int:
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return end
