"""Units as staff jot them down: `đ9` is Điều 9, `k4 đ9` khoản 4 of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

UNITS = re.compile(
    r"(?<![\w/.-])(?:(?P<before>k\.? ?\d{1,2})[, ] *)?(?P<dieu>[đd]\.? ?\d{1,3})"
    r"(?:[, ] *(?P<after>k\.? ?\d{1,2}))?(?![\w/-])",
    re.IGNORECASE,
)
"""`k` counts only beside a điều: alone, as in `TW4 K12`, it is a term of office."""


def jotted_units(query: str) -> Iterator[tuple[int, int, str]]:
    """Places of such units in a query, and how they are written out, the smaller unit first."""
    for found in UNITS.finditer(query):
        khoan = found["before"] or found["after"]
        dieu = f"Điều {_number(found['dieu'])}"
        yield *found.span(), f"khoản {_number(khoan)} {dieu}" if khoan else dieu


def with_units_written_out(query: str) -> str:
    """A query with every jotted unit as texts write it: `Điều 9 qđ37`."""
    for start, end, unit in reversed(list(jotted_units(query))):
        query = f"{query[:start]}{unit}{query[end:]}"
    return query


def _number(unit: str) -> str:
    return unit.lstrip("kKđĐdD. ")
