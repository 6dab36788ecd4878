"""The page: words on screen, permalinks, and text that stays text."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

import index
from ingest import Document, Edition, Metadata, Provision
from views import leaves as leaves_file
from views.cards import attributes, badge, day_of, headline
from views.contents import contents_of, place_of
from views.document_text import heading_end, text_of
from views.highlights import Span, excerpt_of, paint, without_overlaps
from views.leaves import leaf_at, leaves_of
from views.links import citation_link, reader_link, search_link
from views.markup import Markup, anchor, element, escape, join

ROOT = Path(__file__).resolve().parents[1]
TAG = re.compile(r"<[^>]*>")
Open = Callable[..., AppTest]


@pytest.fixture(scope="session")
def kb_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the corpus, words only."""
    folder = tmp_path_factory.mktemp("kho")
    index.ingest([ROOT / "corpus"], folder, encoder=None)
    return folder


@pytest.fixture
def open_page(kb_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    """Run one page script with what stands in its address."""
    monkeypatch.setenv("VIENDAN_KB", str(kb_folder))
    monkeypatch.setenv("VIENDAN_MODEL", "-")

    def run(page: str, **address: str | list[str]) -> AppTest:
        at = AppTest.from_file(str(ROOT / page), default_timeout=30)
        for name, value in address.items():
            at.query_params[name] = value
        return at.run()

    yield run


def markup_of(at: AppTest) -> str:
    assert not at.exception, at.exception
    return "".join(h.proto.body for h in at.html if not h.proto.body.startswith("<style"))


def words_of(at: AppTest) -> str:
    """What a person reads, spaces evened out."""
    return " ".join(html.unescape(TAG.sub(" ", markup_of(at))).split())


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
    assert re.search(r"\d+ đoạn trong \d+ văn bản", words_of(at))
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
        ("Điều 99 Quy định 37-QĐ/TW", "Bản trong kho không có Điều 99."),
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
    assert words_of(at).count("30 đoạn trong") == 1
    next(b for b in at.button if b.label == "Xem thêm kết quả").click().run()
    found = re.search(r"(\d+) đoạn trong", words_of(at))
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
    assert re.search(r"Được viện dẫn \d+ lần trong \d+ văn bản", said)
    assert "<mark>Quy định số 37-QĐ/TW, ngày 25/10/2021 của Ban Chấp hành Trung ương</mark>" in (
        markup_of(at)
    )


def test_a_citation_not_held_lists_who_cites_it(open_page: Open) -> None:
    said = words_of(open_page("views/vien_dan.py", vd="Quy định 207-QĐ/TW"))
    assert "Không có trong kho: 207-QĐ/TW" in said
    assert "Quy định 37-QĐ/TW về những điều đảng viên không được làm" in said


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
        r'class="vd co" href="van-ban\?vb=qd-41-tw-2021"[^>]*>Quy định số 41-QĐ/TW', shown
    )
    assert re.search(
        r'class="vd khong-co" href="vien-dan\?vd=[^"]+"[^>]*>Quy định số 47-QĐ/TW', shown
    )


def test_an_unknown_document_is_said_and_never_another_one(open_page: Open) -> None:
    said = words_of(open_page("views/van_ban.py", vb="qd-37-tw-2020"))
    assert said.startswith("Văn bản «qd-37-tw-2020» không tồn tại trong kho.")
    assert "Quy định" not in said


def test_an_unknown_provision_is_said_and_the_document_shown(open_page: Open) -> None:
    said = words_of(open_page("views/van_ban.py", vb="qd-37-tw-2021", dv="dieu-99"))
    assert "không có đơn vị «dieu-99»" in said and "Điều 19. Mê tín" in said


def test_without_a_document_there_is_a_list(open_page: Open) -> None:
    at = open_page("views/van_ban.py")
    assert "9 văn bản." in words_of(at)
    at.text_input(key="loc").set_value("mien nhiem").run()
    assert "1 văn bản." in words_of(at) and "Quy định 41-QĐ/TW" in words_of(at)


# Kho


def test_the_store_page_counts_what_is_held(open_page: Open, kb_folder: Path) -> None:
    said = words_of(open_page("views/kho.py"))
    assert "9 văn bản" in said and "9 bản tóm lược, không phải nguyên văn" in said
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
    assert "Văn bản (1)" in words_of(at)
    second = (ROOT / "corpus/qd-41-tw-2021.md").read_text(encoding="utf-8")
    (source / "qd-41-tw-2021.md").write_text(second, encoding="utf-8")
    (source / "hong.pdf").write_bytes(b"%PDF-1.4 hong")
    index.ingest([source], tmp_path / "kho", encoder=None)
    said = words_of(at.run())
    assert "Văn bản (2)" in said and "Tệp để riêng (1)" in said and "hong.pdf" in said


# The router


def test_the_router_opens_the_search_page_in_vietnamese(open_page: Open) -> None:
    at = open_page("app.py", q="tai san")
    assert "document.documentElement.lang='vi'" in markup_of(at)
    assert "Quy định 37-QĐ/TW" in words_of(at)
    at.switch_page("views/kho.py").run()
    assert "Kho đang giữ những gì" in words_of(at)


