"""What a check gives away: sentences, JSON, a table, a Word copy; and the command line."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

import index
from citator import (
    DraftCheck,
    Verdict,
    annotated_copy,
    check_csv,
    check_draft,
    check_record,
    neutral_cell,
    say_check,
    say_row,
    say_verdict,
)
from ingest import Metadata, Reading, UnreadableFile, parse, understand
from views.terminal_check import check_lines

LINES = (
    "Theo Quy định số 41-QĐ/TW, ngày 13/11/2021 của Bộ Chính trị.",
    "Kết luận số 14-KL/TW của Bộ Chính trị.",
    "Quy định số 24-QĐ/TW, ngày 30/7/2021 của Ban Chấp hành Trung ương.",
    "Quy định số 9998-QĐ/TW, ngày 02/3/2021 của Bộ Chính trị.",
    "Chỉ thị số 05-CT/TW, ngày 15/5/2016 của Bộ Chính trị.",
)


@pytest.fixture(scope="module")
def store(corpus_kb: Path) -> index.KnowledgeBase:
    return index.open_store(corpus_kb, None)


@pytest.fixture(scope="module")
def checked(store: index.KnowledgeBase) -> DraftCheck:
    return check_draft(store, understand(Reading("\n".join(LINES), Metadata(id="ban-thao"))))


def test_verdicts_say_which_field_and_how_many(checked: DraftCheck) -> None:
    assert [say_verdict(row) for row in checked.rows] == [
        "Lệch (ngày)",
        "Mơ hồ (2 khả năng)",
        "Đã có văn bản thay thế",
        "Không có trong kho",
        "Khớp",
    ]


def test_a_row_says_what_each_side_has_and_which_source(checked: DraftCheck) -> None:
    said = list(say_row(checked.rows[0]))
    assert said[0] == (
        "ngày: lệch; bản thảo ghi «13/11/2021», nguồn ghi «03/11/2021». "
        "[Quy định 41-QĐ/TW, tóm lược]"
    )
    assert said[-1] == "khớp: số ký hiệu, loại văn bản, cơ quan ban hành"


def test_the_summary_says_with_what_and_never_that_it_is_valid(checked: DraftCheck) -> None:
    said = " ".join([*say_check(checked), *check_lines(checked)])
    assert f"với {checked.compared} văn bản trong kho" in said
    assert checked.fingerprint in said
    assert "hợp lệ" not in said


def test_a_draft_without_citations_says_so(store: index.KnowledgeBase) -> None:
    empty = check_draft(store, understand(Reading("Không có gì.", Metadata(id="ban-thao"))))
    assert "Không thấy viện dẫn nào trong bản thảo." in list(check_lines(empty))


def test_the_json_holds_the_hash_of_the_store(checked: DraftCheck) -> None:
    record = json.loads(json.dumps(check_record(checked), ensure_ascii=False))
    assert record["corpus_sha256"] == checked.fingerprint
    assert record["counts"]["Lệch"] == 1
    first = record["rows"][0]
    assert (first["verdict"], first["alarm"], first["documents"]) == (
        "Lệch",
        True,
        ["qd-41-tw-2021"],
    )
    day = next(each for each in first["findings"] if each["field"] == "ngày")
    assert (day["drafted"], day["held"], day["edition"]) == ("13/11/2021", "03/11/2021", "tóm lược")


def test_the_table_has_a_line_for_each_citation(checked: DraftCheck) -> None:
    head, *lines = csv.reader(io.StringIO(check_csv(checked)))
    assert lines[0][head.index("kết quả")] == "Lệch (ngày)"
    assert len(lines) == len(checked.rows)
    assert lines[0][head.index("ngày")].startswith("lệch; bản thảo ghi «13/11/2021»")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", " =", "＝"])
def test_no_cell_is_taken_for_a_formula(start: str) -> None:
    assert neutral_cell(f"{start}HYPERLINK()") == f"'{start}HYPERLINK()"
    assert neutral_cell("37-QĐ/TW") == "37-QĐ/TW"


def _word_draft(path: Path) -> bytes:
    import docx

    opened = docx.Document()
    for line in LINES:
        opened.add_paragraph(line)
    opened.save(str(path))
    return path.read_bytes()


def _comments(content: bytes) -> list[str]:
    import docx

    return [comment.text for comment in docx.Document(io.BytesIO(content)).comments]


def test_the_word_copy_has_a_comment_at_each_citation(
    store: index.KnowledgeBase, tmp_path: Path
) -> None:
    path = tmp_path / "du-thao.docx"
    original = _word_draft(path)
    result = check_draft(store, parse(path))
    comments = _comments(annotated_copy(original, result))
    assert len(comments) == len(result.rows) == len(LINES)
    assert comments[0].startswith("Lệch (ngày)\n- ngày: lệch; bản thảo ghi «13/11/2021»")
    assert path.read_bytes() == original
    with pytest.raises(UnreadableFile):
        annotated_copy(b"PK no archive", result)


def _run(*words: str, kb: Path, pasted: str | None = None) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "VIENDAN_MODEL": "-", "NO_COLOR": "1", "VIENDAN_KB": str(kb)}
    return subprocess.run(
        [sys.executable, str(ROOT / "cli.py"), "check", *words],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        input=pasted,
        timeout=300,
    )


def test_the_command_line_writes_all_that_was_asked_for(corpus_kb: Path, tmp_path: Path) -> None:
    draft = tmp_path / "du-thao.docx"
    original = _word_draft(draft)
    table, copy = tmp_path / "bang.csv", tmp_path / "nhan-xet.docx"
    words = (str(draft), "--on", "2022-02-28", "--csv", str(table), "--docx", str(copy), "--json")
    ran = _run(*words, kb=corpus_kb)
    assert (ran.returncode, ran.stderr) == (0, "")
    record = json.loads(ran.stdout)
    assert (record["on"], record["alarms"]) == ("2022-02-28", 1)
    assert table.read_bytes().startswith(b"\xef\xbb\xbf")
    assert len(_comments(copy.read_bytes())) == len(LINES)
    assert draft.read_bytes() == original


def test_pasted_text_is_checked(corpus_kb: Path) -> None:
    ran = _run("-", "--on", "2022-02-28", kb=corpus_kb, pasted=LINES[0])
    assert ran.returncode == 0
    assert "Lệch (ngày)" in ran.stdout
    assert "1 viện dẫn lệch hoặc đã có văn bản thay thế." in ran.stdout


def test_the_draft_is_never_written_over(corpus_kb: Path, tmp_path: Path) -> None:
    draft = tmp_path / "du-thao.docx"
    original = _word_draft(draft)
    other_name = tmp_path / "ten-khac.docx"
    other_name.hardlink_to(draft)
    for target in (draft, other_name):
        ran = _run(str(draft), "--docx", str(target), kb=corpus_kb)
        assert ran.returncode == 1
        assert "chính là bản thảo" in ran.stderr
    assert draft.read_bytes() == original


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("-", "--on", "28 tháng 2"), "Không hiểu ngày «28 tháng 2»"),
        (("-", "--docx", "x.docx"), "Chỉ ghi được nhận xét vào bản thảo .docx"),
        (("-", "--csv", "/khong/co/x.csv"), "Không ghi được tệp"),
        (("khong-co.docx",), "khong-co.docx"),
    ],
)
def test_a_failure_is_one_sentence_and_exit_code_1(
    corpus_kb: Path, words: tuple[str, ...], said: str
) -> None:
    ran = _run(*words, kb=corpus_kb, pasted=LINES[0])
    assert ran.returncode == 1
    assert said in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_doubtful_successor_says_so(store: index.KnowledgeBase) -> None:
    words = "Quy định số 37-QĐ/TW, ngày 25/10/2021 của Ban Chấp hành Trung ương"
    result = check_draft(store, understand(Reading(words, Metadata(id="ban-thao"))))
    (row,) = result.rows
    assert row.verdict is Verdict.REPLACED
    assert say_verdict(row) == "Đã có văn bản thay thế (nguồn thứ cấp)"
