"""Files into the store: added, changed, unchanged, removed, set aside."""

import json
import os
import sqlite3
from pathlib import Path

import pytest
from conftest import CORPUS, Writer
from fakes import FailingEncoder, OtherEncoder, PowerCut, WordEncoder

import index
from citator import look_up
from index.truth import open_to_read
from ingest import BusyStore, MissingFolder, StaleIndex


def _names(paths: list[str]) -> list[str]:
    return [Path(path).name for path in paths]


@pytest.fixture
def kb(tmp_path: Path) -> Path:
    return tmp_path / "kb"


def _reasons(report: index.Report) -> dict[str, str]:
    return {Path(path).name: reason for path, reason in report.set_aside}


def test_a_second_run_reads_only_what_changed(kb: Path, write: Writer) -> None:
    first = write("a.md", so_ky_hieu="1-QĐ/TW")
    write("b.md", so_ky_hieu="2-QĐ/TW")
    encoder = WordEncoder()
    report = index.ingest([first.parent], kb, encoder)
    assert (_names(report.added), report.embedded) == (["a.md", "b.md"], 2)
    write("a.md", "Điều 1. Phạm vi\nNay quy định khác.", so_ky_hieu="1-QĐ/TW")
    report = index.ingest([first.parent], kb, encoder)
    assert _names(report.changed) == ["a.md"]
    assert _names(report.unchanged) == ["b.md"]
    assert encoder.encoded == 3
    assert index.verify(kb) == []


def test_what_left_the_folder_leaves_the_store(kb: Path, write: Writer) -> None:
    path = write("a.md", so_ky_hieu="1-QĐ/TW")
    write("b.md", so_ky_hieu="2-QĐ/TW")
    index.ingest([path.parent], kb, WordEncoder())
    path.unlink()
    report = index.ingest([path.parent], kb, WordEncoder())
    assert _names(report.removed) == ["a.md"]
    store = index.open_store(kb, WordEncoder())
    assert [about.number for about in store.documents()] == ["2-QĐ/TW"]
    assert {hit.about.number for hit in store.search("quy định về phạm vi").hits} == {"2-QĐ/TW"}
    assert len(list((kb / "files").iterdir())) == 1
    assert index.verify(kb) == []


def test_another_folder_is_left_alone(kb: Path, write: Writer, tmp_path: Path) -> None:
    path = write("a.md", so_ky_hieu="1-QĐ/TW")
    index.ingest([path.parent], kb, None)
    (tmp_path / "khac").mkdir()
    report = index.ingest([tmp_path / "khac"], kb, None)
    assert report.removed == []
    assert len(index.open_store(kb, None).documents()) == 1


def test_a_missing_folder_is_named_and_nothing_is_lost(kb: Path, write: Writer) -> None:
    path = write("a.md", so_ky_hieu="1-QĐ/TW")
    index.ingest([path.parent], kb, None)
    with pytest.raises(MissingFolder, match="khong-co"):
        index.ingest([path.parent / "khong-co"], kb, None)
    assert len(index.open_store(kb, None).documents()) == 1


def test_bad_files_are_set_aside_with_a_reason_and_the_good_ones_go_in(
    kb: Path, write: Writer
) -> None:
    folder = write("tot.md", so_ky_hieu="1-QĐ/TW").parent
    (folder / "rong.txt").write_text("", encoding="utf-8")
    (folder / "hong.pdf").write_bytes(b"%PDF-1.7 broken")
    (folder / "sai.txt").write_bytes(b"\xff\xfe\xfa\x00\xd8 kh\xf4ng")
    (folder / "la.xyz").write_bytes(b"abc")
    (folder / "dau.md").write_text("---\nngay: [2021\n---\nA", encoding="utf-8")
    (folder / f"{'x' * 240}.txt").write_text("Một tin ngắn về sinh hoạt chi bộ.", encoding="utf-8")
    (folder / "=cmd|' <img src=x onerror=alert(1)>.txt").write_text("Tin khác.", encoding="utf-8")
    report = index.ingest([folder], kb, WordEncoder())
    reasons = _reasons(report)
    assert set(reasons) == {"rong.txt", "hong.pdf", "sai.txt", "la.xyz", "dau.md"}
    assert all(len(reason) > 20 and reason[0].isupper() for reason in reasons.values())
    assert len(report.added) == 3
    assert index.verify(kb) == []
    again = index.ingest([folder], kb, WordEncoder())
    assert set(_reasons(again)) == set(reasons)
    assert len(again.unchanged) == 3


