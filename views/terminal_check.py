"""What a person reads on the command line after a draft was checked."""

from __future__ import annotations

from collections.abc import Iterator

from citator import DraftCheck, say_check, say_row, say_verdict

from .check_report import row_words


def check_lines(check: DraftCheck) -> Iterator[str]:
    """What was compared with what, a paragraph for each citation, and the counts."""
    for number, row in enumerate(check.rows, 1):
        page = f" ({words})" if (words := row_words(row)) else ""
        yield f"{number}. {' '.join(row.words.split())}{page}"
        yield f"   {say_verdict(row)}"
        yield from (f"     {line}" for line in say_row(row))
    if not check.rows:
        yield "Không thấy viện dẫn nào trong bản thảo."
    yield ""
    yield from say_check(check)
    counted = [f"{count} {verdict}" for verdict, count in check.counts.items() if count]
    if counted:
        yield ", ".join(counted)
    yield f"Kho: sha256 {check.fingerprint}"
