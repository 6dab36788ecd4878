"""Bản đồ thiếu: what the store's documents cite and nobody has given it in full."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from index import Catalogue
from ingest import (
    Citation,
    Edition,
    Metadata,
    fold,
    key_of_citation,
    keys_of_document,
    make_id,
)

from .resolution import Resolver


@dataclass(frozen=True, slots=True)
class Wanted:
    """A citation, and the document that has it."""

    citation: Citation
    by: str
    """Id of that document."""
    times: int
    """How often it has it."""
    is_recognised: bool = False
    """Whether its page was read from its picture."""
    is_unsure: bool = False
    """Whether its number was hard to recognise."""


@dataclass(slots=True)
class Missing:
    """A document that is cited and not held in full, and how much it is asked for."""

    about: Metadata
    """Of the digest or stub held; where nothing is held, what the citations say."""
    held: bool
    """Whether the store has a digest, a news page or a stub of it."""
    mentions: int = 0
    recognised: int = 0
    """Of those, how many stand on pages read from their pictures."""
    unsure: int = 0
    """Of these, how many have a number that was hard to recognise."""
    citing: set[str] = field(default_factory=set)
    """Ids of the documents that cite it."""
    keys: set[str] = field(default_factory=set)
    """Keys of the citations that were counted."""

    @property
    def is_recognised(self) -> bool:
        """Whether only recognised pages cite it, so that its number may be misread."""
        return 0 < self.mentions == self.recognised

    def count(self, wanted: Wanted) -> None:
        """Take in one citation of one document."""
        citation, by, times = wanted.citation, wanted.by, wanted.times
        self.mentions += times
        self.recognised += times * wanted.is_recognised
        self.unsure += times * wanted.is_unsure
        self.citing.add(by)
        self.keys.add(key_of_citation(citation))

    def join(self, other: Missing) -> None:
        """Take in what was counted apart and is the same document."""
        self.mentions += other.mentions
        self.recognised += other.recognised
        self.unsure += other.unsure
        self.citing |= other.citing
        self.keys |= other.keys


class Gaps:
    """Everything a store lacks at one revision, the most wanted first."""

    def __init__(self, entries: Iterable[Missing]) -> None:
        self.entries = tuple(sorted(entries, key=_rank))
        self._stubs = {entry.about.id: entry for entry in self.entries if not entry.held}
        self._by_key: dict[str, list[Missing]] = defaultdict(list)
        for stub in self._stubs.values():
            for key in stub.keys:
                self._by_key[key].append(stub)

    def stub(self, id: str) -> Missing | None:
        """What is known of a document that is only cited, by the id of its stub."""
        return self._stubs.get(id)

    def stub_of(self, citation: Citation) -> Missing | None:
        """The stub that a citation of a document not held was counted in."""
        same = self._by_key.get(key_of_citation(citation), [])
        dated = [stub for stub in same if citation.date and stub.about.date == citation.date]
        fitting = dated or [stub for stub in same if _fits(citation, stub.about)]
        return fitting[0] if len(fitting) == 1 else None


def find_missing(catalogue: Catalogue) -> Gaps:
    """Every document cited, or acted on by a statement, of which the full text is not held.

    Ranked by the documents that cite it, then by mentions, then by name. A citation that can mean
    several documents is counted for each; one that names the citing document for none.
    """
    resolver = Resolver(catalogue)
    found: dict[str, Missing] = {}
    unheld: dict[str, list[Wanted]] = defaultdict(list)
    for wanted in _wanted(catalogue):
        citation, by = wanted.citation, wanted.by
        targets = resolver.resolve(citation, catalogue.about(by)).targets
        if not targets:
            unheld[key_of_citation(citation)].append(wanted)
        for target in targets:
            if target.about.edition is not Edition.FULL and target.about.id != by:
                entry = found.setdefault(target.about.id, Missing(target.about, held=True))
                entry.count(wanted)
    stubs = _all_stubs(unheld.values())
    for stub in stubs:
        if catalogue.about(stub.about.id):  # another day of the same year is held
            stub.about = replace(stub.about, id=f"{stub.about.id}-{stub.about.date or 'khac'}")
    return Gaps([*found.values(), *stubs])


def stub_of(citation: Citation) -> Metadata:
    """What a citation says of a document that is not held, under an id of its own."""
    named = citation.plenum or citation.name
    title = " ".join((citation.name or citation.text if named else "").split())
    about = Metadata(
        id=f"{citation.name or f'{citation.type} {citation.plenum}'} {citation.year or ''}",
        type=citation.type,
        number=citation.symbol or citation.number,
        title=title,
        issuer=citation.issuer,
        date=citation.date,
        edition=Edition.STUB,
    )
    return replace(about, id=make_id(about))


def _wanted(catalogue: Catalogue) -> Iterator[Wanted]:
    for citation, by, times in catalogue.cited():
        sureness = catalogue.sureness(by)
        is_recognised = sureness.at(citation.full_start, citation.full_end) is not None
        yield Wanted(
            citation,
            by,
            times,
            is_recognised,
            sureness.doubts(citation.full_start, citation.full_end),
        )
    for said in catalogue.statements():
        if said.statement.target.symbol:
            yield Wanted(said.statement.target, said.by.id, 0)


def _all_stubs(groups: Iterable[list[Wanted]]) -> list[Missing]:
    """A stub for each document; a bare number joins the one symbol it can stand for."""
    stubs: dict[str, Missing] = {}
    bare = []
    for group in groups:
        for stub in _stubs(group):
            if stub.about.number.isdigit():
                bare.append(stub)
            elif stub.about.id in stubs:
                stubs[stub.about.id].join(stub)
            else:
                stubs[stub.about.id] = stub
    alone = []
    for stub in bare:
        same = [other for other in stubs.values() if _is_short_for(stub, other)]
        if len(same) == 1:
            same[0].join(stub)
        else:
            alone.append(stub)
    return [*stubs.values(), *alone]


def _stubs(group: list[Wanted]) -> list[Missing]:
    """One stub for each day or year the citations of a key give; those without join a lone one."""
    dates = {wanted.citation.date for wanted in group if wanted.citation.date}
    lone = next(iter(dates)) if len(dates) == 1 else None
    parted: dict[object, list[Wanted]] = defaultdict(list)
    for wanted in group:
        cited = wanted.citation
        kind = cited.type if cited.number and not cited.symbol else ""  # "số 80" of which type?
        parted[kind, cited.date or lone or cited.year].append(wanted)
    return [_stub(part) for part in parted.values()]


def _stub(part: list[Wanted]) -> Missing:
    cited = [wanted.citation for wanted in part]
    fullest = max(cited, key=lambda c: (bool(c.date), bool(c.type), len(c.text)))
    types = Counter(
        w.citation.type for w in part if w.citation.type for _ in range(max(w.times, 1))
    )
    issuers = Counter(c.issuer for c in cited if c.issuer)
    fullest = replace(
        fullest,
        type=types.most_common(1)[0][0] if types else "",
        issuer=issuers.most_common(1)[0][0] if issuers else "",
    )
    entry = Missing(stub_of(fullest), held=False)
    for wanted in part:
        entry.count(wanted)
    return entry


def _is_short_for(bare: Missing, other: Missing) -> bool:
    """Quy định 80 for Quy định 80-QĐ/TW, where no day speaks against it."""
    one, two = bare.about, other.about
    same_day = not (one.date and two.date) or one.date == two.date
    return one.type == two.type and same_day and bare.keys <= set(keys_of_document(two))


def _fits(citation: Citation, about: Metadata) -> bool:
    """Neither its day or year nor the type of a bare number speaks against a stub."""
    if citation.number and not citation.symbol and citation.type != about.type:
        return False
    if about.date is None:
        return True
    return citation.date is None and citation.year in (None, about.date.year)


def _rank(entry: Missing) -> tuple[int, int, str]:
    return -len(entry.citing), -entry.mentions, fold(f"{entry.about.type} {entry.about.number}")
