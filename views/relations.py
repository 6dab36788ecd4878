"""How a document stands to others: what is said of it, what it says, who cites whom."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date as Date

from citator import MentionOf, Validity, stub_of
from index import StatementBy, name_of
from ingest import Metadata, Relation

from .cited_documents import CitedDocument
from .facts import day_of
from .markup import Markup, anchor, element
from .standpoint import Standpoint
from .tables import table
from .validity import badge_mark
from .validity_words import GONE, units_of

INVERSE = {
    Relation.REPLACES: "được thay thế bởi",
    Relation.AMENDS: "được sửa đổi, bổ sung bởi",
    Relation.REPEALS: "bị bãi bỏ bởi",
    Relation.CONTINUES: "được tiếp tục thực hiện theo",
    Relation.GUIDES: "được hướng dẫn bởi",
    Relation.SPECIFIES: "được cụ thể hóa bởi",
}
"""A relation as the document acted on sees it."""


@dataclass(frozen=True, slots=True)
class Tie:
    """A typed relation between the document shown and another one, with what it rests on."""

    said: StatementBy
    other: Metadata
    is_active: bool
    """Whether the document shown is the one that acts."""
    is_there: bool
    """Whether a page shows the other one: it is held, or cited by one that is."""
    validity: Validity

    @property
    def words(self) -> str:
        """The relation as the document shown sees it."""
        relation = self.said.statement.relation
        return str(relation) if self.is_active else INVERSE[relation]


@dataclass(frozen=True, slots=True)
class Ties:
    """A document's typed relations, and how often it cites and is cited by others."""

    about: Metadata
    typed: tuple[Tie, ...]
    cites: tuple[tuple[Metadata, int], ...] = ()
    cited_by: tuple[tuple[Metadata, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Citing:
    """Both directions of citing, as the tabs count them."""

    cites: tuple[CitedDocument, ...] = ()
    cited_by: tuple[MentionOf, ...] = ()


def ties_of(view: Standpoint, about: Metadata, citing: Citing) -> Ties:
    """The relations of a document one step both ways."""
    acts = [_active(view, about, said) for said in view.catalogue.statements_of(about.id)]
    suffers = [
        Tie(said, said.by, False, said.held, view.validity_of(said.by))
        for said in view.ledger.statements_on(about)
    ]
    cites = [(g.cited.about, len(g.mentions)) for g in citing.cites if g.cited.about]
    abouts = {m.by.id: m.by for m in citing.cited_by}
    counts = Counter(m.by.id for m in citing.cited_by)
    by = [(abouts[id], count) for id, count in counts.items()]
    return Ties(about, (*suffers, *acts), tuple(cites), tuple(by))


def ties_table(view: Standpoint, ties: Ties) -> Markup:
    """The typed relations with their evidence; says so where there is none."""
    if not ties.typed:
        words = "Kho chưa ghi quan hệ thay thế, sửa đổi, hướng dẫn nào của văn bản này."
        return element("p", words, look="mo")
    heads = ("Quan hệ", "Văn bản", "Ở điều nào, từ ngày nào", "Căn cứ")
    return element("div", table(heads, [_row(view, tie) for tie in ties.typed]), look="quan-he")


def counts_table(view: Standpoint, ties: Ties) -> Markup:
    """Who cites whom how often, the same as the thin lines of the picture."""
    rows = [
        (words, _link(view, other, True), f"{count} lần")
        for words, others in (("viện dẫn", ties.cites), ("được viện dẫn bởi", ties.cited_by))
        for other, count in others
    ]
    if not rows:
        return Markup()
    count = len({other.id for other, _ in (*ties.cites, *ties.cited_by)})
    title = element("summary", f"Viện dẫn qua lại với {count} văn bản")
    return element("details", title, table(("Quan hệ", "Văn bản", "Số lần"), rows))


def _active(view: Standpoint, about: Metadata, said: StatementBy) -> Tie:
    targets = view.resolve(said.statement.target, about).targets
    if len(targets) == 1:
        other = targets[0].about
        return Tie(said, other, True, True, view.validity_of(other))
    stub = view.stub_of(said.statement.target)
    other = stub.about if stub else stub_of(said.statement.target)
    return Tie(said, other, True, stub is not None, view.validity_of(other))


def _row(view: Standpoint, tie: Tie) -> tuple[str, ...]:
    statement = tie.said.statement
    places = units_of(statement.target.units)
    relation = element("p", tie.words, element("small", f" {places}") if places else "")
    name = element("p", _link(view, tie.other, tie.is_there), f", {day_of(tie.other.date)}")
    gone = "" if tie.is_there else element("small", GONE.strip())
    other = element("div", name, gone, badge_mark(tie.validity))
    since = f"từ {day_of(statement.since)}" if statement.since else "chưa rõ từ ngày nào"
    at = statement.at or "chưa rõ ở điều nào"
    place = element(
        "div",
        element("p", at, look="" if statement.at else "mo"),
        element("p", since, look="" if statement.since else "mo"),
    )
    return relation, other, place, _evidence(tie.said)


def _evidence(said: StatementBy) -> Markup:
    """How sure, from where, checked on which day, and the acting document's own words."""
    statement = said.statement
    lines = [
        element("p", element("strong", str(statement.confidence)), _checked(statement.checked))
    ]
    if said.sentence:
        lines.append(element("p", f"«{' '.join(said.sentence.split())}»", look="trich"))
    if statement.evidence:
        title = element("summary", f"{len(statement.evidence)} nguồn")
        sources = [element("p", source, look="nguon") for source in statement.evidence]
        lines.append(element("details", title, *sources))
    return element("div", *lines)


def _checked(day: Date | None) -> str:
    return f" · kiểm tra ngày {day_of(day)}" if day else " · theo lời của văn bản"


def _link(view: Standpoint, about: Metadata, is_there: bool) -> str:
    return anchor(view.reader(about.id), name_of(about)) if is_there else name_of(about)
