"""kill -9 at ten moments of an ingest: the store opens, agrees with itself, and is finished."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import ROOT, Writer
from fakes import WordEncoder

import index
from index.search import CANDIDATES
from ingest import NoStore

PROGRAM = """
import sys, time
sys.path[:0] = [{root!r}, {tests!r}]
from pathlib import Path
from fakes import WordEncoder
import index
class Slow(WordEncoder):
    def encode_passages(self, texts):
        time.sleep(0.05)
        return super().encode_passages(texts)
print("go", flush=True)
index.ingest([Path({folder!r})], Path({kb!r}), Slow())
"""
MOMENTS = 10
LONGEST = 1.5  # seconds; a whole run of this many files takes about this long
FILES = 60


@pytest.mark.parametrize("seed", range(MOMENTS))
def test_a_kill_leaves_the_old_or_the_new_state(seed: int, tmp_path: Path, write: Writer) -> None:
    for n in range(FILES):
        body = "\n".join(f"Điều {d}. Việc {d}\nQuy định việc {n} {d}." for d in range(1, 9))
        path = write(f"{n:02}.md", body, so_ky_hieu=f"{n + 1}-QĐ/TW")
    kb = tmp_path / "kb"
    program = PROGRAM.format(
        root=str(ROOT), tests=str(ROOT / "tests"), folder=str(path.parent), kb=str(kb)
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) as running:
        assert running.stdout is not None
        running.stdout.readline()
        time.sleep(random.Random(seed).uniform(0, LONGEST))
        running.send_signal(signal.SIGKILL)
    try:
        assert index.verify(kb) == []
        store = index.open_store(kb, WordEncoder())
    except NoStore:
        pass  # killed before the first commit: nothing there yet is a whole state too
    else:
        held = len(store.documents())
        assert held <= FILES
        # each ranking brings its own candidates: words and, once there are vectors, meaning
        found = len(store.search("quy định việc", 500).hits)
        assert min(CANDIDATES, 8 * held) <= found <= min(2 * CANDIDATES, 8 * held)
    index.ingest([path.parent], kb, WordEncoder())
    assert index.verify(kb) == []
    whole = index.open_store(kb, WordEncoder())
    assert (len(whole.documents()), whole.notices) == (FILES, ())
    assert whole.truth.count("passages") == FILES * 8
