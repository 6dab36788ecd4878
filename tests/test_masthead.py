"""What a document says about itself is found at its head, and nowhere else."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.document import Edition, Metadata
from ingest.readers.capitals import sentence_case
from ingest.readers.headlines import find_head, iterate_lines
from ingest.readers.identity import make_id, slug
from ingest.readers.letterhead import find_letterhead, name_issuer
from ingest.readers.masthead import read_masthead
from ingest.readers.signature import find_signature

PARTY = """BAN CHẤP HÀNH TRUNG ƯƠNG
*
ĐẢNG CỘNG SẢN VIỆT NAM
Hà Nội, ngày 25 tháng 10 năm 2021
Số 37-QĐ/TW
QUY ĐỊNH
về những điều đảng viên không được làm
- Căn cứ Điều lệ Đảng Cộng sản Việt Nam;
- Căn cứ Quy định số 22-QĐ/TW, ngày 28/7/2021,
Ban Chấp hành Trung ương quy định như sau:
Điều 1. Nói, viết
T/M BAN CHẤP HÀNH TRUNG ƯƠNG
TỔNG BÍ THƯ
(Đã ký)
Nguyễn Phú Trọng"""

DECREE = """CHÍNH PHỦ
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 100/2019/NĐ-CP Hà Nội, ngày 30 tháng 12 năm 2019
NGHỊ ĐỊNH
QUY ĐỊNH XỬ PHẠT VI PHẠM HÀNH CHÍNH TRONG LĨNH VỰC GIAO THÔNG ĐƯỜNG BỘ
VÀ ĐƯỜNG SẮT
Căn cứ Luật Tổ chức Chính phủ số 76/2015/QH13 ngày 19 tháng 6 năm 2015;
Điều 1. Phạm vi điều chỉnh
TM. CHÍNH PHỦ
THỦ TƯỚNG
Nguyễn Xuân Phúc"""

LAW = """QUỐC HỘI
Luật số: 45/2013/QH13
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
LUẬT
ĐẤT ĐAI
Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;
Quốc hội ban hành Luật đất đai.
Điều 1. Phạm vi điều chỉnh
Luật này được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XIII, kỳ họp thứ 6
thông qua ngày 29 tháng 11 năm 2013.
CHỦ TỊCH QUỐC HỘI
Nguyễn Sinh Hùng""".replace("6\nthông", "6 thông")

CITY = """ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
THÀNH PHỐ HỒ CHÍ MINH Độc lập - Tự do - Hạnh phúc
Số: 1351/QĐ-UBND Thành phố Hồ Chí Minh, ngày 09 tháng 9 năm 2025
QUYẾT ĐỊNH
Về việc công bố danh mục thủ tục hành chính mới ban hành
CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH
Căn cứ Luật Tổ chức Chính quyền địa phương;
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Nguyễn Mạnh Cường"""

GAZETTE = """PHẦN VĂN BẢN QUY PHẠM PHÁP LUẬT
CHỦ TỊCH NƯỚC - QUỐC HỘI
Luật số 101/2015/QH13 ngày 27 tháng 11 năm 2015
Bộ luật tố tụng hình sự
Phần thứ hai
KHỞI TỐ"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            PARTY,
            Metadata(
                "qd-37-tw-2021", "Quy định", "37-QĐ/TW", "về những điều đảng viên không được làm",
                "Ban Chấp hành Trung ương", "Nguyễn Phú Trọng", date(2021, 10, 25),
                place="Hà Nội", capacity="T/M Ban Chấp hành Trung ương, Tổng Bí thư",
            ),
        ),
        (
            DECREE,
            Metadata(
                "nd-100-2019-cp", "Nghị định", "100/2019/NĐ-CP",
                "Quy định xử phạt vi phạm hành chính trong lĩnh vực giao thông đường bộ "
                "và đường sắt",
                "Chính phủ", "Nguyễn Xuân Phúc", date(2019, 12, 30), place="Hà Nội",
                capacity="TM. Chính phủ, Thủ tướng",
            ),
        ),
        (
            LAW,
            Metadata(
                "luat-45-2013-qh13", "Luật", "45/2013/QH13", "Đất đai", "Quốc hội",
                "Nguyễn Sinh Hùng", date(2013, 11, 29), capacity="Chủ tịch Quốc hội",
            ),
        ),
        (
            CITY,
            Metadata(
                "qd-1351-ubnd-2025", "Quyết định", "1351/QĐ-UBND",
                "Về việc công bố danh mục thủ tục hành chính mới ban hành",
                "Ủy ban nhân dân Thành phố Hồ Chí Minh", "Nguyễn Mạnh Cường", date(2025, 9, 9),
                place="Thành phố Hồ Chí Minh", capacity="KT. Chủ tịch, Phó Chủ tịch",
            ),
        ),
        (
            GAZETTE,
            Metadata(
                "bo-luat-101-2015-qh13", "Bộ luật", "101/2015/QH13", "Tố tụng hình sự", "Quốc hội",
                "", date(2015, 11, 27),
            ),
        ),
    ],
)  # fmt: skip
def test_a_masthead_is_read(text: str, expected: Metadata) -> None:
    assert read_masthead(text, "tep") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Quy định số 37-QĐ/TW của Ban Chấp hành Trung ương về những điều đảng viên không được làm",
        "Ban Thường vụ vừa ban hành Kế hoạch số 66-KH/HU, ngày 28/02/2022 về lãnh đạo, chỉ đạo",
        "Nghị định số 100/2019/NĐ-CP ngày 30 tháng 12 năm 2019 của Chính phủ có gì mới?",
        "Căn cứ Luật số 76/2015/QH13\nSố: 30/2020/NĐ-CP\nCHÍNH PHỦ\nNGHỊ ĐỊNH\nvề văn thư",
    ],
)
def test_a_cited_document_lends_its_number_to_nobody(text: str) -> None:
    about = read_masthead(f"A- A A+ | Tăng tương phản\n{text}", "Tin tức 01.03")
    assert about.edition is Edition.NEWS
    assert (about.number, about.date, about.type) == ("", None, "")
    assert about.title == text.split("\n")[0]
    assert about.id == "tin-tuc-01-03"


