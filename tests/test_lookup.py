"""Viện dẫn: a citation in any spelling becomes its provision, or says it is not held."""

from datetime import date
from pathlib import Path

import pytest
from conftest import Writer

import index
from citator import Ledger, Status, look_up, look_up_each, stub_of
from ingest import UnknownReference


@pytest.fixture(scope="module")
def store(corpus_kb: Path) -> index.KnowledgeBase:
    return index.open_store(corpus_kb, None)


@pytest.mark.parametrize(
    "words",
    [
        "Điều 9 Quy định 37-QĐ/TW",
        "điều 9 qđ 37",
        "dieu 9 quy dinh 37",
        "Điều 9, Quy định số 37-QĐ/TW, ngày 25/10/2021 của Ban Chấp hành Trung ương",
        "qđ37đ9",
        "điều chín quy định ba mươi bảy",
        "ddieefu 9 quy đinh 37",
    ],
)
def test_a_citation_opens_its_provision(store: index.KnowledgeBase, words: str) -> None:
    (found,) = look_up(store, words).found
    assert found.about.id == "qd-37-tw-2021"
    assert found.provision is not None
    assert found.provision.address == "dieu-9"
    assert found.text.startswith("Điều 9. ")
    document = store.document("qd-37-tw-2021")
    assert document is not None
    assert document.text[found.provision.start : found.provision.end] == found.text


def test_who_cites_it_comes_with_the_sentence(store: index.KnowledgeBase) -> None:
    (found,) = look_up(store, "37-QĐ/TW").found
    plan = [m for m in found.cited_by if m.by.id == "kh-66-hu-konray-2022"]
    assert plan
    assert all("37-QĐ/TW" in m.mention.sentence for m in found.cited_by)


def test_units_jotted_down_are_opened(store: index.KnowledgeBase) -> None:
    for typed, address in (
        ("đ9 qđ37", "dieu-9"),
        ("k4 đ9 qđ22", "dieu-9.khoan-4"),
        ("điều 9 điều lệ đảng", "dieu-9"),
    ):
        (found,) = look_up(store, typed).found
        assert found.provision and found.provision.address.endswith(address)


def test_each_place_of_each_citation_is_opened_in_the_order_typed(
    store: index.KnowledgeBase,
) -> None:
    def opened(words: str) -> list[tuple[str, str]]:
        every = [found for one in look_up_each(store, words) for found in one.found]
        return [(f.about.id, f.provision.address if f.provision else "") for f in every]

    of_37 = [("qd-37-tw-2021", f"dieu-{n}") for n in (9, 10, 11)]
    assert opened("đ9-đ11 qđ37") == of_37
    jotted = opened("đ9 qđ37, quy định 22 và 47")
    assert [id for id, _ in jotted] == ["qd-37-tw-2021", "qd-22-tw-2021", "qd-47-tw-2011"]
    assert jotted[0] == of_37[0]
    both = look_up_each(store, "điều 9 của quy định 37 và 999")
    assert [bool(one.found) for one in both] == [True, False]
    assert both[1].citation.text == "Quy định 999"


def test_a_place_by_name_is_opened_beside_one_by_number(store: index.KnowledgeBase) -> None:
    def opened(words: str) -> list[tuple[str, str]]:
        every = [found for one in look_up_each(store, words) for found in one.found]
        return [(f.about.id, f.provision.address if f.provision else "") for f in every]

    assert opened("điều 9 qđ37 và điều 2 điều lệ đảng") == [
        ("qd-37-tw-2021", "dieu-9"),
        ("dieu-le-dang-2011", "dieu-2"),
    ]
    assert opened("điều 2 điều lệ đảng, điều 9 điều lệ đảng") == [
        ("dieu-le-dang-2011", "dieu-2"),
        ("dieu-le-dang-2011", "dieu-9"),
    ]
    assert opened("điều lệ đảng điều 35, qđ 69 điều 7, qđ 37") == [
        ("dieu-le-dang-2011", "dieu-35"),
        ("qd-69-tw-2022", "dieu-7"),
        ("qd-37-tw-2021", ""),
    ]
    assert opened("quy định 37 và điều lệ đảng")[1] == ("dieu-le-dang-2011", "")
    titled = "Quy định số 30-QĐ/TW về thi hành Chương VII và Chương VIII Điều lệ Đảng"
    assert {id for id, _ in opened(titled)} == {"qd-30-tw-2016"}


def test_a_document_that_is_not_held_says_so_and_lists_who_cites_it(
    store: index.KnowledgeBase,
) -> None:
    answer = look_up(store, "80-QĐ/TW")
    assert answer.found == ()
    assert {m.by.id for m in answer.cited_by} == {"qd-377-tw-2025"}


