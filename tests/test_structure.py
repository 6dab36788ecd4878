"""Provisions: what is a heading, what is only a reference, and how units nest."""

from __future__ import annotations

import os
import time
from collections import Counter
from pathlib import Path

import pytest
from conftest import SHARED, needs_shared, real_reading
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.document import Provision
from ingest.structure.provisions import segment

SEED = SHARED / "seed" / "ke-hoach-66-kh-hu.txt"


def addresses(text: str) -> list[str]:
    return [unit.address for unit in segment(text)]


def headings(text: str) -> dict[str, str]:
    return {unit.address: unit.heading for unit in segment(text)}


def words_of(text: str, address: str) -> str:
    unit = next(unit for unit in segment(text) if unit.address == address)
    return text[unit.start : unit.end]


LAW = """Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Luật này quy định về đất đai.
Điều 2. Đối tượng áp dụng
1. Cơ quan nhà nước:
a) Cấp trung ương;
b) Cấp tỉnh;
c) Cấp huyện;
d) Cấp xã;
đ) Đơn vị khác theo quy định tại
Điều 1 của Luật này;
e) Tổ chức khác.
2. Người sử dụng đất.
Chương II
TỔ CHỨC
THỰC HIỆN
Mục 1
TRUNG ƯƠNG
Điều 3. Chính phủ
Chính phủ thống nhất quản lý.
Mục 2. ĐỊA PHƯƠNG
Điều 3a. Ủy ban nhân dân
Ủy ban nhân dân quản lý.
Điều 4. Hiệu lực thi hành
Luật này có hiệu lực kể từ ngày
01. Tháng 7 năm 2025.
CHỦ TỊCH QUỐC HỘI
Nguyễn Văn A
"""


def test_a_law_has_chapters_dieu_khoan_and_diem() -> None:
    assert addresses(LAW) == [
        "chuong-i",
        "dieu-1",
        "dieu-2",
        "dieu-2.khoan-1",
        *(f"dieu-2.khoan-1.diem-{letter}" for letter in ("a", "b", "c", "d", "dd", "e")),
        "dieu-2.khoan-2",
        "chuong-ii",
        "chuong-ii.muc-1",
        "dieu-3",
        "chuong-ii.muc-2",
        "dieu-3a",
        "dieu-4",
    ]


def test_a_path_runs_from_the_largest_unit_down() -> None:
    paths = {unit.address: unit.path for unit in segment(LAW)}
    assert paths["dieu-2.khoan-1.diem-dd"] == ("Chương I", "Điều 2", "khoản 1", "điểm đ")
    assert paths["dieu-3a"] == ("Chương II", "Mục 2", "Điều 3a")


def test_headings_are_whole_and_without_their_number() -> None:
    found = headings(LAW)
    assert found["chuong-ii"] == "TỔ CHỨC THỰC HIỆN"
    assert found["chuong-ii.muc-2"] == "ĐỊA PHƯƠNG"
    assert found["dieu-1"] == "Phạm vi điều chỉnh"
    assert found["dieu-2.khoan-2"] == ""


def test_the_last_dieu_ends_before_the_signature() -> None:
    assert words_of(LAW, "dieu-4").endswith("01. Tháng 7 năm 2025.")
    assert words_of(LAW, "chuong-ii").endswith("01. Tháng 7 năm 2025.")


@pytest.mark.parametrize(
    "line",
    [
        "Điều 2 của Luật này được áp dụng.",
        "Điều 2, Điều 3 Nghị định số 30/2020/NĐ-CP.",
        "điều 2 quy định về thẩm quyền.",
        "Điều 2 Nghị định số 30/2020/NĐ-CP quy định.",
        "Điều 2 và Điều 3 của Luật này.",
        "Điều này được áp dụng từ năm 2025.",
        "Khoản 2 Điều này được áp dụng.",
        "Điều 2 (tội trộm cắp tài sản);",
        "Điều 9. Một điều không nối tiếp điều 1.",
    ],
)
def test_a_reference_at_the_start_of_a_line_is_text(line: str) -> None:
    assert addresses(f"Điều 1. Phạm vi\nQuy định này áp dụng.\n{line}\n") == ["dieu-1"]


