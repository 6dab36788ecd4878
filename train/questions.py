"""Judged questions: which are kept back to measure with, which may be learned from."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingest import SYLLABLE, fold

SETS = {"zalo2021_recon": 5, "alqac2022": 3, "alqac2025_recon": 4}
"""Judged sets that are learned from; of each, one question in so many is kept back."""
OWN = "corpus"  # the set of the repository's own corpus
EVERYDAY = Path(__file__).parent / "everyday.jsonl"
"""Questions in everyday words that we wrote, with the provision each was written about."""
UNANSWERED = Path(__file__).parent / "unanswered.jsonl"
"""Questions that we wrote to be near our corpus, or far from it, and not answered by it."""
NEAR = Path(__file__).parent / "near.jsonl"
"""Questions written passage by passage of our own corpus: what it answers, and what comes as near
to it as can be and nothing answers; the last row's are far from all of it."""
SHORT = Path(__file__).parent / "short.jsonl"
"""Queries of a few words, answered by our own corpus or not."""
EVERYDAY_KEPT = 5
"""Of the articles of law that everyday questions were written about, one in so many is kept back
with all its questions; of our own corpus none is: its questions are measured by tests/labelled."""
NEAR_DUPLICATE = 0.8
"""Share of syllables two questions have in common (Jaccard) from which they are one question."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question and the documents of its set that answer it."""

    set: str
    id: str
    text: str
    relevant: tuple[str, ...]
    label: str = ""
    """The passage that answers it, where not the whole document does."""
    every_nth: int = 0
    """One in so many of its kind is kept back; 0 is that of its set."""

    @property
    def is_dev(self) -> bool:
        """Whether it is kept back: decided by its own name, so the same in every run."""
        if self.label:
            return False
        digest = hashlib.sha256(f"{self.set}/{self.id}".encode()).digest()
        return int.from_bytes(digest[:4], "big") % (self.every_nth or SETS[self.set]) == 0


def read_questions(data: Path, name: str) -> list[Question]:
    """The questions of one judged set that have an answer in its corpus."""
    relevant: dict[str, list[str]] = defaultdict(list)
    for line in (data / name / "qrels.tsv").read_text(encoding="utf-8").splitlines():
        question, document, _grade = line.split("\t")
        relevant[question].append(document)
    rows = read_rows(data / name / "queries.jsonl")
    return [
        Question(name, row["id"], row["text"], tuple(relevant[row["id"]]))
        for row in rows
        if row["id"] in relevant
    ]


def everyday_questions(path: Path = EVERYDAY) -> list[Question]:
    """The everyday questions of our own; those about one article share its name, so its fate."""
    return [
        Question(
            row["set"],
            row["document"],
            text,
            (row["document"],),
            row.get("label", ""),
            EVERYDAY_KEPT,
        )
        for row in read_rows(path)
        for text in row["questions"]
    ]


def unanswered_questions(path: Path = UNANSWERED) -> list[str]:
    """The questions that our own corpus does not answer."""
    return [row["question"] for row in read_rows(path)]


def near_questions(path: Path = NEAR) -> tuple[list[Question], list[str]]:
    """The answered and the unanswered questions that were written side by side."""
    rows = list(read_rows(path))
    answered = [
        Question(OWN, row["document"], text, (row["document"],), row["label"])
        for row in rows
        for text in row["answered"]
    ]
    return answered, [text for row in rows for text in row["unanswered"]]


def short_queries(path: Path = SHORT) -> tuple[list[str], list[str]]:
    """The answered and the unanswered queries of a few words."""
    rows = list(read_rows(path))
    answered, others = (
        [row["text"] for row in rows if row["answered"] is is_] for is_ in (True, False)
    )
    return answered, others


def labelled_questions(folder: Path) -> list[str]:
    """The texts of labelled questions, answerable or not: all of them are kept back."""
    rows = (row for path in sorted(folder.glob("*answerable*.jsonl")) for row in read_rows(path))
    return [row["text"] for row in rows]


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON Lines file, packed or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        for line in file:
            if line.strip():
                yield json.loads(line)


def syllables(text: str) -> frozenset[str]:
    """A text's syllables without diacritics: what near-duplicates are compared by."""
    return frozenset(SYLLABLE.findall(fold(text)))


class NearDuplicates:
    """Finds texts that share most of their syllables with one of those given."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._known = [syllables(text) for text in texts]
        self._holding: dict[str, list[int]] = defaultdict(list)
        for number, known in enumerate(self._known):
            for syllable in known:
                self._holding[syllable].append(number)

    def __contains__(self, text: str) -> bool:
        asked = syllables(text)
        shared: dict[int, int] = defaultdict(int)
        for syllable in asked:
            for number in self._holding.get(syllable, ()):
                shared[number] += 1
        return any(
            count / (len(asked) + len(self._known[number]) - count) >= NEAR_DUPLICATE
            for number, count in shared.items()
        )


def write_dev_sets(data: Path, out: Path) -> dict[str, int]:
    """Write each set's kept-back questions as a judged set of its own; returns how many."""
    counts = {}
    for name in SETS:
        kept = [question for question in read_questions(data, name) if question.is_dev]
        folder = out / name
        folder.mkdir(parents=True, exist_ok=True)
        rows = [json.dumps({"id": q.id, "text": q.text}, ensure_ascii=False) for q in kept]
        (folder / "queries.jsonl").write_text("\n".join(rows) + "\n", encoding="utf-8")
        lines = [f"{q.id}\t{document}\t1" for q in kept for document in q.relevant]
        (folder / "qrels.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        for corpus in (data / name).glob("corpus.jsonl*"):
            link = folder / corpus.name
            link.unlink(missing_ok=True)
            link.symlink_to(corpus.resolve())
        counts[name] = len(kept)
    return counts
