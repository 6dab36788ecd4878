"""How much memory a child and the programs it has started hold together."""

from __future__ import annotations

import os
from pathlib import Path

PAGE = os.sysconf("SC_PAGE_SIZE")
GROUP, RESIDENT = 2, 21  # fields of /proc/PID/stat behind the name of the program, counted from 0


def resident_of_group(group: int) -> int:
    """Bytes resident of every process of a group; 0 where the system does not tell."""
    known = map(_group_and_pages, _processes())
    return sum(pages * PAGE for owner, pages in known if owner == group)


def peak_of(process: int) -> int:
    """The most bytes a process has had resident; 0 for one that has ended."""
    try:
        lines = Path(f"/proc/{process}/status").read_text(encoding="utf-8").split("\n")
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM")), 0)


def _processes() -> list[str]:
    try:
        return [name for name in os.listdir("/proc") if name.isdigit()]  # noqa: PTH208
    except OSError:
        return []


def _group_and_pages(process: str) -> tuple[int, int]:
    try:
        said = Path(f"/proc/{process}/stat").read_bytes()
    except OSError:  # it has ended meanwhile
        return 0, 0
    fields = said[said.rindex(b")") + 1 :].split()  # a name may hold spaces and brackets
    return int(fields[GROUP]), int(fields[RESIDENT])
