"""Ranking by meaning: inner products in FAISS, a cache of the vectors in the truth."""

from __future__ import annotations

import hashlib
import json
import math
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

LAYOUT = 2  # raise when vectors are kept in another form: the cache is then built again
EXACT_UP_TO = 200_000
"""Passages up to which every vector is compared, each number in 16 bits: half the memory of 32 and
half the time or less (5 ms over 80,000 × 384 where 32 bits took 12), the same 200 nearest but for
one in 5,000, cosines to .00005. The inverted lists above it answer in under 1 ms at recall .98."""
LISTS_PER_ROOT = 4  # inverted lists = 4 √n, the rule of thumb of FAISS's own guide
PROBES = 16  # lists read for a query: recall@10 .98 at a million vectors


class DenseRanking:
    """Vectors by passage number, in memory; built by the writer, read by everybody."""

    def __init__(self, faiss_index: Any = None, dimensions: int = 0) -> None:
        self._index = faiss_index if faiss_index is not None else _empty(dimensions)

    def __len__(self) -> int:
        return int(self._index.ntotal)

    def ids(self) -> np.ndarray:
        """Numbers of the passages that have a vector: int64, shape (n,)."""
        import faiss
        import numpy as np

        if hasattr(self._index, "id_map"):
            return np.asarray(faiss.vector_to_array(self._index.id_map), dtype="int64")
        lists = self._index.invlists
        parts = [
            faiss.rev_swig_ptr(lists.get_ids(n), lists.list_size(n)).copy()
            for n in range(lists.nlist)
            if lists.list_size(n)
        ]
        return np.concatenate(parts) if parts else np.empty(0, dtype="int64")

    def add(self, ids: np.ndarray, vectors: np.ndarray) -> None:
        """Add unit vectors, float32 of shape (n, dimensions), under their passages' numbers."""
        _heed_thread_limit()
        self._index.add_with_ids(vectors, ids)

    def remove(self, ids: np.ndarray) -> None:
        """Take passages out; unknown numbers are passed over."""
        import faiss

        self._index.remove_ids(faiss.IDSelectorArray(ids))

    def rank(
        self, vector: np.ndarray, count: int, only: Sequence[int] | None = None
    ) -> list[tuple[int, float]]:
        """The passages nearest to a unit vector as (passage, cosine), best first."""
        import faiss
        import numpy as np

        if not len(self):
            return []
        _heed_thread_limit()
        parameters = None
        if only is not None:
            allowed = faiss.IDSelectorBatch(np.asarray(sorted(only), dtype="int64"))
            parameters = self._parameters(allowed)
        scores, ids = self._index.search(vector.reshape(1, -1), count, params=parameters)
        return [(int(i), float(s)) for i, s in zip(ids[0], scores[0], strict=True) if i >= 0]

    def _parameters(self, allowed: Any) -> Any:
        import faiss

        if isinstance(self._index, faiss.IndexIVF):
            return faiss.SearchParametersIVF(sel=allowed, nprobe=self._index.nprobe)
        return faiss.SearchParameters(sel=allowed)

    def cosines(self, vector: np.ndarray, ids: Sequence[int]) -> dict[int, float]:
        """Cosines of some passages, to four decimals; those without a vector are left out."""
        import numpy as np

        wanted = [int(id) for id in ids]
        try:
            vectors = self._index.reconstruct_batch(np.asarray(wanted, dtype="int64"))
        except RuntimeError:  # FAISS: one of them has none
            held = set(self.ids().tolist())
            wanted = [id for id in wanted if id in held]
            vectors = self._index.reconstruct_batch(np.asarray(wanted, dtype="int64"))
        return dict(zip(wanted, (vectors @ vector).tolist(), strict=True))

    def save(self, path: Path, about: dict[str, object]) -> None:
        """Write the cache whole or not at all, with a line that says what it reflects."""
        import faiss

        body = faiss.serialize_index(self._index).tobytes()
        head = {**about, "layout": LAYOUT, "sha256": hashlib.sha256(body).hexdigest()}
        unfinished = path.with_suffix(".tmp")
        with unfinished.open("wb") as file:
            file.write(json.dumps(head).encode() + b"\n")
            file.write(body)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)


def read_record(path: Path) -> dict[str, Any] | None:
    """What a cache says of itself; None when there is none, damaged or of another layout."""
    try:
        with path.open("rb") as file:
            record = json.loads(file.readline(10_000))
        is_whole = isinstance(record, dict) and "revision" in record
        return record if is_whole and record.get("layout") == LAYOUT else None
    except (OSError, ValueError):
        return None


def load_dense(path: Path) -> tuple[DenseRanking, dict[str, Any]] | None:
    """Read a cache and what it says of itself; None when there is none that can be used."""
    import faiss
    import numpy as np

    about = read_record(path)
    if about is None:
        return None
    with path.open("rb") as file:
        file.readline()
        body = file.read()
    if hashlib.sha256(body).hexdigest() != about.get("sha256"):
        return None
    index = faiss.deserialize_index(np.frombuffer(body, dtype="uint8"))
    return DenseRanking(index), about


def _heed_thread_limit() -> None:
    """Ask for no more threads than OMP_THREAD_LIMIT allows: FAISS would wait for them for ever.

    Threads are counted for each thread that asks, so this is said before each search.
    """
    import faiss

    limit = os.environ.get("OMP_THREAD_LIMIT", "")
    if limit.isdecimal():
        faiss.omp_set_num_threads(max(1, min(int(limit), faiss.omp_get_max_threads())))


def train_lists(vectors: np.ndarray) -> DenseRanking:
    """An empty ranking with inverted lists and 8-bit vectors, shaped on a sample of vectors."""
    import faiss

    _heed_thread_limit()
    dimensions = vectors.shape[1]
    lists = int(LISTS_PER_ROOT * math.sqrt(len(vectors)))
    quantiser = faiss.IndexFlatIP(dimensions)
    index = faiss.IndexIVFScalarQuantizer(
        quantiser, dimensions, lists, faiss.ScalarQuantizer.QT_8bit, faiss.METRIC_INNER_PRODUCT
    )
    index.own_fields = True
    quantiser.this.disown()
    index.train(vectors)
    index.nprobe = PROBES
    index.set_direct_map_type(faiss.DirectMap.Hashtable)  # so that passages can be removed and read
    return DenseRanking(index)


def _empty(dimensions: int) -> Any:
    import faiss

    kind = faiss.ScalarQuantizer.QT_fp16
    vectors = faiss.IndexScalarQuantizer(dimensions, kind, faiss.METRIC_INNER_PRODUCT)
    return faiss.IndexIDMap2(vectors)
