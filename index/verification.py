"""Does the truth agree with itself and with its caches? Every stored slice is read again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ingest import Document

from .caches import DENSE, LEXICAL, catch_up_behind
from .dense import load_dense
from .documents import get_document, get_passage
from .lexical import LexicalRanking
from .originals import FILES
from .stamps import sha256_of
from .truth import Truth, open_to_read, open_to_write

MOST_NAMED = 5  # how many of a kind of fault are named one by one


def verify(folder: Path) -> list[str]:
    """Everything that is wrong with a store, as sentences; an empty list when nothing is.

    Caches that are merely behind, as after a power cut, are brought up to date first, as any
    opening does. Raises NoStore, and BusyStore while somebody writes: nothing may move meanwhile.
    """
    open_to_read(folder).close()
    with open_to_write(folder) as truth:
        catch_up_behind(truth)
        return [
            *_check_database(truth),
            *_check_documents(truth),
            *_check_files(truth),
            *_check_lexical(truth),
            *_check_dense(truth),
        ]


def _check_database(truth: Truth) -> Iterator[str]:
    for row in truth.all("PRAGMA integrity_check"):
        if row[0] != "ok":
            yield f"Cơ sở dữ liệu hỏng: {row[0]}."
    for row in truth.all("PRAGMA foreign_key_check"):
        yield f"Bảng {row['table']} có dòng không gắn với văn bản nào."


def _check_documents(truth: Truth) -> Iterator[str]:
    for row in truth.all("SELECT id FROM documents ORDER BY id"):
        document = get_document(truth, row["id"])
        assert document is not None  # the id was read a line above
        for check in (_lost_citations, _lost_provisions, _lost_statements, _changed_passages):
            yield from _named(document.about.id, list(check(truth, document)))


def _lost_citations(_truth: Truth, document: Document) -> Iterator[str]:
    for citation in document.citations:
        if document.text[citation.start : citation.end] != citation.text:
            yield f"viện dẫn «{citation.text}» không còn đúng chỗ trong văn bản"
    for start, end in document.suspects:
        if not 0 <= start < end <= len(document.text):
            yield f"chỗ nghi sót ở ký tự {start} nằm ngoài văn bản"


def _lost_provisions(_truth: Truth, document: Document) -> Iterator[str]:
    for unit in document.provisions:
        if not 0 <= unit.start < unit.end <= len(document.text):
            yield f"{unit.address} nằm ngoài văn bản"


def _lost_statements(truth: Truth, document: Document) -> Iterator[str]:
    """A sentence that is no longer in the text; of a file set aside the text is not here."""
    rows = truth.all(
        "SELECT s.* FROM statements s JOIN files f ON f.path = s.path"
        " WHERE f.document = ? AND f.reason = ''",
        document.about.id,
    )
    for row in rows:
        if document.text[row["start"] : row["end"]] != row["sentence"]:
            yield f"câu nói về quan hệ «{row['relation']}» không còn đúng chỗ trong văn bản"


def _changed_passages(truth: Truth, document: Document) -> Iterator[str]:
    for row in truth.all("SELECT * FROM passages WHERE document = ?", document.about.id):
        passage = get_passage(row)
        if passage.hash_of(document.text[passage.start : passage.end]) != row["hash"]:
            yield f"đoạn «{passage.label}» (số {passage.id}) không khớp lời văn"


def _check_files(truth: Truth) -> Iterator[str]:
    missing, damaged = [], []
    for row in truth.all("SELECT path, sha256 FROM files WHERE document IS NOT NULL ORDER BY path"):
        kept = sorted((truth.folder / FILES).glob(f"{row['sha256']}*"))
        if not kept:
            missing.append(f"bản gốc của {row['path']} không còn")
        elif sha256_of(kept[0]) != row["sha256"]:
            damaged.append(f"bản gốc của {row['path']} đã bị sửa")
    yield from _named("Tệp gốc", missing + damaged)


def _check_lexical(truth: Truth) -> Iterator[str]:
    try:
        held = LexicalRanking(truth.folder / LEXICAL).ids()
    except ValueError as damage:
        yield f"Chỉ mục từ ngữ hỏng ({damage}); lần mở kho tới sẽ tự lập lại."
        return
    wanted = {row["id"] for row in truth.all("SELECT id FROM passages")}
    yield from _differences("Chỉ mục từ ngữ", held, wanted)


def _check_dense(truth: Truth) -> Iterator[str]:
    model = truth.meta("model")
    if model is None:
        return
    loaded = load_dense(truth.folder / DENSE)
    if loaded is None:
        yield "Chỉ mục véc-tơ hỏng; lần mở kho tới sẽ tự lập lại."
        return
    wanted = {
        row["id"]
        for row in truth.all(
            "SELECT p.id FROM passages p JOIN vectors v ON v.hash = p.hash AND v.model = ?", model
        )
    }
    yield from _differences("Chỉ mục véc-tơ", set(loaded[0].ids().tolist()), wanted)


def _differences(cache: str, held: set[int], wanted: set[int]) -> Iterator[str]:
    if wanted - held:
        yield f"{cache} thiếu {len(wanted - held)} đoạn; hãy chạy: viendan ingest"
    if held - wanted:
        yield f"{cache} thừa {len(held - wanted)} đoạn; hãy chạy: viendan ingest"


def _named(subject: str, faults: list[str]) -> Iterator[str]:
    for fault in faults[:MOST_NAMED]:
        yield f"{subject}: {fault}."
    if len(faults) > MOST_NAMED:
        yield f"{subject}: còn {len(faults) - MOST_NAMED} lỗi tương tự."
