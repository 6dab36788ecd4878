"""What real files say of themselves, against what a person finds in them; each field in place."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

import pytest
import yaml
from conftest import ROOT, needs_shared, real_reading

from ingest import Confidence, Reading, UnreadableFile, fold
from ingest.readers.masthead import find_field_places
from ingest.structure import segment

LABELS = yaml.safe_load((ROOT / "tests/labelled/fields.yaml").read_text(encoding="utf-8"))
FIELDS = ("number", "date", "issuer", "type", "title", "signer")
FLOOR = 0.95
ARTICLE = re.compile(r"dieu-\d+")
TONES = "\u0300\u0301\u0303\u0309\u0323"


def reading_of(name: str) -> Reading | None:
    """A real file as it is read; None for one that cannot be read here, a scan for instance."""
    try:
        return real_reading(name)
    except UnreadableFile:
        return None


def comparable(words: object) -> str:
    """Capitals, runs of spaces, the place of a tone mark and signs at the end tell no two apart."""
    spelled = unicodedata.normalize("NFD", str(words).casefold())
    return " ".join(map(_with_tone_last, spelled.split())).strip(" .:;,")


def _with_tone_last(word: str) -> str:
    """Set the tone mark of a word behind it: hoà and hòa, uỷ and ủy, nghiã and nghĩa."""
    bare = "".join(letter for letter in word if letter not in TONES)
    return bare + "".join(letter for letter in word if letter in TONES)


def misses_of(name: str, reading: Reading) -> list[str]:
    """Return the fields that were read otherwise than a person does."""
    misses = []
    for field in FIELDS:
        found = getattr(reading.about, field)
        shown = found.isoformat() if field == "date" and found else found or ""
        wanted = str(LABELS[name][field])
        same = comparable(shown) == comparable(wanted) if field == "title" else shown == wanted
        if not same:
            misses.append(f"{name}: {field} «{shown}», not «{wanted}»")
    return misses


@needs_shared
def test_the_fields_of_real_files_are_those_a_person_finds() -> None:
    readings = {name: reading_of(name) for name in LABELS}
    readable = {name: reading for name, reading in readings.items() if reading}
    misses = [miss for name, reading in readable.items() for miss in misses_of(name, reading)]
    total = len(FIELDS) * len(readable)
    print(f"\n{total - len(misses)} of {total} fields of {len(readable)} files; misses:")
    print(*misses, "cannot be read here:", *(readings.keys() - readable.keys()), sep="\n  ")
    assert len(misses) <= (1 - FLOOR) * total, misses


@needs_shared
@pytest.mark.parametrize("name", LABELS)
def test_every_field_holds_the_words_it_came_from(name: str) -> None:
    reading = reading_of(name)
    if reading is None:
        pytest.skip("this machine cannot read the file")
    about = reading.about
    for place in find_field_places(about, reading.text, reading.pages, reading.page_confidence):
        assert 0 <= place.start < place.end <= len(reading.text)
        if place.confidence is Confidence.SEEN:
            words = words_of(getattr(about, place.field))
            held = iter(words_of(reading.text[place.start : place.end]))
            assert all(word in held for word in words), (place, words)


def words_of(value: object) -> list[str]:
    """Return the words of a value in order, a day as its three numbers."""
    if isinstance(value, date):
        return [str(value.day), str(value.month), str(value.year)]
    shown = " ".join(value) if isinstance(value, tuple) else str(value)
    return [word.lstrip("0") for word in re.findall(r"\w+", fold(shown))]


@needs_shared
@pytest.mark.parametrize("name", [name for name in LABELS if "dieu" in LABELS[name]])
def test_the_articles_run_to_the_last_one_of_the_document_without_a_gap(name: str) -> None:
    reading = reading_of(name)
    if reading is None:
        pytest.skip("this machine cannot read the file")
    addresses = (unit.address for unit in segment(reading.text))
    numbers = [int(one.removeprefix("dieu-")) for one in addresses if ARTICLE.fullmatch(one)]
    assert numbers == list(range(numbers[0], LABELS[name]["dieu"] + 1))
