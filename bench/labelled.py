"""Questions labelled with the place that answers them, and which of them a store gets right."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from index import KnowledgeBase, Wish, group_by_document
from ingest import fold

FOLDER = Path(__file__).resolve().parents[1] / "tests" / "labelled"
DEPTH = 30  # passages from which the first three documents are taken, as on the page
Row = dict[str, Any]
"""A question as its file has it: `text`, and in `gold` each `doc` and `article` that answers."""


def read_labelled(path: Path) -> list[Row]:
    """The rows of one file of labelled questions."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def in_first_three(
    rows: Sequence[Row], store: KnowledgeBase, wish: Wish | None = None
) -> list[bool]:
    """Whether a right document is among the first three, for questions it holds one of."""
    return [
        bool(documents & {group.about.id for group in _groups(row, store, wish)[:3]})
        for row, documents in _held(rows, store)
    ]


def dieu_first(rows: Sequence[Row], store: KnowledgeBase, wish: Wish | None = None) -> list[bool]:
    """Whether the first hit is in the right điều, for questions where that is known for sure."""
    found = []
    for row, _ in _held(rows, store):
        wanted = {
            (gold["doc"], fold(gold["article"]).replace(" ", "-"))
            for gold in row["gold"]
            if gold["article"] and gold["article"].startswith("Điều") and "," not in gold["article"]
        }
        if wanted and row.get("confidence", "high") == "high":
            hits = store.search(row["text"], DEPTH, wish=wish).hits[:1]
            units = {
                (hit.about.id, unit) for hit in hits for unit in hit.passage.address.split(".")
            }
            found.append(bool(units & wanted))
    return found


def said_unclear(rows: Sequence[Row], store: KnowledgeBase, wish: Wish | None = None) -> list[bool]:
    """Whether a question is told that nothing speaks of it clearly."""
    return [not store.search(row["text"], wish=wish).is_clear for row in rows]


def _held(rows: Sequence[Row], store: KnowledgeBase) -> Iterator[tuple[Row, set[str]]]:
    """The questions one of whose documents the store has, with those documents."""
    for row in rows:
        documents = {gold["doc"] for gold in row["gold"]}
        if any(store.about(id) for id in documents):
            yield row, documents


def _groups(row: Row, store: KnowledgeBase, wish: Wish | None) -> Sequence[Any]:
    return group_by_document(store.search(row["text"], DEPTH, wish=wish).hits)
