"""What a question wants besides a topic: a document itself, what guides it, the newest one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest import SYLLABLE, fold

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
thu tuong chu tich nguoi la co trong nam {_TYPES}
"""
PLACE = re.compile(r"(?<!may )(?<!nhieu )(?:dieu|chuong) (?:nao|may|gi)\b")
"""`điều nào`, but not `gồm mấy điều`: this asks for a place inside it."""
GUIDANCE = re.compile(r"(?<!\w)(?:huong dan|thi hanh|cu the hoa)(?!\w)")
SIGNATURE = re.compile(r"(?<!\w)ky(?!\w)")
NEWEST = re.compile(
    r"(?<!\w)(?:moi nhat|hien hanh|dang (?:duoc )?ap dung|(?:dang |hien |dang con )(?:co )?hieu luc"
    r"|con hieu luc)(?!\w)(?! (?:hay )?(?:khong|chua|ko|k|kh|hong)\b)"
)
"""Words that want what holds now: `quy định mới nhất về …`; not the question whether one holds."""


def asks_for_guidance(beside: str) -> bool:
    """Whether what stands beside a document's number or name asks for what guides it."""
    return _asks(GUIDANCE, beside, _GUIDANCE)


def asks_what_was_signed(beside: str) -> bool:
    """Whether what stands beside a person's name asks for what this person signed."""
    return _asks(SIGNATURE, beside, _SIGNATURE)


def asks_for_newest(query: str) -> bool:
    """Whether a query wants the document that holds now before those it replaced."""
    return NEWEST.search(" ".join(SYLLABLE.findall(fold(query)))) is not None


def asks_of_itself(beside: str) -> bool:
    """Whether what stands beside a document's number or name asks only about the document."""
    asked = SYLLABLE.findall(fold(beside))
    is_place = PLACE.search(" ".join(asked))
    return bool(asked) and not is_place and _is_only(asked, _ITSELF)


def _asks(words: re.Pattern[str], beside: str, syllables: str) -> bool:
    """Whether the words are there, and no syllable beyond those that go with them."""
    asked = SYLLABLE.findall(fold(beside))
    return words.search(" ".join(asked)) is not None and _is_only(asked, syllables)


def _is_only(asked: Iterable[str], syllables: str) -> bool:
    return set(syllables.split()).issuperset(asked)
