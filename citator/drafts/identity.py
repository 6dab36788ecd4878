"""Which held document a draft means, also where the draft has its number or its day wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date as Date

from index import Catalogue
from ingest import Citation, Metadata, fold, key_of

from ..resolution import Link, Target, is_issued_by, term_of
from .title_places import find_stretch
from .titles import TitleIndex, TitleMatch, compare_title

# Bodies of which there is one: TW and what ends in it, the Government, the Assembly, ministries
_ONE_OF_ITS_KIND = re.compile(r"\w*tw|cp|ttg|ctn|(?:ubtv)?qh\d{0,2}|b(?!\w*[thq]u$)[a-z]{1,8}")
_WITH_YEAR = re.compile(r"\d+[a-z]?-(?P<year>\d{4})-")
MOST_TWINS = 3  # documents named where a number is not held


@dataclass(frozen=True, slots=True)
class Meant:
    """What a citation of a draft means in the store, and how that is known."""

    target: Target | None = None
    """The one document to compare with."""
    certain: bool = False
    """Day, title or series say it is this one: what differs then is an error of the draft."""
    possible: tuple[Metadata, ...] = ()
    """Several documents of that number, none of which can be left out."""
    by_other_number: bool = False
    """The target has another number: its day and title, or its title and digits, are those."""
    like: tuple[Metadata, ...] = ()
    """Of other numbers, and alike in too little to be sure."""
    other_terms: tuple[Metadata, ...] = ()
    """Of the same number and another term or place, so not meant."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What the rules of comparison need to know of a draft."""

    text: str
    about: Metadata
    on: Date
    dated: bool
    """False where `on` is only the day of the check."""


