"""The page: words on screen, permalinks, filters, and what is said when nothing is found."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from screens import Open, markup_of, words_of
from streamlit.testing.v1 import AppTest

import index
from views.links import citation_link

ROOT = Path(__file__).resolve().parents[1]
HELD = len(list((ROOT / "corpus").glob("*-*.md")))


# Tra cứu


def test_search_without_diacritics_finds_the_dieu(open_page: Open) -> None:
    at = open_page("views/tra_cuu.py", q="khai tai san khong trung thuc")
    shown = markup_of(at)
    assert at.text_input(key="q").value == "khai tai san khong trung thuc"
    first = shown.split('<section class="the">')[1]
    assert "Quy định 37-QĐ/TW" in first and "về những điều đảng viên không được làm" in first
    assert "Ban Chấp hành Trung ương · 25/10/2021" in first
    assert "Bản tóm lược, không phải nguyên văn" in first
    assert "<mark>khai tài sản</mark>, thu nhập" in first
    assert "khớp từ ngữ: khai tài sản" in first
    wanted = "van-ban?vb=qd-37-tw-2021&amp;dv=dieu-9&amp;q=khai+tai+san+khong+trung+thuc"
    assert first.index(wanted) < first.index("dieu-16")
    assert re.search(r"30 đoạn đầu, trong \d+ văn bản", words_of(at))
    assert "Chỉ so khớp từ ngữ" in words_of(at)


def test_nothing_typed_shows_examples_that_can_be_clicked(open_page: Open) -> None:
    at = open_page("views/tra_cuu.py")
    buttons = {button.label: button for button in at.button}
    assert set(buttons) == {
        "Tìm",
        "khai tai san khong trung thuc",
        "Điều 9 Quy định 37-QĐ/TW",
        "từ chức, miễn nhiệm cán bộ",
        "QĐ 22",
    }
    buttons["Điều 9 Quy định 37-QĐ/TW"].click().run()
    assert at.text_input(key="q").value == "Điều 9 Quy định 37-QĐ/TW"
    assert "Hiểu là viện dẫn: Điều 9, Quy định 37-QĐ/TW" in words_of(at)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("điều 9 qđ 37", "Hiểu là viện dẫn: Điều 9, Quy định 37-QĐ/TW"),
        ("Điều 99 Quy định 37-QĐ/TW", "Bản trong kho của Quy định 37-QĐ/TW không có Điều 99."),
        ("đ9 qđ37, đ12 qđ22", "Hiểu là viện dẫn: Điều 12, Quy định 22-QĐ/TW"),
        ("19 điều đảng viên không được làm", "Hiểu là tên gọi của: Quy định 37-QĐ/TW"),
        (
            "Quy định 205-QĐ/TW",
            "Không có trong kho: Quy định 205-QĐ/TW . Dưới đây là những đoạn gần",
        ),
        ("xyzzy", "Kho không có đoạn nào khớp «xyzzy». Hãy thử ít từ hơn"),
    ],
)
def test_the_page_says_what_it_understood(open_page: Open, query: str, said: str) -> None:
    assert said in words_of(open_page("views/tra_cuu.py", q=query))


def test_filters_live_in_the_address_and_go_while_the_query_stays(open_page: Open) -> None:
    at = open_page("views/tra_cuu.py", q="cán bộ", loai=["Kết luận"], nam=["2021"])
    assert at.multiselect(key="loai").value == ["Kết luận"]
    names = set(re.findall(r'class="ten"><a[^>]*>([^<]+)', markup_of(at)))
    assert names and all(name.startswith("Kết luận") for name in names)
    assert "Đang lọc: Kết luận; 2021" in words_of(at)
    next(b for b in at.button if b.label == "Xóa bộ lọc").click().run()
    assert at.multiselect(key="loai").value == [] and at.multiselect(key="nam").value == []
    assert at.text_input(key="q").value == "cán bộ"
    assert "Quy định" in "".join(re.findall(r'class="ten"><a[^>]*>([^<]+)', markup_of(at)))


def test_more_results_can_be_asked_for(open_page: Open) -> None:
    at = open_page("views/tra_cuu.py", q="cán bộ, đảng viên")
    assert words_of(at).count("30 đoạn đầu, trong") == 1
    next(b for b in at.button if b.label == "Xem thêm kết quả").click().run()
    found = re.search(r"(\d+) đoạn(?: đầu)?, trong", words_of(at))
    assert found and 30 < int(found[1]) <= 60


def test_a_citation_typed_as_a_query_leads_to_who_cites_it(open_page: Open) -> None:
    shown = markup_of(open_page("views/tra_cuu.py", q="điều 9 qđ 37"))
    assert f'href="{citation_link("điều 9 qđ 37")}"' in shown


@pytest.mark.parametrize("page", ["vien_dan", "van_ban", "kho", "tra_cuu"])
def test_a_page_opens_without_loading_the_model(
    open_page: Open, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.encoder.SentenceEncoder._load", lambda encoder: 1 / 0)
    monkeypatch.setenv("VIENDAN_MODEL", "mo-hinh/khong-co")
    at = AppTest.from_file(str(ROOT / f"views/{page}.py"), default_timeout=30)
    at.query_params["vb"], at.query_params["vd"] = "qd-37-tw-2021", "37-QĐ/TW"
    assert "Quy định 37-QĐ/TW" in words_of(at.run()) or page == "tra_cuu"


def test_a_query_that_is_markup_is_words(open_page: Open) -> None:
    at = open_page("views/tra_cuu.py", q="<img src=//x onerror=alert(1)>")
    assert "<img" not in markup_of(at)


@pytest.mark.parametrize("page", ["tra_cuu", "vien_dan", "van_ban", "kho"])
def test_without_a_store_every_page_says_how_to_make_one(
    open_page: Open, page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VIENDAN_KB", str(tmp_path / "trong"))
    at = AppTest.from_file(str(ROOT / f"views/{page}.py"), default_timeout=30).run()
    assert "hãy chạy: viendan ingest" in words_of(at)
    assert not at.text_input


# Viện dẫn


def test_a_citation_opens_its_provision_and_who_cites_it(open_page: Open) -> None:
    at = open_page("views/vien_dan.py", vd="dieu 9 QĐ 37")
    said = words_of(at)
    assert "Không được dùng bằng giả hoặc văn bằng không hợp pháp." in said
    assert "Không được tham ô" not in said  # Điều 14
    assert 'href="van-ban?vb=qd-37-tw-2021&amp;dv=dieu-9"' in markup_of(at)
    assert re.search(
        r"Viện dẫn cả văn bản, không nêu riêng chỗ này: \d+ lần trong \d+ văn bản", said
    )
    assert "<mark>Quy định số 37-QĐ/TW, ngày 25/10/2021 của Ban Chấp hành Trung ương</mark>" in (
        markup_of(at)
    )


def test_several_citations_are_opened_one_after_another(open_page: Open) -> None:
    at = open_page("views/vien_dan.py", vd="đ9, đ14 qđ37 và quy định 999")
    said = words_of(at)
    order = [
        said.index(words) for words in ("1. Điều 9 qđ37", "2. Điều 14 qđ37", "3. quy định 999")
    ]
    assert order == sorted(order)
    assert order[0] < said.index("Không được dùng bằng giả") < order[1]
    assert order[1] < said.index("Không được tham ô") < order[2] < said.index("Không có trong kho")
    assert markup_of(at).count("<details>") == 2  # who cites 37 is folded under each of its places


def test_a_citation_not_held_lists_who_cites_it(open_page: Open) -> None:
    said = words_of(open_page("views/vien_dan.py", vd="Quy định 80-QĐ/TW"))
    assert "Không có trong kho: 80-QĐ/TW" in said
    assert "Quy định 377-QĐ/TW" in said


def test_a_missing_unit_is_said_and_the_document_shown(open_page: Open) -> None:
    said = words_of(open_page("views/vien_dan.py", vd="Điều 99 Quy định 37-QĐ/TW"))
    assert "Bản trong kho của Quy định 37-QĐ/TW không có Điều 99." in said
    assert "gồm phần mở đầu, 19 điều" in said


def test_words_that_cite_nothing_get_a_cure(open_page: Open) -> None:
    assert "hãy ghi số ký hiệu" in words_of(open_page("views/vien_dan.py", vd="hôm nay trời đẹp"))


def test_documents_that_share_a_number_are_all_shown(
    open_page: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for year in (2012, 2022):
        head = f"id: nq-12-tw-{year}\nso_ky_hieu: 12-NQ/TW\nloai: Nghị quyết\nngay: {year}-01-16"
        body = f"Điều 1. Việc của năm {year}\n\nNội dung năm {year}."
        (tmp_path / f"{year}.md").write_text(f"---\n{head}\n---\n\n{body}\n", encoding="utf-8")
    index.ingest([tmp_path], tmp_path / "kho", encoder=None)
    monkeypatch.setenv("VIENDAN_KB", str(tmp_path / "kho"))
    at = AppTest.from_file(str(ROOT / "views/vien_dan.py"), default_timeout=30)
    at.query_params["vd"] = "Điều 1 Nghị quyết 12-NQ/TW"
    said = words_of(at.run())
    assert "2 khả năng" in said
    assert "Nội dung năm 2012." in said and "Nội dung năm 2022." in said


# Văn bản


def test_a_permalink_shows_its_provision_first(open_page: Open) -> None:
    at = open_page("views/van_ban.py", vb="qd-37-tw-2021", dv="dieu-9", q="bang gia")
    shown = markup_of(at)
    box = shown.split('class="khung-hoi"')[1].split('class="giay"')[0]
    assert "Chỗ cần xem: Điều 9" in box and "<mark>bằng giả</mark>" in box
    assert "Điều 10." not in box
    paper = shown.split('class="giay"')[1]
    assert '<div class="doan hoi" id="cho-hoi"><p class="dieu"><strong>Điều 9. Báo cáo' in paper
    assert "Điều 19. Mê tín" in paper
    assert '<a class="dang-doc" href="van-ban?vb=qd-37-tw-2021&amp;dv=dieu-9"' in shown
    assert [tab.label for tab in at.tabs][:2] == ["Nội dung", "Thuộc tính"]
    assert "Nguyễn Phú Trọng" in words_of(at)


def test_citations_in_a_text_lead_where_they_should(open_page: Open) -> None:
    shown = markup_of(open_page("views/van_ban.py", vb="qd-37-tw-2021"))
    assert re.search(
        r'class="vd co het" href="van-ban\?vb=qd-41-tw-2021"[^>]*>Quy định số 41-QĐ/TW', shown
    )
    shown = markup_of(open_page("views/van_ban.py", vb="qd-377-tw-2025"))
    assert re.search(r'class="vd khong-co het" href="van-ban\?vb=qd-80-tw"[^>]*>80-QĐ/TW', shown)


def test_an_unknown_document_is_said_and_never_another_one(open_page: Open) -> None:
    said = words_of(open_page("views/van_ban.py", vb="qd-37-tw-2020"))
    assert "Văn bản «qd-37-tw-2020» không tồn tại trong kho." in said
    assert "Quy định" not in said


def test_an_unknown_provision_is_said_and_the_document_shown(open_page: Open) -> None:
    said = words_of(open_page("views/van_ban.py", vb="qd-37-tw-2021", dv="dieu-99"))
    assert "không có đơn vị «dieu-99»" in said and "Điều 19. Mê tín" in said


def test_without_a_document_there_is_a_list(open_page: Open) -> None:
    at = open_page("views/van_ban.py")
    assert f"{HELD} văn bản." in words_of(at)
    at.text_input(key="loc").set_value("41-QD/TW").run()
    assert "1 văn bản." in words_of(at) and "Quy định 41-QĐ/TW" in words_of(at)


# Kho


def test_the_store_page_counts_what_is_held(open_page: Open, kb_folder: Path) -> None:
    said = words_of(open_page("views/kho.py"))
    assert f"{HELD} văn bản" in said and "bản tóm lược, không phải nguyên văn" in said
    assert "Không có tệp nào bị để riêng." in said
    assert f"viendan ingest <thư mục> --kb {kb_folder}" in said


def test_new_documents_and_files_set_aside_show_without_a_restart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VIENDAN_KB", str(tmp_path / "kho"))
    monkeypatch.setenv("VIENDAN_MODEL", "-")
    source = tmp_path / "nguon"
    source.mkdir()
    first = (ROOT / "corpus/qd-37-tw-2021.md").read_text(encoding="utf-8")
    (source / "qd-37-tw-2021.md").write_text(first, encoding="utf-8")
    index.ingest([source], tmp_path / "kho", encoder=None)
    at = AppTest.from_file(str(ROOT / "views/kho.py"), default_timeout=30).run()
    assert at.tabs[0].label == "Văn bản (1)"
    second = (ROOT / "corpus/qd-41-tw-2021.md").read_text(encoding="utf-8")
    (source / "qd-41-tw-2021.md").write_text(second, encoding="utf-8")
    (source / "hong.pdf").write_bytes(b"%PDF-1.4 hong")
    index.ingest([source], tmp_path / "kho", encoder=None)
    said = words_of(at.run())
    assert {"Văn bản (2)", "Tệp để riêng (1)"} <= {tab.label for tab in at.tabs}
    assert "hong.pdf" in said


# The router


def test_the_router_opens_the_search_page_in_vietnamese(open_page: Open) -> None:
    at = open_page("app.py", q="tai san")
    assert "document.documentElement.lang='vi'" in markup_of(at)
    assert "Quy định 37-QĐ/TW" in words_of(at)
    at.switch_page("views/kho.py").run()
    assert "Kho đang giữ những gì" in words_of(at)


def test_what_was_not_seen_in_a_source_says_so_wherever_it_is_shown(open_page: Open) -> None:
    document = words_of(open_page("views/van_ban.py", vb="qd-207-tw-2026"))
    assert "Quy định 207-QĐ/TW (nguồn thứ cấp)" in document
    assert "26/07/2026 (nguồn thứ cấp)" in document
    listed = words_of(open_page("views/kho.py"))
    assert "Nghị quyết 12-NQ/TW (chưa kiểm chứng)" in listed
    assert "16/01/2012 (chưa kiểm chứng)" in listed
    result = words_of(open_page("views/tra_cuu.py", q="207-QĐ/TW"))
    assert "Ban Chấp hành Trung ương (nguồn thứ cấp) · 26/07/2026 (nguồn thứ cấp)" in result
