"""What every test may ask for."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from fakes import WordEncoder

import index
from ingest import Options, Reading, read
from views.standpoint import Standpoint, stand, survey

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT / "corpus"
SHARED = ROOT.parent / "shared"

REALDOCS = SHARED / "realdocs"
RECOGNISED = os.environ.get("VIENDAN_RECOGNISED", "")
"""A folder with the recognised pages of each scan, in a folder of the file's name."""

needs_shared = pytest.mark.skipif(
    not SHARED.exists(), reason="the evaluation material beside the checkout is not on this machine"
)


@cache
def real_reading(name: str) -> Reading:
    """Read a real file once for all tests; raises UnreadableFile for a scan without its pages."""
    pages = Path(RECOGNISED) / Path(name).stem
    options = Options(recognised=pages) if RECOGNISED and pages.is_dir() else Options()
    return read(REALDOCS / name, options)


@pytest.fixture(scope="session")
def corpus_kb(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's own corpus in a store with word-encoder vectors; read only."""
    kb = tmp_path_factory.mktemp("corpus") / "kb"
    index.ingest([CORPUS], kb, WordEncoder())
    return kb


@pytest.fixture(scope="session")
def kb_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the corpus, words only."""
    folder = tmp_path_factory.mktemp("kho")
    index.ingest([CORPUS], folder, encoder=None)
    return folder


@pytest.fixture
def open_page(kb_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., object]]:
    """Run one page script with what stands in its address."""
    from streamlit.testing.v1 import AppTest

    monkeypatch.setenv("VIENDAN_KB", str(kb_folder))
    monkeypatch.setenv("VIENDAN_MODEL", "-")

    def run(page: str, **address: str | list[str]) -> AppTest:
        at = AppTest.from_file(str(ROOT / page), default_timeout=30)
        for name, value in address.items():
            at.query_params[name] = value
        return at.run()

    yield run


TODAY = date(2026, 11, 23)
"""The day the corpus was last checked; what its pages say then does not change."""


@pytest.fixture(scope="session")
def view(corpus_kb: Path) -> Standpoint:
    """The corpus as it stood on TODAY."""
    kb = index.open_store(corpus_kb, None)
    return stand(kb, survey(kb), TODAY, TODAY)


Writer = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Writer:
    """Write a small regulation into a folder: `write("a.md", so_ky_hieu="1-QĐ/TW")`."""
    folder = tmp_path / "van-ban"
    folder.mkdir()

    def write_document(
        name: str, body: str = "Điều 1. Phạm vi\nQuy định về phạm vi.", **fields: str
    ) -> Path:
        head = {"loai": "Quy định", "edition": "toàn văn", "ngay": "2021-01-02", **fields}
        lines = "\n".join(f"{key}: {value}" for key, value in head.items())
        path = folder / name
        path.write_text(f"---\n{lines}\n---\n{body}\n", encoding="utf-8")
        return path

    return write_document
