"""What a document cites: each document once, with the sentences and places that cite it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from citator import MentionOf
from index import name_of
from ingest import Citation, Document

from .cards import mention_row
from .citation_links import NOT_HELD, Cited, cited_by_document
from .markup import Markup, anchor, element, join
from .standpoint import Standpoint
from .validity import line_of

SHOWN = 100  # cited documents listed
OPEN = 2  # sentences of one of them that are open; the others are folded


@dataclass(frozen=True, slots=True)
class CitedDocument:
    """A document that another one cites, with the sentences that do."""

    cited: Cited
    mentions: tuple[MentionOf, ...]

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citations in those sentences."""
        return tuple(m.mention.citation for m in self.mentions)

    @property
    def name(self) -> str:
        """What to call it: the document's name, or the fullest citation's own words."""
        if self.cited.about:
            return name_of(self.cited.about)
        fullest = max(self.citations, key=lambda c: (c.date is not None, len(c.text)))
        return " ".join(fullest.text.split())


def documents_cited(view: Standpoint, document: Document) -> list[CitedDocument]:
    """The other documents one cites, in reading order: the one count."""
    mentions = [MentionOf(document.about, m) for m in view.catalogue.mentions_in(document.about.id)]
    every = cited_by_document(view, document, [m.mention.citation for m in mentions])
    groups: dict[str, list[tuple[MentionOf, Cited]]] = {}
    for mention, cited in zip(mentions, every, strict=True):
        if cited.id != document.about.id:
            citation = mention.mention.citation
            groups.setdefault(cited.id or citation.symbol or citation.text, []).append(
                (mention, cited)
            )
    return [CitedDocument(g[0][1], tuple(mention for mention, _ in g)) for g in groups.values()]


def cited_cards(view: Standpoint, groups: Sequence[CitedDocument]) -> Markup:
    """A card for each document cited; says so where there is none."""
    if not groups:
        return element("p", "Không thấy viện dẫn nào trong văn bản này.", look="mo")
    cards = [_card(view, group) for group in groups[:SHOWN]]
    if len(groups) > SHOWN:
        cards.append(element("p", f"Còn {len(groups) - SHOWN} văn bản nữa.", look="mo"))
    return join(cards)


def count_of_cited(groups: Sequence[CitedDocument]) -> str:
    """How often, and how many documents: `12 lần, 8 văn bản`."""
    return f"{sum(len(g.mentions) for g in groups)} lần, {len(groups)} văn bản"


def _card(view: Standpoint, group: CitedDocument) -> Markup:
    cited = group.cited
    link = anchor(cited.href, group.name, look=cited.look, hint=cited.hint)
    missing = " · không có trong kho" if cited.kind == NOT_HELD else ""
    count = element("small", f"{len(group.mentions)} lần{missing}")
    valid = line_of(view, cited.about) if cited.about else Markup()
    rows = [mention_row(view, mention) for mention in group.mentions]
    shown, rest = rows[:OPEN], rows[OPEN:]
    if rest:
        title = element("summary", f"Xem thêm {len(rest)} chỗ")
        shown.append(element("details", title, *rest))
    head = element("h2", link, look="ten")
    return element("section", head, count, valid, *shown, look="the vien-dan")
