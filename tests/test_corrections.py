"""What a person corrects: marked, kept apart from the file, taken back; old permalinks lead on."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from conftest import ROOT, Writer
from screens import words_of
from streamlit.testing.v1 import AppTest
from typer.testing import CliRunner

import index
from cli import app
from index.truth import open_to_write
from ingest import UnreadableFile, WrongCorrection
from views.correcting import outcome_notice

DECREE = (
    "CHÍNH PHỦ\nSố: 7/2011/NĐ-CP\nHà Nội, ngày 02 tháng 3 năm 2011\nNGHỊ ĐỊNH\n"
    "Về sinh hoạt chuyên đề\nĐiều 1. Phạm vi\nNghị định này nói về cẩm nang.\n"
    "Điều 2. Hiệu lực\nNghị định này có hiệu lực từ ngày ký.\n"
)
OLD, NEW = "nd-7-2011-cp", "nd-8-2011-cp"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "van-ban"
    place.mkdir()
    (place / "nd7.txt").write_text(DECREE, encoding="utf-8")
    return place


@pytest.fixture
def kb(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("VIENDAN_KB", str(tmp_path / "kb"))
    monkeypatch.setenv("VIENDAN_MODEL", "-")
    index.ingest([folder], tmp_path / "kb", None)
    return tmp_path / "kb"


def _ids(kb: Path) -> list[str]:
    return sorted(about.id for about in index.open_store(kb, None).documents())


def _change(kb: Path, id: str, **changes: str | None) -> index.Rereading:
    return index.correct_document(kb, id, changes, None)


def _page(id: str) -> str:
    at = AppTest.from_file(str(ROOT / "views/van_ban.py"), default_timeout=30)
    at.query_params["vb"] = id
    return words_of(at.run())


def test_a_correction_says_whose_it_is_when_and_what_the_file_says(kb: Path) -> None:
    _change(kb, OLD, title="Về sinh hoạt chi bộ", place="")
    store = index.open_store(kb, None)
    (about,) = store.documents()
    assert (about.id, about.title, about.place) == (OLD, "Về sinh hoạt chi bộ", "")
    assert dict(about.doubts) == {"title": "người sửa", "place": "người sửa"}
    place, title = store.corrected(OLD)
    assert (place.field, place.words, place.as_read) == ("place", "", "Hà Nội")
    assert (title.field, title.as_read) == ("title", "Về sinh hoạt chuyên đề")
    made = datetime.fromisoformat(title.made)
    shown = f"{made:%H:%M, %d/%m/%Y}"
    page = _page(OLD)
    assert "Về sinh hoạt chi bộ (người sửa)" in page
    assert f"người sửa, {shown}; tệp ghi «Về sinh hoạt chuyên đề»" in page
    assert f"(để trống) người sửa, {shown}; tệp ghi «Hà Nội»" in page
    assert (kb.parent / "van-ban/nd7.txt").read_text(encoding="utf-8") == DECREE


def test_the_command_line_says_what_a_person_corrected(kb: Path) -> None:
    _change(kb, OLD, date="3/3/2011")
    words = CliRunner().invoke(app, ["cite", "7/2011/NĐ-CP", "--kb", str(kb)]).output
    assert "03/03/2011 (người sửa)" in words
    assert "Ngày ban hành: người sửa, " in words and "; tệp ghi «02/03/2011»" in words
    said = CliRunner().invoke(app, ["cite", "7/2011/NĐ-CP", "--kb", str(kb), "--json"]).output
    (found,) = json.loads(said)["found"]
    assert found["document"]["doubts"] == {"date": "người sửa"}
    assert found["corrected"]["date"]["typed"] == "3/3/2011"
    assert found["corrected"]["date"]["as_read"] == "02/03/2011"
    asked = ["search", "sinh hoạt chuyên đề", "--kb", str(kb)]
    assert "Ngày ban hành: người sửa" in CliRunner().invoke(app, asked).output
    hits = json.loads(CliRunner().invoke(app, [*asked, "--json"]).output)["hits"]
    assert hits[0]["doubts"] == {"date": "người sửa"}


def test_old_permalinks_lead_to_the_document_there_and_back(kb: Path, folder: Path) -> None:
    outcome = _change(kb, OLD, number="8 / 2011 / NĐ-CP")
    assert (outcome.document, _ids(kb)) == (NEW, [NEW])
    assert "Mã «nd-7-2011-cp» là mã trước khi sửa của Nghị định 8/2011/NĐ-CP" in _page(OLD)
    assert "Điều 2. Hiệu lực" in _page(OLD) and "Điều 2. Hiệu lực" in _page(NEW)
    again = index.ingest([folder], kb, None)
    assert ([Path(p).name for p in again.unchanged], again.changed) == (["nd7.txt"], [])
    assert "Điều 2. Hiệu lực" in _page(OLD)
    back = _change(kb, NEW, number=None)
    assert (back.document, _ids(kb)) == (OLD, [OLD])
    assert "Điều 2. Hiệu lực" in _page(OLD) and "mã trước khi sửa" not in _page(OLD)
    assert "Điều 2. Hiệu lực" in _page(NEW) and "Số ký hiệu 7/2011/NĐ-CP" in _page(NEW)
    assert index.open_store(kb, None).corrected(OLD) == ()
    assert index.verify(kb) == []


def test_an_old_permalink_follows_every_change_and_outlives_the_file(
    kb: Path, folder: Path
) -> None:
    for id, number in ((OLD, "8/2011/NĐ-CP"), (NEW, "9/2011/NĐ-CP")):
        _change(kb, id, number=number)
    assert [index.open_store(kb, None).id_now(id) for id in (OLD, NEW)] == ["nd-9-2011-cp"] * 2
    (folder / "nd7.txt").unlink()
    index.ingest([folder], kb, None)
    assert index.open_store(kb, None).id_now(OLD) is None
    (folder / "nd7.txt").write_text(DECREE, encoding="utf-8")
    index.ingest([folder], kb, None)
    assert index.open_store(kb, None).id_now(OLD) == "nd-9-2011-cp"


def test_an_old_id_that_citations_give_to_another_document_is_that_one_s(
    kb: Path, folder: Path
) -> None:
    _change(kb, OLD, number="8/2011/NĐ-CP")
    citing = DECREE.replace("7/2011", "20/2011").replace("cẩm nang", "Nghị định số 7/2011/NĐ-CP")
    (folder / "nd20.txt").write_text(citing, encoding="utf-8")
    index.ingest([folder], kb, None)
    page = _page(OLD)
    assert "Kho chưa có tệp nào của văn bản này" in page
    assert "là mã trước khi sửa của Nghị định 8/2011/NĐ-CP" in page


def test_ingesting_again_keeps_a_correction_and_reads_nothing(kb: Path, folder: Path) -> None:
    (folder / "nd6.txt").write_text(DECREE.replace("7/2011", "6/2011"), encoding="utf-8")
    index.ingest([folder], kb, None)
    _change(kb, OLD, title="Về sinh hoạt chi bộ")
    before = index.open_store(kb, None).fingerprint()
    again = index.ingest([folder], kb, None)
    assert (again.added, again.changed, again.set_aside) == ([], [], [])
    assert sorted(Path(path).name for path in again.unchanged) == ["nd6.txt", "nd7.txt"]
    assert index.open_store(kb, None).fingerprint() == before
    (folder / "nd7.txt").touch()  # a new time, the same bytes
    assert index.ingest([folder], kb, None).changed == []
    assert index.open_store(kb, None).fingerprint() == before


def test_a_file_corrected_by_an_earlier_version_is_read_once_more(kb: Path, folder: Path) -> None:
    _change(kb, OLD, title="Về sinh hoạt chi bộ")
    with open_to_write(kb) as truth, truth.commit():
        truth.change("DELETE FROM meta WHERE key LIKE 'as_read %'")
        truth.change("UPDATE documents SET doubts = '[]'")
    assert "người sửa, " in _page(OLD) and "tệp ghi" not in _page(OLD)
    assert [Path(path).name for path in index.ingest([folder], kb, None).changed] == ["nd7.txt"]
    assert "tệp ghi «Về sinh hoạt chuyên đề»" in _page(OLD)
    assert index.ingest([folder], kb, None).changed == []


def test_typing_what_the_file_says_takes_a_correction_back(kb: Path) -> None:
    _change(kb, OLD, date="3/3/2011", title="Về sinh hoạt chi bộ")
    _change(kb, OLD, date="2011-03-02")
    store = index.open_store(kb, None)
    assert [one.field for one in store.corrected(OLD)] == ["title"]
    assert str(store.documents()[0].date) == "2011-03-02"


def test_a_number_of_a_document_held_is_refused_and_nothing_written(kb: Path, folder: Path) -> None:
    (folder / "nd6.txt").write_text(DECREE.replace("7/2011", "6/2011"), encoding="utf-8")
    index.ingest([folder], kb, None)
    with pytest.raises(WrongCorrection) as refused:
        _change(kb, OLD, number="6/2011/NĐ-CP")
    assert str(refused.value) == (
        "Chưa ghi gì. Sửa như vậy thì tệp này cùng là Nghị định 6/2011/NĐ-CP ngày 02/03/2011 như "
        "«nd6.txt» đã có trong kho, lại không có thêm điều nào nên sẽ bị để riêng. Hãy xem lại số "
        "ký hiệu và ngày; nếu đúng là văn bản ấy thì không cần giữ tệp này."
    )
    store = index.open_store(kb, None)
    assert (_ids(kb), store.corrected(OLD)) == (["nd-6-2011-cp", OLD], ())
    changes = {"number": "6/2011/NĐ-CP", "date": "3/3/2011"}
    other_day = _change(kb, OLD, **changes)
    assert _ids(kb) == ["nd-6-2011-cp", other_day.document]
    assert other_day.document == "nd-6-2011-cp-03-03-chinh-phu"
    words, _ = outcome_notice(other_day, OLD, changes)
    assert "Kho còn giữ một văn bản khác cùng số: Nghị định 6/2011/NĐ-CP, 02/03/2011." in words


def test_a_fuller_text_takes_the_place_of_the_digest_and_gives_it_back(
    kb: Path, folder: Path
) -> None:
    head = "---\nso_ky_hieu: 6/2011/NĐ-CP\nloai: Nghị định\nngay: 2011-03-02\nedition: tóm lược\n"
    digest = f"{head}co_quan: Chính phủ\n---\nĐiều 1. Phạm vi\nNói vắn tắt.\n"
    (folder / "a.md").write_text(digest, encoding="utf-8")
    index.ingest([folder], kb, None)
    outcome = _change(kb, OLD, number="6/2011/NĐ-CP")
    assert (outcome.document, outcome.given_way) == ("nd-6-2011-cp", ("a.md",))
    words, look = outcome_notice(outcome, OLD, {"number": "6/2011/NĐ-CP"})
    assert look == "" and "Tệp «a.md» chứa cùng văn bản, nay nhường chỗ" in words
    assert [str(a.edition) for a in index.open_store(kb, None).documents()] == ["toàn văn"]
    back = _change(kb, "nd-6-2011-cp", number=None)
    assert (back.document, back.come_back) == (OLD, ("a.md",))
    assert _ids(kb) == ["nd-6-2011-cp", OLD]
    assert index.verify(kb) == []


def test_a_file_that_changed_or_has_gone_is_not_corrected(kb: Path, folder: Path) -> None:
    (folder / "nd7.txt").write_text(DECREE + "Điều 3. Mới\n", encoding="utf-8")
    with pytest.raises(UnreadableFile, match=r"«nd7.txt» không còn như lần nạp trước"):
        _change(kb, OLD, title="Khác")
    (folder / "nd7.txt").unlink()
    with pytest.raises(UnreadableFile, match="hãy chạy viendan ingest"):
        _change(kb, OLD, title="Khác")
    assert _ids(kb) == [OLD]
    assert index.open_store(kb, None).corrected(OLD) == ()


def test_a_file_in_an_archive_is_corrected(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "goi.zip", "w") as archive:
        archive.writestr("nd7.txt", DECREE)
        archive.writestr("nd6.txt", DECREE.replace("7/2011", "6/2011"))
    index.ingest([tmp_path / "goi.zip"], tmp_path / "kb", None)
    assert _change(tmp_path / "kb", OLD, number="8/2011/NĐ-CP").document == NEW
    assert _ids(tmp_path / "kb") == ["nd-6-2011-cp", NEW]


def test_an_id_that_the_file_states_stays_until_the_number_changes(
    tmp_path: Path, write: Writer
) -> None:
    write("a.md", id="muoi", so_ky_hieu="10-QĐ/TW")
    index.ingest([tmp_path / "van-ban"], tmp_path / "kb", None)
    assert _change(tmp_path / "kb", "muoi", title="Về số mười").document == "muoi"
    assert _change(tmp_path / "kb", "muoi", number="11-QĐ/TW").document == "qd-11-tw-2021"


def test_a_document_whose_number_is_emptied_is_named_by_its_title(kb: Path) -> None:
    assert _change(kb, OLD, number="").document == "nghi-dinh-ve-sinh-hoat-chuyen-de"
    assert index.open_store(kb, None).id_now(OLD) == "nghi-dinh-ve-sinh-hoat-chuyen-de"


def test_what_a_field_cannot_hold_changes_nothing(kb: Path) -> None:
    with pytest.raises(WrongCorrection, match="Không hiểu ngày «31/2/2011»"):
        _change(kb, OLD, title="Khác", date="31/2/2011")
    assert index.open_store(kb, None).corrected(OLD) == ()


def test_the_page_says_what_became_of_a_correction(kb: Path) -> None:
    at = AppTest.from_file(str(ROOT / "views/kho.py"), default_timeout=30).run()
    at.selectbox(key="sua-van-ban").set_value(OLD).run()
    number = next(box for box in at.text_input if box.label == "Số ký hiệu")
    number.set_value("không số")
    at.button("FormSubmitter:sua-nd-7-2011-cp-Lưu chỗ sửa").click().run()
    assert "«không số» không phải một số ký hiệu" in words_of(at)
    number = next(box for box in at.text_input if box.label == "Số ký hiệu")
    number.set_value("8/2011/NĐ-CP")
    at.button("FormSubmitter:sua-nd-7-2011-cp-Lưu chỗ sửa").click().run()
    said = words_of(at)
    assert "Đã ghi chỗ sửa: Số ký hiệu; tệp gốc không đổi." in said
    assert "Văn bản nay mang mã «nd-8-2011-cp» trong kho" in said
    assert at.selectbox(key="sua-van-ban").value == NEW
    assert "tệp ghi «7/2011/NĐ-CP»" in said
    at.button("FormSubmitter:sua-nd-8-2011-cp-Bỏ mọi chỗ đã sửa").click().run()
    assert "Đã bỏ chỗ sửa: Số ký hiệu" in words_of(at)
    assert at.selectbox(key="sua-van-ban").value == OLD


def test_a_document_without_a_source_has_no_row_for_it(kb: Path) -> None:
    assert "Nguồn" not in _page(OLD)
