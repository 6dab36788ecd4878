"""Questions as people ask them, with the embedded model: the right place, or that there is none."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable

import pytest
from conftest import CORPUS, ROOT, SHARED, needs_shared

import index
from bench.labelled import (
    FOLDER,
    Row,
    dieu_first,
    in_first_three,
    read_labelled,
    said_unclear,
)

QUALITY = json.loads((ROOT / "tests" / "quality.json").read_text(encoding="utf-8"))["questions"]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> index.KnowledgeBase:
    settings = index.Settings(kb=tmp_path_factory.mktemp("hoi") / "kb", corpus=CORPUS)
    index.ingest([CORPUS], settings.kb, index.open_encoder(settings))
    return index.open_kb(settings)


def labelled(name: str) -> list[Row]:
    return read_labelled(FOLDER / f"{name}.jsonl")


def share(found: list[bool]) -> float:
    return sum(found) / len(found)


@needs_shared
def test_party_questions_find_their_document_and_article(store: index.KnowledgeBase) -> None:
    rows = read_labelled(SHARED / "questions" / "party.jsonl")
    assert share(in_first_three(rows, store)) >= QUALITY["party"]["document in first 3"]
    assert share(dieu_first(rows, store)) >= QUALITY["party"]["article first"]


SETS = ("", "_later", "_near", "_short", "_everyday", "_styles")
APART = ("", "_later", "_near", "_short", "_styles", "_last")
"""Sets, of the first the odd half, that the border was not fitted on."""


@pytest.mark.parametrize("name", [f"answerable{suffix}" for suffix in SETS])
def test_labelled_questions_find_their_document_and_article(
    store: index.KnowledgeBase, name: str
) -> None:
    rows = labelled(name)
    assert share(in_first_three(rows, store)) >= QUALITY[name]["document in first 3"]
    assert share(dieu_first(rows, store)) >= QUALITY[name]["article first"]


@pytest.mark.parametrize("suffix", APART)
def test_what_the_corpus_does_not_answer_is_said(store: index.KnowledgeBase, suffix: str) -> None:
    """On the half that the border was not fitted on, and on the other sets apart from it."""

    def said(name: str) -> float:
        rows = [row for row in labelled(name) if suffix or int(row["id"][1:]) % 2]
        return share(said_unclear(rows, store))

    floors = QUALITY[f"unanswerable{suffix}"]
    assert said(f"answerable{suffix}") <= floors["answerable lost, at most"]
    assert said(f"unanswerable{suffix}") >= floors["said so"]


def test_a_query_that_names_a_document_is_clear(store: index.KnowledgeBase) -> None:
    assert store.search("quy định 37 xe máy vượt đèn đỏ").is_clear
    assert not store.search("rút bảo hiểm xã hội một lần cần giấy tờ gì").is_clear


def test_why_says_what_the_ranker_did(store: index.KnowledgeBase) -> None:
    title = store.search("kê khai tài sản không trung thực", 5).hits[1]
    assert title.about.number == "85-QĐ/TW"
    assert title.why[0] == "khớp từ ngữ ở tiêu đề: kê khai tài sản"
    for query in ("nhận quà Tết", "nuôi chó thả rông"):
        hits = store.search(query, 30).hits
        assert all(hit.why for hit in hits)
    assert not any(why == "gần nghĩa" for hit in hits for why in hit.why)


def test_what_a_person_took_back_is_left_in_a_named_document_too(
    store: index.KnowledgeBase,
) -> None:
    query = "QĐ 37 sếp nhận phong bì"
    plain, back = store.search(query, 5), store.search(query, 5, wish=index.Wish(as_typed=True))
    assert any("hối lộ" in why for hit in plain.hits for why in hit.why)
    assert not any("hối lộ" in why for hit in back.hits for why in hit.why)


WAYS: dict[str, Callable[[str], str]] = {
    "capitals": str.upper,
    "small letters": str.lower,
    "a capital each": lambda query: " ".join(word[:1].upper() + word[1:] for word in query.split()),
    "a question mark": lambda query: f"{query.rstrip('?')} ?",
    "quotes": "“{}”".format,
    "NFD": lambda query: unicodedata.normalize("NFD", query),
    "invisible signs": lambda query: f"{query[:3]}\u200b{query[3:7]}\u00ad{query[7:]}",
    "no-break spaces": lambda query: query.replace(" ", "\u00a0"),
}


@pytest.mark.parametrize("way", WAYS)
def test_the_first_passages_are_the_same_however_a_query_is_written(
    way: str, store: index.KnowledgeBase
) -> None:
    differing = []
    for row in labelled("answerable")[::2]:
        query = row["text"]
        plain, other = (store.search(typed, 5) for typed in (query, WAYS[way](query)))
        same = [hit.passage.id for hit in plain.hits] == [hit.passage.id for hit in other.hits]
        if not (same and plain.is_clear == other.is_clear):
            differing.append(query)
    assert differing == []
