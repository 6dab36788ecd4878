"""Pages of a real scan, recognised and held against the same decree typed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from conftest import SHARED

from ingest.readers import read, recognise_page, render_page

SCAN = SHARED / "realdocs" / "100_2.pdf"
TWIN = SHARED / "realdocs" / "nd100_2019.pdf"
PNG = b"\x89PNG\r\n\x1a\n"
# Two of 76 pages, 2 s each, keep the cost bounded; both are plain text within the twin.
PAGES = (20, 45)
MOST_WRONG = 0.03  # of the letters

needs_scan = pytest.mark.skipif(not SCAN.exists(), reason="the real scan is not on this machine")


@needs_scan
@pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")
@pytest.mark.parametrize("page", PAGES)
def test_a_scanned_page_reads_like_its_typed_twin(page: int, tmp_path: Path) -> None:
    fuzz = pytest.importorskip("rapidfuzz.fuzz")
    distance = pytest.importorskip("rapidfuzz.distance")
    recognise_page(SCAN, page, tmp_path)
    (kept,) = tmp_path.iterdir()
    said = json.loads(kept.read_text(encoding="utf-8"))
    text = " ".join(" ".join(said["lines"][1:]).split())  # the first line is the page's number
    twin = " ".join(read(TWIN).text.split())
    place = fuzz.partial_ratio_alignment(text, twin)
    wrong = distance.Levenshtein.distance(text, twin[place.dest_start : place.dest_end])
    assert len(text) > 1000
    assert wrong <= MOST_WRONG * len(text)
    assert said["confidence"] > 0.8
    assert said["engine"].endswith("(vie)")


@needs_scan
def test_a_page_is_shown_as_a_png_of_the_width_asked_for() -> None:
    picture = render_page(SCAN, 1, 400)
    assert picture.startswith(PNG)
    assert int.from_bytes(picture[16:20]) in {400, 401}  # a broken pixel is drawn whole
