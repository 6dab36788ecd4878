"""What a check found, as sentences; the page, the command line and the Word copy say the same."""

from __future__ import annotations

from collections.abc import Iterator

from index import name_of
from ingest import Metadata

from .draft import CheckedCitation, DraftCheck, Field, Finding, Outcome

COMPARED = (
    "Đã đối chiếu {rows} viện dẫn với {compared} văn bản trong kho, tính ở ngày {on} ({on_from}). "
    "Kết quả chỉ nói bản thảo khớp hay lệch với kho, không phải kết luận về pháp lý."
)
NO_ALARM = "Không thấy chỗ lệch nào."
ALARMS = "{count} viện dẫn lệch hoặc đã có văn bản thay thế."
REMINDERS = "{count} viện dẫn có điều cần nhắc."
SUSPECTS = "{count} chỗ giống số ký hiệu nhưng chưa đọc được, nên chưa kiểm tra: {words}."
POSSIBLE = "{count} khả năng"
SHOWN_SUSPECTS = 10


def say_check(check: DraftCheck) -> Iterator[str]:
    """What was compared with what, and how many rows want a person's eye."""
    yield COMPARED.format(
        rows=len(check.rows),
        compared=check.compared,
        on=f"{check.on:%d/%m/%Y}",
        on_from=check.on_from,
    )
    yield ALARMS.format(count=len(check.alarms)) if check.alarms else NO_ALARM
    reminded = sum(bool(row.reminders) for row in check.rows)
    if reminded:
        yield REMINDERS.format(count=reminded)
    if check.suspects:
        shown = "; ".join(check.suspects[:SHOWN_SUSPECTS])
        more = " …" if len(check.suspects) > SHOWN_SUSPECTS else ""
        yield SUSPECTS.format(count=len(check.suspects), words=shown + more)


def say_verdict(row: CheckedCitation) -> str:
    """`Lệch (ngày)`, `Mơ hồ (2 khả năng)`, `Khớp`."""
    differing = [each.field for each in row.findings if each.outcome is Outcome.DIFFERS]
    if differing and row.is_alarm:
        return f"{row.verdict} ({', '.join(dict.fromkeys(differing))})"
    doubts = [each.doubt for each in row.findings if each.outcome is Outcome.ENDED and each.doubt]
    if doubts and row.is_alarm:
        return f"{row.verdict} ({doubts[0]})"
    if len(row.link.targets) > 1:
        return f"{row.verdict} ({POSSIBLE.format(count=len(row.link.targets))})"
    return str(row.verdict)


def say_row(row: CheckedCitation) -> Iterator[str]:
    """Yield what differs, what could not be compared and what to look at, then what agrees."""
    yield from (say_finding(each) for each in row.findings if each.outcome is not Outcome.MATCH)
    matching = [each for each in row.findings if each.outcome is Outcome.MATCH]
    if matching:
        yield f"khớp: {', '.join(dict.fromkeys(map(_matched, matching)))}"
    yield from (say_finding(each) for each in matching if each.field is Field.QUOTE and each.note)


def say_finding(finding: Finding) -> str:
    """One comparison: the field, both values, why, and the source it was compared with."""
    parts = [_values(finding), finding.note, _doubt(finding)]
    said = " ".join(part for part in parts if part)
    source = f" [{say_source(finding.about, finding.address)}]" if finding.about else ""
    return f"{finding.field}: {said}{source}"


def say_source(about: Metadata, address: str = "") -> str:
    """`Quy định 37-QĐ/TW, tóm lược, dieu-9`."""
    return ", ".join(filter(None, (name_of(about), str(about.edition), address)))


def _values(finding: Finding) -> str:
    if finding.field is Field.FORM:
        return f"{finding.outcome};"
    if finding.field is Field.VALIDITY:
        return f"{finding.held}." if finding.held and not finding.note else ""
    drafted = f"bản thảo ghi «{finding.drafted}»" if finding.drafted else ""
    held = f"nguồn ghi «{finding.held}»" if finding.held else ""
    values = ", ".join(filter(None, (drafted, held)))
    return f"{finding.outcome}; {values}." if values else f"{finding.outcome}."


def _doubt(finding: Finding) -> str:
    said = f"{finding.note} {finding.held}"
    return f"({finding.doubt})" if finding.doubt and finding.doubt not in said else ""


def _matched(finding: Finding) -> str:
    doubt = f" ({finding.doubt})" if finding.doubt else ""
    return f"{finding.field}{doubt}"
