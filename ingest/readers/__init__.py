"""One reader a kind of file; `read` picks it by what the file is, not only by its name."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from ..document import Reading
from ..errors import UnreadableFile
from .archive import Member, shown_name, unpack
from .identity import make_id
from .letters import normalise
from .markdown import read_markdown
from .old_word import read_old_word
from .pdf import read_pdf, recognise_page, render_page
from .plain import read_plain
from .source import FontCode, Options, Source, Tick, ignore_ticks
from .web import read_html
from .word import check_archive, read_docx

__all__ = [
    "READERS",
    "FontCode",
    "Member",
    "Options",
    "Source",
    "Tick",
    "check_archive",
    "ignore_ticks",
    "make_id",
    "normalise",
    "read",
    "recognise_page",
    "render_page",
    "shown_name",
    "unpack",
]

Reader = Callable[[Source], Reading]

READERS: dict[str, Reader] = {
    ".txt": read_plain,
    ".md": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".docx": read_docx,
    ".doc": read_old_word,
    ".rtf": read_old_word,
    ".pdf": read_pdf,
}
"""The kinds of file that are read, by suffix."""

KINDS = "Các loại tệp đọc được: " + " ".join(READERS) + "."

PLAIN = Options()
MOST_LETTERS = 100  # for each byte of a file; real ones give at most 3

PDF_MARK, ZIP_MARK, OLE_MARK, RTF_MARK = b"%PDF-", b"PK", b"\xd0\xcf\x11\xe0", b"{\\rtf"
HTML_MARK = re.compile(
    rb"\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,20})?<(?:!doctype html|html)[\s>]", re.I
)


def read(path: Path, options: Options = PLAIN) -> Reading:
    """Read one file into its text, what it says about itself, its pages and what was left out.

    The text is in NFC with line feeds. Raises UnreadableFile, and nothing else, for a file that
    cannot be read: its sentence says why and what to do. Raises its kind PicturedPages where pages
    must be recognised first.
    """
    name = Path(options.name) if options.name else path
    try:
        if path.exists() and not path.is_file() and not path.is_dir():  # a pipe would never end
            raise UnreadableFile(
                f"{path.name} không phải một tệp thường. Hãy chọn một tệp văn bản."
            )
        data = path.read_bytes()
        source = Source(data, name.stem, name.suffix.lower(), options)
        reading = _pick(data, source.suffix)(source)
    except (UnreadableFile, MemoryError):
        raise
    except OSError as error:
        raise UnreadableFile(_unopened(path, error)) from error
    except Exception as error:  # the one boundary: a hostile file may break any library anyhow
        raise UnreadableFile(
            f"Không đọc được tệp {path.name} ({type(error).__name__}): tệp bị hỏng hoặc có "
            "cấu trúc lạ. Hãy mở bằng phần mềm đã tạo ra nó và lưu lại."
        ) from error
    if len(reading.text) > MOST_LETTERS * len(data):
        raise UnreadableFile(
            f"Tệp {name.name} sinh ra lượng chữ dài bất thường so với độ lớn của nó nên không được "
            "nhận. Hãy mở bằng phần mềm đã tạo ra nó và lưu lại."
        )
    if not reading.text.strip():
        raise UnreadableFile(f"Tệp {path.name} không có chữ nào. Hãy kiểm tra lại nội dung tệp.")
    return reading


def _pick(data: bytes, suffix: str) -> Reader:
    """Return the reader for what the bytes are; the suffix decides among texts."""
    if not data.strip():
        raise UnreadableFile("Tệp rỗng, không có nội dung. Hãy kiểm tra lại tệp gốc.")
    if PDF_MARK in data[:1024]:
        return read_pdf
    if data.startswith(ZIP_MARK):
        return read_docx
    if data.startswith((OLE_MARK, RTF_MARK)):
        return read_old_word
    if suffix not in READERS:
        raise UnreadableFile(f"Không đọc được loại tệp «{suffix or 'không có đuôi'}». {KINDS}")
    if suffix in {".pdf", ".docx", ".doc", ".rtf"}:
        raise UnreadableFile(
            f"Tệp có đuôi {suffix} nhưng nội dung không phải loại đó. Hãy đặt lại đuôi tệp cho "
            f"đúng hoặc lưu lại tệp. {KINDS}"
        )
    return read_html if suffix == ".txt" and HTML_MARK.match(data) else READERS[suffix]


def _unopened(path: Path, error: OSError) -> str:
    if isinstance(error, PermissionError):
        return f"Không có quyền đọc tệp {path.name}. Hãy cấp quyền đọc cho người dùng này."
    if isinstance(error, FileNotFoundError):
        return f"Không thấy tệp {path.name}. Hãy kiểm tra lại đường dẫn."
    if isinstance(error, IsADirectoryError):
        return f"{path.name} là một thư mục, không phải tệp. Hãy chọn từng tệp hoặc nạp cả thư mục."
    return f"Không mở được tệp {path.name} ({error.strerror or type(error).__name__}). Hãy thử lại."