def test_a_file_that_turns_bad_leaves_the_store_and_comes_back(kb: Path, write: Writer) -> None:
    path = write("a.md", so_ky_hieu="1-QĐ/TW")
    index.ingest([path.parent], kb, WordEncoder())
    path.write_text("", encoding="utf-8")
    assert set(_reasons(index.ingest([path.parent], kb, WordEncoder()))) == {"a.md"}
    assert index.open_store(kb, None).documents() == []
    write("a.md", so_ky_hieu="1-QĐ/TW")
    assert _names(index.ingest([path.parent], kb, WordEncoder()).added) == ["a.md"]
    assert index.verify(kb) == []


def test_two_files_that_claim_one_document(kb: Path, write: Writer) -> None:
    first = write("a.md", so_ky_hieu="1-QĐ/TW")
    second = write("b.md", "Điều 1. Khác\nLời khác.", so_ky_hieu="1-QĐ/TW")
    report = index.ingest([first.parent], kb, None)
    assert _names(report.added) == ["a.md"]
    assert "a.md" in _reasons(report)["b.md"]
    first.unlink()
    report = index.ingest([first.parent], kb, None)
    assert _names(report.added) == [second.name]
    assert index.open_store(kb, None).documents()[0].number == "1-QĐ/TW"


def test_the_full_text_takes_the_place_of_the_digest(kb: Path, write: Writer) -> None:
    digest = write("a.md", so_ky_hieu="1-QĐ/TW", edition="tóm lược")
    index.ingest([digest.parent], kb, None)
    full = write("z.md", "Điều 1. Nguyên văn\nLời văn đầy đủ.", so_ky_hieu="1-QĐ/TW")
    report = index.ingest([digest.parent], kb, None)
    assert _names(report.added) == ["z.md"]
    assert "z.md" in _reasons(report)["a.md"]
    (about,) = index.open_store(kb, None).documents()
    assert about.edition == "toàn văn"
    full.unlink()
    index.ingest([digest.parent], kb, None)
    (about,) = index.open_store(kb, None).documents()
    assert about.edition == "tóm lược"
    assert index.verify(kb) == []


def test_the_same_content_twice_is_recognised(kb: Path, write: Writer) -> None:
    path = write("a.md", so_ky_hieu="1-QĐ/TW")
    path.with_name("b.md").write_bytes(path.read_bytes())
    assert "Trùng nội dung" in _reasons(index.ingest([path.parent], kb, None))["b.md"]


def test_embedding_goes_on_where_it_was_cut_off(kb: Path, write: Writer) -> None:
    for n in range(70):
        path = write(
            f"{n:02}.md", f"Điều 1. Việc {n}\nQuy định việc số {n}.", so_ky_hieu=f"{n + 1}-QĐ/TW"
        )
    with pytest.raises(PowerCut):
        index.ingest([path.parent], kb, FailingEncoder())
    store = index.open_store(kb, WordEncoder())
    assert store.notices == ("Véc-tơ mới có cho 64 trên 70 đoạn; phần còn lại chỉ so khớp từ ngữ.",)
    assert index.status(store).interrupted
    rest = WordEncoder()
    report = index.ingest([path.parent], kb, rest)
    assert (report.embedded, rest.encoded, len(report.unchanged)) == (6, 6, 70)
    assert index.open_store(kb, WordEncoder()).notices == ()
    assert index.verify(kb) == []


def test_another_model_ranks_by_words_until_the_store_is_embedded_again(
    kb: Path, write: Writer
) -> None:
    path = write("a.md", so_ky_hieu="1-QĐ/TW")
    index.ingest([path.parent], kb, WordEncoder())
    (notice,) = index.open_store(kb, OtherEncoder()).notices
    assert "another-encoder" in notice
    assert "viendan ingest" in notice
    index.ingest([path.parent], kb, OtherEncoder())
    assert index.open_store(kb, OtherEncoder()).notices == ()


