"""What recognition systematically misreads is put right, and nothing that was right changes."""

from __future__ import annotations

import pytest
from conftest import needs_shared, real_reading
from hypothesis import given
from hypothesis import strategies as st

from ingest.readers.pdf.mending import mend_pages
from ingest.readers.pdf.misread_words import mend_words


def mended(*lines: str) -> list[str]:
    return mend_pages([list(lines)])[0]


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("Quyết định số 37-QÐ/TW", "Quyết định số 37-QĐ/TW"),
        ("Nghị định số 63/2010/ND-CP", "Nghị định số 63/2010/NĐ-CP"),
        ("số 254/2025/QHI15, số 8/2020/QHl4", "số 254/2025/QH15, số 8/2020/QH14"),
        ("Điêu 5. Tên", "Điều 5. Tên"),
        ("tại khoản l; điểm ¡ khoản I Điêu này", "tại khoản 1; điểm i khoản 1 Điều này"),
        ("điểm øg, điểm ©, điểm ø khoản 2", "điểm g, điểm c, điểm g khoản 2"),
        ("từ 05 kmih đến 10 km1h", "từ 05 km/h đến 10 km/h"),
        ("_—_a) Mang hóa chất", "a) Mang hóa chất"),
        (".b) Thực hiện", "b) Thực hiện"),
        ("_1. Phạt tiền", "1. Phạt tiền"),
        ("l. Phạt tiền", "1. Phạt tiền"),
        ("đối với cá nhân, từ |", "đối với cá nhân, từ"),
        ("đến 10.000. 000 đồng", "đến 10.000.000 đồng"),
        ("- 22.", "22"),
    ],
)  # fmt: skip
def test_a_misread_line(seen: str, meant: str) -> None:
    assert mended(seen) == [meant]


@pytest.mark.parametrize(
    "line",
    [
        "- Căn cứ Luật Tổ chức Chính phủ",
        "điêu khắc, nói điêu khắc đá",
        "I. QUY ĐỊNH CHUNG",
        "Điều I. Đến 3. 100 người",
        "(1) Hội nghị",
        "1.1. Nguyên tắc",
        "“Điều 5. Cũ",
        "… như sau:",
        "Điều 5a. Bổ sung",
    ],
)
def test_a_line_that_stays(line: str) -> None:
    assert mended(line) == [line]


def test_the_letters_of_points_follow_each_other_over_a_page() -> None:
    pages = [
        ["1. Phạt tiền:", "8) Một;", "b) Hai;", "©) Ba;", "4) Bốn;", "d) Năm;", "e) Sáu;"],
        ["ø) Bảy;", "h) Tám;", "1) Chín;", "k) Mười;", "J Mười một;", "m) Mười hai."],
    ]
    assert [line[:2] for page in mend_pages(pages) for line in page][1:] == [
        *("a)", "b)", "c)", "d)", "đ)", "e)", "g)", "h)", "i)", "k)", "l)", "m)"),
    ]


def test_points_that_are_right_stay_where_one_is_missing() -> None:
    lines = ["1. Gồm:", "a) Một;", "b) Hai;", "d) Ba;", "đ) Bốn;", "h) Năm.", "2. Gồm:", "a) Sáu."]
    assert mended(*lines) == lines


def test_the_numbers_of_units_follow_each_other() -> None:
    lines = ["Điều 58. A", "1. Một", "2, Hai", "§. Ba", "Điều S5. B", "Điều 6§. C", "Điều 61. D"]
    assert [line.split()[0:2] for line in mended(*lines)] == [
        *(["Điều", "58."], ["1.", "Một"], ["2.", "Hai"], ["3.", "Ba"]),
        *(["Điều", "59."], ["Điều", "60."], ["Điều", "61."]),
    ]


def test_an_inserted_dieu_keeps_its_letter() -> None:
    lines = ["Điều 9. A", "Điều 9a. B", "Điều 1o. C"]
    assert mended(*lines)[:2] == lines[:2]


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("có thâm quyền xử phạt", "có thẩm quyền xử phạt"),
        ("TÔ CHỨC THỰC HIỆN", "TỔ CHỨC THỰC HIỆN"),
        ("cá nhân, tô\nchức", "cá nhân, tổ\nchức"),
        ("sửa đối, bố sung", "sửa đổi, bổ sung"),
        ("Xứ phạt người đua xe", "Xử phạt người đua xe"),
        ("Giây phép lái xe", "Giấy phép lái xe"),
        ("thâm quyên", "thẩm quyền"),
    ],
)
def test_a_tone_is_restored_where_one_word_is_meant(seen: str, meant: str) -> None:
    assert mend_words(seen) == meant


@pytest.mark.parametrize(
    "text",
    [
        *("hai bên ký", "gây tai nạn", "mà không chỉ", "chấp hành vì lợi ích", "giao thông từ đó"),
        *("hằng quý định kỳ", "bị kết án vì phạm tội", "điều chỉnh phù hợp", "tô, chức"),
        "ông Tô Văn Đê",
    ],
)
def test_words_that_are_right_stay(text: str) -> None:
    assert mend_words(text) == text


@needs_shared
@pytest.mark.parametrize("name", ["45-2013-qh13.pdf", "32801-VanBanGoc_Hien_phap_2013.pdf"])
def test_a_typed_law_stays_as_it_is(name: str) -> None:
    lines = real_reading(name).text.split("\n")
    assert mended(*lines) == lines


@given(st.lists(st.text(alphabet="aâđĐ1l) .,ĐiềuêuSố§ø_-|", max_size=30), max_size=8))
def test_as_many_lines_come_out_as_go_in(lines: list[str]) -> None:
    assert len(mended(*lines)) == len(lines)
