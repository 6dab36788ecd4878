"""Pictures of pages become letters; a scanned decree is compared with its typed twin."""

from __future__ import annotations

import re
import subprocess
import time
import unicodedata
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import SHARED, needs_shared
from test_pdf import draw_black_pages

from ingest import find_back_references, find_citations, segment
from ingest.document import Citation, Document
from ingest.errors import MissingProgram, UnreadableFile
from ingest.isolation import parse_apart
from ingest.readers import Options, read, recognise_page
from ingest.readers.pdf import recognition
from ingest.readers.pdf.recognition import RecognisedPage, load_page, name_engine

REALDOCS = SHARED / "realdocs"
SCAN, TWIN = REALDOCS / "100_2.pdf", REALDOCS / "nd100_2019.pdf"
LAW = REALDOCS / "45-2013-qh13.pdf"
PAGE = 20  # of the law: prose with two headings

needs_tesseract = pytest.mark.skipif(
    not name_engine(), reason="tesseract with its Vietnamese model is not installed"
)


def measure_errors(read_as: str, meant: str) -> float:
    """Share of letters to change, with spaces and line ends alike."""
    from rapidfuzz.distance import Levenshtein

    plain, true = (" ".join(unicodedata.normalize("NFC", t).split()) for t in (read_as, meant))
    return float(Levenshtein.distance(plain, true) / len(true))


# --- one page ---------------------------------------------------------------------------------

Change = Callable[[Any], Any]


def as_it_is(picture: Any) -> Any:
    return picture


def turn(degrees: float) -> Change:
    return lambda picture: picture.rotate(degrees, expand=True, fillcolor="white", resample=3)


def seal(picture: Any) -> Any:
    """Stamp two red rings over the middle of a page; ink lets the print below show through."""
    from PIL import Image, ImageChops, ImageDraw

    ink = Image.new("RGB", picture.size, "white")
    pen = ImageDraw.Draw(ink)
    left, top, size = picture.width * 0.3, picture.height * 0.4, picture.width * 0.3
    for inset in (0, size * 0.1):
        box = (left + inset, top + inset, left + size - inset, top + size - inset)
        pen.ellipse(box, outline=(220, 30, 40), width=12)
    pen.line((left, top + size / 2, left + size, top + size / 2), fill=(220, 30, 40), width=20)
    return ImageChops.multiply(picture, ink)


@needs_shared
@needs_tesseract
@pytest.mark.parametrize(
    ("change", "most"),
    [
        pytest.param(as_it_is, 0.016, id="as it is"),
        pytest.param(turn(2), 0.016, id="askew by 2"),
        pytest.param(turn(-4), 0.016, id="askew by 4"),
        pytest.param(turn(90), 0.020, id="on its side"),
        pytest.param(turn(180), 0.020, id="upside down"),
        pytest.param(seal, 0.020, id="under a seal"),
    ],
)
def test_a_page_is_read_however_it_lies(tmp_path: Path, change: Change, most: float) -> None:
    from ingest.readers.pdf.pdfium import draw_page, extract_text

    typed = extract_text(LAW.read_bytes())
    assert typed is not None
    change(draw_page(LAW, PAGE, 200)).save(tmp_path / "a.pdf", resolution=200)
    recognise_page(tmp_path / "a.pdf", 1, tmp_path / "trang")
    found = load_page(tmp_path / "trang", 1)
    assert found is not None
    lines = "\n".join(" ".join(word.text for word in line) for line in found.lines)
    assert measure_errors(lines, typed[PAGE - 1]) < most
    assert 0.9 < found.confidence < 1
    assert re.fullmatch(r"tesseract 5\.\d+\.\d+ \(vie\)", found.engine)


@needs_shared
def test_without_tesseract_the_cure_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    name_engine.cache_clear()
    try:
        assert name_engine() == ""
        with pytest.raises(MissingProgram, match="sudo apt install tesseract-ocr tesseract-ocr-v"):
            parse_apart(SCAN, Options(recognised=tmp_path / "trang"))
    finally:
        name_engine.cache_clear()


