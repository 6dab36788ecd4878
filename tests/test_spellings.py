"""Every type and body, in every spelling seen in the wild, is found whole in a sentence."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from ingest.citations import find_citations, key_of, read_reference, types_of

PARTY_TYPES = {
    "Nghị quyết": "NQ",
    "Quyết định": "QĐ",
    "Quy định": "QĐ",
    "Chỉ thị": "CT",
    "Kết luận": "KL",
    "Quy chế": "QC",
    "Thông tri": "TT",
    "Hướng dẫn": "HD",
    "Thông báo": "TB",
    "Báo cáo": "BC",
    "Kế hoạch": "KH",
    "Chương trình": "CTr",
    "Tờ trình": "TTr",
    "Công văn": "CV",
}
PARTY_BODIES = ("TW", "TU", "HU", "ĐU", "ĐUK", "UBKTTW", "BTCTW", "VPTW", "BTGHU", "QUTW")
STATE_TYPES = {
    "Nghị quyết": "NQ",
    "Nghị định": "NĐ",
    "Quyết định": "QĐ",
    "Chỉ thị": "CT",
    "Thông tư": "TT",
    "Thông tư liên tịch": "TTLT",
    "Kế hoạch": "KH",
    "Hướng dẫn": "HD",
}
STATE_BODIES = ("CP", "TTg", "BTC", "BNV", "UBND", "HĐND", "BGDĐT", "TANDTC")


@dataclass(frozen=True)
class Case:
    written: str
    symbol: str
    type: str
    """The type in the words; empty where the letters alone must tell it."""
    letters: str


PARTY_SPELLINGS = {
    "plain": "{name} số {n}-{t}/{b}",
    "without số": "{name} {n}-{t}/{b}",
    "colon": "{name} số: {n}-{t}/{b}",
    "spaces": "{name} số {n} - {t} / {b}",
    "en dash": "{name} số {n}–{t}/{b}",
    "no-break space": "{name}\u00a0số\u00a0{n}-{t}/{b}",
    "slash, hyphen": "{name} số {n}/{t}-{b}",
    "slashes": "{name} số {n}/{t}/{b}",
    "hyphens": "{name} số {n}-{t}-{b}",
    "eth for Đ": "{name} số {n}-{eth_t}/{eth_b}",
    "D for Đ": "{name} số {n}-{plain_t}/{plain_b}",
    "broken over a line": "{name} số\n{n}-{t}/{b}",
    "small": "{small} số {n}-{small_t}/{small_b}",
    "small type": "{small} {n}-{t}/{b}",
    "no type": "{n}-{t}/{b}",
    "TƯ": "{name} số {n}-{t}/{u_b}",
}
STATE_SPELLINGS = {
    "plain": "{name} số {n}/2020/{t}-{b}",
    "without số": "{name} {n}/2020/{t}-{b}",
    "without year": "{name} số {n}/{t}-{b}",
    "spaces": "{name} số {n} / 2020 / {t} - {b}",
    "en dash": "{name} số {n}/2020/{t}–{b}",
    "no-break space": "{name} số\u00a0{n}/2020/{t}-{b}",
    "eth for Đ": "{name} số {n}/2020/{eth_t}-{eth_b}",
    "D for Đ": "{name} số {n}/2020/{plain_t}-{plain_b}",
    "broken over a line": "{name} số {n}/2020/\n{t}-{b}",
    "small": "{small} số {n}/2020/{small_t}-{small_b}",
    "no type": "{n}/2020/{t}-{b}",
    "slashes": "{name} số {n}/2020/{t}/{b}",
}
NUMBERS = ("37", "05")


def _fill(pattern: str, name: str, letters: str, body: str, number: str) -> str:
    return pattern.format(
        name=name,
        small=name.lower(),
        n=number,
        t=letters,
        b=body,
        eth_t=letters.replace("Đ", "Ð"),
        eth_b=body.replace("Đ", "Ð"),
        plain_t=letters.replace("Đ", "D"),
        plain_b=body.replace("Đ", "D"),
        small_t=letters.lower(),
        small_b=body.lower(),
        u_b=body.replace("TW", "TƯ"),
    )


def party_cases(spelling: str) -> Iterator[Case]:
    pattern = PARTY_SPELLINGS[spelling]
    for (name, letters), body, number in itertools.product(
        PARTY_TYPES.items(), PARTY_BODIES, NUMBERS
    ):
        said = name if "{name}" in pattern or "{small}" in pattern else ""
        written = _fill(pattern, name, letters, body, number)
        yield Case(written, f"{number}-{letters}/{body}", said, letters)


def state_cases(spelling: str) -> Iterator[Case]:
    pattern = STATE_SPELLINGS[spelling]
    for (name, letters), body, number in itertools.product(
        STATE_TYPES.items(), STATE_BODIES, NUMBERS
    ):
        said = name if "{name}" in pattern or "{small}" in pattern else ""
        year = "/2020" if "2020" in pattern else ""
        written = _fill(pattern, name, letters, body, number)
        yield Case(written, f"{number}{year}/{letters}-{body}", said, letters)


def wrong(case: Case) -> object:
    """What is wrong with one case: what was found instead, nothing where all is right."""
    text = f"Chi bộ thực hiện {case.written} của cấp trên."
    start = len("Chi bộ thực hiện ")
    found = find_citations(text)
    read = read_reference(case.written)
    right_types = {case.type} if case.type else {"", *types_of(case.letters)}
    good = (
        [(c.start, c.end, c.symbol) for c in found]
        == [(start, start + len(case.written), case.symbol)]
        and found[0].number == case.symbol.replace("/", "-").split("-")[0]
        and found[0].type in right_types
        and read is not None
        and key_of(read.symbol) == key_of(case.symbol)
        and read.type in right_types
    )
    return None if good else (case.written, found, read)


def test_thousands_of_spellings_are_tried() -> None:
    party = [case for spelling in PARTY_SPELLINGS for case in party_cases(spelling)]
    state = [case for spelling in STATE_SPELLINGS for case in state_cases(spelling)]
    assert len({case.written for case in party + state}) >= 5000


@pytest.mark.parametrize("spelling", PARTY_SPELLINGS)
def test_party_spellings(spelling: str) -> None:
    assert [error for case in party_cases(spelling) if (error := wrong(case))][:5] == []


@pytest.mark.parametrize("spelling", STATE_SPELLINGS)
def test_state_spellings(spelling: str) -> None:
    assert [error for case in state_cases(spelling) if (error := wrong(case))][:5] == []
