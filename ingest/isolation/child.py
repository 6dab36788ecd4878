"""What runs in a child process: one task after another, each with its answer.

Started as `python -m ingest.isolation.child N`, N being the descriptor of the pipe to the parent.
"""

from __future__ import annotations

import dataclasses
import pickle
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from ..errors import MissingProgram, PicturedPages, UnreadableFile
from ..parsing import parse
from ..readers import Options, recognise_page, render_page, unpack
from .answers import TOO_BIG, Answer, Done, Refused, Ticked
from .limits import READING, RECOGNITION, Limits, grant_seconds, limit_process


def _parse(ticking: Callable[[int, int], None], path: Path, options: Options) -> Any:
    return parse(path, dataclasses.replace(options, tick=ticking))


def _recognise(_ticking: Callable[[int, int], None], path: Path, page: int, folder: Path) -> Any:
    recognise_page(path, page, folder)


def _render(_ticking: Callable[[int, int], None], path: Path, page: int, width: int) -> Any:
    return render_page(path, page, width)


def _unpack(ticking: Callable[[int, int], None], path: Path, folder: Path) -> Any:
    return unpack(path, folder, ticking)


TASKS: dict[str, tuple[Callable[..., Any], Limits]] = {
    "parse": (_parse, READING),
    "recognise": (_recognise, RECOGNITION),
    "render": (_render, READING),
    "unpack": (_unpack, READING),
}
"""What a child can be asked for, and what each step of it may take."""


def serve(connection: Connection) -> None:
    """Carry out tasks until the parent hangs up."""
    limit_process(READING)
    while True:
        try:
            name, values = pickle.loads(connection.recv_bytes())
        except EOFError:
            return
        connection.send_bytes(pickle.dumps(_carry_out(connection, name, values)))


def _carry_out(connection: Connection, name: str, values: tuple[Any, ...]) -> Answer:
    run, limits = TASKS[name]

    def ticking(done: int, total: int) -> None:
        grant_seconds(limits.seconds)
        connection.send_bytes(pickle.dumps(Ticked(done, total)))

    grant_seconds(limits.seconds)
    try:
        return Done(run(ticking, *values))
    except PicturedPages as pictured:
        return Refused(str(pictured), pictured.pages)
    except UnreadableFile as refused:
        return Refused(str(refused), program_missing=isinstance(refused, MissingProgram))
    except MemoryError:
        return Refused(TOO_BIG)
    except Exception as bug:  # the batch goes on whatever one file does to us
        return Refused(f"Lỗi không lường trước khi đọc tệp ({type(bug).__name__}: {bug}).")


if __name__ == "__main__":
    serve(Connection(int(sys.argv[1])))
