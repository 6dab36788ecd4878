"""What a child process says; only plain values of our own are ever taken from it."""

from __future__ import annotations

import io
import pickle
from dataclasses import dataclass
from typing import Any

ALLOWED = {
    "datetime": {"date"},
    "ingest.document": {
        "Citation", "Confidence", "Document", "Edition", "FieldPlace", "Metadata", "Provision",
        "Relation", "Removed", "Statement",
    },
    "ingest.isolation.answers": {"Done", "Refused", "Ticked"},
    "ingest.readers.archive": {"Member"},
}  # fmt: skip
"""The classes an answer may hold; a child that a file has taken over can send no others."""

TOO_BIG = "Tệp đòi nhiều bộ nhớ hơn mức cho phép khi đọc, nên bị dừng lại. Hãy tách nhỏ tệp."


@dataclass(frozen=True, slots=True)
class Ticked:
    """Work goes on."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Done:
    """The task's result."""

    result: Any


@dataclass(frozen=True, slots=True)
class Refused:
    """Why there is no result, and what would help: pages recognised first, a program installed."""

    sentence: str
    pages: tuple[int, ...] = ()
    program_missing: bool = False


Answer = Ticked | Done | Refused


class _Plain(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if name not in ALLOWED.get(module, ()):
            raise pickle.UnpicklingError(f"{module}.{name}")
        return super().find_class(module, name)


def read_answer(message: bytes) -> Answer:
    """Read what a child said; raises UnpicklingError for anything but plain values of ours."""
    answer = _Plain(io.BytesIO(message)).load()
    if not isinstance(answer, Ticked | Done | Refused):
        raise pickle.UnpicklingError(type(answer).__name__)
    return answer
