"""A scan in a store: wherever its words are shown, that they were read from a picture is too."""

from __future__ import annotations

import csv
import io
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from test_pdf import draw_black_pages
from test_sureness import put_words

import index
from citator import Ledger, check_csv, check_draft, check_record, look_up, look_up_record
from ingest import Sureness
from views import terminal, terminal_check, terminal_parse
from views.cards import card, headline
from views.check_report import row_words
from views.citation_links import citation_links
from views.mentions import citing_cards
from views.missing_list import missing_csv, missing_table
from views.reading_facts import reading_facts, understood
from views.recognised import percent, range_words, recognised_words
from views.standpoint import Standpoint, stand, survey
from views.suspects import suspects_table

TODAY = date(2026, 11, 23)
BADGE = "Nhận dạng từ ảnh, độ chắc 81%, 1 trang cần đối chiếu"


@pytest.fixture(scope="module")
def scan(tmp_path_factory: pytest.TempPathFactory) -> Standpoint:
    """A scanned thông tư of two pages alone in a store; the second page is hard to read."""
    folder = tmp_path_factory.mktemp("quet")
    path, kb = folder / "a.pdf", folder / "kho"
    path.write_bytes(draw_black_pages(2))
    pages = kb / "recognised" / sha256(path.read_bytes()).hexdigest()
    pages.mkdir(parents=True)
    put_words(
        pages,
        1,
        "BỘ GIAO THÔNG VẬN TẢI",
        "Số: 31/2019/TT-BGTVT Hà Nội, ngày 29 tháng 8 năm 2019",
        "THÔNG TƯ",
        "Quy định về tốc độ và khoảng cách an toàn",
        "Căn cứ Nghị định số 12/2017/NĐ-CP ngày 10 tháng 02 năm 2017 của Chính phủ;",
        confidence=0.92,
    )
    put_words(
        pages,
        2,
        "Điều 1. Hiệu lực thi hành",
        "Thông tư này thay thế Thông tư số 91/2015/TT-BGTVT~0.6 ngày 31 tháng 12 năm 2015.",
        confidence=0.7,
    )
    index.ingest([path], kb, None)
    store = index.open_store(kb, None)
    return stand(store, survey(store), TODAY, TODAY)


@pytest.fixture(scope="module")
def results(scan: Standpoint) -> index.Results:
    assert isinstance(scan.catalogue, index.KnowledgeBase)
    return scan.catalogue.search("hiệu lực thi hành thông tư thay thế")


def test_a_result_says_how_surely_its_page_was_read(
    scan: Standpoint, results: index.Results
) -> None:
    best = results.hits[0]
    assert (best.passage.address, best.page, best.sureness) == ("dieu-1", 2, 0.7)
    record = index.results_record(results)["hits"][0]
    assert (record["page"], record["sureness"]) == (2, 0.7)
    shown = card(scan, index.group_by_document(results.hits)[0], results.query)
    assert BADGE in shown
    assert "Đọc từ ảnh trang 2, độ chắc 70%" in shown
    assert 'href="van-ban?vb=tt-31-2019-bgtvt&amp;dv=dieu-1&amp;anh=2"' in shown
    lines = list(terminal.results_lines(scan.catalogue, results, Ledger(scan.catalogue, TODAY)))
    assert "   đọc từ ảnh trang 2, độ chắc 70%, hãy đối chiếu" in lines


def test_the_headline_says_that_a_text_was_read_from_pictures(
    scan: Standpoint, view: Standpoint
) -> None:
    about = scan.catalogue.documents()[0]
    assert BADGE in headline(scan, about, "h1")
    typed = view.catalogue.about("qd-37-tw-2021")
    assert typed is not None
    assert "từ ảnh" not in headline(view, typed, "h1")


def test_a_citation_read_from_a_picture_says_so(scan: Standpoint) -> None:
    answer = look_up(scan.catalogue, "91/2015/TT-BGTVT")
    shown = citing_cards(scan, answer.cited_by)
    assert "Chưa chắc: số đọc từ ảnh không rõ, hãy đối chiếu" in shown
    assert "Xem ảnh trang 2, độ chắc 70%" in shown
    ledger = Ledger(scan.catalogue, TODAY)
    (mention,) = look_up_record(answer, ledger)["cited_by"]
    assert (mention["citation"]["sureness"], mention["citation"]["unsure"]) == (0.7, True)
    sure = look_up(scan.catalogue, "12/2017/NĐ-CP")
    assert "Đọc từ ảnh, hãy đối chiếu" in citing_cards(scan, sure.cited_by)
    assert any("(đọc từ ảnh, hãy đối chiếu)" in s for s in terminal.look_up_lines(sure, ledger))


