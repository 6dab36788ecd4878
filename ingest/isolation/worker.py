"""One child process and the pipe to it; a child that dies or hangs is replaced by a new one."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from typing import Any

from ..errors import MissingProgram, PicturedPages, UnreadableFile
from ..readers import Tick, ignore_ticks
from .answers import TOO_BIG, Done, Refused, Ticked, read_answer
from .limits import Limits
from .memory import resident_of_group

TOO_LONG = (
    "Tệp đòi quá nhiều thời gian tính ở một bước đọc, nên bị dừng lại. Hãy mở bằng phần mềm đã "
    "tạo ra nó, lưu lại hoặc tách nhỏ rồi thêm lại."
)
DIED = (
    "Chương trình đọc bị tệp này làm hỏng ({how}), kho không bị ảnh hưởng. Hãy mở bằng phần mềm "
    "đã tạo ra nó và lưu lại."
)
BETWEEN_LOOKS = 0.1  # seconds; a look at the memory takes 2 to 5 ms
# One thread each: both cores are used by two children, and tesseract stalls on more.
ONE_THREAD: Mapping[str, str] = dict.fromkeys(
    ("OMP_THREAD_LIMIT", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1"
)


class Worker:
    """A child process that parses; made anew when a file has ended it."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._connection: Connection | None = None
        self._retired = False
        self._tasks = 0  # given to the child that runs, or ran last
        self._changing = threading.Lock()

    def run(
        self, task: str, values: tuple[object, ...], limits: Limits, tick: Tick = ignore_ticks
    ) -> Any:
        """Have one task done and return its result; raises UnreadableFile when there is none.

        Where a child that has worked before takes too much memory, a new one tries again: what
        earlier files have left behind is not this one's.
        """
        while True:
            try:
                return self._run(task, values, limits, tick)
            except UnreadableFile as failure:
                if str(failure) != TOO_BIG or self._tasks == 1:
                    raise

    def _run(self, task: str, values: tuple[object, ...], limits: Limits, tick: Tick) -> Any:
        try:
            connection = self._connect()
            self._tasks += 1
            connection.send_bytes(pickle.dumps((task, values)))
            latest = time.monotonic() + limits.whole
            while True:
                left = min(limits.patience, latest - time.monotonic())
                self._await_answer(connection, left, limits.together)
                answer = read_answer(connection.recv_bytes())
                if isinstance(answer, Ticked):
                    tick(answer.done, answer.total)
                    continue
                if isinstance(answer, Refused) and answer.sentence == TOO_BIG:
                    self.stop()  # what is left of its memory is not to be trusted
                return _result(answer)
        except (EOFError, OSError, pickle.UnpicklingError) as failure:
            raise UnreadableFile(self._obituary(failure)) from failure
        except UnreadableFile:
            raise
        except BaseException:  # a page that was left, Ctrl-C: the answer would come too late
            self.stop()
            raise

    @property
    def child(self) -> int:
        """Process id of the child; 0 where none runs."""
        return self._process.pid if self._process else 0

    def retire(self) -> None:
        """End the child for good; no new one takes its place."""
        with self._changing:
            self._retired = True
            self.stop()

    def stop(self) -> None:
        """End the child and whatever it has started."""
        process, self._process = self._process, None
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        if process is not None:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    def _await_answer(self, connection: Connection, seconds: float, together: int) -> None:
        """Wait for a word of the child; stop it when none comes, or when it grows too large."""
        latest = time.monotonic() + seconds
        was_large = False
        while (left := latest - time.monotonic()) > 0:
            if connection.poll(min(left, BETWEEN_LOOKS)):
                return
            is_large = resident_of_group(self.child) > together
            if is_large and was_large:  # once may be the moment at which a program is started
                self.stop()
                raise UnreadableFile(TOO_BIG)
            was_large = is_large
        self.stop()
        raise UnreadableFile(TOO_LONG)

    def _connect(self) -> Connection:
        with self._changing:
            if self._retired:
                raise EOFError
            if self._connection is not None and self._process and self._process.poll() is None:
                return self._connection
            self.stop()
            return self._start()

    def _start(self) -> Connection:
        ours, theirs = Pipe()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "ingest.isolation.child", str(theirs.fileno())],
                pass_fds=(theirs.fileno(),),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env={**os.environ, **ONE_THREAD},
                start_new_session=True,
            )
        self._connection, self._tasks = ours, 0
        return ours

    def _obituary(self, failure: BaseException) -> str:
        process = self._process
        code = process.wait() if process and isinstance(failure, EOFError) else None
        self.stop()
        if code == -signal.SIGXCPU:
            return TOO_LONG
        return DIED.format(how=_cause(code) if code else type(failure).__name__)


def _result(answer: Done | Refused) -> Any:
    if isinstance(answer, Done):
        return answer.result
    if answer.pages:
        raise PicturedPages(answer.sentence, answer.pages)
    raise (MissingProgram if answer.program_missing else UnreadableFile)(answer.sentence)


def _cause(code: int) -> str:
    return signal.Signals(-code).name if code < 0 else f"mã {code}"
