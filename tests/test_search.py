"""Search: the right provision first, why it is there, and what could not be done."""

from pathlib import Path

import pytest
from fakes import WordEncoder

import index


@pytest.fixture(scope="module")
def store(corpus_kb: Path) -> index.KnowledgeBase:
    return index.open_store(corpus_kb, WordEncoder())


def _first(store: index.KnowledgeBase, query: str) -> tuple[str, str]:
    hit = store.search(query).hits[0]
    return hit.about.id, hit.passage.address


@pytest.mark.parametrize(
    ("query", "document", "address"),
    [
        ("kê khai tài sản, thu nhập không trung thực", "qd-37-tw-2021", "dieu-9"),
        ("ke khai tai san thu nhap khong trung thuc", "qd-37-tw-2021", "dieu-9"),
        ("Điều 9 Quy định 37-QĐ/TW", "qd-37-tw-2021", "dieu-9"),
        ("điều 8 QĐ 22", "qd-22-tw-2021", "dieu-8"),
    ],
)
def test_the_right_dieu_comes_first(
    store: index.KnowledgeBase, query: str, document: str, address: str
) -> None:
    assert _first(store, query) == (document, address)


@pytest.mark.parametrize(
    "spelling", ["37-QĐ/TW", "37 qđ tw", "QD37/TW", "quy dinh 37", "37-qd-tw", "QĐ 37", "37/QĐ-TW"]
)
def test_every_spelling_of_a_number_finds_its_document(
    store: index.KnowledgeBase, spelling: str
) -> None:
    results = store.search(spelling)
    assert results.hits[0].about.id == "qd-37-tw-2021"
    assert results.hits[0].why[0] == "khớp số ký hiệu"


def test_a_document_is_found_by_another_name(store: index.KnowledgeBase) -> None:
    hit = store.search("19 điều đảng viên không được làm").hits[0]
    assert (hit.about.id, hit.why[0]) == ("qd-37-tw-2021", "khớp tên gọi")


def test_a_number_that_is_not_held_is_said(store: index.KnowledgeBase) -> None:
    results = store.search("Quy định 999-QĐ/TW")
    assert [one.text for one in results.understood.not_held] == ["Quy định 999-QĐ/TW"]
    assert results.understood.named == ()
    assert not results.is_clear


def test_every_citation_of_a_query_is_opened_at_its_dieu(store: index.KnowledgeBase) -> None:
    results = store.search("đ9 và đ14 qđ37, điều 12 quy định 22")
    named = [(hit.about.id, hit.passage.address) for hit in results.hits if hit.is_named]
    assert named[:2] == [("qd-37-tw-2021", "dieu-9"), ("qd-37-tw-2021", "dieu-14")]
    assert next(hit for hit in named if hit[0] == "qd-22-tw-2021")[1] == "dieu-12"
    assert set(results.understood.named) == {"qd-37-tw-2021", "qd-22-tw-2021"}


@pytest.mark.parametrize(
    "asked",
    [
        "ai ký quy định 37",
        "quy định 37 còn hiệu lực không",
        "qd 37 bi thay bang gi",
        "quy định 37 gồm mấy điều",
        "so sánh quy định 37 và quy định 47",
        "19 điều đảng viên không được làm còn hiệu lực không",
    ],
)
def test_what_is_asked_of_a_document_itself_opens_its_head(
    store: index.KnowledgeBase, asked: str
) -> None:
    first = store.search(asked).hits[0]
    assert (first.about.id, first.passage.address) == ("qd-37-tw-2021", "")


@pytest.mark.parametrize(
    "typed", ["Điều 9 Điều lệ Đảng", "điều 9 điều lệ đảng", "dieu 9 dieu le dang"]
)
def test_a_place_by_name_is_opened(store: index.KnowledgeBase, typed: str) -> None:
    results = store.search(typed)
    assert (results.hits[0].about.id, results.hits[0].passage.address) == (
        "dieu-le-dang-2011",
        "dieu-9",
    )
    assert results.hits[0].why[0] == "khớp tên gọi"  # it has no number that could match
    both = store.search(f"{typed} và điều 12 quy định 22").understood
    assert both.named == ("dieu-le-dang-2011", "qd-22-tw-2021")
    assert store.search("Điều 41 Điều lệ Đảng").understood.cited[0].missing == (("Điều 41",),)


def test_a_number_of_another_year_is_not_held(store: index.KnowledgeBase) -> None:
    understood = store.search("qđ 37 năm 2019").understood
    assert understood.named == ()
    assert [one.text for one in understood.not_held] == ["qđ 37 năm 2019"]
    assert store.search("qđ 37 năm 2021").understood.named == ("qd-37-tw-2021",)


