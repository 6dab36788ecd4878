"""What a person says against the reading of a file: kept apart from it, and put in its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from .document import Metadata
from .errors import WrongCorrection
from .readers import make_id

Correction = tuple[str, str]
"""A field of Metadata and what it holds, as typed; an empty string says that the file says none."""


def _as_day(words: str) -> date | None:
    for shown in (words, "-".join(reversed(words.replace(".", "/").split("/")))):
        try:
            return date.fromisoformat(_padded(shown)) if shown else None
        except ValueError:
            continue
    raise WrongCorrection(f"Không hiểu ngày «{words}»; hãy ghi như 28/02/2022 hoặc 2022-02-28.")


def _padded(day: str) -> str:
    return "-".join(part.zfill(2) for part in day.split("-"))


def _as_words(words: str) -> str:
    return " ".join(words.split())


def _as_lines(words: str) -> tuple[str, ...]:
    return tuple(filter(None, map(_as_words, words.split("\n"))))


CORRECTABLE: dict[str, Callable[[str], Any]] = {
    "type": _as_words,
    "number": lambda words: "".join(words.split()),
    "date": _as_day,
    "title": _as_words,
    "issuer": _as_words,
    "parent": _as_words,
    "place": _as_words,
    "signer": _as_words,
    "capacity": _as_words,
    "recipients": _as_lines,
}
"""The fields a person can correct, and how what is typed is read."""


def correct(about: Metadata, corrections: Sequence[Correction]) -> Metadata:
    """Return the metadata as corrected, under the id that follows from it.

    Raises WrongCorrection for an unknown field or a day that is none.
    """
    if not corrections:
        return about
    values: dict[str, Any] = {}
    for field, words in corrections:
        if field not in CORRECTABLE:
            raise WrongCorrection(f"Không có trường «{field}» để sửa.")
        values[field] = CORRECTABLE[field](words)
    doubts = tuple((field, word) for field, word in about.doubts if field not in values)
    changed = replace(about, **values, doubts=doubts)
    return replace(changed, id=make_id(changed))
