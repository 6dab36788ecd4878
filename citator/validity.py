"""Does a document still hold? Derived from statements as of a day; never typed in.

Green needs proof: somebody later continued or replaced the document, so it held until then. No
statement means not verified, and a statement whose document has left the store still counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date as Date
from enum import StrEnum

from index import Catalogue, StatementBy
from ingest import Citation, Confidence, Document, Metadata, Relation, keys_of_document

from .resolution import Resolver

ENDING = {Relation.REPLACES, Relation.REPEALS}
RESTING = {Relation.GUIDES, Relation.SPECIFIES, Relation.CONTINUES}
"""Relations by which a document rests on another."""
_SURENESS = list(Confidence)


class Status(StrEnum):
    """What can be said of a document on a day."""

    REPLACED = "Đã được thay thế"
    REPEALED = "Đã hết hiệu lực"
    AMENDED = "Đã được sửa đổi"
    IN_FORCE = "Còn hiệu lực"
    NOT_ISSUED = "Chưa ban hành"
    UNVERIFIED = "Chưa xác minh"


@dataclass(frozen=True, slots=True)
class Validity:
    """A status on a day, and the statements it rests on, the one that decides first."""

    status: Status
    on: Date
    grounds: tuple[StatementBy, ...] = ()
    held_until: Date | None = None
    """For a document still in force on `on` because it was replaced only later: that day."""

    @property
    def has_ended(self) -> bool:
        """Whether the document as a whole no longer holds."""
        return self.status in (Status.REPLACED, Status.REPEALED)

    @property
    def by(self) -> Metadata | None:
        """The document that decides."""
        return self.grounds[0].by if self.grounds else None

    @property
    def confidence(self) -> Confidence | None:
        """How sure the deciding statement is."""
        return self.grounds[0].statement.confidence if self.grounds else None


@dataclass(frozen=True, slots=True)
class Reliance:
    """That a document rests on one that no longer holds."""

    on: Metadata
    validity: Validity


class Ledger:
    """The statements of a store, read as of one day."""

    def __init__(self, catalogue: Catalogue, on: Date, resolver: Resolver | None = None) -> None:
        self.on = on
        self._catalogue = catalogue
        self._resolver = resolver or Resolver(catalogue)
        self._known: dict[Metadata, Validity] = {}

    def validity_of(self, about: Metadata) -> Validity:
        """What the statements in the store say of a document on the ledger's day."""
        if about not in self._known:
            self._known[about] = self._judge(about)
        return self._known[about]

    def statements_on(self, about: Metadata) -> tuple[StatementBy, ...]:
        """What others say of a document; a statement that could mean another one is left out."""
        return tuple(
            said
            for said in self._catalogue.statements_on(keys_of_document(about))
            if said.by.id != about.id and self._means(said, about)
        )

    def successors_of(self, about: Metadata) -> tuple[Metadata, ...]:
        """The documents that stand in its place today, the chain of replacements followed."""
        chain: list[Metadata] = []
        following = about
        while (found := self.validity_of(following)).status is Status.REPLACED:
            following = found.grounds[0].by
            if following.id in {about.id, *(seen.id for seen in chain)}:
                break  # two documents that each say they replace the other
            chain.append(following)
        return tuple(chain)

    def reliances_of(self, document: Document) -> tuple[Reliance, ...]:
        """The documents it rests on, by citing, guiding or continuing them, that have ended."""
        about = document.about
        own = self._catalogue.statements_of(about.id)
        ended_by_it = {
            target.id
            for said in own
            if said.statement.relation not in RESTING
            for target in self._targets(said)
        }
        rested_on = {
            target.id: target
            for said in own
            if said.statement.relation in RESTING
            for target in self._targets(said)
        }
        for citation in document.citations:
            cited = self._resolver.resolve(citation, about).about
            if cited is not None and not citation.back:
                rested_on[cited.id] = cited
        return tuple(
            Reliance(target, validity)
            for target in rested_on.values()
            if target.id != about.id and target.id not in ended_by_it and _is_older(target, about)
            if (validity := self.validity_of(target)).has_ended
        )

    def _judge(self, about: Metadata) -> Validity:
        if about.date and about.date > self.on:
            return Validity(Status.NOT_ISSUED, self.on)
        said = self.statements_on(about)
        whole = [s for s in said if not s.statement.target.units]
        ending = [s for s in whole if s.statement.relation in ENDING]
        ended = _surest_first(s for s in ending if self._has_begun(s))
        if ended:
            replaced = ended[0].statement.relation is Relation.REPLACES
            return Validity(Status.REPLACED if replaced else Status.REPEALED, self.on, ended)
        changed = _surest_first(s for s in said if self._has_begun(s) and _changes(s))
        if changed:
            return Validity(Status.AMENDED, self.on, changed)
        later = _surest_first(s for s in ending if _is_proof(s) and not self._has_begun(s))
        if later:
            return Validity(Status.IN_FORCE, self.on, later, held_until=_day_of(later[0]))
        continued = [s for s in whole if s.statement.relation is Relation.CONTINUES]
        proofs = _surest_first(s for s in continued if self._has_begun(s) and _is_proof(s))
        undated = _surest_first(s for s in ending if _day_of(s) is None)
        if proofs and not undated:
            return Validity(Status.IN_FORCE, self.on, proofs)
        return Validity(Status.UNVERIFIED, self.on, undated)

    def _has_begun(self, said: StatementBy) -> bool:
        """On the ledger's day: what gives no day had begun when a person checked it."""
        day = _day_of(said) or said.statement.checked
        return day is not None and day <= self.on

    def _means(self, said: StatementBy, about: Metadata) -> bool:
        targets = [target.id for target in self._targets(said)]
        held = self._catalogue.about(about.id)
        if held and held.date == about.date:
            return targets == [about.id]
        # of one that is not held: only where nothing else is meant
        return not targets and _names(said.statement.target, about)

    def _targets(self, said: StatementBy) -> list[Metadata]:
        link = self._resolver.resolve(said.statement.target, said.by)
        return [target.about for target in link.targets]


def _day_of(said: StatementBy) -> Date | None:
    """The day a statement takes effect: the one it gives, else that of its document."""
    return said.statement.since or said.by.date


def _names(target: Citation, about: Metadata) -> bool:
    """Whether a citation can name a document that is not held, alike in key: days must agree."""
    is_bare = not (target.symbol or target.plenum or target.name)
    return not is_bare and (not (target.date and about.date) or target.date == about.date)


def _changes(said: StatementBy) -> bool:
    relation = said.statement.relation
    return relation is Relation.AMENDS or (relation in ENDING and bool(said.statement.target.units))


def _is_proof(said: StatementBy) -> bool:
    return said.statement.confidence is Confidence.SEEN and _day_of(said) is not None


def _is_older(target: Metadata, about: Metadata) -> bool:
    """A document rests only on what was there before it."""
    return not (target.date and about.date) or target.date <= about.date


def _surest_first(said: Iterable[StatementBy]) -> tuple[StatementBy, ...]:
    def rank(found: StatementBy) -> tuple[int, Date]:
        return _SURENESS.index(found.statement.confidence), _day_of(found) or Date.min

    return tuple(sorted(said, key=rank))


def worst_of(validities: Sequence[Validity]) -> Validity | None:
    """Of several documents one citation can mean, what a person must hear first."""
    order = list(Status)
    return min(validities, key=lambda found: order.index(found.status), default=None)