def test_of_two_numbers_the_one_that_is_not_held_is_said(store: index.KnowledgeBase) -> None:
    understood = store.search("Điều 99 Quy định 37-QĐ/TW và Quy định 999-QĐ/TW").understood
    assert understood.named == ("qd-37-tw-2021",)
    assert understood.cited[0].missing == (("Điều 99",),)
    assert [one.text for one in understood.not_held] == ["Quy định 999-QĐ/TW"]


def test_the_resolutions_of_three_terms_are_three(store: index.KnowledgeBase) -> None:
    named = store.search("nghị quyết trung ương 4 khóa XI, XII và khóa XIII").understood.named
    assert named == ("nq-12-tw-2012", "nq-04-tw-2016", "kl-21-tw-2021")


def test_the_text_of_a_hit_is_a_slice_of_its_document(store: index.KnowledgeBase) -> None:
    for hit in store.search("kỷ luật đảng viên", 20).hits:
        document = store.document(hit.about.id)
        assert document is not None
        assert document.text[hit.passage.start : hit.passage.end] == hit.text
        for start, end in hit.marks:
            assert 0 <= start < end <= len(hit.text)


def test_why_names_the_words_in_the_passages_spelling(store: index.KnowledgeBase) -> None:
    hit = store.search("ke khai tai san").hits[0]
    assert hit.why[0] == "khớp từ ngữ: kê khai tài sản"


def test_why_names_no_word_where_only_common_ones_matched(store: index.KnowledgeBase) -> None:
    hits = store.search("điều 9 của qđ37 và 999", 30).hits
    faint = [hit for hit in hits if "khớp từ thường gặp" in hit.why]
    assert faint and not any(hit.marks for hit in faint)


def test_filters_keep_only_what_was_chosen(store: index.KnowledgeBase) -> None:
    chosen = index.Filters(type=("Kết luận",), year=("2021",))
    hits = store.search("xây dựng, chỉnh đốn Đảng", 20, chosen).hits
    assert {(h.about.type, h.about.date.year if h.about.date else 0) for h in hits} == {
        ("Kết luận", 2021)
    }
    assert store.search("37-QĐ/TW", 5, chosen).hits == () or all(
        h.about.type == "Kết luận" for h in store.search("37-QĐ/TW", 5, chosen).hits
    )


def test_facets_are_the_values_of_the_documents(store: index.KnowledgeBase) -> None:
    facets = store.facets
    assert {"2016", "2021", "2022", "2026"} <= set(facets["year"])
    assert facets["year"] == sorted(facets["year"])
    assert facets["edition"] == ["chỉ có viện dẫn", "tóm lược"]
    assert "Quy định" in facets["type"]


def test_a_query_without_words_finds_nothing(store: index.KnowledgeBase) -> None:
    for query in ("", "   ", "???", "…"):
        assert store.search(query).hits == ()


def test_hits_group_under_their_documents_best_first(store: index.KnowledgeBase) -> None:
    groups = index.group_by_document(store.search("kỷ luật đảng viên", 20).hits)
    assert len({g.about.id for g in groups}) == len(groups)
    assert [g.score for g in groups] == sorted((g.score for g in groups), reverse=True)


def test_words_alone_work_and_say_so(corpus_kb: Path) -> None:
    store = index.open_store(corpus_kb, None)
    results = store.search("kê khai tài sản không trung thực")
    assert results.hits[0].passage.address == "dieu-9"
    assert results.notices == ("Chỉ so khớp từ ngữ: thiết lập không dùng mô hình nhúng.",)
    assert all("gần nghĩa" not in hit.why for hit in results.hits)


def test_as_many_hits_as_were_asked_for_though_sisters_are_folded(
    store: index.KnowledgeBase,
) -> None:
    for count in (3, 6, 30):
        hits = store.search("hướng dẫn thể thức văn bản của Đảng", count).hits
        assert len(hits) == count


def test_same_question_same_answer(store: index.KnowledgeBase) -> None:
    first, second = (store.search("tố cáo đảng viên", 20) for _ in range(2))
    assert first == second


def test_a_number_alone_opens_the_document_at_its_beginning(store: index.KnowledgeBase) -> None:
    hits = store.search("37 qđ tw").hits
    assert [hit.passage.start for hit in hits[:3]] == sorted(h.passage.start for h in hits[:3])
    assert hits[0].passage.address == ""


def test_words_that_nothing_has_find_nothing_though_vectors_are_there(
    store: index.KnowledgeBase,
) -> None:
    assert store.search("zzz qqq").hits == ()
