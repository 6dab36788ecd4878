"""What a query means before anything is ranked: what it cites, names and wants, and its wording."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from ingest import Citation, Metadata, fold, law_itself, read_references

from .catalogue import Catalogue
from .matching import can_be, has_issuer, in_plain_words, longest_name_in, names_a_unit
from .queries import (
    Wording,
    asks_for_a_list,
    asks_for_every,
    asks_for_guidance,
    asks_for_newest,
    asks_of_itself,
    asks_what_replaced,
    asks_what_was_signed,
    tidy,
    with_numbers_in_digits,
    with_parts_apart,
    with_plain_signs,
    with_units_written_out,
)
from .results import Cited, Understanding

TITLE_SO_FAR = re.compile(r"(?<!\w)ve\s(?:(?!\sva\s|[,;]).)*$")
"""`Quy định 30-QĐ/TW về thi hành Chương VII Điều lệ Đảng`: the title goes on to the end."""
ReadWording = Callable[[str, Sequence[Citation]], Wording]
"""Corrects a query, the citations in it left as they are."""


def understand(catalogue: Catalogue, query: str, read_wording: ReadWording) -> Understanding:
    """What a query means, and what it names: citations, or documents by another name."""
    query = _as_texts_write(query)
    wording = read_wording(query, _references_in(catalogue, query))
    # `quy đinh 41`, `ddieefu 9 quy định 37`; `đ30-35 điều lệ đảng`; `ĐLĐ điều 1`
    ways = (query, wording.shown, *map(with_units_written_out, (query, wording.meant)))
    cited_in, references = _most_citations(catalogue, ways)
    cited = tuple(_cited(catalogue, one) for one in references)
    by_number = list(dict.fromkeys(id for one in cited for id in one.documents))
    by_name = _named(catalogue, f"{query}\n{wording.shown}", cited)
    rest = without_citations(cited_in, references) if cited else wording.shown
    units = {name for one in references for unit in one.units for name in unit}
    asked_of = by_number or by_name
    wants_guidance = bool(asked_of) and asks_for_guidance(_without_names(catalogue, rest, asked_of))
    guiding = _guides(catalogue, asked_of, rest, units) if wants_guidance else []
    signed = [] if cited else _signed(catalogue, wording.shown)
    listed = [] if asked_of or signed else _listed(catalogue, wording.meant)
    # a name serves for a number that is not held: `Nghị quyết Trung ương 4 khóa XIII`
    missing = () if by_name else tuple(one.citation for one in cited if not one.documents)
    return Understanding(
        wording,
        cited,
        cited_in,
        named=tuple(dict.fromkeys([*guiding, *by_number, *by_name, *signed, *listed])),
        wants_guidance=wants_guidance,
        guiding=tuple(guiding),
        signed=tuple(id for id in signed if id not in by_name),
        listed=tuple(listed),
        wants_successor=bool(asked_of) and asks_what_replaced(rest),
        wants_newest=asks_for_newest(wording.shown),
        of_body=_of_body(catalogue, wording.meant),
        not_held=missing,
    )


def without_citations(words: str, citations: Sequence[Citation]) -> str:
    """The words beside the citations in them; empty where there is nothing else."""
    for citation in reversed(citations):
        words = f"{words[: citation.full_start]} {words[citation.full_end :]}"
    return words.strip()


def asked_beside(understood: Understanding) -> str:
    """What a query asks besides the documents it cites; empty for numbers alone."""
    if not understood.cited:
        return understood.wording.shown
    return without_citations(understood.cited_in, [one.citation for one in understood.cited])


def is_of_itself(catalogue: Catalogue, understood: Understanding, document: str) -> bool:
    """Whether what is asked beside a document's number or name is about the document itself."""
    if document in (*understood.guiding, *understood.signed):
        return True
    return asks_of_itself(_without_names(catalogue, asked_beside(understood), [document]))


def _as_texts_write(query: str) -> str:
    """A query with its numbers in digits and its parts apart, as citations are written."""
    return with_parts_apart(with_numbers_in_digits(tidy(query)))


def _most_citations(catalogue: Catalogue, ways: Sequence[str]) -> tuple[str, tuple[Citation, ...]]:
    """Of several ways to write a query the first that cites most, and what it cites."""
    found = {way: _references_in(catalogue, way) for way in dict.fromkeys(ways)}
    most = max(found, key=lambda way: (len(found[way]), _units(found[way])))
    return most, found[most]


def _references_in(catalogue: Catalogue, query: str) -> tuple[Citation, ...]:
    """What a query cites, by number or with a place by name, in the order typed."""
    query = with_plain_signs(query)
    found = read_references(query)
    if not found and (law := law_itself(query)):
        return (law,)
    if not names_a_unit(query):
        return found
    named = [one for one in catalogue.names_in(query) if not _is_in_title(query, one, found)]
    return tuple(one for one in read_references(query, named) if one.units or not one.name)


def _is_in_title(query: str, place: Citation, cited: Sequence[Citation]) -> bool:
    """Whether a place stands in the title of the document cited before it."""
    before = max((one.full_end for one in cited if one.full_end <= place.full_start), default=None)
    if before is None:
        return False
    return TITLE_SO_FAR.search(fold(query[before : place.full_start])) is not None


def _cited(catalogue: Catalogue, citation: Citation) -> Cited:
    found = catalogue.find_documents(citation)
    if citation.name and not found:
        alike = catalogue.named_alike(citation.name)
        found = [about for about in alike if can_be(citation, about)]
    own = [about for about in found if has_issuer(about, citation.issuer)]
    ids = tuple(about.id for about in own or found)
    units = citation.units
    missing = (unit for unit in units if not any(catalogue.find_unit(id, unit) for id in ids))
    return Cited(citation, ids, tuple(missing) if ids else ())


