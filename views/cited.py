"""The citations found in a query, in words: what each was taken for, and what of it is not held."""

from __future__ import annotations

from collections.abc import Iterable

from index import Catalogue, Cited, name_of


def names_of(catalogue: Catalogue, ids: Iterable[str]) -> str:
    """What documents are called, `Quy định 22-QĐ/TW; Quyết định 22/2019/QĐ-TTg`."""
    return "; ".join(name_of(about) for id in ids if (about := catalogue.about(id)))


def place_of(catalogue: Catalogue, cited: Cited) -> str:
    """What a citation was taken for: `Điều 9, Điều 14, Quy định 37-QĐ/TW`."""
    units = [" › ".join(unit) for unit in cited.citation.units]
    return ", ".join([*units, names_of(catalogue, cited.documents)])


def missing_words(catalogue: Catalogue, cited: Cited) -> str:
    """That the documents held have no such place."""
    units = ", ".join(" › ".join(unit) for unit in cited.missing)
    return f"Bản trong kho của {names_of(catalogue, cited.documents)} không có {units}."
