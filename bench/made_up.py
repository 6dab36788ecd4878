"""A store of any size for measuring time and memory: made-up articles, made-up vectors."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np

from index import Encoder, split
from index.caches import catch_up_dense, catch_up_lexical
from index.documents import put_document
from index.truth import Truth, open_to_write
from ingest import Document, Edition, Metadata, parse, segment

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
ARTICLES = 10  # in one made-up document
SYLLABLES = 120  # in one article: the median of 79,882 real ones is 174
DIMENSIONS = 384
TOPIC_SIZE = 40  # vectors around one centre: real ones come in clusters


def build(folder: Path, passages: int, encoder: Encoder | None) -> None:
    """Fill a store with as many passages of shuffled corpus words, and random clustered vectors."""
    draw = random.Random(passages)
    words = _words()
    with open_to_write(folder) as truth:
        for first in range(0, passages, 200 * ARTICLES):
            with truth.commit() as revision:
                for number in range(first, min(first + 200 * ARTICLES, passages), ARTICLES):
                    document = _document(number, words, draw)
                    put_document(truth, document, [(p, "") for p in split(document)], revision)
        catch_up_lexical(truth)
        if encoder is not None:
            _put_vectors(truth, encoder.fingerprint)
            catch_up_lexical(truth)
            catch_up_dense(truth, encoder.fingerprint)


def _words() -> list[str]:
    """The corpus's words as often as it uses them, so that the index has long and short lists."""
    return [w for path in sorted(CORPUS.glob("*-*.md")) for w in parse(path).text.split()]


def _document(number: int, words: list[str], draw: random.Random) -> Document:
    articles = [
        f"Điều {n}. {' '.join(draw.choices(words, k=6)).capitalize()}\n"
        f"{' '.join(draw.choices(words, k=SYLLABLES))}."
        for n in range(1, ARTICLES + 1)
    ]
    text = "\n".join(articles)
    about = Metadata(
        id=f"nd-{number}", type="Nghị định", number=f"{number}/2020/NĐ-CP", edition=Edition.FULL
    )
    return Document(about, text, segment(text))


def _put_vectors(truth: Truth, model: str) -> None:
    rows = truth.all("SELECT DISTINCT hash FROM passages")
    draw = np.random.default_rng(7)
    centres = draw.normal(size=(len(rows) // TOPIC_SIZE + 1, DIMENSIONS))
    vectors = centres[np.arange(len(rows)) // TOPIC_SIZE] + draw.normal(
        size=(len(rows), DIMENSIONS)
    )
    vectors = (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype("<f4")
    with truth.commit():
        truth.set_meta("model", model)
        truth.change_many(
            "INSERT OR IGNORE INTO vectors VALUES (?, ?, ?)",
            ((model, row["hash"], v.tobytes()) for row, v in zip(rows, vectors, strict=True)),
        )
