"""What a query names and wants: guidance, signatures, the newest, one place and not another."""

from datetime import date
from pathlib import Path

import pytest
from fakes import WordEncoder

import index
from citator import Ledger, in_order
from views.cited import NEWEST_FIRST, is_only_near, not_held, sought


@pytest.fixture(scope="module")
def store(corpus_kb: Path) -> index.KnowledgeBase:
    return index.open_store(corpus_kb, WordEncoder())


@pytest.mark.parametrize(
    "typed",
    [
        "kế hoạch 66-KH/HU của huyện ủy Đăk Tô",
        "kế hoạch 66 huyện ủy sa thầy",
        "kh 43 tỉnh ủy gia lai",
        "Quyết định 37 của Tỉnh ủy Kon Tum",
        "quyết định 22 của UBND tỉnh Kon Tum",
    ],
)
def test_the_plan_of_another_place_is_not_held(store: index.KnowledgeBase, typed: str) -> None:
    understood = store.search(typed).understood
    assert (understood.named, len(understood.not_held)) == ((), 1)


@pytest.mark.parametrize(
    ("typed", "id"),
    [
        ("kế hoạch 66 huyện ủy kon rẫy", "kh-66-hu-konray-2022"),
        ("hướng dẫn 05 của Ủy ban Kiểm tra Trung ương", "hd-05-ubkttw-2022"),
        ("hướng dẫn 01-HD/TW năm 2021", "hd-01-tw-2021"),
        ("kết luận 21 có còn hiệu lực?", "kl-21-tw-2021"),
    ],
)
def test_an_issuer_and_a_year_tell_which_is_meant(
    store: index.KnowledgeBase, typed: str, id: str
) -> None:
    understood = store.search(typed).understood
    assert (understood.named, understood.wants_newest) == ((id,), False)


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("qđ37đ9", ("Điều 9",)),
        ("QD37D9", ("Điều 9",)),
        ("đ9qđ37", ("Điều 9",)),
        ("k2đ9qđ37", ("Điều 9", "khoản 2")),
        ("Q.Đ. 37 điều 9", ("Điều 9",)),
        ("điều 9 Q Đ 37", ("Điều 9",)),
        ("số 37 điều 9", ("Điều 9",)),
        ("khoản 2 điều 9 số 37", ("Điều 9", "khoản 2")),
        ("k2 điều 9 qđ 37", ("Điều 9", "khoản 2")),
        ("điều thứ 9 của quy định 37", ("Điều 9",)),
        ("điều 9k2 quy định 37", ("Điều 9", "khoản 2")),
        ("qđ37đ9k2", ("Điều 9", "khoản 2")),
        ("điều ９ quy định ３７", ("Điều 9",)),
    ],
)
def test_a_document_and_its_place_are_told_apart(
    store: index.KnowledgeBase, typed: str, place: tuple[str, ...]
) -> None:
    understood = store.search(typed).understood
    assert understood.named == ("qd-37-tw-2021",)
    assert understood.cited[0].citation.units == (place,)


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("QĐ 37/2021, 22/2021, 41/2021", ("qd-37-tw-2021", "qd-22-tw-2021", "qd-41-tw-2021")),
        ("qđ 22/2021 và 41/2021", ("qd-22-tw-2021", "qd-41-tw-2021")),
        ("quy định từ 294 đến 296", ("qd-294-tw-2025", "qd-296-tw-2025")),
        ("các quy định 22,37,41", ("qd-22-tw-2021", "qd-37-tw-2021", "qd-41-tw-2021")),
        ("nghị quyết 4 khóa xi, xii", ("nq-12-tw-2012", "nq-04-tw-2016")),
        ("NQ4 K12", ("nq-04-tw-2016",)),
        ("quy định 37 của trung ương", ("qd-37-tw-2021",)),
        ("d9ie62u 18 qd9 37", ("qd-37-tw-2021",)),
        ("quy định 37-QĐ TW", ("qd-37-tw-2021",)),
        ("hướng dẫn 02-HD TW", ("hd-02-tw-2021",)),
        ("nghị quyết 4 khóa xi xii", ("nq-12-tw-2012", "nq-04-tw-2016")),
        ("69/2022", ("qd-69-tw-2022",)),
        ("14-KL/TW 2026", ("kl-14-tw-2026",)),
        ("01 hd tw 2021", ("hd-01-tw-2021",)),
        ("quy định số ba bảy và quy định hai chín bốn", ("qd-37-tw-2021", "qd-294-tw-2025")),
        ("Quy định hai trăm linh bảy", ("qd-207-tw-2026",)),
    ],
)
def test_every_number_of_a_list_is_found(
    store: index.KnowledgeBase, typed: str, ids: tuple[str, ...]
) -> None:
    understood = store.search(typed).understood
    assert (understood.named, understood.not_held) == (ids, ())


