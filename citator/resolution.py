"""A citation becomes a link: to the document and the places it means, to several, or to none."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date as Date

from index import Catalogue
from ingest import Citation, Metadata, fold, key_of_citation

CONGRESSES = (
    (Date(1986, 12, 18), "VI"),
    (Date(1991, 6, 27), "VII"),
    (Date(1996, 7, 1), "VIII"),
    (Date(2001, 4, 22), "IX"),
    (Date(2006, 4, 25), "X"),
    (Date(2011, 1, 19), "XI"),
    (Date(2016, 1, 28), "XII"),
    (Date(2021, 2, 1), "XIII"),
    (Date(2026, 1, 23), "XIV"),
)
"""Last day of each Party congress and the term it opens: numbers restart the day after.

General knowledge, to the day for VII to XIII; the rule is điểm 1.3 khoản 1 mục II of 36-HD/VPTW.
"""


@dataclass(frozen=True, slots=True)
class Target:
    """One document a citation can mean, with the places it names there."""

    about: Metadata
    addresses: tuple[str, ...] = ()
    """Addresses of the cited units, in the order of the citation."""
    missing: tuple[tuple[str, ...], ...] = ()
    """The cited units that the document held does not have."""

    @property
    def address(self) -> str:
        """Where the link leads; empty for the document as a whole."""
        return self.addresses[0] if self.addresses else ""


@dataclass(frozen=True, slots=True)
class Link:
    """A citation resolved: one target, several it can mean, or none that is held."""

    citation: Citation
    targets: tuple[Target, ...] = ()
    chosen_by: str = ""
    """What told the target from others of the same number; empty where there was no other."""
    others: tuple[Metadata, ...] = ()
    """Documents held that go by the same number, plenum or name and were left out."""

    @property
    def about(self) -> Metadata | None:
        """The one document meant; None when it is not held or could be several."""
        return self.targets[0].about if len(self.targets) == 1 else None


class Resolver:
    """Resolves the citations of a store; what was looked up once is remembered."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._named: dict[str, list[Metadata]] = {}
        self._found: dict[Citation, list[Metadata]] = {}

    def resolve(self, citation: Citation, citing: Metadata | None = None) -> Link:
        """Return what a citation of one document, or of a typed text, means.

        Type, number, symbol and day decide, then the issuer, then the citing document's own day
        and term. What is left is given whole: none is chosen silently.
        """
        if _points_at_itself(citation):
            return Link(citation, (self._target(citation, citing),) if citing else ())
        found = self._documents(citation)
        kept, chosen_by = _narrow(found, citation, citing)
        kept_ids = {about.id for about in kept}
        others = tuple(a for a in self._same_name(citation) if a.id not in kept_ids)
        targets = tuple(self._target(citation, about) for about in kept)
        return Link(citation, targets, chosen_by, others)

    def _documents(self, citation: Citation) -> list[Metadata]:
        asked = replace(citation, text="", start=0, end=0, full_start=0, full_end=0, units=())
        if asked not in self._found:
            self._found[asked] = self._catalogue.find_documents(asked)
        return self._found[asked]

    def _same_name(self, citation: Citation) -> list[Metadata]:
        key = key_of_citation(citation)
        if key not in self._named:
            self._named[key] = self._catalogue.named_by(key) if key else []
        return self._named[key]

    def _target(self, citation: Citation, about: Metadata) -> Target:
        found = [(unit, self._catalogue.find_unit(about.id, unit)) for unit in citation.units]
        return Target(
            about,
            addresses=tuple(address for _, address in found if address),
            missing=tuple(unit for unit, address in found if not address),
        )


def term_of(day: Date | None) -> str:
    """The term, `XIII`, of the Central Committee on a day; empty before 1986 or without a day."""
    if day is None:
        return ""
    at = bisect_right([closed for closed, _ in CONGRESSES], day)
    return CONGRESSES[at - 1][1] if at else ""


def is_issued_by(about: Metadata, issuer: str) -> bool:
    """Whether a document's issuer can be the one named; a document without issuer can be anyone's.

    Bộ Chính trị khóa XII and Bộ Chính trị are one, so are BCH Trung ương and Ban Chấp hành Trung
    ương Đảng.
    """
    one, other = _issuer_words(about.issuer), _issuer_words(issuer)
    return not one or not other or one == other or one in other or other in one


def _points_at_itself(citation: Citation) -> bool:
    return bool(citation.back) and not key_of_citation(citation)


def _narrow(
    found: list[Metadata], citation: Citation, citing: Metadata | None
) -> tuple[list[Metadata], str]:
    """Leave out what the issuer, then the citing document's day and term, speak against."""
    if len(found) < 2:
        return found, ""
    rules: list[tuple[str, Callable[[Metadata], bool]]] = [
        ("cơ quan ban hành", lambda about: is_issued_by(about, citation.issuer))
    ]
    if citing and citing.date:
        day, term = citing.date, term_of(citing.date)
        rules.append(("ngày của văn bản viện dẫn", lambda about: _is_not_after(about, day)))
        rules.append(("khóa của văn bản viện dẫn", lambda about: term_of(about.date) == term))
    chosen_by = ""
    for name, rule in rules:
        kept = [about for about in found if rule(about)]
        if kept and len(kept) < len(found):
            found, chosen_by = kept, name
    return found, chosen_by


def _is_not_after(about: Metadata, day: Date) -> bool:
    return about.date is None or about.date <= day


_SHORT = {"bch": "ban chap hanh", "tw": "trung uong", "t.u": "trung uong", "bct": "bo chinh tri"}


def _issuer_words(name: str) -> str:
    words = fold(name).replace(",", " ").split()
    words = words[: words.index("khoa")] if "khoa" in words else words  # khóa XII
    spelled = " ".join(_SHORT.get(word, word) for word in words)
    return spelled.removesuffix(" dang")
