"""Kiểm tra viện dẫn: planted faults are told in their field, and right drafts raise no alarm."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import perf_counter

import pytest
from conftest import SHARED, Writer, needs_shared
from planted_faults import plant

import index
from citator import (
    CheckedCitation,
    DraftCheck,
    Field,
    Finding,
    Outcome,
    Verdict,
    check_draft,
)
from ingest import Metadata, Reading, parse, understand

SEED = SHARED / "seed" / "ke-hoach-66-kh-hu.txt"
PLAN_DAY = date(2022, 2, 28)
IN_FULL = """\
Thực hiện Kế hoạch số 66-KH/HU, ngày 28/02/2022 của Ban Thường vụ Huyện ủy Kon Rẫy về lãnh \
đạo, chỉ đạo việc tổ chức đợt sinh hoạt chính trị về xây dựng, chỉnh đốn Đảng và hệ thống \
chính trị trên địa bàn huyện.
Các văn bản cần học tập: Kết luận số 21-KL/TW, ngày 25/10/2021 của Ban Chấp hành Trung ương \
về đẩy mạnh xây dựng, chỉnh đốn Đảng và hệ thống chính trị; Quy định số 37-QĐ/TW, ngày \
25/10/2021 của Ban Chấp hành Trung ương về những điều đảng viên không được làm; Quy định số \
22-QĐ/TW, ngày 28/7/2021 của Ban Chấp hành Trung ương về công tác kiểm tra, giám sát và kỷ \
luật của Đảng; Quy định số 24-QĐ/TW, ngày 30/7/2021 của Ban Chấp hành Trung ương về thi hành \
 Điều lệ Đảng; Quy định số 41-QĐ/TW, ngày 03/11/2021 của Bộ Chính trị về việc miễn nhiệm, từ \
 chức đối với cán bộ.
Kết luận số 01-KL/TW, ngày 18/5/2021 của Bộ Chính trị về tiếp tục thực hiện Chỉ thị số \
05-CT/TW, ngày 15/5/2016 của Bộ Chính trị khóa XII về "Đẩy mạnh học tập và làm theo tư \
tưởng, đạo đức, phong cách Hồ Chí Minh"; Kết luận số 14-KL/TW, ngày 22/9/2021 của Bộ Chính \
trị về chủ trương khuyến khích và bảo vệ cán bộ năng động, sáng tạo vì lợi ích chung.
"""

Check = Callable[..., DraftCheck]


@pytest.fixture(scope="module")
def store(corpus_kb: Path) -> index.KnowledgeBase:
    return index.open_store(corpus_kb, None)


@pytest.fixture(scope="module")
def check(store: index.KnowledgeBase) -> Check:
    """Check a text, as a draft of the plan's day unless another is given."""

    def check_text(text: str, on: date | None = PLAN_DAY) -> DraftCheck:
        return check_draft(store, _pasted(text), on)

    return check_text


def _pasted(text: str):  # type: ignore[no-untyped-def]
    return understand(Reading(unicodedata.normalize("NFC", text), Metadata(id="ban-thao")))


def _told(row: CheckedCitation) -> set[tuple[Field, Outcome, str]]:
    """What a person is shown beside what agrees: differences and reminders."""
    shown = (Outcome.DIFFERS, Outcome.ENDED, Outcome.REMINDER)
    return {(each.field, each.outcome, each.note) for each in row.findings if each.outcome in shown}


def _only(check: DraftCheck) -> CheckedCitation:
    (row,) = check.rows
    return row


def _finding(row: CheckedCitation, field: Field) -> Finding:
    return next(each for each in row.findings if each.field is field)


def _assert_all_found(check: Check, text: str) -> Counter[str]:
    """Every planted fault is told on its citation and in its field; return how many of each kind.

    A title holds the number of a document it names, so that number's faults are told there too.
    """
    clean = {row.citation.start: row for row in check(text).rows}
    planted: Counter[str] = Counter()
    for fault in plant(text):
        rows = {row.citation.start: row for row in check(fault.text).rows}
        told = _told(rows[fault.at]) - _told(clean[fault.at])
        assert fault.field in {field for field, _, _ in told}, (fault.kind, rows[fault.at].words)
        elsewhere = {
            field
            for at, row in rows.items()
            if at != fault.at and row.is_alarm
            for field, outcome, _ in _told(row)
            if outcome is Outcome.DIFFERS
        }
        assert elsewhere <= ({Field.TITLE} if fault.field is Field.NUMBER else set()), fault.kind
        planted[fault.kind] += 1
    return planted


