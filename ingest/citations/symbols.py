"""Số ký hiệu: the vocabulary of types and bodies, one spelling for each symbol, one key to compare.

Party: 37-QĐ/TW. State: 1401/QĐ-UBND, 30/2020/NĐ-CP, 31/2024/QH15, công văn 968/BTC-QLKT.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ..folding import fold


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A loại văn bản and the letters that stand for it; QĐ and TT stand for more than one."""

    name: str
    party: tuple[str, ...] = ()
    state: tuple[str, ...] = ()


def _both(name: str, *letters: str) -> DocumentType:
    return DocumentType(name, letters, letters)


TYPES = (
    DocumentType("Nghị quyết", ("NQ",), ("NQ",)),
    DocumentType("Nghị quyết liên tịch", (), ("NQLT",)),
    DocumentType("Nghị định", (), ("NĐ",)),
    DocumentType("Quyết định", ("QĐ", "QĐNS"), ("QĐ",)),
    DocumentType("Quy định", ("QĐ", "QĐi", "QyĐ"), ("QyĐ",)),
    _both("Chỉ thị", "CT"),
    _both("Kết luận", "KL"),
    _both("Quy chế", "QC"),
    DocumentType("Thông tri", ("TT",), ()),
    DocumentType("Thông tư", (), ("TT",)),
    DocumentType("Thông tư liên tịch", (), ("TTLT",)),
    DocumentType("Thông tư liên bộ", (), ("TTLB",)),
    _both("Hướng dẫn", "HD"),
    _both("Thông báo", "TB"),
    _both("Thông cáo", "TC"),
    DocumentType("Tuyên bố", ("TBo",), ()),
    DocumentType("Lời kêu gọi", ("LKG",), ()),
    _both("Báo cáo", "BC"),
    _both("Kế hoạch", "KH"),
    DocumentType("Quy hoạch", ("QH",), ()),
    _both("Chương trình", "CTr"),
    _both("Đề án", "ĐA"),
    _both("Phương án", "PA"),
    _both("Dự án", "DA"),
    _both("Tờ trình", "TTr"),
    DocumentType("Công văn", ("CV",), ("CV",)),
    DocumentType("Công điện", (), ("CĐ",)),
    _both("Biên bản", "BB"),
    DocumentType("Hiến pháp"),
    DocumentType("Bộ luật"),
    DocumentType("Luật", (), ("L",)),
    DocumentType("Pháp lệnh", (), ("PL",)),
    DocumentType("Lệnh", (), ("L",)),
    DocumentType("Văn bản hợp nhất", (), ("VBHN",)),
)
"""Party types of 66-QĐ/TW and 399-QĐ/TW, State types of 30/2020/NĐ-CP, Phụ lục III."""

TYPE_NAMES = {fold(kind.name): kind.name for kind in TYPES} | {"thong bao ket luan": "Thông báo"}
"""Folded name to the name as written: `quy dinh` to `Quy định`."""

SPELLED = frozenset(TYPE_NAMES.values())
"""Types by their names, to be told from letters."""

PARTY_BODIES = (
    *("TW", "HNTW", "ĐH", "ĐHĐB", "TU", "HU", "QU", "ThU", "TXU", "ĐU", "ĐUK", "ĐUCQ", "CB"),
    *("UBKTTW", "UBKTTU", "UBKTHU", "UBKTQU", "UBKTĐU", "UBKTĐUK"),
    *("BTCTW", "BTCTU", "BTCHU", "BTGTW", "BTGTU", "BTGHU", "BTGDVTW", "BTGDVTU"),
    *("BDVTW", "BDVTU", "BDVHU", "BNCTW", "BNCTU", "BKTTW", "BCSLTW", "BCSĐ", "ĐĐ"),
    *("VPTW", "VPTU", "VPHU", "VPĐU", "QUTW", "ĐUCATW", "ĐUQH", "HĐLLTW"),
)
"""Letters of bodies that only the Party has; some are general knowledge, see 36-HD/VPTW."""

