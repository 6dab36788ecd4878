"""Files given to the page: looked at, kept, taken back; archives."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from conftest import Writer
from fakes import WordEncoder

import index
from ingest import FontCode, UnreadableFile

DECREE = (
    "CHÍNH PHỦ\nSố: 7/2011/NĐ-CP\nHà Nội, ngày 02 tháng 3 năm 2011\nNGHỊ ĐỊNH\n"
    "Về sinh hoạt chuyên đề\nĐiều 1. Phạm vi\nNghị định này nói về cam nang mua xuan.\n"
    "Điều 2. Hiệu lực\nNghị định này có hiệu lực từ ngày ký.\n"
)


@pytest.fixture
def kb(tmp_path: Path, write: Writer) -> Path:
    said = {"so_ky_hieu": "7/2011/NĐ-CP", "loai": "Nghị định", "ngay": "2011-03-02"}
    digest = write("tom-luoc.md", **said, co_quan="Chính phủ", edition="tóm lược")
    folder = tmp_path / "kb"
    report = index.ingest([digest.parent], folder, WordEncoder())
    assert report.set_aside == []
    return folder


def _numbers(kb: Path) -> list[tuple[str, str]]:
    return [(a.number, str(a.edition)) for a in index.open_store(kb, WordEncoder()).documents()]


def _look(kb: Path, name: str, data: bytes) -> index.Look:
    return index.look_at(kb, index.receive(kb, name, data, 50), lambda done, total: None)


def test_an_upload_is_looked_at_kept_known_again_and_taken_back(kb: Path) -> None:
    before = _numbers(kb)
    look = _look(kb, "../../nghị định 7.txt", DECREE.encode())
    assert look.document is not None
    assert look.document.about.number == "7/2011/NĐ-CP"
    assert look.standing.startswith("Sẽ thay bản ")
    assert _numbers(kb) == before  # looking changes nothing
    report = index.keep(kb, [look.upload], WordEncoder())
    assert len(report.added) == 1
    assert _numbers(kb) == [("7/2011/NĐ-CP", "toàn văn")]
    assert index.verify(kb) == []
    again = _look(kb, "ban khac.txt", DECREE.encode())
    assert again.is_known and "nghị định 7.txt" in again.standing
    index.take_back(kb, [look.upload], WordEncoder())
    assert _numbers(kb) == before
    assert index.verify(kb) == []


def test_an_upload_past_the_limit_is_refused_by_name(kb: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"«to.txt» nặng 3 MB, quá mức 2 MB"):
        index.receive(kb, "to.txt", b"a" * 3_000_000, 2)


def test_files_in_an_archive_come_and_go_with_it(tmp_path: Path) -> None:
    folder, kb = tmp_path / "van-ban", tmp_path / "kb"
    folder.mkdir()
    with ZipFile(folder / "goi.zip", "w") as archive:
        archive.writestr("../len/nd7.txt", DECREE)
        archive.writestr("nd8.txt", DECREE.replace("7/2011", "8/2011"))
        archive.writestr("anh.png", b"\x89PNG")
    report = index.ingest([folder], kb, WordEncoder())
    assert [Path(path).name for path in report.added] == ["nd7.txt", "nd8.txt"]
    assert [(Path(path).name, reason[:20]) for path, reason in report.set_aside] == [
        ("anh.png", "Không đọc được loại ")
    ]
    assert not (tmp_path / "len").exists()
    again = index.ingest([folder], kb, WordEncoder())
    assert (len(again.unchanged), again.added, len(again.set_aside)) == (2, [], 1)
    with ZipFile(folder / "goi.zip", "w") as archive:
        archive.writestr("nd8.txt", DECREE.replace("7/2011", "8/2011"))
    third = index.ingest([folder], kb, WordEncoder())
    assert [Path(path).name for path in third.removed] == ["anh.png", "nd7.txt"]
    assert [number for number, _ in _numbers(kb)] == ["8/2011/NĐ-CP"]
    assert index.verify(kb) == []
    (folder / "goi.zip").unlink()
    index.ingest([folder], kb, WordEncoder())
    assert _numbers(kb) == []


def test_a_chosen_font_code_is_kept_with_the_file(kb: Path) -> None:
    look = _look(kb, "nd7.txt", DECREE.encode())
    upload = index.with_font_code(look.upload, FontCode.VNI)
    index.keep(kb, [upload], WordEncoder())
    truth = index.open_store(kb, WordEncoder()).truth
    rows = truth.all("SELECT field, value FROM corrections")
    assert [tuple(row) for row in rows] == [("font_code", "vni")]
