"""The truth: a commit is whole or nothing, one writer, readers stand still."""

import sqlite3
from pathlib import Path

import pytest

from index.truth import SCHEMA, open_to_read, open_to_write
from ingest import BusyStore, NewerStore, NoStore, StoreError


def test_each_commit_raises_the_revision(tmp_path: Path) -> None:
    with open_to_write(tmp_path) as truth:
        assert truth.revision == 0
        with truth.commit() as revision:
            truth.set_meta("a", "1")
        assert (revision, truth.revision) == (1, 1)


def test_a_commit_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with open_to_write(tmp_path) as truth:
        with pytest.raises(RuntimeError), truth.commit():
            truth.set_meta("a", "1")
            raise RuntimeError
        assert truth.meta("a") is None
        assert truth.revision == 0


def test_a_reader_keeps_its_revision_until_it_opens_again(tmp_path: Path) -> None:
    with open_to_write(tmp_path) as truth:
        reader = open_to_read(tmp_path)
        with truth.commit():
            truth.set_meta("a", "1")
        assert (reader.revision, reader.meta("a")) == (0, None)
        assert open_to_read(tmp_path).meta("a") == "1"


def test_the_second_writer_is_told_who_writes(tmp_path: Path) -> None:
    with (
        open_to_write(tmp_path),
        pytest.raises(BusyStore, match=r"đang được ghi \(tiến trình \d+, từ"),
        open_to_write(tmp_path),
    ):
        pass
    with open_to_write(tmp_path):
        pass


def test_no_store_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(NoStore, match="viendan ingest"):
        open_to_read(tmp_path / "none")


def test_a_store_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    with open_to_write(tmp_path) as truth, truth.commit():
        truth.set_meta("schema", str(SCHEMA + 1))
    with pytest.raises(NewerStore, match="cập nhật viendan"):
        open_to_read(tmp_path)
    with pytest.raises(NewerStore), open_to_write(tmp_path):
        pass


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    (tmp_path / "kb.sqlite").write_bytes(b"not a database at all" * 100)
    with pytest.raises(StoreError, match="xóa thư mục kho"):
        open_to_read(tmp_path)


def test_rows_of_a_document_need_the_document(tmp_path: Path) -> None:
    with open_to_write(tmp_path) as truth, pytest.raises(sqlite3.IntegrityError), truth.commit():
        truth.change("INSERT INTO provisions VALUES ('none', 0, 'a', '[]', '', 0, 1)")
