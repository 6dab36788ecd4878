"""The citations found in a query, in words: what each was taken for, and what of it is not held."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from citator import Ledger
from index import Catalogue, Cited, DocumentHits, Results, Understanding, Why, name_of
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
SUCCESSOR_FIRST = "Hỏi văn bản thay thế: văn bản đã thay xếp trước văn bản được thay."
LISTED_FIRST = "Hỏi văn bản theo loại, cơ quan, năm: văn bản đúng như vậy xếp trước."
NEAREST = "Dưới đây là những đoạn gần nhất."
NOT_CLEAR = "Kho không có văn bản nào nói rõ; gần nhất là:"


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


def not_held(results: Results) -> list[tuple[str, str]]:
    """The citations that the store lacks, and what is said after each."""
    near = f". {NEAREST}" if results.hits and not results.understood.named else "."
    return [(whose(citation), near) for citation in results.understood.not_held]


def is_only_near(results: Results) -> bool:
    """Whether it is to be said that nothing speaks of it clearly; `not_held` says more."""
    return bool(results.hits) and not (results.is_clear or results.understood.not_held)


def sought(
    catalogue: Catalogue,
    understood: Understanding,
    groups: Iterable[DocumentHits],
    ledger: Ledger,
) -> list[tuple[str, str]]:
    """What else a query was taken for: a sentence's beginning, and the documents it ends in.

    Of an order that was asked for only what the documents found could be put into.
    """
    taken = {id for one in understood.cited for id in one.documents}
    taken |= {*understood.guiding, *understood.signed, *understood.listed}
    found = {
        "Hỏi văn bản hướng dẫn, thi hành: ": understood.guiding,
        "Hỏi văn bản đã ký: ": understood.signed,
        "Hiểu là tên gọi của: ": [id for id in understood.named if id not in taken],
    }
    if understood.wants_guidance and not understood.guiding:
        found["Chưa có văn bản nào trong kho nói là hướng dẫn: "] = understood.named
    said = [(words, names_of(catalogue, ids)) for words, ids in found.items() if ids]
    told = {reason for group in groups for hit in group.hits for reason in hit.why}
    if understood.of_body and not understood.named:
        is_first = str(Why.BODY) in told
        words = "Gần bằng nhau thì xếp trước: " if is_first else "Trong số gần nhất không có: "
        said.append((words, " của ".join(understood.of_body)))
    if str(Why.LISTED) in told:
        said.append((LISTED_FIRST, ""))
    if str(Why.SUCCESSOR) in told:
        said.append((SUCCESSOR_FIRST if understood.wants_successor else NEWEST_FIRST, ""))
    abouts = [about for id in understood.named if (about := catalogue.about(id))]
    if understood.wants_successor and not any(map(ledger.successors_of, abouts)):
        names = names_of(catalogue, understood.named)
        said.append(("Chưa có văn bản nào trong kho nói là thay thế: ", names))
    return said
