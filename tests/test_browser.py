"""The page in a real browser: typed, found, opened, read; and nothing gets out of it."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from browsing import ROOT, Watched, browsing, needs_browser, serving, sync_api, watching

import index

pytestmark = needs_browser
HOSTILE_TITLE = "<script>alert(1)</script><img src=http://evil.example/t.png onerror=alert(2)>"
HOSTILE = f"""---
id: qd-66-xx-2020
so_ky_hieu: 966-QĐ/TW
loai: "Quy định <b onmouseover=alert(3)>"
trich_yeu: "{HOSTILE_TITLE}"
co_quan: "![anh](http://evil.example/c.png)"
ngay: 2020-01-02
nguon: "<a href='javascript:alert(4)'>http://evil.example/nguon</a>"
---

Điều 1. Phá hoại <img src=http://evil.example/b.png onerror=alert(5)>

<script>fetch('http://evil.example/f')</script> <svg onload=alert(6)> chuồn chuồn kim
![anh](http://evil.example/m.png) <iframe src=http://evil.example/i></iframe>

</div></section><style>@import url(http://evil.example/s.css);</style>

Điều 2. Thực hiện theo <img src=//evil.example/d.png> Quy định số 37-QĐ/TW, ngày 25/10/2021.
"""


@pytest.fixture(scope="module")
def app_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app on a free port, over the corpus and one hostile file."""
    folder = tmp_path_factory.mktemp("trinh-duyet")
    (folder / "xau.md").write_text(HOSTILE, encoding="utf-8")
    index.ingest([ROOT / "corpus", folder / "xau.md"], folder / "kho", encoder=None)
    with serving(folder / "kho", folder / "app.log") as address:
        yield address


@pytest.fixture(scope="module")
def context() -> Iterator[sync_api.BrowserContext]:
    """One browser for all: the second page loads in a third of the time."""
    with browsing() as opened:
        yield opened


@pytest.fixture
def tab(context: sync_api.BrowserContext, app_address: str) -> Iterator[Watched]:
    """A fresh tab; at the end nothing went to another host and no dialog was opened."""
    with watching(context, app_address) as watched:
        yield watched


def test_type_find_open_read(tab: Watched) -> None:
    tab.open("", "text=Thử một ví dụ")
    assert tab.page.evaluate("document.documentElement.lang") == "vi"
    box = tab.page.get_by_label("Nội dung, từ khóa hoặc viện dẫn cần tìm")
    box.fill("khai tai san khong trung thuc")
    box.press("Enter")
    first = tab.page.locator("section.the").first
    first.wait_for()
    assert first.locator("h2").inner_text() == "Quy định 37-QĐ/TW"
    provision = first.locator("h3 a").first
    assert provision.inner_text().startswith("Điều 9. Báo cáo, hồ sơ, kê khai tài sản")
    assert first.locator("mark").first.inner_text() == "khai tài sản"
    assert parse_qs(urlsplit(tab.page.url).query)["q"] == ["khai tai san khong trung thuc"]

    provision.click()
    tab.page.wait_for_selector(".khung-hoi")
    address = parse_qs(urlsplit(tab.page.url).query)
    assert (address["vb"], address["dv"]) == (["qd-37-tw-2021"], ["dieu-9"])
    asked = tab.page.inner_text(".khung-hoi")
    assert "Không được dùng bằng giả hoặc văn bằng không hợp pháp." in asked
    assert len(tab.page.context.pages) == 1  # no new tab

    tab.page.go_back()
    tab.page.wait_for_selector("section.the")
    again = tab.page.get_by_label("Nội dung, từ khóa hoặc viện dẫn cần tìm")
    sync_api.expect(again).to_have_value("khai tai san khong trung thuc", timeout=15_000)


def test_a_shared_address_brings_query_and_filters_back(tab: Watched) -> None:
    tab.open("tra-cuu?q=can+bo&loai=K%E1%BA%BFt+lu%E1%BA%ADn", "section.the")
    assert "Đang lọc: Kết luận" in tab.words()
    names = tab.page.locator("section.the h2").all_inner_texts()
    assert names and all(name.startswith("Kết luận") for name in names)
    tab.page.get_by_role("button", name="Xóa bộ lọc").click()
    tab.page.wait_for_selector("section.the h2:has-text('Quy định')")
    assert parse_qs(urlsplit(tab.page.url).query) == {"q": ["can bo"]}


def test_a_citation_in_a_text_opens_its_document_in_the_same_tab(tab: Watched) -> None:
    tab.open("van-ban?vb=qd-37-tw-2021", ".giay")
    tab.page.locator(".giay a.vd.co", has_text="41-QĐ/TW").first.click()
    tab.page.wait_for_selector("h1:has-text('Quy định 41-QĐ/TW')")
    assert len(tab.page.context.pages) == 1


def test_the_place_asked_for_can_be_reached_within_the_text(tab: Watched) -> None:
    tab.open("van-ban?vb=qd-37-tw-2021&dv=dieu-16", ".khung-hoi")
    tab.page.get_by_text("Xem trong văn bản").click()
    tab.page.wait_for_function(
        "() => { const r = document.getElementById('cho-hoi').getBoundingClientRect();"
        " return r.top >= 0 && r.top < window.innerHeight }"
    )


@pytest.mark.parametrize(
    ("path", "wait_for"),
    [
        ("?q=chuon+chuon+kim", "section.the"),
        ("van-ban?vb=qd-66-xx-2020&dv=dieu-1", ".khung-hoi"),
        ("vien-dan?vd=966-Q%C4%90%2FTW", ".khung-hoi"),
        ("vien-dan?vd=37-Q%C4%90%2FTW", ".khung-hoi"),
        ("kho", "table"),
        ("van-ban", "table"),
        ("?q=%3Cimg+src%3Dhttp%3A%2F%2Fevil.example%2Fq.png+onerror%3Dalert(7)%3E", ".loi-nhan"),
        ("van-ban?vb=%3Cimg+src%3Dx+onerror%3Dalert(8)%3E", ".loi-nhan"),
    ],
)
def test_a_hostile_document_is_only_read(tab: Watched, path: str, wait_for: str) -> None:
    tab.open(path, wait_for)
    tab.page.wait_for_timeout(400)  # what it wants to load, it would have asked for by now
    ours = tab.page.locator(".stHtml")
    assert ours.locator("img, svg, iframe, object, form, base, meta").count() == 0
    assert tab.page.locator("[onerror], [onload], [onmouseover]").count() == 0
    if "66" in path or "chuon" in path:
        assert HOSTILE_TITLE in tab.words()


def test_the_picture_of_relations_is_drawn_without_a_network(tab: Watched) -> None:
    tab.open("van-ban?vb=qd-22-tw-2021", ".giay")
    tab.page.get_by_role("tab", name="Lược đồ").click()
    picture = tab.page.locator("[data-testid='stGraphVizChart'] svg")
    picture.locator("g.node").first.wait_for()
    drawn = " ".join(picture.locator("text").all_text_contents())
    assert "Quy định 296-QĐ/TW" in drawn and "sửa đổi, bổ sung" in drawn
    assert picture.locator("g.edge").count() >= 10
    picture.locator("g.node", has_text="296-QĐ/TW").locator("text").first.click()
    tab.page.wait_for_selector("h1:has-text('Quy định 296-QĐ/TW')")
    assert len(tab.page.context.pages) == 1


def test_a_hostile_title_is_words_in_the_picture(tab: Watched) -> None:
    tab.open("van-ban?vb=qd-66-xx-2020", ".giay")
    tab.page.get_by_role("tab", name="Lược đồ").click()
    picture = tab.page.locator("[data-testid='stGraphVizChart'] svg")
    picture.locator("g.node").first.wait_for()
    drawn = " ".join(picture.locator("text").all_text_contents())
    assert "<b onmouseover=alert(3)>" in " ".join(drawn.split())
    assert picture.locator("image, script, foreignObject, [onmouseover]").count() == 0
    links = picture.evaluate("e => [...e.querySelectorAll('a')].map(a => a.href.baseVal)")
    assert all(link == "" or link.startswith("van-ban?vb=") for link in links)


def test_the_day_is_set_kept_in_the_address_and_carried_on(tab: Watched) -> None:
    tab.open("?q=kiem+tra+giam+sat&ngay=2022-02-28", "section.the")
    card = tab.page.locator("section.the", has_text="Quy định 22-QĐ/TW").first
    assert "Còn hiệu lực tại ngày 28/02/2022" in " ".join(card.inner_text().split())
    card.locator("h2 a").click()
    tab.page.wait_for_selector("h1:has-text('Quy định 22-QĐ/TW')")
    assert parse_qs(urlsplit(tab.page.url).query)["ngay"] == ["2022-02-28"]
    assert "Còn hiệu lực tại ngày 28/02/2022" in tab.words()
    tab.page.get_by_role("button", name="Về hôm nay").click()
    tab.page.wait_for_selector("section.the .nhan.het")
    assert "ngay" not in parse_qs(urlsplit(tab.page.url).query)
    tab.page.get_by_test_id("stDateInputCalendarButton").click()
    tab.page.get_by_test_id("stDateInputCalendar").wait_for(state="visible")


def test_no_english_on_the_screen(tab: Watched) -> None:
    for path, wait_for in (
        ("?q=can+bo", "section.the"),
        ("vien-dan", "h1"),
        ("van-ban?vb=qd-22-tw-2021", ".giay"),
        ("kho", "table"),
    ):
        tab.open(path, wait_for)
        said = tab.words().lower()
        for word in ("press enter", "choose options", "deploy", "rerun", "loading"):
            assert word not in said, f"«{word}» on {path}"
