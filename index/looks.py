"""Uploads looked at before they are kept: what was understood, and how it stands to the store."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from ingest import Document, Job, Member, Metadata, Options, UnreadableFile, Workshop, key_of

from .archives import is_archive, stamps_of
from .caches import Progress, ignore_progress
from .documents import get_document
from .editions import Standing, articles_of, compare, identify
from .identities import under_held_id
from .intake import AHEAD, READING, RECOGNISING
from .originals import recognised_pages
from .passages import name_of
from .stamps import Stamp, named
from .truth import Truth, open_to_read
from .uploads import Upload

SAME_BYTES = "Đúng tệp này đã có trong kho («{name}»); không cần thêm lần nữa."
TWIN_BYTES = "Trùng nội dung với «{name}» trong gói; chỉ một tệp được giữ."
TWIN = (
    "Cùng là một văn bản với «{name}» trong gói; kho giữ bản đủ hơn, hoặc cả hai nếu là hai phần "
    "khác nhau."
)


@dataclass(frozen=True, slots=True)
class Glance:
    """What was understood of one file in a ZIP, in short: a ZIP may hold two thousand."""

    name: str
    """As the ZIP calls it."""
    about: Metadata | None = None
    articles: int = 0
    citations: int = 0
    reason: str = ""
    """Why it cannot be read."""
    standing: str = ""
    """As of a Look."""
    brings: bool = False
    """As of a Look."""


@dataclass(frozen=True, slots=True)
class Look:
    """What was understood of an upload, before it is kept."""

    upload: Upload
    document: Document | None = None
    reason: str = ""
    """Why it cannot be read."""
    standing: str = ""
    """How it stands to what the store holds, as a sentence; empty for a document that is new."""
    is_known: bool = False
    """The very same bytes are in the store already."""
    brings: bool = False
    """Keeping it brings a text that the store does not hold."""
    members: tuple[Glance, ...] = ()
    """The files in a ZIP."""

    @property
    def articles(self) -> int:
        """How many điều the document itself has."""
        return len(articles_of(self.document)) if self.document else 0


def look_at(kb: Path, upload: Upload, progress: Progress = ignore_progress) -> Look:
    """Parse an upload in a child process and say how it stands to what the store holds.

    Of a ZIP, each file in it; nothing of it stays unpacked.
    """
    with closing(open_to_read(kb)) as truth, Workshop() as workshop:
        if twin := _held_bytes(truth, upload.sha256):
            return Look(upload, standing=SAME_BYTES.format(name=twin), is_known=True)
        try:
            if is_archive(upload.file):
                glances = tuple(_Opened(truth, workshop, upload, progress).look())
                return Look(upload, brings=any(one.brings for one in glances), members=glances)
            pages = recognised_pages(kb, upload.sha256)
            job = workshop.begin(upload.file, Options(upload.name, upload.font_code, pages))
            document = _result(job, upload.name, progress)
        except UnreadableFile as failure:
            return Look(upload, reason=str(failure))
        standing, brings = _standing(truth, document)
        return Look(upload, document, standing=standing, brings=brings)


@dataclass(slots=True)
class _Opened:
    """A ZIP that is being looked through, with the files and documents met in it so far."""

    truth: Truth
    workshop: Workshop
    upload: Upload
    progress: Progress
    files: dict[str, str] = field(default_factory=dict)
    """SHA-256 to name."""
    numbered: dict[str, list[tuple[Metadata, str]]] = field(default_factory=dict)
    """Documents by the key of their number, each with its file's name."""

    def look(self) -> Iterator[Glance]:
        """Look at one file after another in the ZIP's order, a few read ahead."""
        with TemporaryDirectory(prefix="viendan-") as unpacked:
            folder = Path(unpacked)
            members = self.workshop.unpack(self.upload.file, folder)
            archive = Stamp(folder, self.upload.file, self.upload.file, self.upload.name)
            begun: deque[tuple[str, Job | Glance]] = deque()
            for done, stamp in enumerate(stamps_of(archive, members, folder)):
                self.progress(READING, done, len(members))
                name = stamp.name.removeprefix(f"{self.upload.name}/")
                begun.append((name, self._begin(name, stamp, members[done])))
                while len(begun) > AHEAD:
                    yield self._end(*begun.popleft())
            while begun:
                yield self._end(*begun.popleft())

    def _begin(self, name: str, stamp: Stamp, member: Member) -> Job | Glance:
        if member.reason:
            return Glance(name, reason=member.reason)
        if held := _held_bytes(self.truth, stamp.sha256):
            return Glance(name, standing=SAME_BYTES.format(name=held))
        if first := self.files.get(stamp.sha256):
            return Glance(name, standing=TWIN_BYTES.format(name=first))
        self.files[stamp.sha256] = name
        pages = recognised_pages(self.truth.folder, stamp.sha256)
        return self.workshop.begin(stamp.file, Options(name, self.upload.font_code, pages))

    def _end(self, name: str, begun: Job | Glance) -> Glance:
        if isinstance(begun, Glance):
            return begun
        try:
            document = _result(begun, name, self.progress)
        except UnreadableFile as failure:
            return Glance(name, reason=str(failure))
        standing, brings = _standing(self.truth, document)
        if twin := self._twin(document.about, name):
            standing = " ".join(filter(None, (standing, TWIN.format(name=twin))))
        articles, citations = len(articles_of(document)), len(document.citations)
        return Glance(name, document.about, articles, citations, standing=standing, brings=brings)

    def _twin(self, about: Metadata, name: str) -> str:
        """The file, met before in this ZIP, of the same document."""
        if not about.number:
            return ""
        alike = self.numbered.setdefault(key_of(about.number), [])
        about = identify(about, [other for other, _ in alike], None)
        twin = next((file for other, file in alike if other.id == about.id), "")
        alike.append((about, name))
        return twin


def _result(job: Job, name: str, progress: Progress) -> Document:
    step = RECOGNISING.format(name=name)
    return job.result(lambda done, total: progress(step, done, total))


def _held_bytes(truth: Truth, sha256: str) -> str:
    """The name of the same file in the store, a ZIP included; empty where there is none."""
    row = truth.one("SELECT * FROM files WHERE sha256 = ? AND reason = ''", sha256)
    return named(row) if row else ""


def _standing(truth: Truth, document: Document) -> tuple[str, bool]:
    """How a document stands to the store's own of the same name, and whether it brings a text."""
    document = under_held_id(truth, document, None)
    held = get_document(truth, document.about.id)
    if held is None:
        return "", True
    what = f"«{name_of(held.about)}»"
    edition = str(held.about.edition)
    sentences = {
        Standing.RICHER: f"Sẽ thay bản {edition} {what} đang có trong kho.",
        Standing.PART: f"Là một phần khác của {what} đang có trong kho; sẽ được giữ cạnh nhau.",
        Standing.POORER: f"Kho đã có bản {edition} {what} và tệp này không có thêm điều nào.",
    }
    standing = compare(document, held)
    return sentences[standing], standing is not Standing.POORER