@pytest.mark.parametrize(
    "typed",
    [
        *("quy định 22,5%", "quy định 5 đến 10 năm", "12/2022", "2021/2022"),
        *("nghị quyết năm của chi bộ", "báo cáo quy định hai năm"),
        *("quy định hai mươi bảy biểu hiện", "những điều một đảng viên không được làm"),
    ],
)
def test_a_decimal_a_count_and_a_month_cite_nothing(store: index.KnowledgeBase, typed: str) -> None:
    assert store.search(typed).understood.cited == ()


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("đ30-32 điều lệ đảng", ["Điều 30", "Điều 31", "Điều 32"]),
        ("đ30 31 điều lệ", ["Điều 30", "Điều 31"]),
        ("dieu 9 10 11 quy dinh 37", ["Điều 9", "Điều 10", "Điều 11"]),
        ("điều từ 9 đến 11 quy định 37", ["Điều 9", "Điều 10", "Điều 11"]),
        ("điều 9 37 qđ tw", ["Điều 9"]),
        ("k1, k3 điều 9 qđ 22", ["Điều 9 khoản 1", "Điều 9 khoản 3"]),
        ("k1 k3 đ9 qđ 22", ["Điều 9 khoản 1", "Điều 9 khoản 3"]),
        ("điều 32 của điều lệ", ["Điều 32"]),
        ("điều 7+9 quy định 37", ["Điều 7", "Điều 9"]),
        ("điều chín quy định ba mươi bảy", ["Điều 9"]),
        ("khoản hai điều mười ba quy định hai mươi hai", ["Điều 13 khoản 2"]),
    ],
)
def test_every_place_of_a_row_is_opened(
    store: index.KnowledgeBase, typed: str, places: list[str]
) -> None:
    units = [u for one in store.search(typed).understood.cited for u in one.citation.units]
    assert [" ".join(unit) for unit in units] == places


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        (
            "điều lệ đảng điều 32 và điều 9 qđ 37",
            {"dieu-le-dang-2011": ["Điều 32"], "qd-37-tw-2021": ["Điều 9"]},
        ),
        (
            "điều 9 qđ 37 và điều 32 điều lệ",
            {"qd-37-tw-2021": ["Điều 9"], "dieu-le-dang-2011": ["Điều 32"]},
        ),
        (
            "qđ 37 điều 8, điều 9 và điều 10 qđ 22",
            {"qd-37-tw-2021": ["Điều 8", "Điều 9"], "qd-22-tw-2021": ["Điều 10"]},
        ),
        (
            "QĐ 37 điều 8 và khoản 1, khoản 2 điều 9 QĐ 22",
            {
                "qd-37-tw-2021": ["Điều 8"],
                "qd-22-tw-2021": ["Điều 9 khoản 1", "Điều 9 khoản 2"],
            },
        ),
    ],
)
def test_each_of_two_documents_has_the_places_beside_it(
    store: index.KnowledgeBase, typed: str, places: dict[str, list[str]]
) -> None:
    cited = store.search(typed).understood.cited
    assert {
        one.documents[0]: [" ".join(unit) for unit in one.citation.units] for one in cited
    } == places


@pytest.mark.parametrize("typed", ["phòng số 5", "tổng số 37 đảng viên", "hộp thư t.t 2 điều"])
def test_a_number_alone_names_no_document(store: index.KnowledgeBase, typed: str) -> None:
    assert store.search(typed).understood.cited == ()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("luat to cao", "luat to cao"),
        ("Luật Tố cáo 2018 điều 5", "Luật Tố cáo 2018"),
        ("điều 5 luật đất đai", "luật đất đai"),
        ("hiến pháp 2013", "hiến pháp 2013"),
    ],
)
def test_a_law_typed_alone_that_is_not_held_is_said(
    store: index.KnowledgeBase, typed: str, said: str
) -> None:
    results = store.search(typed)
    assert [one.text for one in results.understood.not_held] == [said]
    assert not results.is_clear
    assert not_held(results) == [(said, ". Dưới đây là những đoạn gần nhất.")]
    assert not is_only_near(results)


