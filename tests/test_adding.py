"""Thêm văn bản as a person sees it: what messages say, and the page in a real browser."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from browsing import ROOT, browsing, needs_browser, serving, watching

import index
from index import Batch, Glance, KeptFile, Look, TakenBack, Upload
from ingest import Edition, Metadata
from views.batches import batch_markup, kept_markup, taken_back_markup
from views.looks import look_markup, members_counted

DECREE = Metadata("a", type="Nghị định", number="7/2011/NĐ-CP", title="Về <b>")
NEW = KeptFile("a.txt", DECREE)
FULLER = KeptFile("b.txt", DECREE, replaced="cu.md")
BAD = KeptFile("<i>.pdf", None, "Tệp PDF bị hỏng.")
UPLOADS = tuple(Upload(f"{n}.txt", Path(f"{n}.txt")) for n in range(7))
DIGEST = Metadata("a", type="Nghị định", number="7/2011/NĐ-CP", edition=Edition.DIGEST)


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ((NEW,), "<p>Đã đưa vào kho 1 văn bản mới.</p>"),
        (
            (NEW, FULLER, BAD),
            "<p>Đã đưa vào kho 1 văn bản mới và 1 văn bản thay cho bản kém đầy đủ hơn.</p>"
            "<ul><li>Nghị định 7/2011/NĐ-CP, thay bản trong tệp «cu.md»</li></ul>"
            "<p>1 tệp được để riêng:</p><ul><li>«&lt;i&gt;.pdf»: Tệp PDF bị hỏng.</li></ul>",
        ),
        (
            (BAD,),
            "<p>Không có văn bản nào được đưa vào.</p>"
            "<p>1 tệp được để riêng:</p><ul><li>«&lt;i&gt;.pdf»: Tệp PDF bị hỏng.</li></ul>",
        ),
    ],
)
def test_what_keeping_did_is_said_without_zeros(files: tuple[KeptFile, ...], said: str) -> None:
    assert kept_markup(Batch((), files)) == said


def test_a_long_list_is_cut_and_counted() -> None:
    shown = kept_markup(Batch((), (BAD,) * 11))
    assert shown.count("&lt;i&gt;.pdf") == 8
    assert "<li>và 3 tệp khác</li>" in shown


@pytest.mark.parametrize(
    ("files", "returned", "said"),
    [
        ((NEW, NEW), (), "<p>Đã lấy 2 văn bản ra khỏi kho.</p>"),
        ((BAD,), (), "<p>Đã bỏ 1 tệp để riêng.</p>"),
        ((), (), "<p>Không còn gì để lấy ra.</p>"),
        (
            (FULLER, BAD),
            (KeptFile("cu.md", DIGEST),),
            "<p>Đã lấy 1 văn bản ra khỏi kho và bỏ 1 tệp để riêng.</p><p>1 văn bản trở lại kho:</p>"
            "<ul><li>Nghị định 7/2011/NĐ-CP (bản tóm lược), tệp «cu.md»</li></ul>",
        ),
    ],
)
def test_what_undoing_did_is_said(
    files: tuple[KeptFile, ...], returned: tuple[KeptFile, ...], said: str
) -> None:
    assert taken_back_markup(TakenBack(Batch((), files), returned)) == said


def test_the_offer_says_what_is_taken_back_and_when_it_was_kept() -> None:
    shown = batch_markup(Batch(UPLOADS, (NEW, FULLER, BAD), kept="2026-11-25T08:05:00"))
    for said in (
        "<strong>Lần thêm gần nhất, 08:05, 25/11/2026</strong>: «0.txt», «1.txt», «2.txt», "
        "«3.txt», «4.txt» và 2 tệp khác",
        "2 văn bản trong kho, 1 tệp để riêng. Hoàn tác sẽ lấy tất cả ra khỏi kho; bản đã nhường",
        "<li>«b.txt»: Nghị định 7/2011/NĐ-CP, thay bản trong tệp «cu.md»</li>",
        "<li>«&lt;i&gt;.pdf»: Tệp PDF bị hỏng.</li>",
    ):
        assert said in shown


def test_the_files_of_an_archive_are_rows() -> None:
    about = Metadata(
        "a", type="Nghị định", number="7/2011/NĐ-CP", title="<b>", date=date(2011, 3, 2)
    )
    members = (
        Glance("a.txt", about, articles=2, citations=3, brings=True),
        Glance("b.txt", standing="Trùng nội dung với «a.txt»."),
        Glance("<i>.zip", reason="Gói ZIP nằm trong gói ZIP."),
    )
    assert members_counted(members) == (
        "Gói có 3 tệp: 1 có văn bản để thêm, 1 không có gì mới so với kho hoặc trùng tệp khác "
        "trong gói, 1 không đọc được."
    )
    shown = look_markup(Look(Upload("gói.zip", Path("g.zip")), members=members, brings=True))
    assert (
        "<td>a.txt</td><td><div><strong>Nghị định 7/2011/NĐ-CP</strong><p>&lt;b&gt;</p>"
        '<p class="mo">02/03/2011 · 2 điều, 3 viện dẫn</p></div></td><td>Văn bản mới.</td>'
    ) in shown
    assert "chưa rõ ngày · không thấy số ký hiệu · 1 điều, 0 viện dẫn" in look_markup(
        Look(Upload("g.zip", Path("g.zip")), members=(Glance("c", Metadata("c"), articles=1),))
    )
    assert "<td>b.txt</td><td></td><td>Trùng nội dung với «a.txt».</td>" in shown
    assert "<td>&lt;i&gt;.zip</td>" in shown


@needs_browser
def test_an_archive_is_shown_kept_found_after_a_reload_and_undone(tmp_path: Path) -> None:
    index.ingest([ROOT / "corpus"], tmp_path / "kho", encoder=None)
    before = index.status(index.open_store(tmp_path / "kho", None))
    digest = (ROOT / "corpus/qd-22-tw-2021.md").read_text(encoding="utf-8")
    packed = io.BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr("qd22.md", digest.replace("edition: tóm lược", "edition: toàn văn"))
        archive.write(ROOT / "corpus/qd-37-tw-2021.md", "qd37.md")
        archive.writestr("hong.pdf", b"%PDF-1.4 \x00")
    given = {"name": "gói.zip", "mimeType": "application/zip", "buffer": packed.getvalue()}
    with (
        serving(tmp_path / "kho", tmp_path / "app.log") as address,
        browsing() as context,
        watching(context, address) as tab,
    ):

        def open_tab() -> None:
            tab.open("kho", "table")
            tab.page.get_by_role("tab", name="Thêm văn bản").click()

        open_tab()
        tab.page.locator("input[type=file]").set_input_files([given])
        tab.page.get_by_text("Gói có 3 tệp").wait_for()
        assert "Sẽ thay bản tóm lược «Quy định 22-QĐ/TW» đang có trong kho." in tab.words()
        assert "Đúng tệp này đã có trong kho («qd-37-tw-2021.md»)" in tab.words()
        tab.page.get_by_role("button", name="Đưa 1 tệp vào kho").click()
        tab.page.get_by_text("1 văn bản thay cho bản kém đầy đủ hơn").wait_for()
        open_tab()
        tab.page.get_by_text("Lần thêm gần nhất").wait_for()
        assert "«gói.zip» 1 văn bản trong kho, 2 tệp để riêng." in tab.words()
        tab.page.get_by_role("button", name="Hoàn tác lần thêm này").click()
        tab.page.get_by_text("Đã lấy 1 văn bản ra khỏi kho và bỏ 2 tệp để riêng.").wait_for()
        assert "Quy định 22-QĐ/TW (bản tóm lược), tệp «qd-22-tw-2021.md»" in tab.words()
        assert tab.page.get_by_role("button", name="Hoàn tác lần thêm này").count() == 0
    after = index.status(index.open_store(tmp_path / "kho", None))
    assert (after.editions, after.statements) == (before.editions, before.statements)
