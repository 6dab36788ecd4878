"""What is learned from: a query, the passage that answers it, and passages that look as if."""

from __future__ import annotations

import gzip
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from index import KnowledgeBase
from index.passages import embedded_text
from index.queries import as_typed

from .questions import (
    SETS,
    NearDuplicates,
    Question,
    everyday_questions,
    read_questions,
    read_rows,
    syllables,
    unanswered_questions,
)

NEGATIVES = 8
"""Hard negatives kept of each question: the best passages that do not answer it."""
LOOKED_AT = 40  # passages among which they are sought
NEARER = 0.03
"""A passage whose cosine is above the answer's by so much is taken for an answer nobody marked. Of
2,251 questions a twentieth have such a passage."""
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
    """A query and passages; `documents` are all that answer it, so none of them is a negative.

    Where nothing answers it, `positive` is empty.
    """

    query: str
    positive: str
    negatives: tuple[str, ...]
    documents: tuple[str, ...]
    kind: str


def question_pairs(
    data: Path, stores: Mapping[str, KnowledgeBase]
) -> tuple[list[Pair], dict[str, int]]:
    """Pairs of every question that is not kept back, and how many near-duplicates were left out.

    Negatives are what the sets' stores take for answers: by words where they were opened without
    an encoder, else by both rankings.
    """
    every = [question for name in SETS for question in read_questions(data, name)]
    dev = NearDuplicates(question.text for question in every if question.is_dev)
    free = [question for question in every if not question.is_dev]
    learned = [question for question in free if question.text not in dev]
    pairs = [_question_pair(question, stores[question.set]) for question in learned]
    found = [pair for pair in pairs if pair]
    return found, {"near_duplicates_of_dev": len(free) - len(learned), "questions": len(found)}


def everyday_pairs(stores: Mapping[str, KnowledgeBase], dev: NearDuplicates) -> list[Pair]:
    """Pairs of the everyday questions that we wrote ourselves, each about one provision.

    `stores` are the judged sets' and, as OWN, one of the repository's corpus. What comes near
    a question that is kept back is left out.
    """
    return [
        pair
        for question in everyday_questions()
        if not question.is_dev and question.text not in dev
        if (pair := _question_pair(question, stores[question.set], "everyday", nearer=0.0))
    ]


def unanswered_pairs(store: KnowledgeBase, dev: NearDuplicates) -> list[Pair]:
    """Pairs of the questions that the corpus does not answer, with what comes nearest in it."""
    return [
        Pair(asked, "", tuple(_texts(store, nearest[:NEGATIVES])), (), "unanswered")
        for asked in unanswered_questions()
        if asked not in dev
        if (nearest := store.scores(as_typed(asked)).order())
    ]


def _question_pair(
    question: Question, store: KnowledgeBase, kind: str = "question", nearer: float = NEARER
) -> Pair | None:
    asked = as_typed(question.text)
    answers = store.passages_of({"document": question.relevant})
    own = store.scores(asked, {"document": question.relevant}).order() or answers
    if question.label:
        own = answers = [p.id for p, _, _ in store.passages(own) if p.label == question.label]
    if not own:
        return None
    positive = _texts(store, own[:1])[0]
    known = syllables(positive)
    scores = store.scores(asked)
    highest = max((scores.dense[id] for id in answers if id in scores.dense), default=1.0) + nearer
    others = [
        id
        for id in scores.order()
        if id not in set(answers) and scores.dense.get(id, -1.0) <= highest
    ]
    texts = [
        text
        for text in _texts(store, others[:LOOKED_AT])
        if len(known & syllables(text)) / len(known | syllables(text)) < SAME_TEXT
    ]
    documents = tuple(
        f"{question.set}/{document}{question.label}" for document in question.relevant
    )
    return Pair(question.text, positive, tuple(texts[:NEGATIVES]), documents, kind)


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
    """Keep pairs as packed JSON Lines, whole or not at all."""
    unfinished = path.with_suffix(".tmp")
    with gzip.open(unfinished, "wt", encoding="utf-8") as file:
        for pair in pairs:
            file.write(json.dumps(asdict(pair), ensure_ascii=False) + "\n")
    unfinished.replace(path)


def read_pairs(path: Path) -> list[Pair]:
    """Pairs as `write_pairs` kept them."""
    return [
        Pair(**row | {"negatives": tuple(row["negatives"]), "documents": tuple(row["documents"])})
        for row in read_rows(path)
    ]