def _named(catalogue: Catalogue, words: str, cited: Sequence[Cited]) -> list[str]:
    """The documents a query names otherwise than by number, newest first."""
    taken = {id for one in cited for id in one.documents}
    names = "\n".join([words, *(one.citation.text for one in cited)])
    newest_first = sorted(catalogue.find_named(names), key=_day, reverse=True)
    not_found = [one.citation for one in cited if not one.documents]
    return [
        about.id
        for about in newest_first
        if about.id not in taken and all(can_be(one, about) for one in not_found)
    ]


def _guides(
    catalogue: Catalogue, named: Sequence[str], words: str, units: Iterable[str]
) -> list[str]:
    """What guides the named documents.

    First what speaks in its title of the units asked for, then what is of the type asked for.
    """
    every = [about for id in named for about in catalogue.guides_of(id)]

    def rank(about: Metadata) -> tuple[int, bool]:
        title = in_plain_words(about.title)
        spoken_of = sum(in_plain_words(unit) in title for unit in units)
        return -spoken_of, in_plain_words(about.type) not in in_plain_words(words)

    every.sort(key=rank)
    return [id for id in dict.fromkeys(about.id for about in every) if id not in named]


def _signed(catalogue: Catalogue, words: str) -> list[str]:
    """What the person a query names has signed, where that is asked for: of a year, of a type."""
    plain = in_plain_words(words)
    called = {name: _called(name, plain) for name in catalogue.signers}
    signers = [name for name, as_typed in called.items() if as_typed]
    if not signers or not asks_what_was_signed(_without(words, filter(None, called.values()))):
        return []
    signed = catalogue.signed_by(signers)
    types = [name for name in catalogue.facets["type"] if in_plain_words(name) in plain]
    years = _years_in(words)
    return [
        about.id
        for about in signed
        if (not types or about.type in types) and (not years or _year_of(about) in years)
    ]


def _listed(catalogue: Catalogue, words: str) -> list[str]:
    """The documents of the types, bodies and years that are all a query names, newest first.

    A type alone is a word like others; with a body or a year, as the newest or as `các luật` it is
    asked for.
    """
    facets, plain = catalogue.facets, in_plain_words(words)
    types = [name for name in facets["type"] if in_plain_words(name) in plain]
    bodies = {name: called for name in facets["issuer"] if (called := _body_in(plain, name))}
    years = _years_in(words)
    names = sorted((*types, *bodies.values()), key=len, reverse=True)
    has_words = any(word.isalpha() for word in plain.split())
    if not (has_words and asks_for_a_list(_without(words, names))):
        return []
    is_told = asks_for_newest(words) or asks_for_every(words)
    if not (bodies or years or (types and is_told)):
        return []
    found = [
        about
        for about in catalogue.documents()
        if (not types or about.type in types)
        and (not bodies or about.issuer in bodies)
        and (not years or _year_of(about) in years)
    ]
    return [about.id for about in sorted(found, key=_year_of, reverse=True)]


def _years_in(words: str) -> set[str]:
    """The years that stand in words, held or not."""
    return set(re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", words))


def _year_of(about: Metadata) -> str:
    """The year of a document's day, else the one in its number, `64/2025/QH15`; empty for none."""
    return str(about.date.year) if about.date else max(_years_in(about.number), default="")


def _body_in(plain: str, body: str) -> str:
    """How plain words call a body, whole or without its committee: `huyen uy kon ray`."""
    whole = in_plain_words(body).strip()
    ways = (whole, whole.removeprefix("ban thuong vu "))
    return next((way for way in ways if f" {way} " in plain), "")


def _called(name: str, plain: str) -> str:
    """How plain words call a person, `nguyen phu trong`; empty where they do not.

    `ong trong` is a person only where signing is spoken of.
    """
    whole, last = in_plain_words(name), in_plain_words(name.split()[-1])
    titles = ("ong", "ba", "bac", "dong chi", "dc") if " ky " in plain else ()
    ways = (whole, *(f" {title}{last}" for title in titles))
    return next((way.strip() for way in ways if way in plain), "")


def _of_body(catalogue: Catalogue, words: str) -> tuple[str, str] | None:
    """The type and the body that a query asks for: `hướng dẫn của Ủy ban Kiểm tra Trung ương`."""
    plain = in_plain_words(words)
    if " cua " not in plain:
        return None
    facets = catalogue.facets
    for kind in facets["type"]:
        for body in facets["issuer"]:
            named = {in_plain_words(body), in_plain_words(body.removesuffix(" Đảng"))}
            if any(f"{in_plain_words(kind)}cua{name}" in plain for name in named):
                return kind, body
    return None


def _without_names(catalogue: Catalogue, words: str, documents: Sequence[str]) -> str:
    """Words without the other names of documents."""
    abouts = [about for id in documents if (about := catalogue.about(id))]
    plain = in_plain_words(words)
    return _without(words, [name for about in abouts if (name := longest_name_in(plain, about))])


def _without(words: str, names: Iterable[str]) -> str:
    """Words, in their own letters, without the names that stand among them."""
    for name in names:
        at = fold(words).find(fold(name))
        words = f"{words[:at]} {words[at + len(name) :]}" if at >= 0 else words
    return words


def _day(about: Metadata) -> str:
    return about.date.isoformat() if about.date else ""


def _units(references: Sequence[Citation]) -> int:
    """How many steps their places have, all told."""
    return sum(len(unit) for one in references for unit in one.units)
