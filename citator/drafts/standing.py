"""Hiệu lực of what a draft cites: on the draft's date, and what has come since."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date as Date

from index import name_of
from ingest import Citation, Confidence, Document, Metadata

from ..validity import ENDING, Ledger, Status, Validity
from .draft import Field, Finding, Outcome
from .identity import Draft

BY = "theo {by}"
SINCE_THEN = "Ở ngày {on}: {then}. Nay {now}."
NOT_YET = "Văn bản được viện dẫn ban hành sau ngày của bản thảo."
SAID_BY_DRAFT = "Chính bản thảo nói văn bản này được thay thế hoặc bãi bỏ."
UNVERIFIED = "Kho chưa có căn cứ nào nói văn bản này còn hay hết hiệu lực."
REACH = 80  # characters before a citation in which a draft says it replaces what it cites

# thay thế Quyết định số · bãi bỏ
_ENDS = re.compile(r"(?<!\w)(?:thay\s+thế(?!\s+bởi)|bãi\s+bỏ|hủy\s+bỏ|huỷ\s+bỏ)(?!\w)", re.I)
_ENDED_BEHIND = re.compile(
    r"[^.;\n]{0,120}?(?:hết\s+hiệu\s+lực|(?:đã\s+)?(?:được|bị)\s+(?:thay\s+thế|bãi\s+bỏ))", re.I
)


class Standing:
    """Reads the ledger on two days: that of the draft and that of the check."""

    def __init__(self, then: Ledger, now: Ledger, draft: Draft, document: Document) -> None:
        self._then, self._now = then, now
        self._draft = draft
        self._ended_by_draft = {
            said.target.start for said in document.statements if said.relation in ENDING
        }

    def compare(self, citation: Citation, about: Metadata) -> Iterator[Finding]:
        """Yield what is known of a document's validity on the draft's date, and of today."""
        then, now = self._then.validity_of(about), self._now.validity_of(about)
        if then.has_ended:
            yield self._ended(citation, about, then)
            return
        if then.status is Status.NOT_ISSUED:
            yield Finding(
                Field.VALIDITY,
                Outcome.DIFFERS,
                f"{self._draft.on:%d/%m/%Y}",
                str(then.status),
                about,
                note=NOT_YET,
                doubt=about.doubt("date"),
            )
            return
        yield _as_of(then, about)
        if now.has_ended or (now.status is Status.AMENDED and then.status is not now.status):
            yield self._since_then(then, now, about)

    def _ended(self, citation: Citation, about: Metadata, validity: Validity) -> Finding:
        held, doubt = _in_words(validity, self._then, about), _doubt(validity)
        if self._says_so_itself(citation):
            return Finding(
                Field.VALIDITY,
                Outcome.REMINDER,
                held=held,
                about=validity.by,
                note=SAID_BY_DRAFT,
                doubt=doubt,
            )
        drafted = f"{self._draft.on:%d/%m/%Y}"
        return Finding(Field.VALIDITY, Outcome.ENDED, drafted, held, validity.by, doubt=doubt)

    def _since_then(self, then: Validity, now: Validity, about: Metadata) -> Finding:
        known = "kho chưa có căn cứ" if then.status is Status.UNVERIFIED else _small(then.status)
        note = SINCE_THEN.format(
            on=f"{then.on:%d/%m/%Y}", then=known, now=_small(_in_words(now, self._now, about))
        )
        held = _in_words(now, self._now, about)
        return Finding(
            Field.VALIDITY,
            Outcome.REMINDER,
            held=held,
            about=now.by,
            note=note,
            doubt=_doubt(now),
        )

    def _says_so_itself(self, citation: Citation) -> bool:
        text, start = self._draft.text, citation.full_start
        line = max(text.rfind("\n", 0, start) + 1, start - REACH)
        return (
            citation.start in self._ended_by_draft
            or bool(_ENDS.search(text, line, start))
            or bool(_ENDED_BEHIND.match(text, citation.full_end))
        )


def _as_of(validity: Validity, about: Metadata) -> Finding:
    status, by = validity.status, validity.by
    if status is Status.UNVERIFIED:
        return Finding(
            Field.VALIDITY, Outcome.UNCHECKED, held=str(status), about=about, note=UNVERIFIED
        )
    source = BY.format(by=_called(by)) if by else ""
    held = f"{status} ở ngày {validity.on:%d/%m/%Y}, {source}".rstrip(", ")
    outcome = Outcome.REMINDER if status is Status.AMENDED else Outcome.MATCH
    return Finding(Field.VALIDITY, outcome, held=held, about=by or about, doubt=_doubt(validity))


def _in_words(validity: Validity, ledger: Ledger, about: Metadata) -> str:
    """`Đã được thay thế bởi Quy định 296-QĐ/TW ngày 30/05/2025, rồi Quy định 21-QĐ/TW`."""
    names = [_called(each) for each in ledger.successors_of(about)]
    if not names and validity.by:
        names = [_called(validity.by)]
    join = "bởi" if validity.status is Status.REPLACED else "theo"
    return f"{validity.status} {join} {', rồi '.join(names)}" if names else str(validity.status)


def _called(about: Metadata) -> str:
    doubt = about.doubt("number") or about.doubt("date")
    return f"{name_of(about)}{_day(about.date)}{f' ({doubt})' if doubt else ''}"


def _day(day: Date | None) -> str:
    return f" ngày {day:%d/%m/%Y}" if day else ""


def _doubt(validity: Validity) -> str:
    confidence = validity.confidence
    return str(confidence) if confidence and confidence is not Confidence.SEEN else ""


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]
