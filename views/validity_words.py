"""What is known of a document's validity as sentences, piece by piece."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from citator import Status, Validity
from index import StatementBy, name_of
from ingest import Confidence, Metadata, Relation

from .facts import day_of

UNKNOWN = "Trong kho không có văn bản nào nói văn bản này còn hay hết hiệu lực."
GONE = " (văn bản này không còn trong kho)"
SHOWN_GROUNDS = 3  # amending documents named; a law can have dozens
_SURENESS = [str(level) for level in Confidence]


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a sentence; a link where it names a document held."""

    words: str
    about: Metadata | None = None


def hint_of(validity: Validity) -> str:
    """The status as one plain sentence, for hints and the command line."""
    if validity.status is Status.UNVERIFIED and not validity.grounds:
        return UNKNOWN
    return words_of(validity)


def words_of(validity: Validity, later: Sequence[Validity] = ()) -> str:
    """What `validity_line` shows, without its links."""
    return "".join(part.words for part in parts_of(validity, later))


def parts_of(validity: Validity, later: Sequence[Validity] = ()) -> tuple[Part, ...]:
    """A status, what it rests on, and the documents that stand in its place today."""
    return (
        Part(str(validity.status)),
        *_SENTENCES[validity.status](validity),
        *_successors(later),
    )


def sureness_of(said: StatementBy) -> str:
    """How sure a statement is: the least sure of itself and of the name of who makes it."""
    doubts = [said.by.doubt(field) for field in ("number", "date")]
    known = [level for level in (str(said.statement.confidence), *doubts) if level in _SURENESS]
    return max(known, key=_SURENESS.index)


def units_of(units: Sequence[Sequence[str]]) -> str:
    """Places as people write them: `khoản 2 Điều 9, Điều 10`."""
    return ", ".join(" ".join(reversed(unit)) for unit in units)


def _named(said: StatementBy) -> Iterator[Part]:
    """The acting document and its day: `Quy định 296-QĐ/TW, 30/05/2025`."""
    yield Part(name_of(said.by), said.by if said.held else None)
    yield Part(f", {day_of(said.by.date)}" + ("" if said.held else GONE))


def _ended(validity: Validity) -> Iterator[Part]:
    said = validity.grounds[0]
    yield Part(" bởi " if validity.status is Status.REPLACED else " theo ")
    yield from _named(said)
    since = said.statement.since
    if since and since != said.by.date:
        yield Part(f", từ ngày {day_of(since)}")
    yield Part(f" ({sureness_of(said)})")


def _amended(validity: Validity) -> Iterator[Part]:
    grounds = {said.by.id: said for said in reversed(validity.grounds)}
    named = list(reversed(grounds.values()))
    for n, said in enumerate(named[:SHOWN_GROUNDS]):
        places = units_of(said.statement.target.units)
        what = f" {said.statement.relation} {places}" if places else ""
        if said.statement.relation is Relation.AMENDS:
            what = f" ở {places}" if places else ""
        elif what:
            what = what if n else f" ({what.strip()})"
        yield Part((";" if n else "") + what + " bởi ")
        yield from _named(said)
        yield Part(f" ({sureness_of(said)})")
    if len(named) > SHOWN_GROUNDS:
        yield Part(f" và {len(named) - SHOWN_GROUNDS} văn bản khác")


def _in_force(validity: Validity) -> Iterator[Part]:
    said = validity.grounds[0]
    if validity.held_until is None:
        yield Part(" (theo ")
        yield from _named(said)
    else:
        yield Part(f" tại ngày {day_of(validity.on)} (theo ")
        yield Part(name_of(said.by), said.by if said.held else None)
        gone = "" if said.held else GONE
        yield Part(f"{gone}, {said.statement.relation} từ {day_of(validity.held_until)}")
    yield Part(")")


def _not_issued(validity: Validity) -> Iterator[Part]:
    yield Part(f" ở ngày {day_of(validity.on)}")


def _unverified(validity: Validity) -> Iterator[Part]:
    for said in validity.grounds[:1]:
        yield Part(": ")
        yield Part(name_of(said.by), said.by if said.held else None)
        gone = "" if said.held else GONE
        yield Part(f"{gone} {said.statement.relation} văn bản này, nhưng chưa rõ từ ngày nào")
        yield Part(f" ({sureness_of(said)})")


def _successors(later: Sequence[Validity]) -> Iterator[Part]:
    for n, ended in enumerate(later):
        said = ended.grounds[0]
        yield Part(" → " if n else " · văn bản tiếp theo: ")
        yield Part(name_of(said.by), said.by if said.held else None)
        sure = sureness_of(said)
        yield Part("" if sure == Confidence.SEEN else f" ({sure})")


_SENTENCES: dict[Status, Callable[[Validity], Iterator[Part]]] = {
    Status.REPLACED: _ended,
    Status.REPEALED: _ended,
    Status.AMENDED: _amended,
    Status.IN_FORCE: _in_force,
    Status.NOT_ISSUED: _not_issued,
    Status.UNVERIFIED: _unverified,
}