@pytest.mark.parametrize(
    "typed",
    ["luật phòng chống tham nhũng", "điều 2 luật phòng chống tham nhũng", "Luật PCTN 2018"],
)
def test_a_law_is_found_without_its_commas(store: index.KnowledgeBase, typed: str) -> None:
    understood = store.search(typed).understood
    assert (understood.named, understood.not_held) == (("luat-36-2018-qh14",), ())


@pytest.mark.parametrize("typed", ["vi phạm luật đất đai bị kỷ luật thế nào", "kỷ luật tố cáo sai"])
def test_a_law_beside_other_words_is_a_topic(store: index.KnowledgeBase, typed: str) -> None:
    assert store.search(typed).understood.not_held == ()


def test_a_chuong_is_found_in_either_numerals(store: index.KnowledgeBase) -> None:
    for typed in ("chương 3 quy định 22", "Chương III quy định 22", "chuong iii qd 22"):
        results = store.search(typed)
        assert results.understood.cited[0].missing == ()
        assert results.hits[0].passage.address.startswith("chuong-iii")


@pytest.mark.parametrize(
    "typed", ["hướng dẫn thực hiện quy định 22", "qđ 22 có hướng dẫn nào", "huong dan qd 22"]
)
def test_what_guides_a_document_is_found_before_it(store: index.KnowledgeBase, typed: str) -> None:
    results = store.search(typed)
    assert results.understood.guiding == ("hd-02-tw-2021",)
    assert results.understood.named[:2] == ("hd-02-tw-2021", "qd-22-tw-2021")
    assert results.hits[0].about.id == "hd-02-tw-2021"
    assert results.hits[0].why[0] == "hướng dẫn văn bản được nêu"


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("hướng dẫn thi hành Điều lệ Đảng", "hd-01-tw-2026"),
        ("quy định mới nhất về thi hành điều lệ đảng", "qd-208-tw-2026"),
        ("UBKTTW hướng dẫn quy định 69", "hd-05-ubkttw-2022"),
        ("thi hành Chương VII, Chương VIII Điều lệ Đảng", "qd-30-tw-2016"),
    ],
)
def test_what_guides_a_document_named_otherwise_is_of_the_type_asked_for(
    store: index.KnowledgeBase, typed: str, first: str
) -> None:
    assert store.search(typed).hits[0].about.id == first


def test_that_nothing_held_guides_a_document_is_said(store: index.KnowledgeBase) -> None:
    understood = store.search("hướng dẫn quy định 37").understood
    assert (understood.wants_guidance, understood.guiding) == (True, ())
    said = sought(store, understood, (), Ledger(store, date(2026, 11, 26)))
    assert said == [
        ("Chưa có văn bản nào trong kho nói là hướng dẫn: ", "Quy định 37-QĐ/TW"),
    ]
    assert (
        sought(store, store.search("quy định 37").understood, (), Ledger(store, date(2026, 11, 26)))
        == []
    )


def test_a_title_behind_a_number_asks_for_nothing_else(store: index.KnowledgeBase) -> None:
    for typed, id in (
        ("Quy định 24-QĐ/TW về thi hành Điều lệ Đảng", "qd-24-tw-2021"),
        ("Quy định số 30-QĐ/TW về thi hành Chương VII và VIII Điều lệ Đảng", "qd-30-tw-2016"),
    ):
        results = store.search(typed)
        assert results.understood.guiding == ()
        assert results.hits[0].about.id == results.understood.named[0] == id


def test_who_is_guided_in_other_words_is_no_question_for_guidance(
    store: index.KnowledgeBase,
) -> None:
    understood = store.search("hướng dẫn kê khai tài sản theo quy định 22").understood
    assert (understood.guiding, understood.named) == ((), ("qd-22-tw-2021",))


