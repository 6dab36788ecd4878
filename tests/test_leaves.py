"""Long documents leaf by leaf, with their units set out."""

from __future__ import annotations

from datetime import date

from ingest import Document, Edition, Metadata, Provision
from views import leaves as leaves_file
from views.cards import badge
from views.contents import contents_of, place_of
from views.document_text import heading_end, text_of
from views.facts import day_of
from views.leaves import leaf_at, leaves_of
from views.markup import Markup
from views.standpoint import Standpoint


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


def test_headings_are_emphasised_and_points_set_in(view: Standpoint) -> None:
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
    contents = contents_of(view, document, document.provisions[1])
    assert contents.count("<li") == 2 and 'class="dang-doc"' in contents
    assert place_of(document.provisions[3].path) == "Điều 1 › khoản 1 › điểm a"


def test_dates_and_editions_in_words() -> None:
    assert day_of(date(2022, 2, 8)) == "08/02/2022" and day_of(None) == "chưa rõ ngày"
    assert "Bản tóm lược, không phải nguyên văn" in badge(Edition.DIGEST)
    assert "Toàn văn" in badge(Edition.FULL)
    assert isinstance(badge(Edition.STUB), Markup)
