"""What an official text says of other documents, in the formulas of closing articles and titles."""

from __future__ import annotations

from datetime import date

import pytest
from conftest import SHARED, needs_shared, real_reading

from ingest import (
    Confidence,
    Edition,
    Metadata,
    Reading,
    Relation,
    find_citations,
    parse,
    understand,
)
from ingest.statements import find_nested, find_statements

SIGNED = date(2021, 7, 28)


def said(text: str) -> list[tuple[str, str, tuple[tuple[str, ...], ...], date | None]]:
    """Relation, symbol, units and day of every statement of a text."""
    found = find_statements(text, find_citations(text), SIGNED)
    return [(str(s.relation), s.target.symbol, s.target.units, s.since) for s in found]


@pytest.mark.parametrize(
    ("text", "relation", "symbol"),
    [
        (
            "Quy định này thay thế Quy định số 30-QĐ/TW, ngày 26/7/2016 của Ban Chấp hành "
            "Trung ương.",
            "thay thế",
            "30-QĐ/TW",
        ),
        (
            "2. Nghị định này có hiệu lực thi hành và thay thế Nghị định số 46/2016/NĐ-CP.",
            "thay thế",
            "46/2016/NĐ-CP",
        ),
        (
            "Nghị định số 46/2016/NĐ-CP hết hiệu lực kể từ ngày Nghị định này có hiệu lực.",
            "bãi bỏ",
            "46/2016/NĐ-CP",
        ),
        ("Điều 3. Bãi bỏ Quyết định số 117/2005/QĐ-TTg.", "bãi bỏ", "117/2005/QĐ-TTg"),
        (
            "Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 15/2020/NĐ-CP như sau:",
            "sửa đổi, bổ sung",
            "15/2020/NĐ-CP",
        ),
        (
            "Quy định sửa đổi, bổ sung một số điều của Quy định số 22-QĐ/TW",
            "sửa đổi, bổ sung",
            "22-QĐ/TW",
        ),
    ],
)
def test_the_plain_formulas_are_taken(text: str, relation: str, symbol: str) -> None:
    assert said(text) == [(relation, symbol, (), None)]


@pytest.mark.parametrize(
    "text",
    [
        "Thực hiện Quy định số 30-QĐ/TW, ngày 26/7/2016.",
        "Thay thế cụm từ “cấp huyện” tại Nghị định số 15/2020/NĐ-CP.",
        "Quy định này được thay thế bởi Quy định số 296-QĐ/TW.",
        "Điều 9 có hiệu lực từ ngày Nghị quyết số 61/2022/QH15 hết hiệu lực theo Luật này.",
        "Nghị định số 15/2020/NĐ-CP đã hết hiệu lực.",
        "Kết luận nêu trên không thay thế gì.",
        "Quy định 37 do Trung ương ban hành.",
    ],
)
def test_other_sentences_state_nothing(text: str) -> None:
    assert said(text) == []


def test_a_law_named_in_passing_is_not_acted_on() -> None:
    text = (
        "Sửa đổi, bổ sung một số điều của Luật Lâm nghiệp số 16/2017/QH14 đã được sửa đổi, bổ sung "
        "một số điều theo Luật số 16/2023/QH15."
    )
    assert [(relation, symbol) for relation, symbol, *_ in said(text)] == [
        ("sửa đổi, bổ sung", "16/2017/QH14")
    ]


def test_units_stay_with_the_statement() -> None:
    text = "Bãi bỏ khoản 1 Điều 12 của Luật Đường sắt số 06/2017/QH14."
    assert said(text) == [("bãi bỏ", "06/2017/QH14", (("Điều 12", "khoản 1"),), None)]


@pytest.mark.parametrize(
    ("effect", "day"),
    [
        ("Quy định này có hiệu lực kể từ ngày ký.", SIGNED),
        ("Quy định này có hiệu lực thi hành từ ngày 01 tháng 9 năm 2021.", date(2021, 9, 1)),
        ("Quy định này có hiệu lực từ ngày ban hành.", None),
    ],
)
def test_the_day_is_that_of_the_text_s_own_effect(effect: str, day: date | None) -> None:
    text = f"{effect}\nQuy định này thay thế Quy định số 30-QĐ/TW."
    assert said(text) == [("thay thế", "30-QĐ/TW", (), day)]


