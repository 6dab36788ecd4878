"""Queries typed badly on purpose: the same slip in every run, and never in a number."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.slips import as_telex, drop_diacritics, slip


def test_diacritics_go_and_case_and_signs_stay() -> None:
    assert drop_diacritics("Đảng ủy, Điều 9: “uỷ”?") == "Dang uy, Dieu 9: “uy”?"


@pytest.mark.parametrize(
    ("word", "keys"), [("điều", "ddieeuf"), ("trường", "truwowngf"), ("ắt", "awts"), ("ban", "ban")]
)
def test_telex_keystrokes(word: str, keys: str) -> None:
    assert as_telex(word) == keys


def test_a_slip_changes_one_word_and_is_the_same_again() -> None:
    text = "kê khai tài sản, thu nhập không trung thực theo Quy định 37-QĐ/TW"
    changed = [
        (a, b) for a, b in zip(text.split(), slip(text, "q1").split(), strict=True) if a != b
    ]
    assert len(changed) == 1
    assert slip(text, "q1") == slip(text, "q1")
    assert len({slip(text, str(n)) for n in range(40)}) > 20


@given(st.text(alphabet="0123456789 -/ab", max_size=20), st.text(max_size=3))
def test_numbers_and_short_words_stay(text: str, seed: str) -> None:
    changed = slip(text, seed)
    for before, after in zip(text.split(" "), changed.split(" "), strict=True):
        if not (len(before) > 2 and before.isalpha()):
            assert before == after


def test_slips_are_nfc() -> None:
    for n in range(50):
        changed = slip("những điều đảng viên không được làm", str(n))
        assert changed == unicodedata.normalize("NFC", changed)
