"""The table of unit kinds: how each is named, ranked, and written at the start of a line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from .numerals import NUMBER_WORDS


class Kind(Enum):
    """A kind of unit."""

    PHU_LUC = auto()
    KEM_THEO = auto()
    PHAN = auto()
    CHUONG = auto()
    MUC = auto()
    TIEU_MUC = auto()
    DIEU = auto()
    CODIFIED = auto()
    """A điều of the Pháp điển, whose number is an address: `Điều 19.5.LQ.2`."""
    ROMAN = auto()
    CAPITAL = auto()
    ARABIC = auto()
    DECIMAL_2 = auto()
    DECIMAL_3 = auto()
    DECIMAL_4 = auto()
    LETTER = auto()
    LOWER_ROMAN = auto()
    BRACKETED = auto()
    BRACKETED_ROMAN = auto()
    BRACKETED_LETTER = auto()
    LA = auto()
    THU = auto()
    VE = auto()
    """`Về hình thức tổ chức …:`, a paragraph of a plan that has a subject but no number."""


RANKS = {
    Kind.PHU_LUC: 0,
    Kind.KEM_THEO: 0,
    Kind.PHAN: 1,
    Kind.CHUONG: 2,
    Kind.MUC: 3,
    Kind.TIEU_MUC: 4,
    Kind.DIEU: 5,
    Kind.CODIFIED: 5,
}
"""Kinds that nest the same way in every document; the others nest as they are found."""

NAMES = {
    Kind.PHU_LUC: "Phụ lục {}",
    Kind.PHAN: "Phần {}",
    Kind.CHUONG: "Chương {}",
    Kind.MUC: "Mục {}",
    Kind.TIEU_MUC: "Tiểu mục {}",
    Kind.DIEU: "Điều {}",
    Kind.CODIFIED: "Điều {}",
    Kind.ROMAN: "Mục {}",
    Kind.CAPITAL: "Mục {}",
    Kind.ARABIC: "khoản {}",
    Kind.DECIMAL_2: "điểm {}",
    Kind.DECIMAL_3: "điểm {}",
    Kind.DECIMAL_4: "điểm {}",
    Kind.LETTER: "điểm {}",
    Kind.LOWER_ROMAN: "{})",
    Kind.BRACKETED: "({})",
    Kind.BRACKETED_ROMAN: "({})",
    Kind.BRACKETED_LETTER: "({})",
    Kind.LA: "{} là",
    Kind.THU: "Thứ {}",
}
"""How a step of a path is shown; the other kinds are shown by their label."""


@dataclass(frozen=True, slots=True)
class Marker:
    """A number at the start of a line, which may be the start of a unit."""

    kind: Kind
    number: tuple[int, ...]
    """What it counts: (8,), and (2, 1) for 2.1."""
    label: str
    """As written: `8`, `II`, `đ`."""
    start: int
    end: int
    """Offset where the unit's own words begin."""
    weight: float = 1.0
    """How much it looks like a heading, from 0 to 1."""
    suffix: str = ""
    """`a` of Điều 12a."""

    @property
    def name(self) -> str:
        """The step of a path: `Điều 8`, `điểm đ`."""
        return NAMES.get(self.kind, "{}").format(self.label).strip()


GAP = r"[ \t\u00a0]"
WORDS = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
ROMAN = r"[IVXLC]{1,7}"
ORDINAL = rf"(?:{ROMAN}|\d{{1,2}}|(?i:(?:thứ )?(?:{WORDS})))(?!\w)"  # II, 2, thứ hai, MỘT

