"""Files are read once more: after a correction, or because a person asks for another try."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from sqlite3 import Row

from ingest import (
    FontCode,
    Metadata,
    UnknownReference,
    UnreadableFile,
    WrongCorrection,
    correct,
    typed,
)

from .caches import Progress, ignore_progress
from .corrections import FONT_CODE, corrections_of, fields_as_read, put_corrections
from .documents import ABOUT, get_about, get_document
from .editions import Standing, compare
from .encoder import Encoder
from .identities import file_of, under_held_id
from .ingestion import files_in, ingest
from .report import Report
from .stamps import known_file, named, sha256_of
from .truth import Truth, open_to_read, open_to_write

NOT_FROM_A_FILE = "Văn bản này không gắn với tệp nào trong kho nên không sửa được ở đây."
CHANGED_FILE = (
    "Tệp «{name}» không còn như lần nạp trước; hãy chạy viendan ingest cho thư mục của nó, rồi sửa."
)
ALREADY_HELD = (
    "Chưa ghi gì. Sửa như vậy thì tệp này cùng là {what} như «{name}» đã có trong kho, lại không "
    "có thêm điều nào nên sẽ bị để riêng. Hãy xem lại số ký hiệu và ngày; nếu đúng là văn bản ấy "
    "thì không cần giữ tệp này."
)


@dataclass(frozen=True, slots=True)
class Rereading:
    """What became of a document whose file was read again."""

    document: str
    """Its id now; empty where its file is set aside."""
    reason: str = ""
    """Why its file is set aside."""
    given_way: tuple[str, ...] = ()
    """Names of other files that were set aside for it."""
    come_back: tuple[str, ...] = ()
    """Names of files that had been set aside for it, and hold a document again."""
    same_number: tuple[Metadata, ...] = ()
    """Other documents held that bear its number: of another day or issuer."""


def correct_document(
    kb: Path,
    document: str,
    changes: Mapping[str, str | None],
    encoder: Encoder | None,
    progress: Progress = ignore_progress,
) -> Rereading:
    """Write what a person says of a document, and read its file again in that light.

    None takes a correction back, and so does what the file itself says. With nothing written it
    raises WrongCorrection for what a field cannot hold and for the number and day of a document
    held that says as much, UnreadableFile for a file that changed or has gone, and
    UnknownReference for a document that no file holds.
    """
    with open_to_write(kb) as truth, truth.commit():
        row = file_of(truth, document)
        if row is None:
            raise UnknownReference(NOT_FROM_A_FILE)
        if not _lies_as_read(truth, row):
            raise UnreadableFile(CHANGED_FILE.format(name=named(row)))
        put_corrections(truth, row["sha256"], _without_own_words(truth, row, changes))
        _refuse_where_held(truth, row)
        before = _set_aside(truth)
        truth.change("UPDATE files SET read_by = 0 WHERE sha256 = ?", row["sha256"])
    ingest([], kb, encoder, progress)
    outcome = _outcome(kb, row, before)
    if not before or outcome.document == document:
        return outcome
    with open_to_write(kb) as truth, truth.commit():  # the id given up may be another file's
        truth.change("UPDATE files SET read_by = 0 WHERE retry = 1")
    ingest([], kb, encoder, progress)
    return _outcome(kb, row, before)


def read_again(
    kb: Path, path: str, encoder: Encoder | None, progress: Progress = ignore_progress
) -> Report:
    """Try a file that was set aside once more."""
    with open_to_write(kb) as truth, truth.commit():
        truth.change("UPDATE files SET read_by = 0 WHERE path = ?", path)
    return ingest([], kb, encoder, progress)


def choose_font_code(kb: Path, paths: Sequence[Path], code: FontCode) -> None:
    """Note that files, or those of folders, are written in fonts of an old code."""
    with open_to_write(kb) as truth, truth.commit():
        for _, path in files_in([path.resolve() for path in paths if path.exists()]):
            digest = sha256_of(path)
            put_corrections(truth, digest, {FONT_CODE: code})
            truth.change("UPDATE files SET read_by = 0 WHERE sha256 = ?", digest)


def _lies_as_read(truth: Truth, row: Row) -> bool:
    """Whether a file, or the ZIP around it, lies where it was read, with the same bytes."""
    place = Path(row["path"])
    for path in (place, *place.parents):
        if path.is_file():
            known = known_file(truth, path)
            return known is not None and known["sha256"] == _readable_sha256(path)
    return False


def _readable_sha256(path: Path) -> str:
    try:
        return sha256_of(path)
    except OSError:
        return ""


def _without_own_words(
    truth: Truth, row: Row, changes: Mapping[str, str | None]
) -> dict[str, str | None]:
    """The changes, with None for a field that is to hold what the file itself says."""
    own, kept = fields_as_read(truth, row["sha256"]), dict(changes)
    for field, words in changes.items():
        if field in own and words is not None:
            said = correct(Metadata(""), [(field, words)])
            kept[field] = None if typed(said, field) == own[field] else words
    return kept


def _refuse_where_held(truth: Truth, row: Row) -> None:
    """Raise WrongCorrection where a document, as corrected, would give way to one held."""
    held = get_document(truth, row["document"])
    assert held is not None  # its file was found by it
    words = fields_as_read(truth, row["sha256"]) | dict(corrections_of(truth, row["sha256"]))
    corrected = replace(held, about=correct(held.about, tuple(words.items())))
    corrected = under_held_id(truth, corrected, row)
    other = file_of(truth, corrected.about.id)
    if other is None or other["path"] == row["path"]:
        return
    bearer = get_document(truth, corrected.about.id)
    if bearer and compare(corrected, bearer) is Standing.POORER:
        what = " ".join(filter(None, (bearer.about.type, bearer.about.number)))
        day = typed(bearer.about, "date")
        what += f" ngày {day}" if day else ""
        raise WrongCorrection(ALREADY_HELD.format(what=what, name=named(other)))


def _set_aside(truth: Truth) -> dict[str, str]:
    """The files set aside for another one, by path, with their names."""
    return {row["path"]: named(row) for row in truth.all("SELECT * FROM files WHERE retry = 1")}


def _outcome(kb: Path, row: Row, before: Mapping[str, str]) -> Rereading:
    truth = open_to_read(kb)
    try:
        now, after = known_file(truth, Path(row["path"])), _set_aside(truth)
        id = now["document"] if now else None
        others = truth.all(
            f"SELECT {ABOUT} FROM documents WHERE number <> '' AND id <> ? AND number_key ="
            " (SELECT number_key FROM documents WHERE id = ?) ORDER BY date, id",
            *(id, id),
        )
    finally:
        truth.close()
    return Rereading(
        document=id or "",
        reason=now["reason"] if now else "",
        given_way=tuple(n for path, n in after.items() if path not in {*before, row["path"]}),
        come_back=tuple(name for path, name in before.items() if path not in after),
        same_number=tuple(get_about(other) for other in others),
    )
