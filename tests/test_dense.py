"""The ranking by meaning."""

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from conftest import ROOT

from index.dense import LAYOUT, DenseRanking, load_dense, read_record, train_lists


def _unit_vectors(count: int, dimensions: int = 16, seed: int = 1) -> np.ndarray:
    vectors = np.random.default_rng(seed).normal(size=(count, dimensions)).astype("float32")
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


VECTORS = _unit_vectors(500)
IDS = np.arange(1000, 1500, dtype="int64")


@pytest.fixture
def ranking() -> DenseRanking:
    made = DenseRanking(dimensions=16)
    made.add(IDS, VECTORS)
    return made


def test_the_nearest_is_the_vector_itself_with_cosine_1(ranking: DenseRanking) -> None:
    id, cosine = ranking.rank(VECTORS[7], 3)[0]
    assert id == 1007
    assert cosine == pytest.approx(1.0, abs=1e-4)


def test_order_is_that_of_the_exact_cosines(ranking: DenseRanking) -> None:
    asked = _unit_vectors(1, seed=2)[0]
    exact = IDS[np.argsort(-(VECTORS @ asked))[:10]].tolist()
    assert [id for id, _ in ranking.rank(asked, 10)] == exact


def test_only_keeps_the_allowed_passages(ranking: DenseRanking) -> None:
    assert {id for id, _ in ranking.rank(VECTORS[0], 10, [1003, 1004])} == {1003, 1004}


def test_removed_passages_are_gone_and_unknown_ones_passed_over(ranking: DenseRanking) -> None:
    ranking.remove(np.asarray([1007, 9], dtype="int64"))
    assert len(ranking) == 499
    assert 1007 not in ranking.ids().tolist()
    assert ranking.rank(VECTORS[7], 1)[0][0] != 1007


def test_cosines_leave_out_what_has_no_vector(ranking: DenseRanking) -> None:
    found = ranking.cosines(VECTORS[3], [1003, 5])
    assert found == {1003: pytest.approx(1.0, abs=1e-4)}


def test_what_is_saved_is_loaded_and_damage_is_noticed(
    tmp_path: Path, ranking: DenseRanking
) -> None:
    path = tmp_path / "vectors.faiss"
    ranking.save(path, {"revision": 5, "model": "m"})
    loaded = load_dense(path)
    assert loaded is not None
    assert loaded[0].ids().tolist() == IDS.tolist()
    assert loaded[1]["revision"] == 5
    data = bytearray(path.read_bytes())
    for place in (10, len(data) // 2, len(data) - 1):
        data[place] ^= 1
        path.write_bytes(data)
        assert load_dense(path) is None
        data[place] ^= 1
    path.write_bytes(data[: len(data) // 2])
    assert load_dense(path) is None
    assert load_dense(tmp_path / "none") is None


def test_a_cache_of_another_layout_is_none(tmp_path: Path, ranking: DenseRanking) -> None:
    path = tmp_path / "vectors.faiss"
    ranking.save(path, {"revision": 5, "model": "m"})
    head, body = path.read_bytes().split(b"\n", 1)
    before = json.loads(head)
    assert before.pop("layout") == LAYOUT
    for record in (before, {**before, "layout": LAYOUT - 1}):
        path.write_bytes(json.dumps(record).encode() + b"\n" + body)
        assert read_record(path) is None
        assert load_dense(path) is None


def test_inverted_lists_agree_with_the_exact_ranking(tmp_path: Path) -> None:
    vectors = _unit_vectors(4000)
    ids = np.arange(4000, dtype="int64")
    lists = train_lists(vectors)
    lists.add(ids, vectors)
    lists.remove(ids[:10])
    lists.save(tmp_path / "lists", {"revision": 1})
    loaded = load_dense(tmp_path / "lists")
    assert loaded is not None
    assert sorted(loaded[0].ids().tolist()) == ids[10:].tolist()
    asked = vectors[100:150]
    found = [loaded[0].rank(vector, 1)[0][0] for vector in asked]
    assert found == list(range(100, 150))
    assert {i for i, _ in loaded[0].rank(asked[0], 5, [100, 105])} <= {100, 105}
    assert loaded[0].cosines(asked[0], [100])[100] == pytest.approx(1.0, abs=0.02)


ASKED = """
import numpy as np
from index.dense import DenseRanking
vectors = np.random.default_rng(1).normal(size=(20_000, 384)).astype("float32")
ranking = DenseRanking(dimensions=384)
ranking.add(np.arange(20_000), vectors / np.linalg.norm(vectors, axis=1, keepdims=True))
print(ranking.rank(vectors[7] / np.linalg.norm(vectors[7]), 1)[0][0])
"""


def test_a_limit_on_threads_is_heeded() -> None:
    """FAISS asked for two threads under a limit of one waits for ever."""
    done = subprocess.run(
        [sys.executable, "-c", ASKED],
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        cwd=ROOT,
    )
    assert done.stdout.strip() == "7"