@needs_shared
def test_every_fault_planted_in_the_seed_is_found(check: Check) -> None:
    planted = _assert_all_found(check, SEED.read_text(encoding="utf-8"))
    assert sum(planted.values()) >= 54
    assert planted["wrong number"] == planted["Quyết định for Quy định"] == 9
    assert (planted["wrong day"], planted["wrong day added"], planted["dropped day"]) == (7, 2, 7)
    assert (planted["swapped issuer"], planted["changed word of the title"]) == (8, 18)


@needs_shared
def test_the_seed_itself_raises_no_alarm(store: index.KnowledgeBase) -> None:
    result = check_draft(store, parse(SEED), PLAN_DAY)
    assert result.alarms == ()
    numbered = [row for row in result.rows if row.citation.symbol]
    assert [row.verdict for row in numbered] == [Verdict.MATCH] * 9
    undated = [row.citation.symbol for row in numbered if row.citation.date is None]
    assert undated == ["21-KL/TW", "37-QĐ/TW"]
    for row in numbered:
        lacks_day = any("thiếu ngày" in each.note for each in row.reminders)
        assert lacks_day == (row.citation.symbol in undated)


def test_every_fault_planted_in_a_text_of_our_own_is_found(check: Check) -> None:
    planted = _assert_all_found(check, IN_FULL)
    assert sum(planted.values()) >= 54


def test_citations_in_full_raise_no_alarm_and_no_reminder_of_form(check: Check) -> None:
    result = check(IN_FULL)
    assert result.alarms == ()
    numbered = [row for row in result.rows if row.citation.symbol]
    assert [row.verdict for row in numbered] == [Verdict.MATCH] * 9
    assert [each for row in result.rows for each in row.findings if each.field is Field.FORM] == []


def test_a_wrong_day_says_what_the_source_has(check: Check) -> None:
    row = _only(check("Quy định số 41-QĐ/TW, ngày 13/11/2021 của Bộ Chính trị"))
    assert row.verdict is Verdict.DIFFERS
    found = _finding(row, Field.DATE)
    assert (found.drafted, found.held) == ("13/11/2021", "03/11/2021")
    assert found.about is not None
    assert found.about.id == "qd-41-tw-2021"


def test_a_wrong_number_with_day_and_title_names_the_right_one(check: Check) -> None:
    words = "Quy định số 42-QĐ/TW, ngày 03/11/2021 của Bộ Chính trị"
    row = _only(check(f"{words} về việc miễn nhiệm, từ chức đối với cán bộ"))
    assert row.verdict is Verdict.DIFFERS
    assert _finding(row, Field.NUMBER).held == "41-QĐ/TW"
    without_title = _only(check(words))  # that issuer may have signed another one that day
    assert without_title.verdict is Verdict.NOT_HELD
    like = _finding(without_title, Field.NUMBER)
    assert (like.outcome, like.held) == (Outcome.REMINDER, "41-QĐ/TW")


def test_a_number_of_one_document_with_the_title_of_another_differs(check: Check) -> None:
    row = _only(
        check("Quy định số 24-QĐ/TW, ngày 30/7/2021 về những điều đảng viên không được làm.")
    )
    assert row.verdict is Verdict.DIFFERS
    assert "Quy định" in _finding(row, Field.TITLE).note


def test_a_number_with_the_day_of_another_document_is_the_other_number(check: Check) -> None:
    row = _only(
        check(
            "Quy định số 24-QĐ/TW, ngày 28/7/2021 của Ban Chấp hành Trung ương về công tác kiểm "
            "tra, giám sát và kỷ luật của Đảng"
        )
    )
    assert _finding(row, Field.NUMBER).held == "22-QĐ/TW"


def test_the_number_of_another_term_is_not_held_and_no_error(check: Check) -> None:
    row = _only(check("Quy định số 22-QĐ/TW, ngày 28/7/2006 của Bộ Chính trị"))
    assert row.verdict is Verdict.NOT_HELD
    assert _finding(row, Field.NUMBER).outcome is Outcome.UNCHECKED


