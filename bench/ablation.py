"""What each part of the ranking is worth: judged and labelled questions, one part off at a time."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from types import ModuleType
from typing import Any

from index import (
    DenseUse,
    KnowledgeBase,
    Settings,
    Typed,
    Wish,
    evaluate,
    grouping,
    ingest,
    open_encoder,
    open_store,
    search,
)
from ingest import fold

from .labelled import FOLDER, dieu_first, in_first_three, read_labelled, said_unclear

ROOT = Path(__file__).resolve().parents[1]

AS_TYPED = Wish(as_typed=True)


def measure_labelled() -> dict[str, Any]:
    """The labelled questions about our corpus, one part off at a time."""
    return {"rows": list(_labelled())}


def measure_judged(sets: Path) -> dict[str, Any]:
    """Judged sets, one part off at a time, and in each way of typing."""
    return {"rows": _judged(sets)}


def _labelled() -> Iterator[dict[str, Any]]:
    """One row a part that is off: how many questions are answered rightly, of how many."""
    encoder = open_encoder(Settings())
    names = ROOT / "corpus" / "cach-goi.toml"
    with tempfile.TemporaryDirectory() as kb:
        ingest([ROOT / "corpus"], Path(kb), encoder)
        short = Path(kb) / names.name
        text = names.read_text(encoding="utf-8")
        short.write_text(text[: text.index("[thuong_ngay]")], encoding="utf-8")
        full = open_store(Path(kb), encoder, expansions=names)
        yield _row("nothing", full)
        yield _row("diacritics of the questions", full, typed_bare=True)
        yield _row("vectors", open_store(Path(kb), None, expansions=names))
        yield _row("everyday words", open_store(Path(kb), encoder, expansions=short))
        yield _row("everyday words and abbreviations", open_store(Path(kb), encoder))
        yield _row("corrections, too", full, AS_TYPED)
        with _without(search, "fold_sisters", tuple):
            yield _row("folding of sister provisions", full)
        with _without(grouping, "NEXT", 0.0):
            yield _row("all but the best provision", full)


def _row(
    off: str, store: KnowledgeBase, wish: Wish | None = None, *, typed_bare: bool = False
) -> dict[str, Any]:
    row: dict[str, Any] = {"off": off}
    for written in ("", "_later", "_near", "_short", "_everyday", "_styles"):
        rows = read_labelled(FOLDER / f"answerable{written}.jsonl")
        nowhere = read_labelled(FOLDER / f"unanswerable{written}.jsonl")
        if typed_bare:
            rows, nowhere = (
                [{**one, "text": fold(one["text"])} for one in r] for r in (rows, nowhere)
            )
        found = {
            "document in first 3": in_first_three(rows, store, wish),
            "điều first": dieu_first(rows, store, wish),
            "answerable said to be unclear": said_unclear(rows, store, wish),
            "unanswerable said to be unclear": said_unclear(nowhere, store, wish),
        }
        row |= {f"{name}{written}": [sum(right), len(right)] for name, right in found.items()}
    print(row, flush=True)
    return row


def _judged(sets: Path) -> list[dict[str, Any]]:
    """One row a set, a part that is off, and a way of typing; the sets are folders in `sets`."""
    encoder = open_encoder(Settings())
    rows = []
    for folder in sorted(path for path in sets.iterdir() if (path / "qrels.tsv").exists()):
        with tempfile.TemporaryDirectory() as kb:
            for off, typed, dense, wish in _parts():
                best_only = off == "all but the best provision"
                with _without(grouping, "NEXT", 0.0) if best_only else nullcontext():
                    found = evaluate(folder, Path(kb), encoder, dense, typed=typed, wish=wish)
                figures = {
                    name: [figure.value, figure.low, figure.high]
                    for name, figure in found.figures.items()
                    if name in ("nDCG@10", "Acc@1")
                }
                row = {"set": folder.name, "off": off, "typed": str(typed), **figures}
                rows.append({**row, "questions": found.setting["questions"]})
                print(rows[-1], flush=True)
    return rows


def _parts() -> Iterator[tuple[str, Typed, DenseUse, Wish | None]]:
    for typed in Typed:
        yield "nothing", typed, DenseUse.FULL, None
    yield "vectors", Typed.AS_IS, DenseUse.OFF, None
    yield "all but the best provision", Typed.AS_IS, DenseUse.FULL, None
    for typed in Typed:
        yield "corrections", typed, DenseUse.FULL, AS_TYPED


@contextmanager
def _without(module: ModuleType, name: str, instead: Any) -> Iterator[None]:
    """One part of a module out of use."""
    kept = getattr(module, name)
    setattr(module, name, instead)
    try:
        yield
    finally:
        setattr(module, name, kept)
