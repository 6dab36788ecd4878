"""The two caches beside the truth: brought up to date, or built again when they are damaged."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from sqlite3 import Row
from typing import Any

from ingest import tokenize

from .dense import EXACT_UP_TO, DenseRanking, load_dense, read_record, train_lists
from .encoder import Encoder
from .lexical import LAYOUT, LexicalEntry, LexicalRanking, forget
from .passages import embedded_text
from .truth import Truth

LEXICAL = "lexical"
DENSE = "vectors.faiss"
LEXICAL_RECORD = "lexical.json"
EMBEDDED_AT_ONCE = 64  # passages between two commits: at most a quarter of a minute is ever lost
TRAINED_ON = 100_000  # vectors that shape the inverted lists

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how much is done, and how much there is."""


def ignore_progress(_step: str, _done: int, _all: int) -> None:
    """Show nothing."""


def catch_up_lexical(truth: Truth, progress: Progress = ignore_progress) -> None:
    """Make the word index reflect the truth's revision; the caller is the writer."""
    folder = truth.folder / LEXICAL
    since = lexical_revision(truth.folder)
    if since == truth.revision:
        return
    try:
        ranking = LexicalRanking(folder)
        if since is None:
            raise ValueError("no record of what the cache reflects")
    except (ValueError, OSError):
        forget(folder)
        ranking, since = LexicalRanking(folder), 0
    removed = truth.all("SELECT id FROM removed_passages WHERE revision > ?", since)
    if removed or truth.one("SELECT 1 FROM passages WHERE revision > ?", since):
        ranking.replace(_entries(truth, since, progress), [row["id"] for row in removed])
    record = {"revision": truth.revision, "layout": LAYOUT}
    _write_whole(truth.folder / LEXICAL_RECORD, json.dumps(record))


def lexical_revision(folder: Path) -> int | None:
    """The revision the word index reflects; None when it must be built again."""
    try:
        record = json.loads((folder / LEXICAL_RECORD).read_text(encoding="utf-8"))
        return int(record["revision"]) if record["layout"] == LAYOUT else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def dense_revision(folder: Path) -> int | None:
    """The revision the vector index reflects; None when there is none or it is damaged."""
    record = read_record(folder / DENSE)
    return int(record["revision"]) if record else None


def is_behind(truth: Truth) -> bool:
    """Whether a cache does not reflect the truth's revision."""
    if lexical_revision(truth.folder) != truth.revision:
        return True
    return truth.meta("model") is not None and dense_revision(truth.folder) != truth.revision


def catch_up_behind(truth: Truth) -> None:
    """Bring up to date whichever cache is behind; the caller is the writer."""
    catch_up_lexical(truth)
    model = truth.meta("model")
    if model and dense_revision(truth.folder) != truth.revision:
        catch_up_dense(truth, model)


def embed_missing(truth: Truth, encoder: Encoder, progress: Progress = ignore_progress) -> int:
    """Compute and keep every vector that is missing; returns how many; can be stopped any time."""
    missing = truth.all(
        'SELECT p.hash, min(p.id) AS id, p."end" - p.start AS size FROM passages p'
        " WHERE NOT EXISTS (SELECT 1 FROM vectors v WHERE v.model = ? AND v.hash = p.hash)"
        " GROUP BY p.hash ORDER BY size",  # passages of one length waste no padding
        encoder.fingerprint,
    )
    if not missing:
        _set_model(truth, encoder)
    for first in range(0, len(missing), EMBEDDED_AT_ONCE):
        progress("Tính véc-tơ", first, len(missing))
        _embed(truth, encoder, missing[first : first + EMBEDDED_AT_ONCE])
    progress("Tính véc-tơ", len(missing), len(missing))
    return len(missing)


def catch_up_dense(truth: Truth, model: str) -> None:
    """Make the vector index reflect the truth's passages and vectors; the caller is the writer."""
    import numpy as np

    path = truth.folder / DENSE
    loaded = load_dense(path)
    if loaded and loaded[1].get("model") == model and loaded[1].get("revision") == truth.revision:
        return
    wanted = {row["id"] for row in truth.all(_HAVE_VECTORS, model)}
    usable = loaded is not None and loaded[1].get("model") == model
    ranking = loaded[0] if loaded and usable else None
    # An empty one, of a store that held nothing yet, does not know how long a vector is.
    if not ranking or (len(ranking) <= EXACT_UP_TO < len(wanted)):
        ranking = _new_ranking(truth, model, len(wanted))
    held = set(ranking.ids().tolist())
    if held - wanted:
        ranking.remove(np.asarray(sorted(held - wanted), dtype="int64"))
    for ids, vectors in _vectors(truth, model, sorted(wanted - held)):
        ranking.add(ids, vectors)
    ranking.save(path, {"revision": truth.revision, "model": model})


_HAVE_VECTORS = (
    "SELECT p.id FROM passages p JOIN vectors v ON v.hash = p.hash AND v.model = ? ORDER BY p.id"
)


