"""One ingest under way: each file is taken in, left as it is, or set aside with its reason."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from sqlite3 import Row

from ingest import (
    READING_VERSION,
    Document,
    UnreadableFile,
    key_of,
    parse,
    segment_words,
)

from .documents import ABOUT, get_about, get_document, put_document, remove_document
from .editions import Standing, as_part, compare, identify, with_names_of
from .passages import Passage, split
from .statements import put_statements
from .truth import Truth

FILES = "files"
LARGEST_FILE = 300_000_000  # bytes; the largest official file met has 40 MB


@dataclass(slots=True)
class Report:
    """What one run did, as file names and counts."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    set_aside: list[tuple[str, str]] = field(default_factory=list)
    embedded: int = 0
    notice: str = ""
    revision: int = 0


class Intake:
    """The truth that is written, the files so far, and the report."""

    def __init__(self, truth: Truth, kb: Path) -> None:
        self.truth, self.kb, self.report = truth, kb, Report()
        self.id = 0

    def start(self, roots: Sequence[Path]) -> None:
        (self.kb / FILES).mkdir(exist_ok=True)
        with self.truth.commit():
            self.id = self.truth.change(
                "INSERT INTO runs (started, roots, report) VALUES (?, ?, '{}')",
                datetime.now().isoformat(timespec="seconds"),
                json.dumps([str(root) for root in roots], ensure_ascii=False),
            )

    def roots_to_read_again(self) -> list[Path]:
        """The folders, still there, of files that an older form of the store had read."""
        rows = self.truth.all("SELECT DISTINCT root FROM files WHERE read_by = 0 ORDER BY root")
        return [root for row in rows if (root := Path(row["root"])).exists()]

    def finish(self) -> None:
        r = self.report
        counts = {
            "added": len(r.added),
            "changed": len(r.changed),
            "unchanged": len(r.unchanged),
            "removed": len(r.removed),
            "set_aside": len(r.set_aside),
            "embedded": r.embedded,
        }
        self._sweep_files()
        with self.truth.commit() as revision:
            self.truth.change("DELETE FROM vectors WHERE hash NOT IN (SELECT hash FROM passages)")
            self.truth.change(
                "UPDATE runs SET finished = ?, report = ? WHERE id = ?",
                datetime.now().isoformat(timespec="seconds"),
                json.dumps(counts),
                self.id,
            )
            r.revision = revision

    def take_out_missing(self, roots: Sequence[Path], present: set[Path]) -> None:
        names = {shown(path) for path in present}
        for row in self.truth.all("SELECT * FROM files"):
            path = Path(row["path"])
            if row["path"] in names or not any(
                root == path or root in path.parents for root in roots
            ):
                continue
            with self.truth.commit() as revision:
                if row["document"] and not row["reason"]:
                    remove_document(self.truth, row["document"], revision)
                self.truth.change("DELETE FROM files WHERE path = ?", row["path"])
            self.report.removed.append(row["path"])

    def take_in(self, root: Path, path: Path) -> None:
        if shown(path) != str(path):
            stamp = _Stamp(root, Path(shown(path)), "", 0, 0)
            self._set_aside(stamp, "Tên tệp có ký tự hỏng; hãy đổi tên tệp rồi chạy lại.")
            return
        known = self.truth.one("SELECT * FROM files WHERE path = ?", str(path))
        try:
            stat = path.stat()
            if stat.st_size > LARGEST_FILE:
                raise UnreadableFile(
                    f"Tệp nặng {stat.st_size // 1_000_000} MB, quá mức "
                    f"{LARGEST_FILE // 1_000_000} MB; hãy tách nhỏ tệp."
                )
            if known and _same_stamp(known, stat.st_size, stat.st_mtime_ns):
                self._leave(known)
                return
            sha256 = _sha256(path)
            stamp = _Stamp(root, path, sha256, stat.st_size, stat.st_mtime_ns)
            if known and known["sha256"] == sha256 and not _must_read_again(known):
                with self.truth.commit():
                    self._put_file(stamp, known["document"], known["reason"])
                self._leave(known)
                return
            self._read(stamp, known)
        except UnreadableFile as failure:
            self._set_aside(_Stamp(root, path, "", 0, 0), str(failure))
        except OSError as failure:
            self._set_aside(
                _Stamp(root, path, "", 0, 0),
                f"Không mở được tệp ({failure.strerror}); hãy kiểm tra quyền đọc.",
            )

    def _leave(self, known: Row) -> None:
        if known["reason"]:
            self.report.set_aside.append((known["path"], known["reason"]))
        else:
            self.report.unchanged.append(known["path"])

    def _read(self, stamp: _Stamp, known: Row | None) -> None:
        try:
            document = parse(stamp.path)
        except UnreadableFile as failure:
            self._set_aside(stamp, str(failure))
            return
        except Exception as bug:  # the batch goes on whatever one file does to us
            self._set_aside(
                stamp, f"Lỗi không lường trước khi đọc tệp ({type(bug).__name__}: {bug})."
            )
            return
        document = self._under_held_id(document, known)
        other = self._owner(document.about.id)
        held = get_document(self.truth, document.about.id) if other else None
        if other is None or held is None or Path(other["path"]) == stamp.path:
            self._keep(stamp, known, document)
            return
        standing = compare(document, held)
        if standing is Standing.RICHER:
            self._keep(stamp, known, with_names_of(held, document), poorer=other)
        elif standing is Standing.PART:
            self._keep(stamp, known, as_part(document, own_id=True), sister=held)
        else:
            self._set_aside(stamp, _same_document(document, other, stamp), retry=True)
            self._lend(stamp, document, held)

    def _keep(
        self,
        stamp: _Stamp,
        known: Row | None,
        document: Document,
        *,
        poorer: Row | None = None,
        sister: Document | None = None,
    ) -> None:
        """Store a document; a poorer edition gives way, another part of it is named as a part."""
        kept = self.kb / FILES / f"{stamp.sha256}{stamp.path.suffix.lower()[:12]}"
        if not kept.exists():
            unfinished = kept.with_suffix(".tmp")
            shutil.copyfile(stamp.path, unfinished)
            unfinished.replace(kept)
        id = document.about.id
        with self.truth.commit() as revision:
            if known and known["document"] and known["document"] != id and not known["reason"]:
                remove_document(self.truth, known["document"], revision)
            put_document(self.truth, document, _passages(document), revision)
            self._put_file(stamp, id, "")
            put_statements(self.truth, str(stamp.path), document)
            if sister:
                part = as_part(sister, own_id=False)
                put_document(self.truth, part, _passages(part), revision)
            if poorer:
                self._give_way(poorer, stamp)
        was_kept = known is not None and not known["reason"]
        (self.report.changed if was_kept else self.report.added).append(str(stamp.path))

    def _set_aside(self, stamp: _Stamp, reason: str, *, retry: bool = False) -> None:
        """Note why a file is not in the store; what it held before leaves the store."""
        known = self.truth.one("SELECT * FROM files WHERE path = ?", str(stamp.path))
        with self.truth.commit() as revision:
            if known and known["document"] and not known["reason"]:
                remove_document(self.truth, known["document"], revision)
            self._put_file(stamp, None, reason, retry=retry)
        self.report.set_aside.append((str(stamp.path), reason))

    def _lend(self, stamp: _Stamp, poorer: Document, held: Document) -> None:
        """Keep what a poorer edition knows besides its text: its statements and other names."""
        richer = with_names_of(poorer, held)
        with self.truth.commit() as revision:
            put_statements(self.truth, str(stamp.path), poorer)
            if richer != held:
                put_document(self.truth, richer, _passages(richer), revision)

    def _under_held_id(self, document: Document, known: Row | None) -> Document:
        """Give a document the id of the same one held; an id that another bears it may not take."""
        about = document.about
        rows = self.truth.all(
            f"SELECT {ABOUT} FROM documents WHERE id = ? OR number_key = ? ORDER BY id",
            about.id,
            key_of(about.number),
        )
        mine = known["document"] if known else None
        return replace(document, about=identify(about, [get_about(row) for row in rows], mine))

    def _put_file(
        self, stamp: _Stamp, document: str | None, reason: str, *, retry: bool = False
    ) -> None:
        self.truth.change(
            "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            *(str(stamp.path), str(stamp.root), stamp.sha256, stamp.size, stamp.mtime_ns),
            *(READING_VERSION, document, reason, int(retry)),
        )

    def _owner(self, id: str) -> Row | None:
        return self.truth.one("SELECT * FROM files WHERE document = ? AND reason = ''", id)

    def _give_way(self, poorer: Row, stamp: _Stamp) -> None:
        reason = f"Đã có bản đầy đủ hơn của cùng văn bản: «{stamp.path.name}»."
        self.truth.change(
            "UPDATE files SET reason = ?, retry = 1, document = NULL WHERE path = ?",
            reason,
            poorer["path"],
        )
        self.report.set_aside.append((poorer["path"], reason))
        for group in (self.report.added, self.report.changed, self.report.unchanged):
            if poorer["path"] in group:
                group.remove(poorer["path"])

    def _sweep_files(self) -> None:
        """Drop kept originals that nothing in the store refers to any more."""
        used = {
            row["sha256"] for row in self.truth.all("SELECT sha256 FROM files WHERE reason = ''")
        }
        for kept in (self.kb / FILES).iterdir():
            if kept.stem not in used:
                kept.unlink()


