"""ZIP: the files in it, under names of our own, within bounds checked before anything inflates."""

from __future__ import annotations

import hashlib
import re
import stat
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile, ZipFile, ZipInfo

from ..errors import UnreadableFile
from .source import Tick

MOST_MEMBERS = 2_000
LARGEST_WHOLE = 500 * 1024 * 1024  # bytes, inflated
LARGEST_MEMBER = 100 * 1024 * 1024
HIGHEST_RATIO = 200  # as for Word files: real ones shrink 10 to 30 times
LONGEST_NAME = 200  # letters shown of a member's name
BLOCK = 1024 * 1024

ENCRYPTED = 0x1  # bit of a member's flags, by the ZIP specification 4.4.4

BROKEN = "Tệp ZIP bị hỏng ({why}). Hãy nén lại các tệp rồi thêm lại."
TOO_MANY = "Tệp ZIP có {count} tệp, quá mức {most}; hãy chia thành nhiều tệp nén nhỏ hơn."
TOO_LARGE = (
    "Tệp ZIP phình ra {size} MB khi giải nén, lớn bất thường nên không được mở. Hãy thêm thẳng "
    "các tệp bên trong."
)


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an archive."""

    name: str
    """As the archive writes it, made safe to show; never a path that is opened."""
    file: str
    """Name of the file it was written to; empty when it was not."""
    reason: str = ""
    """Why it was not written out."""


def unpack(path: Path, folder: Path, tick: Tick) -> tuple[Member, ...]:
    """Write the files of a ZIP into a folder, each named by its SHA-256; say which were left.

    Raises UnreadableFile for an archive that is broken or made to harm.
    """
    try:
        with ZipFile(path) as archive:
            parts = [part for part in archive.infolist() if not part.is_dir()]
            _check_sizes(parts, path.stat().st_size)
            members = []
            for done, part in enumerate(parts, 1):
                members.append(_write_out(archive, part, folder))
                tick(done, len(parts))
            return tuple(members)
    except (BadZipFile, EOFError, OSError, ValueError) as failure:
        raise UnreadableFile(BROKEN.format(why=type(failure).__name__)) from failure


def _check_sizes(parts: list[ZipInfo], packed: int) -> None:
    """Refuse an archive by what its directory says; zipfile inflates no more than that."""
    if len(parts) > MOST_MEMBERS:
        raise UnreadableFile(TOO_MANY.format(count=len(parts), most=MOST_MEMBERS))
    whole = sum(part.file_size for part in parts)
    if whole > LARGEST_WHOLE or whole > HIGHEST_RATIO * packed:
        raise UnreadableFile(TOO_LARGE.format(size=whole // 1024 // 1024))


def _write_out(archive: ZipFile, part: ZipInfo, folder: Path) -> Member:
    name = shown_name(part.filename)
    if reason := _why_not(part):
        return Member(name, "", reason)
    try:
        content = _inflate(archive, part)
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as failure:
        return Member(name, "", BROKEN.format(why=type(failure).__name__))
    suffix = Path(name).suffix.lower()[:12]
    file = f"{hashlib.sha256(content).hexdigest()}{suffix if suffix.isascii() else ''}"
    (folder / file).write_bytes(content)
    return Member(name, file)


def _why_not(part: ZipInfo) -> str:
    if part.flag_bits & ENCRYPTED:
        return "Tệp trong gói ZIP có mật khẩu. Hãy giải nén bằng mật khẩu rồi thêm tệp bên trong."
    if stat.S_ISLNK(part.external_attr >> 16):
        return "Trong gói ZIP đây chỉ là một lối tắt, không phải tệp. Hãy thêm chính tệp đó."
    if part.file_size > LARGEST_MEMBER or part.file_size > HIGHEST_RATIO * part.compress_size:
        return TOO_LARGE.format(size=part.file_size // 1024 // 1024)
    if part.filename.lower().endswith(".zip"):
        return "Gói ZIP nằm trong gói ZIP không được mở. Hãy giải nén rồi thêm tệp bên trong."
    return ""


def _inflate(archive: ZipFile, part: ZipInfo) -> bytes:
    """Return a member's bytes, never more than the directory promised."""
    with archive.open(part) as packed:
        content = packed.read(part.file_size + 1)
    if len(content) != part.file_size:
        raise BadZipFile("size")
    return content


def shown_name(name: str) -> str:
    """Return a name as it may be shown: no way up, no drive, no sign that turns or hides text."""
    parts = re.split(r"[/\\]", name)
    kept = [part for part in parts if part.strip(". ") and not re.fullmatch(r"[A-Za-z]:", part)]
    plain = "/".join("".join(c if c.isprintable() else "_" for c in part) for part in kept)
    return plain[-LONGEST_NAME:] or "khong-ten"
