"""The citations found in a query, in words: what each was taken for, and what of it is not held."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from index import Catalogue, Cited, Understanding, name_of
from ingest import Citation

from .facts import day_of


def names_of(catalogue: Catalogue, ids: Iterable[str]) -> str:
    """What documents are called, `Quy định 22-QĐ/TW; Quyết định 22/2019/QĐ-TTg`.

    Those that share a name are told apart by their days.
    """
    abouts = [about for id in ids if (about := catalogue.about(id))]
    times = Counter(map(name_of, abouts))
    return "; ".join(
        f"{name}, {day_of(about.date)}" if times[name := name_of(about)] > 1 else name
        for about in abouts
    )


def place_of(catalogue: Catalogue, cited: Cited) -> str:
    """What a citation was taken for: `Điều 9, Điều 14, Quy định 37-QĐ/TW`."""
    units = [" › ".join(unit) for unit in cited.citation.units]
    return ", ".join([*units, names_of(catalogue, cited.documents)])


def missing_words(catalogue: Catalogue, cited: Cited) -> str:
    """That the documents held have no such place."""
    units = ", ".join(" › ".join(unit) for unit in cited.missing)
    return f"Bản trong kho của {names_of(catalogue, cited.documents)} không có {units}."


NEWEST_FIRST = "Hỏi văn bản mới nhất: văn bản đang thay vào chỗ xếp trước văn bản đã được thay thế."


def words_of(citation: Citation, cited_in: str) -> str:
    """A citation as it can be looked up: as typed, or written out where it shares words.

    The second of "điều 9 quy định 37 và 22" is `Điều 9 quy định 22`.
    """
    typed = cited_in[citation.full_start : citation.full_end]
    return typed if citation.text in typed else asked_for(citation)


def asked_for(citation: Citation) -> str:
    """A citation in words, its places first: `khoản 4 Điều 9, Điều 14 quy định 37`."""
    places = [" ".join(reversed(unit)) for unit in citation.units]
    return " ".join(filter(None, (", ".join(places), citation.text)))


def whose(citation: Citation) -> str:
    """A citation with the body typed beside it: `kế hoạch 66, huyện ủy sa thầy`."""
    return ", ".join(filter(None, (citation.text, citation.issuer)))


def sought(catalogue: Catalogue, understood: Understanding) -> list[tuple[str, str]]:
    """What else a query was taken for: a sentence's beginning, and the documents it ends in."""
    taken = {id for one in understood.cited for id in one.documents}
    taken |= {*understood.guiding, *understood.signed}
    found = {
        "Hỏi văn bản hướng dẫn: ": understood.guiding,
        "Hỏi văn bản đã ký: ": understood.signed,
        "Hiểu là tên gọi của: ": [id for id in understood.named if id not in taken],
    }
    if understood.wants_guidance and not understood.guiding:
        found["Chưa có văn bản nào trong kho nói là hướng dẫn: "] = understood.named
    said = [(words, names_of(catalogue, ids)) for words, ids in found.items() if ids]
    if understood.of_body and not understood.named:
        said.append(("Gần bằng nhau thì xếp trước: ", " của ".join(understood.of_body)))
    return said
