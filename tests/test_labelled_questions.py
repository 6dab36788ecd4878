"""Questions as people ask them, with the embedded model: the right place, or that there is none."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import CORPUS, ROOT, SHARED, needs_shared

import index
from ingest import fold

QUALITY = json.loads((ROOT / "tests" / "quality.json").read_text(encoding="utf-8"))["questions"]
Row = dict[str, Any]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> index.KnowledgeBase:
    settings = index.Settings(kb=tmp_path_factory.mktemp("hoi") / "kb", corpus=CORPUS)
    index.ingest([CORPUS], settings.kb, index.open_encoder(settings))
    return index.open_kb(settings)


def read(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def labelled(name: str) -> list[Row]:
    return read(ROOT / "tests" / "labelled" / f"{name}.jsonl")


def held(rows: list[Row], store: index.KnowledgeBase) -> Iterator[tuple[Row, set[str]]]:
    """The questions one of whose documents the corpus has, with those documents."""
    for row in rows:
        documents = {gold["doc"] for gold in row["gold"]}
        if any(store.about(id) for id in documents):
            yield row, documents


def share_in_first_three(rows: list[Row], store: index.KnowledgeBase) -> float:
    found = []
    for row, documents in held(rows, store):
        groups = index.group_by_document(store.search(row["text"], 30).hits)
        found.append(bool(documents & {group.about.id for group in groups[:3]}))
    return sum(found) / len(found)


def share_of_articles_first(rows: list[Row], store: index.KnowledgeBase) -> float:
    """Of the questions whose điều is known, those whose first hit is in it."""
    found = []
    for row, _ in held(rows, store):
        wanted = {
            (gold["doc"], fold(gold["article"]).replace(" ", "-"))
            for gold in row["gold"]
            if gold["article"] and gold["article"].startswith("Điều") and "," not in gold["article"]
        }
        if wanted and row.get("confidence", "high") == "high":
            first = store.search(row["text"], 30).hits[0]
            units = first.passage.address.split(".")
            found.append(any(first.about.id == doc and dieu in units for doc, dieu in wanted))
    return sum(found) / len(found)


@needs_shared
def test_party_questions_find_their_document_and_article(store: index.KnowledgeBase) -> None:
    rows = read(SHARED / "questions" / "party.jsonl")
    assert share_in_first_three(rows, store) >= QUALITY["party"]["document in first 3"]
    assert share_of_articles_first(rows, store) >= QUALITY["party"]["article first"]


@pytest.mark.parametrize("name", ["answerable", "answerable_later"])
def test_labelled_questions_find_their_document_and_article(
    store: index.KnowledgeBase, name: str
) -> None:
    rows = labelled(name)
    assert share_in_first_three(rows, store) >= QUALITY[name]["document in first 3"]
    assert share_of_articles_first(rows, store) >= QUALITY[name]["article first"]


@pytest.mark.parametrize("suffix", ["", "_later"])
def test_what_the_corpus_does_not_answer_is_said(store: index.KnowledgeBase, suffix: str) -> None:
    """On the half that the border was not chosen on, and on questions written after it."""

    def clear(name: str) -> list[bool]:
        rows = [row for row in labelled(name) if suffix or int(row["id"][1:]) % 2]
        return [store.search(row["text"]).is_clear for row in rows]

    answerable, unanswerable = clear(f"answerable{suffix}"), clear(f"unanswerable{suffix}")
    floors = QUALITY[f"unanswerable{suffix}"]
    assert answerable.count(False) / len(answerable) <= floors["answerable lost, at most"]
    assert unanswerable.count(False) / len(unanswerable) >= floors["said so"]


def test_a_query_that_names_a_document_is_clear(store: index.KnowledgeBase) -> None:
    assert store.search("quy định 37 xe máy vượt đèn đỏ").is_clear
    assert not store.search("rút bảo hiểm xã hội một lần cần giấy tờ gì").is_clear