def test_the_journal_counts_what_was_done(kb: Path, write: Writer) -> None:
    path = write("a.md", so_ky_hieu="1-QĐ/TW")
    index.ingest([path.parent], kb, WordEncoder())
    (run,) = open_to_read(kb).all("SELECT * FROM runs")
    assert json.loads(run["roots"]) == [str(path.parent)]
    assert json.loads(run["report"])["added"] == 1
    assert run["finished"]


def test_the_corpus_goes_in_whole(kb: Path) -> None:
    report = index.ingest([CORPUS], kb, None)
    files = [p for p in CORPUS.glob("*.md") if p.name != "README.md"]
    assert len(report.added) == len(files)
    assert report.set_aside == []


def test_a_store_that_is_being_written_says_so(kb: Path, write: Writer) -> None:
    from index.truth import open_to_write

    path = write("a.md", so_ky_hieu="1-QĐ/TW")
    with open_to_write(kb), pytest.raises(BusyStore):
        index.ingest([path], kb, None)


def test_a_model_that_cannot_be_had_leaves_words_to_search(kb: Path, write: Writer) -> None:
    path = write("a.md", so_ky_hieu="1-QĐ/TW")
    broken = index.open_encoder(index.Settings(model=str(path.parent / "khong-co")))
    report = index.ingest([path.parent], kb, broken)
    assert "khong-co" in report.notice
    store = index.open_store(kb, None)
    assert store.search("quy định về phạm vi").hits[0].about.number == "1-QĐ/TW"
    assert not index.status(store).interrupted
    assert index.verify(kb) == []


def _articles(first: int, last: int) -> str:
    return "\n".join(f"Điều {n}. Việc {n}\nQuy định việc số {n}." for n in range(first, last + 1))


def test_the_parts_of_one_document_are_both_kept_and_named(kb: Path, write: Writer) -> None:
    write("p1.md", _articles(1, 5), so_ky_hieu="1-QĐ/TW", trich_yeu="về việc")
    path = write("p3.md", _articles(9, 12), so_ky_hieu="1-QĐ/TW", trich_yeu="về việc")
    report = index.ingest([path.parent], kb, None)
    assert report.set_aside == []
    store = index.open_store(kb, None)
    assert {about.id: about.title for about in store.documents()} == {
        "qd-1-tw-2021": "về việc (Điều 1 đến Điều 5)",
        "qd-1-tw-2021-dieu-9-12": "về việc (Điều 9 đến Điều 12)",
    }
    (found,) = look_up(store, "Điều 10 Quy định 1-QĐ/TW").found
    assert found.text == "Điều 10. Việc 10\nQuy định việc số 10."
    assert index.ingest([path.parent], kb, None).unchanged == report.added
    assert index.verify(kb) == []


def test_of_two_full_texts_the_one_with_more_is_kept(kb: Path, write: Writer) -> None:
    write("a.md", _articles(1, 3), so_ky_hieu="1-QĐ/TW")
    path = write("b.md", _articles(1, 9), so_ky_hieu="1-QĐ/TW")
    report = index.ingest([path.parent], kb, None)
    assert set(_reasons(report)) == {"a.md"}
    (about,) = index.open_store(kb, None).documents()
    document = index.open_store(kb, None).document(about.id)
    assert document is not None
    assert len(document.provisions) == 9
    assert index.verify(kb) == []


def test_a_name_that_is_no_text_is_set_aside_and_the_rest_goes_in(kb: Path, write: Writer) -> None:
    path = write("a.md", so_ky_hieu="1-QĐ/TW")
    Path(os.fsdecode(os.fsencode(path.parent) + b"/ten-\xff-hong.txt")).write_text("Tin ngắn.")
    for _ in range(2):
        report = index.ingest([path.parent], kb, None)
        assert [Path(p).name for p, _ in report.set_aside] == ["ten-\\udcff-hong.txt"]
        assert report.removed == []
    assert len(index.open_store(kb, None).documents()) == 1


WITH_STATEMENT = """Ban Bí thư
ten_khac: [quy định mười]
statements:
  - quan_he: thay thế
    van_ban: {so_ky_hieu: 1-QĐ/TW}
    can_cu: [Báo Nhân Dân]
    muc_tin_cay: đã thấy
    kiem_tra: 2025-01-01"""


