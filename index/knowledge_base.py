"""Opening a store: its caches are brought up to date, and what is missing is said."""

from __future__ import annotations

from pathlib import Path

from ingest import BusyStore, MissingPart, StaleIndex, WrongSetting

from .caches import DENSE, LEXICAL, LEXICAL_RECORD, catch_up_behind, is_behind
from .dense import DenseRanking, load_dense
from .encoder import Encoder, open_encoder
from .lexical import LexicalRanking, forget
from .search import KnowledgeBase
from .settings import Settings
from .truth import Truth, open_to_read, open_to_write

WORDS_ONLY = "Chỉ so khớp từ ngữ: {reason}"
NO_MODEL = "thiết lập không dùng mô hình nhúng."
NO_VECTORS = "kho chưa có véc-tơ; hãy chạy viendan ingest."
VECTORS_BEHIND = "Véc-tơ mới có cho {have} trên {all} đoạn; phần còn lại chỉ so khớp từ ngữ."


def open_kb(settings: Settings) -> KnowledgeBase:
    """Open the store the settings name, for reading, at its newest revision.

    Where there is no model, or the vectors are another model's, words alone are ranked and
    `notices` says so with the cure. Raises NoStore, NewerStore or StoreError.
    """
    try:
        encoder = open_encoder(settings)
        reason = NO_MODEL
    except MissingPart as missing:
        encoder, reason = None, str(missing)
    file = settings.expansions_file
    if settings.expansions and not file.exists():
        raise WrongSetting(f"Không có tệp «{file}» mà thiết lập expansions nêu; hãy sửa thiết lập.")
    return open_store(settings.kb, encoder, reason, file)


def open_store(
    folder: Path,
    encoder: Encoder | None,
    reason: str = NO_MODEL,
    expansions: Path | None = None,
) -> KnowledgeBase:
    """Open a store with an encoder already made; None ranks words alone, for `reason`."""
    _repair(folder)
    lexical = _open_lexical(folder)
    truth = open_to_read(folder)
    if encoder is None:
        notices = (WORDS_ONLY.format(reason=reason),)
        return KnowledgeBase(truth, lexical, notices=notices, expansions=expansions)
    try:
        dense = _open_dense(truth, encoder)
    except StaleIndex as stale:
        notices = (WORDS_ONLY.format(reason=stale),)
        return KnowledgeBase(truth, lexical, notices=notices, expansions=expansions)
    return KnowledgeBase(truth, lexical, dense, encoder, _vector_notices(truth, dense), expansions)


def _open_lexical(folder: Path) -> LexicalRanking:
    try:
        return LexicalRanking(folder / LEXICAL)
    except ValueError:  # Tantivy's word for a damaged index
        forget(folder / LEXICAL)
        (folder / LEXICAL_RECORD).unlink(missing_ok=True)
        _repair(folder)
        return LexicalRanking(folder / LEXICAL)


def _open_dense(truth: Truth, encoder: Encoder) -> DenseRanking | None:
    made_by = truth.meta("model")
    if made_by not in (None, encoder.fingerprint):
        raise StaleIndex(
            f"véc-tơ trong kho do mô hình «{made_by}» tạo ra, còn thiết lập hiện nay là "
            f"«{encoder.fingerprint}»; hãy chạy: viendan ingest --kb {truth.folder}"
        )
    loaded = load_dense(truth.folder / DENSE)
    if loaded is None and made_by:  # damaged since it was written
        (truth.folder / DENSE).unlink(missing_ok=True)
        _repair(truth.folder)
        loaded = load_dense(truth.folder / DENSE)
    return loaded[0] if loaded and loaded[1].get("model") == encoder.fingerprint else None


def _vector_notices(truth: Truth, dense: DenseRanking | None) -> tuple[str, ...]:
    passages = truth.count("passages")
    if not passages:
        return ()
    if dense is None or not len(dense):
        return (WORDS_ONLY.format(reason=NO_VECTORS),)
    if len(dense) < passages:
        return (VECTORS_BEHIND.format(have=len(dense), all=passages),)
    return ()


def _repair(folder: Path) -> None:
    """Bring caches that are behind or damaged up to date, unless somebody is writing."""
    probe = open_to_read(folder)
    behind = is_behind(probe)
    probe.close()
    if not behind:
        return
    try:
        with open_to_write(folder) as truth:
            catch_up_behind(truth)
    except BusyStore:
        return
