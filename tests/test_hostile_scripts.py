"""Script and formulas in titles, bodies, numbers and names of real files are only ever read."""

from __future__ import annotations

import csv
import html
import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import docx
import pytest
from browsing import Watched, browsing, needs_browser, serving, sync_api, watching
from hostile_files import docx as make_docx
from hostile_files import said
from hostile_scripts import PAYLOADS, make_files, number_of

import index
from citator import annotated_copy, check_csv, check_draft
from ingest import parse
from views.diagram import SHOWN
from views.missing_list import missing_csv
from views.standpoint import stand, survey

FORMULA_STARTS = tuple("=+-@\t\r＝")
TITLE_OF_LINK = "a => a.getAttributeNS('http://www.w3.org/1999/xlink', 'title')"
REFUSED = "phải là một số ký hiệu"
NAME = "<img src=x onerror=alert(1)>.docx"
LINES = [
    f"Theo Quy định số {number_of(n)}, ngày 02/3/2021, {payload.strip()}; {payload}"
    for n, payload in enumerate(PAYLOADS)
]


@pytest.fixture(scope="module")
def kb(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ma-lenh")
    (folder / "van-ban").mkdir()
    make_files(folder / "van-ban")
    report = index.ingest([folder / "van-ban"], folder / "kho", encoder=None)
    # a number that is none is refused, in the words of the file's own name
    assert all(REFUSED in reason for _, reason in report.set_aside)
    assert len(report.set_aside) == len(PAYLOADS) // 4
    assert len(report.added) == 2 * len(PAYLOADS) + 1 - len(report.set_aside)
    return folder / "kho"


@pytest.fixture(scope="module")
def draft(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("du-thao") / NAME
    path.write_bytes(make_docx(b"".join(said(html.escape(line)) for line in LINES)))
    return path


@pytest.fixture(scope="module")
def app_address(kb: Path) -> Iterator[str]:
    with serving(kb, kb.parent / "app.log") as address:
        yield address


@pytest.fixture(scope="module")
def context() -> Iterator[sync_api.BrowserContext]:
    with browsing() as opened:
        yield opened


@pytest.fixture
def tab(context: sync_api.BrowserContext, app_address: str) -> Iterator[Watched]:
    with watching(context, app_address) as watched:
        yield watched


def _seen(payload: str) -> str:
    """A payload as the page's words have it."""
    return " ".join(payload.split())


def _check_nothing_acts(tab: Watched) -> None:
    """What wanted to load or run would have by now, or would stand in the page's tree."""
    tab.page.wait_for_timeout(300)
    ours = tab.page.locator(".stHtml")
    harmful = "img, svg, iframe, object, embed, form, base, meta, link, video, audio, math, marquee"
    assert ours.locator(harmful).count() == 0
    assert tab.page.locator("[onerror], [onload], [ontoggle], [onfocus], [onbegin]").count() == 0
    assert (
        tab.page.locator("a[href^='javascript:'], a[href^='data:'], a[href*='evil']").count() == 0
    )


def test_there_are_enough_of_them() -> None:
    assert len(set(PAYLOADS)) == len(PAYLOADS) >= 50


@needs_browser
def test_the_reader_shows_every_one_as_words(tab: Watched) -> None:
    tab.open("van-ban?vb=qd-299-tw-2021", ".giay")
    _check_nothing_acts(tab)
    words = tab.words()
    assert [payload for payload in PAYLOADS if _seen(payload) not in words] == []


@needs_browser
@pytest.mark.parametrize("place", range(0, len(PAYLOADS), 9))
def test_a_title_is_words_in_the_reader(tab: Watched, place: int) -> None:
    tab.open(f"van-ban?vb=qd-{300 + place}-tw-2021", ".giay")
    _check_nothing_acts(tab)
    assert tab.words().count(_seen(PAYLOADS[place])) >= 2  # the title and the body


@needs_browser
def test_search_shows_titles_and_passages_as_words(tab: Watched) -> None:
    for place in (0, 9, 18, 42, 57):
        tab.open(f"?q={300 + place}-Q%C4%90%2FTW", "section.the")
        _check_nothing_acts(tab)
        assert _seen(PAYLOADS[place]) in tab.words()
    tab.open("?q=chuon+chuon", "section.the")
    _check_nothing_acts(tab)
    assert "chuồn chuồn" in tab.words()


@needs_browser
def test_the_store_lists_every_title_and_every_name_set_aside(tab: Watched) -> None:
    tab.open("kho", "table")
    _check_nothing_acts(tab)
    words = ""
    for name in tab.page.get_by_role("tab").all():
        name.click()
        tab.page.wait_for_timeout(150)
        words += tab.words()
    _check_nothing_acts(tab)
    assert [payload for payload in PAYLOADS if _seen(payload) not in words] == []
    names = [p.replace("/", "∕") for p in PAYLOADS[3::4]]
    assert [name for name in names if f"{_seen(name)} 2.md" not in words] == []


@needs_browser
def test_titles_are_words_in_the_picture_of_relations(tab: Watched) -> None:
    tab.open("van-ban?vb=qd-299-tw-2021", ".giay")
    tab.page.get_by_role("tab", name="Lược đồ").click()
    picture = tab.page.locator("[data-testid='stGraphVizChart'] svg")
    picture.locator("g.node").first.wait_for()
    _check_nothing_acts(tab)
    assert picture.locator("image, script, foreignObject, animate, style").count() == 0
    links = picture.evaluate("e => [...e.querySelectorAll('a')].map(a => a.href.baseVal)")
    assert all(link == "" or link.startswith("van-ban?vb=") for link in links)
    hints = picture.evaluate(f"e => [...e.querySelectorAll('a')].map({TITLE_OF_LINK})")
    others = set(hints) - {"Về tất cả"}
    assert len(others) == SHOWN
    assert others <= {_seen(payload) for payload in PAYLOADS}


@needs_browser
def test_a_checked_draft_is_shown_as_words(tab: Watched, draft: Path) -> None:
    tab.open("kiem-tra", "h1")
    tab.page.locator("input[type=file]").set_input_files(str(draft))
    tab.page.wait_for_selector("section.the")
    _check_nothing_acts(tab)
    words = tab.words()
    assert f"Kết quả: {NAME}" in words
    assert f"{len(LINES)} viện dẫn" in words
    assert _seen(PAYLOADS[0]) in words


def _cells(table: str) -> list[str]:
    return [cell for row in csv.reader(io.StringIO(table)) for cell in row]


def test_no_cell_of_a_check_is_a_formula_and_the_word_copy_opens(kb: Path, draft: Path) -> None:
    result = check_draft(index.open_store(kb, None), parse(draft), date(2022, 1, 1))
    assert len(result.rows) == len(PAYLOADS)
    assert [cell for cell in _cells(check_csv(result)) if cell.startswith(FORMULA_STARTS)] == []
    copy = docx.Document(io.BytesIO(annotated_copy(draft.read_bytes(), result)))
    assert [paragraph.text for paragraph in copy.paragraphs] == LINES
    assert len(list(copy.comments)) == len(PAYLOADS)


def test_no_cell_of_the_list_to_collect_is_a_formula(tmp_path: Path) -> None:
    (tmp_path / "van-ban").mkdir()
    make_files(tmp_path / "van-ban")
    for path in (tmp_path / "van-ban").glob("*.md"):
        words = path.read_text(encoding="utf-8").replace("toàn văn", "chỉ có viện dẫn")
        path.write_text(words, encoding="utf-8")
    index.ingest([tmp_path / "van-ban"], tmp_path / "kho", None)
    store = index.open_store(tmp_path / "kho", None)
    view = stand(store, survey(store), date(2022, 1, 1), date(2022, 1, 1))
    entries = view.survey.gaps.entries
    titles = {entry.about.title for entry in entries}
    assert {payload.strip() for payload in PAYLOADS} <= titles
    cells = _cells(missing_csv(view.ledger, entries))
    assert [cell for cell in cells if cell.startswith(FORMULA_STARTS)] == []
    assert [
        f"'{p}" for p in PAYLOADS if p.startswith(("=", "+", "-", "@")) and f"'{p}" not in cells
    ] == []
