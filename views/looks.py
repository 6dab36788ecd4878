"""What was understood of a file before it is kept, the files in a ZIP a row each; pure."""

from __future__ import annotations

from collections import Counter

from index import Glance, Look, name_of

from .cards import notice
from .facts import issued_on, title_of
from .markup import Markup, element
from .reading_facts import reading_facts, understood
from .tables import table

NOTHING_NEW = "không có gì mới so với kho hoặc trùng tệp khác trong gói"
HEADS = ("Tệp", "Đã hiểu là", "So với kho")


def look_markup(look: Look) -> Markup:
    """One upload: how it stands to the store, then what was understood, or why nothing was."""
    parts = [element("h3", look.upload.name)]
    if look.standing:
        parts.append(notice(look.standing, "canh-bao"))
    if look.reason:
        parts.append(notice(look.reason, "loi"))
    if look.document:
        parts += [understood(look.document), reading_facts(look.document)]
        words = f"{look.articles} điều, {len(look.document.citations)} viện dẫn."
        parts.append(element("p", words, look="mo"))
    if look.members:
        parts.append(element("p", members_counted(look.members)))
        rows = [_row(one) for one in look.members]
        parts.append(element("div", table(HEADS, rows), look="goi"))
    return element("div", *parts)


def members_counted(members: tuple[Glance, ...]) -> str:
    """How many files of a ZIP bring something, and how many do not; no zeros."""
    kinds = Counter(
        "không đọc được" if one.reason else "có văn bản để thêm" if one.brings else NOTHING_NEW
        for one in members
    )
    counted = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())
    return f"Gói có {len(members)} tệp: {counted}."


def _row(one: Glance) -> tuple[str, ...]:
    if one.reason:
        return one.name, element("span", one.reason, look="loi"), ""
    if one.about is None:
        return one.name, "", one.standing
    counts = f"{one.articles} điều, {one.citations} viện dẫn"
    facts = [issued_on(one.about), "" if one.about.number else "không thấy số ký hiệu", counts]
    parts = [element("strong", name_of(one.about))]
    if one.about.number:
        parts.append(element("p", title_of(one.about)))
    parts.append(element("p", " · ".join(filter(None, facts)), look="mo"))
    return one.name, element("div", *parts), one.standing or "Văn bản mới."
