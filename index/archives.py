"""The files of a ZIP as files of the store."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ingest import Member

from .stamps import Stamp

SUFFIX = ".zip"


def is_archive(path: Path) -> bool:
    """Tell whether a file is to be unpacked, by its name; what it is shows when it is opened."""
    return path.suffix.lower() == SUFFIX


def stamps_of(archive: Stamp, members: Sequence[Member], folder: Path) -> list[Stamp]:
    """The files of a ZIP, each under the ZIP's path; one that repeats a name gets a number."""
    seen: dict[str, int] = {}
    stamps = []
    for member in members:
        count = seen[member.name] = seen.get(member.name, 0) + 1
        suffix = Path(member.name).suffix  # it tells how the file is read
        whole = member.name.removesuffix(suffix)
        name = member.name if count == 1 else f"{whole} ({count}){suffix}"
        stamps.append(
            Stamp(
                root=archive.root,
                path=archive.path / name,
                file=folder / member.file,
                name=f"{archive.name}/{name}",
                sha256=Path(member.file).stem,
                size=archive.size,
                mtime_ns=archive.mtime_ns,
            )
        )
    return stamps