STATE_BODIES = (
    *("CP", "TTg", "CTN", "QH", "UBTVQH", "HĐBT", "HĐNN", "VPCP", "VPQH", "UBND", "UB", "HĐND"),
    *("TANDTC", "VKSNDTC", "KTNN", "TTCP", "HĐTP", "NHNN", "UBDT", "BHXH", "TLĐ", "ĐTC"),
    *("BNV", "BTC", "BTP", "BCA", "BQP", "BNG", "BYT", "BXD", "BCT", "BTM", "BCN", "BTS"),
    *("BGDĐT", "BGD&ĐT", "BLĐTBXH", "BGTVT", "BNN", "BNNPTNT", "BTNMT", "BNNMT", "BTTTT", "BKHCN"),
    *("BKHĐT", "BKH", "BVHTT", "BVHTTDL", "BDTTG", "BCVT", "TCHQ", "TCT", "UBCK", "VBHN"),
)
"""Letters of State bodies met in symbols; others are taken as they are printed."""

_BODY_SPELLING = {fold(body): body for body in (*STATE_BODIES, *PARTY_BODIES, "BCĐTW")}
_PARTY = frozenset(fold(body) for body in PARTY_BODIES)
_STATE = frozenset(fold(body) for body in STATE_BODIES)
# ĐA and DA fold to the same letters, and so do HĐ and HD: where the Đ is not printed, DA and HD.
_TYPE_SPELLING = {
    fold(letters): letters
    for kind in TYPES
    for letters in (*kind.party, *kind.state)
    if letters != "ĐA"
}
TYPE_LETTERS = frozenset(_TYPE_SPELLING)
"""Folded letters that stand for a type: `qd`, `nq`, `ctr`."""
BODY_LETTERS = _PARTY | _STATE | {"bcdtw"}
"""Folded letters of known bodies; BCĐTW is a steering committee of the Party or of the State."""

ASSEMBLY = re.compile(r"(?:ubtv)?qh\d{1,2}|ubtvqh")
"""On folded letters: Quốc hội and its Standing Committee, `qh15`, `ubtvqh14`."""
_GAP = r"\s{0,3}"
NUMBER = r"\d{1,5}(?:\s?[a-eđ](?![^\W\d_]))?"
"""On folded text: `37`, `30a`, `08 a`."""
# TW and T.W, QH 15, BGD&ĐT, NĐ
LETTERS = r"(?:[a-z]{0,8}t\.[uw](?!\w)|(?:ubtv)?qh\s?\d{1,2}|[a-z][a-z&]{0,14}(?:\d{1,2})?)"
"""On folded text: one group of letters of a symbol."""
SYMBOL_REST = (
    rf"(?:{_GAP}/{_GAP}(?P<year>\d{{2,4}}))?"
    rf"{_GAP}(?P<mark>[-/]|(?<=\s)(?=[a-z]{{2,4}}[-/][a-z])){_GAP}(?P<first>{LETTERS})(?![^\W\d_])"
    rf"(?:{_GAP}[-/]{_GAP}(?P<rest>{LETTERS}(?:[-/]{LETTERS})*)(?!\w))?"
)
"""On folded text: what makes a number a symbol, one to many groups of letters; loose."""
SYMBOL = re.compile(rf"(?P<number>{NUMBER}){SYMBOL_REST}")
"""On folded text: a number and its letters, to be judged afterwards."""
PRINTED = re.compile(r"[A-Za-zĐđÐðƯư&.\s]+\d{0,2}")
"""On the text itself: letters of a symbol bear no tone marks."""


