"""Every spelling of a held document's number finds that document first, on both pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import index
from citator import look_up
from ingest import Metadata, UnknownReference, fold


@pytest.fixture(scope="module")
def store(corpus_kb: Path) -> index.KnowledgeBase:
    return index.open_store(corpus_kb, None)


def _party(number: str, letters: str, body: str, about: Metadata) -> Iterator[str]:
    yield f"{number} - {letters}/{body}"
    yield f"{number} – {letters}/{body}"
    yield f"{number}/{letters}-{body}"
    yield f"{number}/{letters}/{body}"
    yield f"{number}-{letters}-{body}"
    yield f"{number}\u00a0-\u00a0{letters}/{body}"
    yield f"{number} {letters} {body}"
    yield f"{letters} {number} {body}"
    yield f"{letters}{number}/{body}"
    yield f"{number}-{letters}/{body}".replace("Đ", "Ð")
    yield f"{number}-{letters}/{body}".replace("TW", "TƯ")
    yield f"{about.type} số {number}-{letters}/{body}"
    yield f"{about.type} {number}-{letters}/{body}"
    yield f"{about.type} {number} {body}"


def _state(number: str, about: Metadata) -> Iterator[str]:
    yield number.replace("/", " / ").replace("-", " - ")
    yield number.replace("-", "–")
    yield number.replace("Đ", "Ð")
    yield number.replace("/", "-")
    yield f"{about.type} số {number}"
    yield f"{about.type} {number}"


def spellings(about: Metadata) -> list[str]:
    """Ways to type a number: its own, the wild ones, each folded and in small letters."""
    number, _, rest = about.number.partition("-")
    letters, _, body = rest.partition("/")
    ways = [about.number]
    if number.isdigit() and body:
        ways += _party(number, letters, body, about)
        if number.startswith("0"):
            ways += _party(number.lstrip("0"), letters, body, about)
    else:
        ways += _state(about.number, about)
    plain = [fold(way) for way in ways if "Ư" not in way]  # 37-qd/tu is a tỉnh ủy's
    return list(dict.fromkeys([*ways, *map(str.lower, ways), *plain]))


def _numbered(store: index.KnowledgeBase) -> list[Metadata]:
    return [about for about in store.documents() if any(letter in about.number for letter in "-/")]


def _first_numbers(store: index.KnowledgeBase, typed: str) -> tuple[str, str]:
    """The number found first by Viện dẫn and by Tra cứu."""
    try:
        found = look_up(store, typed).found
    except UnknownReference:
        found = ()
    hits = store.search(typed, 3).hits
    return found[0].about.number if found else "", hits[0].about.number if hits else ""


def test_every_spelling_finds_its_document_first(store: index.KnowledgeBase) -> None:
    missed, tried = [], 0
    for about in _numbered(store):
        for typed in spellings(about):
            tried += 1
            if _first_numbers(store, typed) != (about.number, about.number):
                missed.append((typed, about.number, _first_numbers(store, typed)))
    assert tried >= 2_000
    assert missed == []