def _digest(write: Writer) -> Path:
    return write(
        "a-tom-luoc.md",
        so_ky_hieu="10-QĐ/TW",
        edition="tóm lược",
        co_quan=WITH_STATEMENT,
        id="muoi",
    )


def test_the_official_file_takes_the_digest_s_place_and_the_statements_stay(
    kb: Path, write: Writer
) -> None:
    folder = _digest(write).parent
    index.ingest([folder], kb, None)
    write("b-toan-van.md", "Điều 1. Phạm vi\nToàn văn.", so_ky_hieu="10-QĐ/TW")
    for run in range(2):  # the second run changes nothing
        report = index.ingest([folder], kb, None)
        assert _reasons(report)["a-tom-luoc.md"].startswith(
            "Đã có bản đầy đủ hơn" if run == 0 else "Cùng là Quy định 10-QĐ/TW"
        )
        store = index.open_store(kb, None)
        (about,) = store.documents()
        assert (about.id, str(about.edition)) == ("muoi", "toàn văn")
        assert about.aliases == ("quy định mười",)
        assert [s.statement.target.symbol for s in store.statements_of("muoi")] == ["1-QĐ/TW"]
        assert look_up(store, "quy định mười").found[0].about.id == "muoi"
    assert index.verify(kb) == []


def test_a_digest_that_comes_later_lends_its_names_and_statements(kb: Path, write: Writer) -> None:
    folder = write("b-toan-van.md", so_ky_hieu="10-QĐ/TW").parent
    index.ingest([folder], kb, None)
    _digest(write)
    index.ingest([folder], kb, None)
    store = index.open_store(kb, None)
    (about,) = store.documents()
    assert (str(about.edition), about.aliases) == ("toàn văn", ("quy định mười",))
    assert len(store.statements()) == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [("co_quan", "Bộ Chính trị"), ("ngay", "2021-01-03"), ("ngay", "2021-12-31")],
)
def test_another_issuer_or_day_is_another_document(
    kb: Path, write: Writer, field: str, value: str
) -> None:
    folder = _digest(write).parent
    write("b.md", so_ky_hieu="10-QĐ/TW", **{field: value})
    index.ingest([folder], kb, None)
    assert len(index.open_store(kb, None).documents()) == 2


@pytest.mark.parametrize(("field", "value"), [("co_quan", "Bộ Chính trị"), ("ngay", "2021-01-03")])
def test_an_id_of_the_same_year_does_not_make_it_the_same_document(
    kb: Path, write: Writer, field: str, value: str
) -> None:
    digest = {"edition": "tóm lược", "co_quan": "Ban Bí thư"}
    folder = write("a.md", so_ky_hieu="10-QĐ/TW", **digest).parent
    write("b.md", so_ky_hieu="10-QĐ/TW", **{"co_quan": "Ban Bí thư", field: value})
    for _ in range(2):
        report = index.ingest([folder], kb, None)
        assert report.set_aside == []
        store = index.open_store(kb, None)
        assert len(store.documents()) == 2
        assert len(look_up(store, "10-QĐ/TW").found) == 2
    assert index.verify(kb) == []


def test_parts_keep_their_ids_when_one_is_read_again(kb: Path, write: Writer) -> None:
    folder = write("a.md", "Điều 1. Phạm vi\nMột.", so_ky_hieu="10-QĐ/TW").parent
    write("b.md", "Điều 2. Hiệu lực\nHai.", so_ky_hieu="10-QĐ/TW")
    index.ingest([folder], kb, None)
    ids = sorted(a.id for a in index.open_store(kb, None).documents())
    assert ids == ["qd-10-tw-2021", "qd-10-tw-2021-dieu-2-2"]
    for name, body in (("a.md", "Điều 1. Phạm vi\nMới."), ("b.md", "Điều 2. Hiệu lực\nMới.")):
        write(name, body, so_ky_hieu="10-QĐ/TW")
        index.ingest([folder], kb, None)
        assert sorted(a.id for a in index.open_store(kb, None).documents()) == ids


