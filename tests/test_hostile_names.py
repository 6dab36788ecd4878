"""Whatever a file is called: it is kept under its SHA-256, and its name is only shown."""

from __future__ import annotations

import hashlib
import html
import io
import re
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile, ZipInfo

import pytest
from hostile_names import NAMES, OTHER_NAMES
from rich.console import Console

import index
from index import looks
from ingest import Workshop
from views.markup import as_label, escape, visible
from views.progress_bars import show_progress

KEPT = re.compile(r"[0-9a-f]{64}\.txt")
ACTING = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e]")
NOT_READ = "Không đọc được loại tệp"


def _text(number: int) -> bytes:
    return (
        f"CHÍNH PHỦ\nSố: {number}/2011/NĐ-CP\nHà Nội, ngày 02 tháng 3 năm 2011\nNGHỊ ĐỊNH\n"
        f"Về việc thứ {number}\nĐiều 1. Phạm vi\nNghị định này nói về việc thứ {number}.\n"
    ).encode()


TEXTS = {name: _text(number) for number, name in enumerate(NAMES, 1)}
HASHES = {hashlib.sha256(text).hexdigest() for text in TEXTS.values()}


def _names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


@pytest.fixture
def kb(tmp_path: Path) -> Iterator[Path]:
    """A store deep in an empty folder, that nothing may leave."""
    folder = tmp_path / "mot" / "hai" / "kb"
    folder.parent.mkdir(parents=True)
    here = _names(Path())
    yield folder
    assert _names(tmp_path) == {"mot"}
    assert _names(tmp_path / "mot") <= {"hai", "nguon"}
    assert _names(tmp_path / "mot" / "hai") == {"kb"}
    assert _names(Path()) == here
    assert not Path("/tmp/viendan-thoat.txt").exists()


def _check_store(kb: Path, hashes: set[str]) -> None:
    """Each text once in files/, under its hash; names are whole and can do nothing."""
    assert index.verify(kb) == []
    kept = _names(kb / "files")
    assert all(KEPT.fullmatch(name) for name in kept)
    assert {name[:64] for name in kept} == hashes
    holding = {
        path.parent.relative_to(kb).parts[0]
        for path in kb.rglob("*.txt")
        if path.name != "writer.txt"
    }
    assert holding <= {"files", "uploads"}
    assert all(KEPT.fullmatch(path.name) for path in kb.glob("uploads/*"))
    store = index.open_store(kb, None)
    for row in store.truth.all("SELECT name FROM files"):
        assert row["name"].isprintable() and row["name"] and not row["name"].startswith("/")
        assert ".." not in row["name"].split("/")


def test_there_are_enough_of_them() -> None:
    assert len(set(NAMES)) == len(NAMES) >= 60
    assert all(name.endswith(".txt") for name in NAMES)


def test_uploads(kb: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index.ingest([], kb, None)
    with Workshop(children=1) as shared:  # a child for each look would take a minute
        monkeypatch.setattr(Workshop, "__exit__", lambda *_: None)
        monkeypatch.setattr(looks, "Workshop", lambda: shared)
        received = []
        for name, text in TEXTS.items():
            upload = index.receive(kb, name, text, 1)
            assert upload.file == kb / "incoming" / f"{hashlib.sha256(text).hexdigest()}.txt"
            look = index.look_at(kb, upload)
            assert look.document is not None and look.reason == "", name
            received.append(upload)
        for number, name in enumerate(OTHER_NAMES, 1001):
            upload = index.receive(kb, name, _text(number), 1)
            assert upload.file.parent == kb / "incoming"
            assert re.fullmatch(r"[0-9a-f]{64}(\.[a-z0-9]{1,11})?", upload.file.name)
            assert NOT_READ in index.look_at(kb, upload).reason, name
            received.append(upload)
        monkeypatch.undo()
    batch = index.keep(kb, received, None)
    assert len(batch.taken_in) == len(NAMES)
    assert len(batch.set_aside) == len(OTHER_NAMES)
    assert _names(kb / "incoming") == set()
    index.take_back(kb, received[len(NAMES) :], None)
    _check_store(kb, HASHES)


def test_members_of_an_archive(kb: Path) -> None:
    source = kb.parents[1] / "nguon"
    source.mkdir()
    with ZipFile(source / "goi.zip", "w") as archive:
        for name, text in TEXTS.items():
            member = ZipInfo("x")
            member.filename = name  # ZipInfo itself would mend some of them
            archive.writestr(member, text)
    report = index.ingest([source], kb, None)
    # zipfile ends a name at its NUL, and what is left says nothing of the kind of file
    ((cut, reason),) = report.set_aside
    assert (Path(cut).name, reason[:23]) == ("a", NOT_READ)
    assert len(report.added) == len(NAMES) - 1
    _check_store(kb, HASHES - {hashlib.sha256(TEXTS["a\0.txt"]).hexdigest()})


def test_files_in_a_folder(kb: Path) -> None:
    source = kb.parents[1] / "nguon"
    source.mkdir()
    written = {}
    for name, text in TEXTS.items():
        is_hidden = name.startswith(".")  # such files are not taken in
        if not is_hidden and not set(name) & {"/", "\0"} and len(name.encode()) < 256:
            (source / name).write_bytes(text)
            written[name] = text
    assert len(written) >= 55
    report = index.ingest([source], kb, None)
    assert report.set_aside == []
    assert {Path(path).name for path in report.added} == set(written)
    _check_store(kb, {hashlib.sha256(text).hexdigest() for text in written.values()})


@pytest.mark.parametrize("name", [*NAMES, *OTHER_NAMES])
def test_a_name_is_shown_as_words(name: str) -> None:
    assert "<" not in escape(name)
    assert html.unescape(escape(name)) == visible(name)
    assert not ACTING.search(visible(name))
    assert re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", as_label(name)) == visible(name)
    assert not re.search(r"(?<!\\)[\[\]<>`$*:!]", as_label(name).replace("\\\\", ""))


def test_a_name_on_a_progress_bar_is_words_too() -> None:
    shown = Console(file=io.StringIO(), force_terminal=True, width=200)
    with show_progress(shown, quiet=False) as progress:
        for name in NAMES:
            progress(name, 1, 2)
