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
nhat hien so sanh va voi khac giong nhau
"""
_GUIDANCE = """
huong dan thuc hien thi hanh cu the hoa van ban nao co khong la gi cua cho ve viec cac nhung
so duoc boi theo chi tiet
"""
_SIGNATURE = """
ky da duoc boi do van ban nao gi nhung cac may bao nhieu dong chi ong ba tong bi thu
thu tuong chu tich nguoi la co trong nam
"""
PLACE = re.compile(r"(?<!may )(?<!nhieu )(?:dieu|chuong) (?:nao|may|gi)\b")
"""`điều nào`, but not `gồm mấy điều`: this asks for a place inside it."""
NEWEST = re.compile(
    r"(?<!\w)(?:moi nhat|hien hanh|(?:dang|hien) (?:con |co )?hieu luc|con hieu luc)(?!\w)"
    r"(?! (?:hay )?(?:khong|chua)\b)"
)
"""Words that want what holds now: `quy định mới nhất về …`; not the question whether one holds."""


def asks_for_guidance(beside: str) -> bool:
    """Whether what stands beside a document's number asks for the documents that guide it."""
    return _asks("huong dan", beside, _GUIDANCE)


def asks_what_was_signed(beside: str) -> bool:
    """Whether what stands beside a person's name asks for what this person signed."""
    return _asks("ky", beside, _SIGNATURE)


def asks_for_newest(query: str) -> bool:
    """Whether a query wants the document that holds now before those it replaced."""
    return NEWEST.search(" ".join(SYLLABLE.findall(fold(query)))) is not None


def asks_of_itself(beside: str) -> bool:
    """Whether what stands beside a document's number or name asks only about the document."""
    asked = SYLLABLE.findall(fold(beside))
    is_place = PLACE.search(" ".join(asked))
    return bool(asked) and not is_place and _is_only(asked, _ITSELF)


def _asks(word: str, beside: str, syllables: str) -> bool:
    """Whether the word is among the syllables, and nothing beyond those that go with it."""
    asked = SYLLABLE.findall(fold(beside))
    return f" {word} " in f" {' '.join(asked)} " and _is_only(asked, syllables)


def _is_only(asked: Iterable[str], syllables: str) -> bool:
    return set(syllables.split()).issuperset(asked)