def test_a_page_tesseract_fails_at_is_kept_as_empty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(options: list[str], picture: bytes) -> str:
        raise subprocess.TimeoutExpired("tesseract", 120)

    monkeypatch.setattr(recognition, "name_engine", lambda: "tesseract 5.3.0 (vie)")
    monkeypatch.setattr(recognition, "_run", fail)
    (tmp_path / "a.pdf").write_bytes(draw_black_pages(1))
    recognise_page(tmp_path / "a.pdf", 1, tmp_path)
    assert load_page(tmp_path, 1) == RecognisedPage((), 0.0, "tesseract 5.3.0 (vie)")


@needs_tesseract
def test_a_file_that_is_no_pdf_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4 nothing")
    with pytest.raises(UnreadableFile, match=r"ảnh trang 1 của tệp a\.pdf"):
        recognise_page(tmp_path / "a.pdf", 1, tmp_path)


# --- a whole scan -----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def recognised(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the recognised pages of the scan."""
    return tmp_path_factory.mktemp("trang")


@pytest.fixture(scope="module")
def scan(recognised: Path) -> Document:
    """The scan, all its 76 pages recognised in children: a minute on two free cores."""
    return parse_apart(SCAN, Options(recognised=recognised))


@pytest.fixture(scope="module")
def twin() -> str:
    """The part of the typed decree that the scan holds: it begins inside điều 30, at điểm g."""
    text = read(TWIN).text
    khoan = text.index("\n14.", text.index("\nĐiều 30."))
    return text[text.index("\ng) ", khoan) + 1 :]


@needs_shared
@needs_tesseract
def test_a_scanned_decree_has_the_letters_of_its_typed_twin(scan: Document, twin: str) -> None:
    assert measure_errors(scan.text, twin) < 0.006  # measured: .0050; before mending .0079
    assert len(scan.page_confidence) == 76
    assert all(sure is not None and sure > 0.9 for sure in scan.page_confidence)
    assert scan.reader == name_engine()


@needs_shared
@needs_tesseract
def test_a_scanned_decree_has_the_units_of_its_typed_twin(scan: Document, twin: str) -> None:
    read_as, meant = (
        {unit.address for unit in segment(text) if unit.address.startswith("dieu-")}
        for text in (scan.text, twin)
    )
    assert [a for a in read_as if "." not in a] != []
    assert {a for a in read_as if "." not in a} == {a for a in meant if "." not in a}
    assert len(meant & read_as) >= 0.98 * len(meant)  # measured: 921 of 931, and none too many
    assert len(read_as - meant) <= 0.005 * len(meant)


@needs_shared
@needs_tesseract
def test_a_scanned_decree_has_the_citations_of_its_typed_twin(scan: Document, twin: str) -> None:
    def count(text: str) -> Counter[tuple[object, ...]]:
        named = find_citations(text)
        return Counter(map(_say, (*named, *find_back_references(text, named))))

    read_as, meant = count(scan.text), count(twin)
    assert meant.total() > 60
    assert (read_as & meant).total() >= 0.95 * meant.total()  # measured: 65 of 67
    assert (read_as - meant).total() <= 0.05 * meant.total()


def _say(citation: Citation) -> tuple[object, ...]:
    return citation.type, citation.symbol or citation.number or citation.name, citation.units


@needs_shared
@needs_tesseract
def test_no_unit_number_of_the_scan_is_a_page_number(scan: Document) -> None:
    numbers = [piece.text for piece in scan.removed if piece.reason == "số trang"]
    assert len(numbers) >= 70
    assert set(numbers) <= {str(number) for number in range(77, 153)}


@needs_shared
@needs_tesseract
def test_pages_that_were_recognised_stay_recognised(scan: Document, recognised: Path) -> None:
    stamps = {page: page.stat().st_mtime_ns for page in recognised.iterdir()}
    assert len(stamps) == 76
    started = time.monotonic()
    assert parse_apart(SCAN, Options(recognised=recognised)) == scan
    assert time.monotonic() - started < 20
    assert {page: page.stat().st_mtime_ns for page in recognised.iterdir()} == stamps
