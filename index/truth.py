"""The one place that can lose something, and does not: `.kb/kb.sqlite`.

A commit ends whole or not at all, and raises the store's revision; the two caches beside it carry
the revision they reflect. One process writes at a time; readers keep the revision they opened.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from ingest import BusyStore, NewerStore, NoStore, StaleIndex, StoreError

SCHEMA = 3
FILE_NAME = "kb.sqlite"


class Truth:
    """A connection to the store's database; safe to share between threads.

    Opened for reading, it stands still at one revision until it is opened again.
    """

    def __init__(self, connection: sqlite3.Connection, folder: Path) -> None:
        self._connection, self.folder = connection, folder
        self._lock = threading.RLock()

    @property
    def revision(self) -> int:
        """Number of the last commit."""
        return int(self.meta("revision") or 0)

    def meta(self, key: str) -> str | None:
        """One value of the store's own record."""
        row = self.one("SELECT value FROM meta WHERE key = ?", key)
        return row["value"] if row else None

    def set_meta(self, key: str, value: str) -> None:
        """Write one value of the store's own record, inside a commit."""
        self.change("INSERT OR REPLACE INTO meta VALUES (?, ?)", key, value)

    def all(self, question: str, *values: object) -> list[sqlite3.Row]:
        """Every row that answers an SQL question."""
        with self._lock:
            return self._connection.execute(question, values).fetchall()

    def one(self, question: str, *values: object) -> sqlite3.Row | None:
        """The first row that answers an SQL question."""
        with self._lock:
            row: sqlite3.Row | None = self._connection.execute(question, values).fetchone()
            return row

    def count(self, table: str, where: str = "1") -> int:
        """How many rows a table of ours has."""
        row = self.one(f"SELECT count(*) AS n FROM {table} WHERE {where}")
        return int(row["n"]) if row else 0

    def change(self, order: str, *values: object) -> int:
        """Carry out one SQL order inside a commit; returns the new row's id or the rows changed."""
        cursor = self._connection.execute(order, values)
        if order.startswith("INSERT"):
            return int(cursor.lastrowid or 0)
        return cursor.rowcount

    def change_many(self, order: str, rows: Iterable[tuple[object, ...]]) -> None:
        """Carry out one SQL order for many rows inside a commit."""
        self._connection.executemany(order, rows)

    def run_script(self, script: str) -> None:
        """Carry out several SQL orders; the script holds its own BEGIN and COMMIT."""
        self._connection.executescript(script)

    @contextmanager
    def commit(self) -> Iterator[int]:
        """Hold changes together: all are kept at the end, or none; gives the new revision."""
        with self._lock:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                revision = self.revision + 1
                self.set_meta("revision", str(revision))
                yield revision
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    def close(self) -> None:
        """Let go of the database."""
        with self._lock:
            self._connection.close()


def open_to_read(folder: Path) -> Truth:
    """Open a store at its newest revision; raises NoStore, NewerStore, StaleIndex, StoreError."""
    path = folder / FILE_NAME
    if not path.exists():
        raise NoStore(f"Chưa có kho trong «{folder}»; hãy chạy: viendan ingest --kb {folder}")
    truth = Truth(_connect(path), folder)
    _check_schema(truth)
    truth.all("BEGIN")  # the snapshot is taken by the first question after it
    truth.meta("revision")
    return truth


def current_revision(folder: Path) -> int:
    """The newest revision of a store, without keeping it open; raises what open_to_read does."""
    truth = open_to_read(folder)
    try:
        return truth.revision
    finally:
        truth.close()