HEADLESS = "Điều 1. Phạm vi\nQuy định này nói về nêu gương.\nĐiều 2. Đối tượng\nĐảng viên."


def test_a_text_with_articles_and_no_letterhead_is_of_no_known_document() -> None:
    about = read_masthead(HEADLESS, "Trích lục 3")
    assert (about.edition, str(about.edition)) == (Edition.UNNAMED, "chưa rõ là văn bản nào")
    assert (about.number, about.title, about.id) == ("", "Trích lục 3", "trich-luc-3")
    assert read_masthead(f"Trích từ một quy định cũ\n{HEADLESS}", "a").title == (
        "Trích từ một quy định cũ"
    )


def test_one_article_on_a_line_of_its_own_is_only_cited() -> None:
    text = "Đảng viên cần nhớ điều gì khi nêu gương?\nĐiều 5. Trách nhiệm nêu gương của đảng viên"
    assert read_masthead(text, "tin").edition is Edition.NEWS


@pytest.mark.parametrize(
    ("feet", "number"),
    [
        ("BM1/QTQL.KH.5.2\nBM2/QTQL.KH.5.2", "QTQL.KH.5.2"),
        ("BM1/QTQL.KH.5.2", "QTQL.KH.S.2"),  # once may be misread itself
        ("", "QTQL.KH.S.2"),
    ],
)
def test_a_mark_misread_on_the_cover_is_that_of_the_other_pages(feet: str, number: str) -> None:
    cover = "BỆNH VIỆN NHI TRUNG ƯƠNG\nQUY TRÌNH KHÁM BỆNH\nTẠI BỆNH VIỆN\nQTQL.KH.S.2"
    assert read_masthead(f"{cover}\n1. MỤC ĐÍCH\n{feet}", "tep").number == number


def test_the_head_ends_at_the_grounds() -> None:
    assert find_head(DECREE)[-1].text == "VÀ ĐƯỜNG SẮT"
    assert find_head(PARTY)[0].text == "BAN CHẤP HÀNH TRUNG ƯƠNG"


def test_a_day_that_does_not_exist_is_no_date() -> None:
    text = DECREE.replace("ngày 30 tháng 12", "ngày 31 tháng 02")
    assert read_masthead(text, "tep").date is None


@given(st.text(st.sampled_from("SsỐố: 30/2020NĐ-CPngàytháng,|\n*-ĐiềuLUẬT."), max_size=300))
def test_any_head_gives_an_id_and_a_known_edition(text: str) -> None:
    about = read_masthead(text, "")
    assert about.id == slug(about.id)
    assert about.edition in {Edition.FULL, Edition.NEWS, Edition.UNNAMED}


