"""Files given to the page: looked at, kept, taken back; archives."""

import io
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

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


def _archive(*members: tuple[str, bytes | str]) -> bytes:
    packed = io.BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, data in members:
            archive.writestr(name, data)
    return packed.getvalue()


def _last(kb: Path) -> index.Batch | None:
    """The last batch as a new session finds it."""
    return index.last_batch(index.open_store(kb, None).truth)


def _look(kb: Path, name: str, data: bytes) -> index.Look:
    return index.look_at(kb, index.receive(kb, name, data, 50))


def test_an_upload_is_looked_at_kept_known_again_and_taken_back(kb: Path) -> None:
    before = _numbers(kb)
    look = _look(kb, "../../nghị định 7.txt", DECREE.encode())
    assert look.document is not None
    assert look.document.about.number == "7/2011/NĐ-CP"
    assert look.standing.startswith("Sẽ thay bản ")
    assert _numbers(kb) == before  # looking changes nothing
    batch = index.keep(kb, [look.upload], WordEncoder())
    assert [(f.name, f.replaced) for f in batch.taken_in] == [("nghị định 7.txt", "tom-luoc.md")]
    assert batch.set_aside == ()
    assert _numbers(kb) == [("7/2011/NĐ-CP", "toàn văn")]
    assert index.verify(kb) == []
    again = _look(kb, "ban khac.txt", DECREE.encode())
    assert again.is_known and "nghị định 7.txt" in again.standing
    result = index.take_back(kb, batch.uploads, WordEncoder())
    assert [file.name for file in result.batch.taken_in] == ["nghị định 7.txt"]
    assert [(f.name, f.about.edition) for f in result.returned if f.about] == [
        ("tom-luoc.md", "tóm lược")
    ]
    assert _numbers(kb) == before
    assert index.verify(kb) == []


def test_an_upload_past_the_limit_is_refused_by_name(kb: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"«to.txt» nặng 3 MB, quá mức 2 MB"):
        index.receive(kb, "to.txt", b"a" * 3_000_000, 2)


def test_each_file_of_an_archive_is_looked_at_before_it_is_kept(kb: Path) -> None:
    look = _look(kb, "nd9.txt", DECREE.replace("7/2011", "9/2011").encode())
    index.keep(kb, [look.upload], WordEncoder())
    before = _numbers(kb)
    inside: list[tuple[str, bytes | str]] = [
        ("nd7.txt", DECREE),
        ("ban sao/nd7.txt", DECREE),
        ("nd7 (khac).txt", DECREE.replace("cam nang", "cẩm nang")),
        ("nd8.txt", DECREE.replace("7/2011", "8/2011")),
        ("nd9.txt", DECREE.replace("7/2011", "9/2011")),
        ("nd9b.txt", DECREE.replace("7/2011", "9/2011").replace("cam", "cẩm")),
        ("hong.pdf", b"%PDF-1.4 \x00"),
        ("trong/goi.zip", _archive(("a.txt", DECREE))),
    ]
    told: list[tuple[str, int, int]] = []
    packed = _archive(*inside)
    upload = index.receive(kb, "gói.zip", packed, 50)
    look = index.look_at(kb, upload, lambda *said: told.append(said))
    assert _numbers(kb) == before
    assert told == [("Đọc tệp", done, 8) for done in range(8)]
    assert (look.document, look.reason, look.brings) == (None, "", True)
    assert [one.name for one in look.members] == [name for name, _ in inside]
    first, copy, other, new, known, poorer, broken, nested = look.members
    assert first.about is not None and new.about is not None
    assert (first.about.number, str(first.about.date)) == ("7/2011/NĐ-CP", "2011-03-02")
    assert (first.about.title, first.articles, first.citations) == ("Về sinh hoạt chuyên đề", 2, 2)
    assert first.standing == "Sẽ thay bản tóm lược «Nghị định 7/2011/NĐ-CP» đang có trong kho."
    assert copy.standing == "Trùng nội dung với «nd7.txt» trong gói; chỉ một tệp được giữ."
    assert "Cùng là một văn bản với «nd7.txt» trong gói" in other.standing
    assert (new.about.number, new.standing, new.brings) == ("8/2011/NĐ-CP", "", True)
    assert known.standing.startswith("Đúng tệp này đã có trong kho («nd9.txt»)")
    assert poorer.standing.startswith("Kho đã có bản toàn văn «Nghị định 9/2011/NĐ-CP»")
    assert "Tệp PDF bị hỏng" in broken.reason
    assert nested.reason.startswith("Gói ZIP nằm trong gói ZIP không được mở.")
    assert [one.brings for one in look.members] == [True, False, True, True, *[False] * 4]
    batch = index.keep(kb, [look.upload], WordEncoder())
    assert [file.name for file in batch.taken_in] == ["gói.zip/nd7.txt", "gói.zip/nd8.txt"]
    assert len(batch.set_aside) == 6
    again = _look(kb, "gói.zip", packed)
    assert again.is_known and again.members == ()


