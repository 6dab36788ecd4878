"""What stands beside a typed reference: its year, its body, its place, more numbers of its type."""

from __future__ import annotations

import re
from dataclasses import replace

from ..document import Citation
from .bare_numbers import CONTINUES, COUNTED, THINGS
from .phrases import one_of
from .pinpoints import Pinpoint, Units, pinpoint_after

NUMBER = r"(?P<number>\d{1,5}[a-e]?)"
SMALL_NUMBER = 20
_TO = r"(?:\s{0,3}(?:den|toi|-)\s{0,3}\d{1,5})?"
# quy định 3 năm, quy định 5 đến 10 năm
UNIT_NEXT = re.compile(rf"{_TO}\s{{0,3}}(?!can cu\b)(?:{one_of(COUNTED)})(?!\w)")
THING_NEXT = re.compile(rf"\s{{1,3}}(?:{one_of(THINGS)})(?!\w)")
# quy định 37 điều 9, quy định 41 ngày 3.11.2021
GOES_ON = re.compile(
    r"\s{1,3}(?:nam|ngay|dieu|khoan|diem|chuong|phan)\s{1,3}(?:\d|[ivx]{1,5}(?!\w))"
)
_JOINT = r"(?:\s{0,3},\s{0,3}(?:va\s{1,3})?|\s{1,3}(?:va|voi|hay|hoac|den)\s{1,3})(?:so\s{1,3})?"
_NO_COUNT = r"(?:2[1-9]|[3-9]\d|\d{3})(?!\d)"
_NO_MONTH = r"(?:1[3-9]|[2-9]\d|\d{3})(?!\d)"
# a sign and more digits go on with a number; but "22,37" are two, a decimal has one digit
MORE_DIGITS = r"(?:[/.:]\d|,\d(?!\d)|,\d+\s?%)"
# quy định 37, 22 và 102; QĐ 37/2021, 22/2021; quy định 22-37-41, but 22-11-2021 is a day; to the
# end qđ 37 22 69
_NEXT_NUMBER = re.compile(
    rf"(?:{_JOINT}|\s?-\s?(?={_NO_MONTH})|\s(?={_NO_COUNT}(?:\s{_NO_COUNT})*\s?$)){NUMBER}"
    rf"(?:/(?P<year>(?:19|20)\d\d))?"
    rf"(?![\w/%]|{MORE_DIGITS}|-(?!{_NO_MONTH})\d|\s?-\s?[a-z])"
)
# 294 và 296-QĐ/TW
_NUMBER_BEFORE = re.compile(rf"(?<![\w/.,:%-])(?:so\s{{1,3}})?{NUMBER}{_JOINT}$")
_UNIT_BEFORE = re.compile(
    r"(?:^|[\s,(])(?:dieu|khoan|diem|muc|chuong|phan|tiet|ngay|thang|nam|d|k)\.?\s{0,3}$"
)
_UNIT_JOINT = re.compile(r"(?:\s{0,3},\s{0,3}|\s{1,3}(?:va|voi|hoac|hay)\s{1,3})(?=dieu\s|khoan\s)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_AFTER = re.compile(
    r"\s{1,3}(?P<said>nam\s{1,3})?(?P<year>(?:19|20)\d\d)(?![\w/-])(?(said)|\s{0,3}(?:$|[,;.?)]))"
)
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
_LISTED = re.compile(
    r"[\s.;:?!)\"']{0,4}$|\s{0,3}[,-]|\s\d{2,3}(?!\S)|\s{1,3}(?:va|voi|hay|hoac)\s"
)


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
        is_year = _YEAR.fullmatch(match["number"])
        is_small = int(re.sub(r"\D", "", match["number"])) <= SMALL_NUMBER
        goes_on = _LISTED.match(folded, at) or _COMPARED.match(folded, at)
        follows = (
            goes_on or has_unit or match["year"] or (not is_small and CONTINUES.match(folded, at))
        )
        if is_year or not follows:
            break
        number = text[match.start("number") : match.end("number")]
        listed = _listed(match, first, number, f"{first.type} {number}")
        year = int(match["year"]) if match["year"] else None
        found.append(replace(listed, units=units, year=year))
    last = [with_unit_after(one, text, folded, end) for one in found[-1:] if not units]
    return found[:-1] + last if last else found


def numbers_before(last: Citation, text: str, folded: str, start: int) -> list[Citation]:
    """Return what is counted up before a number and its letters: `294` of "294, 296 QĐ/TW".

    `start` is where what was read before it ends. None of it is taken where it counts units:
    "điều 3, 5, 37-QĐ/TW".
    """
    if not last.symbol.startswith(last.number) or not text[last.full_start].isdigit():
        return []
    found: list[Citation] = []
    at = last.full_start
    while match := _NUMBER_BEFORE.search(folded[:at], start):
        at, number = match.start(), text[slice(*match.span("number"))]
        if _YEAR.fullmatch(number):
            return []
        symbol = number + last.symbol.removeprefix(last.number)
        found.append(replace(_listed(match, last, number, symbol), symbol=symbol))
    return [] if _UNIT_BEFORE.search(folded[start:at]) else found[::-1]


def _listed(match: re.Match[str], like: Citation, number: str, text: str) -> Citation:
    """A document of a list that has only its number there, and its type from another."""
    start, end = match.span("number")
    return Citation(
        text=text,
        start=start,
        end=end,
        type=like.type,
        number=number,
        full_start=start,
        full_end=end,
    )


def with_units_of_their_own(found: list[Citation], text: str, folded: str) -> list[Citation]:
    """Give each unit to the document before it where they are typed so: "QĐ 37 điều 8, QĐ 69".

    A unit right behind a document and apart from the next is the former's; so is each one where
    the last document has a unit behind it, too: "QĐ 37 điều 8 QĐ 69 điều 7". Of two that an "và"
    joins each document has the one beside it: "QĐ 37 điều 8 và điều 9 QĐ 22".
    """
    is_behind = bool(found) and pinpoint_after(text, folded, found[-1].full_end) is not None
    mended = found[:1]
    for one in found[1:]:
        before = mended[-1]
        after = None if before.units else pinpoint_after(text, folded, before.full_end)
        if after and one.units and one.full_start < one.start and after.end <= one.start:
            is_beside = text[before.full_end : after.start].strip() == ""
            joint = text[after.end : one.start].strip()
            if is_beside and (joint in (",", ";") or (is_behind and not joint)):
                one = replace(one, units=(), full_start=one.start)
            elif is_beside and not joint and (own := _behind_the_joint(one, text, folded, after)):
                one = replace(one, units=own.paths, full_start=own.start)
        mended.append(one)
    return mended


def _behind_the_joint(found: Citation, text: str, folded: str, units: Pinpoint) -> Pinpoint | None:
    """The units before a document that an "và", else a comma, sets apart from those before."""
    joints = _UNIT_JOINT.finditer(folded, units.start, units.end)
    for joint in sorted(joints, key=lambda joint: "," in joint[0]):
        at = joint.end()
        own = Units(text[at:], folded[at:]).before(found.start - at)
        if own and own.start == 0:
            return replace(own, start=at, end=own.end + at)
    return None


def with_unit_after(found: Citation, text: str, folded: str, end: int) -> Citation:
    """Take "điều 8" from "QĐ 22 điều 8", where none stood before and it is not the next one's."""
    after = None if found.unit else pinpoint_after(text[:end], folded[:end], found.full_end)
    if after is None:
        return found
    return replace(found, units=after.paths, full_end=after.end)
