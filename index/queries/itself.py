"""Questions about a document itself: who signed it, since when, whether it holds, what it is."""

from __future__ import annotations

import re

from ingest import SYLLABLE, fold

_SYLLABLES = """
ai ky nguoi co quan cap noi ban hanh ra doi duoc boi cua do ngay thang nam nao khi bao gio luc hom
tu den con het hieu luc khong chua da bi thay the bang sua doi bo sung huy bai bo ap dung gom co may
bao nhieu chuong dieu trang la gi ve noi dung chinh tom tat trich yeu so van ban nay moi
nhat hien so sanh va voi khac giong nhau
"""
OF_ITSELF = frozenset(_SYLLABLES.split())
"""Syllables without diacritics that ask for nothing inside a document."""
PLACE = re.compile(r"(?<!may )(?<!nhieu )(?:dieu|chuong) (?:nao|may|gi)\b")
"""`điều nào`, but not `gồm mấy điều`: this asks for a place inside it."""


def asks_of_itself(beside: str) -> bool:
    """Whether what stands beside a document's number or name asks only about the document."""
    asked = SYLLABLE.findall(fold(beside))
    is_place = PLACE.search(" ".join(asked))
    return bool(asked) and not is_place and OF_ITSELF.issuperset(asked)