def test_a_reference_wrapped_after_theo_is_text_even_with_a_full_stop() -> None:
    text = (
        "Điều 1. Phạm vi\nThực hiện theo\nĐiều 2. Trường hợp khác\nthì thôi.\nĐiều 2. Áp dụng\nX.\n"
    )
    assert addresses(text) == ["dieu-1", "dieu-2"]
    assert words_of(text, "dieu-2").startswith("Điều 2. Áp dụng")


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("Điều 1.Phạm vi", "Phạm vi"),
        ("Ðiều 1. Phạm vi", "Phạm vi"),
        ("ĐIỀU 1: Phạm vi", "Phạm vi"),
        ("Điều 1 Phạm vi", "Phạm vi"),
        ("Điều 1 - Phạm vi", "Phạm vi"),
        ("## Điều 1. Phạm vi", "Phạm vi"),
        ("**Điều 1. Phạm vi**", "Phạm vi"),
        ("Điều\u00a01. Phạm vi", "Phạm vi"),
        ("Điều 1", ""),
        ("Điều 1. Nay ban hành Quy chế.", ""),
    ],
)
def test_a_dieu_is_known_however_it_is_printed(line: str, heading: str) -> None:
    text = f"{line}\nNội dung của điều này.\n"
    assert headings(text) == {"dieu-1": heading}
    start = segment(text)[0].start
    assert text[start : start + 4].lower() in ("điều", "ðiều")


def test_a_title_broken_by_the_page_is_joined() -> None:
    text = "Điều 1. Hành vi phạm tội trên\nlãnh thổ nước ta\n1. Bộ luật này.\n2. Quy định này.\n"
    assert headings(text)["dieu-1"] == "Hành vi phạm tội trên lãnh thổ nước ta"


def test_a_sentence_that_charges_offices_is_no_title_though_a_page_broke_it() -> None:
    text = (
        "Điều 2. Hiệu lực thi hành\nThi hành từ ngày ký.\n"
        "Điều 3. Chủ tịch ủy ban nhân dân tỉnh, Bộ trưởng, Trưởng ban Ban Tổ chức - Cán bộ\n"
        "Chính phủ và các cơ quan có liên quan chịu trách nhiệm thi hành Nghị định này.\n"
        "Điều 4. Chủ tịch, Phó Chủ tịch Hội đồng\nChủ tịch chủ trì các phiên họp.\n"
    )
    assert headings(text) == {
        "dieu-2": "Hiệu lực thi hành",
        "dieu-3": "",
        "dieu-4": "Chủ tịch, Phó Chủ tịch Hội đồng",
    }


def test_a_first_khoan_glued_to_the_title_is_found() -> None:
    text = "Điều 1. Trách nhiệm của Nhà nước 1. Có chính sách.\n2. Có ngân sách.\n"
    assert headings(text) == {
        "dieu-1": "Trách nhiệm của Nhà nước",
        "dieu-1.khoan-1": "",
        "dieu-1.khoan-2": "",
    }


def test_quoted_amendments_stay_in_their_khoan() -> None:
    text = (
        "Điều 1. Sửa đổi, bổ sung một số điều của Luật Đất đai\n"
        "1. Sửa đổi Điều 5 như sau:\n“Điều 5. Áp dụng\n1. Một.\n2. Hai.\na) Ba “bốn” năm.”.\n"
        "2. Bổ sung khoản 3 như sau:\n“3. Nhà nước bảo đảm.\n4. Khác.”.\n"
        'Điều 2. Hiệu lực\n1. Thay như sau:\n"Điều 9. Cũ\n1. Một.\n2. Hai."\n2. Thi hành.\n'
    )
    assert addresses(text) == [
        "dieu-1",
        "dieu-1.khoan-1",
        "dieu-1.khoan-2",
        "dieu-2",
        "dieu-2.khoan-1",
        "dieu-2.khoan-2",
    ]
    assert words_of(text, "dieu-1.khoan-1").endswith("năm.”.")


def test_a_mark_without_its_mate_hides_nothing() -> None:
    text = "Điều 1. Tên\n1. Nói “không.\n2. Có.\nĐiều 2. Khác\n1. Một” là.\n2. Hai.\n"
    assert [a for a in addresses(text) if "." not in a] == ["dieu-1", "dieu-2"]


@pytest.mark.parametrize("stray", ["2019. Nghị quyết ấy.", "30. tháng 6.", "9. Số lẻ."])
def test_a_number_out_of_sequence_is_text(stray: str) -> None:
    text = f"Điều 1. Tên\n1. Một.\n2. Hai được ban hành năm\n{stray}\n3. Ba.\n"
    assert addresses(text) == ["dieu-1", *(f"dieu-1.khoan-{n}" for n in (1, 2, 3))]