class Identifier:
    """Says which document of a store each citation of one draft means."""

    def __init__(self, catalogue: Catalogue, draft: Draft) -> None:
        abouts = catalogue.documents()
        self._catalogue = catalogue
        self._draft = draft
        self._titles = TitleIndex(abouts)
        self._by_day: dict[Date, list[Metadata]] = {}
        for about in abouts:
            if about.date:
                self._by_day.setdefault(about.date, []).append(about)

    def identify(self, link: Link) -> Meant:
        """Return what a resolved citation means."""
        targets = _joined(link.targets)
        if len(targets) > 1:
            targets = self._by_title(link.citation, targets) or targets
        if len(targets) > 1:
            return Meant(possible=tuple(target.about for target in targets))
        if targets:
            return self._single(link.citation, targets[0])
        return self._unheld(link)

    def titled(self, citation: Citation) -> tuple[Metadata, ...]:
        """The documents whose title the draft gives after a citation, in full."""
        stretch = find_stretch(self._draft.text, citation)
        return self._titles.find(self._draft.text, stretch) if stretch else ()

    def _single(self, citation: Citation, target: Target) -> Meant:
        certain = self._is_certain(citation, target.about)
        if certain or not self._speaks_against(citation, target.about):
            return Meant(target, certain)
        return Meant(other_terms=(target.about,), like=self._alike(citation))

    def _is_certain(self, citation: Citation, about: Metadata) -> bool:
        if citation.date and citation.date == about.date:
            return True
        return self._has_title(citation, about) or self._is_of_series(citation, about)

    def _is_of_series(self, citation: Citation, about: Metadata) -> bool:
        """Whether the number can name no other document: numbers restart by year or by term."""
        body = key_of(about.number).rpartition("-")[2]
        if not citation.symbol or not _ONE_OF_ITS_KIND.fullmatch(body):
            return False
        if _WITH_YEAR.match(key_of(about.number)):
            return True
        day = citation.date or (self._draft.on if self._draft.dated else None)
        return body.endswith("tw") and bool(day) and term_of(day) == term_of(about.date)

    def _speaks_against(self, citation: Citation, about: Metadata) -> bool:
        """Whether a number that many places give, or that comes again, is another document's."""
        is_later = self._draft.dated and about.date is not None and about.date > self._draft.on
        if is_later and citation.date is None:
            return True
        body = key_of(about.number).rpartition("-")[2]
        is_local = bool(about.number) and not _ONE_OF_ITS_KIND.fullmatch(body)
        return is_local and not is_issued_by(about, citation.issuer)

    def _unheld(self, link: Link) -> Meant:
        citation = link.citation
        others = self._same_kind(citation, link.others) if citation.date else []
        titled = [about for about in others if self._has_title(citation, about)]
        if titled:
            return Meant(self._target(citation, titled[0]), certain=True)
        twins = self._twins(citation)
        if twins:
            return Meant(self._target(citation, twins[0]), certain=True, by_other_number=True)
        of_series = [about for about in others if self._is_of_series(citation, about)]
        if len(of_series) == 1:
            return Meant(self._target(citation, of_series[0]), certain=True)
        return Meant(other_terms=link.others, like=self._alike(citation))

    def _twins(self, citation: Citation) -> list[Metadata]:
        """Documents of another number whose title the draft gives, and whose day or digits."""
        if not citation.symbol:
            return []
        of_day = self._by_day.get(citation.date, []) if citation.date else []
        on_day = [
            about
            for about in of_day
            if _same_type(citation, about) and self._has_title(citation, about)
        ]
        same_digits = [
            about
            for about in self.titled(citation)
            if _digits(about.number) == _digits(citation.symbol)
            and _same_type(citation, about)
            and citation.date in (None, about.date)
        ]
        return [a for a in on_day or same_digits if not _same_number(citation, a)]

    def _alike(self, citation: Citation) -> tuple[Metadata, ...]:
        """Documents a person may have meant: of that day and issuer, or of that title and issuer.

        A number with its year names one document, so another title of the same words is none.
        """
        if not citation.symbol or not citation.issuer:
            return ()
        if citation.date:
            found: Iterable[Metadata] = self._by_day.get(citation.date, [])
        else:
            dated = _WITH_YEAR.match(key_of(citation.symbol))
            found = [] if dated else self.titled(citation)
        alike = [
            about
            for about in found
            if _same_type(citation, about)
            and about.issuer
            and is_issued_by(about, citation.issuer)
            and not _same_number(citation, about)
            and not (self._draft.dated and about.date and about.date > self._draft.on)
        ]
        return tuple(sorted(alike, key=lambda a: a.date or Date.min, reverse=True)[:MOST_TWINS])

    def _has_title(self, citation: Citation, about: Metadata) -> bool:
        stretch = find_stretch(self._draft.text, citation)
        if not stretch or not about.title:
            return False
        compared = compare_title(self._draft.text, stretch, about.title)
        return compared.match is not TitleMatch.OTHER and compared.tells

    def _by_title(self, citation: Citation, targets: Sequence[Target]) -> list[Target]:
        kept = [target for target in targets if self._has_title(citation, target.about)]
        return kept if len(kept) == 1 else []

    def _same_kind(self, citation: Citation, others: Sequence[Metadata]) -> list[Metadata]:
        """Of documents with the number but another day, those a symbol or a type can mean."""
        if citation.plenum or not (citation.symbol or citation.number):
            return []
        return [about for about in others if citation.symbol or _same_type(citation, about)]

    def _target(self, citation: Citation, about: Metadata) -> Target:
        found = [(unit, self._catalogue.find_unit(about.id, unit)) for unit in citation.units]
        return Target(
            about,
            addresses=tuple(address for _, address in found if address),
            missing=tuple(unit for unit, address in found if not address),
        )


def _joined(targets: Sequence[Target]) -> list[Target]:
    """The parts of one long law are one document: of them, the one that has the cited units."""
    groups: dict[tuple[object, ...], list[Target]] = {}
    for target in targets:
        about = target.about
        name = (key_of(about.number), about.date, fold(about.type)) if about.number else about.id
        groups.setdefault((name,), []).append(target)
    return [min(parts, key=lambda part: len(part.missing)) for parts in groups.values()]


def _same_type(citation: Citation, about: Metadata) -> bool:
    return not citation.type or fold(citation.type) == fold(about.type)


def _same_number(citation: Citation, about: Metadata) -> bool:
    return key_of(citation.symbol) == key_of(about.number)


def _digits(symbol: str) -> str:
    return re.split(r"\D", symbol.strip(), maxsplit=1)[0].lstrip("0")
