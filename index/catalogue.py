"""What a store holds: documents, their provisions, and who mentions them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from functools import cached_property, lru_cache
from hashlib import sha256
from itertools import product

from ingest import (
    Citation,
    Document,
    Metadata,
    Relation,
    Sureness,
    find_citations,
    fold,
    key_of_citation,
    keys_of_document,
)

from .corrections import Corrected, corrected_fields
from .documents import (
    ABOUT,
    get_about,
    get_citation,
    get_document,
    get_passage,
    get_sureness,
)
from .former_ids import id_now
from .matching import (
    can_be,
    in_plain_words,
    is_in_order,
    is_same_type,
    longest_name_in,
    of_plenum,
    spellings_of_unit,
    with_names_as_held,
)
from .mentions import Mention
from .passages import Passage
from .statements import StatementBy, each_once, get_statement
from .truth import Truth

TERM = "khoa"
RECENT = 64  # documents whose units are kept at hand: a page's citations name few
FACETS = {
    "type": "documents.type",
    "issuer": "documents.issuer",
    "year": "substr(coalesce(documents.date, ''), 1, 4)",
    "edition": "documents.edition",
}
"""What a person can filter by, and where the truth keeps it."""


class Catalogue:
    """The documents of a store at one revision, safe to share between threads."""

    def __init__(self, truth: Truth) -> None:
        self.truth = truth
        self.revision = truth.revision
        self._units = lru_cache(maxsize=RECENT)(self._read_units)

    def documents(self) -> list[Metadata]:
        """Every document's metadata, newest first, those without a date last."""
        rows = self.truth.all(f"SELECT {ABOUT} FROM documents ORDER BY date IS NULL, date DESC, id")
        return [get_about(row) for row in rows]

    def document(self, id: str) -> Document | None:
        """A whole document, or None where the store holds none of that id."""
        return get_document(self.truth, id)

    def about(self, id: str) -> Metadata | None:
        """A document's metadata, or None."""
        row = self.truth.one(f"SELECT {ABOUT} FROM documents WHERE id = ?", id)
        return get_about(row) if row else None

    def id_now(self, former: str) -> str | None:
        """The id of the document that went by another id before a correction, or None."""
        return id_now(self.truth, former)

    def corrected(self, id: str) -> tuple[Corrected, ...]:
        """The fields of a document that a person corrected, in the order of their names."""
        return corrected_fields(self.truth, id)

    @cached_property
    def facets(self) -> dict[str, list[str]]:
        """The values a person can filter by, each list sorted."""
        return {
            name: [
                row["value"]
                for row in self.truth.all(
                    f"SELECT DISTINCT {column} AS value FROM documents"
                    " WHERE value <> '' ORDER BY value"
                )
            ]
            for name, column in FACETS.items()
        }

    def find_documents(self, citation: Citation) -> list[Metadata]:
        """The documents a citation can mean: by symbol, plenum, name, or bare number and type.

        A date or a year in the citation leaves out the documents of other dates, a local body those
        of another place.
        """
        key = key_of_citation(citation)
        found = self.named_by(key)
        if citation.plenum and not found and TERM not in key:
            found = self._plenums_of_any_term(key)
        if citation.number and not citation.symbol:
            found = [about for about in found if is_same_type(citation.type, about.type)]
        if citation.plenum:
            found = of_plenum(citation, found)
        return [about for about in found if can_be(citation, about)]

    def _plenums_of_any_term(self, key: str) -> list[Metadata]:
        """Hội nghị Trung ương 4 of every term, where none is named."""
        rows = self.truth.all(
            f"SELECT {ABOUT} FROM documents WHERE id IN"
            " (SELECT document FROM names WHERE key GLOB ?) ORDER BY date, id",
            f"{key} {TERM} *",
        )
        return [get_about(row) for row in rows]

    def named_by(self, key: str) -> list[Metadata]:
        """The documents that citations name under a key, oldest first."""
        rows = self.truth.all(
            f"SELECT {ABOUT} FROM documents WHERE id IN (SELECT document FROM names WHERE key = ?)"
            " ORDER BY date, id",
            key,
        )
        return [get_about(row) for row in rows]

    def named_alike(self, name: str) -> list[Metadata]:
        """The documents that go by a name but for its commas: `luật phòng chống tham nhũng`."""
        rows = self.truth.all(
            f"SELECT {ABOUT} FROM documents WHERE id IN"
            " (SELECT document FROM names WHERE replace(key, ',', '') = ?) ORDER BY date, id",
            " ".join(fold(name).replace(",", "").split()),
        )
        return [get_about(row) for row in rows]

    def find_named(self, words: str) -> list[Metadata]:
        """The documents one of whose other names stands in the words, as whole words.

        A name inside a longer one counts for nothing: `19 điều` in `19 điều đảng viên không được
        làm`.
        """
        asked = in_plain_words(words)
        found = [(about, longest_name_in(asked, about)) for about in self._with_other_names]
        names = {name for _, name in found if name}
        inner = {name for name in names if any(name in other for other in names - {name})}
        return [about for about, name in found if name and name not in inner]

    @cached_property
    def _with_other_names(self) -> list[Metadata]:
        rows = self.truth.all(f"SELECT {ABOUT} FROM documents WHERE aliases <> '[]' ORDER BY id")
        return [get_about(row) for row in rows]

    def names_in(self, words: str) -> list[Citation]:
        """The documents held that are typed by name, in any case: `điều 9 điều lệ đảng`.

        Offsets refer to the words, in NFC.
        """
        written = with_names_as_held(words, self.find_named(words))
        named = (one for one in find_citations(written) if one.name and not one.number)
        return [one for one in named if self.find_documents(one)]

    def guides_of(self, id: str) -> list[Metadata]:
        """The documents held that say they guide a document or give it detail, newest first."""
        about = self.about(id)
        said = self.statements_on(keys_of_document(about)) if about else []
        by = {
            one.by.id: one.by
            for one in said
            if one.held and one.statement.relation in (Relation.GUIDES, Relation.SPECIFIES)
            if any(held.id == id for held in self.find_documents(one.statement.target))
        }
        return sorted(by.values(), key=lambda one: one.date or date.min, reverse=True)

    @cached_property
    def signers(self) -> list[str]:
        """Everybody who signed a document held."""
        rows = self.truth.all("SELECT DISTINCT signer FROM documents WHERE signer <> ''")
        return [row["signer"] for row in rows]

    def signed_by(self, signers: Sequence[str]) -> list[Metadata]:
        """The documents that somebody of these names signed, newest first."""
        return [about for about in self.documents() if about.signer in signers]

    def find_unit(self, document: str, unit: Sequence[str]) -> str | None:
        """Address of the cited unit of a document, or None where it has no such unit.

        The unit's names must be, in this order, among those of the provision's path and end it:
        `("Điều 8", "khoản 2")` finds `("Chương II", "Điều 8", "khoản 2")`; `("khoản 1.1",)` finds
        `("khoản 1", "điểm 1.1")` too.
        """
        if not unit:
            return None
        for wanted in product(*map(spellings_of_unit, unit)):
            for path, address in self._units(document).get(wanted[-1], []):
                if is_in_order(wanted, path):
                    return address
        return None

    def _read_units(self, document: str) -> dict[str, list[tuple[list[str], str]]]:
        """The units of a document by their own name, each with its folded path and its address."""
        units: dict[str, list[tuple[list[str], str]]] = {}
        for row in self.truth.all(
            "SELECT path, address FROM provisions WHERE document = ? ORDER BY ordinal", document
        ):
            path = [fold(name) for name in json.loads(row["path"])]
            units.setdefault(path[-1], []).append((path, row["address"]))
        return units

    def sureness(self, id: str) -> Sureness:
        """How surely the letters of a document were read; of a document not held nothing."""
        return self._recognised.get(id, Sureness())

    @cached_property
    def _recognised(self) -> dict[str, Sureness]:
        """The documents with recognised pages."""
        rows = self.truth.all(
            "SELECT id, pages, sureness, suspects FROM documents WHERE sureness <> '[]'"
        )
        return {row["id"]: get_sureness(row) for row in rows}

    def mentions(self, keys: Sequence[str]) -> list[Mention]:
        """Every citation in the store under one of the keys, with its sentence, oldest first."""
        wanted = "c.key IN (SELECT value FROM json_each(?))"
        return self._mentions(wanted, json.dumps(list(keys)))

    def mentions_in(self, id: str) -> list[Mention]:
        """Every citation in one document, with its sentence, in reading order."""
        return self._mentions("c.document = ?", id)

    def _mentions(self, where: str, value: str) -> list[Mention]:
        rows = self.truth.all(
            "SELECT c.*, substr(d.text, c.sentence_start + 1, c.sentence_end - c.sentence_start)"
            " AS sentence, u.address, u.path FROM citations c JOIN documents d ON d.id = c.document"
            " LEFT JOIN provisions u ON u.document = c.document AND u.ordinal ="
            " (SELECT max(p.ordinal) FROM provisions p WHERE p.document = c.document"
            ' AND p.start <= c.start AND p."end" >= c."end")'
            f" WHERE {where} ORDER BY d.date, c.document, c.ordinal",
            value,
        )
        return [
            Mention(
                document=row["document"],
                citation=get_citation(row),
                sentence=row["sentence"],
                sentence_start=row["sentence_start"],
                address=row["address"] or "",
                path=tuple(json.loads(row["path"] or "[]")),
                sureness=self.sureness(row["document"]),
            )
            for row in rows
        ]

    def cited(self) -> list[tuple[Citation, str, int]]:
        """Every different citation in the store, with one of its documents and its count there.

        Those of a document with recognised pages are given one by one: each has its own page.
        """
        rows = self.truth.all(
            "SELECT c.*, count(*) AS times FROM citations c JOIN documents d ON d.id = c.document"
            " WHERE key <> '' GROUP BY key, c.type, c.date, year, c.issuer, document,"
            " CASE d.sureness WHEN '[]' THEN 0 ELSE c.ordinal END ORDER BY key, document"
        )
        return [(get_citation(row), row["document"], row["times"]) for row in rows]

    def statements_on(self, keys: Sequence[str]) -> list[StatementBy]:
        """What is said of the documents that go by one of the keys."""
        return self._statements("target_key IN (SELECT value FROM json_each(?))", json.dumps(keys))

    def statements_of(self, id: str) -> list[StatementBy]:
        """What one document says of others."""
        return self._statements("acting = ?", id)

    def statements(self) -> list[StatementBy]:
        """Every statement in the store."""
        return self._statements("1")

    def _statements(self, where: str, *values: object) -> list[StatementBy]:
        rows = self.truth.all(
            "SELECT *, acting IN (SELECT id FROM documents) AS held FROM statements"
            f" WHERE {where} ORDER BY acting, path, ordinal",
            *values,
        )
        return each_once([get_statement(row) for row in rows])

    def fingerprint(self) -> str:
        """SHA-256 of the documents and statements held, in hex; it does not depend on the machine.

        Over the sorted lines of id, what is known of each document and the SHA-256 of its text.
        """
        texts = (
            (row, self.truth.one("SELECT text FROM documents WHERE id = ?", row["id"]))
            for row in self.truth.all(f"SELECT {ABOUT} FROM documents ORDER BY id")
        )  # one text at a time: together they may not fit into memory
        lines = [
            json.dumps([*map(str, tuple(row)), sha256(held["text"].encode()).hexdigest()])
            for row, held in texts
            if held
        ]
        said = self.truth.all(
            "SELECT acting, relation, target, at, since, confidence, checked FROM statements"
        )
        lines += sorted(json.dumps([str(value) for value in tuple(row)]) for row in said)
        return sha256("\n".join(lines).encode()).hexdigest()

    def suspects(self) -> list[tuple[Metadata, str, int]]:
        """What looks like a number of a document and was taken by no rule: where, and the words."""
        rows = self.truth.all(
            f"SELECT {ABOUT}, suspects, text FROM documents WHERE suspects <> '[]' ORDER BY id"
        )
        return [
            (get_about(row), row["text"][start:end], start)
            for row in rows
            for start, end in json.loads(row["suspects"])
        ]

    def passages(self, ids: Sequence[int]) -> list[tuple[Passage, Metadata, str]]:
        """Passages with their document and words, in the order asked; unknown ones left out."""
        rows = self.truth.all(
            'SELECT p.*, substr(d.text, p.start + 1, p."end" - p.start) AS words_shown'
            " FROM json_each(?) j JOIN passages p ON p.id = j.value"
            " JOIN documents d ON d.id = p.document ORDER BY j.key",
            json.dumps(list(ids)),
        )
        abouts = {id: self.about(id) for id in {row["document"] for row in rows}}
        return [
            (get_passage(row), about, row["words_shown"])
            for row in rows
            if (about := abouts[row["document"]]) is not None
        ]

    def passages_in(self, document: str, address: str) -> list[int]:
        """Numbers of the passages that share text with one provision, in reading order."""
        rows = self.truth.all(
            "SELECT p.id FROM passages p JOIN provisions u ON u.document = p.document"
            ' WHERE p.document = ? AND u.address = ? AND p.start < u."end" AND p."end" > u.start'
            " ORDER BY p.start",
            document,
            address,
        )
        return [row["id"] for row in rows]

    def passages_of(self, facets: dict[str, tuple[str, ...]]) -> list[int]:
        """Numbers of the passages whose document has one of the given values for each facet."""
        columns = FACETS | {"document": "documents.id"}
        kept = [f"{columns[name]} IN (SELECT value FROM json_each(?))" for name in facets]
        rows = self.truth.all(
            "SELECT p.id FROM passages p JOIN documents ON documents.id = p.document"
            f" WHERE {' AND '.join(kept) or '1'} ORDER BY p.id",
            *(json.dumps(list(values), ensure_ascii=False) for values in facets.values()),
        )
        return [row["id"] for row in rows]
