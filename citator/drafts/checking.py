"""Kiểm tra viện dẫn: every citation of a draft held against the store, field by field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date as Date

from index import Catalogue
from ingest import (
    Citation,
    Document,
    Metadata,
    find_date_line,
    fold,
    key_of_citation,
    unread_date,
)

from ..resolution import Link, Resolver, Target
from ..validity import Ledger, Status
from .cited_words import compare_words, read_quoting
from .comparison import compare_fields, other_title, read_title
from .draft import CheckedCitation, DraftCheck, Field, Finding, Outcome, Verdict
from .forms import FormReader, identity_of
from .identity import Draft, Identifier, Meant
from .places import Sources, compare_places
from .standing import Standing
from .titles import TitleMatch

BEFORE = 40  # characters before a citation that tell its place
GIVEN, OWN, TODAY = (
    "do người kiểm tra nêu",
    "ngày ghi trong bản thảo",
    "ngày kiểm tra, vì bản thảo không ghi ngày",
)
"""Where a draft's date comes from."""
LIKE = "Kho không có số này, nhưng có văn bản gần giống; hãy kiểm lại số ký hiệu."
OTHER_TERM = "Kho có văn bản cùng số ký hiệu nhưng khác ngày, khác khóa hoặc khác nơi ban hành."
NO_SUCH_DAY = "Không đọc được thành một ngày có thật."
NO_YEAR = "Ngày ghi thiếu năm nên chưa so được."
MUST_BE_CHECKED = frozenset({Field.PINPOINT, Field.QUOTE, Field.DATE})
"""Without these a citation that names them is not said to match."""


def check_draft(catalogue: Catalogue, document: Document, on: Date | None = None) -> DraftCheck:
    """Hold every citation of a draft against the store; validity is judged on the draft's date.

    That date is `on`, else the draft's own, else today. Citations that point back to the draft
    itself are no rows; others that point back are rows only when they name a unit.
    """
    today = Date.today()
    day, on_from = _date_of(document, on, today)
    draft = Draft(document.text, document.about, day, dated=on_from != TODAY)
    checker = _Checker(catalogue, document, draft, today)
    return DraftCheck(
        about=document.about,
        rows=tuple(map(checker.check, filter(_is_row, document.citations))),
        on=day,
        on_from=on_from,
        compared=len(catalogue.documents()),
        fingerprint=catalogue.fingerprint(),
        checked=today,
        suspects=tuple(_unread(document)),
    )


