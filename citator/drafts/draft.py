"""The words of the draft check: what was compared of a citation, with what, and what came out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date as Date
from enum import StrEnum

from ingest import Citation, Metadata

from ..resolution import Link


class Field(StrEnum):
    """What is compared of a citation."""

    NUMBER = "số ký hiệu"
    TYPE = "loại văn bản"
    DATE = "ngày"
    ISSUER = "cơ quan ban hành"
    TITLE = "trích yếu"
    PINPOINT = "điều khoản"
    QUOTE = "lời trích"
    VALIDITY = "hiệu lực"
    FORM = "thể thức"


class Outcome(StrEnum):
    """What one comparison came to."""

    MATCH = "khớp"
    DIFFERS = "lệch"
    ENDED = "không còn hiệu lực"
    UNCHECKED = "không kiểm tra được"
    REMINDER = "nhắc"
    """Nothing wrong is claimed: a person may want to look."""


class Verdict(StrEnum):
    """What became of a citation; none of them says that it is valid."""

    MATCH = "Khớp"
    DIFFERS = "Lệch"
    AMBIGUOUS = "Mơ hồ"
    NOT_HELD = "Không có trong kho"
    UNCHECKED = "Không kiểm tra được"
    REPLACED = "Đã có văn bản thay thế"
    REPEALED = "Đã hết hiệu lực"


ALARMS = frozenset({Verdict.DIFFERS, Verdict.REPLACED, Verdict.REPEALED})
"""The verdicts that say something is wrong; reminders are none."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One field of a citation compared with one source."""

    field: Field
    outcome: Outcome
    drafted: str = ""
    """What the draft says; empty where it says nothing."""
    held: str = ""
    """What the source says."""
    about: Metadata | None = None
    """The source; None where the draft was held against a rule of form."""
    address: str = ""
    """The unit of the source, `dieu-9`; empty for the document as a whole."""
    note: str = ""
    """What the two values do not say by themselves, a sentence in Vietnamese."""
    doubt: str = ""
    """How sure the store is of this field where nobody has seen it: `suy luận`."""


@dataclass(frozen=True, slots=True)
class CheckedCitation:
    """One row: a citation of the draft and all that was compared."""

    citation: Citation
    words: str
    """The whole mention as the draft has it, the unit before and the issuer after included."""
    before: str
    """Up to 40 characters that precede the words."""
    page: int | None
    """Page of the draft, from 1; None for files without pages."""
    link: Link
    verdict: Verdict
    findings: tuple[Finding, ...] = ()
    sureness: float | None = None
    """How sure the recognised page it stands on is; None where letters were in the file."""
    is_unsure: bool = False
    """Whether its number was hard to recognise."""

    @property
    def is_alarm(self) -> bool:
        """Whether the verdict says something is wrong."""
        return self.verdict in ALARMS

    @property
    def reminders(self) -> tuple[Finding, ...]:
        """What a person may want to look at though nothing wrong is claimed."""
        return tuple(each for each in self.findings if each.outcome is Outcome.REMINDER)


@dataclass(frozen=True, slots=True)
class DraftCheck:
    """A draft held against a store: a row for each citation, and with what it was compared."""

    about: Metadata
    """Of the draft."""
    rows: tuple[CheckedCitation, ...]
    on: Date
    """The draft's date, on which validity is judged."""
    on_from: str
    """Where that date comes from, in words."""
    compared: int
    """Documents in the store."""
    fingerprint: str
    """SHA-256 of what the store holds; the same store gives the same."""
    checked: Date
    """The day of the check."""
    suspects: tuple[str, ...] = ()
    """Words that look like the number of a document and were read by no rule: not checked."""

    @property
    def counts(self) -> dict[Verdict, int]:
        """Rows by verdict, every verdict named."""
        found = Counter(row.verdict for row in self.rows)
        return {verdict: found[verdict] for verdict in Verdict}

    @property
    def alarms(self) -> tuple[CheckedCitation, ...]:
        """The rows whose verdict says something is wrong."""
        return tuple(row for row in self.rows if row.is_alarm)
