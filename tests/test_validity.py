"""What still holds: derived from statements as of a day, and never green without proof."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from conftest import Writer

import index
from citator import Ledger, Status, Validity, worst_of

TODAY = date(2026, 11, 23)
PLAN_DAY = date(2022, 2, 28)


@pytest.fixture(scope="module")
def store(corpus_kb: Path) -> index.KnowledgeBase:
    return index.open_store(corpus_kb, None)


def validity(store: index.KnowledgeBase, id: str, on: date = TODAY) -> Validity:
    about = store.about(id)
    assert about is not None
    return Ledger(store, on).validity_of(about)


@pytest.mark.parametrize(
    ("id", "by", "confidence", "chain"),
    [
        ("qd-22-tw-2021", "296-QĐ/TW", "đã thấy", ["296-QĐ/TW", "21-QĐ/TW"]),
        (
            "qd-24-tw-2021",
            "232-QĐ/TW",
            "đã thấy",
            ["232-QĐ/TW", "294-QĐ/TW", "20-QĐ/TW", "208-QĐ/TW"],
        ),
        ("qd-37-tw-2021", "207-QĐ/TW", "nguồn thứ cấp", ["207-QĐ/TW"]),
        ("qd-41-tw-2021", "377-QĐ/TW", "đã thấy", ["377-QĐ/TW"]),
    ],
)
def test_the_plan_s_regulations_have_been_replaced(
    store: index.KnowledgeBase, id: str, by: str, confidence: str, chain: list[str]
) -> None:
    found = validity(store, id)
    assert (found.status, found.confidence) == (Status.REPLACED, confidence)
    assert found.has_ended
    assert found.by is not None
    assert found.by.number == by
    about = store.about(id)
    assert about is not None
    assert [a.number for a in Ledger(store, TODAY).successors_of(about)] == chain


@pytest.mark.parametrize(
    ("id", "until"),
    [
        ("qd-22-tw-2021", date(2025, 5, 30)),
        ("qd-24-tw-2021", date(2025, 1, 20)),
        ("qd-41-tw-2021", date(2025, 10, 8)),
    ],
)
def test_on_the_plan_s_day_they_held_for_they_were_replaced_later(
    store: index.KnowledgeBase, id: str, until: date
) -> None:
    found = validity(store, id, PLAN_DAY)
    assert (found.status, found.held_until) == (Status.IN_FORCE, until)
    assert not found.has_ended


def test_what_only_secondary_sources_end_is_not_proved_to_have_held(
    store: index.KnowledgeBase,
) -> None:
    assert validity(store, "qd-37-tw-2021", PLAN_DAY).status is Status.UNVERIFIED


@pytest.mark.parametrize(
    ("id", "status"),
    [
        ("ct-05-tw-2016", Status.IN_FORCE),
        ("nq-04-tw-2016", Status.IN_FORCE),
        ("ct-03-tw-2011", Status.UNVERIFIED),
        ("qd-208-tw-2026", Status.UNVERIFIED),
        ("nd-110-2004-cp", Status.REPEALED),
    ],
)
def test_the_rest_is_green_only_with_proof(
    store: index.KnowledgeBase, id: str, status: Status
) -> None:
    assert validity(store, id).status is status


def test_a_document_of_tomorrow_is_not_issued_yet(store: index.KnowledgeBase) -> None:
    assert validity(store, "qd-207-tw-2026", PLAN_DAY).status is Status.NOT_ISSUED


def test_a_replacement_of_unknown_day_counts_from_the_day_it_was_checked(
    store: index.KnowledgeBase,
) -> None:
    before = validity(store, "hd-36-vptw-2018", PLAN_DAY)
    assert (before.status, [g.by.number for g in before.grounds]) == (
        Status.UNVERIFIED,
        ["05-HD/VPTW"],
    )
    assert validity(store, "hd-36-vptw-2018").status is Status.REPLACED


def test_the_plan_rests_on_what_has_been_replaced(store: index.KnowledgeBase) -> None:
    plan = store.document("kh-66-hu-konray-2022")
    assert plan is not None
    rested = [r.on.number for r in Ledger(store, TODAY).reliances_of(plan)]
    assert sorted(rested) == ["22-QĐ/TW", "24-QĐ/TW", "37-QĐ/TW", "41-QĐ/TW"]
    assert Ledger(store, PLAN_DAY).reliances_of(plan) == ()


def test_a_replacement_does_not_rest_on_what_it_replaces(store: index.KnowledgeBase) -> None:
    newer = store.document("qd-296-tw-2025")
    assert newer is not None
    assert Ledger(store, TODAY).reliances_of(newer) == ()


def test_guidance_rests_on_what_it_guides(store: index.KnowledgeBase) -> None:
    guide = store.document("hd-02-tw-2021")
    assert guide is not None
    assert "22-QĐ/TW" in [r.on.number for r in Ledger(store, TODAY).reliances_of(guide)]


SAYS = """statements:
  - quan_he: {relation}
    van_ban: {{so_ky_hieu: {number}{more}}}
    can_cu: [Báo Nhân Dân]
    muc_tin_cay: {sure}
    kiem_tra: 2025-01-01"""


def says(relation: str, number: str, sure: str = "đã thấy", more: str = "") -> dict[str, str]:
    """Front matter of a document that acts on another: the block stands after the issuer."""
    block = SAYS.format(relation=relation, number=number, sure=sure, more=more)
    return {"co_quan": f"Ban Bí thư\n{block}"}


def opened(folder: Path, kb: Path) -> index.KnowledgeBase:
    index.ingest([folder], kb, None)
    return index.open_store(kb, None)


def status_of(store: index.KnowledgeBase, number: str, on: date = TODAY) -> Status:
    (about,) = (a for a in store.documents() if a.number == number)
    return Ledger(store, on).validity_of(about).status


def test_taking_the_replacement_out_does_not_turn_its_victim_green(
    write: Writer, tmp_path: Path
) -> None:
    write("cu.md", so_ky_hieu="1-QĐ/TW", ngay="2021-01-02")
    write(
        "tiep.md", so_ky_hieu="2-KL/TW", ngay="2022-01-02", **says("tiếp tục thực hiện", "1-QĐ/TW")
    )
    new = write("moi.md", so_ky_hieu="3-QĐ/TW", ngay="2023-01-02", **says("thay thế", "1-QĐ/TW"))
    kb = tmp_path / "kb"
    assert status_of(opened(new.parent, kb), "1-QĐ/TW") is Status.REPLACED
    new.unlink()
    store = opened(new.parent, kb)
    assert [a.number for a in store.documents()] == ["2-KL/TW", "1-QĐ/TW"]
    (about,) = (a for a in store.documents() if a.number == "1-QĐ/TW")
    found = Ledger(store, TODAY).validity_of(about)
    assert (found.status, found.grounds[0].held) == (Status.REPLACED, False)
    assert found.by is not None
    assert found.by.number == "3-QĐ/TW"
    assert status_of(store, "1-QĐ/TW", date(2022, 6, 1)) is Status.IN_FORCE
    assert index.verify(kb) == []


def test_a_statement_taken_back_is_gone(write: Writer, tmp_path: Path) -> None:
    write("cu.md", so_ky_hieu="1-QĐ/TW")
    path = write("moi.md", so_ky_hieu="3-QĐ/TW", ngay="2023-01-02", **says("thay thế", "1-QĐ/TW"))
    kb = tmp_path / "kb"
    assert status_of(opened(path.parent, kb), "1-QĐ/TW") is Status.REPLACED
    write("moi.md", so_ky_hieu="3-QĐ/TW", ngay="2023-01-02")
    assert status_of(opened(path.parent, kb), "1-QĐ/TW") is Status.UNVERIFIED


def test_a_file_under_a_new_name_says_things_once(write: Writer, tmp_path: Path) -> None:
    write("cu.md", so_ky_hieu="1-QĐ/TW")
    path = write("moi.md", so_ky_hieu="3-QĐ/TW", ngay="2023-01-02", **says("thay thế", "1-QĐ/TW"))
    kb = tmp_path / "kb"
    opened(path.parent, kb)
    path.rename(path.with_name("khac.md"))
    store = opened(path.parent, kb)
    assert len(store.statements()) == 1
    write("khac.md", so_ky_hieu="3-QĐ/TW", ngay="2023-01-02", **says("bãi bỏ", "1-QĐ/TW"))
    store = opened(path.parent, kb)
    assert [str(s.statement.relation) for s in store.statements()] == ["bãi bỏ"]


@pytest.mark.parametrize(
    ("relation", "more", "status"),
    [
        ("sửa đổi, bổ sung", "", Status.AMENDED),
        ("bãi bỏ", "", Status.REPEALED),
        ("bãi bỏ", ", tai: Điều 9", Status.AMENDED),
        ("hướng dẫn", "", Status.UNVERIFIED),
        ("tiếp tục thực hiện", "", Status.IN_FORCE),
    ],
)
def test_each_relation_has_its_effect(
    write: Writer, tmp_path: Path, relation: str, more: str, status: Status
) -> None:
    write("cu.md", so_ky_hieu="1-QĐ/TW")
    path = write(
        "moi.md", so_ky_hieu="3-QĐ/TW", ngay="2023-01-02", **says(relation, "1-QĐ/TW", more=more)
    )
    store = opened(path.parent, tmp_path / "kb")
    assert status_of(store, "1-QĐ/TW") is status
    assert status_of(store, "1-QĐ/TW", date(2022, 1, 1)) is not Status.AMENDED


def test_continuing_on_hearsay_proves_nothing(write: Writer, tmp_path: Path) -> None:
    write("cu.md", so_ky_hieu="1-QĐ/TW")
    said = says("tiếp tục thực hiện", "1-QĐ/TW", "suy luận")
    path = write("moi.md", so_ky_hieu="3-QĐ/TW", ngay="2023-01-02", **said)
    assert status_of(opened(path.parent, tmp_path / "kb"), "1-QĐ/TW") is Status.UNVERIFIED


def test_a_statement_that_could_mean_two_ends_neither(write: Writer, tmp_path: Path) -> None:
    write("a.md", so_ky_hieu="1-QĐ/TW", ngay="2021-03-02")
    write("b.md", so_ky_hieu="1-QĐ/TW", ngay="2022-03-02")
    path = write("moi.md", so_ky_hieu="3-QĐ/TW", ngay="2023-01-02", **says("thay thế", "1-QĐ/TW"))
    store = opened(path.parent, tmp_path / "kb")
    found = [Ledger(store, TODAY).validity_of(a).status for a in store.documents()]
    assert found == [Status.UNVERIFIED] * 3


def test_two_that_say_they_replace_each_other_do_not_loop(write: Writer, tmp_path: Path) -> None:
    write("a.md", so_ky_hieu="1-QĐ/TW", ngay="2021-03-02", **says("thay thế", "2-QĐ/TW"))
    path = write("b.md", so_ky_hieu="2-QĐ/TW", ngay="2021-03-03", **says("thay thế", "1-QĐ/TW"))
    store = opened(path.parent, tmp_path / "kb")
    first = next(a for a in store.documents() if a.number == "1-QĐ/TW")
    assert [a.number for a in Ledger(store, TODAY).successors_of(first)] == ["2-QĐ/TW"]


def test_the_surest_statement_decides(write: Writer, tmp_path: Path) -> None:
    write("cu.md", so_ky_hieu="1-QĐ/TW")
    write(
        "a.md", so_ky_hieu="3-QĐ/TW", ngay="2022-01-02", **says("thay thế", "1-QĐ/TW", "suy luận")
    )
    path = write("b.md", so_ky_hieu="4-QĐ/TW", ngay="2023-01-02", **says("bãi bỏ", "1-QĐ/TW"))
    store = opened(path.parent, tmp_path / "kb")
    assert status_of(store, "1-QĐ/TW") is Status.REPEALED


def test_the_words_of_an_official_text_are_statements(write: Writer, tmp_path: Path) -> None:
    write("cu.md", so_ky_hieu="1-QĐ/TW")
    path = write(
        "moi.md",
        "Điều 1. Phạm vi\nĐiều 2. Hiệu lực\nQuy định này thay thế Quy định số 1-QĐ/TW.",
        so_ky_hieu="3-QĐ/TW",
        ngay="2023-01-02",
    )
    store = opened(path.parent, tmp_path / "kb")
    (said,) = store.statements_of("qd-3-tw-2023")
    assert said.sentence == "Quy định này thay thế Quy định số 1-QĐ/TW."
    assert said.statement.evidence == ()
    assert status_of(store, "1-QĐ/TW") is Status.REPLACED


def test_a_quoted_title_makes_a_relation_of_the_document_it_names(
    write: Writer, tmp_path: Path
) -> None:
    path = write(
        "ke-hoach.md",
        "1. Thực hiện Kết luận số 2-KL/TW, ngày 02/01/2022 về tiếp tục thực hiện Quy định số "
        "1-QĐ/TW, ngày 02/01/2021.",
        so_ky_hieu="9-KH/HU",
        ngay="2022-05-01",
    )
    write("cu.md", so_ky_hieu="1-QĐ/TW")
    store = opened(path.parent, tmp_path / "kb")
    (said,) = store.statements_of("kl-2-tw-2022")
    assert (said.held, said.by.number) == (False, "2-KL/TW")
    assert said.sentence.startswith("Thực hiện Kết luận số 2-KL/TW")
    assert status_of(store, "1-QĐ/TW") is Status.IN_FORCE


def test_the_same_with_and_without_its_day_counts_once(write: Writer, tmp_path: Path) -> None:
    write("cu.md", so_ky_hieu="1-QĐ/TW")
    path = write(
        "moi.md",
        "Quy định này thay thế Quy định số 1-QĐ/TW, ngày 02/01/2021.",
        so_ky_hieu="3-QĐ/TW",
        ngay="2023-01-02",
        **says("thay thế", "1-QĐ/TW"),
    )
    store = opened(path.parent, tmp_path / "kb")
    (said,) = store.statements_of("qd-3-tw-2023")
    assert said.statement.target.date == date(2021, 1, 2)


def test_of_several_the_worst_is_heard_first() -> None:
    green, ended = Validity(Status.IN_FORCE, TODAY), Validity(Status.REPLACED, TODAY)
    assert worst_of([green, ended]) is ended
    assert worst_of([]) is None
    assert (green.by, green.confidence) == (None, None)