def test_points_run_in_vietnamese_order_and_a_wrong_leap_is_text() -> None:
    letters = "abcdđeghiklmnopqrstuvxy"
    text = "Điều 1. Tên\n1. Gồm:\n" + "".join(f"{letter}) Mục.\n" for letter in letters)
    text += "2. Khác:\na) Một.\nb) Hai.\nx) Lạc.\n"
    found = [a for a in addresses(text) if "diem" in a]
    assert len(found) == len(letters) + 2
    assert found[4] == "dieu-1.khoan-1.diem-dd"
    assert found[-1] == "dieu-1.khoan-2.diem-b"


def test_party_regulations_number_points_by_decimals() -> None:
    text = (
        "Điều 29. Cũ\nBỏ.\nĐiều 30. Tên\n1. Một.\n2. Hai:\n2.1. Hai một.\n2.2. Hai hai:\n"
        "2.2.1. Sâu.\n2.2.2. Sâu nữa.\n2.3. Hai ba.\n3. Ba.\n"
    )
    found = {unit.address: unit.path[1:] for unit in segment(text)}
    assert found["dieu-30.khoan-2.diem-2-2"] == ("khoản 2", "điểm 2.2")
    assert found["dieu-30.khoan-2.diem-2-2.diem-2-2-1"] == ("khoản 2", "điểm 2.2", "điểm 2.2.1")
    assert len(found) == 10


def test_a_party_resolution_has_muc_then_khoan_then_diem() -> None:
    text = (
        "NGHỊ QUYẾT\nI- TÌNH HÌNH\n1- Kết quả.\n2- Hạn chế.\nII- NHIỆM VỤ, GIẢI PHÁP\n"
        "1. Về công tác kiểm tra\n1.1. Một việc.\n1.2. Hai việc.\n2. Về tổ chức thực hiện\n"
        "a) Cấp ủy.\nđ) Lạc.\nb) Chi bộ.\nT/M BỘ CHÍNH TRỊ\nTỔNG BÍ THƯ\n"
    )
    assert headings(text) == {
        "muc-i": "TÌNH HÌNH",
        "muc-i.khoan-1": "",
        "muc-i.khoan-2": "",
        "muc-ii": "NHIỆM VỤ, GIẢI PHÁP",
        "muc-ii.khoan-1": "Về công tác kiểm tra",
        "muc-ii.khoan-1.diem-1-1": "",
        "muc-ii.khoan-1.diem-1-2": "",
        "muc-ii.khoan-2": "Về tổ chức thực hiện",
        "muc-ii.khoan-2.diem-a": "",
        "muc-ii.khoan-2.diem-b": "",
    }
    assert words_of(text, "muc-ii").endswith("Chi bộ.")


def test_an_adopted_regulation_and_an_annex_begin_again_at_dieu_1() -> None:
    text = (
        "Điều 1. Ban hành Quy định.\nĐiều 2. Thi hành.\nTM. ỦY BAN NHÂN DÂN\nNguyễn Văn A\n"
        "QUY ĐỊNH\nVề bồi thường\n(Ban hành kèm theo Quyết định số 1/QĐ-UBND)\n"
        "Chương I\nCHUNG\nĐiều 1. Phạm vi\nMột.\nĐiều 2. Đối tượng\nHai.\n"
        "PHỤ LỤC I\nMẪU ĐƠN\nĐiều 1. Bên A\nBa.\n"
    )
    assert headings(text) == {
        "dieu-1": "",
        "dieu-2": "",
        "quy-dinh-kem-theo": "Về bồi thường",
        "quy-dinh-kem-theo.chuong-i": "CHUNG",
        "quy-dinh-kem-theo.dieu-1": "Phạm vi",
        "quy-dinh-kem-theo.dieu-2": "Đối tượng",
        "phu-luc-i": "MẪU ĐƠN",
        "phu-luc-i.dieu-1": "Bên A",
    }
    assert words_of(text, "dieu-2") == "Điều 2. Thi hành."


