"""A scan is read nearly as well as its text twin: the same decree, printed from two sources."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest
from conftest import SHARED, needs_shared
from pypdf import PdfReader, PdfWriter
from rapidfuzz.distance import Levenshtein

from ingest import MissingProgram, Options, parse, parse_apart
from ingest.readers.pdf import recognition

SCAN, TWIN = SHARED / "realdocs/100_2.pdf", SHARED / "realdocs/nd100_2019.pdf"
PAGES = 12  # of 76: half a minute; the whole scan is measured in bench/
FIRST = "Điều 31. Xử phạt nhân viên"  # where the scan, a second volume, has its first whole điều
MOST_ERRORS = 0.03  # of the letters
TAIL = 40  # letters at the end of the pages by which their place in the twin is found

needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None, reason="tesseract is not installed"
)


def _first_pages(folder: Path) -> Path:
    writer = PdfWriter()
    for page in PdfReader(SCAN).pages[:PAGES]:
        writer.add_page(page)
    path = folder / "ban-quet.pdf"
    writer.write(path)
    return path


def _from_first(text: str) -> str:
    return " ".join(text[text.index(FIRST) :].split())


@needs_shared
@needs_tesseract
def test_a_scan_is_read_like_its_twin(tmp_path: Path) -> None:
    pages = tmp_path / "trang"
    scan = parse_apart(_first_pages(tmp_path), Options(recognised=pages))
    read = _from_first(scan.text)
    whole = _from_first(parse(TWIN).text)
    ends = (end for end in range(len(read), 0, -1) if read[end - TAIL : end] in whole)
    end = next(ends)
    same = whole[: whole.index(read[end - TAIL : end]) + TAIL]
    assert len(same) > 20_000
    assert Levenshtein.distance(same, read[:end]) / len(same) <= MOST_ERRORS
    assert len(scan.page_confidence) == PAGES
    assert min(sure for sure in scan.page_confidence if sure is not None) > 0.85
    assert scan.reader.startswith("tesseract ")
    assert "12 trang được nhận dạng từ ảnh" in scan.notes[0]
    dieu = [unit.path[-1] for unit in scan.provisions if unit.path[-1].startswith("Điều")]
    assert dieu == [f"Điều {n}" for n in range(31, 31 + len(dieu))]
    assert len(dieu) >= 8

    started = time.monotonic()  # pages that were recognised stay recognised
    stamps = {page.name: page.stat().st_mtime_ns for page in pages.iterdir()}
    again = parse_apart(tmp_path / "ban-quet.pdf", Options(recognised=pages))
    assert again == scan
    assert {page.name: page.stat().st_mtime_ns for page in pages.iterdir()} == stamps
    assert time.monotonic() - started < 20


@needs_shared
def test_without_tesseract_the_cure_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    recognition.name_engine.cache_clear()
    try:
        with pytest.raises(MissingProgram, match="sudo apt install tesseract-ocr"):
            parse_apart(_first_pages(tmp_path), Options(recognised=tmp_path / "trang"))
    finally:
        recognition.name_engine.cache_clear()
