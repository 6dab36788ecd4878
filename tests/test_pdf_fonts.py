"""PDFs in fonts from before Unicode: each run as its font says, and Unicode under an old name."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import SHARED, needs_shared, real_reading
from hostile_files import CATALOG, PAGES, pdf, stream

from ingest import FontCode, Options, parse, read
from ingest.readers.fonts import tables

LAW = SHARED / "realdocs" / "45-2013-qh13.pdf"
LINES = (
    ("F1", "Điều 1. Phạm vi điều chỉnh"),
    ("F1", "Quy định này hướng dẫn việc kê khai tài sản, thu nhập của cán bộ và đảng viên."),
    ("F2", "nghị quyết của ban chấp hành"),
    ("F3", "tieu chuan quoc te (c) 2001"),
    ("F1", "Điều 2. Hiệu lực"),
    ("F1", "Quy định này có hiệu lực kể từ ngày ký và được phổ biến đến từng chi bộ."),
)
FONTS = {"F1": "ABCDEF+.VnTime", "F2": ".VnTimeH", "F3": "Helvetica"}
BACK = {letter: sign for sign, letter in tables.TCVN3.items()}


def _tcvn3(words: str) -> bytes:
    return "".join(BACK.get(letter, letter) for letter in words).encode("latin-1")


def _escaped(written: bytes) -> bytes:
    return written.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _page_in(fonts: dict[str, str], lines: tuple[tuple[str, bytes], ...]) -> bytes:
    """A PDF of one page, each line in the font named beside it."""
    numbers = {key: n for n, key in enumerate(fonts, 5)}
    named = b" ".join(b"/%s %d 0 R" % (key.encode(), n) for key, n in numbers.items())
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << " + named + b" >> >> >>"
    )
    shown = b"".join(
        b"BT /%s 12 Tf 50 %d Td (%s) Tj ET\n" % (key.encode(), 780 - 20 * n, _escaped(words))
        for n, (key, words) in enumerate(lines)
    )
    made = [
        b"<< /Type /Font /Subtype /TrueType /BaseFont /%s /Encoding /WinAnsiEncoding >>"
        % name.encode()
        for name in fonts.values()
    ]
    return pdf([CATALOG, PAGES, page, stream(shown), *made])


def test_each_run_is_read_as_its_font_says(tmp_path: Path) -> None:
    path = tmp_path / "cu.pdf"
    path.write_bytes(_page_in(FONTS, tuple((key, _tcvn3(words)) for key, words in LINES)))
    reading = read(path)
    assert reading.text == "\n".join(
        words.upper() if key == "F2" else words for key, words in LINES
    )
    assert [p.path[-1] for p in parse(path).provisions if len(p.path) == 1] == ["Điều 1", "Điều 2"]
    assert any("chữ viết bằng phông TCVN3 đã đổi sang Unicode." in note for note in reading.notes)


def test_a_person_may_say_the_code_where_no_font_does(tmp_path: Path) -> None:
    path = tmp_path / "cu.pdf"
    lines = tuple(("F3", _tcvn3(words)) for key, words in LINES if key == "F1")
    path.write_bytes(_page_in({"F3": "Helvetica"}, lines))
    wanted = "\n".join(words for key, words in LINES if key == "F1")
    assert read(path).text != wanted
    assert read(path, Options(font_code=FontCode.TCVN3)).text == wanted


def test_unicode_under_the_name_of_an_old_font_is_left_alone(tmp_path: Path) -> None:
    """The font's own table says which letter each code is; á is no ỏ of TCVN3 then."""
    words = "\n".join(words for key, words in LINES if key == "F1")
    codes = {letter: n for n, letter in enumerate(sorted(set(words)), 33)}
    pairs = "\n".join(f"<{n:02x}> <{ord(letter):04x}>" for letter, n in codes.items())
    table = (
        "/CIDInit /ProcSet findresource begin begincmap\n"
        "1 begincodespacerange <00> <ff> endcodespacerange\n"
        f"{len(codes)} beginbfchar\n{pairs}\nendbfchar\nendcmap end"
    )
    shown = b"".join(
        b"BT /F1 12 Tf 50 %d Td <%s> Tj ET\n"
        % (780 - 20 * n, bytes(codes[letter] for letter in line).hex().encode())
        for n, line in enumerate(words.split("\n"))
    )
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>"
    )
    font = b"<< /Type /Font /Subtype /TrueType /BaseFont /.VnTime /ToUnicode 6 0 R >>"
    path = tmp_path / "moi.pdf"
    path.write_bytes(pdf([CATALOG, PAGES, page, stream(shown), font, stream(table.encode())]))
    reading = read(path)
    assert "tài sản, thu nhập của cán bộ và đảng viên" in reading.text
    assert not any("TCVN3" in note for note in reading.notes)


@needs_shared
@pytest.mark.skipif(not LAW.exists(), reason="the law is not on this machine")
def test_blanks_in_an_old_font_change_nothing() -> None:
    """The Land Law of 2013 writes spaces in .VnCenturySchoolbook."""
    reading = real_reading(LAW.name)
    assert not any("TCVN3" in note for note in reading.notes)
    assert "Điều 212" in reading.text
