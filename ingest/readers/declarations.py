"""Sentences of the text that say what it is: enacted, adopted, enclosed with, this Nghị định."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..document import Confidence
from .dateline import DAY, SYMBOL, as_date, find_dateline, find_place_and_date
from .document_types import ANY_TYPE, ISSUER_OF_TYPE
from .findings import Finding, Findings, gather
from .headlines import Line, iterate_lines
from .letterhead import find_letterhead
from .signature import find_signature

OPENING_LETTERS = 20_000  # in which a document is enacted, adopted or enclosed with another
FEWEST_PROVISIONS = 3
ENACTING_LINES = 80  # grounds of a long decision and the sentence that ends them

LOOSE_DAY = DAY.replace(" ?", r"\s{0,3}")  # whose words a line may part

GROUNDS = re.compile(r"^\W{0,3}(?:Căn c[ứúừ]|Xét|Theo đề nghị)\b", re.M)
# Chính phủ ban hành Nghị định về công tác văn thư.
ENACTED = re.compile(
    rf"^\W{{0,3}}(?P<who>[^\W\d_][^.;:\n]{{3,120}}?) ban hành (?P<type>{ANY_TYPE})"
    r" (?!số )(?P<title>[^.;:\n]{4,400}?)\d{0,2}\.? ?$",
    re.M,
)
# Luật này được Quốc hội nước … khóa XV, kỳ họp thứ 9 thông qua ngày 14 tháng 6 năm 2025
ADOPTED = re.compile(
    rf"(?P<type>{ANY_TYPE}) này (?:đã )?được (?P<who>Quốc hội|Ủy ban thường vụ Quốc hội|Hội đồng"
    rf" nhân dân[^.\n,;]{{2,60}}?)[^.]{{0,200}}?thông\s+qua\s+"
    rf"(?:(?:trong|tại)\s+phiên\s+họp\s+)?{LOOSE_DAY}",
    re.I,
)
# Được Hội đồng Thẩm phán Tòa án nhân dân tối cao thông qua ngày 07 tháng 9 năm 2022
PRECEDENT = re.compile(
    rf"Được\s+(?P<who>Hội\s+đồng\s+Thẩm\s+phán\s+(?:Tòa|Toà)\s+án\s+nhân\s+dân\s+tối\s+cao)\s+"
    rf"thông\s+qua\s+{LOOSE_DAY}"
)
# (Kèm theo Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ)
ENCLOSED = re.compile(
    rf"\((?:Ban\s+hành\s+)?kèm\s+theo\s+(?P<type>{ANY_TYPE})\s+số\s*:?\s*(?P<symbol>{SYMBOL})"
    rf"(?:,?\s+{LOOSE_DAY})?(?:\s+của\s+(?P<who>[^)\n]{{3,120}}))?",
    re.I,
)
# … chịu trách nhiệm thi hành Nghị định này./.
CLOSING = re.compile(
    rf"chịu\s+trách\s+nhiệm\s+(?:thi\s+hành|thực\s+hiện)\s+(?P<type>{ANY_TYPE})\s+này"
)
PROVISION = re.compile(r"^ {0,8}Điều \d{1,4}\b", re.M)

# Luật … số 80/2015/QH13 ngày … của Quốc hội, có hiệu lực kể từ ngày …
CONSOLIDATED = re.compile(
    rf"^(?:{ANY_TYPE}) [^\n]{{0,300}}số {SYMBOL} ngày [^\n]{{10,200}}, có hiệu lực"
    r"[^\n]{0,80}ngày",
    re.M,
)
ATTESTED = re.compile(r"^\W{0,3}XÁC THỰC VĂN BẢN HỢP NHẤT", re.M | re.I)
LINES_BEFORE, LINES_AFTER = 300, 900  # letters around the attestation


def find_enacting(text: str) -> Findings:
    """Return what the sentence after the grounds says: issuer, type and title."""
    grounds = GROUNDS.search(text, 0, OPENING_LETTERS)
    found = ENACTED.search(text, grounds.start(), OPENING_LETTERS) if grounds else None
    first_unit = PROVISION.search(text)
    if not found or (first_unit and first_unit.start() < found.start()):
        return {}
    title = " ".join(found["title"].split())
    who = " ".join(found["who"].split())
    return gather(
        Finding("issuer", who, found.span("who")) if who in ISSUER_OF_TYPE.values() else None,
        Finding("type", found["type"], found.span("type")),
        Finding("title", title[:1].upper() + title[1:], found.span("title")),
    )


def find_adoption(text: str, type_: str) -> Findings:
    """Return who adopted a document of the type and when; the last such sentence counts."""
    for found in PRECEDENT.finditer(text, 0, OPENING_LETTERS):
        return _adopted(found)
    said = [
        one for one in ADOPTED.finditer(text) if not type_ or one["type"].lower() == type_.lower()
    ]
    return _adopted(said[-1]) if said else {}


def _adopted(found: re.Match[str]) -> Findings:
    who = " ".join(found["who"].split()).replace("Toà", "Tòa")
    day = as_date(found)
    shown = found.start("day")
    return gather(
        Finding("issuer", who[:1].upper() + who[1:], found.span("who")),
        Finding("date", day, (shown, found.end())) if day else None,
    )


def find_enclosing(text: str, end: int) -> Findings:
    """Return number, day and issuer of the document that a head says it came with."""
    found = ENCLOSED.search(text, 0, end)
    if not found:
        return {}
    day = as_date(found) if found["day"] else None
    who = " ".join((found["who"] or "").split())
    symbol = "".join(found["symbol"].split()).replace("–", "-")
    return gather(
        Finding("number", symbol, found.span("symbol"), Confidence.INFERRED),
        Finding("date", day, (found.start("day"), _after_day(found)), Confidence.INFERRED)
        if day
        else None,
        Finding("issuer", who, found.span("who"), Confidence.INFERRED) if who else None,
    )


def _after_day(found: re.Match[str]) -> int:
    return max(found.end("year"), found.end("year_2"))


def find_own_name(text: str) -> Findings:
    """Return the type that a text without a head calls itself by: `Nghị định này`."""
    closing = [*CLOSING.finditer(text)]
    if not closing or sum(1 for _ in PROVISION.finditer(text)) < FEWEST_PROVISIONS:
        return {}
    found = closing[-1]
    return gather(Finding("type", found["type"], found.span("type"), Confidence.INFERRED))


def is_consolidated(text: str, number: str) -> bool:
    """Tell whether a text puts a law together with its amendments (văn bản hợp nhất)."""
    return "VBHN" in number or bool(CONSOLIDATED.search(text, 0, OPENING_LETTERS // 4))


def find_attestation(text: str) -> Findings:
    """Return number, place, day, issuer and signer that stand below a consolidated text."""
    found = ATTESTED.search(text)
    if not found:
        return {}
    before = text.rfind("\n", 0, max(found.start() - LINES_BEFORE, 0)) + 1
    lines = _columns(text, before, found.end() + LINES_AFTER)
    dateline = find_dateline(lines)
    signature = find_signature(lines)
    return gather(
        dateline.cut_number() if dateline else None,
        *find_place_and_date(lines),
        find_letterhead(lines).cut_issuer(),
        signature.cut_signer(),
        signature.cut_capacity(),
    )


def _columns(text: str, start: int, end: int) -> Sequence[Line]:
    return [line for line in iterate_lines(text, start) if line.text and line.start < end]
