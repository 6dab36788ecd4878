"""Bản đồ thiếu: counts that agree everywhere, and a file no spreadsheet computes."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from conftest import ROOT

import index
from citator import Ledger, Missing
from ingest import Metadata
from views.missing_list import missing_csv
from views.standpoint import Standpoint, survey


def test_the_count_of_mentions_is_the_same_everywhere(view: Standpoint) -> None:
    for entry in view.survey.gaps.entries:
        mentions = view.citing(entry.about)
        assert len(mentions) == entry.mentions, entry.about.id
        assert {m.by.id for m in mentions} <= entry.citing


def test_the_file_lists_what_to_collect(view: Standpoint) -> None:
    rows = list(csv.reader(io.StringIO(missing_csv(view.ledger, view.survey.gaps.entries))))
    assert rows[0][:4] == ["STT", "Văn bản", "Trích yếu", "Ngày"]
    assert len(rows) == len(view.survey.gaps.entries) + 1
    by_name = {row[1]: row for row in rows[1:]}
    assert by_name["Quy định 80-QĐ/TW"][5:8] == ["không có", "1", "2"]
    assert by_name["Quy định 22-QĐ/TW"][3] == "2021-07-28"
    assert by_name["Quy định 22-QĐ/TW"][8].startswith("Đã được thay thế bởi Quy định 296-QĐ/TW")


@pytest.mark.parametrize("payload", ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", " =1"])
def test_no_cell_is_a_formula(view: Standpoint, payload: str) -> None:
    about = Metadata(id=payload, number=payload, title=payload, issuer=payload)
    (_, row) = csv.reader(io.StringIO(missing_csv(view.ledger, [Missing(about, held=False)])))
    assert row[2] == row[4] == row[9] == f"'{payload}"
    assert row[1].startswith("'")


def test_the_command_prints_and_writes_the_list(corpus_kb: Path, tmp_path: Path) -> None:
    file = tmp_path / "thieu.csv"
    words = ["missing", "--json", "--csv", str(file), "--kb", str(corpus_kb)]
    environment = {**os.environ, "VIENDAN_MODEL": "-"}
    command = [sys.executable, str(ROOT / "cli.py"), *words]
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    found = json.loads(run.stdout)["missing"]
    kb = index.open_store(corpus_kb, None)
    ledger = Ledger(kb, date.today())
    assert [entry["document"]["id"] for entry in found] == [
        entry.about.id for entry in survey(kb).gaps.entries
    ]
    assert file.read_bytes().startswith(b"\xef\xbb\xbfSTT,")
    first = next(entry for entry in found if entry["document"]["id"] == "qd-22-tw-2021")
    assert first["validity"]["by"] == "qd-296-tw-2025" and first["validity"]["has_ended"]
    assert file.read_bytes().decode("utf-8-sig") == missing_csv(ledger, survey(kb).gaps.entries)
