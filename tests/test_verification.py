"""Verify: every stored slice is read again, and every disagreement is a sentence."""

import shutil
import sqlite3
from pathlib import Path

import pytest
from fakes import WordEncoder

import index
from index.truth import open_to_write
from ingest import BusyStore


@pytest.fixture
def kb(corpus_kb: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "kb"
    shutil.copytree(corpus_kb, copy)
    return copy


def _spoil(kb: Path, order: str) -> None:
    with sqlite3.connect(kb / "kb.sqlite") as connection:
        connection.execute(order)


def test_a_sound_store_has_no_faults(kb: Path) -> None:
    assert index.verify(kb) == []


@pytest.mark.parametrize(
    ("order", "said"),
    [
        (
            "UPDATE documents SET text = 'x' || text WHERE id = 'qd-37-tw-2021'",
            "không khớp lời văn",
        ),
        ("UPDATE citations SET start = start + 1 WHERE ordinal = 0", "không còn đúng chỗ"),
        ('UPDATE provisions SET "end" = 9999999 WHERE ordinal = 0', "nằm ngoài văn bản"),
        ("UPDATE documents SET suspects = '[[5, 4]]' WHERE id = 'qd-37-tw-2021'", "nghi sót"),
        ("UPDATE statements SET \"end\" = 5 WHERE acting = 'qd-296-tw-2025'", "quan hệ «thay thế»"),
        ("DELETE FROM passages WHERE id = 1", "thừa 1 đoạn"),
    ],
)
def test_a_spoilt_truth_is_noticed(kb: Path, order: str, said: str) -> None:
    _spoil(kb, order)
    assert any(said in fault for fault in index.verify(kb))


def test_caches_that_are_behind_are_no_fault(kb: Path) -> None:
    _spoil(kb, "UPDATE meta SET value = '999' WHERE key = 'revision'")
    assert index.verify(kb) == []


def test_a_store_that_is_being_written_is_not_judged(kb: Path) -> None:
    with open_to_write(kb), pytest.raises(BusyStore):
        index.verify(kb)


def test_a_changed_or_missing_original_is_noticed(kb: Path) -> None:
    kept = sorted((kb / "files").iterdir())
    kept[0].write_text("sửa", encoding="utf-8")
    kept[1].unlink()
    faults = index.verify(kb)
    assert sum("đã bị sửa" in fault for fault in faults) == 1
    assert sum("không còn" in fault for fault in faults) == 1


def test_damaged_caches_are_built_again_when_the_store_is_opened(kb: Path) -> None:
    vectors = kb / "vectors.faiss"
    data = bytearray(vectors.read_bytes())
    data[-3] ^= 1
    vectors.write_bytes(data)
    shutil.rmtree(kb / "lexical")
    (kb / "lexical.json").unlink()
    assert index.verify(kb) == ["Chỉ mục véc-tơ hỏng; lần mở kho tới sẽ tự lập lại."]
    store = index.open_store(kb, WordEncoder())
    assert store.notices == ()
    assert store.search("kê khai tài sản").hits[0].passage.address == "dieu-9"
    assert index.verify(kb) == []


def test_a_word_index_whose_files_are_damaged_is_built_again(kb: Path) -> None:
    for file in (kb / "lexical").iterdir():
        if file.name == "meta.json":
            file.write_text("{", encoding="utf-8")
    assert any("Chỉ mục từ ngữ hỏng" in fault for fault in index.verify(kb))
    assert index.open_store(kb, None).search("kê khai tài sản").hits
    assert index.verify(kb) == []
