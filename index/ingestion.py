"""Files and folders into the store: what changed is read again, and only that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

from ingest import MissingFolder, MissingPart

from .caches import (
    Progress,
    catch_up_behind,
    catch_up_lexical,
    embed_missing,
    ignore_progress,
)
from .corrections import forget_readings_without_own_words
from .encoder import Encoder
from .intake import Intake
from .report import Report
from .settings import EXPANSIONS
from .truth import Truth, open_to_write

NO_NAMES: Mapping[Path, str] = {}
NOT_A_DOCUMENT = {"readme.md", EXPANSIONS}
NO_VECTORS = "Chưa tính được véc-tơ, mới tìm được theo từ ngữ: {reason}"


def ingest(
    paths: Sequence[Path],
    kb: Path,
    encoder: Encoder | None,
    progress: Progress = ignore_progress,
    names: Mapping[Path, str] = NO_NAMES,
) -> Report:
    """Bring a store up to date with files and folders, then its two caches.

    A file that cannot be read is set aside with its reason and the others go on. A file that has
    gone from a folder named here leaves the store. `names` are those of files whose path does not
    tell them. Raises MissingFolder when a path does not exist
    and BusyStore when somebody else writes.
    """
    roots = [path.expanduser().resolve() for path in paths]
    for root in roots:
        if not root.exists():
            raise MissingFolder(f"Không có «{root}»; hãy kiểm tra đường dẫn rồi chạy lại.")
    with open_to_write(kb) as truth, closing(Intake(truth, kb, names)) as intake:
        with truth.commit():
            forget_readings_without_own_words(truth)
        roots += [root for root in intake.roots_to_read_again() if root not in roots]
        intake.start(roots)
        found = list(files_in(roots))
        intake.take_out_missing(roots, {path for _, path in found})
        intake.take_in_all(found, progress)
        catch_up_lexical(truth, progress)  # words can be searched while vectors are computed
        if encoder is not None:
            _embed(truth, encoder, intake.report, progress)
        intake.finish()
        catch_up_behind(truth)
        return intake.report


def _embed(truth: Truth, encoder: Encoder, report: Report, progress: Progress) -> None:
    """Compute the missing vectors; a model that cannot be had is said, and words still serve."""
    try:
        report.embedded = embed_missing(truth, encoder, progress)
    except MissingPart as missing:
        report.notice = NO_VECTORS.format(reason=missing)


def files_in(roots: Iterable[Path]) -> Iterator[tuple[Path, Path]]:
    """Every file below the roots, with its root, in the order of their names."""
    for root in roots:
        if root.is_file():
            yield root, root
            continue
        for path in sorted(root.rglob("*")):
            hidden = any(part.startswith(".") for part in path.relative_to(root).parts)
            if path.is_file() and not hidden and path.name.lower() not in NOT_A_DOCUMENT:
                yield root, path
