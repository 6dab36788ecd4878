"""Citations found in 138 excerpts against 487 mentions labelled by reading."""

from __future__ import annotations

import json
import math
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import pytest
from conftest import SHARED, needs_shared

from ingest import Citation, find_back_references, find_citations, read

LABELLED = Path(__file__).parent / "labelled" / "mentions.jsonl"
FLOORS = json.loads((Path(__file__).parent / "quality.json").read_text("utf-8"))["labelled"]
SEED = SHARED / "seed" / "ke-hoach-66-kh-hu.txt"
FIELDS = ("type", "number", "symbol", "date", "year", "units", "name", "plenum")


@dataclass
class Score:
    """Counts of one kind of mention."""

    labelled: int = 0
    found: int = 0
    right: int = 0
    wrong_fields: Counter[str] = field(default_factory=Counter)


def wilson(right: int, of: int) -> tuple[float, float]:
    """95% interval of a proportion, by Wilson's score."""
    if not of:
        return 0.0, 1.0
    z, share = 1.96, right / of
    middle = share + z * z / (2 * of)
    reach = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return (middle - reach) / (1 + z * z / of), (middle + reach) / (1 + z * z / of)


def rows() -> list[tuple[str, list[dict[str, object]]]]:
    """Each excerpt's text and its labels; the seed's only where the seed is at hand."""
    found = []
    for line in LABELLED.read_text("utf-8").splitlines():
        row = json.loads(line)
        if "text" in row:
            found.append((row["text"], row["mentions"]))
        elif SEED.exists():
            seed = read(SEED).text
            found.append((seed[row["at"] : row["at"] + row["length"]], row["mentions"]))
    return found


def found_in(text: str) -> dict[tuple[int, int], Citation]:
    named = find_citations(text)
    return {(c.start, c.end): c for c in (*named, *find_back_references(text, named))}


def kind_of(c: Citation) -> str:
    if c.back:
        return "back"
    if c.symbol:
        return "symbol"
    return "plenum" if c.plenum else "name" if c.name else "bare"


def said(c: Citation) -> dict[str, object]:
    """A citation's fields as the labels write them."""
    return {
        "type": c.type,
        "number": c.number.lstrip("0"),
        "symbol": c.symbol,
        "date": c.date.isoformat() if c.date else "",
        "year": c.year,
        "units": [list(unit) for unit in c.units],
        "name": c.name,
        "plenum": c.plenum,
    }


@lru_cache(maxsize=1)
def scores() -> dict[str, Score]:
    """Counts by kind and for all together; a mention is right at its exact span."""
    total: dict[str, Score] = {"all": Score()}
    for text, labels in rows():
        got = found_in(text)
        for c in got.values():
            for name in ("all", kind_of(c)):
                total.setdefault(name, Score()).found += 1
        for label in labels:
            c = got.get((label["start"], label["end"]))  # type: ignore[arg-type]
            for name in ("all", str(label["kind"])):
                score = total.setdefault(name, Score())
                score.labelled += 1
                if c is not None:
                    score.right += 1
                    score.wrong_fields.update(_differing(c, label))
    return total


def _differing(c: Citation, label: dict[str, object]) -> list[str]:
    wanted = label | {"number": str(label["number"]).lstrip("0")}
    if label["kind"] == "plenum" and not label["type"]:
        wanted["type"] = "Hội nghị Trung ương"  # the labels leave the meeting's own type out
    if label["kind"] == "back":
        return [] if said(c)["units"] == label["units"] else ["units"]
    return [name for name in FIELDS if said(c)[name] != wanted[name]]


def test_precision_and_recall_hold_their_floors(capsys: pytest.CaptureFixture[str]) -> None:
    lines = []
    for name, score in sorted(scores().items()):
        p, r = score.right / max(score.found, 1), score.right / max(score.labelled, 1)
        low_p, high_p = wilson(score.right, score.found)
        low_r, high_r = wilson(score.right, score.labelled)
        lines.append(
            f"{name:7} labelled {score.labelled:4} found {score.found:4} right {score.right:4}"
            f"  P {p:.3f} [{low_p:.3f}, {high_p:.3f}]  R {r:.3f} [{low_r:.3f}, {high_r:.3f}]"
            f"  {dict(score.wrong_fields)}"
        )
    with capsys.disabled():
        print("\n" + "\n".join(lines))
    every = scores()["all"]
    assert every.right / every.found >= FLOORS["precision"]
    assert every.right / every.labelled >= FLOORS["recall"]


@pytest.mark.parametrize("name", FIELDS)
def test_the_parts_of_a_mention_are_right(name: str) -> None:
    every = scores()["all"]
    assert 1 - every.wrong_fields[name] / every.right >= FLOORS["fields"]


@needs_shared
def test_the_seed_names_nine_documents_and_ten_plenums() -> None:
    text = read(SEED).text
    named = find_citations(text)
    assert [c.symbol for c in named if c.symbol] == [
        *("66-KH/HU", "21-KL/TW", "37-QĐ/TW", "22-QĐ/TW", "24-QĐ/TW", "41-QĐ/TW", "01-KL/TW"),
        *("05-CT/TW", "14-KL/TW"),
    ]
    assert len([c for c in named if c.plenum]) == 10


def test_wilson_s_interval_is_that_of_its_formula() -> None:
    low, high = wilson(145, 150)
    assert (round(low, 3), round(high, 3)) == (0.924, 0.986)