def test_a_plenum_is_understood_and_not_guessed(store: index.KnowledgeBase) -> None:
    (found,) = look_up(store, "NQTW4 khóa XII").found
    assert found.about.id == "nq-04-tw-2016"
    answer = look_up(store, "NQTW9 khóa IX")
    assert answer.citation.text == "Nghị quyết Trung ương 9 khóa IX"
    assert answer.found == ()


def test_a_unit_the_document_does_not_have_is_named(store: index.KnowledgeBase) -> None:
    (found,) = look_up(store, "Điều 99 Quy định 37-QĐ/TW").found
    assert found.provision is None
    assert found.missing_unit == ("Điều 99",)


def test_of_a_khoan_that_is_not_held_the_dieu_is_opened(store: index.KnowledgeBase) -> None:
    (found,) = look_up(store, "khoản 9 Điều 9 Quy định 37-QĐ/TW").found
    assert found.missing_unit == ("Điều 9", "khoản 9")
    assert found.provision is not None and found.provision.address == "dieu-9"
    assert found.text.startswith("Điều 9. ")


def test_words_that_are_no_citation_are_refused(store: index.KnowledgeBase) -> None:
    with pytest.raises(UnknownReference, match="37 qđ tw"):
        look_up(store, "đảng viên uống rượu")


def test_two_documents_with_one_number_are_both_shown(tmp_path: Path, write: Writer) -> None:
    write("a.md", so_ky_hieu="12-NQ/TW", loai="Nghị quyết", ngay="2012-01-16")
    path = write("b.md", so_ky_hieu="12-NQ/TW", loai="Nghị quyết", ngay="2022-03-16")
    index.ingest([path.parent], tmp_path / "kb", None)
    store = index.open_store(tmp_path / "kb", None)
    assert [f.about.date.year for f in look_up(store, "12-NQ/TW").found if f.about.date] == [
        2012,
        2022,
    ]
    (found,) = look_up(store, "Nghị quyết số 12-NQ/TW, ngày 16/3/2022").found
    assert found.about.id == "nq-12-tw-2022"


def test_another_name_serves_where_a_plenum_has_no_number(store: index.KnowledgeBase) -> None:
    (found,) = look_up(store, "NQTW4 khóa XIII").found
    assert found.about.id == "kl-21-tw-2021"


def test_who_cites_the_unit_is_told_from_who_cites_the_whole(tmp_path: Path, write: Writer) -> None:
    write("a.md", "Điều 1. Một\nLời một.\nĐiều 2. Hai\nLời hai.", so_ky_hieu="1-QĐ/TW")
    citing = "Điều 1. Căn cứ\nTheo Điều 2 Quy định số 1-QĐ/TW thì làm.\nXem Quy định số 1-QĐ/TW."
    path = write("b.md", citing, so_ky_hieu="2-QĐ/TW")
    index.ingest([path.parent], tmp_path / "kb", None)
    store = index.open_store(tmp_path / "kb", None)

    def cited(words: str) -> tuple[list[str], list[str]]:
        (found,) = look_up(store, words).found
        return (
            [m.mention.sentence for m in found.cited_by],
            [m.mention.sentence for m in found.cited_whole],
        )

    of_unit = ["Theo Điều 2 Quy định số 1-QĐ/TW thì làm."]
    of_whole = ["Xem Quy định số 1-QĐ/TW."]
    assert cited("Điều 2 Quy định 1-QĐ/TW") == (of_unit, of_whole)
    assert cited("Điều 1 Quy định 1-QĐ/TW") == ([], of_whole)
    assert cited("Quy định 1-QĐ/TW") == (of_unit + of_whole, [])


def test_the_beginning_of_a_document_is_not_cut_in_a_word(store: index.KnowledgeBase) -> None:
    (found,) = look_up(store, "37-QĐ/TW").found
    document = store.document(found.about.id)
    assert document is not None
    assert document.text.startswith(found.text)
    assert document.text[len(found.text)] in " \n"


def test_another_day_is_not_given_the_citers_and_validity_of_the_one_held(
    store: index.KnowledgeBase,
) -> None:
    answer = look_up(store, "Quy định 37-QĐ/TW, ngày 26/10/2021")
    assert (answer.found, answer.cited_by) == ((), ())
    assert [about.id for about in answer.others] == ["qd-37-tw-2021"]
    asked = stub_of(answer.citation)
    assert Ledger(store, date(2026, 11, 23)).validity_of(asked).status is Status.UNVERIFIED


def test_a_plenum_without_its_term_can_be_several(store: index.KnowledgeBase) -> None:
    found = [each.about.id for each in look_up(store, "Nghị quyết Trung ương 4").found]
    assert found == ["nq-12-tw-2012", "nq-04-tw-2016"]


def test_a_nickname_names_every_document_that_bears_it(store: index.KnowledgeBase) -> None:
    found = {each.about.id for each in look_up(store, "19 điều").found}
    assert found == {"qd-115-tw-2007", "qd-47-tw-2011", "qd-37-tw-2021"}