def test_the_number_of_another_district_is_not_held_and_no_error(check: Check) -> None:
    row = _only(check("Kế hoạch số 66-KH/HU, ngày 15/3/2022 của Huyện ủy Đăk Hà"))
    assert row.verdict is Verdict.NOT_HELD
    undated = _only(check("Kế hoạch số 66-KH/HU của Huyện ủy Đăk Hà"))
    assert undated.verdict is Verdict.NOT_HELD


def test_two_documents_of_one_number_are_both_named(check: Check) -> None:
    row = _only(check("Kết luận số 14-KL/TW của Bộ Chính trị", on=None))
    assert row.verdict is Verdict.AMBIGUOUS
    assert [target.about.id for target in row.link.targets] == ["kl-14-tw-2021", "kl-14-tw-2026"]
    titled = "Kết luận số 14-KL/TW của Bộ Chính trị về giá xăng dầu"
    assert _only(check(titled, on=None)).verdict is Verdict.MATCH
    assert _only(check("Kết luận số 14-KL/TW của Bộ Chính trị")).verdict is Verdict.MATCH


def test_a_document_later_than_the_draft_is_not_meant_unless_its_day_says_so(check: Check) -> None:
    undated = _only(check("Quy định số 21-QĐ/TW của Ban Chấp hành Trung ương"))
    assert undated.verdict is Verdict.NOT_HELD
    dated = _only(check("Quy định số 399-QĐ/TW, ngày 09/01/2026 của Ban Bí thư"))
    assert dated.verdict is Verdict.DIFFERS
    assert _finding(dated, Field.VALIDITY).outcome is Outcome.DIFFERS


def test_a_field_the_store_is_not_sure_of_says_so(check: Check) -> None:
    words = "Quy định số 207-QĐ/TW, ngày 27/7/2026 của Ban Chấp hành Trung ương"
    found = _finding(_only(check(words, on=date(2026, 11, 1))), Field.DATE)
    assert found.outcome is Outcome.DIFFERS
    assert found.note == "Lệch với bản trong kho, mục này đang là: nguồn thứ cấp."


def test_an_issuer_that_may_be_another_documents_is_a_reminder(check: Check) -> None:
    row = _only(check("Quy định số 22-QĐ/TW của Bộ Chính trị", on=None))
    assert _finding(row, Field.ISSUER).outcome is Outcome.REMINDER
    known_term = _only(check("Quy định số 22-QĐ/TW của Bộ Chính trị"))
    assert _finding(known_term, Field.ISSUER).outcome is Outcome.DIFFERS


def test_what_was_replaced_before_the_draft_is_told_with_its_successors(check: Check) -> None:
    words = "Quy định số 24-QĐ/TW, ngày 30/7/2021 của Ban Chấp hành Trung ương"
    then = _only(check(words))
    assert then.verdict is Verdict.MATCH
    (later,) = then.reminders
    assert later.held.startswith("Đã được thay thế bởi Quy định 232-QĐ/TW ngày 20/01/2025, rồi")
    now = _only(check(words, on=date(2025, 3, 1)))
    assert now.verdict is Verdict.REPLACED
    assert "232-QĐ/TW" in _finding(now, Field.VALIDITY).held


def test_a_draft_that_itself_ends_what_it_cites_is_right(check: Check) -> None:
    cited = "Quy định số 24-QĐ/TW, ngày 30/7/2021 của Ban Chấp hành Trung ương"
    for words in (f"Quy định này thay thế {cited}.", f"{cited} đã được thay thế."):
        row = next(r for r in check(words, on=date(2025, 3, 1)).rows if r.citation.symbol)
        assert row.verdict is Verdict.MATCH
        assert _finding(row, Field.VALIDITY).outcome is Outcome.REMINDER


def test_a_repealed_document_is_told_from_a_replaced_one(check: Check) -> None:
    words = "Nghị định số 110/2004/NĐ-CP ngày 08 tháng 4 năm 2004 của Chính phủ"
    assert _only(check(words)).verdict is Verdict.REPEALED


def test_an_article_beyond_the_number_a_digest_states_differs(check: Check) -> None:
    row = _only(check("Điều 25 Quy định số 37-QĐ/TW, ngày 25/10/2021"))
    found = _finding(row, Field.PINPOINT)
    assert (row.verdict, found.held) == (Verdict.DIFFERS, "19 điều")
    held = _only(check("Điều 9 Quy định số 37-QĐ/TW, ngày 25/10/2021"))
    assert held.verdict is Verdict.MATCH
    assert _finding(held, Field.PINPOINT).address == "dieu-9"


