"""Điều, khoản a draft cites: whether the document held has them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from index import Catalogue
from ingest import Document, Edition, Metadata, Provision, fold

from ..resolution import Target
from .draft import Field, Finding, Outcome
from .title_places import is_part

HELD_IN_PART = "Bản trong kho chỉ là {edition}, không ghi đủ điều, khoản."
NOT_SEGMENTED = "Không thấy {unit} trong bản kho, nhưng kho có thể chưa tách được đơn vị này."
BEYOND = "Bản trong kho {parent}chỉ đến {last}."
NO_SUCH_KIND = "Bản trong kho: {parent} không chia thành {kind}."
NOT_WHOLE = "Bản trong kho chỉ đến {last} và có thể chưa đủ."
STATED = "Bản {edition} cho biết văn bản có {count} điều."

# gồm 7 chương, 36 điều · gồm phần mở đầu, 19 điều
_STATED_COUNT = re.compile(r"(?<!\w)(?:gồm|có)\s[^.;\n]{0,60}?(?P<count>\d{1,3})\s+điều(?!\w)")
_UNSURE = re.compile(r"chưa kiểm chứng|suy luận|nguồn thứ cấp")
# Hiệu lực thi hành · Tổ chức thực hiện
_CLOSING = re.compile(
    r"hiệu lực|tổ chức thực hiện|(?:điều khoản|trách nhiệm|hướng dẫn|tổ chức) thi hành"
    r"|trách nhiệm thực hiện|quy định chi tiết",
    re.IGNORECASE,
)
_RECEIVERS = re.compile(r"nơi nhận\s?:", re.IGNORECASE)
BEGINNING = 120  # characters of an article in which it says what it is about
LAST_UNITS = 3  # articles at the end that are looked at
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_ARTICLE = "Điều"


class Sources:
    """The documents a draft is compared with; each is read from the store once."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._read: dict[str, Document] = {}

    def document(self, about: Metadata) -> Document:
        """The whole document."""
        if about.id not in self._read:
            found = self._catalogue.document(about.id)
            assert found is not None  # the catalogue has just named it
            self._read[about.id] = found
        return self._read[about.id]

    def unit(self, about: Metadata, address: str) -> Provision | None:
        """The unit of a document at an address."""
        units = self.document(about).provisions
        return next((unit for unit in units if unit.address == address), None)


def spell_unit(unit: Sequence[str]) -> str:
    """A unit as people write it, the smallest first: `khoản 2, Điều 8`."""
    return ", ".join(reversed(unit))


def compare_places(
    sources: Sources, units: Sequence[Sequence[str]], target: Target
) -> Iterator[Finding]:
    """Yield a finding for each cited unit.

    A full text that has the unit's neighbours and not the unit says it does not exist; a digest
    says so only of an article beyond the number it states.
    """
    addresses = iter(target.addresses)
    for unit in units:
        if tuple(unit) in target.missing:
            yield _missing(sources, tuple(unit), target.about)
            continue
        address = next(addresses)
        found = sources.unit(target.about, address)
        held = " › ".join(found.path) if found else ""
        yield Finding(Field.PINPOINT, Outcome.MATCH, spell_unit(unit), held, target.about, address)


def _missing(sources: Sources, unit: tuple[str, ...], about: Metadata) -> Finding:
    full = about.edition is Edition.FULL and not is_part(about)
    judge = _missing_in_full if full else _missing_in_digest
    outcome, held, note = judge(sources.document(about), unit)
    return Finding(Field.PINPOINT, outcome, spell_unit(unit), held, about, note=note)


def _missing_in_full(document: Document, unit: tuple[str, ...]) -> tuple[Outcome, str, str]:
    """Only a number beyond the last of its kind there is surely none."""
    at = _first_missing(document, unit)
    kind = unit[at].split()[0]
    parent = spell_unit(unit[:at])
    siblings = _siblings(document, unit[:at], kind)
    whole = _seems_whole(document)
    if siblings and not whole and not parent:
        return Outcome.UNCHECKED, "", NOT_WHOLE.format(last=max(siblings, key=_rank))
    if siblings and _rank(unit[at]) > max(map(_rank, siblings)):
        last = max(siblings, key=_rank)
        return Outcome.DIFFERS, last, BEYOND.format(parent=parent and f"ở {parent} ", last=last)
    elsewhere = any(fold(p.path[-1]).startswith(fold(kind) + " ") for p in document.provisions)
    if not siblings and elsewhere and parent:
        return Outcome.DIFFERS, parent, NO_SUCH_KIND.format(parent=parent, kind=kind)
    return Outcome.UNCHECKED, "", NOT_SEGMENTED.format(unit=spell_unit(unit[: at + 1]))


def _seems_whole(document: Document) -> bool:
    """Whether a text has its end: the last units speak of its taking effect or being carried out.

    The first of several files of a long law looks like a whole law that is shorter.
    """
    units = [p for p in document.provisions if p.path[-1].startswith(_ARTICLE)]
    beginnings = (document.text[p.start : p.start + BEGINNING] for p in units[-LAST_UNITS:])
    after = units[-1].start if units else 0
    return any(map(_CLOSING.search, beginnings)) or bool(_RECEIVERS.search(document.text, after))


def _missing_in_digest(document: Document, unit: tuple[str, ...]) -> tuple[Outcome, str, str]:
    stated = [
        (int(found["count"]), found)
        for found in _STATED_COUNT.finditer(document.text)
        if not _UNSURE.search(document.text, found.end(), found.end() + 40)
    ]
    article = next((name for name in unit if name.startswith(_ARTICLE)), "")
    count = max(
        (count for count, _ in stated), default=0
    )  # other documents' counts stand there too
    edition = document.about.edition
    if count and article and _rank(article) > count:
        note = STATED.format(edition=edition, count=count)
        return Outcome.DIFFERS, f"{count} điều", note
    return Outcome.UNCHECKED, "", HELD_IN_PART.format(edition=edition)


def _first_missing(document: Document, unit: tuple[str, ...]) -> int:
    """The place in a unit's path from which on the document has nothing."""
    missing = (at for at in range(len(unit)) if not _within(document, unit[: at + 1]))
    return next(missing, len(unit) - 1)


def _siblings(document: Document, parent: Sequence[str], kind: str) -> list[str]:
    """The units of one kind right under a parent."""
    wanted, depth = fold(kind) + " ", len(parent)
    within = _within(document, parent) if depth else list(document.provisions)
    return [p.path[-1] for p in within if fold(p.path[-1]).startswith(wanted)]


def _within(document: Document, path: Sequence[str]) -> list[Provision]:
    """The provisions whose path holds all these names, in this order."""
    wanted = _folded(tuple(path))
    found = []
    for provision in document.provisions:
        rest = iter(_folded(provision.path))
        if all(name in rest for name in wanted):
            found.append(provision)
    return found


@lru_cache(maxsize=1 << 14)
def _folded(path: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(fold(name) for name in path)


def _rank(name: str) -> int:
    """What a unit's number or letter comes to: `Điều 12a` as `Điều 12`, `điểm đ` after `d`."""
    mark = name.split()[-1].lower()
    digits = re.match(r"\d+", mark)
    if digits:
        return int(digits[0])
    return _LETTERS.find(mark) + 1 if len(mark) == 1 else 0
