"""What a question wants besides a topic: a document itself, what guides it, the newest one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest import SYLLABLE, fold, spell

# Syllables without diacritics; a query that has others asks for more than this
_ITSELF = """
ai ky nguoi co quan cap noi ban hanh ra doi duoc boi cua do ngay thang nam nao khi bao gio luc hom
tu den con het hieu luc khong chua da bi thay the bang sua doi bo sung huy bai bo ap dung gom co may
bao nhieu chuong dieu trang la gi ve noi dung chinh tom tat trich yeu so van ban nay moi
nhat hien so sanh va voi khac giong nhau ko k
"""
_TYPES = (
    "quy dinh quyet nghi ket luan chi thi huong dan ke hoach dinh luat thong tu vb qd nq kl ct hd"
)
_BODIES = """
ubkttw ubkt tw btctw btc bct bbt ban bi thu bo chinh tri uy kiem tra trung uong dang chuc van phong
"""
_GUIDANCE = f"""
huong dan thuc hien thi hanh cu the hoa van ban nao co khong la gi cua cho ve viec cac nhung mot so
duoc boi theo chi tiet moi nhat hien nay dang ap dung vu {_TYPES} {_BODIES}
"""
_SIGNATURE = f"""
ky da duoc boi do van ban nao gi nhung cac may bao nhieu dong chi ong ba tong bi thu
thu tuong chu tich nguoi la co trong nam hanh cua va hay {_TYPES} {_BODIES}
"""
PLACE = re.compile(r"(?<!may )(?<!nhieu )(?:dieu|chuong) (?:nao|may|gi)\b")
"""`điều nào`, but not `gồm mấy điều`: this asks for a place inside it."""
GUIDANCE = ("hướng dẫn", "hd", "thi hành", "cụ thể hóa")
GUIDED = re.compile(
    r"(?<!duoc )huong dan (?:thi hanh |thuc hien )?"
    r"(?:(?:van ban|quy dinh|nghi quyet|luat|noi dung) (?:nao|gi)|gi)$"
)
"""`quy định 22 hướng dẫn văn bản nào` asks the other way round."""
_KIND = r"(?:van ban|quy dinh|quyet dinh|nghi quyet|nghi dinh|ket luan|chi thi|huong dan|cai)"
REPLACED = re.compile(
    rf"\b{_KIND} (?:nao|gi)(?: (?!bi\b|duoc\b)\w+){{0,2}} thay\b"
    rf"|^{_KIND}(?: moi)? thay(?: the)?(?: cho)?$|\bthay(?: the)? (?:bang|boi) \w"
    rf"|\b(?:bi|duoc) thay(?: the)?(?: {_KIND})? (?:gi|nao)\b"
)
"""`văn bản nào thay thế quy định 41`; `quy định 41 thay thế văn bản nào` asks the other way."""
EVERY = ("liệt kê", "danh sách", "tất cả", "các", "những", "trong kho")
"""`liệt kê các luật`: a type alone, without such a word, is a word like others."""
_LISTING = """
cac nhung van ban nao gi tat ca danh sach liet ke kho do cua ban hanh ky duoc boi nam trong co moi
nhat gan day ra doi trung uong hien co
"""
YEAR = re.compile(r"(?:19|20)\d\d")
NEWEST = ("mới nhất", "bây giờ", "hiện giờ", "hiện hành", "đang áp dụng", "đang được áp dụng")
IN_FORCE = ("còn hiệu lực", "đang có hiệu lực", "đang hiệu lực", "hiện có hiệu lực")
TODAY = re.compile(
    r"^(?:hien nay|hien tai)\b(?=.*\b(?:nao|gi)\b)"
    r"|(?<!giai doan )(?<!tinh hinh )(?<!dieu kien )\b(?:hien nay|hien tai) (?:thi )?"
    r"(?:theo|ap dung|thuc hien|dung|do|can cu|can cu vao) .*\b(?:nao|gi)\b"
    r"|(?:quy dinh|van ban|huong dan|luat|nghi dinh|cai) nao (?:\w+ )?(?:hien nay|hien tai)$"
)
"""`hiện nay theo quy định nào`; but `trong tình hình hiện nay` is part of many a title."""
ASKED_TODAY = re.compile(
    r"(?:\b(?:hien nay|hien tai) )?(?:thi )?\b(?:theo|ap dung|thuc hien|dung|can cu(?: vao)?|do) "
    r"(?:quy dinh|van ban|nghi quyet|huong dan|luat|nghi dinh|cai) (?:nao|gi)\b"
    r"(?: hien nay| hien tai)?"
)
"""The words of asking in `kỷ luật đảng viên hiện nay theo quy định nào`: no topic."""
QUESTIONED = frozenset(("không", "chưa", "ko", "k", "hay", "thì"))
"""After `còn hiệu lực` they make it the question whether something is in force."""
_RUNS_ON = {
    "có": "còn hiệu lực",
    "thực": "hiện hành",
    "biểu": "hiện hành",
    "xuất": "hiện hành",
    "không": "còn hiệu lực",
}
_GOES_ON = {"vi": "hiện hành", "quán": "mới nhất", "trí": "mới nhất"}
# `thực hiện hành vi`, `đổi mới nhất quán`, `không còn hiệu lực`: other words than they look;
# `có còn hiệu lực` is a question


def asks_for_guidance(beside: str) -> bool:
    """Whether what stands beside a document's number or name asks for what guides it."""
    asked = SYLLABLE.findall(fold(beside))
    is_asked = any(_places(beside, phrase) for phrase in GUIDANCE)
    return is_asked and _is_only(asked, _GUIDANCE) and not GUIDED.search(" ".join(asked))


