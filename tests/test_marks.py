"""Marks: the matched words in the passage's own spelling."""

from hypothesis import given
from hypothesis import strategies as st

from index import find_marks
from index.marks import are_as_written, matched_words

TEXT = "Không được thiếu trung thực khi kê khai tài sản, thu nhập của mình."


def _marked(text: str, query: str) -> list[str]:
    return [text[a:b] for a, b in find_marks(text, query)]


def test_neighbours_are_marked_together_in_the_original_spelling() -> None:
    assert _marked(TEXT, "ke khai tai san") == ["kê khai tài sản"]


def test_tone_placement_and_case_do_not_matter() -> None:
    assert _marked("các cấp uỷ khoá XIII", "Cấp Ủy khóa") == ["cấp uỷ khoá"]


def test_i_and_y_at_the_end_of_a_syllable_are_one_vowel() -> None:
    assert _marked("bị kỷ luật do quản lý", "kỉ luật quản lí") == ["kỷ luật", "quản lý"]
    assert _marked("quí trọng kỹ sư", "quý trọng kĩ sư") == ["quí trọng kỹ sư"]
    assert _marked("quy định", "qui định") == ["quy định"]
    assert _marked("may áo", "mai") == []


def test_single_words_are_marked_only_where_no_neighbours_match() -> None:
    assert _marked(TEXT, "thu nhập bất minh, tài chính") == ["thu nhập"]
    assert _marked(TEXT, "tài năng") == ["tài"]


def test_a_word_with_other_diacritics_is_marked_only_where_none_has_those_asked_for() -> None:
    text = "Viện kiểm sát xét đảng viên của viện"
    assert _marked(text, "đảng viên") == ["đảng viên"]
    assert _marked(text, "thành viên") == ["viên"]
    assert _marked("Viện kiểm sát", "thành viên") == ["Viện"]
    assert _marked("Viện kiểm sát, viên chức", "vien") == ["Viện", "viên"]


def test_a_match_without_diacritics_is_told_apart() -> None:
    for text, query, same in (
        ("Viện kiểm sát", "thành viên", False),
        ("viên chức", "thành viên", True),
        ("Viện kiểm sát", "vien", True),
        ("vien chuc", "viên chức", True),
        ("khoá XIII", "khóa", True),
    ):
        assert are_as_written(text, find_marks(text, query), query) is same


def test_a_bare_word_among_words_with_diacritics_has_only_its_own_form() -> None:
    assert _marked("Báo cáo và bao che", "bao che, tiếp tay") == ["bao che"]
    assert _marked("báo chí giao ban", "báo, giáo viên") == ["báo"]
    assert not are_as_written("Báo chí", find_marks("Báo chí", "bao thư"), "bao thư")


def test_faint_words_alone_are_not_marked() -> None:
    assert _marked("của các và được", "của tôi") == []
    assert _marked("tài sản tại nhà", "tai") == ["tài"]


def test_matched_words_are_listed_longest_first_none_inside_another() -> None:
    text = "Thu nhập và kê khai tài sản, tài sản"
    marks = find_marks(text, "kê khai tài sản, thu nhập")
    assert matched_words(text, marks) == ["kê khai tài sản", "Thu nhập"]


@given(st.text(max_size=80), st.text(max_size=20))
def test_marks_are_ordered_and_inside_the_text(text: str, query: str) -> None:
    at = 0
    for start, end in find_marks(text, query):
        assert at <= start < end <= len(text)
        at = end
