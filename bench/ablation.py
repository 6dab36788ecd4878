"""What each part of the ranking is worth: nDCG@10 and Acc@1 with one part off at a time."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

from index import DenseUse, Settings, Typed, Wish, evaluate, grouping, open_encoder

AS_TYPED = Wish(as_typed=True)


def measure(sets: Path | None) -> dict[str, Any]:
    """One row a set, a part that is off, and a way of typing; the sets are folders in `sets`."""
    if sets is None:
        return {"rows": [], "note": "no judged sets were given: --sets FOLDER"}
    encoder = open_encoder(Settings())
    rows = []
    for folder in sorted(path for path in sets.iterdir() if (path / "qrels.tsv").exists()):
        with tempfile.TemporaryDirectory() as kb:
            for off, typed, dense, wish in _parts():
                with (
                    _best_provision_only() if off == "all but the best provision" else nullcontext()
                ):
                    found = evaluate(folder, Path(kb), encoder, dense, typed=typed, wish=wish)
                figures = {
                    name: [figure.value, figure.low, figure.high]
                    for name, figure in found.figures.items()
                    if name in ("nDCG@10", "Acc@1")
                }
                row = {"set": folder.name, "off": off, "typed": str(typed), **figures}
                rows.append({**row, "questions": found.setting["questions"]})
                print(rows[-1], flush=True)
    return {"rows": rows}


def _parts() -> Iterator[tuple[str, Typed, DenseUse, Wish | None]]:
    for typed in Typed:
        yield "nothing", typed, DenseUse.FULL, None
    yield "vectors", Typed.AS_IS, DenseUse.OFF, None
    yield "all but the best provision", Typed.AS_IS, DenseUse.FULL, None
    for typed in Typed:
        yield "corrections", typed, DenseUse.FULL, AS_TYPED


@contextmanager
def _best_provision_only() -> Iterator[None]:
    kept, grouping.NEXT = grouping.NEXT, 0.0
    try:
        yield
    finally:
        grouping.NEXT = kept