# --- kinds with a name, in which what follows the number decides --------------------------------
CODE = r"\d{1,3}\.\d{1,3}\.[A-ZĐ]{2}\.\d{1,3}(?:\.\d{1,3}){0,3}[a-zđ]?"  # 19.5.LQ.2
DIEU = (
    rf"(?P<word>[ĐÐð]{GAP}?i{GAP}?ều|[ĐÐ]IỀU|điều){GAP}{{0,3}}"
    rf"(?P<label>{CODE}|\d{{1,3}}[a-zđ]?)(?!\w)"
)
CHUONG = rf"(?:Chương|CHƯƠNG){GAP}{{1,3}}(?P<label>{ORDINAL})"
PHAN = rf"(?:Phần|PHẦN){GAP}{{1,3}}(?P<label>{ORDINAL})"
MUC = rf"(?:Mục|MỤC){GAP}{{1,3}}(?P<label>{ORDINAL}|[A-HĐK](?!\w))"
TIEU_MUC = rf"(?:Tiểu mục|TIỂU MỤC){GAP}{{1,3}}(?P<label>{ORDINAL})"
ANNEX_NUMBER = rf"(?:{ROMAN}|\d{{1,2}}(?:[.-]\d{{1,2}})?[a-zA-Z]?|[A-ZĐ])(?!\w)"  # II, 01, 2A, B
PHU_LUC = (
    rf"(?:Phụ lục|PHỤ LỤC)(?:{GAP}{{1,3}}(?i:số)?{GAP}{{0,2}}(?P<label>{ANNEX_NUMBER}))?(?!\w)"
)
ATTACHED = (
    "QUY CHẾ|QUY ĐỊNH|ĐIỀU LỆ|NỘI QUY|KẾ HOẠCH|ĐỀ ÁN|CHƯƠNG TRÌNH|DANH MỤC|QUY TRÌNH|HƯỚNG DẪN"
    "|PHƯƠNG ÁN|CHIẾN LƯỢC|QUY CHUẨN|BẢNG GIÁ|QUY HOẠCH|TIÊU CHUẨN"
)
KEM_THEO = (  # QUY ĐỊNH / về … / (Ban hành kèm theo Quyết định …
    rf"(?P<label>{ATTACHED})(?=[^\n]{{0,200}}\n(?:[^\n]{{0,200}}\n){{0,7}}"
    rf"{GAP}{{0,20}}\(?{GAP}?(?:Ban hành |BAN HÀNH )?(?i:kèm theo))"
)
NAMED = {
    Kind.DIEU: re.compile(DIEU),
    Kind.CHUONG: re.compile(CHUONG),
    Kind.MUC: re.compile(MUC),
    Kind.PHAN: re.compile(PHAN),
    Kind.TIEU_MUC: re.compile(TIEU_MUC),
    Kind.PHU_LUC: re.compile(PHU_LUC),
    Kind.KEM_THEO: re.compile(KEM_THEO),
}

# --- kinds that are only a number ---------------------------------------------------------------
STOP = rf"{GAP}?[.\-–/)]"  # 1. 1- 1/ 1)
LISTED = {
    Kind.ROMAN: re.compile(rf"(?P<label>[IVXL]{{1,7}}){STOP}(?!\w\w?[.)\d])"),
    Kind.CAPITAL: re.compile(rf"(?P<label>[A-EGHIKLĐ])(?:\.|{GAP}?[-–/)])(?={GAP})"),
    Kind.ARABIC: re.compile(rf"(?P<label>\d{{1,3}}(?:[a-zđ](?=\.))?){STOP}(?!\d)"),
    Kind.DECIMAL_2: re.compile(r"(?P<label>\d{1,3}\.\d{1,2})(?:[.)\-](?!\d)|(?=\s))"),
    Kind.DECIMAL_3: re.compile(r"(?P<label>\d{1,3}(?:\.\d{1,2}){2})(?:[.)\-](?!\d)|(?=\s))"),
    Kind.DECIMAL_4: re.compile(r"(?P<label>\d{1,3}(?:\.\d{1,2}){3})(?:[.)\-](?!\d)|(?=\s))"),
    Kind.LETTER: re.compile(
        rf"(?P<label>[a-zđð]\d?)(?:\)(?:\d{{1,3}}(?={GAP}))?|{GAP}?[.\-–/](?={GAP}))"
    ),
    Kind.LOWER_ROMAN: re.compile(r"(?P<label>[ivx]{1,6})\)"),
    Kind.BRACKETED: re.compile(r"\((?P<label>\d{1,2})\)"),
    Kind.BRACKETED_ROMAN: re.compile(r"\((?P<label>[ivx]{1,6})\)"),
    Kind.BRACKETED_LETTER: re.compile(r"\((?P<label>[a-zđ])\)"),
    Kind.LA: re.compile(r"(?P<label>(?:M|m)ột|[A-ZĐ]\w{1,3}) là(?=[,:\s])"),
    Kind.THU: re.compile(rf"Thứ (?P<label>{WORDS})(?: là)?(?=[,:.\s])"),
}
FOOTNOTED = re.compile(rf"(?P<label>\d{{1,3}}[a-zđ]?)\.\d{{1,3}}(?={GAP})")
"""`3.2 Pháp lệnh` in a consolidated text: khoản 3, footnote 2."""

NAMED_INITIALS = frozenset("ĐÐðđCPMTQNKDHB")
"""First letters of the words in NAMED, so that most lines are passed over at once."""
_DIGITS = (Kind.ARABIC, Kind.DECIMAL_2, Kind.DECIMAL_3, Kind.DECIMAL_4)
_CAPITALS = (Kind.ROMAN, Kind.CAPITAL, Kind.LA, Kind.THU)
_SMALL_LETTERS = (Kind.LETTER, Kind.LOWER_ROMAN)
_BRACKETS = (Kind.BRACKETED, Kind.BRACKETED_ROMAN, Kind.BRACKETED_LETTER)
LISTED_INITIALS: dict[str, tuple[Kind, ...]] = (
    dict.fromkeys("0123456789", _DIGITS)
    | dict.fromkeys("ABCDEGHIKLMNSTVXĐ", _CAPITALS)
    | dict.fromkeys("abcdefghijklmnopqrstuvwxyzđð", _SMALL_LETTERS)
    | {"(": _BRACKETS}
)
"""The kinds that can begin with a character."""