def test_a_second_document_without_a_heading_keeps_addresses_apart() -> None:
    text = "Điều 1. Một\nX.\nĐiều 2. Hai\nY.\nĐiều 1. Ba\n1. Z.\n2. T.\nĐiều 2. Bốn\nU.\n"
    assert addresses(text) == [
        "dieu-1",
        "dieu-2",
        "dieu-1~2",
        "dieu-1~2.khoan-1",
        "dieu-1~2.khoan-2",
        "dieu-2~2",
    ]


def test_a_table_of_contents_is_no_outline() -> None:
    text = "MỤC LỤC\nĐiều 1. Phạm vi ........ 2\nĐiều 2. Đối tượng\t3\n\nĐiều 1. Phạm vi\nMột.\n"
    assert addresses(text) == ["dieu-1"]
    assert words_of(text, "dieu-1") == "Điều 1. Phạm vi\nMột."


def test_a_footnote_number_in_a_consolidated_text_is_no_decimal() -> None:
    text = "VĂN BẢN HỢP NHẤT\nĐiều 1. Tên57\n1. Một.\n2.3 Hai.\n3.12 Ba:\na)5 Bốn;\nb) Năm.\n"
    assert headings(text) == {
        "dieu-1": "Tên",
        "dieu-1.khoan-1": "",
        "dieu-1.khoan-2": "",
        "dieu-1.khoan-3": "",
        "dieu-1.khoan-3.diem-a": "",
        "dieu-1.khoan-3.diem-b": "",
    }


def test_an_inserted_khoan_has_a_letter() -> None:
    text = "VBHN\nĐiều 1. Tên\n1. Một.\n2. Hai.\n2a.42 Hai a:\na) X;\nb) Y.\n2b. Hai b.\n3. Ba.\n"
    assert [a for a in addresses(text) if "diem" not in a][2:] == [
        *(f"dieu-1.khoan-{n}" for n in ("2", "2a", "2b", "3")),
    ]


def test_a_point_may_stand_on_the_line_of_its_khoan() -> None:
    text = "Điều 1. Tên.\n1. Một.\n2. a) Chuyển làng.\nb) Lập xã.\n"
    assert addresses(text)[-2:] == ["dieu-1.khoan-2.diem-a", "dieu-1.khoan-2.diem-b"]


def test_part_of_a_law_may_begin_at_any_dieu() -> None:
    assert addresses("Điều 179. Khởi tố\nX.\nĐiều 180. Thay đổi\nY.\n") == ["dieu-179", "dieu-180"]


def test_a_digest_keeps_some_units_only_and_sets_its_paragraphs_apart() -> None:
    text = "\n\n".join(
        [
            *("Điều 1. Phạm vi", "2. Áp dụng cả với người đã nghỉ.", "Điều 3. Từ ngữ", "6. Quyền."),
            *("7. Khái niệm.", "Điều 8. Ủy ban", "1. Nguyên tắc.", "1.3. Hướng dẫn.", "2. Cơ cấu."),
            *("Điều 15. Biểu quyết", "3.1. Bỏ phiếu kín.", "Điều 29. Thẩm quyền.", "Hết."),
        ]
    )
    assert addresses(text) == [
        *("dieu-1", "dieu-1.khoan-2", "dieu-3", "dieu-3.khoan-6", "dieu-3.khoan-7"),
        *("dieu-8", "dieu-8.khoan-1", "dieu-8.khoan-1.diem-1-3", "dieu-8.khoan-2"),
        *("dieu-15", "dieu-15.diem-3-1", "dieu-29"),
    ]


def test_a_codified_dieu_is_known_by_its_long_number() -> None:
    numbers = ("19.5.LQ.1", "19.5.NĐ.2.1", "19.5.TT.60.27a")
    text = "".join(f"Điều {number}. Phạm vi\n1. Một.\n2. Hai.\n" for number in numbers)
    assert [a for a in addresses(text) if "khoan" not in a] == [
        *("dieu-19-5-lq-1", "dieu-19-5-nd-2-1", "dieu-19-5-tt-60-27a"),
    ]


def test_items_on_lines_of_their_own_belong_to_the_line_above() -> None:
    text = "Một là, học.\n\nHai là, làm.\n\nHình thức gồm hai loại:\n\n(1) Họp:\n\n(i) Nói.\n\n"
    text += "(ii) Nghe.\n\n(2) Viết.\n\nNgười viết: X.\n"
    assert addresses(text) == [
        *("mot-la", "hai-la", "hinh-thuc", "hinh-thuc.1", "hinh-thuc.1.i", "hinh-thuc.1.ii"),
        "hinh-thuc.2",
    ]
    assert words_of(text, "hinh-thuc").endswith("(2) Viết.")


