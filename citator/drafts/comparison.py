"""A citation's number, type, day, issuer and title, each held against the document it means."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest import Citation, Metadata, fold, key_of

from ..resolution import is_issued_by, term_of
from .draft import Field, Finding, Outcome
from .identity import Draft, Meant
from .title_places import Stretch, bare_title, find_stretch, is_of_amended_law
from .titles import ComparedTitle, TitleMatch, compare_title

COLUMNS = {
    Field.NUMBER: "number",
    Field.TYPE: "type",
    Field.DATE: "date",
    Field.ISSUER: "issuer",
    Field.TITLE: "title",
}
"""The field of `Metadata` each is compared with; its doubt goes with the finding."""
_TERM = re.compile(r"\bkhóa\s+(?P<term>[IVX]{1,5})\b|\bkhoá\s+(?P<other>[IVX]{1,5})\b", re.I)
_OF_CENTRE = ("ban chap hanh trung uong", "bo chinh tri", "ban bi thu")
DOUBTED = "Lệch với bản trong kho, mục này đang là: {doubt}."
OTHER_NUMBER = "Kho không có số này; văn bản có {alike} ấy trong kho mang số khác."
OTHER_TITLE = "Lời sau số ký hiệu là trích yếu của {name}, không phải của văn bản mang số này."
SHORTENED = "Bản thảo ghi rút gọn."


def compare_fields(draft: Draft, citation: Citation, meant: Meant) -> Iterator[Finding]:
    """Compare what identifies a document, one finding for each thing the draft says."""
    assert meant.target is not None
    about = meant.target.about
    if citation.number or citation.symbol:
        yield _number(citation, about, meant)
    named_otherwise = citation.plenum or is_of_amended_law(citation)
    if citation.type and about.type and not named_otherwise:
        yield _finding(Field.TYPE, _same(citation.type, about.type), citation.type, about)
    if citation.date:
        yield _date(citation, about)
    if citation.issuer:
        yield from _issuer(citation, about, meant.certain)
    yield from compare_titles(draft, citation, about)


def compare_titles(draft: Draft, citation: Citation, about: Metadata) -> Iterator[Finding]:
    """Compare the words a draft gives as title; nothing where they are no title."""
    stretch, compared = read_title(draft.text, citation, about)
    if stretch is None or compared.match is TitleMatch.OTHER:
        return
    words = " ".join(draft.text[compared.start : compared.end].split())
    same = compared.match is not TitleMatch.CHANGED
    shortened = SHORTENED if compared.match is TitleMatch.SHORTENED else ""
    yield _finding(Field.TITLE, same, words, about, shortened)


def read_title(
    text: str, citation: Citation, about: Metadata
) -> tuple[Stretch | None, ComparedTitle]:
    """Where the draft gives the title, and how it stands to the one held."""
    stretch = find_stretch(text, citation)
    if stretch is None or not about.title:
        return None, ComparedTitle(TitleMatch.OTHER)
    return stretch, compare_title(text, stretch, about.title)


def other_title(draft: Draft, citation: Citation, about: Metadata, named: Metadata) -> Finding:
    """The finding for words that are the whole title of another document than the one numbered."""
    name = f"{named.type} {named.number}".strip()
    words = bare_title(named.title)
    return _finding(Field.TITLE, False, words, about, OTHER_TITLE.format(name=name))


def _number(citation: Citation, about: Metadata, meant: Meant) -> Finding:
    """Compare the symbol; a plenum, a name or a bare number is told which symbol it found."""
    if not meant.by_other_number:
        return _finding(Field.NUMBER, True, citation.symbol or citation.text, about)
    alike = "ngày và trích yếu" if citation.date == about.date else "số và trích yếu"
    note = OTHER_NUMBER.format(alike=alike)
    return _finding(Field.NUMBER, False, citation.symbol, about, note)


def _date(citation: Citation, about: Metadata) -> Finding:
    assert citation.date is not None
    drafted = f"{citation.date:%d/%m/%Y}"
    if about.date is None:
        return Finding(Field.DATE, Outcome.UNCHECKED, drafted, about=about)
    return _finding(Field.DATE, citation.date == about.date, drafted, about)


def _issuer(citation: Citation, about: Metadata, certain: bool) -> Iterator[Finding]:
    if not about.issuer:
        yield Finding(Field.ISSUER, Outcome.UNCHECKED, citation.issuer, about=about)
        return
    same = is_issued_by(about, citation.issuer)
    found = _finding(Field.ISSUER, same, citation.issuer, about)
    if not same and not certain:
        note = "Số này có thể là của văn bản khác mà kho không có; hãy kiểm lại."
        found = Finding(Field.ISSUER, Outcome.REMINDER, found.drafted, found.held, about, note=note)
    yield found
    term = _TERM.search(citation.issuer)
    if term and same and about.date and _is_central(about):
        yield _term((term["term"] or term["other"]).upper(), about)


def _term(drafted: str, about: Metadata) -> Finding:
    """Compare the term named with the issuer with that of the document's day."""
    held, doubt = term_of(about.date), about.doubt("date")
    outcome = Outcome.MATCH if drafted == held else Outcome.DIFFERS
    note = DOUBTED.format(doubt=doubt) if doubt and outcome is Outcome.DIFFERS else ""
    return Finding(
        Field.ISSUER, outcome, f"khóa {drafted}", f"khóa {held}", about, note=note, doubt=doubt
    )


def _finding(field: Field, same: bool, drafted: str, about: Metadata, note: str = "") -> Finding:
    outcome = Outcome.MATCH if same else Outcome.DIFFERS
    doubt = about.doubt(COLUMNS[field])
    if doubt and not same:
        note = f"{note} {DOUBTED.format(doubt=doubt)}".strip()
    return Finding(field, outcome, drafted, _held(field, about), about, note=note, doubt=doubt)


def _held(field: Field, about: Metadata) -> str:
    if field is Field.DATE:
        return f"{about.date:%d/%m/%Y}" if about.date else ""
    return str(getattr(about, COLUMNS[field]))


def _same(one: str, other: str) -> bool:
    return fold(one) == fold(other)


def _is_central(about: Metadata) -> bool:
    body = key_of(about.number).rpartition("-")[2]
    return body.endswith("tw") or fold(about.issuer).startswith(_OF_CENTRE)
