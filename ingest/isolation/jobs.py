"""Several children at work: files are parsed ahead, pictured pages recognised side by side."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass, replace
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from ..document import Document
from ..errors import PicturedPages, UnreadableFile
from ..readers import Member, Options, Tick, ignore_ticks
from .limits import READING, RECOGNITION, Limits
from .worker import Worker

CHILDREN = min(4, os.cpu_count() or 1)  # each can take half a gigabyte
ROUNDS = 4  # a doubtful file asks for a sample of its pages first, then for the rest


class Workshop:
    """Child processes, started when there is work; use it as a context."""

    def __init__(self, children: int = CHILDREN) -> None:
        self._free: SimpleQueue[Worker] = SimpleQueue()
        self._workers = [Worker() for _ in range(children)]
        for worker in self._workers:
            self._free.put(worker)
        # A thread only waits for its child's answer.
        self._threads = ThreadPoolExecutor(children)

    def __enter__(self) -> Workshop:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the children; what they are at is dropped."""
        for worker in self._workers:
            worker.retire()
        self._threads.shutdown(cancel_futures=True)

    @property
    def children(self) -> list[int]:
        """Process ids of the children that run now."""
        return [worker.child for worker in self._workers if worker.child]

    def begin(self, path: Path, options: Options) -> Job:
        """Begin to parse a file; pages recognised before are taken from `options.recognised`."""
        return Job(self, path, options, self._start("parse", (path, options), READING))

    def render(self, path: Path, page: int, width: int) -> bytes:
        """A page of a PDF as a PNG picture `width` pixels wide; raises UnreadableFile."""
        picture: bytes = self._start("render", (path, page, width), READING).result()
        return picture

    def unpack(self, path: Path, folder: Path) -> tuple[Member, ...]:
        """The files in a ZIP, written into a folder under names of our own."""
        members: tuple[Member, ...] = self._start("unpack", (path, folder), READING).result()
        return members

    def recognise(self, path: Path, pages: Iterable[int], folder: Path, tick: Tick) -> None:
        """Recognise pictured pages side by side; those that are done stay done."""
        folder.mkdir(parents=True, exist_ok=True)
        started = [self._start("recognise", (path, page, folder), RECOGNITION) for page in pages]
        tick(0, len(started))
        try:
            for done, page in enumerate(as_completed(started), 1):
                page.result()
                tick(done, len(started))
        finally:
            for page in started:
                page.cancel()

    def _start(self, task: str, values: tuple[object, ...], limits: Limits) -> Future[Any]:
        return self._threads.submit(self._run, task, values, limits)

    def _run(self, task: str, values: tuple[object, ...], limits: Limits) -> Any:
        worker = self._free.get()
        try:
            return worker.run(task, values, limits)
        finally:
            self._free.put(worker)


@dataclass(slots=True)
class Job:
    """A file that is being parsed."""

    workshop: Workshop
    path: Path
    options: Options
    parsed: Future[Any]

    def result(self, tick: Tick = ignore_ticks) -> Document:
        """Wait for the document; `tick` is told of pages recognised on the way.

        Raises UnreadableFile with the reason and the cure.
        """
        for _ in range(ROUNDS):
            try:
                document: Document = self.parsed.result()
                return document
            except PicturedPages as pictured:
                if self.options.recognised is None:
                    raise
                folder = self.options.recognised
                self.workshop.recognise(self.path, pictured.pages, folder, tick)
                self.parsed = self.workshop.begin(self.path, self.options).parsed
        raise UnreadableFile(
            "Không nhận dạng được hết các trang ảnh của tệp. Hãy thử lại, hoặc dùng bản Word."
        )


def parse_apart(path: Path, options: Options | None = None, tick: Tick = ignore_ticks) -> Document:
    """Parse one file in a child process; raises UnreadableFile with the reason and the cure."""
    options = options or Options()
    with Workshop() as workshop, tempfile.TemporaryDirectory() as folder:
        if options.recognised is None:
            options = replace(options, recognised=Path(folder))
        return workshop.begin(path, options).result(tick)


def render_apart(path: Path, page: int, width: int) -> bytes:
    """One page of a PDF as a PNG picture, made in a child process; raises UnreadableFile."""
    with Workshop(children=1) as workshop:
        return workshop.render(path, page, width)