def test_items_in_brackets_count_only_after_a_colon_and_in_order() -> None:
    text = (
        "Điều 1. Tên\nGồm: (1) một; (2) hai; (3) ba (lần 2) và (năm 1992).\n"
        "Điều 2. Khác\nNgày thành lập Đảng (03/02/1930 - 03/02/2022), mục (2) và (3) nói trên.\n"
    )
    assert addresses(text) == ["dieu-1", "dieu-1.1", "dieu-1.2", "dieu-1.3", "dieu-2"]


@needs_shared
def test_the_seed_has_five_points_and_three_subjects() -> None:
    text = SEED.read_text(encoding="utf-8")
    ve = "ve-hinh-thuc-to-chuc"
    assert addresses(text) == [
        "mot-la",
        "hai-la",
        *(f"hai-la.{n}" for n in (1, 2, 3)),
        "ba-la",
        "bon-la",
        "nam-la",
        "ve-doi-tuong-trien-khai-thuc-hien",
        ve,
        f"{ve}.1",
        *(f"{ve}.1.{'i' * n}" for n in range(1, 6)),
        f"{ve}.2",
        "ve-thoi-gian-to-chuc",
        *(f"ve-thoi-gian-to-chuc.{n}" for n in (1, 2, 3)),
    ]
    assert words_of(text, "nam-la").endswith("lĩnh vực do mình phụ trách.")
    assert words_of(text, "hai-la.2").startswith("(2) Mục tiêu được xác định")
    paths = {unit.address: unit.path for unit in segment(text)}
    assert paths[f"{ve}.1.iiii"] == ("Về hình thức tổ chức", "(1)", "(iiii)")


# --- what holds for every text -------------------------------------------------------------------
LINES = st.sampled_from(
    [
        *(f"Điều {n}. Tên điều\n" for n in (1, 1, 2, 3, 4, 12)),
        *(f"{n}. Nội dung:\n" for n in (1, 1, 2, 2, 3, 30)),
        *(f"{letter}) điểm;\n" for letter in "aabbcdđe"),
        *("1.1. Một\n", "1.2 Hai\n", "2.1. Ba\n", "1.1.1. Bốn\n", "3. a) Năm\n"),
        *("Chương I\nTÊN\n", "Chương II. TÊN\n", "Mục 1\n", "Phần thứ nhất\n", "Tiểu mục 2. TÊN\n"),
        *("PHỤ LỤC I\n", "Phụ lục\n", "QUY CHẾ\nvề việc\n(Ban hành kèm theo Quyết định)\n"),
        *(
            "I. PHẦN MỘT\n",
            "II- PHẦN HAI\n",
            "A. Nhóm\n",
            "B. Nhóm\n",
            "Một là, x.\n",
            "Hai là, y.\n",
        ),
        *("Về hình thức gồm: (1) a; (2) b: (i) c; (ii) d.\n", "Về thời gian: mai.\n"),
        *("“Điều 5. Cũ\n", "cũ.”\n", '"1. Cũ\n', 'cũ".\n', "Nơi nhận:\n", "TM. CHÍNH PHỦ\n"),
        *("\n", " \t\n", "theo\n", "Điều 5 của Luật này.\n", "Văn xuôi bình thường.\n"),
        *(
            "Điều 19.5.LQ.1. Mã\n",
            "VĂN BẢN HỢP NHẤT\n",
            "Điều 1. Tên 1. Một\n",
            "(1) a\n",
            "(i) b\n",
        ),
        *("Hình thức gồm:\n", "(1) c\n", "(2) d\n\n", "2. Hai.\n\n", "Điều 3. Tên\n\n"),
    ]
)
TEXTS = st.one_of(st.lists(LINES, max_size=60).map("".join), st.text(max_size=300))