def asks_what_was_signed(beside: str) -> bool:
    """Whether what stands beside a person's name asks for what this person signed.

    A name alone does, too.
    """
    asked = [word for word in SYLLABLE.findall(fold(beside)) if not YEAR.fullmatch(word)]
    is_name = _is_only(asked, "ong ba bac dong chi dc")
    return is_name or (bool(_places(beside, "ký")) and _is_only(asked, _SIGNATURE))


def asks_what_replaced(beside: str) -> bool:
    """Whether what stands beside a document's number or name asks what has taken its place."""
    plain = " ".join(SYLLABLE.findall(fold(beside)))
    return bool(_places(beside, "thay") and REPLACED.search(plain))


def asks_for_a_list(beside: str) -> bool:
    """Whether what stands beside types, bodies and years is no topic: `do … ban hành năm …`."""
    asked = [word for word in SYLLABLE.findall(fold(beside)) if not YEAR.fullmatch(word)]
    is_signed = asked.count("ky") == len(_places(beside, "ký"))  # `kỷ` of kỷ luật is another word
    return is_signed and _is_only(asked, _LISTING)


def asks_for_every(query: str) -> bool:
    """Whether all of a kind are asked for, in so many words."""
    return any(_places(query, phrase) for phrase in EVERY)


def asks_for_newest(query: str) -> bool:
    """Whether a query wants the document that holds now before those it replaced.

    `quy định mới nhất về …`; not the question whether one is in force.
    """
    words = _words(query)
    if TODAY.search(" ".join(map(fold, words))):
        return True
    for phrase in (*NEWEST, *IN_FORCE):
        for start, end in _places(query, phrase):
            runs_on = start > 0 and _RUNS_ON.get(words[start - 1]) == phrase
            goes_on = end < len(words) and _GOES_ON.get(words[end]) == phrase
            is_question = phrase in IN_FORCE and not QUESTIONED.isdisjoint(words[end:])
            if not (runs_on or goes_on or is_question):
                return True
    return False


def without_asking(query: str) -> str:
    """A query for the newest without its words of asking; as it is where nothing would be left."""
    found = ASKED_TODAY.search(fold(query))
    if not found:
        return query
    rest = " ".join(f"{query[: found.start()]} {query[found.end() :]}".split())
    return rest if len(_words(rest)) > 1 else query


def asks_of_itself(beside: str) -> bool:
    """Whether what stands beside a document's number or name asks only about the document."""
    asked = SYLLABLE.findall(fold(beside))
    is_place = PLACE.search(" ".join(asked))
    return bool(asked) and not is_place and _is_only(asked, _ITSELF)


def _places(query: str, phrase: str) -> list[tuple[int, int]]:
    """Where a phrase stands among a query's syllables; one typed bare may be any with marks.

    `ky` may be `ký`, `kỷ` is not; `đảng áp dụng` is not `đang áp dụng`.
    """
    words, wanted = _words(query), list(map(spell, phrase.split()))
    return [
        (start, start + len(wanted))
        for start in range(len(words) - len(wanted) + 1)
        if all(
            word in (mark, fold(mark)) for word, mark in zip(words[start:], wanted, strict=False)
        )
    ]


def _words(query: str) -> list[str]:
    return [spell(query[found.start() : found.end()]) for found in SYLLABLE.finditer(fold(query))]


def _is_only(asked: Iterable[str], syllables: str) -> bool:
    return set(syllables.split()).issuperset(asked)
