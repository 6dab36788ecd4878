"""What was changed in a query is said on the page, and each change can be taken back there."""

from screens import Open, words_of

SEARCH = "views/tra_cuu.py"


def button(at, label: str):  # type: ignore[no-untyped-def]
    return next(each for each in at.button if each.label == label)


def test_what_was_searched_for_is_said_and_can_be_taken_back(open_page: Open) -> None:
    at = open_page(SEARCH, q="ke khai tai san khoong trung thuc")
    assert "Hiển thị kết quả cho: kê khai tài sản không trung thực" in words_of(at)
    at = button(at, "Tìm đúng như đã gõ").click().run()
    assert "Đang tìm đúng như đã gõ: ke khai tai san khoong trung thuc" in words_of(at)
    at = button(at, "Sửa và mở rộng").click().run()
    assert "Hiển thị kết quả cho" in words_of(at)


def test_an_expansion_is_a_chip_that_can_be_taken_away(open_page: Open) -> None:
    at = open_page(SEARCH, q="nhiệm vụ của UBKT")
    (chips,) = at.pills
    assert [option.replace("\\", "") for option in chips.value] == ["UBKT → Ủy ban Kiểm tra"]
    assert "khớp từ ngữ: ủy ban kiểm tra" in words_of(at).lower()
    at = chips.set_value([]).run()
    assert "khớp từ ngữ: ủy ban kiểm tra" not in words_of(at).lower()


def test_one_correction_is_taken_back_alone(open_page: Open) -> None:
    at = open_page(SEARCH, q="dảng viên khoong kê khai tài sản")
    assert "Hiển thị kết quả cho: đảng viên không kê khai tài sản" in words_of(at)
    (chips,) = at.pills
    assert [option.replace("\\", "") for option in chips.value] == ["dảng → đảng", "khoong → không"]
    at = chips.set_value(chips.value[:1]).run()
    assert "Hiển thị kết quả cho: đảng viên khoong kê khai tài sản" in words_of(at)
    assert "khoong" in at.query_params["bo"]


def test_what_was_taken_back_is_in_the_address_until_another_query(open_page: Open) -> None:
    at = open_page(SEARCH, q="nhiem vu UBKT", bo="ubkt")
    assert at.pills[0].value == []
    assert "khớp từ ngữ: ủy ban kiểm tra" not in words_of(at).lower()
    at = button(at, "Tìm đúng như đã gõ").click().run()
    assert "1" in at.query_params["nguyen_van"]
    at = at.text_input[0].set_value("nhiem vu cua UBKT").run()
    assert "nguyen_van" not in at.query_params
    assert "bo" not in at.query_params
    assert "Hiển thị kết quả cho: nhiệm vụ của UBKT" in words_of(at)
    at = at.pills[0].set_value([]).run()
    assert "ubkt" in at.query_params["bo"]


def test_a_query_typed_right_is_left_in_peace(open_page: Open) -> None:
    at = open_page(SEARCH, q="kê khai tài sản, thu nhập")
    assert "Hiển thị kết quả cho" not in words_of(at)
    assert not at.pills


def test_a_question_that_nothing_answers_is_said_to_be_one(open_page: Open) -> None:
    unclear = "Kho không có văn bản nào nói rõ; gần nhất là:"
    assert unclear in words_of(open_page(SEARCH, q="giá vàng miếng sáng nay lên hay xuống"))
    assert unclear not in words_of(open_page(SEARCH, q="kê khai tài sản không trung thực"))
    assert unclear not in words_of(open_page(SEARCH, q="Quy định 37-QĐ/TW"))


def test_signs_of_a_query_are_never_markup(open_page: Open) -> None:
    at = open_page(SEARCH, q="<b>dang vien</b> *khoong* [x](http://a.b)")
    assert "<b>" in words_of(at)
    assert not at.exception