# Text is never markup

PAYLOADS = [
    "<script>alert(1)</script>",
    "<img src=http://evil.example/x.png onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    '"><script>alert(1)</script>',
    "'><img src=x onerror=alert(1)>",
    "</p></div></section><h1>giả</h1>",
    "</style><script>alert(1)</script>",
    "<style>@import url(http://evil.example/x.css);</style>",
    "<a href='javascript:alert(1)'>bấm</a>",
    "<a href=//evil.example>bấm</a>",
    "<base href=http://evil.example/>",
    "<meta http-equiv=refresh content='0;url=http://evil.example'>",
    "<form action=http://evil.example><input name=q></form>",
    "<object data=http://evil.example/x.swf></object>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<!--<img src=x onerror=alert(1)>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "&amp;lt;b&amp;gt;",
    "![ảnh](http://evil.example/x.png)",
    "[bấm](javascript:alert(1))",
    "<http://evil.example>",
    "http://evil.example/tự-liên-kết",
    "$\\href{javascript:alert(1)}{x}$",
    ":red[đỏ] :smile: :material/home:",
    "# tiêu đề\n> trích\n- mục\n1. số",
    "`mã` ```khối``` ~~gạch~~ **đậm** __đậm__ *nghiêng*",
    "| a | b |\n|---|---|",
    "{{7*7}} ${7*7} #{7*7} <%= 7*7 %>",
    "<mark>giả</mark>",
    "\u003cscript\u003e",
    "＜script＞alert(1)＜/script＞",
    "<scr\x00ipt>alert(1)</scr\x00ipt>",
    "\u202ecod.exe\u202c",
    "\ud800 nửa chữ",
    "<details open ontoggle=alert(1)>",
    "<b onmouseover=alert(1)>",
    "=cmd|' /C calc'!A0",
]
ONLY_OURS = re.compile(
    r"<(/?)(a|b|details|div|h1|h2|h3|li|mark|nav|p|section|small|span|strong|summary|table|tbody"
    r'|td|th|thead|tr|ul)((?: (?:class|href|target|title|id|open)="[^"<>]*")*)>'
)


def plain(markup: str) -> str:
    return html.unescape(ONLY_OURS.sub("", markup))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_is_shown_as_the_words_it_is(payload: str) -> None:
    about = Metadata(
        id=payload,
        type=payload,
        number=payload,
        title=payload,
        issuer=payload,
        signer=payload,
        source=payload,
        aliases=(payload,),
    )
    unit = Provision((payload,), payload, payload, 0, len(payload))
    document = Document(about, payload, (unit,))
    shown = join(
        [
            headline(about),
            attributes(about),
            contents_of(document, unit),
            text_of(document, 0, len(payload)),
            paint(payload, 0, len(payload), [Span(1, max(2, len(payload) // 2))]),
            element("p", payload, title=payload),
        ]
    )
    left = ONLY_OURS.sub("", shown)
    assert "<" not in left and ">" not in left  # every tag is one of ours
    shown.encode()  # can be sent to a browser
    visible = payload.split("\n")[0]
    assert re.sub("[\x00\u202e\u202c\ud800]", "\ufffd", visible) in plain(shown)
    for href in re.findall(r'href="([^"]*)"', shown):
        assert re.match(r"(van-ban|vien-dan)\?", href), href


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "http://evil.example",
        "//evil.example",
        "/van-ban",
        "van-ban?vb=<b>",
        "data:text/html,x",
        "van-ban?vb=a b",
        'van-ban?vb="onclick',
        "",
        "../van-ban?vb=a",
    ],
)
def test_a_link_leads_to_no_other_place(href: str) -> None:
    with pytest.raises(ValueError, match="not a page of ours"):
        anchor(href, "x")


def test_a_tag_that_is_not_ours_is_refused() -> None:
    for tag in ("script", "img", "iframe", "style", "p onclick=x"):
        with pytest.raises(ValueError, match="no tag of ours"):
            element(tag, "x")


def test_links_quote_what_they_carry() -> None:
    assert reader_link("qd-37-tw-2021", "dieu-9") == "van-ban?vb=qd-37-tw-2021&dv=dieu-9"
    assert reader_link("a&b=c#d", "x y~2") == "van-ban?vb=a%26b%3Dc%23d&dv=x+y~2"
    assert citation_link("Điều 9\nQĐ 37") == "vien-dan?vd=%C4%90i%E1%BB%81u+9+Q%C4%90+37"
    assert search_link("kê khai") == "./?q=k%C3%AA+khai"
    assert anchor(search_link("<b>"), "x").startswith('<a href="./?q=%3Cb%3E"')


def test_no_page_lets_html_through_another_way() -> None:
    for file in [ROOT / "app.py", *(ROOT / "views").glob("*.py")]:
        code = file.read_text(encoding="utf-8")
        assert "unsafe_allow_html" not in code
        for shortcut in ("st.markdown", "st.write", "st.caption", "st.image", "st.components"):
            assert shortcut not in code, f"{file.name} uses {shortcut}"


@given(
    st.text(max_size=80),
    st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80)), max_size=5),
    st.integers(0, 80),
    st.integers(0, 80),
)
def test_paint_keeps_every_letter(
    text: str, places: list[tuple[int, int]], one: int, other: int
) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    spans = [Span(min(p), max(p)) for p in places if p[0] != p[1]]
    painted = paint(text, start, end, spans)
    assert html.unescape(re.sub(r"</?mark>", "", painted)) == html.unescape(escape(text[start:end]))


