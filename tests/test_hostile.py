"""Whatever a file does: its reason is told in time, memory stays bounded, the store stays sound."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes import WordEncoder
from hostile_files import MEMBERS_REFUSED, READ, REFUSED, make_files

import index
from ingest import Options, UnreadableFile, Workshop
from ingest.isolation.memory import peak_of

LONGEST = 10  # seconds
MOST_MEMORY = 512 * 1024  # kilobytes


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hai")
    make_files(folder)
    return folder


@pytest.fixture(scope="module")
def workshop() -> Iterator[Workshop]:
    with Workshop(children=1) as opened:
        yield opened


def _peak(workshop: Workshop) -> int:
    """The most kilobytes the child has had so far; 0 where the file has ended it."""
    return sum(peak_of(child) for child in workshop.children) // 1024


def test_there_are_enough_of_them() -> None:
    assert len(REFUSED) + len(MEMBERS_REFUSED) + len(READ) >= 55


@pytest.mark.parametrize("name", [name for name in REFUSED if not name.endswith(".zip")])
def test_each_ends_in_time_and_memory_with_its_reason(
    name: str, hostile: Path, workshop: Workshop
) -> None:
    started = time.monotonic()
    with pytest.raises(UnreadableFile, match=REFUSED[name][1]):
        workshop.begin(hostile / name, Options()).result()
    assert time.monotonic() - started < LONGEST
    assert _peak(workshop) < MOST_MEMORY


@pytest.mark.parametrize("name", [name for name in READ if not name.endswith(".zip")])
def test_odd_files_are_read(name: str, hostile: Path, workshop: Workshop) -> None:
    started = time.monotonic()
    assert READ[name][1] in workshop.begin(hostile / name, Options()).result().text
    assert time.monotonic() - started < LONGEST
    assert _peak(workshop) < MOST_MEMORY


def test_three_hundred_megabytes_of_spaces_are_refused(tmp_path: Path, workshop: Workshop) -> None:
    path = tmp_path / "cach.txt"
    with path.open("wb") as file:
        file.truncate(300_000_000)
    started = time.monotonic()
    with pytest.raises(UnreadableFile, match=r"bộ nhớ|rỗng|byte 0"):
        workshop.begin(path, Options()).result()
    assert time.monotonic() - started < LONGEST


def test_a_store_takes_them_all_and_stays_sound(hostile: Path, tmp_path: Path) -> None:
    kb = tmp_path / "kb"
    report = index.ingest([hostile], kb, WordEncoder())
    aside = {os.path.relpath(path, hostile): reason for path, reason in report.set_aside}
    for name, (_, reason) in REFUSED.items():
        assert name in aside, name
        if name.endswith(".zip"):
            assert reason in aside[name]
    for name, (_, reason) in MEMBERS_REFUSED.items():
        (told,) = [why for path, why in aside.items() if path.startswith(f"{name}/")]
        assert reason in told
    assert len(report.added) == len(READ)
    assert not Path("/tmp/viendan-thoat.txt").exists()
    assert index.verify(kb) == []