@dataclass(frozen=True, slots=True)
class _Stamp:
    """What tells one state of a file from another."""

    root: Path
    path: Path
    sha256: str
    size: int
    mtime_ns: int


def _passages(document: Document) -> list[tuple[Passage, str]]:
    """A document's passages, each with its segmented words."""
    return [(p, segment_words(document.text[p.start : p.end])) for p in split(document)]


def shown(path: Path) -> str:
    """A path as text; bytes of a name that are no letters are written out as `\\udcff`."""
    return str(path).encode("utf-8", "backslashreplace").decode("utf-8")


def _same_stamp(known: Row, size: int, mtime_ns: int) -> bool:
    return (known["size"], known["mtime_ns"]) == (size, mtime_ns) and not _must_read_again(known)


def _must_read_again(known: Row) -> bool:
    """Read by older code, or set aside for another file that may have gone since."""
    return known["read_by"] != READING_VERSION or bool(known["retry"])


def _same_document(document: Document, other: Row, stamp: _Stamp) -> str:
    if other["sha256"] == stamp.sha256:
        return f"Trùng nội dung với «{Path(other['path']).name}»; chỉ cần giữ một tệp."
    name = " ".join(part for part in (document.about.type, document.about.number) if part)
    return (
        f"Cùng là {name or document.about.id} như «{Path(other['path']).name}» đã có trong kho và "
        "không có thêm điều nào; quan hệ và tên khác ghi trong tệp này vẫn được dùng. "
        "Nếu là hai văn bản khác nhau, hãy đưa vào bằng tệp .md có ghi so_ky_hieu và ngay ở đầu."
    )


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
