"""Layouts of the Party and of the State: who issued what, when, where, signed by whom, to whom."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest import Confidence, Edition
from ingest.readers.masthead import find_field_places, find_fields, read_masthead

DISTRICT = """TỈNH ỦY KON TUM
HUYỆN ỦY KON RẪY
* ĐẢNG CỘNG SẢN VIỆT NAM
Số 66-KH/HU Kon Rẫy, ngày 28 tháng 02 năm 2022
KẾ HOẠCH
lãnh đạo, chỉ đạo việc tổ chức đợt sinh hoạt chính trị về xây dựng, chỉnh đốn Đảng
và hệ thống chính trị trên địa bàn huyện
-----
Thực hiện Kế hoạch số 50-KH/TU, ngày 10/01/2022 của Ban Thường vụ Tỉnh ủy, Huyện ủy xây dựng
I- MỤC ĐÍCH, YÊU CẦU
1. Mục đích
Nơi nhận:
- Thường trực Tỉnh ủy (báo cáo),
- Các đồng chí Ủy viên
Ban Chấp hành,
- Lưu Văn phòng Huyện ủy.
T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ THƯỜNG TRỰC
(Đã ký)
Nguyễn Văn Nam"""

QUARTER = """ĐẢNG BỘ THÀNH PHỐ HÀ NỘI
BAN THƯỜNG VỤ
QUẬN ỦY HOÀN KIẾM
*
Số: 12 - QĐ/QU | ĐẢNG CỘNG SẢN VIỆT NAM
Hoàn Kiếm, ngày 5 tháng 9 năm 2023
QUYẾT ĐỊNH
về việc chuẩn y kết quả bầu cử
- Căn cứ Điều lệ Đảng;
BAN THƯỜNG VỤ QUYẾT ĐỊNH
Điều 1. Chuẩn y
Nơi nhận: | T/M BAN THƯỜNG VỤ
- Như Điều 2, | BÍ THƯ
- Lưu: VT. | Vũ Đăng Định"""

PLENUM = """BAN CHẤP HÀNH TRUNG ƯƠNG ĐẢNG CỘNG SẢN VIỆT NAM
* Hà Nội, ngày 16 tháng 6 năm 2022
Số 18-NQ/TW
NGHỊ QUYẾT
HỘI NGHỊ LẦN THỨ NĂM BAN CHẤP HÀNH TRUNG ƯƠNG ĐẢNG KHÓA XIII
về tiếp tục đổi mới, hoàn thiện thể chế, chính sách
I. TÌNH HÌNH VÀ NGUYÊN NHÂN
T/M BAN CHẤP HÀNH TRUNG ƯƠNG
TỔNG BÍ THƯ
Nguyễn Phú Trọng"""

OF_BODY = """BỘ CHÍNH TRỊ
-------
ĐẢNG CỘNG SẢN VIỆT NAM
---------------
Số: 41-QĐ/TW
Hà Nội, ngày 03 tháng 11 năm 2021
QUY ĐỊNH
CỦA BỘ CHÍNH TRỊ
VỀ VIỆC MIỄN NHIỆM, TỪ CHỨC ĐỐI VỚI CÁN BỘ
- Căn cứ Điều lệ Đảng;
Điều 1. Phạm vi
T/M BỘ CHÍNH TRỊ
Võ Văn Thưởng"""

LETTER = """BỘ TÀI CHÍNH CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỔNG CỤC THUẾ Độc lập - Tự do - Hạnh phúc
Số: 968/TCT-CS Hà Nội, ngày 12 tháng 3 năm 2021
V/v hóa đơn điện tử
Kính gửi: Cục Thuế thành phố Hà Nội
Tổng cục Thuế nhận được công văn số 123/CT-TTHT hỏi về hóa đơn.
Nơi nhận:
- Như trên;
- Lưu: VT, CS (2b).
KT. TỔNG CỤC TRƯỞNG
PHÓ TỔNG CỤC TRƯỞNG
Đặng Ngọc Minh"""

TWO_LINES = """BỘ LAO ĐỘNG - THƯƠNG BINH
VÀ XÃ HỘI
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 10/2020/TT-BLĐTBXH Hà Nội, ngày 12 tháng 11 năm 2020
THÔNG TƯ
QUY ĐỊNH CHI TIẾT MỘT SỐ ĐIỀU CỦA
BỘ LUẬT LAO ĐỘNG
Căn cứ Bộ luật Lao động ngày 20 tháng 11 năm 2019;
Điều 1. Phạm vi
BỘ TRƯỞNG
Đào Ngọc Dung"""

CONSOLIDATED = """BỘ TƯ PHÁP CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
NGHỊ ĐỊNH
Quy định chi tiết thi hành Luật Ban hành văn bản quy phạm pháp luật
Nghị định số 34/2016/NĐ-CP ngày 14 tháng 5 năm 2016 của Chính phủ quy định chi tiết, có hiệu lực \
kể từ ngày 01 tháng 7 năm 2016, được sửa đổi, bổ sung bởi:
Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;
Điều 1. Phạm vi
BỘ TƯ PHÁP
Số: 05/VBHN-BTP
XÁC THỰC VĂN BẢN HỢP NHẤT
Hà Nội, ngày 12 tháng 01 năm 2021
KT. BỘ TRƯỞNG
THỨ TRƯỞNG
Phan Chí Hiếu"""

ENCLOSED = """QUY CHẾ
Làm việc của Ban Chấp hành Đảng bộ huyện khóa XV
(Ban hành kèm theo Quyết định số 05-QĐ/HU, ngày 12/8/2020 của Ban Chấp hành Đảng bộ huyện)
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi"""

ANNEX = """PHỤ LỤC II
DANH MỤC CÁC DỰ ÁN
(Ban hành kèm theo Quyết định số 1401/QĐ-UBND ngày 05/9/2022 của Ủy ban nhân dân tỉnh Kon Tum)
STT | Tên dự án"""

PRECEDENT = """Án lệ số 70/2023/AL về việc chấm dứt hợp đồng lao động đối với người lao động.
Được Hội đồng Thẩm phán Tòa án nhân dân tối cao thông qua ngày 18 tháng 8
năm 2023 và được công bố theo Quyết định số 364/QĐ-CA ngày 01 tháng 10 năm 2023.
Nguồn án lệ:"""

LATER_PART = """3. Phạt tiền từ 1.000.000 đồng.
Điều 31. Xử phạt nhân viên phục vụ
Điều 32. Hiệu lực thi hành
Điều 33. Trách nhiệm thi hành
Các Bộ trưởng chịu trách nhiệm thi hành Nghị định này./.
TM. CHÍNH PHỦ
THỦ TƯỚNG
Nguyễn Xuân Phúc"""

FORM = """Mẫu HĐXD số: 02/BXD/HĐXD
CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày..... tháng.... năm....
HỢP ĐỒNG
Số................/HĐ-XD
Về việc: THI CÔNG XÂY DỰNG CÔNG TRÌNH
I . CÁC CĂN CỨ ĐỂ KÝ KẾT HỢP ĐỒNG:"""

CASES: dict[str, dict[str, Any]] = {
    DISTRICT: {
        "id": "kh-66-hu-2022",
        "type": "Kế hoạch",
        "issuer": "Huyện ủy Kon Rẫy",
        "parent": "Tỉnh ủy Kon Tum",
        "place": "Kon Rẫy",
        "date": date(2022, 2, 28),
        "title": "lãnh đạo, chỉ đạo việc tổ chức đợt sinh hoạt chính trị về xây dựng, chỉnh đốn "
        "Đảng và hệ thống chính trị trên địa bàn huyện",
        "signer": "Nguyễn Văn Nam",
        "capacity": "T/M Ban Thường vụ, Phó Bí thư Thường trực",
        "recipients": (
            "Thường trực Tỉnh ủy (báo cáo)",
            "Các đồng chí Ủy viên Ban Chấp hành",
            "Lưu Văn phòng Huyện ủy",
        ),
    },
    QUARTER: {
        "number": "12-QĐ/QU",
        "issuer": "Ban Thường vụ Quận ủy Hoàn Kiếm",
        "parent": "Đảng bộ Thành phố Hà Nội",
        "place": "Hoàn Kiếm",
        "signer": "Vũ Đăng Định",
        "capacity": "T/M Ban Thường vụ, Bí thư",
        "recipients": ("Như Điều 2", "Lưu: VT"),
    },
    PLENUM: {
        "number": "18-NQ/TW",
        "title": "về tiếp tục đổi mới, hoàn thiện thể chế, chính sách",
        "issuer": "Ban Chấp hành Trung ương",
        "date": date(2022, 6, 16),
    },
    OF_BODY: {
        "type": "Quy định",
        "title": "Về việc miễn nhiệm, từ chức đối với cán bộ",
        "issuer": "Bộ Chính trị",
        "signer": "Võ Văn Thưởng",
    },
    LETTER: {
        "type": "Công văn",
        "number": "968/TCT-CS",
        "title": "hóa đơn điện tử",
        "issuer": "Tổng cục Thuế",
        "parent": "Bộ Tài chính",
        "capacity": "KT. Tổng cục trưởng, Phó Tổng cục trưởng",
        "recipients": ("Như trên", "Lưu: VT, CS (2b)"),
    },
    TWO_LINES: {
        "issuer": "Bộ Lao động - Thương binh và Xã hội",
        "parent": "",
        "title": "Quy định chi tiết một số điều của bộ luật lao động",
        "capacity": "Bộ trưởng",
    },
    CONSOLIDATED: {
        "id": "vbhn-05-btp-2021",
        "type": "Nghị định",
        "number": "05/VBHN-BTP",
        "date": date(2021, 1, 12),
        "issuer": "Bộ Tư pháp",
        "signer": "Phan Chí Hiếu",
    },
    ENCLOSED: {
        "type": "Quy chế",
        "number": "05-QĐ/HU",
        "date": date(2020, 8, 12),
        "title": "Làm việc của Ban Chấp hành Đảng bộ huyện khóa XV",
        "issuer": "Ban Chấp hành Đảng bộ huyện",
    },
    ANNEX: {
        "id": "phu-luc-qd-1401-ubnd-2022-danh-muc-cac-du-an",
        "type": "Phụ lục",
        "number": "1401/QĐ-UBND",
        "date": date(2022, 9, 5),
        "title": "Danh mục các dự án",
        "issuer": "Ủy ban nhân dân tỉnh Kon Tum",
    },
    PRECEDENT: {
        "type": "Án lệ",
        "number": "70/2023/AL",
        "date": date(2023, 8, 18),
        "title": "về việc chấm dứt hợp đồng lao động đối với người lao động",
        "issuer": "Hội đồng Thẩm phán Tòa án nhân dân tối cao",
    },
    LATER_PART: {
        "type": "Nghị định",
        "number": "",
        "date": None,
        "title": "",
        "issuer": "Chính phủ",
        "signer": "Nguyễn Xuân Phúc",
        "edition": Edition.FULL,
    },
    FORM: {
        "type": "Hợp đồng",
        "number": "",
        "date": None,
        "title": "Thi công xây dựng công trình",
        "issuer": "",
    },
}


@pytest.mark.parametrize("text", CASES, ids=lambda text: text.split("\n")[0][:30])
def test_a_layout_says_who_what_when_and_to_whom(text: str) -> None:
    about = read_masthead(text, "tep")
    expected = CASES[text]
    assert {field: getattr(about, field) for field in expected} == expected


@pytest.mark.parametrize(
    ("text", "field", "words", "sure"),
    [
        (DISTRICT, "number", "66-KH/HU", Confidence.SEEN),
        (DISTRICT, "date", "ngày 28 tháng 02 năm 2022", Confidence.SEEN),
        (DISTRICT, "parent", "TỈNH ỦY KON TUM", Confidence.SEEN),
        (DISTRICT, "signer", "Nguyễn Văn Nam", Confidence.SEEN),
        (LETTER, "type", "V/v", Confidence.INFERRED),
        (ANNEX, "number", "1401/QĐ-UBND", Confidence.INFERRED),
        (LATER_PART, "issuer", "TM. CHÍNH PHỦ", Confidence.INFERRED),
    ],
)
def test_a_field_points_at_its_words(text: str, field: str, words: str, sure: Confidence) -> None:
    about = read_masthead(text, "tep")
    place = next(one for one in find_field_places(about, text) if one.field == field)
    assert text[place.start : place.end] == words
    assert place.confidence is sure


def test_what_stands_on_a_page_hard_to_recognise_is_not_verified() -> None:
    about = read_masthead(DISTRICT, "tep")
    end = DISTRICT.index("Nơi nhận")
    places = find_field_places(about, DISTRICT, (0, end), (0.95, 0.61))
    sure = {place.field: place.confidence for place in places}
    assert sure["number"] is Confidence.SEEN
    assert sure["signer"] is sure["capacity"] is sure["recipients"] is Confidence.UNVERIFIED


def test_a_field_that_the_text_does_not_say_has_no_place() -> None:
    about = read_masthead(DISTRICT.replace("66-KH/HU", "67-KH/HU"), "tep")
    assert "number" not in {place.field for place in find_field_places(about, DISTRICT)}


SCAN = """4 CHÍNH PHỦ CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
————— Độc lập - Tự do - Hạnh phúc
_ Số: 12/2024/NĐ-CP ' Hà Nội, ngày15 tháng 7 năm 2021
CỔNG THÔNG TIN ĐIỆN TỬ CHÍNH PHỦ |'
ĐẾN Ngày...Á6.1.. NGHỊ ĐỊNH
Quy định về bồi thưòng khi Nhà nước thu hồi đất
Căn cú Luật Tổ chức Chính phủ;
Căn cứ Luật Đất đai;
Chính phủ ban hành Nghị định quy định về bồi thường khi Nhà nước thu hồi đất.
Điều 1. Nghị định này quy định về bồi thường"""


def test_a_stamp_and_misread_letters_are_mended_by_the_rest_of_the_text() -> None:
    found = find_fields(SCAN)
    values = {field: one.value for field, one in found.items()}
    assert values["title"] == "Quy định về bồi thường khi Nhà nước thu hồi đất"
    assert (values["type"], values["issuer"]) == ("Nghị định", "Chính phủ")
    assert values["date"] == date(2024, 7, 15)  # the number says which year it was
    assert found["date"].sure is Confidence.UNVERIFIED


PIECES = st.sampled_from(
    [
        *DISTRICT.split("\n"),
        *LETTER.split("\n"),
        *ANNEX.split("\n"),
        *CONSOLIDATED.split("\n"),
        "",
        " |",
    ]
)


@given(st.lists(PIECES, max_size=40).map("\n".join))
def test_every_place_lies_in_the_text(text: str) -> None:
    about = read_masthead(text, "tep")
    for place in find_field_places(about, text):
        assert 0 <= place.start < place.end <= len(text)
        assert text[place.start : place.end].strip()
