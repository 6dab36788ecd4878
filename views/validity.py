"""Whether a document holds, in words a person cannot misread; never colour alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from citator import Reliance, Status, Validity
from index import name_of
from ingest import Confidence, Metadata

from .facts import day_of
from .markup import Markup, anchor, element
from .standpoint import Standpoint
from .validity_words import Part, hint_of, parts_of

LOOKS = {
    Status.REPLACED: "het",
    Status.REPEALED: "het",
    Status.AMENDED: "sua",
    Status.IN_FORCE: "con",
    Status.NOT_ISSUED: "chua-ro",
    Status.UNVERIFIED: "chua-ro",
}


@dataclass(frozen=True, slots=True)
class Badge:
    """A status in two or three words, its look, and the whole sentence as a hint."""

    words: str
    look: str
    hint: str
    is_sure: bool = True
    """Whether what it rests on was seen in a source."""


def badge_of(validity: Validity) -> Badge:
    """The status in short, with how sure it is where it was not seen in a source."""
    words = str(validity.status)
    confidence = validity.confidence
    is_sure = confidence in (None, Confidence.SEEN)
    if validity.status is not Status.UNVERIFIED and not is_sure:
        words = f"{words} ({confidence})"
    return Badge(words, LOOKS[validity.status], hint_of(validity), is_sure)


def badge_mark(validity: Validity) -> Markup:
    """The badge alone, with its hint."""
    badge = badge_of(validity)
    return _mark(badge, badge.words)


def validity_line(
    view: Standpoint, validity: Validity, later: Sequence[Validity] = (), *, explained: bool = False
) -> Markup:
    """The badge and what it rests on, each document a link; `explained` spells the hint out."""
    first, *rest = parts_of(validity, later)
    badge = badge_of(validity)
    said = [_shown(view, part) for part in rest]
    if explained and not rest:
        said = [element("span", f" {badge.hint}", look="mo")]
    return element("p", _mark(badge, first.words), *said, look=f"hieu-luc {badge.look}")


def line_of(view: Standpoint, about: Metadata, *, explained: bool = False) -> Markup:
    """The validity line of a document on the day asked for."""
    return validity_line(view, view.validity_of(about), view.later_of(about), explained=explained)


def reliance_warning(view: Standpoint, reliances: Sequence[Reliance]) -> Markup:
    """That a document rests on some that have ended, folded, with links; empty where on none."""
    if not reliances:
        return Markup()
    title = f"Văn bản này viện dẫn {len(reliances)} văn bản đã hết hiệu lực"
    names = ", ".join(name_of(each.on) for each in reliances)
    rows = [
        element(
            "li",
            anchor(view.reader(each.on.id), name_of(each.on)),
            f", {day_of(each.on.date)}",
            line_of(view, each.on),
        )
        for each in reliances
    ]
    head = element("summary", element("strong", title), f": {names}")
    return element("details", head, element("ul", *rows), look="loi-nhan canh-bao dua-vao")


def footer(view: Standpoint) -> Markup:
    """What the validity on a page rests on, and that it is no ruling."""
    rests = (
        f"Hiệu lực suy ra từ {view.survey.statements} quan hệ ghi trong {view.survey.acting} "
        f"văn bản của kho, tính đến ngày {day_of(view.on)}; không thay cho việc tra bản gốc."
    )
    return element("p", rests, look="mo chan")


def _mark(badge: Badge, words: str) -> Markup:
    doubted = "" if badge.is_sure else " chua-chac"
    return element("span", words, look=f"nhan hl {badge.look}{doubted}", title=badge.hint)


def _shown(view: Standpoint, part: Part) -> str:
    return anchor(view.reader(part.about.id), part.words) if part.about else part.words
