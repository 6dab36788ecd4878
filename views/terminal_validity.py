"""Validity and what is missing, as lines on the command line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from citator import Ledger, Missing, Status
from index import Catalogue, name_of
from ingest import Metadata

from .facts import day_of
from .missing_list import held_as, read_as
from .validity import badge_of
from .validity_words import UNKNOWN, words_of


def validity_words(ledger: Ledger, about: Metadata, *, explained: bool = False) -> str:
    """Whether a document holds, and what stands in its place, in one line."""
    validity = ledger.validity_of(about)
    if explained and not validity.grounds and validity.status is Status.UNVERIFIED:
        return f"{validity.status}. {UNKNOWN}"
    later = [ledger.validity_of(each) for each in ledger.successors_of(about)[:-1]]
    return words_of(validity, later)


def validity_counts(catalogue: Catalogue, ledger: Ledger) -> str:
    """How many documents of a store have which status: `25 đã được thay thế; 2 còn hiệu lực`."""
    every = Counter(ledger.validity_of(about).status for about in catalogue.documents())
    return "; ".join(f"{count} {status.lower()}" for status, count in every.most_common())


def missing_lines(missing: Sequence[Missing], ledger: Ledger) -> Iterator[str]:
    """What is cited and not held in full, the most wanted first."""
    yield f"{len(missing)} văn bản được viện dẫn mà kho chưa có toàn văn:"
    for n, entry in enumerate(missing, 1):
        about = entry.about
        counts = f"{len(entry.citing)} văn bản viện dẫn, {entry.mentions} lần"
        yield f"{n:>4}. {name_of(about)}, {day_of(about.date)}  [{held_as(entry)}]  {counts}"
        if read := read_as(entry):
            yield f"      {read}"
        yield f"      {badge_of(ledger.validity_of(about)).words}"
