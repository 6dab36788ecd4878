"""How much a child process may take; it can never lift what it has been given."""

from __future__ import annotations

import resource
from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What one step of a task may take; a page, or a stage of understanding, is a step."""

    seconds: int
    """Of computing. A program that hangs without computing is stopped by `patience`."""
    patience: float
    """Seconds without a sign of life, after which the process is killed."""
    whole: float
    """Seconds for the whole task, however many steps it reports."""
    memory: int = 448 * MEGABYTE
    """Bytes of data, the interpreter's own 60 MB included: peak memory then stays below 512 MB."""
    together: int = 448 * MEGABYTE
    """Bytes resident of the child and the programs it starts, each of which has `memory` too.
    With LibreOffice they take 240 MB, a DOC of 550,000 letters no more than one of 14,000."""


# A page of a law site of 4 MB and 2.4 million letters is read and understood in 2.3 s, 178 pages of
# PDF in 7.7 s; LibreOffice may start for the first time within one step.
READING = Limits(seconds=8, patience=60, whole=300)
# tesseract takes 1.5 to 3 s of a core for a page of a decree, several times that where it is noisy.
RECOGNITION = Limits(seconds=60, patience=120, whole=120)

LARGEST_WRITTEN = 600 * MEGABYTE  # bytes of any one file a child writes


def limit_process(limits: Limits) -> None:
    """Bound this process, and those it starts, in memory and in what it writes; no core dumps."""
    _lower(resource.RLIMIT_DATA, limits.memory)
    _lower(resource.RLIMIT_FSIZE, LARGEST_WRITTEN)
    _lower(resource.RLIMIT_CORE, 0)
    grant_seconds(limits.seconds)


def grant_seconds(seconds: int) -> None:
    """Give this process so many seconds of computing from now on; past them the system ends it."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    soft = int(used.ru_utime + used.ru_stime) + 1 + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (soft if hard < 0 else min(soft, hard), hard))


def _lower(what: int, bound: int) -> None:
    _, hard = resource.getrlimit(what)
    bound = bound if hard < 0 else min(bound, hard)
    resource.setrlimit(what, (bound, hard))
