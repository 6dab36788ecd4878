"""References as a person types them into a box: "37 qđ tw", "dieu 8 qd 22", "NQTW4 khóa XII"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from .bodies import match_body
from .citations import find_citations
from .dates import match_date
from .document import Citation
from .folding import fold
from .pinpoints import pinpoint_after, pinpoint_before
from .plenums import Plenum, find_plenum
from .symbols import (
    BODY_LETTERS,
    PARTY_BODIES,
    TYPE_LETTERS,
    TYPE_NAMES,
    TYPES,
    canonical,
    spell_letters,
    types_of,
)

_SEP = r"[\s\-/._,:]{0,3}"


def _one_of(names: Iterable[str]) -> str:
    longest_first = sorted(names, key=len, reverse=True)
    return "|".join(re.escape(name).replace(r"\ ", r"\s{1,3}") for name in longest_first)


_TYPE = rf"(?:(?P<name>{_one_of(TYPE_NAMES)})|(?P<short>{_one_of(TYPE_LETTERS)}))"
_BODIES = _one_of(BODY_LETTERS | {"trung uong", "t.u", "t.w"})
# tw, ubnd, btc-bnv
_BODY = rf"(?P<body>(?:{_BODIES})(?:-[a-z]{{2,10}}){{0,4}})(?!\w)"
_ASSEMBLY = r"(?P<assembly>(?:ubtv)?qh\s?\d{1,2})(?!\w)"
_NUMBER = r"(?P<number>\d{1,5}[a-e]?)"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_SO = rf"(?P<so>so{_SEP})?"
# quy dinh 37, QĐ số 22, QD37/TW, nd 30 2020 cp, nghị định 100 năm 2019, QĐ-TW 37
_TYPE_FIRST = re.compile(
    rf"(?<!\w){_TYPE}{_SEP}(?:(?P<early>{_BODIES}){_SEP})?{_SO}{_NUMBER}"
    rf"(?:(?:{_SEP}|\s{{1,3}}nam\s{{1,3}}){_YEAR})?"
    rf"(?:{_SEP}(?P<again>{_one_of(TYPE_LETTERS)})(?={_SEP}(?:{_BODIES})(?!\w)))?"
    rf"(?:{_SEP}(?:{_ASSEMBLY}|(?:cua\s{{1,3}})?{_BODY}))?(?!\w|[/.,]\d)"
)
# 37 qđ tw, 37-qd-tw, 30-2020-nd-cp, 1401 qd ubnd
_NUMBER_FIRST = re.compile(
    rf"(?<![\w/.]){_NUMBER}(?:{_SEP}{_YEAR})?{_SEP}(?P<short>{_one_of(TYPE_LETTERS)}){_SEP}{_BODY}"
)
# 31-2024-qh15
_OF_ASSEMBLY = re.compile(rf"(?<![\w/.]){_NUMBER}{_SEP}{_YEAR}{_SEP}{_ASSEMBLY}")
# 37 qđ, when nothing else is typed
_ALONE = re.compile(rf"^\s*{_SO}{_NUMBER}{_SEP}{_TYPE}\s*$")
_PATTERNS = (_TYPE_FIRST, _NUMBER_FIRST, _OF_ASSEMBLY, _ALONE)

# What is counted: "quy định 3 năm" cites no Quy định 3
_UNITS = (
    *("%", "năm", "tháng", "ngày", "tuần", "giờ", "phút", "lần", "đợt", "người", "tuổi", "buổi"),
    *("triệu", "tỷ", "tỉ", "nghìn", "ngàn", "đồng", "mức", "điều", "khoản", "điểm", "bước", "cấp"),
    *("kỳ", "vụ", "cuộc", "con", "cái", "bài", "câu", "mét", "km", "kg", "ha", "m2", "phần"),
)
# … and after a small number also these: "quy định 3 hình thức kỷ luật"
_THINGS = (
    *("hình thức", "trường hợp", "nội dung", "nhiệm vụ", "nguyên tắc", "tiêu chí", "tiêu chuẩn"),
    *("yêu cầu", "hành vi", "giải pháp", "chức danh", "loại", "nhóm", "đảng viên", "cán bộ"),
    *("đồng chí", "chi bộ", "bộ", "xã", "tỉnh", "huyện", "chương", "mục", "vấn đề", "thành viên"),
)
_SMALL_NUMBER = 20
_UNIT_NEXT = re.compile(rf"\s{{0,3}}(?:{_one_of(map(fold, _UNITS))})(?!\w)")
_THING_NEXT = re.compile(rf"\s{{1,3}}(?:{_one_of(map(fold, _THINGS))})(?!\w)")
# quy định 37 điều 9, quy định 41 ngày 3.11.2021
_GOES_ON = re.compile(r"\s{1,3}(?:nam|ngay|dieu|khoan|diem|chuong|phan)\s{1,3}(?:\d|[ivx]{1,5}(?!\w))")
_DAY = re.compile(r"[\s,]{0,3}\(?\s?(?:ngay\s{1,3})?")
_OF = re.compile(r"[\s,]{0,3}cua\s{1,3}")

# Letters that people also type small; other small letters may be words (đã, là, tr)
_TYPED_SMALL = frozenset("qd nq nd ct kl hd tt ttlt kh qc pl tb qdi qyd vbhn".split())
# Small and apart these may be words (từ, đủ, cán bộ); in capitals, joined or last, they are bodies
_WORDLIKE = frozenset("tu du hu qu cb thu dh dd ub qh bct".split())
_PRINTED = re.compile(r"[A-Za-zĐđÐðƯư&.\s\-]+\d{0,2}")
_PARTY = frozenset(PARTY_BODIES)
# Their symbols hold the year: without it a number and a body make no symbol
_DATED_TYPES = frozenset({"NĐ", "TT", "TTLT", "PL", "L"})


def read_reference(text: str) -> Citation | None:
    """Return the document a person means, with the unit asked for; None when none is named.

    Offsets refer to the typed text (NFC). Where only letters are typed that stand for several types
    and no symbol can be made ("QĐ 22"), `type` is those letters, `QĐ`; `types_of` tells which they
    are. A year typed without the body stays with the number: `31/2019`. A plenum has its own field,
    no number, and a spelled-out name in `text`: `Nghị quyết Trung ương 4 khóa XII`.
    """
    folded = fold(text)
    written = find_citations(text)
    found = written[0] if written else _typed(text, folded)
    plenum = find_plenum(text, folded)
    if plenum and (not found or (not written and _overlap(found, plenum))):
        return _of_plenum(plenum)
    if not found:
        return None
    if plenum:
        found = replace(found, plenum=plenum.name)
    return _with_unit_after(found, text, folded)


def _overlap(found: Citation, plenum: Plenum) -> bool:
    return found.start < plenum.end and plenum.start < found.end


def _of_plenum(plenum: Plenum) -> Citation:
    return Citation(
        text=plenum.title,
        start=plenum.start,
        end=plenum.end,
        type=plenum.type,
        plenum=plenum.name,
        full_start=plenum.start,
        full_end=plenum.end,
    )


def _with_unit_after(found: Citation, text: str, folded: str) -> Citation:
    """Take "điều 8" from "QĐ 22 điều 8", where none stood before."""
    after = None if found.unit else pinpoint_after(text, folded, found.full_end)
    return replace(found, unit=after.path, full_end=after.end) if after else found


def _typed(text: str, folded: str) -> Citation | None:
    """Return the reference that begins first, in any of the ways to type one."""
    readings = (
        citation
        for pattern in _PATTERNS
        for match in pattern.finditer(folded)
        if (citation := _read(text, folded, match))
    )
    return min(readings, key=lambda citation: citation.start, default=None)


def _read(text: str, folded: str, match: re.Match[str]) -> Citation | None:
    parts = _Parts.of(match, text)
    if not parts or (not parts.symbol and not _is_numbered(folded, match, parts)):
        return None
    start = match.start("number") if match.re is _ALONE else match.start()
