"""Laws and Party documents are known by their names, and a name ends where it ends."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.citations import find_citations
from ingest.citations.law_names import CODES, LAWS, ORDINANCES
from ingest.document import Citation


def only(text: str) -> Citation:
    (citation,) = find_citations(text)
    return citation


@pytest.mark.parametrize(
    ("cited", "kind", "name"),
    [
        ("Luật Đất đai", "Luật", "Luật Đất đai"),
        ("Luật đất đai", "Luật", "Luật đất đai"),
        ("Luật Phòng , chống tham nhũng", "Luật", "Luật Phòng, chống tham nhũng"),
        (
            "Luật Thực hành tiết kiệm, chống lãng phí",
            "Luật",
            "Luật Thực hành tiết kiệm, chống lãng phí",
        ),
        ("Luật Hôn nhân và gia đình", "Luật", "Luật Hôn nhân và gia đình"),
        ("Bộ luật Dân sự", "Bộ luật", "Bộ luật Dân sự"),
        ("Bộ Luật Lao động", "Bộ luật", "Bộ Luật Lao động"),
        (
            "Pháp lệnh Ưu đãi người có công với cách mạng",
            "Pháp lệnh",
            "Pháp lệnh Ưu đãi người có công với cách mạng",
        ),
        ("Luật về quản lý, sử dụng tài sản nhà nước", "Luật", None),
        ("Luật Đô thị Thông minh", "Luật", None),
        ("Luật ABC", "Luật", None),
        ("luật Tổ chức Chính phủ", "Luật", None),
        ("Luật sửa đổi, bổ sung một số điều của Luật Giáo dục", "Luật", None),
        ("Luật sửa đổi, bổ sung một số điều của các luật về thuế", "Luật", None),
        ("Luật sửa đổi, bổ sung Điều 3 của Luật Nhà ở", "Luật", None),
        ("Hiến pháp", "Hiến pháp", None),
        ("Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam", "Hiến pháp", None),
        ("Điều lệ Đảng", "Điều lệ", None),
        ("Điều lệ Đảng Cộng sản Việt Nam", "Điều lệ", None),
        ("Cương lĩnh", "Cương lĩnh", None),
        ("Cương lĩnh chính trị", "Cương lĩnh", None),
        (
            "Quy định về những điều đảng viên không được làm",
            "Quy định",
            "những điều đảng viên không được làm",
        ),
        ("19 điều đảng viên không được làm", "Quy định", "những điều đảng viên không được làm"),
    ],
)
def test_names(cited: str, kind: str, name: str | None) -> None:
    citation = only(f"Theo {cited} thì phải làm.")
    assert (citation.text, citation.type) == (cited, kind)
    assert citation.name == (name or cited)


@pytest.mark.parametrize(
    ("cited", "day", "year"),
    [
        ("Luật Giáo dục ngày 14 tháng 6 năm 2005", date(2005, 6, 14), None),
        ("Luật Đất đai năm 2013", None, 2013),
        ("Luật Đất đai 2013", None, 2013),
        ("Luật Nhà giáo (sửa đổi) năm 2025", None, 2025),
        ("Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 1992", None, 1992),
        ("Cương lĩnh năm 2011", None, 2011),
    ],
)
def test_a_date_or_a_year_belongs_to_the_reference(
    cited: str, day: date | None, year: int | None
) -> None:
    citation = only(f"căn cứ {cited}, sau đây gọi tắt")
    assert (citation.text, citation.date, citation.year) == (cited, day, year)
    assert str(year) not in citation.name


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("Luật Nhà ở và Luật Đất đai", ["Luật Nhà ở", "Luật Đất đai"]),
        ("Luật Biển Xanh và các văn bản", ["Luật Biển Xanh"]),
        ("Luật Biển Xanh, Luật Đầu tư", ["Luật Biển Xanh", "Luật Đầu tư"]),
        (
            "Luật Hai Hai Ba Bốn Lăm Sáu Bảy Tám Chín Mười Trăm Nghìn Vạn",
            ["Luật Hai Hai Ba Bốn Lăm Sáu Bảy Tám Chín Mười Trăm Nghìn"],
        ),
        ("Luật Biển Xanh Nghị định", ["Luật Biển Xanh"]),
        ("Luật Đầu tư, Công ty phải", ["Luật Đầu tư"]),
        ("Luật Xây dựng quy định", ["Luật Xây dựng"]),
        (
            "Luật sửa đổi, bổ sung một số điều của Luật sửa đổi, bổ sung một số điều của Luật Giá",
            ["Luật sửa đổi, bổ sung một số điều của Luật Giá"],
        ),
        (
            'Luật sửa đổi, bổ sung một số điều của <L rel="a"> Luật Giá ngày 1/2/2020 </L>',
            ['Luật sửa đổi, bổ sung một số điều của <L rel="a"> Luật Giá'],
        ),
        ("Luật sửa đổi một số điều của luật chưa rõ", []),
        *(
            (text, [])
            for text in (
                *("theo pháp luật và luật này", "Luật này quy định", "Luật sư Nguyễn Văn A"),
                *(
                    "Khoa Luật Kinh tế",
                    "kỷ luật Đảng",
                    "theo Luật Việt Nam",
                    "LUẬT ĐẤT ĐAI",
                    "BỘ LUẬT HÌNH SỰ",
                    "HIẾN PHÁP Nước",
                ),
                *(
                    "điều lệ đăng ký",
                    "Điều lệ công ty",
                    "HIẾN PHÁP",
                    "cương lĩnh hành động",
                    "Luật",
                ),
            )
        ),
    ],
)
def test_where_a_name_ends(text: str, cited: list[str]) -> None:
    assert [citation.text for citation in find_citations(text)] == cited


def test_every_listed_name_is_found_whole() -> None:
    cases = [
        *(f"Luật {name}" for name in LAWS),
        *(f"Bộ luật {name}" for name in CODES),
        *(f"Pháp lệnh {name}" for name in ORDINANCES),
    ]
    assert len(cases) == len(set(cases)) > 350
    found = {case: [c.text for c in find_citations(f"Theo {case} thì")] for case in cases}
    assert {case: texts for case, texts in found.items() if texts != [case]} == {}


def test_a_number_after_a_name_belongs_to_it() -> None:
    citation = only("Căn cứ Điều 5 Luật Đất đai số 31/2024/QH15 của Quốc hội")
    assert (citation.symbol, citation.name) == ("31/2024/QH15", "Luật Đất đai")
    assert citation.units == (("Điều 5",),)


def test_an_unknown_name_before_a_number_is_taken_whole() -> None:
    citation = only("Căn cứ Luật dữ liệu lớn và mạng thông minh số 1/2030/QH17")
    assert (citation.name, citation.type) == ("Luật dữ liệu lớn và mạng thông minh", "Luật")
    amending = only("Căn cứ Luật sửa đổi, bổ sung một số điều của Luật mạng lưới số 2/2030/QH17")
    assert amending.name == "Luật sửa đổi, bổ sung một số điều của Luật mạng lưới"
    assert only("Theo Luật cũ. Số 3/2030/QH17").text == "3/2030/QH17"
