"""Who cites: mentions under the documents they stand in, each with its place in words."""

from __future__ import annotations

from collections.abc import Sequence

from citator import MentionOf
from index import Catalogue

from .cards import citing_card, mention_row
from .contents import place_of
from .markup import Markup, element, join

SHOWN = 30  # mentions that are open; opening their documents takes time


def citing_cards(catalogue: Catalogue, mentions: Sequence[MentionOf]) -> Markup:
    """A card for each document that cites, its sentences in it; says so where there is none."""
    if not mentions:
        return element("p", "Chưa có văn bản nào trong kho viện dẫn văn bản này.", look="mo")
    groups: dict[str, list[MentionOf]] = {}
    for mention in mentions[:SHOWN]:
        groups.setdefault(mention.by.id, []).append(mention)
    cards = [citing_card(group[0].by, _rows(catalogue, id, group)) for id, group in groups.items()]
    if len(mentions) > SHOWN:
        cards.append(element("p", f"Còn {len(mentions) - SHOWN} chỗ viện dẫn nữa.", look="mo"))
    return join(cards)


def count_of(mentions: Sequence[MentionOf]) -> str:
    """How often, and in how many documents: `5 lần trong 3 văn bản`."""
    return f"{len(mentions)} lần trong {len({m.by.id for m in mentions})} văn bản"


def _rows(catalogue: Catalogue, document: str, mentions: Sequence[MentionOf]) -> list[Markup]:
    held = catalogue.document(document)
    places = {u.address: place_of(u.path) for u in held.provisions} if held else {}
    return [mention_row(m, places.get(m.mention.address, "")) for m in mentions]