def test_what_a_person_signed_is_listed_newest_first(store: index.KnowledgeBase) -> None:
    results = store.search("nguyen phu trong ky van ban nao")
    signed = [store.about(id) for id in results.understood.signed]
    days = [about.date for about in signed if about and about.date]
    assert {about.signer for about in signed if about} == {"Nguyễn Phú Trọng"}
    assert len(signed) == len(days) == 6 and days == sorted(days, reverse=True)
    assert results.hits[0].why[0] == "khớp người ký"
    assert results.is_clear
    of_type = store.search("quy định nào do Tô Lâm ký").understood.signed
    assert of_type == ("qd-296-tw-2025", "qd-294-tw-2025")
    of_year = store.search("nguyễn phú trọng ký ban hành quy định nào năm 2021").understood.signed
    assert of_year == ("qd-37-tw-2021", "qd-24-tw-2021", "qd-22-tw-2021")
    assert store.search("nguyễn phú trọng bị kỷ luật gì").understood.signed == ()
    assert store.search("tô lâm ký nghị quyết nào").understood.signed == ()
    assert store.search("ông Lâm ký quy định nào").understood.signed == of_type
    assert store.search("đồng chí trọng ký gì").understood.signed == results.understood.signed
    assert store.search("ông trọng tài ký biên bản nào").understood.signed == ()
    of_body = "văn bản năm 2021 của Bộ Chính trị do Võ Văn Thưởng ký"
    assert "qd-41-tw-2021" in store.search(of_body).understood.signed
    about_him = store.search("bài phát biểu của tổng bí thư nguyễn phú trọng").understood
    assert about_him.signed == ()


def test_a_point_that_is_cited_as_a_khoan_is_opened(store: index.KnowledgeBase) -> None:
    (cited,) = store.search("khoản 1.1 quy định 24").understood.cited
    assert cited.documents == ("qd-24-tw-2021",) and cited.missing == ()
    assert store.find_unit("qd-24-tw-2021", ("khoản 1.1",)) == "khoan-1.diem-1-1"
    assert store.find_unit("qd-24-tw-2021", ("Điều 9", "khoản 1.1")) is None


@pytest.mark.parametrize(
    ("typed", "newest"),
    [
        ("quy định mới nhất về kỷ luật đảng viên", True),
        ("quy dinh hien hanh ve ky luat dang vien", True),
        ("quy định nào đang còn hiệu lực về kỷ luật", True),
        ("quy định về kỷ luật đang áp dụng", True),
        ("quy định 37 còn hiệu lực không", False),
        ("nghị định 30 còn hiệu lực ko", False),
        ("kỷ luật đảng viên", False),
    ],
)
def test_the_newest_is_put_before_what_it_replaced_where_it_is_asked_for(
    store: index.KnowledgeBase, typed: str, newest: bool
) -> None:
    results = store.search(typed, 20)
    assert results.understood.wants_newest is newest
    ledger = Ledger(store, date(2026, 11, 26))
    order = [group.about.id for group in in_order(store, results, ledger)]
    assert len(set(order)) == len(order)
    said = sought(store, results.understood, in_order(store, results, ledger), ledger)
    assert ((NEWEST_FIRST, "") in said) is newest
    if newest:
        assert order.index("qd-21-tw-2026") < order.index("qd-296-tw-2025")
        put_first = in_order(store, results, ledger)[order.index("qd-21-tw-2026")]
        assert put_first.hits[0].why[0] == "văn bản mới nhất thay cho văn bản xếp sau"
        for group in in_order(store, results, ledger):
            for later in ledger.successors_of(group.about)[-1:]:
                assert order.index(later.id) < order.index(group.about.id)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("văn bản nào thay thế quy định 41", ["qd-377-tw-2025", "qd-41-tw-2021"]),
        ("QĐ 22 bị thay bằng gì", ["qd-21-tw-2026", "qd-296-tw-2025", "qd-22-tw-2021"]),
        ("quy định 37 thay thế văn bản nào", ["qd-37-tw-2021"]),
        ("quy định mới nhất về kỷ luật đảng viên", ["qd-21-tw-2026", "qd-212-tw-2026"]),
    ],
)
def test_what_took_the_place_of_a_document_comes_before_it(
    store: index.KnowledgeBase, typed: str, first: list[str]
) -> None:
    results = store.search(typed, 20)
    groups = in_order(store, results, Ledger(store, date(2026, 11, 26)))
    assert [group.about.id for group in groups][: len(first)] == first


