"""The command line: every verb, its JSON, its help with an example, its failures as sentences."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import CORPUS, ROOT

import cli

COMMANDS = (
    *("ingest", "parse", "search", "cite", "check", "missing"),
    *("evaluate", "status", "verify", "app"),
)


def _run(*words: str, kb: Path | None = None) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "VIENDAN_MODEL": "-", "NO_COLOR": "1"}
    if kb:
        environment["VIENDAN_KB"] = str(kb)
    return subprocess.run(
        [sys.executable, str(ROOT / "cli.py"), *words],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str) -> None:
    shown = _run(command, "--help").stdout
    assert f"viendan {command}" in shown
    assert "Ví dụ" in shown
    assert "--json" in shown


def test_the_readme_names_every_command() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    registered = {c.name or c.callback.__name__ for c in cli.app.registered_commands if c.callback}
    assert registered == set(COMMANDS)
    assert [c for c in COMMANDS if f"`viendan {c}" not in readme] == []


def test_ingest_then_verify_and_status(tmp_path: Path) -> None:
    kb = tmp_path / "kb"
    report = json.loads(_run("ingest", str(CORPUS), "--json", kb=kb).stdout)
    assert len(report["added"]) == len(list(CORPUS.glob("*-*.md")))
    assert json.loads(_run("status", "--json", kb=kb).stdout)["documents"] == len(report["added"])
    verified = _run("verify", "--json", kb=kb)
    assert (json.loads(verified.stdout), verified.returncode) == ({"faults": []}, 0)
    kept = next((kb / "files").iterdir())
    kept.write_text("sửa", encoding="utf-8")
    assert _run("verify", kb=kb).returncode == 1


def test_search_prints_the_agreed_json(corpus_kb: Path) -> None:
    answer = json.loads(_run("search", "ke khai tai san", "-k", "3", "--json", kb=corpus_kb).stdout)
    assert set(answer) == {"query", "understood", "revision", "hits", "documents", "validity"}
    assert len(answer["hits"]) == 3
    assert answer["validity"]["qd-37-tw-2021"]["has_ended"] is True
    hit = answer["hits"][0]
    assert (hit["rank"], hit["document"], hit["provision"], hit["number"]) == (
        1,
        "qd-37-tw-2021",
        "dieu-9",
        "37-QĐ/TW",
    )
    assert set(hit) == {
        *("rank", "document", "number", "title", "doubts", "provision", "label"),
        *("named", "score", "why", "text", "start", "end", "sureness", "page", "same_wording"),
    }


def test_search_says_what_it_took_for_a_citation_and_what_of_it_is_missing(
    corpus_kb: Path,
) -> None:
    shown = _run("search", "đ99 qđ37 và quy định 999", kb=corpus_kb).stdout
    assert "Hiểu là viện dẫn: Điều 99, Quy định 37-QĐ/TW\n" in shown
    assert "Bản trong kho của Quy định 37-QĐ/TW không có Điều 99.\n" in shown
    assert "Không có trong kho: quy định 999.\n" in shown


def test_search_lists_each_document_once(corpus_kb: Path) -> None:
    shown = _run("search", "kê khai tài sản", "-k", "12", kb=corpus_kb).stdout
    labels = re.findall(r"^\d+\. ([^›(\n]+?)(?: ›| {2}\()", shown, re.MULTILINE)
    documents = [label for n, label in enumerate(labels) if n == 0 or labels[n - 1] != label]
    folded = sum(map(int, re.findall(r"^   … và (\d+) chỗ khác trong", shown, re.MULTILINE)))
    assert len(labels) + folded == 12 and folded > 0
    assert len(documents) == len(set(documents)) < 12


def test_parse_prints_the_agreed_json() -> None:
    path = CORPUS / "qd-37-tw-2021.md"
    answer = json.loads(_run("parse", str(path), "--json").stdout)
    assert {"metadata", "text_length", "provisions", "citations"} <= set(answer)
    assert answer["metadata"]["number"] == "37-QĐ/TW"
    assert len([p for p in answer["provisions"] if p["address"].startswith("dieu-")]) == 19
    assert all(c["end"] - c["start"] == len(c["text"]) for c in answer["citations"])
    dates = [(c["parts"]["symbol"], c["parts"]["date"]) for c in answer["citations"]]
    assert ("47-QĐ/TW", "2011-11-01") in dates
    assert "37-QĐ/TW" not in dict(dates)  # its own number is no citation


def test_cite_opens_the_provision(corpus_kb: Path) -> None:
    answer = json.loads(_run("cite", "điều 9 qđ 37", "--json", kb=corpus_kb).stdout)
    assert answer["held"] is True
    assert answer["found"][0]["provision"]["address"] == "dieu-9"
    validity = answer["found"][0]["validity"]
    assert (validity["status"], validity["by"]) == ("Đã được thay thế", "qd-207-tw-2026")
    assert validity["confidence"] == "nguồn thứ cấp"
    shown = _run("cite", "22-QĐ/TW", kb=corpus_kb).stdout
    assert "Đã được thay thế bởi Quy định 296-QĐ/TW, 30/05/2025 (đã thấy)" in shown
    said = _run("cite", "999-QĐ/TW", kb=corpus_kb)
    assert (said.stdout.split(":")[0], said.returncode) == ("Không có trong kho", 0)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("search", "x", "--kb", "/khong/co"), "Chưa có kho"),
        (("search", ""), "Chưa có từ nào để tìm; hãy ghi câu hỏi"),
        (("search", " ?! ", "--json"), "Chưa có từ nào để tìm"),
        (("parse", "khong-co.pdf"), "khong-co.pdf"),
        (("ingest", "khong-co"), "khong-co"),
        (("cite", "trời hôm nay đẹp"), "Chưa hiểu"),
    ],
)
def test_a_failure_is_one_sentence_and_exit_code_1(
    words: tuple[str, ...], said: str, corpus_kb: Path
) -> None:
    run = _run(*words, kb=corpus_kb)
    assert run.returncode == 1
    assert said in run.stderr
    assert "Traceback" not in run.stderr