def test_a_unit_a_digest_does_not_list_cannot_be_checked(check: Check) -> None:
    row = _only(check("khoản 2 Điều 9 Quy định số 37-QĐ/TW, ngày 25/10/2021"))
    assert row.verdict is Verdict.UNCHECKED
    assert "tóm lược" in _finding(row, Field.PINPOINT).note


def test_form_is_reminded_and_never_an_alarm(check: Check) -> None:
    first, later = check(
        "Quy định số 22-QĐ/TW, ngày 28/7/2021 của Ban Chấp hành Trung ương.\n"
        "Theo Quy định số 22-QĐ/TW, ngày 28/7/2021 của Ban Chấp hành Trung ương."
    ).rows
    assert _notes(first) == []
    assert _notes(later) == ["Các lần sau chỉ cần tên loại, số và ký hiệu."]
    (digits,) = check("Kết luận số 1-KL/TW, ngày 18/5/2021 của Bộ Chính trị").rows
    assert _notes(digits) == ["Số dưới 10 ghi thêm số 0 ở trước."]
    for words in ("03/2/2017", "3/02/2017", "6 tháng 02 năm 2017"):
        (day,) = check(f"Quy định số 66-QĐ/TW, ngày {words} của Ban Bí thư").rows
        assert _notes(day) == ["Ngày dưới 10 và tháng 1, tháng 2 ghi thêm số 0 ở trước."]
    (law,) = check("Luật Phòng, chống tham nhũng số 36/2018/QH14").rows
    assert _notes(law) == []


def _notes(row: CheckedCitation) -> list[str]:
    return [each.note for each in row.findings if each.field is Field.FORM]


def test_the_date_is_the_one_given_else_the_drafts_own_else_today(
    store: index.KnowledgeBase, tmp_path: Path
) -> None:
    draft = tmp_path / "du-thao.md"
    draft.write_text("---\nngay: 2024-05-06\n---\nQuy định số 41-QĐ/TW.\n", encoding="utf-8")
    document = parse(draft)
    given = check_draft(store, document, date(2023, 1, 1))
    assert (given.on, given.on_from) == (date(2023, 1, 1), "do người kiểm tra nêu")
    own = check_draft(store, document)
    assert (own.on, own.on_from) == (date(2024, 5, 6), "ngày ghi trong bản thảo")
    today = check_draft(store, _pasted("Quy định số 41-QĐ/TW."))
    assert (today.on, today.on_from[:13]) == (today.checked, "ngày kiểm tra")


def test_the_store_compared_with_is_named_by_a_hash(
    store: index.KnowledgeBase, tmp_path: Path, write: Writer
) -> None:
    assert check_draft(store, _pasted("x")).compared == len(store.documents())
    path = write("a.md", so_ky_hieu="1-QĐ/TW")
    prints = []
    for body in ("Điều 1. Một", "Điều 1. Một", "Điều 1. Hai"):
        write("a.md", body, so_ky_hieu="1-QĐ/TW")
        kb = tmp_path / f"kb{len(prints)}"
        index.ingest([path.parent], kb, None)
        prints.append(index.open_store(kb, None).fingerprint())
    assert prints[0] == prints[1] != prints[2]


def test_a_day_or_an_issuer_the_store_does_not_know_cannot_be_checked(check: Check) -> None:
    day = _only(check("Luật số 64/2025/QH15 ngày 19 tháng 02 năm 2025", on=date(2025, 6, 1)))
    assert _finding(day, Field.DATE).outcome is Outcome.UNCHECKED
    issuer = _only(check("Chỉ thị số 03-CT/TW, ngày 14/5/2011 của Bộ Chính trị"))
    assert _finding(issuer, Field.ISSUER).outcome is Outcome.UNCHECKED
    assert issuer.verdict is Verdict.MATCH