@dataclass(frozen=True, slots=True)
class Symbol:
    """A symbol taken apart, each part as printed."""

    number: str
    year: str
    letters: tuple[str, ...]
    dashed: bool
    """A hyphen stands after the number, as the Party writes."""
    marked: bool = True
    """False where only white space parts number and letters: 37 QĐ/TW."""

    @property
    def folded(self) -> tuple[str, ...]:
        """The letters folded, with TƯ told from TU."""
        return _fold_letters(self.letters)

    @property
    def of_party(self) -> bool:
        """The body decides; where it is unknown, the place of the hyphen."""
        body = self.folded[-1]
        if self.year or body in _STATE or ASSEMBLY.fullmatch(body):
            return False
        return body in _PARTY or self.dashed

    @property
    def is_letter(self) -> bool:
        """A công văn has the body in the place of the type: 968/BTC-QLKT."""
        first, *rest = self.folded
        return bool(rest) and not self.year and first in _STATE and first not in TYPE_LETTERS

    def spell(self) -> str:
        """Return the symbol in its canonical spelling."""
        parts = _spell_all(self.letters)
        if self.of_party:
            return f"{self.number}-{'/'.join((parts[0], '-'.join(parts[1:])))}".rstrip("/")
        return "/".join(filter(None, (self.number, self.year, "-".join(parts))))


@lru_cache(maxsize=4096)
def spell_letters(printed: str) -> str:
    """Return one group of letters as documents print it: `tư` as TW, `qd` as QĐ, `ttg` as TTg."""
    upper = re.sub(r"[.\s]", "", printed).upper().replace("Ð", "Đ").replace("TƯ", "TW")
    if "Đ" in upper and fold(upper) in ("da", "hd"):
        return upper
    folded = fold(upper)
    known = _TYPE_SPELLING.get(folded) or _BODY_SPELLING.get(folded)
    return known or (upper if printed.islower() or "." in printed else _kept(printed, upper))


@lru_cache(maxsize=4096)
def _spell_all(letters: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(spell_letters, letters))


@lru_cache(maxsize=4096)
def _fold_letters(letters: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(fold, _spell_all(letters)))


def _kept(printed: str, upper: str) -> str:
    """Keep the small letters of an unknown body, as in ThU, but not the spelling of TƯ."""
    plain = re.sub(r"\s", "", printed).replace("Ð", "Đ")
    return plain if plain.upper() == upper else upper


def parse_symbol(symbol: str) -> Symbol | None:
    """Take a whole string apart; None when it is not a number with letters."""
    printed = symbol.strip()
    match = SYMBOL.fullmatch(fold(printed))
    if not match:
        return None
    rest = printed[slice(*match.span("rest"))] if match["rest"] else ""
    letters = (printed[slice(*match.span("first"))], *split_letters(rest))
    number = "".join(printed[slice(*match.span("number"))].split())
    return Symbol(number, match["year"] or "", letters, match["mark"] == "-", match["mark"] != "")


def split_letters(rest: str) -> list[str]:
    """Return the groups of letters after the first one: `BTC-BNV` as two, nothing as none."""
    return re.split(r"[-/]", rest) if rest else []


def canonical(symbol: str) -> str:
    """Return the one spelling of a symbol; what is not a symbol comes back stripped.

    `37 – QD/TƯ` and `37/QĐ-TW` become `37-QĐ/TW`; `30/2020/nđ-cp` becomes `30/2020/NĐ-CP`.
    """
    parsed = parse_symbol(symbol)
    return parsed.spell() if parsed else symbol.strip()


def key_of(symbol: str) -> str:
    """Return the comparison key: `37-qd-tw`, `1-kl-tw`, `30-2020-nd-cp`, `31-2024-qh15`."""
    key = re.sub(r"[^a-z0-9]+", "-", fold(canonical(symbol)).replace("&", "")).strip("-")
    return key.lstrip("0") or key


@lru_cache(maxsize=4096)
def types_of(letters: str, of_party: bool | None = None) -> tuple[str, ...]:
    """Return the types that letters may stand for; of_party narrows them to one family.

    `QĐ` gives Quyết định and Quy định, `TT` Thông tri or Thông tư, unknown letters nothing.
    """
    wanted = fold(letters)
    families = {True: (True,), False: (False,), None: (True, False)}[of_party]
    return tuple(
        kind.name
        for kind in TYPES
        if any(wanted in map(fold, kind.party if party else kind.state) for party in families)
        and not ("Đ" in letters.upper() and kind.name == "Dự án")
    )