# --- the parts -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "type_", "year", "expected"),
    [
        ("37-QĐ/TW", "Quy định", 2021, "qd-37-tw-2021"),
        ("66-KH/HU", "Kế hoạch", 2022, "kh-66-hu-2022"),
        ("05-CTr/TU", "Chương trình", None, "ctr-05-tu"),
        ("30/2020/NĐ-CP", "Nghị định", 2020, "nd-30-2020-cp"),
        ("31/2024/QH15", "Luật", 2024, "luat-31-2024-qh15"),
        ("31/2024/QH15", "", 2024, "31-2024-qh15"),
        ("76/2025/UBTVQH15", "Nghị quyết", 2025, "nghi-quyet-76-2025-ubtvqh15"),
        ("1351/QĐ-UBND", "Quyết định", 2025, "qd-1351-ubnd-2025"),
        ("02/BXD", "Mẫu", 2007, "mau-02-bxd-2007"),
        ("", "Quy định", 2021, "tep-tin-so-1"),
    ],
)
def test_an_id_is_made_of_number_type_and_year(
    number: str, type_: str, year: int | None, expected: str
) -> None:
    day = date(year, 1, 2) if year else None
    assert make_id(Metadata("Tệp tin số 1", type_, number, date=day)) == expected


@given(st.text())
def test_a_slug_is_short_ascii_and_never_empty(words: str) -> None:
    made = slug(words)
    assert 0 < len(made) <= 80
    assert made == slug(made)
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("BỘ TÀI NGUYÊN VÀ MÔI TRƯỜNG", "Bộ Tài nguyên và Môi trường"),
        (
            "BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI",
            "Bộ Lao động - Thương binh và Xã hội",
        ),
        ("HUYỆN UỶ KON RẪY", "Huyện ủy Kon Rẫy"),
        ("UỶ BAN THƯỜNG VỤ QUỐC HỘI", "Ủy ban Thường vụ Quốc hội"),
        ("BỘ LUẬT", ""),
        ("Bộ Tài chính", ""),
        ("SỞ HỮU TRÍ TUỆ", ""),
        ("BỔ SUNG MỘT SỐ ĐIỀU", ""),
        ("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "Sở Nông nghiệp và Môi trường"),
        ("BAN THƯỜNG VỤ HUYỆN ỦY KON RẪY", "Ban Thường vụ Huyện ủy Kon Rẫy"),
    ],
)
def test_an_issuer_is_named_in_ordinary_letters(line: str, expected: str) -> None:
    assert name_issuer(line) == expected


def test_the_lower_of_two_issuers_counts_and_the_upper_is_its_parent() -> None:
    found = find_letterhead(tuple(iterate_lines("ĐẢNG BỘ TỈNH KON TUM\nHUYỆN ỦY KON RẪY\n*")))
    assert [name for name, _ in found.names] == ["Đảng bộ tỉnh Kon Tum", "Huyện ủy Kon Rẫy"]


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("ĐẤT ĐAI", "", "Đất đai"),
        ("VỀ CÔNG TÁC CỦA QUỐC HỘI", "", "Về công tác của Quốc hội"),
        ("LUẬT THỦ ĐÔ", "Luật Thủ đô quy định", "Luật Thủ đô"),
        ("HUYỆN IA GRAI, TỈNH GIA LAI", "xã Ia Grai của Gia Lai", "Huyện Ia Grai, tỉnh Gia Lai"),
        ("Về công tác văn thư", "", "Về công tác văn thư"),
    ],
)
def test_capitals_are_set_back(words: str, text: str, expected: str) -> None:
    assert sentence_case(words, text) == expected


def signer_of(text: str) -> str:
    found = find_signature([line for line in iterate_lines(text) if line.text]).cut_signer()
    return str(found.value) if found else ""


def test_the_signer_stands_below_the_last_office_not_the_stamp() -> None:
    lines = "K/T BỘ TRƯỞNG\nTHỨ TRƯỞNG\n\n[ (Đã ký)\nTS. TRẦN VĂN AN\nPHỤ LỤC"
    assert signer_of(lines) == "Trần Văn An"
    assert signer_of("CHỦ TỊCH NƯỚC\nChủ tịch nước là người đứng đầu Nhà nước.") == ""
