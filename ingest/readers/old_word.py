"""DOC and RTF: read by antiword, or turned into DOCX by LibreOffice where that is at hand."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

from ..document import Reading
from ..errors import UnreadableFile
from .fonts import decode_font, font_code_of, note_of
from .letters import normalise
from .masthead import read_masthead
from .source import Source
from .word import read_docx

INSTALL = "sudo apt install antiword libreoffice-writer"
NOTHING_READS = (
    "Chưa có phần mềm đọc tệp Word đời cũ ({kind}). Hãy cài bằng lệnh: {install}; hoặc lưu lại "
    "tệp thành .docx."
)
NEEDS_OFFICE = (
    "Tệp dùng phông chữ đời cũ ({fonts}) hoặc có dạng chỉ LibreOffice mở được. Hãy cài bằng lệnh: "
    "sudo apt install libreoffice-writer; hoặc lưu lại tệp thành .docx."
)
BROKEN = (
    "Không đọc được tệp Word đời cũ này: tệp bị hỏng, có mật khẩu, hoặc không phải văn bản Word. "
    "Hãy mở bằng Word hoặc LibreOffice, bỏ mật khẩu và lưu lại thành .docx."
)
RTF_MARK = b"{\\rtf"
WORD_STREAM = "WordDocument".encode("utf-16-le")  # the part that every DOC has
PATIENCE = 50  # seconds; LibreOffice takes 2 to 8, the first start included

# Names of fonts lie in the table stream as UTF-16.
FONT_NAMES = re.compile(rb"(?:\.\0V\0n\0|V\0N\0I\0-\0)(?:[ -~]\0){1,30}")
PICTURE = re.compile(r"\[pic\]")
TABLE_ROW = re.compile(r"^\|(?P<cells>.*)\|$")


def read_old_word(source: Source) -> Reading:
    """Read a DOC or RTF file; raises UnreadableFile with the command where no program can.

    antiword first: it takes .02 s where LibreOffice takes 3. LibreOffice for RTF, for old fonts,
    whose names antiword does not tell, and for what antiword refuses.
    """
    is_doc = not source.data.startswith(RTF_MARK)
    if is_doc and WORD_STREAM not in source.data:  # rubbish LibreOffice would show
        raise UnreadableFile(BROKEN)
    fonts = _old_fonts(source.data)
    if is_doc and not fonts and shutil.which("antiword"):
        text = _run_antiword(source.data)
        if text.strip():
            return _as_reading(source, text)
    if shutil.which("soffice"):
        return _through_office(source)
    if fonts:
        raise UnreadableFile(NEEDS_OFFICE.format(fonts=", ".join(sorted(fonts))))
    if is_doc and shutil.which("antiword"):
        raise UnreadableFile(BROKEN)
    raise UnreadableFile(NOTHING_READS.format(kind=source.suffix or ".doc", install=INSTALL))


def _as_reading(source: Source, words: str) -> Reading:
    notes: tuple[str, ...] = ()
    if code := source.options.font_code:
        words, lost = decode_font(words, code, capitals=False)
        notes = note_of(Counter({code: sum(map(str.isalpha, words))}), lost)
    text = normalise("\n".join(_tidy(words)))
    return Reading(text, read_masthead(text, source.name), reader="antiword", notes=notes)


def _tidy(words: str) -> list[str]:
    """Return the lines without drawings of tables: a row of cells becomes one line."""
    lines = []
    for line in PICTURE.sub("", words).split("\n"):
        row = TABLE_ROW.match(line.strip())
        if row is None:
            lines.append(" ".join(line.split()))
            continue
        cells = [" ".join(cell.split()) for cell in row["cells"].split("|")]
        lines.append("  ".join(filter(None, cells)))
    return lines


def _old_fonts(data: bytes) -> set[str]:
    """The fonts of old codes that a DOC or an RTF names."""
    wide = (found[0].decode("utf-16-le") for found in FONT_NAMES.finditer(data))
    plain = (f[0].decode() for f in re.finditer(rb"(?:\.Vn|VNI-)[\w -]{1,30}", data[:100_000]))
    return {name.strip() for name in (*wide, *plain) if font_code_of(name)}


def _run_antiword(data: bytes) -> str:
    """Return the text antiword finds, one paragraph a line; empty where it finds none."""
    with tempfile.TemporaryDirectory(prefix="viendan-") as folder:
        file = Path(folder) / "van-ban.doc"
        file.write_bytes(data)
        command = ["antiword", "-m", "UTF-8.txt", "-w", "0", str(file)]
        try:
            done = subprocess.run(
                command, capture_output=True, timeout=PATIENCE, stdin=subprocess.DEVNULL
            )
        except subprocess.TimeoutExpired as failure:
            raise UnreadableFile(BROKEN) from failure
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""


def _through_office(source: Source) -> Reading:
    """Turn the file into DOCX with a LibreOffice that has a profile of its own, and read that."""
    with tempfile.TemporaryDirectory(prefix="viendan-") as folder:
        suffix = ".rtf" if source.data.startswith(RTF_MARK) else ".doc"
        file = Path(folder) / f"van-ban{suffix}"
        file.write_bytes(source.data)
        command = [
            "soffice", f"-env:UserInstallation=file://{folder}/ho-so", "--headless",
            "--convert-to", "docx", "--outdir", folder, str(file),
        ]  # fmt: skip
        try:
            subprocess.run(command, capture_output=True, timeout=PATIENCE, stdin=subprocess.DEVNULL)
            data = file.with_suffix(".docx").read_bytes()
        except (subprocess.TimeoutExpired, OSError) as failure:
            raise UnreadableFile(BROKEN) from failure
    reading = read_docx(replace(source, data=data))
    return replace(reading, reader="LibreOffice, python-docx")
