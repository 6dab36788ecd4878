"""Documents in a table, each with a link to the reader."""

from __future__ import annotations

from collections.abc import Sequence

from ingest import Metadata

from .cards import badge, title_line
from .facts import called, issued_on, issuer_of
from .links import reader_link
from .markup import Markup, anchor, element


def documents_table(abouts: Sequence[Metadata]) -> Markup:
    """Name, trích yếu, issuer, date and edition of documents, a row each."""
    return table(("Văn bản", "Ban hành"), [_row(about) for about in abouts])


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Markup:
    """A table with a head line."""
    head = element("tr", *(element("th", name) for name in heads))
    body = [element("tr", *(element("td", cell) for cell in row)) for row in rows]
    return element("table", element("thead", head), element("tbody", *body), look="bang")


def _row(about: Metadata) -> tuple[str, ...]:
    name = element("strong", anchor(reader_link(about.id), called(about)))
    issuer = element("p", issuer_of(about))
    issued = element("div", issuer, element("p", issued_on(about)), badge(about.edition))
    return element("div", name, title_line(about)), issued
