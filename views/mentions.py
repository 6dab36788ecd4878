"""Who cites: mentions under the documents they stand in, each with its place in words."""

from __future__ import annotations

from collections.abc import Sequence

from citator import MentionOf

from .cards import citing_card, mention_row
from .markup import Markup, element, join
from .standpoint import Standpoint

SHOWN = 100  # mentions listed; more than a person reads


def citing_cards(view: Standpoint, mentions: Sequence[MentionOf]) -> Markup:
    """A card for each document that cites, its sentences in it; says so where there is none."""
    if not mentions:
        return element("p", "Chưa có chỗ nào trong kho viện dẫn đúng chỗ này.", look="mo")
    groups: dict[str, list[MentionOf]] = {}
    for mention in mentions[:SHOWN]:
        groups.setdefault(mention.by.id, []).append(mention)
    cards = [
        citing_card(view, group[0].by, [mention_row(view, m) for m in group])
        for group in groups.values()
    ]
    if len(mentions) > SHOWN:
        cards.append(element("p", f"Còn {len(mentions) - SHOWN} chỗ viện dẫn nữa.", look="mo"))
    return join(cards)


def count_of(mentions: Sequence[MentionOf]) -> str:
    """How often, and in how many documents: `5 lần trong 3 văn bản`."""
    return f"{len(mentions)} lần trong {len({m.by.id for m in mentions})} văn bản"
