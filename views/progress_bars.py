"""How far a long task has come, on the command line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bars

from index import Progress

from .markup import visible


@contextmanager
def show_progress(console: Console, *, quiet: bool) -> Iterator[Progress]:
    """A bar for each step on the terminal; nothing when the output is for a program."""
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Bars(*columns, console=console, disable=quiet, transient=True) as bars:
        tasks: dict[str, Any] = {}

        def show(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bars.add_task(visible(step), total=None)
            bars.update(tasks[step], completed=done, total=total or None)

        yield show
