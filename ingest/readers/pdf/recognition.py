"""Letters out of pictures: one page is drawn, levelled and recognised by tesseract."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from ...errors import MissingProgram
from .noise import Word
from .pdfium import draw_page
from .skew import drop_red, level

if TYPE_CHECKING:
    from PIL.Image import Image

# Seven pages of a scanned decree against its typed twin, share of wrong letters and seconds a page:
# 200 dpi .0077 1.0 s, 260 .0090 1.0 s, 300 .0079 1.1 s, 400 .0110 1.4 s with layout analysis
# (psm 3); psm 4 the same; psm 6 (one block) .0139 to .0265, since specks become letters.
# 300 serves also what was printed smaller than a decree.
DPI = 300
LAYOUT = "3"
LANGUAGE = "vie"
LIMIT = 120  # seconds; a page of law takes one, a crowded table ten

LOW = 0.6  # surer pages lie the right way up: of realdocs, upright ones have .80 and more
SPECK = 0.5  # real dashes and brackets are surer
QUARTER = re.compile(r"Rotate: (90|180|270)")

NOT_INSTALLED = (
    "Chưa có {what} để nhận dạng chữ trong ảnh (OCR). Hãy cài bằng lệnh "
    "`sudo apt install tesseract-ocr tesseract-ocr-vie`, rồi thêm lại tệp."
)


@dataclass(frozen=True, slots=True)
class RecognisedPage:
    """What was recognised on one page."""

    lines: tuple[tuple[Word, ...], ...]
    """In reading order, as tesseract read them; nothing is mended yet."""
    confidence: float
    """From 0 to 1, the mean over its letters."""
    engine: str
    """`tesseract 5.3.0 (vie)`"""


def recognise_page(path: Path, page: int, folder: Path) -> None:
    """Recognise a page of a PDF, counted from 1, and keep the result in a folder.

    A page that tesseract fails at is kept as one without letters: the others are worth reading.
    Not for several threads of one process: pdfium allows none. Raises MissingProgram where
    tesseract or its Vietnamese model is missing, UnreadableFile where the page cannot be drawn.
    """
    engine = name_engine()
    if not engine:
        raise MissingProgram(NOT_INSTALLED.format(what="tesseract với mô hình tiếng Việt (vie)"))
    picture = drop_red(draw_page(path, page, DPI))
    try:
        found = _recognise(level(picture), engine)
        if found.confidence < LOW:
            found = max(found, _turn_and_recognise(picture, engine), key=lambda one: one.confidence)
    except (subprocess.SubprocessError, ValueError):  # too long a page, or one that crashes it
        found = RecognisedPage((), 0.0, engine)
    _keep(found, place_of(folder, page))


def load_page(folder: Path, page: int) -> RecognisedPage | None:
    """Return what was recognised on a page, counted from 1; None where it was not yet."""
    try:
        kept = json.loads(place_of(folder, page).read_text(encoding="utf-8"))
        lines = tuple(tuple(Word(*word) for word in line) for line in kept["lines"])
        return RecognisedPage(lines, kept["confidence"], kept["engine"])
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return None


def place_of(folder: Path, page: int) -> Path:
    """Return the file that holds what was recognised on a page."""
    return folder / f"trang-{page:05d}.json"


@cache
def name_engine() -> str:
    """Return `tesseract 5.3.0 (vie)`; empty where it or its Vietnamese model is not installed."""
    program = shutil.which("tesseract")
    if program is None:
        return ""
    try:
        known = _run(["--list-langs"], b"").split()
        number = re.search(r"tesseract v?(\d[\w.]*)", _run(["--version"], b""))
    except (subprocess.SubprocessError, OSError):
        return ""
    return f"tesseract {number[1]} ({LANGUAGE})" if number and LANGUAGE in known else ""


def _recognise(picture: Image, engine: str) -> RecognisedPage:
    options = ["-", "-", "-l", LANGUAGE, "--psm", LAYOUT, "--dpi", str(DPI), "tsv"]
    return _read_table(_run(options, _write_plain(picture)), engine)


def _turn_and_recognise(picture: Image, engine: str) -> RecognisedPage:
    """Recognise a page again after turning it the way its letters stand."""
    try:
        said = _run(["-", "-", "--psm", "0", "--dpi", str(DPI)], _write_plain(picture))
    except subprocess.CalledProcessError:  # too few letters to tell, or no model for it
        said = ""
    turn = QUARTER.search(said)
    if turn is None:
        return RecognisedPage((), 0.0, engine)
    return _recognise(level(picture.rotate(-int(turn[1]), expand=True)), engine)


def _run(options: list[str], picture: bytes) -> str:
    done = subprocess.run(
        ["tesseract", *options],
        input=picture,
        capture_output=True,
        check=True,
        timeout=LIMIT,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},  # its threads wait for each other
    )
    return done.stdout.decode("utf-8", "replace")


def _write_plain(picture: Image) -> bytes:
    written = BytesIO()
    picture.save(written, format="PPM")
    return written.getvalue()


def _read_table(table: str, engine: str) -> RecognisedPage:
    """Read tesseract's table, a word a row, into lines; signs it is unsure of are specks."""
    rows = [row.split("\t") for row in table.split("\n")[1:]]
    rows = [row for row in rows if len(row) == 12 and row[0] == "5" and row[11].strip()]
    read = [(row[1:5], Word(row[11].strip(), round(float(row[10]) / 100, 2))) for row in rows]
    kept = [(place, word) for place, word in read if not _is_speck(word)]
    lines = groupby(kept, key=lambda one: one[0])
    letters = sum(len(word.text) for _, word in kept)
    sure = sum(word.sure * len(word.text) for _, word in kept)
    return RecognisedPage(
        tuple(tuple(word for _, word in line) for _, line in lines),
        round(sure / max(1, letters), 4),
        engine,
    )


def _is_speck(word: Word) -> bool:
    return word.sure < SPECK and not any(map(str.isalnum, word.text))


def _keep(found: RecognisedPage, place: Path) -> None:
    """Write a page in one step: a reader sees all of it or nothing."""
    place.parent.mkdir(parents=True, exist_ok=True)
    half = place.with_name(f"{place.name}.{os.getpid()}.part")
    lines = [[(word.text, word.sure) for word in line] for line in found.lines]
    kept = {"lines": lines, "confidence": found.confidence, "engine": found.engine}
    half.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
    half.replace(place)
