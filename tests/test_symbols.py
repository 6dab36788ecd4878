"""One spelling and one key for every way to write a số ký hiệu."""

from __future__ import annotations

import pytest

from ingest.citations.symbols import canonical, key_of, types_of


@pytest.mark.parametrize(
    ("written", "spelled", "key"),
    [
        ("37 – QD/TƯ", "37-QĐ/TW", "37-qd-tw"),
        ("37/QĐ-TW", "37-QĐ/TW", "37-qd-tw"),
        ("22/QD-TW", "22-QĐ/TW", "22-qd-tw"),
        ("41/QĐ/TW", "41-QĐ/TW", "41-qd-tw"),
        ("37-QÐ/T.Ư", "37-QĐ/TW", "37-qd-tw"),
        ("37-qd-tw", "37-QĐ/TW", "37-qd-tw"),
        ("01-KL/TW", "01-KL/TW", "1-kl-tw"),
        ("66-kh/hu", "66-KH/HU", "66-kh-hu"),
        ("24-bs/ubkttu", "24-BS/UBKTTU", "24-bs-ubkttu"),
        ("07-QĐi/TW", "07-QĐi/TW", "7-qdi-tw"),
        ("5-CTR/TU", "5-CTr/TU", "5-ctr-tu"),
        ("25-HD/BCĐTW", "25-HD/BCĐTW", "25-hd-bcdtw"),
        ("30/2020/nđ-cp", "30/2020/NĐ-CP", "30-2020-nd-cp"),
        ("31/2024/QH 15", "31/2024/QH15", "31-2024-qh15"),
        ("76/2025/UBTVQH15", "76/2025/UBTVQH15", "76-2025-ubtvqh15"),
        ("1351/qd-ubnd", "1351/QĐ-UBND", "1351-qd-ubnd"),
        ("12/CT-TTG", "12/CT-TTg", "12-ct-ttg"),
        ("968/BTC-QLKT", "968/BTC-QLKT", "968-btc-qlkt"),
        ("10/2007/TT-BGD&ĐT", "10/2007/TT-BGD&ĐT", "10-2007-tt-bgddt"),
        ("57-CP", "57/CP", "57-cp"),
        ("159-TB", "159-TB", "159-tb"),
    ],
)
def test_spelling_and_key(written: str, spelled: str, key: str) -> None:
    assert (canonical(written), key_of(written)) == (spelled, key)
    assert (canonical(spelled), key_of(spelled)) == (spelled, key)


def test_tu_is_a_province_and_tw_the_centre() -> None:
    assert canonical("12-NQ/TU") == "12-NQ/TU"
    assert canonical("12-NQ/TƯ") == "12-NQ/TW"


def test_what_is_no_symbol_is_left_alone() -> None:
    assert canonical(" Hiến pháp ") == "Hiến pháp"
    assert key_of("Hiến pháp") == "hien-phap"


def test_letters_may_stand_for_several_types() -> None:
    assert types_of("QĐ") == ("Quyết định", "Quy định")
    assert types_of("QĐ", of_party=False) == ("Quyết định",)
    assert types_of("TT", of_party=True) == ("Thông tri",)
    assert types_of("TT", of_party=False) == ("Thông tư",)
    assert types_of("kl") == ("Kết luận",)
    assert types_of("ĐA") == ("Đề án",)
    assert types_of("XYZ") == ()