def test_the_same_said_twice_counts_once() -> None:
    line = "Quy định này thay thế Quy định số 30-QĐ/TW.\n"
    assert len(said(line * 2)) == 1


@pytest.mark.parametrize(
    ("edition", "number", "count"),
    [(Edition.FULL, "22-QĐ/TW", 1), (Edition.DIGEST, "22-QĐ/TW", 0), (Edition.FULL, "", 0)],
)
def test_only_an_official_text_with_a_number_speaks_for_itself(
    edition: Edition, number: str, count: int
) -> None:
    about = Metadata(id="x", number=number, edition=edition)
    text = "Quy định này thay thế Quy định số 30-QĐ/TW."
    assert len(understand(Reading(text, about)).statements) == count


OUTER = "Kết luận số 01-KL/TW, ngày 18/5/2021 của Bộ Chính trị"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"{OUTER} khóa XIII về tiếp tục thực hiện Chỉ thị số 05-CT/TW, ngày 15/5/2016",
            [("01-KL/TW", "tiếp tục thực hiện", "05-CT/TW")],
        ),
        (
            "Luật số 35/2018/QH14 sửa đổi, bổ sung một số điều của Nghị quyết số 1/2016/QH14",
            [("35/2018/QH14", "sửa đổi, bổ sung", "1/2016/QH14")],
        ),
        ("Kết luận số 01-KL/TW về tiếp tục thực hiện Chỉ thị số 05-CT/TW", []),
        (f"{OUTER}; Chỉ thị số 05-CT/TW", []),
        (f"{OUTER} về những việc {'rất ' * 20}dài, Chỉ thị số 05-CT/TW", []),
    ],
)
def test_a_cited_title_says_what_its_document_does(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    found = find_nested(text, find_citations(text), Confidence.SECONDARY)
    assert [(s.acting.symbol, str(s.relation), s.target.symbol) for s in found if s.acting] == (
        expected
    )
    assert all(s.confidence is Confidence.SECONDARY for s in found)


@needs_shared
def test_the_seed_s_conclusion_continues_the_directive() -> None:
    seed = parse(SHARED / "seed" / "ke-hoach-66-kh-hu.txt")
    assert [
        (s.acting.symbol, s.relation, s.target.symbol) for s in seed.statements if s.acting
    ] == [("01-KL/TW", Relation.CONTINUES, "05-CT/TW")]


@needs_shared
@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("nd100_2019.pdf", {("thay thế", "46/2016/NĐ-CP")}),
        (
            "30_2020_ND_CP.docx",
            {("bãi bỏ", "110/2004/NĐ-CP"), ("bãi bỏ", "09/2010/NĐ-CP")},
        ),
        (
            "45-2013-qh13.pdf",
            {("bãi bỏ", "13/2003/QH11"), ("bãi bỏ", "49/2013/QH13"), ("bãi bỏ", "66/2006/QH11")},
        ),
    ],
)
def test_real_documents_say_what_they_end(file: str, expected: set[tuple[str, str]]) -> None:
    document = understand(real_reading(file))
    found = {(str(s.relation), s.target.symbol) for s in document.statements}
    assert expected <= found
    for s in document.statements:
        assert s.target.text in document.text[s.start : s.end]


def test_a_law_in_the_title_of_what_is_repealed_is_not_repealed() -> None:
    text = (
        "Điều 32. Hiệu lực thi hành\nNghị định này có hiệu lực từ ngày 01/8/2024.\n"
        "Bãi bỏ Điều 4 Nghị định số 01/2017/NĐ-CP sửa đổi, bổ sung một số nghị định quy định chi "
        "tiết thi hành Luật Đất đai, Nghị định số 06/2020/NĐ-CP."
    )
    about = Metadata("nd-88-2024-cp", type="Nghị định", number="88/2024/NĐ-CP")
    said = understand(Reading(text, about)).statements
    targets = [(str(s.relation), s.target.symbol or s.target.name) for s in said]
    assert targets == [("bãi bỏ", "01/2017/NĐ-CP"), ("bãi bỏ", "06/2020/NĐ-CP")]
