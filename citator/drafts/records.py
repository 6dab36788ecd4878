"""A check as plain values for JSON, and as a table for a spreadsheet."""

from __future__ import annotations

import csv
import io
from typing import Any

from ingest import citation_record, metadata_record

from .draft import CheckedCitation, DraftCheck, Field, Finding
from .wording import say_check, say_finding, say_source, say_verdict

LOOK, UNSURE = "hãy đối chiếu", "chưa chắc"
"""Of a citation on a page read from its picture; of one whose number was hard to recognise."""
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""A spreadsheet takes a cell that begins so for a formula."""
COLUMNS = (
    "số thứ tự",
    "trang",
    "đọc từ ảnh",
    "viện dẫn",
    "kết quả",
    *map(str, Field),
    "đối chiếu với",
)


def check_record(check: DraftCheck) -> dict[str, Any]:
    """What was compared with what, the hash of the store, and a record for each citation."""
    return {
        "draft": metadata_record(check.about),
        "on": check.on.isoformat(),
        "on_from": check.on_from,
        "checked": check.checked.isoformat(),
        "documents_compared": check.compared,
        "corpus_sha256": check.fingerprint,
        "summary": list(say_check(check)),
        "counts": {str(verdict): count for verdict, count in check.counts.items()},
        "alarms": len(check.alarms),
        "rows": [_row_record(row) for row in check.rows],
        "suspects": list(check.suspects),
    }


def check_csv(check: DraftCheck) -> str:
    """A table with a line for each citation and a column for each field; write it as utf-8-sig."""
    written = io.StringIO()
    table = csv.writer(written)
    table.writerow(COLUMNS)
    for number, row in enumerate(check.rows, 1):
        table.writerow([neutral_cell(cell) for cell in _cells(number, row)])
    return written.getvalue()


def neutral_cell(words: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    begins = words.startswith(FORMULA_STARTS) or words.lstrip().startswith(FORMULA_STARTS)
    return f"'{words}" if begins else words


def _cells(number: int, row: CheckedCitation) -> list[str]:
    sources = dict.fromkeys(say_source(f.about) for f in row.findings if f.about)
    return [
        str(number),
        str(row.page or ""),
        "" if row.sureness is None else UNSURE if row.is_unsure else LOOK,
        " ".join(row.words.split()),
        say_verdict(row),
        *("; ".join(_cell(f) for f in row.findings if f.field is field) for field in Field),
        "; ".join(sources),
    ]


def _cell(finding: Finding) -> str:
    return say_finding(finding).removeprefix(f"{finding.field}: ")


def _row_record(row: CheckedCitation) -> dict[str, Any]:
    return {
        "citation": citation_record(row.citation),
        "words": row.words,
        "page": row.page,
        "sureness": row.sureness,
        "unsure": row.is_unsure,
        "verdict": str(row.verdict),
        "alarm": row.is_alarm,
        "documents": [target.about.id for target in row.link.targets],
        "chosen_by": row.link.chosen_by,
        "findings": [_finding_record(each) for each in row.findings],
    }


def _finding_record(finding: Finding) -> dict[str, Any]:
    about = finding.about
    return {
        "field": str(finding.field),
        "outcome": str(finding.outcome),
        "drafted": finding.drafted,
        "held": finding.held,
        "document": about.id if about else None,
        "edition": str(about.edition) if about else None,
        "address": finding.address,
        "note": finding.note,
        "doubt": finding.doubt,
    }
