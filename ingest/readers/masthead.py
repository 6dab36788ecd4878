"""What a document says about itself: at its head, at its end, where it is enacted."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from ..document import Confidence, Edition, FieldPlace, Metadata
from ..sureness import UNSURE_PAGE
from .abstract import TypeLine, find_subject, find_symbol, find_title, find_type
from .dateline import Dateline, find_dateline, find_place_and_date, read_place_and_date
from .declarations import (
    OPENING_LETTERS,
    find_adoption,
    find_attestation,
    find_enacting,
    find_enclosing,
    find_own_name,
    is_consolidated,
)
from .findings import Findings, gather
from .headlines import LONGEST_LINE, Line, find_head, iterate_lines, split_cells
from .identity import make_id
from .layouts import BEYOND_HEAD, describe_annex, describe_contents, find_heading
from .letterhead import find_letterhead, issuer_of_symbol, issuer_of_type
from .mending import mend
from .recipients import find_recipients
from .signature import find_signature

FEWEST_WORDS = 5  # of the first real line of a page: menus and buttons are shorter
FIRST_LINES = 60  # in which that line is looked for
ANNEX = "Phụ lục"
ARTICLE = re.compile(r"^[“\"*# ]{0,4}Điều (\d{1,4})[a-zđ]?[.:]", re.M)


def read_masthead(text: str, fallback_id: str) -> Metadata:
    """Read the metadata that a text prints about itself.

    Only the head is read, up to the grounds, and the end, so a document that is cited lends its
    number to nobody. A text without either is of no document that could be named if it has điều
    of its own, and otherwise news about something: its title is its first real line, its id comes
    from `fallback_id`, the name of its file.
    """
    found = find_fields(text)
    if not _describes(found):
        edition = Edition.UNNAMED if _holds_articles(text) else Edition.NEWS
        title = fallback_id if ARTICLE.match(text.lstrip()) else _first_line(text)
        news = Metadata(fallback_id, title=title, edition=edition)
        return replace(news, id=make_id(news))
    values: dict[str, Any] = {field: one.value for field, one in found.items()}
    about = Metadata(id=fallback_id, **values)
    return replace(about, id=make_id(about))


def find_field_places(
    about: Metadata,
    text: str,
    pages: Sequence[int] = (),
    page_confidence: Sequence[float | None] = (),
) -> tuple[FieldPlace, ...]:
    """Return where a text says the fields that `about` holds; those it does not say have no place.

    `pages` holds the offset of each page and `page_confidence` how sure its letters are, both as in
    Reading. What stands on a page whose letters are doubtful is UNVERIFIED.
    """
    places = []
    for field, one in find_fields(text).items():
        if getattr(about, field) != one.value:
            continue
        page = bisect_right(pages, one.place[0]) - 1
        sure = page_confidence[page] if 0 <= page < len(page_confidence) else None
        doubtful = sure is not None and sure < UNSURE_PAGE
        places.append(
            FieldPlace(field, *one.place, Confidence.UNVERIFIED if doubtful else one.sure)
        )
    return tuple(sorted(places, key=lambda place: (place.start, place.field)))


def find_fields(text: str) -> Findings:
    """Return every field of the metadata that a text says, with its place."""
    head = find_head(text)
    enacted = find_enacting(text)
    listed = find_dateline(head)
    typed = find_type(head, str(enacted["type"].value) if "type" in enacted else "")
    if typed and typed.name == ANNEX and not (listed and listed.at < typed.at):
        return describe_annex(text, head, typed)
    if heading := find_heading(text, head):
        return heading
    at_head = _read_head(text, head, listed, typed)
    if not at_head:
        return _describe_headless(text)
    below = max((one.place[1] for one in at_head.values()), default=0)
    number = at_head.get("number")
    consolidated = is_consolidated(text, str(number.value) if number else "")
    at_end = find_attestation(text) if consolidated else _read_end(text, below, at_head, enacted)
    if consolidated and "number" in at_end:
        at_head.pop("number", None)
    found = _infer({**enacted, **at_end, **at_head}, text, below)
    return mend(found, enacted, text)


def _read_head(
    text: str, head: Sequence[Line], listed: Dateline | None, typed: TypeLine | None
) -> Findings:
    """Return what the lines above the grounds say."""
    opening = text[:OPENING_LETTERS]
    ends = [len(head), *((typed.at,) if typed else ()), *((listed.at,) if listed else ())]
    letterhead = find_letterhead(head[: min(ends)])
    if listed and listed.is_listed:
        return describe_contents(text, head, listed) | gather(letterhead.cut_issuer())
    return gather(
        listed.cut_number() if listed else find_symbol(typed, head) if typed else None,
        *(read_place_and_date(listed.cut_after()) if listed else ()),
        *find_place_and_date(head),
        typed.cut_type() if typed else None,
        listed.cut_type() if listed else None,
        find_title(typed, head, opening) if typed else None,
        *([] if typed else find_subject(head, listed, opening)),
        letterhead.cut_issuer(),
        letterhead.cut_parent(),
    )


def _describe_headless(text: str) -> Findings:
    """Return what a later part of a document says without a head: what it calls itself."""
    own = find_own_name(text)
    if not own:
        return {}
    end = _read_end(text, 0, own, {})
    return _infer({**end, **own}, text, 0)


def _read_end(text: str, start: int, at_head: Findings, enacted: Findings) -> Findings:
    """Return what the end of a document says: adoption, signature, recipients."""
    lines = [cell for line in iterate_lines(text, start) for cell in split_cells(line) if cell.text]
    signature = find_signature(lines)
    typed = at_head.get("type") or enacted.get("type")
    return gather(
        *find_adoption(text, str(typed.value) if typed else "").values(),
        signature.cut_signer(),
        signature.cut_capacity(),
        signature.cut_issuer(),
        find_recipients(lines),
    )


def _infer(found: Findings, text: str, below: int) -> Findings:
    """Add what can be concluded where nothing says it: the issuer, the enclosing document."""
    number, type_ = found.get("number"), found.get("type")
    enclosing = {} if number or not below else find_enclosing(text, below + BEYOND_HEAD)
    guessed = gather(
        *enclosing.values(),
        issuer_of_symbol(number) if number else None,
        issuer_of_type(type_) if type_ else None,
    )
    return {**guessed, **found}


def _describes(found: Findings) -> bool:
    """Tell a document from a text that only speaks of one."""
    return any(
        all(field in found for field in fields)
        for fields in (("type", "title"), ("number", "issuer"), ("type", "issuer"))
    )


def _holds_articles(text: str) -> bool:
    """Tell a text that has two điều in a row, each on a line of its own, from one that cites."""
    numbers = [int(found[1]) for found in ARTICLE.finditer(text)]
    return any(after == before + 1 for before, after in pairwise(numbers))


def _first_line(text: str) -> str:
    """Return the first line that reads like a sentence, not like a menu; a long one cut short."""
    lines = [" ".join(line.split()) for line in text.split("\n", FIRST_LINES)[:FIRST_LINES]]
    real = (line for line in lines if len(line.split()) >= FEWEST_WORDS and "|" not in line)
    return next(real, next(filter(None, lines), ""))[:LONGEST_LINE].rstrip()
