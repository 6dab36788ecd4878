"""Validity in words: every state, with how sure it is, and links only to what is held."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from conftest import TODAY
from screens import plain

import index
from citator import Status, Validity
from index import StatementBy
from ingest import Citation, Confidence, Metadata, Relation, Statement
from views.standpoint import Standpoint, stand, survey
from views.validity import badge_of, footer, line_of, reliance_warning, validity_line
from views.validity_words import UNKNOWN, hint_of, words_of

BEFORE = date(2022, 2, 28)
NEWER = Metadata(id="qd-296-tw-2025", type="Quy định", number="296-QĐ/TW", date=date(2025, 5, 30))
NEWEST = Metadata(id="qd-21-tw-2026", type="Quy định", number="21-QĐ/TW", date=date(2026, 4, 11))


@pytest.fixture(scope="module")
def kb(corpus_kb: Path) -> index.KnowledgeBase:
    return index.open_store(corpus_kb, None)


@pytest.fixture(scope="module")
def earlier(kb: index.KnowledgeBase) -> Standpoint:
    return stand(kb, survey(kb), BEFORE, TODAY)


def said(
    relation: Relation,
    by: Metadata = NEWER,
    confidence: Confidence = Confidence.SEEN,
    *,
    held: bool = True,
    **more: object,
) -> StatementBy:
    target = Citation("22-QĐ/TW", 0, 8, symbol="22-QĐ/TW", units=more.pop("units", ()))  # type: ignore[arg-type]
    statement = Statement(relation, target, confidence=confidence, **more)  # type: ignore[arg-type]
    return StatementBy(by, held, statement, "")


CASES = {
    "replaced": (
        Validity(Status.REPLACED, TODAY, (said(Relation.REPLACES),)),
        ("Đã được thay thế", "het"),
        "Đã được thay thế bởi Quy định 296-QĐ/TW, 30/05/2025 (đã thấy)",
    ),
    "replaced, inferred": (
        Validity(
            Status.REPLACED, TODAY, (said(Relation.REPLACES, confidence=Confidence.INFERRED),)
        ),
        ("Đã được thay thế (suy luận)", "het"),
        "Đã được thay thế bởi Quy định 296-QĐ/TW, 30/05/2025 (suy luận)",
    ),
    "replaced from another day": (
        Validity(Status.REPLACED, TODAY, (said(Relation.REPLACES, since=date(2025, 7, 1)),)),
        ("Đã được thay thế", "het"),
        "Đã được thay thế bởi Quy định 296-QĐ/TW, 30/05/2025, từ ngày 01/07/2025 (đã thấy)",
    ),
    "repealed by one that is gone": (
        Validity(Status.REPEALED, TODAY, (said(Relation.REPEALS, held=False),)),
        ("Đã hết hiệu lực", "het"),
        "Đã hết hiệu lực theo Quy định 296-QĐ/TW, 30/05/2025 "
        "(văn bản này không còn trong kho) (đã thấy)",
    ),
    "amended": (
        Validity(
            Status.AMENDED,
            TODAY,
            (
                said(Relation.AMENDS, units=(("Điều 9", "khoản 2"),)),
                said(Relation.REPEALS, NEWEST, Confidence.SECONDARY, units=(("Điều 10",),)),
            ),
        ),
        ("Đã được sửa đổi", "sua"),
        "Đã được sửa đổi ở khoản 2 Điều 9 bởi Quy định 296-QĐ/TW, 30/05/2025 (đã thấy);"
        " bãi bỏ Điều 10 bởi Quy định 21-QĐ/TW, 11/04/2026 (nguồn thứ cấp)",
    ),
    "in force": (
        Validity(Status.IN_FORCE, TODAY, (said(Relation.CONTINUES),)),
        ("Còn hiệu lực", "con"),
        "Còn hiệu lực (theo Quy định 296-QĐ/TW, 30/05/2025)",
    ),
    "in force until later": (
        Validity(Status.IN_FORCE, BEFORE, (said(Relation.REPLACES),), date(2025, 5, 30)),
        ("Còn hiệu lực", "con"),
        "Còn hiệu lực tại ngày 28/02/2022 (theo Quy định 296-QĐ/TW, thay thế từ 30/05/2025)",
    ),
    "not issued": (
        Validity(Status.NOT_ISSUED, BEFORE),
        ("Chưa ban hành", "chua-ro"),
        "Chưa ban hành ở ngày 28/02/2022",
    ),
    "unverified": (
        Validity(Status.UNVERIFIED, TODAY),
        ("Chưa xác minh", "chua-ro"),
        "Chưa xác minh",
    ),
    "unverified, replaced on no known day": (
        Validity(Status.UNVERIFIED, TODAY, (said(Relation.REPLACES),)),
        ("Chưa xác minh", "chua-ro"),
        "Chưa xác minh: Quy định 296-QĐ/TW thay thế văn bản này, nhưng chưa rõ từ ngày nào"
        " (đã thấy)",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_every_state_says_what_it_rests_on(case: str, view: Standpoint) -> None:
    validity, badge, sentence = CASES[case]
    shown = badge_of(validity)
    assert (shown.words, shown.look) == badge
    assert words_of(validity) == sentence
    line = validity_line(view, validity)
    assert plain(line).replace(" ", "") == sentence.replace(" ", "")
    assert f'class="nhan hl {badge[1]}{"" if shown.is_sure else " chua-chac"}"' in line
    if "gone" in case:
        assert "href" not in line
    elif validity.grounds:
        assert 'href="van-ban?vb=qd-296-tw-2025"' in line


def test_unverified_says_why_in_a_hint(view: Standpoint) -> None:
    nothing = Validity(Status.UNVERIFIED, TODAY)
    assert hint_of(nothing) == badge_of(nothing).hint == UNKNOWN
    assert UNKNOWN not in plain(validity_line(view, nothing))
    assert UNKNOWN in plain(validity_line(view, nothing, explained=True))


def test_many_amendments_are_counted_after_three() -> None:
    amending = [
        Metadata(id=f"luat-{n}", type="Luật", number=f"{n}/2020/QH14", date=date(2020, 1, n))
        for n in range(1, 6)
    ]
    grounds = tuple(said(Relation.AMENDS, by) for by in amending)
    words = words_of(Validity(Status.AMENDED, TODAY, grounds))
    assert "3/2020/QH14" in words and "4/2020/QH14" not in words
    assert words.endswith(" và 2 văn bản khác")


def test_a_doubtful_name_makes_the_whole_doubtful() -> None:
    doubtful = Metadata(
        id="x", number="207-QĐ/TW", type="Quy định", doubts=(("number", "nguồn thứ cấp"),)
    )
    words = words_of(Validity(Status.REPLACED, TODAY, (said(Relation.REPLACES, doubtful),)))
    assert words == "Đã được thay thế bởi Quy định 207-QĐ/TW, chưa rõ ngày (nguồn thứ cấp)"


def test_words_of_a_statement_are_never_markup(view: Standpoint) -> None:
    hostile = Metadata(id="a&b", type="<script>", number='"><img src=x>', date=TODAY)
    validity = Validity(Status.REPLACED, TODAY, (said(Relation.REPLACES, hostile),))
    line = validity_line(view, validity, [validity])
    assert "<script>" not in line and "<img" not in line
    assert "&lt;script&gt;" in line and 'href="van-ban?vb=a%26b"' in line


@pytest.mark.parametrize(
    ("id", "today", "then"),
    [
        (
            "qd-22-tw-2021",
            "Đã được thay thế bởi Quy định 296-QĐ/TW , 30/05/2025 (đã thấy) · văn bản tiếp theo: "
            "Quy định 21-QĐ/TW (suy luận)",
            "Còn hiệu lực tại ngày 28/02/2022 (theo Quy định 296-QĐ/TW , thay thế từ 30/05/2025 )",
        ),
        (
            "qd-24-tw-2021",
            "Đã được thay thế bởi Quy định 232-QĐ/TW , 20/01/2025 (đã thấy) · văn bản tiếp theo: "
            "Quy định 294-QĐ/TW (suy luận) → Quy định 20-QĐ/TW (suy luận) → "
            "Quy định 208-QĐ/TW (nguồn thứ cấp)",
            "Còn hiệu lực tại ngày 28/02/2022 (theo Quy định 232-QĐ/TW , thay thế từ 20/01/2025 )",
        ),
        (
            "qd-37-tw-2021",
            "Đã được thay thế bởi Quy định 207-QĐ/TW , 26/07/2026 (nguồn thứ cấp)",
            "Chưa xác minh",  # second-hand, so no proof that it held until then
        ),
        (
            "qd-41-tw-2021",
            "Đã được thay thế bởi Quy định 377-QĐ/TW , 08/10/2025 (đã thấy)",
            "Còn hiệu lực tại ngày 28/02/2022 (theo Quy định 377-QĐ/TW , thay thế từ 08/10/2025 )",
        ),
        (
            "ct-05-tw-2016",
            "Còn hiệu lực (theo Kết luận 01-KL/TW , 18/05/2021 )",
            "Còn hiệu lực (theo Kết luận 01-KL/TW , 18/05/2021 )",
        ),
        ("qd-377-tw-2025", "Chưa xác minh", "Chưa ban hành ở ngày 28/02/2022"),
    ],
)
def test_the_truth_on_the_corpus(
    view: Standpoint, earlier: Standpoint, id: str, today: str, then: str
) -> None:
    about = view.catalogue.about(id)
    assert about is not None
    close = lambda words: words.replace(" ", "")  # noqa: E731 - tags leave spaces behind
    assert close(plain(line_of(view, about))) == close(today)
    assert close(plain(line_of(earlier, about))) == close(then)


def test_links_carry_the_day_unless_it_is_today(view: Standpoint, earlier: Standpoint) -> None:
    assert view.reader("qd-22-tw-2021") == "van-ban?vb=qd-22-tw-2021"
    assert earlier.reader("a", "dieu-9") == "van-ban?vb=a&dv=dieu-9&ngay=2022-02-28"
    assert earlier.citation("QĐ 37").endswith("&ngay=2022-02-28")
    assert (view.page("kho"), earlier.page("kho")) == ("kho", "kho?ngay=2022-02-28")
    about = earlier.catalogue.about("qd-22-tw-2021")
    assert about is not None
    assert 'href="van-ban?vb=qd-296-tw-2025&amp;ngay=2022-02-28"' in line_of(earlier, about)


def test_a_document_that_rests_on_ended_ones_carries_a_warning(
    view: Standpoint, earlier: Standpoint
) -> None:
    plan = view.catalogue.document("kh-66-hu-konray-2022")
    assert plan is not None
    warning = plain(reliance_warning(view, view.ledger.reliances_of(plan)))
    assert warning.startswith(
        "Văn bản này viện dẫn 4 văn bản đã hết hiệu lực : Quy định 37-QĐ/TW, Quy định 22-QĐ/TW, "
        "Quy định 24-QĐ/TW, Quy định 41-QĐ/TW"
    )
    assert reliance_warning(earlier, earlier.ledger.reliances_of(plan)) == ""


def test_the_footer_counts_what_validity_rests_on(view: Standpoint) -> None:
    statements = view.catalogue.statements()
    acting = {found.by.id for found in statements}
    words = f"Hiệu lực suy ra từ {len(statements)} quan hệ ghi trong {len(acting)} văn bản của kho"
    assert plain(footer(view)).startswith(f"{words}, tính đến ngày 23/11/2026;")
