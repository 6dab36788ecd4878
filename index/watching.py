"""A watched folder: told each time that files in it came, changed or went, once all is still."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from ingest import MissingFolder

STILL = 1_600  # milliseconds without a change: a file being copied is not read half-way


def changes_in(paths: Sequence[Path]) -> Iterator[int]:
    """Yield how many files changed, each time; ends on Ctrl-C. Raises MissingFolder."""
    import watchfiles

    for path in paths:
        if not path.exists():
            raise MissingFolder(f"Không có «{path}»; hãy kiểm tra đường dẫn rồi chạy lại.")
    for changes in watchfiles.watch(*paths, debounce=STILL * 4, step=STILL, raise_interrupt=False):
        yield len(changes)