def test_a_corrected_day_keeps_the_id(kb: Path, write: Writer) -> None:
    folder = write("a.md", so_ky_hieu="10-QĐ/TW").parent
    index.ingest([folder], kb, None)
    write("a.md", so_ky_hieu="10-QĐ/TW", ngay="2021-01-03")
    index.ingest([folder], kb, None)
    assert [a.id for a in index.open_store(kb, None).documents()] == ["qd-10-tw-2021"]


def test_an_issuer_s_fuller_name_is_the_same_issuer(kb: Path, write: Writer) -> None:
    folder = _digest(write).parent
    write("b.md", so_ky_hieu="10-QĐ/TW", co_quan="Ban Bí thư Trung ương Đảng")
    index.ingest([folder], kb, None)
    assert [a.id for a in index.open_store(kb, None).documents()] == ["muoi"]


def test_a_wrong_statement_sets_its_file_aside_with_a_sentence(kb: Path, write: Writer) -> None:
    wrong = WITH_STATEMENT.replace("thay thế", "thay cho")
    folder = write("a.md", so_ky_hieu="10-QĐ/TW", co_quan=wrong).parent
    write("b.md", so_ky_hieu="11-QĐ/TW")
    report = index.ingest([folder], kb, None)
    assert _names(report.added) == ["b.md"]
    assert "quan_he" in _reasons(report)["a.md"]
    assert "tiếp tục thực hiện" in _reasons(report)["a.md"]


def _old_store(kb: Path, file: Path) -> None:
    """A store as the first version wrote it, with one document."""
    kb.mkdir()
    old = sqlite3.connect(kb / "kb.sqlite")
    old.executescript((Path(__file__).parent / "data" / "schema_1.sql").read_text("utf-8"))
    old.executescript(
        "INSERT INTO meta VALUES ('schema', '1'), ('revision', '4'), ('model', 'word-encoder');"
        "INSERT INTO documents VALUES ('qd-1-tw-2021', 'Quy định', '1-QĐ/TW', '1-qd-tw', '', '',"
        " '', '2021-01-02', 'toàn văn', '', '[]', '[]', 'Điều 1', '[]', '[]', 4);"
        "INSERT INTO passages VALUES (7, 'qd-1-tw-2021', '', 'x', '', 0, 6, 'h', 'Điều 1', 4);"
        "INSERT INTO vectors VALUES ('word-encoder', 'kept', x'00');"
        f"INSERT INTO files VALUES ('{file}', '{file.parent}',"
        " 'x', 1, 1, 1, 'qd-1-tw-2021', '', 0);"
    )
    old.commit()
    old.close()


def test_a_store_of_the_version_before_is_read_again_whole(
    kb: Path, write: Writer, tmp_path: Path
) -> None:
    path = write("a.md", so_ky_hieu="1-QĐ/TW")
    _old_store(kb, path)
    with pytest.raises(StaleIndex, match="hãy chạy: viendan ingest"):
        index.open_store(kb, None)
    other = tmp_path / "khac"
    other.mkdir()
    report = index.ingest([other], kb, WordEncoder())  # its former folder comes along
    assert (_names(report.changed), report.removed) == (["a.md"], [])
    store = index.open_store(kb, WordEncoder())
    assert [a.number for a in store.documents()] == ["1-QĐ/TW"]
    assert [hit.passage.id for hit in store.search("phạm vi").hits] == [8]
    assert index.verify(kb) == []


def test_two_texts_without_a_number_may_bear_one_file_name(kb: Path, tmp_path: Path) -> None:
    folder = tmp_path / "van-ban"
    texts = {"a": "Biểu mẫu kê khai", "b": "Danh sách đảng viên", "c": "Biểu mẫu kê khai"}
    for name, words in texts.items():
        (folder / name).mkdir(parents=True)
        (folder / name / "phu-luc.txt").write_text(words, encoding="utf-8")
    report = index.ingest([folder], kb, None)
    assert len(report.added) == 2
    assert list(_reasons(report)) == ["phu-luc.txt"]
    assert [d.id for d in index.open_store(kb, None).documents()] == ["phu-luc", "phu-luc-2"]
    (folder / "b" / "phu-luc.txt").write_text("Danh sách chi bộ", encoding="utf-8")
    assert len(index.ingest([folder], kb, None).changed) == 1
    assert [d.id for d in index.open_store(kb, None).documents()] == ["phu-luc", "phu-luc-2"]
    assert index.verify(kb) == []
