"""Headers, footers, page numbers and stamps leave the pages; the text never does."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ingest.document import Removed
from ingest.readers.furniture import strip_furniture


def gazette(page: int) -> str:
    """Print the header of the Công báo as left and right pages have it."""
    header = "CÔNG BÁO/Số 1003 + 1004/Ngày 29-12-2013"
    return f"{page} {header} " if page % 2 == 0 else f" {header} {page} "


def test_the_gazettes_header_goes_from_left_and_right_pages() -> None:
    pages = [[" ", gazette(number), "", f"Đoạn {number * number}."] for number in (3, 4, 5)]
    bodies, removed = strip_furniture(pages)
    assert bodies == [[" ", "", "Đoạn 9."], [" ", "", "Đoạn 16."], [" ", "", "Đoạn 25."]]
    assert removed[1] == Removed("4 CÔNG BÁO/Số 1003 + 1004/Ngày 29-12-2013", "đầu trang", page=2)


def test_the_gazettes_header_goes_even_from_a_single_page() -> None:
    bodies, removed = strip_furniture([[gazette(3), "HIẾN PHÁP"]])
    assert bodies == [["HIẾN PHÁP"]]
    assert [piece.reason for piece in removed] == ["đầu trang"]


def test_page_numbers_go_at_the_top_and_at_the_bottom() -> None:
    pages = [[str(number + 14), f"Đoạn {'a' * number}", "- 7 -"] for number in range(1, 6)]
    for number, page in enumerate(pages):
        page[-1] = f"- {number + 1} -"
    bodies, removed = strip_furniture(pages)
    assert bodies == [[f"Đoạn {'a' * number}"] for number in range(1, 6)]
    assert {piece.reason for piece in removed} == {"số trang"}
    assert [piece.text for piece in removed if piece.page == 2] == ["16", "- 2 -"]


def test_a_browsers_lines_go_from_the_bottom() -> None:
    pages = [
        [f"Đoạn {letter}", "13:08 24/11/25 about:blank", f"about:blank {number}/3"]
        for number, letter in enumerate("abc", start=1)
    ]
    bodies, removed = strip_furniture(pages)
    assert bodies == [["Đoạn a"], ["Đoạn b"], ["Đoạn c"]]
    assert [piece.reason for piece in removed] == ["chân trang"] * 6


def test_units_at_the_top_of_many_pages_stay() -> None:
    pages = [[f"Điều {number}", "Nội dung.", "Hết."] for number in (2, 8, 11, 19, 23, 30)]
    bodies, removed = strip_furniture(pages)
    assert bodies == pages
    assert removed == []


def test_the_last_line_of_a_footnote_that_returns_stays() -> None:
    note = "kể từ ngày 01 tháng 01 năm 2022."
    pages = [[f"Nội dung {letter}", note] for letter in "abcdef"]
    assert strip_furniture(pages) == (pages, [])


def test_the_head_of_a_table_stays_where_it_comes_first() -> None:
    head = "TT Tên thủ tục hành chính Thời hạn"
    bodies, removed = strip_furniture([[head, f"Dòng {letter}"] for letter in "abcd"])
    assert bodies == [[head, "Dòng a"], ["Dòng b"], ["Dòng c"], ["Dòng d"]]
    assert [piece.page for piece in removed] == [2, 3, 4]


def test_a_signature_stamp_goes_with_its_reason() -> None:
    stamp = [
        "Người ký: CỔNG THÔNG TIN ĐIỆN TỬ CHÍNH PHỦ",
        "Email: thongtinchinhphu@chinhphu.vn",
        "Cơ quan: VĂN PHÒNG CHÍNH PHỦ",
        "Thời gian ký: 07.08.2024",
        "17:03:05 +07:00",
    ]
    bodies, removed = strip_furniture([[*stamp, "CHÍNH PHỦ"]])
    assert removed == [Removed("\n".join(stamp), "dấu chữ ký số", page=1)]
    assert bodies == [["CHÍNH PHỦ"]]


def test_a_stamp_that_runs_into_the_header_is_cut_from_it() -> None:
    page = [
        "Ký bởi: TRUNG TÂM THÔNG TIN ĐIỆN TỬ",
        "THÀNH PHỐ",
        "Email: ttttdttp@tphcm.gov.vn",
        "Cơ quan: ỦY BAN NHÂN DÂN THÀNH PHỐ CÔNG BÁO TP.HCM/Số 100+101/Ngày 01-4-2026 18 ",
        "ỦY BAN NHÂN DÂN",
    ]
    bodies, removed = strip_furniture([page])
    assert bodies == [["ỦY BAN NHÂN DÂN"]]
    assert [piece.reason for piece in removed] == ["dấu chữ ký số", "đầu trang"]
    assert removed[0].text.endswith("Cơ quan: ỦY BAN NHÂN DÂN THÀNH PHỐ")


def test_a_stamp_without_a_time_loses_only_its_labelled_lines() -> None:
    page = ["Ký bởi: Văn phòng", "Email: a@b.vn", "QUỐC HỘI", "LUẬT"]
    assert strip_furniture([page])[0] == [["QUỐC HỘI", "LUẬT"]]


def test_a_form_that_asks_who_signs_is_no_stamp() -> None:
    page = ["Người ký: ………", "(ghi rõ họ tên)", "Chức vụ: ………"]
    assert strip_furniture([page]) == ([page], [])


def test_annexes_that_each_fill_a_page_keep_their_numbers() -> None:
    pages = [[f"Phụ lục số {number}", f"Mẫu {'a' * number}"] for number in range(1, 7)]
    assert strip_furniture(pages) == (pages, [])


WORDS = st.lists(
    st.sampled_from(
        ["Điều 8", "12", "Nội dung.", "CÔNG BÁO/Số 1/Ngày 01-4-2026 3", "", "Ký bởi: A", "Email: b"]
    ),
    max_size=8,
)


@given(st.lists(WORDS, max_size=8))
def test_nothing_is_lost_between_text_and_removed(pages: list[list[str]]) -> None:
    bodies, removed = strip_furniture(pages)
    kept = [line for body in bodies for line in body] + [
        line for piece in removed for line in piece.text.split("\n")
    ]
    assert sorted(filter(None, kept)) == sorted(line for page in pages for line in page if line)
