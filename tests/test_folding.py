"""Folding makes spellings equal and keeps every offset."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.folding import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Khoá khóa", "khoa khoa"),
        ("uỷ ban ỦY BAN", "uy ban uy ban"),
        ("Đảng đỏ", "dang do"),
        ("QÐ ð", "qd d"),
        ("37–QĐ/TƯ 37—QĐ 37\u2011QĐ", "37-qd/tu 37-qd 37-qd"),
        ("số\u00a037", "so 37"),
        ("“tự soi” ‘tự sửa’", "\"tu soi\" 'tu sua'"),
    ],
)
def test_spellings_fall_together(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_nfc_text_keeps_its_length(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    assert len(fold(text)) == len(text)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