def is_marked(text: str, unit: Provision) -> bool:
    """Whether the unit's slice begins with its own number."""
    label = unit.path[-1].split()[-1].strip("()")
    if unit.path[-1].startswith("Hình thức"):
        return text[unit.start : unit.end].startswith("Hình thức")
    if unit.path[-1].startswith(("Về", "Phụ lục")) or "kèm theo" in unit.path[-1]:
        label = text[unit.start : unit.end].split()[0]
        return label.lower() in ("về", "phụ", "quy")
    if unit.path[-1].endswith(" là"):
        label = unit.path[-1]
    return label in text[unit.start : unit.end].split("\n")[0]


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_units_begin_with_their_number_and_nest(text: str) -> None:
    units = segment(text)
    assert max(Counter(unit.address for unit in units).values(), default=1) == 1
    assert [unit.start for unit in units] == sorted(unit.start for unit in units)
    open_units: list[Provision] = []
    for unit in units:
        assert 0 <= unit.start < unit.end <= len(text)
        assert is_marked(text, unit)
        assert text[unit.start : unit.end].strip() == text[unit.start : unit.end]
        assert unit.address.isascii()
        assert "\n" not in unit.heading
        while open_units and unit.start >= open_units[-1].end:
            open_units.pop()
        if open_units:
            assert unit.end <= open_units[-1].end
            assert unit.path[: len(open_units[-1].path)] == open_units[-1].path
        open_units.append(unit)


@pytest.mark.parametrize(
    "piece",
    [
        "1. ",
        "a) x\n",
        "“",
        "((((",
        "Điều 1. ",
        "\n",
        "Điều 1\n",
        "(1) ",
        "....",
        ": (1) x",
        " " * 99,
    ],
    ids=repr,
)
def test_time_grows_with_length_and_no_faster(piece: str) -> None:
    text = piece * (400_000 // len(piece))  # where quadratic time would take minutes
    begun = time.perf_counter()
    segment(text)
    assert time.perf_counter() - begun < 10


# --- real files, their outlines read against the files by hand -----------------------------------
GOLDEN = Path(__file__).parent / "golden" / "structure"
FILES = [
    "100_2001_ND-CP_7379.pdf",
    "11-2026-qd-ubnd.pdf",
    "147301-tvHienThiToanVan_31.VBHN.VPQH.1.pdf",
    "30_2020_ND_CP.docx",
    "31-2024-qh15-part-1.pdf",
    "32801-VanBanGoc_Hien_phap_2013.pdf",
    "45-2013-qh13.pdf",
    "96122-VanBanGoc_100.2015.QH13.P1.pdf",
    "96122-VanBanGoc_100.2015.QH13.P3.pdf",
    "96172-VanBanGoc_101.2015.QH13.P2.pdf",
    "Luat-Dat-dai-2024-31-2024-QH15-523642.html",
    "Luat_at_ai_2024.pdf",
    "nd100_2019.pdf",
]
WHOLE_OUTLINE = 300
"""Units of a file whose golden names every one; longer ones name điều and count what is below."""


def outline(text: str) -> str:
    units = segment(text)
    whole = len(units) <= WHOLE_OUTLINE
    below: dict[str, Counter[str]] = {}
    shown: list[Provision] = []
    for unit in units:
        if whole or not unit.path[-1].startswith(("khoản", "điểm", "(")):
            shown.append(unit)
            below[unit.address] = Counter()
        else:
            below[shown[-1].address][unit.path[-1].split()[0]] += 1
    return "".join(outline_line(text, unit, below[unit.address]) for unit in shown)


def outline_line(text: str, unit: Provision, below: Counter[str]) -> str:
    first = " ".join(text[unit.start : unit.start + 20].split())
    counts = ", ".join(f"{count} {kind}" for kind, count in sorted(below.items()))
    return " | ".join((unit.address, unit.heading[:80], first, counts)) + "\n"


def test_goldens_are_not_rewritten_where_they_must_be_checked() -> None:
    assert not (os.getenv("CI") == "true" and os.getenv("UPDATE_GOLDEN"))


@needs_shared
@pytest.mark.parametrize("name", FILES)
def test_the_outline_of_a_real_file(name: str) -> None:
    fresh = outline(real_reading(name).text)
    golden = GOLDEN / f"{name}.txt"
    if os.getenv("UPDATE_GOLDEN") and os.getenv("CI") != "true":
        golden.write_text(fresh, encoding="utf-8")
    assert fresh == golden.read_text(encoding="utf-8"), (
        f"{name} changed; if meant: UPDATE_GOLDEN=1 pytest tests/test_structure.py, read the diff"
    )


@needs_shared
def test_a_law_reads_the_same_from_pdf_and_from_a_web_page() -> None:
    pages = [addresses(real_reading(name).text) for name in FILES if name.startswith("Luat")]
    assert pages[0] == pages[1]
    assert len(pages[0]) == 2638
