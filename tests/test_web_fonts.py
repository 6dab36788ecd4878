"""Pages in old fonts: the letters change where the page names such a font, and nowhere else."""

from pathlib import Path

import pytest

from ingest import FontCode, Options, parse

HEAD = '<html><head><meta charset="{charset}"></head><body>'


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "x-user-defined"])
@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<font face=".VnTime">nghÞ quyÕt</font> Straße, mañana', "nghị quyết Straße, mañana"),
        ("<p style=\"font-family: 'VNI-Times', serif\">nghò quyeát</p>", "nghị quyết"),
        ("<p style='font-family:.VnTimeH'>nghÞ quyÕt</p>", "NGHỊ QUYẾT"),
        (
            '<font face=".VnTime">§¶ng <font face="Arial">Äpfel</font> ®¶ng</font>',
            "Đảng Äpfel đảng",
        ),
        ('<p style="font-size:12pt">Äpfel, año, ïle</p>', "Äpfel, año, ïle"),
    ],
)
def test_a_page_is_read_font_by_font(
    charset: str, body: str, expected: str, tmp_path: Path
) -> None:
    path = tmp_path / "a.html"
    encoding = "utf-8" if charset == "utf-8" else "cp1252"
    path.write_bytes((HEAD.format(charset=charset) + body).encode(encoding))
    assert parse(path).text == expected


def test_a_page_that_names_no_font_is_read_in_the_code_that_was_chosen(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes((HEAD.format(charset="windows-1252") + "<p>nghÞ quyÕt").encode("cp1252"))
    document = parse(path, Options(font_code=FontCode.TCVN3))
    assert document.text == "nghị quyết"
    assert document.notes == ("9 chữ viết bằng phông TCVN3 đã đổi sang Unicode.",)
