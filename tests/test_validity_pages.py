"""Validity on the pages: what a person reads today, and on the day of the plan."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from conftest import Writer
from screens import Open, markup_of, plain, words_of
from streamlit.testing.v1 import AppTest

import index

ROOT = Path(__file__).resolve().parents[1]
THEN = "2022-02-28"
ENDED = {
    "qd-22-tw-2021": ("22-QĐ/TW", "Quy định 296-QĐ/TW", "30/05/2025 (đã thấy)"),
    "qd-24-tw-2021": ("24-QĐ/TW", "Quy định 232-QĐ/TW", "20/01/2025 (đã thấy)"),
    "qd-37-tw-2021": ("37-QĐ/TW", "Quy định 207-QĐ/TW", "26/07/2026 (nguồn thứ cấp)"),
    "qd-41-tw-2021": ("41-QĐ/TW", "Quy định 377-QĐ/TW", "08/10/2025 (đã thấy)"),
}
HELD_THEN = {
    "qd-22-tw-2021": ("Quy định 296-QĐ/TW", "30/05/2025"),
    "qd-24-tw-2021": ("Quy định 232-QĐ/TW", "20/01/2025"),
    "qd-41-tw-2021": ("Quy định 377-QĐ/TW", "08/10/2025"),
}


def card_of(at: AppTest, id: str) -> str:
    """The words of the card whose headline leads to a document."""
    cards = markup_of(at).split('<section class="the">')[1:]
    return next(
        plain(card) for card in cards if re.search(rf'class="ten"><a[^>]*vb={id}[&"]', card)
    )


@pytest.mark.parametrize("id", ENDED)
@pytest.mark.parametrize("page", ["tra_cuu", "vien_dan", "van_ban"])
def test_what_has_ended_says_so_wherever_it_appears(open_page: Open, page: str, id: str) -> None:
    number, successor, day = ENDED[id]
    address = {"tra_cuu": {"q": number}, "vien_dan": {"vd": number}, "van_ban": {"vb": id}}[page]
    at = open_page(f"views/{page}.py", **address)
    assert f"Đã được thay thế bởi {successor} , {day}" in card_of(at, id)
    assert "tính đến ngày" in words_of(at)
    assert f">{successor}</a>" in markup_of(at)  # and offers the successor


@pytest.mark.parametrize("id", HELD_THEN)
@pytest.mark.parametrize("page", ["tra_cuu", "vien_dan", "van_ban"])
def test_on_the_day_of_the_plan_they_held(open_page: Open, page: str, id: str) -> None:
    successor, day = HELD_THEN[id]
    number = ENDED[id][0]
    address = {"tra_cuu": {"q": number}, "vien_dan": {"vd": number}, "van_ban": {"vb": id}}[page]
    at = open_page(f"views/{page}.py", **address, ngay=THEN)
    said = f"Còn hiệu lực tại ngày 28/02/2022 (theo {successor} , thay thế từ {day})"
    assert said in card_of(at, id)
    assert "Đang xem hiệu lực tại ngày 28/02/2022" in words_of(at)
    assert "tính đến ngày 28/02/2022" in words_of(at)
    links = re.findall(r'href="((?:van-ban|vien-dan)\?[^"]*)"', markup_of(at))
    assert links and all(f"ngay={THEN}" in link for link in links)


def test_today_can_be_asked_for_again(open_page: Open) -> None:
    at = open_page("views/van_ban.py", vb="qd-22-tw-2021", ngay=THEN)
    assert at.date_input(key="ngay").label == "Hiệu lực tính đến ngày"
    next(b for b in at.button if b.label == "Về hôm nay").click().run()
    assert "Đã được thay thế" in card_of(at, "qd-22-tw-2021")
    assert "ngay=" not in markup_of(at)


@pytest.mark.parametrize("typed", ["hôm qua", "2022-02-30", "1800-01-01", "9999-01-01"])
def test_a_day_that_cannot_be_read_is_said(open_page: Open, typed: str) -> None:
    at = open_page("views/van_ban.py", vb="qd-22-tw-2021", ngay=typed)
    assert f"Không đọc được ngày «{typed}»; đang tính đến hôm nay" in words_of(at)
    assert "Đã được thay thế" in card_of(at, "qd-22-tw-2021")


def test_the_plan_warns_today_and_did_not_then(open_page: Open) -> None:
    today = words_of(open_page("views/van_ban.py", vb="kh-66-hu-konray-2022"))
    assert "Văn bản này viện dẫn 4 văn bản đã hết hiệu lực : Quy định 37-QĐ/TW" in today
    then = words_of(open_page("views/van_ban.py", vb="kh-66-hu-konray-2022", ngay=THEN))
    assert "đã hết hiệu lực" not in then


def test_a_citation_in_a_text_hints_at_what_replaced_it(open_page: Open) -> None:
    shown = markup_of(open_page("views/van_ban.py", vb="kh-66-hu-konray-2022"))
    hint = "Mở văn bản được viện dẫn · Đã được thay thế bởi Quy định 296-QĐ/TW, 30/05/2025"
    assert re.search(
        rf'class="vd co het" href="van-ban\?vb=qd-22-tw-2021"[^>]*title="{hint}', shown
    )
    assert re.search(r'class="vd co" href="van-ban\?vb=ct-05-tw-2016"', shown)


def test_the_list_of_documents_says_what_holds(open_page: Open) -> None:
    said = words_of(open_page("views/van_ban.py"))
    assert "Đã được thay thế bởi Quy định 296-QĐ/TW , 30/05/2025 (đã thấy)" in said
    assert "Còn hiệu lực (theo Kết luận 01-KL/TW , 18/05/2021)" in said


def test_both_ways_with_sentence_place_and_equal_counts(open_page: Open) -> None:
    at = open_page("views/van_ban.py", vb="qd-37-tw-2021")
    labels = {tab.label.split(" (")[0]: tab.label for tab in at.tabs}
    assert set(labels) == {"Nội dung", "Thuộc tính", "Lược đồ", "Viện dẫn", "Được viện dẫn"}
    counted = re.search(r"Được viện dẫn (\d+) lần trong (\d+) văn bản", words_of(at))
    assert counted and labels["Được viện dẫn"] == f"Được viện dẫn ({counted[1]})"
    again = words_of(open_page("views/vien_dan.py", vd="37-QĐ/TW"))
    assert f"Được viện dẫn {counted[1]} lần trong {counted[2]} văn bản" in again
    cites = re.search(r"Viện dẫn (\d+) lần, (\d+) văn bản", words_of(at))
    assert cites and labels["Viện dẫn"] == f"Viện dẫn ({cites[1]})"
    assert "<mark>Quy định số 47-QĐ/TW, ngày 01/11/2011" in markup_of(at)


def test_the_picture_is_on_the_page(open_page: Open) -> None:
    at = open_page("views/van_ban.py", vb="qd-22-tw-2021")
    (chart,) = at.get("graphviz_chart")
    assert 'label="thay thế"' in chart.proto.spec
    assert "được hướng dẫn bởi Hướng dẫn 02-HD/TW" in words_of(at)


def test_what_is_only_cited_has_a_page(open_page: Open, kb_folder: Path) -> None:
    at = open_page("views/van_ban.py", vb="qd-80-tw")
    said = words_of(at)
    assert "Quy định 80-QĐ/TW" in said and "Chỉ có viện dẫn, chưa có văn bản" in said
    assert "Đã được thay thế bởi Quy định 377-QĐ/TW , 08/10/2025 (chưa kiểm chứng)" in said
    counted = re.search(r"Được viện dẫn (\d+) lần trong 1 văn bản", said)
    assert counted and at.tabs[0].label == f"Được viện dẫn ({counted[1]})"
    assert "Quy định 377-QĐ/TW" in said and "<mark>80-QĐ/TW</mark>" in markup_of(at)
    assert f"viendan ingest <thư mục> --kb {kb_folder}" in said
    searched = words_of(open_page("views/tra_cuu.py", q="Quy định 80-QĐ/TW"))
    assert "Quy định 80-QĐ/TW Đã được thay thế bởi Quy định 377-QĐ/TW , 08/10/2025" in searched
    looked_up = markup_of(open_page("views/vien_dan.py", vd="80-QĐ/TW"))
    assert 'href="van-ban?vb=qd-80-tw"' in looked_up and "Đã được thay thế" in looked_up


def test_what_is_said_of_a_document_not_held_is_shown(
    write: Writer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = (
        "Điều 1. Phạm vi\nThực hiện Quy định số 5-QĐ/TW.\n"
        "Điều 2. Hiệu lực\nQuy định này thay thế Quy định số 5-QĐ/TW, ngày 01/02/2019."
    )
    write("moi.md", body, so_ky_hieu="9-QĐ/TW", ngay="2022-03-04")
    index.ingest([tmp_path / "van-ban"], tmp_path / "kho", encoder=None)
    monkeypatch.setenv("VIENDAN_KB", str(tmp_path / "kho"))
    monkeypatch.setenv("VIENDAN_MODEL", "-")
    at = AppTest.from_file(str(ROOT / "views/vien_dan.py"), default_timeout=30)
    at.query_params["vd"] = "Quy định 5-QĐ/TW"
    line = "Đã được thay thế bởi Quy định 9-QĐ/TW , 04/03/2022 (đã thấy)"
    assert line in words_of(at.run())
    links = re.findall(r'href="van-ban\?vb=([^"&]*)"[^>]*>Xem những gì', markup_of(at))
    at = AppTest.from_file(str(ROOT / "views/van_ban.py"), default_timeout=30)
    at.query_params["vb"] = links[0]
    said = words_of(at.run())
    assert line in said and "Được viện dẫn 2 lần trong 1 văn bản" in said
    assert "được thay thế bởi Quy định 9-QĐ/TW" in said
    assert "«Quy định này thay thế Quy định số 5-QĐ/TW, ngày 01/02/2019.»" in said


def test_the_store_page_lists_what_to_collect(open_page: Open) -> None:
    at = open_page("views/kho.py")
    assert [tab.label.split(" (")[0] for tab in at.tabs] == [
        *("Văn bản", "Bản đồ thiếu", "Nghi sót", "Tệp để riêng"),
        *("Thêm văn bản", "Sửa thông tin"),
    ]
    (button,) = at.get("download_button")
    assert button.proto.label == "Tải danh sách cần sưu tầm (CSV)"
    assert 'href="van-ban?vb=qd-80-tw"' not in markup_of(at)  # below the forty first
    at.checkbox(key="chua_co").check().run()
    assert 'href="van-ban?vb=qd-80-tw"' in markup_of(at)
    assert "không có 1 1" in words_of(at)


def test_what_no_rule_took_is_listed_with_its_place(
    write: Writer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = "Điều 1. Phạm vi\nTheo giấy mời 12/GMXYZ của <b>cơ quan</b>."
    write("a.md", body, so_ky_hieu="9-QĐ/TW")
    index.ingest([tmp_path / "van-ban"], tmp_path / "kho", encoder=None)
    monkeypatch.setenv("VIENDAN_KB", str(tmp_path / "kho"))
    monkeypatch.setenv("VIENDAN_MODEL", "-")
    with closing(sqlite3.connect(tmp_path / "kho" / "kb.sqlite")) as truth:
        (text,) = truth.execute("SELECT text FROM documents").fetchone()
        start = text.index("12/GMXYZ")
        place = json.dumps([[start, start + len("12/GMXYZ")]])
        truth.execute("UPDATE documents SET suspects = ?", (place,))
        truth.commit()
    at = AppTest.from_file(str(ROOT / "views/kho.py"), default_timeout=30).run()
    shown = markup_of(at)
    assert at.tabs[2].label == "Nghi sót (1)"
    assert "Theo giấy mời <mark>12/GMXYZ</mark> của &lt;b&gt;cơ quan" in shown
    assert re.search(r'href="van-ban\?vb=[^"&]*&amp;dv=dieu-1"', shown)


def test_nothing_missed_is_said(open_page: Open) -> None:
    at = open_page("views/kho.py")
    label = at.tabs[2].label
    nothing = "Không có chuỗi nào giống số ký hiệu mà chưa được nhận ra."
    assert (label == "Nghi sót (0)") == (nothing in words_of(at))
