"""What a question wants besides a topic: told by its words, not by what looks like them."""

import pytest

from index.queries import (
    asks_for_a_list,
    asks_for_guidance,
    asks_for_newest,
    asks_of_itself,
    asks_what_replaced,
    asks_what_was_signed,
    without_asking,
)


@pytest.mark.parametrize(
    "query",
    [
        "quy định mới nhất về kỷ luật đảng viên",
        "quy dinh moi nhat ve ky luat dang vien",
        "quy định nào đang còn hiệu lực về kỷ luật",
        "pháp luật đang có hiệu lực",
        "kỷ luật theo văn bản nào đang áp dụng",
        "quy định hiện hành có cho đảng viên uống rượu không",
        "hiện nay theo quy định nào",
        "kỷ luật đảng viên hiện nay theo quy định nào",
        "kiem tra, giam sat ap dung quy dinh nao hien nay",
    ],
)
def test_what_holds_now_is_asked_for(query: str) -> None:
    assert asks_for_newest(query)


@pytest.mark.parametrize(
    "query",
    [
        "kỷ luật đảng viên",
        "đảng viên thực hiện hành vi tham nhũng",
        "hình thức kỷ luật đảng áp dụng",
        "tổ chức đảng có hiệu lực khi nào",
        "đổi mới nhất quán",
        "xây dựng Đảng trong giai đoạn hiện nay",
        "nhiệm vụ hiện nay là gì",
        "văn bản nào không còn hiệu lực",
        "quy định 37 còn hiệu lực không",
        "nghị định 30 còn hiệu lực ko",
        "quy định 37 còn hiệu lực thi hành nữa không",
        "quy định 22 còn hiệu lực hay đã hết",
        "kỷ luật còn hiệu lực thì có được bổ nhiệm không",
    ],
)
def test_other_words_and_questions_whether_one_holds_do_not_ask_for_it(query: str) -> None:
    assert not asks_for_newest(query)


def test_the_words_of_asking_are_no_topic() -> None:
    assert without_asking("kỷ luật đảng viên hiện nay theo quy định nào") == "kỷ luật đảng viên"
    assert without_asking("hiện nay kê khai tài sản theo văn bản nào") == "hiện nay kê khai tài sản"
    assert without_asking("kiem tra ap dung quy dinh nao hien nay") == "kiem tra"
    assert without_asking("hiện nay theo quy định nào") == "hiện nay theo quy định nào"
    assert without_asking("quy định mới nhất về kỷ luật") == "quy định mới nhất về kỷ luật"


def test_a_person_signs_and_is_not_disciplined_nor_in_a_term() -> None:
    for beside in ("ký văn bản nào", "ky van ban nao", "ký ban hành những quy định nào năm 2021"):
        assert asks_what_was_signed(beside)
    for beside in ("bị kỷ luật gì", "là tổng bí thư kỳ nào", "ký hợp đồng nào", "nói gì"):
        assert not asks_what_was_signed(beside)


def test_a_name_alone_asks_for_what_its_bearer_signed() -> None:
    assert asks_what_was_signed("") and asks_what_was_signed("ông")


@pytest.mark.parametrize(
    ("beside", "is_asked"),
    [
        ("văn bản nào thay thế", True),
        ("Quy định nào đã thay", True),
        ("bị thay bằng gì", True),
        ("được thay thế bởi văn bản nào", True),
        ("văn bản thay thế", True),
        ("thay thế văn bản nào", False),
        ("văn bản nào bị thay thế bởi", False),
        ("văn bản nào cho thấy", False),
        ("đã bị thay thế chưa", False),
        ("ai ký", False),
    ],
)
def test_what_took_a_documents_place_is_asked_one_way_round(beside: str, is_asked: bool) -> None:
    assert asks_what_replaced(beside) is is_asked


def test_a_list_is_asked_for_where_no_topic_is_left() -> None:
    for beside in ("", "do ban hành năm 2022", "những văn bản nào ký trong năm 2016", "mới nhất"):
        assert asks_for_a_list(beside)
    assert not asks_for_a_list("kiểm tra năm 2022")


def test_guidance_is_asked_for_of_a_document_and_not_the_other_way_round() -> None:
    for beside in ("hướng dẫn thực hiện", "có hướng dẫn nào", "văn bản nào hướng dẫn", "huong dan"):
        assert asks_for_guidance(beside)
    assert asks_for_guidance("được hướng dẫn bởi văn bản nào")
    for beside in ("hướng dẫn văn bản nào", "hướng dẫn kê khai tài sản", "thi hành án", ""):
        assert not asks_for_guidance(beside)


@pytest.mark.parametrize(
    "beside", ["ai đánh bạc", "sửa khoản nào", "điều nào nói về hiệu lực", "điều mấy", ""]
)
def test_what_is_asked_inside_a_document_is_not_asked_of_itself(beside: str) -> None:
    assert not asks_of_itself(beside)
    assert asks_of_itself("gồm mấy điều, ai ký")
