"""What stands behind a typed reference: its year, its body, its place, more numbers of its type."""

from __future__ import annotations

import re
from dataclasses import replace

from ..document import Citation
from .bare_numbers import CONTINUES, COUNTED, THINGS
from .phrases import one_of
from .pinpoints import pinpoint_after

NUMBER = r"(?P<number>\d{1,5}[a-e]?)"
SMALL_NUMBER = 20
UNIT_NEXT = re.compile(rf"\s{{0,3}}(?!can cu\b)(?:{one_of(COUNTED)})(?!\w)")
THING_NEXT = re.compile(rf"\s{{1,3}}(?:{one_of(THINGS)})(?!\w)")
# quy định 37 điều 9, quy định 41 ngày 3.11.2021
GOES_ON = re.compile(
    r"\s{1,3}(?:nam|ngay|dieu|khoan|diem|chuong|phan)\s{1,3}(?:\d|[ivx]{1,5}(?!\w))"
)
# quy định 37, 22 và 102
_NEXT_NUMBER = re.compile(
    rf"(?:\s{{0,3}},\s{{0,3}}(?:va\s{{1,3}})?|\s{{1,3}}(?:va|voi|hay|hoac)\s{{1,3}})"
    rf"(?:so\s{{1,3}})?{NUMBER}(?![\w/%]|[.,:-]\d|\s?-\s?[a-z])"
)
_YEAR_AFTER = re.compile(r"\s{1,3}nam\s{1,3}(?P<year>(?:19|20)\d\d)(?![\w/])")
# của huyện ủy đăk tô: what stands beside a typed number in any letters
_LOCAL_BODY = re.compile(
    r"\s{1,3}(?:cua\s{1,3})?(?P<body>(?:ban thuong vu\s{1,3})?(?:huyen|tinh|thanh|thi) uy\s{1,3}"
    r"(?P<place>[^\W\d_]{2,}\s{1,3}[^\W\d_]{2,}))(?!\w)"
)
_NO_PLACE = frozenset(
    (
        *("ve", "ban", "nam", "ngay", "da", "co", "con", "la", "va", "nao", "do", "ky", "thi"),
        *("de", "khong", "trong", "cho", "so", "voi", "tai", "theo", "hay", "bi", "duoc", "gom"),
        *("o", "den", "tu", "nay", "kia", "gi", "ra"),
    )
)
_COMPARED = re.compile(r"\s{1,3}(?:khac|giong|so voi|so sanh)(?!\w)")
_LISTED = re.compile(r"[\s.;:?!)\"']{0,4}$|\s{0,3},|\s{1,3}(?:va|voi|hay|hoac)\s")


def with_tail(found: Citation, text: str, folded: str) -> Citation:
    """Take the year after a symbol, and a local body in any letters: "66 huyện ủy sa thầy"."""
    year = _YEAR_AFTER.match(folded, found.full_end)
    if year and found.symbol and not (found.date or found.year):
        found = replace(found, year=int(year["year"]), full_end=year.end())
    local = _LOCAL_BODY.match(folded, found.full_end)
    if local and not found.issuer and local["place"].split()[0] not in _NO_PLACE:
        issuer = " ".join(text[slice(*local.span("body"))].split())
        found = replace(found, issuer=issuer, full_end=local.end())
    return found


def of_same_type(first: Citation, text: str, folded: str, end: int) -> list[Citation]:
    """Return what is counted up behind a citation by bare number: `22` of "QĐ 37 và 22".

    A place before the first is asked for in each: "điều 9 của quy định 37 và 22". Where the list
    ends in a count, "37, 15, 20 triệu", none of it is taken.
    """
    if first.symbol or not (first.type and first.number) or first.date or first.issuer:
        return []
    units = first.units if first.full_start < first.start else ()
    found: list[Citation] = []
    at = first.full_end
    while (match := _NEXT_NUMBER.match(folded, at)) and match.end() <= end:
        at = match.end()
        is_counted = UNIT_NEXT.match(folded, at) or THING_NEXT.match(folded, at)
        has_unit = GOES_ON.match(folded, at)
        if is_counted and not has_unit:
            return []
        is_year = re.fullmatch(r"(?:19|20)\d\d", match["number"])
        is_small = int(re.sub(r"\D", "", match["number"])) <= SMALL_NUMBER
        goes_on = _LISTED.match(folded, at) or _COMPARED.match(folded, at)
        follows = goes_on or has_unit or (not is_small and CONTINUES.match(folded, at))
        if is_year or not follows:
            break
        start = match.start("number")
        number = text[start:at]
        found.append(
            Citation(
                text=f"{first.type} {number}",
                start=start,
                end=at,
                type=first.type,
                number=number,
                units=units,
                full_start=start,
                full_end=at,
            )
        )
    last = [with_unit_after(one, text, folded, end) for one in found[-1:] if not units]
    return found[:-1] + last if last else found


def with_unit_after(found: Citation, text: str, folded: str, end: int) -> Citation:
    """Take "điều 8" from "QĐ 22 điều 8", where none stood before and it is not the next one's."""
    after = None if found.unit else pinpoint_after(text, folded, found.full_end)
    if after is None or after.end > end:
        return found
    return replace(found, units=after.paths, full_end=after.end)