@contextmanager
def open_to_write(folder: Path) -> Iterator[Truth]:
    """Open a store, made when there is none, as its only writer; raises BusyStore."""
    _make_folder(folder)
    lock = FileLock(folder / "writer.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise BusyStore(_who_writes(folder)) from None
    try:
        holder = folder / "writer.txt"
        holder.write_text(_this_process(), encoding="utf-8")
        truth = Truth(_connect(folder / FILE_NAME), folder)
        _make_schema(truth)
        _check_newer(truth)
        _renew(truth)
        try:
            yield truth
        finally:
            truth.close()
            holder.unlink(missing_ok=True)
    finally:
        lock.release()


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as failure:
        raise StoreError(
            f"Không tạo được thư mục kho «{folder}» ({failure.strerror}); "
            "hãy chọn nơi khác bằng --kb."
        ) from failure


def _this_process() -> str:
    return f"tiến trình {os.getpid()}, từ {datetime.now():%H:%M %d/%m/%Y}"


def _who_writes(folder: Path) -> str:
    try:
        holder = (folder / "writer.txt").read_text(encoding="utf-8")
    except OSError:
        holder = "một tiến trình khác"
    return f"Kho «{folder}» đang được ghi ({holder}); hãy đợi xong rồi chạy lại."


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=30, isolation_level=None, check_same_thread=False)
    connection.row_factory = sqlite3.Row
    try:
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
            connection.execute(f"PRAGMA {pragma}")
    except sqlite3.DatabaseError as failure:
        raise StoreError(
            f"Tệp «{path}» không đọc được ({failure}); "
            "hãy xóa thư mục kho rồi chạy lại viendan ingest."
        ) from failure
    return connection


def _make_schema(truth: Truth) -> None:
    if truth.one("SELECT 1 FROM sqlite_master WHERE name = 'meta'"):
        return
    first = f"INSERT INTO meta VALUES ('schema', '{SCHEMA}'), ('revision', '0');"
    truth.run_script(f"BEGIN IMMEDIATE; {_tables()} {first} COMMIT;")


def _tables() -> str:
    return Path(__file__).with_name("schema.sql").read_text(encoding="utf-8")


def _renew(truth: Truth) -> None:
    """Empty a store of the form before this one: its files are read again, its vectors stay."""
    if truth.meta("schema") == str(SCHEMA):
        return
    new = truth.revision + 1
    tables = _tables().replace("CREATE TABLE ", "CREATE TABLE IF NOT EXISTS ")
    named = any(column["name"] == "name" for column in truth.all("PRAGMA table_info(files)"))
    add_names = "" if named else "ALTER TABLE files ADD COLUMN name TEXT NOT NULL DEFAULT '';"
    truth.run_script(
        f"BEGIN IMMEDIATE; {add_names} INSERT INTO removed_passages SELECT id, {new} FROM passages;"
        " DELETE FROM passages; DROP TABLE citations; DROP TABLE provisions;"
        " UPDATE files SET document = NULL, read_by = 0; DROP TABLE documents;"
        f" {tables.replace('CREATE INDEX ', 'CREATE INDEX IF NOT EXISTS ')}".replace(
            "CREATE UNIQUE INDEX ", "CREATE UNIQUE INDEX IF NOT EXISTS "
        )
        + f" UPDATE meta SET value = '{new}' WHERE key = 'revision';"
        f" UPDATE meta SET value = '{SCHEMA}' WHERE key = 'schema'; COMMIT;"
    )


def _check_schema(truth: Truth) -> None:
    _check_newer(truth)
    if truth.meta("schema") != str(SCHEMA):
        raise StaleIndex(
            f"Kho «{truth.folder}» do một bản viendan cũ hơn tạo ra; hãy chạy: "
            f"viendan ingest --kb {truth.folder}"
        )


def _check_newer(truth: Truth) -> None:
    found: Any = truth.meta("schema")
    if found is None or int(found) > SCHEMA:
        raise NewerStore(
            f"Kho «{truth.folder}» do một bản viendan mới hơn tạo ra (dạng {found}, bản này biết "
            f"dạng {SCHEMA}); hãy cập nhật viendan, hoặc dùng thư mục khác bằng --kb."
        )
