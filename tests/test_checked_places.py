"""Units and quoted words a draft takes from a document held in full."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Writer

import index
from citator import CheckedCitation, Field, Finding, Outcome, Verdict, check_draft
from ingest import Metadata, Reading, understand

REGULATION = """\
Điều 1. Phạm vi
1. Quy định này áp dụng với mọi chi bộ trực thuộc.
2. Chi bộ họp mỗi tháng một lần vào ngày mùng ba; khi cần thì họp thêm:
a) theo yêu cầu của cấp ủy;
b) theo đề nghị của một phần ba đảng viên.
Điều 2. Trách nhiệm
Bí thư chi bộ chịu trách nhiệm trước cấp ủy cấp trên về mọi hoạt động của chi bộ.
Điều 3. Hiệu lực thi hành
Quy định này có hiệu lực từ ngày ký.
"""
NAME = "Quy định số 5-QĐ/TW, ngày 02/01/2021"

Row = Callable[[str], CheckedCitation]


@pytest.fixture
def row(tmp_path: Path, write: Writer) -> Row:
    """Check the only citation of a text against a store with one short regulation in full."""
    write("a.md", REGULATION, so_ky_hieu="5-QĐ/TW")
    cut = "Điều 1. Phạm vi\nLời một.\nĐiều 2. Nội dung\nLời hai."
    write("b.md", cut, so_ky_hieu="6-QĐ/TW")
    amended = "Điều 1. Sửa đổi\nSửa đổi, bổ sung một số điều."
    folder = write("c.md", REGULATION, so_ky_hieu="7-QĐ/TW").parent
    said = "statements:\n  - quan_he: sửa đổi, bổ sung\n    van_ban: {loai: Quy định, so_ky_hieu: "
    (folder / "d.md").write_text(
        f"---\nloai: Quy định\nso_ky_hieu: 8-QĐ/TW\nngay: 2021-06-02\nedition: toàn văn\n{said}"
        "7-QĐ/TW, ngay: 2021-01-02}\n    muc_tin_cay: đã thấy\n    kiem_tra: 2021-07-01\n"
        f"    can_cu: [đọc]\n---\n{amended}\n",
        encoding="utf-8",
    )
    index.ingest([folder], tmp_path / "kb", None)
    store = index.open_store(tmp_path / "kb", None)

    def check(text: str) -> CheckedCitation:
        draft = understand(Reading(text, Metadata(id="ban-thao")))
        return next(r for r in check_draft(store, draft).rows if r.citation.symbol)

    return check


def _of(row: CheckedCitation, field: Field) -> Finding:
    return next(each for each in row.findings if each.field is field)


def test_a_unit_that_is_there_is_named_by_its_path(row: Row) -> None:
    found = _of(row(f"điểm b khoản 2 Điều 1 {NAME}"), Field.PINPOINT)
    assert found.outcome is Outcome.MATCH
    assert found.held == "Điều 1 › khoản 2 › điểm b"


@pytest.mark.parametrize(
    ("unit", "note"),
    [
        ("Điều 4", "Bản trong kho chỉ đến Điều 3."),
        ("khoản 3 Điều 1", "Bản trong kho ở Điều 1 chỉ đến khoản 2."),
        ("điểm đ khoản 2 Điều 1", "Bản trong kho ở khoản 2, Điều 1 chỉ đến điểm b."),
        ("khoản 1 Điều 2", "Bản trong kho: Điều 2 không chia thành khoản."),
    ],
)
def test_a_unit_beyond_the_last_one_differs(row: Row, unit: str, note: str) -> None:
    checked = row(f"{unit} {NAME}")
    assert checked.verdict is Verdict.DIFFERS
    assert _of(checked, Field.PINPOINT).note == note


def test_a_unit_the_reader_may_have_missed_is_no_error(row: Row) -> None:
    for unit in ("Điều 2a", "Chương II"):
        checked = row(f"{unit} {NAME}")
        assert checked.verdict is Verdict.UNCHECKED, unit
    lost = row("Điều 9 Quy định số 6-QĐ/TW, ngày 02/01/2021")  # that file has no end
    assert _of(lost, Field.PINPOINT).note == "Bản trong kho chỉ đến Điều 2 và có thể chưa đủ."


def test_what_an_amended_document_lacks_may_be_in_the_amendment(row: Row) -> None:
    checked = row("Điều 4 Quy định số 7-QĐ/TW, ngày 02/01/2021")
    assert checked.verdict is Verdict.UNCHECKED
    assert "đã được sửa đổi" in _of(checked, Field.PINPOINT).note


@pytest.mark.parametrize(
    "text",
    [
        f"Điều 2 {NAME} quy định: “Bí thư chi bộ chịu trách nhiệm trước cấp ủy cấp trên”.",
        f"Điều 2 {NAME} nêu rõ “Bí thư chi bộ chịu trách nhiệm trước cấp ủy cấp trên”.",
        f'Điều 2 {NAME} như sau:\n"Bí thư chi bộ chịu trách nhiệm trước cấp ủy cấp trên".',
        f"“Bí thư chi bộ chịu trách nhiệm trước cấp ủy cấp trên” (Điều 2 {NAME}).",
        f"“Bí thư chi bộ chịu trách nhiệm trước cấp ủy cấp trên.” (trích Điều 2 {NAME}).",
        f"{NAME} chỉ rõ: «Bí thư chi bộ chịu trách nhiệm trước cấp ủy cấp trên».",
    ],
)
def test_quoted_words_that_are_there_match(row: Row, text: str) -> None:
    checked = row(text)
    found = _of(checked, Field.QUOTE)
    assert checked.verdict is Verdict.MATCH
    assert found.held == "Bí thư chi bộ chịu trách nhiệm trước cấp ủy cấp trên"


def test_words_that_are_only_respelled_show_those_of_the_source(row: Row) -> None:
    found = _of(
        row(f"{NAME} quy định: “bí thư chi bộ chịu  trách nhiệm trước cấp uỷ”."), Field.QUOTE
    )
    assert found.outcome is Outcome.MATCH
    assert found.held == "Bí thư chi bộ chịu trách nhiệm trước cấp ủy"
    assert found.note.startswith("Chỉ khác")


@pytest.mark.parametrize(
    ("quoted", "note"),
    [
        ("họp mỗi quý một lần vào ngày mùng ba", "Khác chữ: «quý», nguồn ghi «tháng»."),
        ("họp mỗi tháng một lần vào sáng ngày mùng ba", "Khác chữ: thừa «sáng»."),
        ("Chi bộ họp mỗi tháng một vào ngày mùng ba; khi cần", "Khác chữ: thiếu «lần»."),
        ("Đảng ủy khen thưởng kịp thời mọi sáng kiến", "Không thấy lời này trong bản toàn văn."),
        ("Bí thư chi bộ chịu trách nhiệm", "Lời này ở Điều 2, không ở chỗ được viện dẫn."),
    ],
)
def test_quoted_words_that_are_not_there_differ(row: Row, quoted: str, note: str) -> None:
    checked = row(f"khoản 2 Điều 1 {NAME} quy định: “{quoted}”.")
    assert checked.verdict is Verdict.DIFFERS
    assert _of(checked, Field.QUOTE).note == note


def test_a_quotation_too_short_to_find_cannot_be_checked(row: Row) -> None:
    assert row(f"{NAME} nêu rõ “tự soi”.").verdict is Verdict.UNCHECKED


@pytest.mark.parametrize(
    "text",
    [
        f"Sửa đổi khoản 2 Điều 1 {NAME} như sau: “Chi bộ họp mỗi quý một lần”.",
        f"{NAME} được sửa đổi như sau: “Chi bộ họp mỗi quý một lần”.",
        f"{NAME} và chủ đề “Đẩy mạnh học tập và làm theo”.",
        f"{NAME} có ba điều. Chủ tịch nêu rõ “Chi bộ họp mỗi quý một lần”.",
        f"{NAME}; Quy định số 6-QĐ/TW quy định: “Chi bộ họp mỗi quý một lần”.",
        f"{NAME}.\n\nĐồng chí nêu rõ: “Chi bộ họp mỗi quý một lần”.",
    ],
)
def test_words_that_are_not_quoted_from_the_citation_are_left_alone(row: Row, text: str) -> None:
    assert [each for each in row(text).findings if each.field is Field.QUOTE] == []


def test_words_quoted_from_a_digest_cannot_be_checked(row: Row, tmp_path: Path) -> None:
    digest = tmp_path / "van-ban" / "e.md"
    digest.write_text(
        "---\nloai: Quy định\nso_ky_hieu: 9-QĐ/TW\nngay: 2021-01-02\nedition: tóm lược\n---\nT.\n",
        encoding="utf-8",
    )
    index.ingest([digest], tmp_path / "kb-2", None)
    store = index.open_store(tmp_path / "kb-2", None)
    text = "Quy định số 9-QĐ/TW, ngày 02/01/2021 nêu rõ “Chi bộ họp mỗi quý một lần”."
    (checked,) = check_draft(store, understand(Reading(text, Metadata(id="ban-thao")))).rows
    assert checked.verdict is Verdict.UNCHECKED
    assert "tóm lược" in _of(checked, Field.QUOTE).note


def test_a_long_law_in_parts_is_one_document(tmp_path: Path) -> None:
    folder = tmp_path / "parts"
    folder.mkdir()
    head = "---\nloai: Luật\nso_ky_hieu: 9/2020/QH14\nngay: 2020-06-01\ntrich_yeu: Thử nghiệm\n"
    parts = {
        "a.md": "Điều 1. Phạm vi\nLời một của phần đầu.",
        "b.md": "Điều 2. Hiệu lực thi hành\nLời hai của phần cuối.",
    }
    for name, body in parts.items():
        (folder / name).write_text(f"{head}edition: toàn văn\n---\n{body}\n", encoding="utf-8")
    index.ingest([folder], tmp_path / "kb-3", None)
    store = index.open_store(tmp_path / "kb-3", None)
    assert len(store.documents()) == 2

    def verdict(text: str) -> Verdict:
        draft = understand(Reading(text, Metadata(id="ban-thao")))
        (checked,) = check_draft(store, draft).rows
        return checked.verdict

    assert verdict("Điều 2 Luật số 9/2020/QH14") is Verdict.MATCH
    assert verdict("Điều 3 Luật số 9/2020/QH14") is Verdict.UNCHECKED
    assert verdict("Luật số 9/2020/QH14 quy định: “Lời của một phần khác hẳn”") is Verdict.UNCHECKED
