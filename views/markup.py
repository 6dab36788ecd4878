"""Text from files is never markup: the one way words get onto a page.

A page is built of elements. Every child that is not already Markup is escaped, every attribute is
escaped, and a link can only lead to a page of ours, so a hostile text can only be read.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

TAGS = frozenset(
    {"a", "details", "div", "h1", "h2", "h3", "li", "mark", "nav", "p", "section", "small"}
    | {"span", "strong", "summary", "table", "tbody", "td", "th", "thead", "tr", "ul"}
)
OUR_LINK = re.compile(r"#[a-z-]+|(?:\./|tra-cuu|vien-dan|van-ban|kho)(?:\?[\w.~%+=&-]*)?", re.ASCII)
"""`van-ban?vb=qd-37-tw-2021&dv=dieu-9`: no scheme, no host, quoted values only."""
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters, marks that turn the writing direction round, halves of a character."""
SHOWN_INSTEAD = "\ufffd"

PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")


class Markup(str):
    """HTML made by this file; any other string is plain words."""

    __slots__ = ()


def escape(words: str) -> Markup:
    """Plain words as HTML that reads exactly as they do; a Markup is given back as it is."""
    if isinstance(words, Markup):
        return words
    return Markup(html.escape(visible(words)))


def visible(words: str) -> str:
    """Words with a sign in place of what would act on a screen or a terminal unseen."""
    return UNSEEN.sub(SHOWN_INSTEAD, words)


def as_label(words: str) -> str:
    """Plain words for the label of a widget, which reads Markdown: no picture, link or colour."""
    return PUNCTUATION.sub(r"\\\g<0>", visible(words))


def join(parts: Iterable[str], between: str = "") -> Markup:
    """Parts one after another, each escaped unless it is Markup."""
    return Markup(escape(between).join(escape(part) for part in parts))


def element(tag: str, *children: str, look: str = "", **attributes: str) -> Markup:
    """One HTML element; `look` is its CSS class. Raises ValueError for a tag not in TAGS."""
    if tag not in TAGS:
        raise ValueError(f"no tag of ours: {tag}")
    named = {"class": look, **attributes}
    written = "".join(f' {name}="{escape(value)}"' for name, value in named.items() if value)
    return Markup(f"<{tag}{written}>{join(children)}</{tag}>")


def anchor(href: str, *children: str, look: str = "", hint: str = "") -> Markup:
    """A link to a page of ours, in the same tab; raises ValueError for any other address."""
    if not OUR_LINK.fullmatch(href):
        raise ValueError(f"not a page of ours: {href}")
    return element("a", *children, look=look, href=href, target="_self", title=hint)
