"""What is learned from: a query, the passage that answers it, and passages that look as if."""

from __future__ import annotations

import gzip
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from index import KnowledgeBase, open_store
from index.passages import embedded_text
from index.queries import as_typed

from .questions import (
    SETS,
    NearDuplicates,
    Question,
    read_questions,
    read_rows,
    syllables,
)

NEGATIVES = 6
"""Hard negatives kept of each question: the best passages by words that do not answer it."""
LOOKED_AT = 40  # passages by words among which they are sought
SAME_TEXT = 0.8  # a passage that shares so much with the answer may answer too, and is no negative
TITLE_SYLLABLES = range(4, 41)  # shorter titles say too little to be a query, longer ones are text
COMMONEST_TITLE = 3  # titles that more articles bear («Hiệu lực thi hành») are no queries
ARTICLE_TITLE = re.compile(r"^Điều\s+\w+\s*[.:]?\s*")
ASKED = (
    "{} được quy định như thế nào?",
    "Quy định về {}",
    "{} là gì?",
    "Pháp luật quy định thế nào về {}?",
    "{} gồm những gì?",
)
"""Ways of asking for a title, so that titles teach questions too."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A query and passages; `documents` are all that answer it, so none of them is a negative."""

    query: str
    positive: str
    negatives: tuple[str, ...]
    documents: tuple[str, ...]
    kind: str


def question_pairs(data: Path, kbs: Path) -> tuple[list[Pair], dict[str, int]]:
    """Pairs of every question that is not kept back, and how many near-duplicates were left out."""
    every = [question for name in SETS for question in read_questions(data, name)]
    dev = NearDuplicates(question.text for question in every if question.is_dev)
    free = [question for question in every if not question.is_dev]
    learned = [question for question in free if question.text not in dev]
    stores = {name: open_store(kbs / name, None) for name in SETS}
    pairs = [_question_pair(question, stores[question.set]) for question in learned]
    found = [pair for pair in pairs if pair]
    return found, {"near_duplicates_of_dev": len(free) - len(learned), "questions": len(found)}


def _question_pair(question: Question, store: KnowledgeBase) -> Pair | None:
    asked = as_typed(question.text)
    answers = store.passages_of({"document": question.relevant})
    own = store.scores(asked, {"document": question.relevant}).order() or answers
    if not own:
        return None
    positive = _texts(store, own[:1])[0]
    known = syllables(positive)
    others = [id for id in store.scores(asked).order() if id not in set(answers)]
    texts = [
        text
        for text in _texts(store, others[:LOOKED_AT])
        if len(known & syllables(text)) / len(known | syllables(text)) < SAME_TEXT
    ]
    documents = tuple(f"{question.set}/{document}" for document in question.relevant)
    return Pair(question.text, positive, tuple(texts[:NEGATIVES]), documents, "question")


def _texts(store: KnowledgeBase, ids: list[int]) -> list[str]:
    return [embedded_text(passage.context, text) for passage, _, text in store.passages(ids)]


def title_pairs(data: Path, count: int, seed: int = 13) -> Iterator[Pair]:
    """Titles of articles as queries for their text alone; the negative is a neighbour in its law.

    Titles that come near a kept-back question are left out.
    """
    dev = NearDuplicates(
        question.text for name in SETS for question in read_questions(data, name) if question.is_dev
    )
    draw = random.Random(seed)
    name = "zalo2021_recon"
    rows = list(read_rows(data / name / "corpus.jsonl.gz"))
    laws: dict[str, list[int]] = defaultdict(list)
    for n, row in enumerate(rows):
        laws[row["law_id"]].append(n)
    titles = [ARTICLE_TITLE.sub("", row["title"] or "").strip() for row in rows]
    times = Counter(title.lower() for title in titles)
    order = list(range(len(rows)))
    draw.shuffle(order)
    for n in order:
        title, law = titles[n], laws[rows[n]["law_id"]]
        if (
            len(title.split()) not in TITLE_SYLLABLES
            or times[title.lower()] > COMMONEST_TITLE
            or len(law) < 2
            or title in dev
        ):
            continue
        other = draw.choice([m for m in law if m != n])
        asked = title
        if draw.random() < 0.5:
            asked = draw.choice(ASKED).format(title[:1].lower() + title[1:])
        asked = asked[:1].upper() + asked[1:]
        document = f"{name}/{rows[n]['id']}"
        yield Pair(asked, rows[n]["text"], (rows[other]["text"],), (document,), "title")
        count -= 1
        if not count:
            return


def write_pairs(path: Path, pairs: list[Pair]) -> None:
    """Keep pairs as packed JSON Lines."""
    with gzip.open(path, "wt", encoding="utf-8") as file:
        for pair in pairs:
            file.write(json.dumps(asdict(pair), ensure_ascii=False) + "\n")


def read_pairs(path: Path) -> list[Pair]:
    """Pairs as `write_pairs` kept them."""
    return [
        Pair(**row | {"negatives": tuple(row["negatives"]), "documents": tuple(row["documents"])})
        for row in read_rows(path)
    ]
