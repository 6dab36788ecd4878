"""Documents in a table, each with a link to the reader."""

from __future__ import annotations

from collections.abc import Sequence

from ingest import Metadata

from .cards import badge, title_line
from .facts import called, issued_on, issuer_of
from .markup import Markup, anchor, element
from .recognised import recognised_badge
from .standpoint import Standpoint
from .validity import line_of


def documents_table(view: Standpoint, abouts: Sequence[Metadata]) -> Markup:
    """Name, trích yếu, validity, issuer, date and edition of documents, a row each."""
    return table(("Văn bản", "Ban hành"), [_row(view, about) for about in abouts])


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Markup:
    """A table with a head line."""
    head = element("tr", *(element("th", name) for name in heads))
    body = [element("tr", *(element("td", cell) for cell in row)) for row in rows]
    return element("table", element("thead", head), element("tbody", *body), look="bang")


def _row(view: Standpoint, about: Metadata) -> tuple[str, ...]:
    name = element("strong", anchor(view.reader(about.id), called(about)))
    issuer = element("p", issuer_of(about))
    read = recognised_badge(view.catalogue.sureness(about.id))
    issued = element("div", issuer, element("p", issued_on(about)), badge(about.edition), " ", read)
    return element("div", name, title_line(about), line_of(view, about)), issued