def test_that_nothing_is_known_to_have_replaced_a_document_is_said(
    store: index.KnowledgeBase,
) -> None:
    results = store.search("văn bản nào thay thế nghị định 73", 20)
    groups = in_order(store, results, Ledger(store, date(2026, 11, 26)))
    said = sought(store, results.understood, groups, Ledger(store, date(2026, 11, 26)))
    assert said == [
        ("Chưa có văn bản nào trong kho nói là thay thế: ", "Nghị định 73/2023/NĐ-CP"),
    ]


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("nghị quyết mới nhất của trung ương", ("nq-05-tw-2026", "nq-04-tw-2026")),
        (
            "do bộ chính trị ban hành năm 2022",
            ("qd-69-tw-2022", "kl-34-tw-2022", "nq-12-tw-2022"),
        ),
        ("văn bản của huyện ủy Kon Rẫy", ("kh-66-hu-konray-2022",)),
        ("quy định của đảng", ()),
        ("kế hoạch kiểm tra năm 2022", ()),
        ("luật mới nhất", ("luat-64-2025-qh15", "luat-36-2018-qh14")),
        ("liệt kê các luật", ("luat-64-2025-qh15", "luat-36-2018-qh14")),
        ("danh sách chỉ thị", ("ct-05-tw-2016",)),
        ("luật", ()),
        ("kỷ luật mới nhất", ()),
        ("2021/2022", ()),
        ("quy định của Bộ Chính trị 1950", ()),
    ],
)
def test_documents_are_listed_by_type_body_and_year(
    store: index.KnowledgeBase, typed: str, ids: tuple[str, ...]
) -> None:
    understood = store.search(typed).understood
    assert understood.listed[: len(ids)] == ids
    assert bool(understood.listed) is bool(ids)


def test_a_persons_name_alone_lists_what_was_signed(store: index.KnowledgeBase) -> None:
    assert store.search("đinh thế huynh").understood.signed == ("qd-66-tw-2017",)
    assert store.search("ông Trần Cẩm Tú").understood.signed[0] == "qd-399-tw-2026"
    assert store.search("Nguyễn Phú Trọng 1950").understood.signed == ()
    assert store.search("ba từ").understood.signed == ()


def test_a_successor_that_the_filters_leave_out_is_not_put_first(
    store: index.KnowledgeBase,
) -> None:
    filters = index.Filters(year=("2025",))
    results = store.search("quy định mới nhất về kỷ luật đảng viên", 20, filters)
    ledger = Ledger(store, date(2026, 11, 26))
    days = [group.about.date for group in in_order(store, results, ledger, filters)]
    assert {day.year for day in days if day} == {2025}


def test_documents_of_the_body_asked_for_come_first_where_they_are_nearly_as_good(
    store: index.KnowledgeBase,
) -> None:
    results = store.search("quy định của ban bí thư về thể thức văn bản", 20)
    assert results.understood.of_body == ("Quy định", "Ban Bí thư")
    groups = in_order(store, results, Ledger(store, date(2026, 11, 26)))
    why = "đúng loại và cơ quan được hỏi"
    of_body = [group for group in groups if group.hits[0].why[0] == why]
    assert {group.about.id for group in of_body} == {"qd-66-tw-2017", "qd-399-tw-2026"}
    assert list(groups[: len(of_body)]) == of_body
    assert groups[len(of_body)].score > of_body[-1].score
    assert len({group.about.id for group in groups}) == len(groups)
    assert store.search("hướng dẫn về kỷ luật của đảng").understood.of_body is None
    said = sought(store, results.understood, groups, Ledger(store, date(2026, 11, 26)))
    assert said == [("Gần bằng nhau thì xếp trước: ", "Quy định của Ban Bí thư")]
    without = [group for group in groups if group not in of_body]
    said = sought(store, results.understood, without, Ledger(store, date(2026, 11, 26)))
    assert said == [("Trong số gần nhất không có: ", "Quy định của Ban Bí thư")]


def test_a_body_that_is_named_wrongly_hides_nothing(store: index.KnowledgeBase) -> None:
    results = store.search("quy định của Bộ Chính trị về những việc đảng viên không được làm", 20)
    assert results.understood.of_body == ("Quy định", "Bộ Chính trị")
    groups = in_order(store, results, Ledger(store, date(2026, 11, 26)))
    assert "qd-37-tw-2021" in [group.about.id for group in groups[:2]]


def test_the_words_of_asking_rank_nothing(store: index.KnowledgeBase) -> None:
    plain = store.search("kỷ luật đảng viên").hits
    asking = store.search("kỷ luật đảng viên hiện nay theo quy định nào")
    assert [hit.passage.id for hit in asking.hits] == [hit.passage.id for hit in plain]
    assert asking.understood.wants_newest
    assert asking.understood.wording.shown == "kỷ luật đảng viên hiện nay theo quy định nào"