class _Checker:
    """Checks the citations of one draft in reading order."""

    def __init__(self, catalogue: Catalogue, document: Document, draft: Draft, today: Date) -> None:
        self._resolver = Resolver(catalogue)
        self._draft = draft
        self._citing = replace(document.about, date=draft.on if draft.dated else None)
        self._sureness = document.sureness
        self._folded = fold(document.text)
        self._sources = Sources(catalogue)
        self._forms = FormReader()
        self._quoting = read_quoting(document.text, document.citations)
        self._ledger = Ledger(catalogue, draft.on, self._resolver)
        self._identifier = Identifier(catalogue, draft, self._ledger)
        now = Ledger(catalogue, today, self._resolver)
        self._standing = Standing(self._ledger, now, draft, document)

    def check(self, citation: Citation) -> CheckedCitation:
        """Compare one citation."""
        link = self._resolver.resolve(citation, self._citing)
        meant = self._identifier.identify(link)
        findings = tuple(self._findings(citation, meant))
        return self._row(citation, _shown(link, meant), self._judge(meant, findings), findings)

    def _findings(self, citation: Citation, meant: Meant) -> Iterator[Finding]:
        yield from self._unread_date(citation, meant)
        if meant.target:
            yield from self._compare(citation, meant, meant.target)
        else:
            yield from _of_none(citation, meant)
        id = meant.target.about.id if meant.target else ""
        yield from self._forms.read(citation, identity_of(citation, id))

    def _unread_date(self, citation: Citation, meant: Meant) -> Iterator[Finding]:
        """A day that does not exist is wrong whatever is held; one without its year is unclear."""
        text = self._draft.text
        unread = None if citation.date else unread_date(self._folded, citation.end)
        if unread is None:
            return
        end, has_year = unread
        drafted = text[citation.end : end].strip(" ,\n\xa0(")
        about = meant.target.about if meant.target else None
        held = f"{about.date:%d/%m/%Y}" if about and about.date else ""
        outcome = Outcome.DIFFERS if has_year else Outcome.UNCHECKED
        note = NO_SUCH_DAY if has_year else NO_YEAR
        yield Finding(Field.DATE, outcome, drafted, held, about, note=note)

    def _compare(self, citation: Citation, meant: Meant, target: Target) -> Iterator[Finding]:
        about = target.about
        yield from compare_fields(self._draft, citation, meant)
        yield from self._title_of_another(citation, meant, about)
        for finding in self._inside(citation, target):
            yield self._standing.soften(finding, about)
        yield from self._standing.compare(citation, about)

    def _inside(self, citation: Citation, target: Target) -> Iterator[Finding]:
        """Compare what is cited inside the document: its units, and the words quoted."""
        yield from compare_places(self._sources, citation.units, target)
        quotation = self._quoting.quoted_from(citation)
        if quotation:
            yield compare_words(self._sources, quotation, target)

    def _title_of_another(
        self, citation: Citation, meant: Meant, about: Metadata
    ) -> Iterator[Finding]:
        """A number of one document with the title of another one."""
        _, compared = read_title(self._draft.text, citation, about)
        named = self._identifier.titled(citation)
        if compared.match is not TitleMatch.OTHER or not named or not about.title:
            return
        found = other_title(self._draft, citation, about, named[0])
        yield found if meant.certain else replace(found, outcome=Outcome.REMINDER)

    def _judge(self, meant: Meant, findings: Iterable[Finding]) -> Verdict:
        """The verdict: what is wrong comes before what could not be checked."""
        outcomes = {(each.field, each.outcome) for each in findings}
        if meant.possible:
            return Verdict.AMBIGUOUS
        if not meant.target:
            return Verdict.NOT_HELD
        if any(outcome is Outcome.DIFFERS for _, outcome in outcomes):
            return Verdict.DIFFERS
        if any(outcome is Outcome.ENDED for _, outcome in outcomes):
            status = self._ledger.validity_of(meant.target.about).status
            return Verdict.REPLACED if status is Status.REPLACED else Verdict.REPEALED
        if any((field, Outcome.UNCHECKED) in outcomes for field in MUST_BE_CHECKED):
            return Verdict.UNCHECKED
        return Verdict.MATCH

    def _row(
        self, citation: Citation, link: Link, verdict: Verdict, findings: tuple[Finding, ...]
    ) -> CheckedCitation:
        text, start = self._draft.text, citation.full_start
        return CheckedCitation(
            citation=citation,
            words=text[start : citation.full_end],
            before=text[max(0, start - BEFORE) : start],
            page=self._sureness.page_at(start) or None,
            link=link,
            verdict=verdict,
            findings=findings,
            sureness=self._sureness.at(start, citation.full_end),
            is_unsure=self._sureness.doubts(citation.full_start, citation.full_end),
        )


def _unread(document: Document) -> Iterator[str]:
    """What looks like a number and is no row, since it was taken by no rule."""
    rows = [c for c in document.citations if not c.back]
    for start, end in document.suspects:
        if not any(c.full_start < end and c.full_end > start for c in rows):
            yield document.text[start:end]


def _date_of(document: Document, on: Date | None, today: Date) -> tuple[Date, str]:
    own = on or document.about.date or find_date_line(document.text)
    if own is None:
        return today, TODAY
    return own, GIVEN if on else OWN


def _is_row(citation: Citation) -> bool:
    if not citation.back:
        return True
    return bool(key_of_citation(citation) and citation.units)


def _shown(link: Link, meant: Meant) -> Link:
    """The link as it was understood in the end, for the page to lead to."""
    if meant.target:
        chosen_by = meant.chosen_by or link.chosen_by
        return replace(link, targets=(meant.target,), chosen_by=chosen_by)
    return link if meant.possible else replace(link, targets=())


def _of_none(citation: Citation, meant: Meant) -> Iterator[Finding]:
    """What can still be said of a citation whose document is not held, or could be several."""
    for about in meant.like:
        yield Finding(
            Field.NUMBER, Outcome.REMINDER, citation.symbol, about.number, about, note=LIKE
        )
    for about in meant.other_terms:
        held = _number_and_day(about)
        yield Finding(Field.NUMBER, Outcome.UNCHECKED, citation.text, held, about, note=OTHER_TERM)
    for about in meant.possible:
        held = _number_and_day(about)
        yield Finding(Field.NUMBER, Outcome.UNCHECKED, citation.text, held, about)


def _number_and_day(about: Metadata) -> str:
    return f"{about.number}, {about.date:%d/%m/%Y}" if about.date else about.number
