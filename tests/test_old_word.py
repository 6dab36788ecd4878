"""DOC and RTF: every program that reads them gives the same document; the rest is named."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from conftest import SHARED

from ingest import UnreadableFile, parse
from ingest.readers import old_word

REALDOCS = SHARED / "realdocs"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LAST_DIEU = {
    "11234-68-LCT_HDNN8_38238.doc": 147,
    "168.2024.N.CP.doc": 55,
    "27621-15.2012.QH13.doc": 142,
    "32801-Hien_phap_nam_2013.doc": 120,
    "889-Hienphap1959.doc": 112,
    "96122-100.2015.QH13.doc": 426,
    "hop_dong_thi_cong_xay_dung.doc": 17,
}


def _without(monkeypatch: pytest.MonkeyPatch, *programs: str) -> None:
    there = shutil.which
    monkeypatch.setattr(
        old_word.shutil, "which", lambda name: None if name in programs else there(name)
    )


@pytest.mark.parametrize("program", ["antiword", "soffice"])
@pytest.mark.parametrize("name", LAST_DIEU)
def test_a_law_keeps_all_its_dieu(name: str, program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = REALDOCS / name
    if not path.exists() or shutil.which(program) is None:
        pytest.skip(f"{path} or {program} is not on this machine")
    _without(monkeypatch, *({"antiword", "soffice"} - {program}))
    document = parse(path)
    dieu = [p.path[-1] for p in document.provisions if p.path[-1].startswith("Điều")]
    assert dieu == [f"Điều {number}" for number in range(1, LAST_DIEU[name] + 1)]
    assert document.reader.split(",")[0] == {"soffice": "LibreOffice"}.get(program, program)


@pytest.mark.parametrize(
    ("stream", "words"),
    [
        ("Workbook", "Excel"),
        ("PowerPoint Document", "PowerPoint"),
        ("EncryptedPackage", "mật khẩu"),
    ],
)
def test_other_office_files_are_named(stream: str, words: str, tmp_path: Path) -> None:
    path = tmp_path / "a.doc"
    path.write_bytes(OLE + bytes(504) + stream.encode("utf-16-le") + bytes(100))
    with pytest.raises(UnreadableFile, match=words):
        parse(path)


def test_a_locked_document_is_told_from_a_broken_one(tmp_path: Path) -> None:
    name = "889-Hienphap1959.doc"
    if not (REALDOCS / name).exists():
        pytest.skip(f"{name} is not on this machine")
    data = bytearray((REALDOCS / name).read_bytes())
    data[512 + 11] |= 0x01
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UnreadableFile, match="có mật khẩu nên không đọc được"):
        parse(path)


def test_without_a_program_the_sentence_names_the_command(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = REALDOCS / "889-Hienphap1959.doc"
    if not path.exists():
        pytest.skip(f"{path} is not on this machine")
    _without(monkeypatch, "antiword", "soffice")
    with pytest.raises(UnreadableFile, match="sudo apt install antiword"):
        parse(path)


def test_rtf_is_read(tmp_path: Path) -> None:
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    path = tmp_path / "a.rtf"
    path.write_bytes(rb"{\rtf1\ansi \u272?i\u7873?u 1. Ph\u7841?m vi\par 1. M\u7897?t.\par}")
    assert parse(path).text == "Điều 1. Phạm vi\n1. Một."