def test_marks_keep_the_original_spelling() -> None:
    text = "Kê khai TÀI  SẢN & thu nhập"
    assert paint(text, 0, len(text), [Span(8, 16)]) == (
        "Kê khai <mark>TÀI  SẢN</mark> &amp; thu nhập"
    )
    link = Span(3, 16, href="van-ban?vb=a")
    assert paint(text, 0, 10, [link, Span(8, 16)]) == (
        'Kê <a href="van-ban?vb=a" target="_self">khai </a>'
        '<a href="van-ban?vb=a" target="_self"><mark>TÀ</mark></a>'
    )


def test_overlapping_links_never_nest() -> None:
    kept = without_overlaps([Span(5, 9), Span(0, 6), Span(9, 12), Span(3, 3)])
    assert [(s.start, s.end) for s in kept] == [(0, 6), (9, 12)]


def test_an_excerpt_is_taken_where_most_is_marked() -> None:
    text = "mở đầu " * 100 + "kê khai tài sản, thu nhập " + "phần cuối " * 100
    place = text.index("kê khai")
    start, end = excerpt_of(text, [(3, 6), (place, place + 15)])
    assert start < place and place + 15 < end and end - start < 460
    assert text[start - 1] == " " and text[end] == " "
    assert excerpt_of("ngắn", []) == (0, 4)


# Long documents


def _law(articles: int, size: int) -> Document:
    text, units = "", []
    for n in range(1, articles + 1):
        start = len(text)
        text += f"Điều {n}. Tên điều {n}\n" + f"Câu của điều {n}. " * (size // 16) + "\n"
        units.append(Provision((f"Điều {n}",), f"dieu-{n}", f"Tên điều {n}", start, len(text) - 1))
    return Document(Metadata("luat", "Luật", "1/2020/QH1"), text, tuple(units))


def test_leaves_are_the_whole_text_cut_at_articles() -> None:
    law = _law(400, 1000)
    leaves = leaves_of(law)
    assert "".join(law.text[leaf.start : leaf.end] for leaf in leaves) == law.text
    starts = {u.start for u in law.provisions}
    assert all(leaf.start in starts for leaf in leaves)
    assert max(leaf.end - leaf.start for leaf in leaves) <= leaves_file.LEAF
    asked = law.provisions[250]
    leaf = leaf_at(leaves, asked.start)
    assert leaf.start <= asked.start < leaf.end
    assert len(leaves_of(_law(5, 1000))) == 1


def test_a_text_without_units_or_lines_is_cut_too() -> None:
    text = "x" * 50_000
    leaves = leaves_of(Document(Metadata("a"), text))
    assert [leaf.end - leaf.start for leaf in leaves] == [14_000, 14_000, 14_000, 8_000]
    assert leaves_of(Document(Metadata("a"), ""))[0].end == 0


def test_headings_are_emphasised_and_points_set_in() -> None:
    text = "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\n1. Một việc:\na) Điểm thứ nhất;"
    units = [
        (("Chương I",), "chuong-i", "QUY ĐỊNH CHUNG", 0, len(text)),
        (("Chương I", "Điều 1"), "dieu-1", "Phạm vi", 24, len(text)),
        (("Chương I", "Điều 1", "khoản 1"), "dieu-1.khoan-1", "", 40, len(text)),
        (("Chương I", "Điều 1", "khoản 1", "điểm a"), "dieu-1.khoan-1.diem-a", "", 53, len(text)),
    ]
    document = Document(Metadata("a"), text, tuple(Provision(*unit) for unit in units))
    shown = text_of(document, 0, len(text))
    assert '<p class="chuong"><strong>Chương I</strong></p>' in shown
    assert '<p class="chuong"><strong>QUY ĐỊNH CHUNG</strong></p>' in shown
    assert '<p class="dieu"><strong>Điều 1. Phạm vi</strong></p>' in shown
    assert '<p class="khoan">1. Một việc:</p>' in shown
    assert '<p class="diem">a) Điểm thứ nhất;</p>' in shown
    assert text[: heading_end(text, document.provisions[1])].endswith("Phạm vi")
    contents = contents_of(document, document.provisions[1])
    assert contents.count("<li") == 2 and 'class="dang-doc"' in contents
    assert place_of(document.provisions[3].path) == "Điều 1 › khoản 1 › điểm a"


def test_dates_and_editions_in_words() -> None:
    assert day_of(date(2022, 2, 8)) == "08/02/2022" and day_of(None) == "chưa rõ ngày"
    assert "Bản tóm lược, không phải nguyên văn" in badge(Edition.DIGEST)
    assert "Toàn văn" in badge(Edition.FULL)
    assert isinstance(badge(Edition.STUB), Markup)
