"""Units as staff jot them down: `đ9` is Điều 9, `k4 đ9` khoản 4 of it, `đ9-đ11` three điều."""

from __future__ import annotations

import re
from collections.abc import Iterator

_KHOAN = r"k\.? ?\d{1,2}(?: ?- ?(?:k\.? ?)?\d{1,2})?"
_DIEU = r"[đd]\.? ?\d{1,3}(?: ?- ?(?:[đd]\.? ?)?\d{1,3})?"
UNITS = re.compile(
    rf"(?<![\w/.-])(?:(?P<before>{_KHOAN})[, ]*)?(?P<dieu>{_DIEU})"
    rf"(?:[, ] *(?P<after>{_KHOAN}))?(?![\w/-])",
    re.IGNORECASE,
)
"""`k` counts only beside a điều: alone, as in `TW4 K12`, it is a term of office."""


_UNIT = r"(?:điều|dieu|khoản|khoan|điểm|diem|chương|chuong|[đdk])\.? ?"
_DOCUMENT_NEXT = re.compile(
    rf"(?<![^\W\d_])({_UNIT}\d{{1,3}}[a-e]?)[/-](?! ?{_UNIT}\d)(?=(?: ?[^\W\d_]+){{1,3}} ?\d)",
    re.IGNORECASE,
)


def with_plain_signs(query: str) -> str:
    """A query with signs as texts have them, every offset kept.

    `điều 5 → điều 8`, `đ18/qđ37`, `quy định 37 & 22`.
    """
    query = re.sub(r"(?<=\d)[&+](?=\d)", "-", query.replace("→", "-"))
    query = re.sub(r" [&+](?= \w)", " ,", query)
    return _DOCUMENT_NEXT.sub(r"\1 ", query)


def jotted_units(query: str) -> Iterator[tuple[int, int, str]]:
    """Places of such units in a query, and how they are written out, the smaller unit first."""
    for found in UNITS.finditer(with_plain_signs(query)):
        khoan = found["before"] or found["after"]
        dieu = f"Điều {_numbers(found['dieu'])}"
        yield *found.span(), f"khoản {_numbers(khoan)} {dieu}" if khoan else dieu


def with_units_written_out(query: str) -> str:
    """A query with every jotted unit as texts write it: `Điều 9 qđ37`."""
    query = with_plain_signs(query)
    for start, end, unit in reversed(list(jotted_units(query))):
        query = f"{query[:start]}{unit}{query[end:]}"
    return query


def _numbers(unit: str) -> str:
    """`9` of `đ9`, `9-11` of `đ9 - đ11`."""
    return "-".join(re.findall(r"\d+", unit))
