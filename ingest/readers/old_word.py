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
from ..errors import MissingProgram, UnreadableFile
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
OTHER_KINDS = {
    "Workbook": "bảng tính Excel (.xls)",
    "Book": "bảng tính Excel (.xls)",
    "PowerPoint Document": "bản trình chiếu PowerPoint (.ppt)",
    "EncryptedPackage": "tệp Office có mật khẩu",
}
"""What an OLE2 file is that is no DOC, by the name of its main stream."""
OTHER_KIND = (
    "Đây là {kind}, không phải văn bản Word. Hãy lưu lại thành .docx hoặc PDF, không mật khẩu."
)
LOCKED = "Tệp Word có mật khẩu nên không đọc được. Hãy mở bằng Word, bỏ mật khẩu và lưu lại."
LISTED_ONLY = (
    "Tệp có khai báo phông đời cũ ({fonts}) nhưng chữ đọc được đều là Unicode; nếu thấy chữ sai, "
    "hãy cài LibreOffice: sudo apt install libreoffice-writer."
)
BROKEN = (
    "Không đọc được tệp Word đời cũ này: tệp bị hỏng, có mật khẩu, hoặc không phải văn bản Word. "
    "Hãy mở bằng Word hoặc LibreOffice, bỏ mật khẩu và lưu lại thành .docx."
)
RTF_MARK = b"{\\rtf"
WORD_STREAM = "WordDocument".encode("utf-16-le")  # the part that every DOC has
HEAD_WITHIN = 65_536  # bytes; Word writes the head of its main stream first
PATIENCE = 50  # seconds; LibreOffice takes 2 to 8, the first start included

# Names of fonts lie in the table stream as UTF-16.
FONT_NAMES = re.compile(rb"(?:\.\0V\0n\0|V\0N\0I\0-\0)(?:[ -~]\0){1,30}")
# Letters of the old codes that Unicode Vietnamese never has; a line in an old font holds one.
OLD_SIGNS = re.compile("[¸ÆÇËÎÏÑÖØÜÞßäåæçëîïñöøûüþ]")
PICTURE = re.compile(r"\[pic\]")
TABLE_ROW = re.compile(r"^\|(?P<cells>.*)\|$")


def read_old_word(source: Source) -> Reading:
    """Read a DOC or RTF file; raises UnreadableFile with the command where no program can.

    antiword first: it takes .02 s where LibreOffice takes 1 to 5. On ten real files the two gave
    the same letters and numbers in nine; in the tenth antiword lost the words of its drawings.
    LibreOffice for RTF, for old fonts, whose names antiword does not tell, and for what antiword
    refuses.
    """
    is_doc = not source.data.startswith(RTF_MARK)
    if is_doc and WORD_STREAM not in source.data:  # rubbish LibreOffice would show
        raise UnreadableFile(_name_other_kind(source.data))
    if is_doc and _is_locked(source.data):
        raise UnreadableFile(LOCKED)
    fonts = _old_fonts(source.data)
    has_office = shutil.which("soffice") is not None
    if is_doc and shutil.which("antiword") and not (fonts and has_office):
        text = _run_antiword(source.data)
        if text.strip() and not (fonts and OLD_SIGNS.search(text)):
            reading = _as_reading(source, text)
            listed = (LISTED_ONLY.format(fonts=", ".join(sorted(fonts))),) if fonts else ()
            return replace(reading, notes=(*reading.notes, *listed))
    if has_office:
        return _through_office(source)
    if fonts:
        raise MissingProgram(NEEDS_OFFICE.format(fonts=", ".join(sorted(fonts))))
    if is_doc and shutil.which("antiword"):
        raise UnreadableFile(BROKEN)
    raise MissingProgram(NOTHING_READS.format(kind=source.suffix or ".doc", install=INSTALL))


def _name_other_kind(data: bytes) -> str:
    """Say what a file without Word's main stream is."""
    for stream, kind in OTHER_KINDS.items():
        if stream.encode("utf-16-le") + b"\0\0" in data:
            return OTHER_KIND.format(kind=kind)
    return BROKEN


def _is_locked(data: bytes) -> bool:
    """Tell whether a DOC is encrypted: bit 8 of the flags in the head of its main stream.

    The head is found by its mark 0xA5EC at the start of a sector of 512 bytes.
    """
    for at in range(512, min(len(data), HEAD_WITHIN), 512):
        if data[at : at + 2] == b"\xec\xa5":
            return bool(data[at + 11] & 0x01) if len(data) > at + 11 else False
    return False


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