def test_an_archive_made_to_harm_is_refused_before_it_is_kept(kb: Path) -> None:
    packed = io.BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        archive.writestr("no.txt", b"\0" * 50_000_000)
    look = _look(kb, "bom.zip", packed.getvalue())
    assert "phình ra" in look.reason and look.members == () and not look.brings


def test_the_last_batch_is_found_by_another_session_until_it_is_taken_back(kb: Path) -> None:
    assert _last(kb) is None
    new = DECREE.replace("7/2011", "8/2011").encode()
    looks = [_look(kb, "nd7.txt", DECREE.encode()), _look(kb, "hong.pdf", b"%PDF-1.4 \x00")]
    index.keep(kb, [look.upload for look in looks], WordEncoder())
    kept = index.keep(kb, [_look(kb, "nd8.txt", new).upload], WordEncoder())
    batch = _last(kb)
    assert batch is not None and batch.files == kept.files
    assert [one.name for one in batch.uploads] == ["nd8.txt"]  # the first batch is past
    index.take_back(kb, batch.uploads, WordEncoder())
    assert _last(kb) is None
    again = index.take_back(kb, batch.uploads, WordEncoder())  # from a page left open
    assert (again.batch.taken_in, again.batch.set_aside, again.returned) == ((), (), ())
    assert _numbers(kb) == [("7/2011/NĐ-CP", "toàn văn")]


def test_a_batch_cut_off_before_it_was_read_can_be_taken_back(kb: Path) -> None:
    before = _numbers(kb)
    upload = _look(kb, "nd7.txt", DECREE.encode()).upload

    def cut_off(*_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        index.keep(kb, [upload], WordEncoder(), cut_off)
    batch = _last(kb)
    assert batch is not None
    assert [(file.name, file.reason[:14]) for file in batch.files] == [
        ("nd7.txt", "Chưa đọc xong:")
    ]
    index.take_back(kb, batch.uploads, WordEncoder())
    assert (_numbers(kb), _last(kb)) == (before, None)


def test_what_a_file_taken_back_said_of_others_goes_too(kb: Path) -> None:
    text = DECREE.replace(
        "từ ngày ký.", "từ ngày ký và thay thế Nghị định số 5/2009/NĐ-CP ngày 01 tháng 02 năm 2009."
    )
    batch = index.keep(kb, [_look(kb, "nd7.txt", text.encode()).upload], WordEncoder())
    said = index.open_store(kb, None).statements()
    assert [one.statement.target.symbol for one in said] == ["5/2009/NĐ-CP"]
    index.take_back(kb, batch.uploads, WordEncoder())
    assert list(index.open_store(kb, None).statements()) == []


def test_a_font_code_chosen_for_an_archive_is_that_of_its_files(kb: Path) -> None:
    text = "NghÞ ®Þnh sè: 8/2011/N§-CP\n§iÒu 1. Ph¹m vi\nQuy ®Þnh vÒ ph¹m vi."
    upload = index.receive(kb, "gói.zip", _archive(("cu.txt", text)), 50)
    upload = index.with_font_code(upload, FontCode.TCVN3)
    (one,) = index.look_at(kb, upload).members
    assert one.articles == 1
    index.keep(kb, [upload], WordEncoder())
    rows = index.open_store(kb, None).truth.all("SELECT text FROM documents")
    assert any("Quy định về phạm vi." in row["text"] for row in rows)


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