def _new_ranking(truth: Truth, model: str, size: int) -> DenseRanking:
    if size > EXACT_UP_TO:
        sample = [
            row["id"]
            for row in truth.all(
                f"SELECT id FROM ({_HAVE_VECTORS}) WHERE id % ? = 0 LIMIT ?",
                model,
                max(1, size // TRAINED_ON),
                TRAINED_ON,
            )
        ]
        return train_lists(next(_vectors(truth, model, sample, at_once=TRAINED_ON))[1])
    first = truth.one("SELECT vector FROM vectors WHERE model = ? LIMIT 1", model)
    return DenseRanking(dimensions=len(first["vector"]) // 4 if first else 1)


def _vectors(
    truth: Truth, model: str, ids: Sequence[int], at_once: int = 10_000
) -> Iterator[tuple[Any, Any]]:
    """Batches of (passage numbers, vectors) out of the truth."""
    import numpy as np

    for first in range(0, len(ids), at_once):
        batch = json.dumps(ids[first : first + at_once])
        # CROSS keeps SQLite from walking through every vector of the store for each batch
        rows = truth.all(
            "SELECT p.id, v.vector FROM json_each(?) j CROSS JOIN passages p ON p.id = j.value"
            " CROSS JOIN vectors v ON v.hash = p.hash AND v.model = ?",
            batch,
            model,
        )
        vectors = np.frombuffer(b"".join(row["vector"] for row in rows), dtype="<f4")
        yield (
            np.fromiter((row["id"] for row in rows), dtype="int64"),
            vectors.reshape(len(rows), -1).copy(),
        )


def embed_passages(truth: Truth, encoder: Encoder, ids: Sequence[int]) -> dict[int, Any]:
    """Vectors of some passages, computed and kept where they are missing; the caller writes."""
    wanted = json.dumps(list(ids))
    missing = truth.all(
        "SELECT p.id, p.hash FROM json_each(?) j CROSS JOIN passages p ON p.id = j.value"
        " WHERE NOT EXISTS"
        " (SELECT 1 FROM vectors v WHERE v.model = ? AND v.hash = p.hash)",
        wanted,
        encoder.fingerprint,
    )
    if missing:
        _embed(truth, encoder, missing)
    return {
        int(id): vector
        for numbers, vectors in _vectors(truth, encoder.fingerprint, list(ids))
        for id, vector in zip(numbers, vectors, strict=True)
    }


def _embed(truth: Truth, encoder: Encoder, rows: Sequence[Row]) -> None:
    texts = [passage_text(truth, row["id"]) for row in rows]
    vectors = encoder.encode_passages(texts).astype("<f4")
    _set_model(truth, encoder)
    with truth.commit():
        truth.change_many(
            "INSERT OR IGNORE INTO vectors VALUES (?, ?, ?)",
            (
                (encoder.fingerprint, row["hash"], vector.tobytes())
                for row, vector in zip(rows, vectors, strict=True)
            ),
        )


def _set_model(truth: Truth, encoder: Encoder) -> None:
    """Note whose vectors the store is searched by, once that model has shown that it works."""
    if truth.meta("model") != encoder.fingerprint:
        with truth.commit():
            truth.set_meta("model", encoder.fingerprint)


def passage_text(truth: Truth, id: int) -> str:
    """What a passage is found by, read again from its document."""
    row = truth.one(
        'SELECT p.context, substr(d.text, p.start + 1, p."end" - p.start) AS text'
        " FROM passages p JOIN documents d ON d.id = p.document WHERE p.id = ?",
        id,
    )
    return embedded_text(row["context"], row["text"]) if row else ""


def _entries(truth: Truth, since: int, progress: Progress) -> Iterator[LexicalEntry]:
    documents = truth.all(
        "SELECT DISTINCT document FROM passages WHERE revision > ? ORDER BY id", since
    )
    for done, row in enumerate(documents):
        progress("Lập chỉ mục từ ngữ", done, len(documents))
        yield from _entries_of(truth, row["document"], since)
    progress("Lập chỉ mục từ ngữ", len(documents), len(documents))


def _entries_of(truth: Truth, document: str, since: int) -> Iterator[LexicalEntry]:
    about = truth.one("SELECT * FROM documents WHERE id = ?", document)
    assert about is not None  # the passages' foreign key says so
    facets = facets_of(about)
    for row in truth.all(
        'SELECT id, context, start, "end" FROM passages WHERE document = ? AND revision > ?',
        document,
        since,
    ):
        text = embedded_text(row["context"], about["text"][row["start"] : row["end"]])
        yield LexicalEntry(row["id"], tokenize(text), facets)


def facets_of(about: Row) -> dict[str, str]:
    """What a person can filter by, from a row of `documents`."""
    return {
        "document": about["id"],
        "type": about["type"],
        "issuer": about["issuer"],
        "year": (about["date"] or "")[:4],
        "edition": about["edition"],
    }


def _write_whole(path: Path, text: str) -> None:
    unfinished = path.with_suffix(".tmp")
    unfinished.write_text(text, encoding="utf-8")
    unfinished.replace(path)