def test_the_links_of_a_text_say_that_they_were_read_from_a_picture(scan: Standpoint) -> None:
    document = scan.catalogue.document("tt-31-2019-bgtvt")
    assert document is not None
    hints = [span.hint for span in citation_links(scan, document, 0, len(document.text))]
    assert [hint.rpartition(" · ")[2] for hint in hints] == [
        "đọc từ ảnh, hãy đối chiếu",
        "chưa chắc: số đọc từ ảnh không rõ, hãy đối chiếu",
    ]


def test_what_is_missing_says_that_only_pictures_ask_for_it(scan: Standpoint) -> None:
    entries = scan.survey.gaps.entries
    read = {e.about.number: (e.mentions, e.recognised, e.unsure) for e in entries}
    assert read == {"12/2017/NĐ-CP": (1, 1, 0), "91/2015/TT-BGTVT": (1, 1, 1)}
    assert missing_table(scan, entries).count("từ ảnh") == 2
    rows = list(csv.DictReader(io.StringIO(missing_csv(scan.ledger, entries))))
    assert {row["Văn bản"]: row["Cách đọc"] for row in rows} == {
        "Nghị định 12/2017/NĐ-CP": "đọc từ ảnh, hãy đối chiếu",
        "Thông tư 91/2015/TT-BGTVT": "chưa chắc: số đọc từ ảnh không rõ, hãy đối chiếu",
    }


def test_an_unsure_number_is_listed_among_the_suspects(scan: Standpoint) -> None:
    found = scan.catalogue.suspects()
    assert [words for _, words, _ in found] == [
        "Thông tư số 91/2015/TT-BGTVT ngày 31 tháng 12 năm 2015"
    ]
    assert "Đọc từ ảnh trang 2, độ chắc 70%" in suspects_table(scan, found)


def test_what_was_understood_names_the_pages_and_their_sureness(scan: Standpoint) -> None:
    document = scan.catalogue.document("tt-31-2019-bgtvt")
    assert document is not None
    assert "đọc thấy, trang 1, độ chắc 92%" in understood(document)
    words = "2 trang từ ảnh, độ chắc 70% đến 92%, trung bình 81%; cần đối chiếu trang 2 (70%)"
    assert words in reading_facts(document)
    lines = list(terminal_parse.document_lines(document))
    row = next(line for line in lines if line.startswith("số ký hiệu"))
    start = document.text.index("31/2019")
    assert row.split() == [
        *("số", "ký", "hiệu", "31/2019/TT-BGTVT", "đọc", "thấy,", "ảnh", "92%"),
        *("trang", "1", f"[{start}:{start + 16}]"),
    ]
    assert words in lines
    assert "  trang 1 92% · trang 2 70%" in lines


def test_a_scanned_draft_says_which_citations_to_compare(scan: Standpoint, corpus_kb: Path) -> None:
    document = scan.catalogue.document("tt-31-2019-bgtvt")
    assert document is not None
    check = check_draft(index.open_store(corpus_kb, None), document)
    assert [(row.citation.symbol, row.sureness, row.is_unsure) for row in check.rows] == [
        ("12/2017/NĐ-CP", 0.92, False),
        ("91/2015/TT-BGTVT", 0.7, True),
    ]
    assert check.suspects == ()  # the unsure number is a row already
    assert row_words(check.rows[0]) == "trang 1, độ chắc 92%, đọc từ ảnh, hãy đối chiếu"
    assert "(trang 2, độ chắc 70%, chưa chắc" in "\n".join(terminal_check.check_lines(check))
    rows = list(csv.DictReader(io.StringIO(check_csv(check))))
    assert [row["đọc từ ảnh"] for row in rows] == ["hãy đối chiếu", "chưa chắc"]
    assert [row["unsure"] for row in check_record(check)["rows"]] == [False, True]


def test_of_a_file_with_a_layer_only_the_recognised_pages_count() -> None:
    sureness = Sureness((0, 10, 20), (None, 0.999, None))
    assert recognised_words(sureness) == "Nhận dạng từ ảnh 1 trên 3 trang, độ chắc 99%"
    assert range_words(sureness) == (
        "1 trang từ ảnh, độ chắc 99%, trung bình 99%; không trang nào dưới 85%"
    )
    assert (recognised_words(Sureness()), range_words(Sureness())) == ("", "")
    assert [percent(sure) for sure in (0.8499, 0.85, 0.29, 1.0)] == ["84%", "85%", "29%", "100%"]
