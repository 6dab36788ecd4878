"""The permalink's part of a provision: ASCII, and no two alike in one document."""

from __future__ import annotations

import re
from collections import Counter

from ..folding import fold

LONE_DD = re.compile(r"\b(\d*)[đĐ](\d*)\b")
"""`đ`, `12đ`: the letter as a number, which must not look like d."""
NOT_A_SLUG = re.compile(r"[^a-z0-9]+")
LONGEST_SLUG = 60


def slug_of(name: str) -> str:
    """The address of one step of a path: `điểm đ` → `diem-dd`, `Điều 12a` → `dieu-12a`."""
    plain = fold(LONE_DD.sub(r"\1dd\2", name))
    slug = NOT_A_SLUG.sub("-", plain).strip("-")
    return slug[:LONGEST_SLUG].strip("-") or "muc"


class AddressBook:
    """Gives each provision of one document an address of its own."""

    def __init__(self) -> None:
        self._repeats: Counter[str] = Counter()

    def register(self, parent: str, name: str) -> str:
        """The address of `name` under `parent`; a second one of the same name ends in `~2`."""
        wanted = f"{parent}.{slug_of(name)}" if parent else slug_of(name)
        self._repeats[wanted] += 1
        count = self._repeats[wanted]
        return wanted if count == 1 else f"{wanted}~{count}"
