"""What the draft check found, as a person reads it: a row for each citation, field by field."""

from __future__ import annotations

from collections.abc import Sequence

from citator import (
    CheckedCitation,
    DraftCheck,
    Finding,
    Outcome,
    Verdict,
    say_check,
    say_verdict,
)
from index import name_of

from .facts import day_of
from .markup import Markup, anchor, element, join
from .recognised import FROM_PICTURE, UNSURE, page_sureness
from .standpoint import Standpoint

LOOKS = {
    Verdict.MATCH: "con",
    Verdict.DIFFERS: "het",
    Verdict.REPLACED: "het",
    Verdict.REPEALED: "het",
    Verdict.AMBIGUOUS: "sua",
    Verdict.NOT_HELD: "chua-ro",
    Verdict.UNCHECKED: "chua-ro",
}
OUTCOMES = {
    Outcome.MATCH: "con",
    Outcome.DIFFERS: "het",
    Outcome.ENDED: "het",
    Outcome.UNCHECKED: "chua-ro",
    Outcome.REMINDER: "sua",
}
HEADS = ("Mục", "Dự thảo viết", "Kho ghi", "Kết quả")
SHORT_HASH = 12  # hexadecimal digits of the store's hash shown; the exports have all


def summary(check: DraftCheck) -> Markup:
    """How many citations, by verdict, those that want a look first."""
    total = f"{len(check.rows)} viện dẫn"
    counts = [
        element("span", f"{count} {verdict.lower()}", look=f"nhan hl {LOOKS[verdict]}")
        for verdict, count in check.counts.items()
        if count
    ]
    reminders = sum(bool(row.reminders) for row in check.rows)
    noted = [element("span", f"{reminders} chỗ nhắc", look="nhan hl sua")] if reminders else []
    return element("p", element("strong", total), " ", join([*counts, *noted], " "))


def compared_with(check: DraftCheck) -> Markup:
    """What was compared with what, in the words of the command line, and the store's hash."""
    store = f"Mã kho: {check.fingerprint[:SHORT_HASH]}…"
    return element("div", *(element("p", line) for line in (*say_check(check), store)), look="mo")


def row_card(view: Standpoint, number: int, row: CheckedCitation) -> Markup:
    """One citation: its words, its verdict, and each field compared."""
    mark = element("span", say_verdict(row), look=f"nhan hl {LOOKS[row.verdict]}")
    read = row_words(row)
    page = f" · {read}" if read else ""
    head = element("h3", f"{number}. {' '.join(row.words.split())}")
    place = element("p", mark, element("small", page), look="du-kien")
    table = findings_table(view, row.findings)
    if row.verdict is Verdict.MATCH and not row.reminders:  # read by those who want to
        title = element("summary", f"Đã so {len(row.findings)} mục")
        table = element("details", title, table)
    return element("section", head, place, meant(view, row), table, look="the")


def row_words(row: CheckedCitation) -> str:
    """`trang 3`, and of a page read from its picture how surely; empty without pages."""
    if not row.page or row.sureness is None:
        return f"trang {row.page}" if row.page else ""
    words = UNSURE if row.is_unsure else FROM_PICTURE
    return f"{page_sureness(row.page, row.sureness)}, {words}"


def meant(view: Standpoint, row: CheckedCitation) -> Markup:
    """The document the citation was taken to mean, or those it could mean."""
    links = [
        anchor(view.reader(target.about.id, target.address), name_of(target.about))
        + Markup(element("span", f", {day_of(target.about.date)}"))
        for target in row.link.targets
    ]
    if not links:
        return Markup()
    label = "So với: " if len(links) == 1 else f"{len(links)} khả năng: "
    return element("p", label, join(map(Markup, links), "; "))


def findings_table(view: Standpoint, findings: Sequence[Finding]) -> Markup:
    """Field, what the draft writes, what the store holds, the outcome."""
    if not findings:
        return Markup()
    head = element("thead", element("tr", *(element("th", name) for name in HEADS)))
    rows = [_row(view, finding) for finding in findings]
    return element("table", head, element("tbody", *rows), look="bang kiem-tra")


def _row(view: Standpoint, finding: Finding) -> Markup:
    mark = element("span", str(finding.outcome), look=f"nhan hl {OUTCOMES[finding.outcome]}")
    doubt = f" ({finding.doubt})" if finding.doubt else ""
    note = element("small", finding.note) if finding.note else Markup()
    held = element("div", _source(view, finding), note)
    cells = (str(finding.field), finding.drafted or "–", held, join([mark, doubt]))
    return element("tr", *(element("td", cell) for cell in cells))


def _source(view: Standpoint, finding: Finding) -> Markup:
    words = finding.held or "–"
    if finding.about is None or not finding.held:
        return element("p", words)
    place = view.reader(finding.about.id, finding.address)
    return element("p", anchor(place, words, hint=f"Mở {name_of(finding.about)}"))
