"""One ingest under way: each file is taken in, left as it is, or set aside with its reason."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from sqlite3 import Row
from tempfile import TemporaryDirectory

from ingest import (
    Document,
    FontCode,
    Job,
    MissingProgram,
    Options,
    UnreadableFile,
    Workshop,
    shown_name,
)

from .archives import is_archive, stamps_of
from .caches import Progress
from .corrections import put_as_read, with_corrections
from .documents import get_document, put_document, remove_document
from .editions import Standing, as_part, compare, with_names_of
from .former_ids import put_former_id
from .identities import already_held, file_of, under_held_id
from .originals import keep_original, make_folders, recognised_pages, sweep_originals
from .passages import segmented
from .report import Report
from .stamps import (
    Stamp,
    files_inside,
    is_same_state,
    known_file,
    must_read_again,
    named,
    put_file,
    sha256_of,
    shown,
)
from .statements import put_statements
from .truth import Truth

LARGEST_FILE = 300_000_000  # bytes; the largest official file met has 40 MB
AHEAD = 4  # files read ahead of the one that is stored: the children never wait

READING = "Đọc tệp"
RECOGNISING = "Nhận dạng chữ: {name}"
TOO_LARGE = f"Tệp nặng {{size}} MB, quá mức {LARGEST_FILE // 1_000_000} MB; hãy tách nhỏ tệp."


class Intake:
    """The truth that is written, the files so far, and the report."""

    def __init__(self, truth: Truth, kb: Path, names: Mapping[Path, str]) -> None:
        self.truth, self.kb, self.names, self.report = truth, kb, names, Report()
        self.workshop = Workshop()
        self.unpacked = TemporaryDirectory(prefix="viendan-")
        self.id = 0

    def close(self) -> None:
        """End the child processes and drop what was unpacked."""
        self.workshop.close()
        self.unpacked.cleanup()

    def start(self, roots: Sequence[Path]) -> None:
        make_folders(self.kb)
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
        sweep_originals(self.truth, self.kb)
        with self.truth.commit() as revision:
            self.truth.change("DELETE FROM vectors WHERE hash NOT IN (SELECT hash FROM passages)")
            self.truth.change(
                "UPDATE runs SET finished = ?, report = ? WHERE id = ?",
                datetime.now().isoformat(timespec="seconds"),
                json.dumps(self.report.record(), ensure_ascii=False),
                self.id,
            )
            self.report.revision = revision

    def take_out_missing(self, roots: Sequence[Path], present: set[Path]) -> None:
        """Take out what stood in these folders and has gone; a file of a ZIP goes with its ZIP."""
        names = {shown(path) for path in present}
        for row in self.truth.all("SELECT * FROM files"):
            places = (Path(row["path"]), *Path(row["path"]).parents)
            here = any(root in places for root in roots)
            if here and not any(str(place) in names for place in places):
                self._take_out(row)

    def _take_out(self, row: Row) -> None:
        with self.truth.commit() as revision:
            if row["document"] and not row["reason"]:
                remove_document(self.truth, row["document"], revision)
            self.truth.change("DELETE FROM files WHERE path = ?", row["path"])
        self.report.removed.append(row["path"])

    def take_in_all(self, found: Sequence[tuple[Path, Path]], progress: Progress) -> None:
        """Read what changed, a few files ahead of the one that is being stored."""
        begun: deque[_Begun] = deque()
        for done, (root, path) in enumerate(found):
            progress(READING, done, len(found))
            begun.extend(self._begin(root, path))
            while len(begun) > AHEAD:
                self._end(begun.popleft(), progress)
        while begun:
            self._end(begun.popleft(), progress)
        progress(READING, len(found), len(found))

    def _begin(self, root: Path, path: Path) -> Iterator[_Begun]:
        """Begin to read a file that changed, or the files of a ZIP; leave what is known."""
        stamp = Stamp(root, Path(shown(path)), path, self.names.get(path) or shown_name(path.name))
        if shown(path) != str(path):
            self._set_aside(stamp, "Tên tệp có ký tự hỏng; hãy đổi tên tệp rồi chạy lại.")
            return
        known = known_file(self.truth, path)
        if known and path not in self.names:
            stamp = replace(stamp, name=named(known))
        try:
            stat = path.stat()
            if stat.st_size > LARGEST_FILE:
                raise UnreadableFile(TOO_LARGE.format(size=stat.st_size // 1_000_000))
            inside = files_inside(self.truth, path) if is_archive(path) else []
            rows = [known, *inside] if known else []
            if rows and all(is_same_state(row, stat.st_size, stat.st_mtime_ns) for row in rows):
                for row in rows:
                    self._leave(row)
                return
            digest = sha256_of(path)
            stamp = replace(stamp, sha256=digest, size=stat.st_size, mtime_ns=stat.st_mtime_ns)
            yield from self._begin_archive(stamp) if is_archive(path) else self._begin_file(stamp)
        except UnreadableFile as failure:
            self._set_aside(stamp, str(failure))
        except OSError as failure:
            reason = f"Không mở được tệp ({failure.strerror}); hãy kiểm tra quyền đọc."
            self._set_aside(stamp, reason)

    def _begin_file(self, stamp: Stamp, code: FontCode | None = None) -> Iterator[_Begun]:
        known = known_file(self.truth, stamp.path)
        if known and known["sha256"] == stamp.sha256 and not must_read_again(known):
            with self.truth.commit():
                put_file(self.truth, stamp, known["document"], known["reason"])
            self._leave(known)
            return
        options = Options(stamp.name, code, recognised_pages(self.kb, stamp.sha256))
        options = with_corrections(options, self.truth, stamp.sha256)
        yield _Begun(stamp, self.workshop.begin(stamp.file, options))

    def _begin_archive(self, stamp: Stamp) -> Iterator[_Begun]:
        """Begin to read the files of a ZIP; its own record comes last, when all are stored."""
        folder = Path(self.unpacked.name) / stamp.sha256
        folder.mkdir(exist_ok=True)
        code = with_corrections(Options(), self.truth, stamp.sha256).font_code
        members = self.workshop.unpack(stamp.file, folder)
        stamps = stamps_of(stamp, members, folder)
        paths = {str(one.path) for one in stamps}
        for row in files_inside(self.truth, stamp.path):
            if row["path"] not in paths:
                self._take_out(row)
        for one, member in zip(stamps, members, strict=True):
            if member.reason:
                self._set_aside(one, member.reason)
            else:
                yield from self._begin_file(one, code)
        yield _Begun(stamp, None)

    def _leave(self, known: Row) -> None:
        if known["reason"]:
            self.report.set_aside.append((known["path"], known["reason"]))
        elif known["document"]:
            self.report.unchanged.append(known["path"])

    def _end(self, begun: _Begun, progress: Progress) -> None:
        stamp = begun.stamp
        if begun.job is None:
            with self.truth.commit():
                put_file(self.truth, stamp, None, "")
            return
        step = RECOGNISING.format(name=stamp.name)
        try:
            document = begun.job.result(lambda done, total: progress(step, done, total))
        except UnreadableFile as failure:
            again = isinstance(failure, MissingProgram)
            self._set_aside(stamp, str(failure), retry=again)
            return
        known = known_file(self.truth, stamp.path)
        document = under_held_id(self.truth, document, known)
        other = file_of(self.truth, document.about.id)
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
            self._set_aside(stamp, already_held(document, other, stamp.sha256), retry=True)
            self._lend(stamp, document, held)

    def _keep(
        self,
        stamp: Stamp,
        known: Row | None,
        document: Document,
        *,
        poorer: Row | None = None,
        sister: Document | None = None,
    ) -> None:
        """Store a document; a poorer edition gives way, another part of it is named as a part."""
        keep_original(self.kb, stamp)
        id = document.about.id
        with self.truth.commit() as revision:
            if known and known["document"] and known["document"] != id and not known["reason"]:
                remove_document(self.truth, known["document"], revision)
                if known["sha256"] == stamp.sha256:  # read otherwise: still the same document
                    put_former_id(self.truth, known["document"], id)
            put_document(self.truth, document, segmented(document), revision)
            put_file(self.truth, stamp, id, "")
            put_as_read(self.truth, stamp.sha256, document)
            put_statements(self.truth, str(stamp.path), document)
            if sister:
                part = as_part(sister, own_id=False)
                put_document(self.truth, part, segmented(part), revision)
            if poorer:
                self._give_way(poorer, stamp)
        was_kept = known is not None and not known["reason"]
        (self.report.changed if was_kept else self.report.added).append(str(stamp.path))

    def _set_aside(self, stamp: Stamp, reason: str, *, retry: bool = False) -> None:
        """Note why a file is not in the store; what it held before leaves the store."""
        known = known_file(self.truth, stamp.path)
        with self.truth.commit() as revision:
            if known and known["document"] and not known["reason"]:
                remove_document(self.truth, known["document"], revision)
            put_file(self.truth, stamp, None, reason, retry=retry)
        self.report.set_aside.append((str(stamp.path), reason))

    def _lend(self, stamp: Stamp, poorer: Document, held: Document) -> None:
        """Keep what a poorer edition knows besides its text: its statements and other names."""
        richer = with_names_of(poorer, held)
        with self.truth.commit() as revision:
            put_statements(self.truth, str(stamp.path), poorer)
            if richer != held:
                put_document(self.truth, richer, segmented(richer), revision)

    def _give_way(self, poorer: Row, stamp: Stamp) -> None:
        reason = f"Đã có bản đầy đủ hơn của cùng văn bản: «{stamp.name}»."
        self.truth.change(
            "UPDATE files SET reason = ?, retry = 1, document = NULL WHERE path = ?",
            reason,
            poorer["path"],
        )
        if poorer["path"] not in self.report.added:
            self.report.replaced.append((poorer["path"], str(stamp.path)))
        self.report.set_aside.append((poorer["path"], reason))
        for group in (self.report.added, self.report.changed, self.report.unchanged):
            if poorer["path"] in group:
                group.remove(poorer["path"])


@dataclass(frozen=True, slots=True)
class _Begun:
    """A file that is being read; without a job, a ZIP whose files come before it."""

    stamp: Stamp
    job: Job | None
