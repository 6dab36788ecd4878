"""Kiểm tra: a pasted or uploaded draft, its rows, its exports."""

from __future__ import annotations

import io
import unicodedata

import docx
import pytest
from screens import Open, markup_of, words_of

PAGE = "views/kiem_tra.py"
DRAFT = (
    "Căn cứ Quyết định số 37-QĐ/TW, ngày 26/10/2021 của Ban Chấp hành Trung ương về những điều "
    "đảng viên không được làm; Kết luận số 01-KL/TW, ngày 18/5/2021 của Bộ Chính trị; Nghị quyết "
    "số 12-NQ/TW."
)


def test_the_page_says_what_it_does(open_page: Open) -> None:
    at = open_page(PAGE)
    assert "Kiểm tra viện dẫn của một dự thảo" in words_of(at)
    assert [box.label for box in at.text_area] == ["… hoặc dán lời văn vào đây"]


def test_a_pasted_draft_gets_a_row_for_each_citation(open_page: Open) -> None:
    at = open_page(PAGE)
    at.text_area(key="loi-van").set_value(DRAFT).run()
    said = words_of(at)
    assert "3 viện dẫn" in said
    assert "1. Quyết định số 37-QĐ/TW, ngày 26/10/2021 của Ban Chấp hành Trung ương" in said
    assert "ngày 26/10/2021 25/10/2021 lệch" in said
    assert "loại văn bản Quyết định Quy định lệch" in said
    assert "2 khả năng: Nghị quyết 12-NQ/TW" in said
    assert "không phải kết luận về pháp lý" in said
    assert "hợp lệ" not in said
    assert 'href="van-ban?vb=qd-37-tw-2021' in markup_of(at)


def test_only_what_wants_mending_can_be_shown(open_page: Open) -> None:
    at = open_page(PAGE)
    at.text_area(key="loi-van").set_value(DRAFT).run()
    at.button_group(key="xem").set_value("Cần sửa").run()
    said = words_of(at)
    assert "1. Quyết định số 37-QĐ/TW" in said
    assert "2. Kết luận số 01-KL/TW" not in said


def test_validity_is_that_of_the_draft_s_day(open_page: Open) -> None:
    at = open_page(PAGE)
    at.date_input(key="ngay-du-thao").set_value("2022-02-28")
    at.text_area(key="loi-van").set_value("Theo Quy định số 22-QĐ/TW, ngày 28/7/2021.").run()
    said = words_of(at)
    assert "tính ở ngày 28/02/2022 (do người kiểm tra nêu)" in said
    assert "1 khớp" in said
    assert "Nay đã được thay thế bởi Quy định 296-QĐ/TW" in said


def test_a_text_without_citations_says_so(open_page: Open) -> None:
    at = open_page(PAGE)
    at.text_area(key="loi-van").set_value("Không dẫn văn bản nào.").run()
    assert "Không thấy viện dẫn nào trong dự thảo này." in words_of(at)


def test_a_word_file_can_be_taken_away_with_comments(open_page: Open) -> None:
    made, data = docx.Document(), io.BytesIO()
    made.add_paragraph(DRAFT)
    made.save(data)
    at = open_page(PAGE)
    at.file_uploader(key="tep").set_value(("du-thao.docx", data.getvalue(), "")).run()
    assert "Kết quả: du-thao.docx" in words_of(at)
    assert [button.label for button in at.download_button] == [
        "Tải bảng CSV",
        "Tải JSON",
        "Tải bản Word có ghi chú",
    ]


@pytest.mark.parametrize("hostile", ["<script>alert(1)</script>", "![x](http://a.b/c)"])
def test_a_draft_is_words_and_never_markup(open_page: Open, hostile: str) -> None:
    at = open_page(PAGE)
    words = f"Căn cứ Quy định số 22-QĐ/TW về “{hostile} việc khác hẳn”."
    at.text_area(key="loi-van").set_value(words).run()
    assert hostile not in markup_of(at) or "<" not in hostile
    assert "<script" not in markup_of(at)


def test_a_file_that_cannot_be_read_is_named(open_page: Open) -> None:
    at = open_page(PAGE)
    at.file_uploader(key="tep").set_value(("hong.docx", b"PK\x03\x04hong", "")).run()
    assert "Kết quả" not in words_of(at)
    assert "tệp" in words_of(at).lower()


def test_pasted_words_in_another_unicode_form_are_read_alike(open_page: Open) -> None:
    at = open_page(PAGE)
    at.text_area(key="loi-van").set_value(unicodedata.normalize("NFD", DRAFT)).run()
    assert "3 viện dẫn" in words_of(at)