def test_a_number_that_restarts_every_year_names_one_document(check: Check) -> None:
    row = _only(check("Nghị định số 73/2023/NĐ-CP ngày 30 tháng 9 năm 2023", on=date(2024, 1, 1)))
    assert (row.verdict, _finding(row, Field.DATE).held) == (Verdict.DIFFERS, "29/09/2023")


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Luật Phòng, chống tham nhũng số 36/2018/QH14", Verdict.MATCH),
        ("Luật Phòng, chống lãng phí số 36/2018/QH14", Verdict.DIFFERS),
        (
            "Luật sửa đổi, bổ sung một số điều của Luật Phòng, chống tham nhũng số 36/2018/QH14",
            Verdict.MATCH,
        ),
    ],
)
def test_a_law_is_named_before_its_number(check: Check, text: str, verdict: Verdict) -> None:
    row = _only(check(text))
    assert row.verdict is verdict
    assert _finding(row, Field.TITLE).held == "Phòng, chống tham nhũng"


@pytest.mark.parametrize(
    ("after", "outcome"),
    [
        ("về công tác kiểm tra, giám sát.", Outcome.MATCH),
        ("về công tác kiểm tra, giám sát và kỷ luật của Đảng và các quy định khác", Outcome.MATCH),
        ('về "Công tác kiểm tra, giám sát và kỷ luật của Đảng"', Outcome.MATCH),
        ("về công tác kiểm tra, giám sát và kỷ luật của Đoàn", Outcome.DIFFERS),
        ("về công tác kiểm toán, giám sát và kỷ luật của Đảng", Outcome.DIFFERS),
        ('về "Công tác kiểm tra, giám sát và kỷ luật của Đảng hôm nay"', Outcome.DIFFERS),
        ("về công tác kiểm tra mới được phổ biến ở chi bộ", None),
        ("về việc thu hồi đất", None),
        ("thì đảng viên phải làm", None),
        ("", None),
    ],
)
def test_a_title_is_told_from_words_that_are_none(
    check: Check, after: str, outcome: Outcome | None
) -> None:
    row = _only(check(f"Quy định số 22-QĐ/TW, ngày 28/7/2021 {after}"))
    found = [each.outcome for each in row.findings if each.field is Field.TITLE]
    assert found == ([outcome] if outcome else [])


def test_a_title_that_cites_a_document_must_cite_that_one(check: Check) -> None:
    outer = "Kết luận số 01-KL/TW, ngày 18/5/2021 của Bộ Chính trị về tiếp tục thực hiện"
    assert check(f"{outer} nhiệm vụ").rows[0].verdict is Verdict.MATCH
    other = check(f"{outer} Chỉ thị số 03-CT/TW, ngày 14/5/2011 của Bộ Chính trị").rows[0]
    assert other.verdict is Verdict.DIFFERS


def test_adversarial_text_is_checked_in_linear_time(check: Check) -> None:
    cited = "Quy định số 22-QĐ/TW quy định: “"
    started = perf_counter()
    check(cited * 4000 + '"' * 20_000 + "về " * 20_000 + "sửa đổi của luật " * 10_000)
    assert perf_counter() - started < 20


def test_a_draft_of_a_thousand_citations_takes_seconds(check: Check) -> None:
    result = check(IN_FULL * 120)
    assert sum(bool(row.citation.symbol) for row in result.rows) == 1080
    assert result.alarms == ()


def test_a_day_that_does_not_exist_is_told(check: Check) -> None:
    (row,) = check("Theo Quy định số 37-QĐ/TW, ngày 31/02/2021 của Ban Chấp hành Trung ương.").rows
    (found,) = (each for each in row.findings if each.field is Field.DATE)
    assert (row.verdict, found.outcome) == (Verdict.DIFFERS, Outcome.DIFFERS)
    assert (found.drafted, found.held) == ("ngày 31/02/2021", "25/10/2021")


def test_a_day_without_its_year_cannot_be_compared(check: Check) -> None:
    (row,) = check("Theo Quy định số 22-QĐ/TW, ngày 28/7 của Ban Chấp hành Trung ương.").rows
    assert row.verdict is Verdict.UNCHECKED


def test_the_draft_s_own_day_is_that_of_its_letterhead(check: Check) -> None:
    text = "Kon Rẫy, ngày 28/02/2022\nKẾ HOẠCH\nTheo Quy định số 22-QĐ/TW, ngày 28/7/2021."
    result = check(text, None)
    assert (result.on, result.on_from) == (PLAN_DAY, "ngày ghi trong bản thảo")
    assert result.alarms == ()


def test_a_plenum_has_no_number_to_agree(check: Check) -> None:
    (row,) = check("Theo Hội nghị Trung ương 4 khóa XII.").rows
    assert Field.NUMBER not in [each.field for each in row.findings]
