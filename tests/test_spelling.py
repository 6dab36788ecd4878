"""One spelling for a word whose tone may stand on either of two vowels."""

import unicodedata

import pytest

from ingest import spell, with_usual_tones
from ingest.spelling import TONE_ON_SECOND

PLACEMENTS = {
    "òa": "oà", "óa": "oá", "ỏa": "oả", "õa": "oã", "ọa": "oạ",
    "òe": "oè", "óe": "oé", "ỏe": "oẻ", "õe": "oẽ", "ọe": "oẹ",
    "ùy": "uỳ", "úy": "uý", "ủy": "uỷ", "ũy": "uỹ", "ụy": "uỵ",
}  # fmt: skip


def test_every_wandering_tone_has_one_spelling() -> None:
    assert PLACEMENTS == TONE_ON_SECOND
    for first, second in PLACEMENTS.items():
        for word in ("kh{}", "{}", "ngh{}n", "Th{}"):
            assert spell(word.format(first)) == spell(word.format(second))
            assert spell(word.format(first).upper()) == spell(word.format(second))
    assert len({spell(second) for second in PLACEMENTS.values()}) == 15


@pytest.mark.parametrize(
    ("written", "usual"),
    [
        ("Huyện uỷ", "Huyện ủy"),
        ("khoá, HOÀ, Thuỷ", "khóa, HOÀ, Thủy"),
        ("quỹ, quý, Quỳ", "quỹ, quý, Quỳ"),
        ("toàn, hoạt, thuyền", "toàn, hoạt, thuyền"),
        (unicodedata.normalize("NFD", "đảng uỷ"), "đảng ủy"),
    ],
)
def test_a_final_tone_is_put_where_offices_write_it(written: str, usual: str) -> None:
    assert with_usual_tones(written) == usual
    assert with_usual_tones(usual) == usual
