"""Passages: slices of the text that together hold every word, none too long, none across điều."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from index import name_of, split
from index.passages import PASSAGE_SYLLABLES
from ingest import Document, Metadata, segment

ABOUT = Metadata(id="qd-1-tw-2021", type="Quy định", number="1-QĐ/TW", title="về thử nghiệm")


def _document(text: str) -> Document:
    return Document(ABOUT, text, segment(text))


def test_a_short_dieu_is_one_passage_with_its_khoan() -> None:
    text = "Điều 1. Phạm vi\n1. Khoản một.\n2. Khoản hai.\nĐiều 2. Hiệu lực\nTừ ngày ký."
    passages = split(_document(text))
    assert [p.address for p in passages] == ["dieu-1", "dieu-2"]
    assert [p.label for p in passages] == ["Quy định 1-QĐ/TW › Điều 1", "Quy định 1-QĐ/TW › Điều 2"]
    assert text[passages[0].start : passages[0].end].endswith("Khoản hai.")


def test_titles_above_a_passage_are_its_context() -> None:
    text = "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\nQuy định về phạm vi."
    (passage,) = split(_document(text))
    assert passage.context == (
        "Quy định 1-QĐ/TW về thử nghiệm\nChương I. QUY ĐỊNH CHUNG\nĐiều 1. Phạm vi"
    )


def test_a_long_dieu_is_cut_between_its_khoan_and_says_which() -> None:
    khoan = [f"{n}. " + "chữ " * 80 for n in range(1, 6)]
    text = "Điều 1. Phạm vi\n" + "\n".join(khoan)
    passages = split(_document(text))
    assert [p.label.removeprefix("Quy định 1-QĐ/TW › ") for p in passages] == [
        "Điều 1 › khoản 1 đến khoản 2",
        "Điều 1 › khoản 3 đến khoản 4",
        "Điều 1 › khoản 5",
    ]


def test_a_chapter_heading_alone_is_no_passage() -> None:
    text = "Chương I\nCHUNG\nĐiều 1. Phạm vi\nMột.\nChương II\nTHI HÀNH\nĐiều 2. Hiệu lực\nHai."
    assert [p.address for p in split(_document(text))] == ["dieu-1", "dieu-2"]


def test_text_before_the_first_provision_is_kept() -> None:
    passages = split(_document("Căn cứ Điều lệ Đảng;\nĐiều 1. Phạm vi\nMột."))
    assert [(p.address, p.label) for p in passages] == [
        ("", "Quy định 1-QĐ/TW"),
        ("dieu-1", "Quy định 1-QĐ/TW › Điều 1"),
    ]


def test_a_document_without_number_is_called_by_its_title() -> None:
    assert name_of(Metadata(id="x", title="Tin về đợt sinh hoạt")) == "Tin về đợt sinh hoạt"
    assert name_of(Metadata(id="tin-1")) == "tin-1"
    assert name_of(
        Metadata(id="x", type="Nghị định", number="30/2020/NĐ-CP", date=date(2020, 3, 5))
    ) == ("Nghị định 30/2020/NĐ-CP")


LINES = st.sampled_from(
    [
        "Chương I",
        "QUY ĐỊNH CHUNG",
        "Điều 1. Phạm vi",
        "Điều 2. Đối tượng",
        "1. Khoản một.",
        "2. Khoản hai:",
        "a) Điểm a;",
        "b) Điểm b.",
        "Một câu không thuộc khoản nào. " * 30,
        "theo Điều 5 của Luật này",
        "",
    ]
)


@settings(deadline=None)
@given(st.lists(LINES, max_size=40).map("\n".join))
def test_passages_are_ordered_slices_that_hold_every_word(text: str) -> None:
    document = _document(text)
    passages = split(document)
    at = 0
    left_out = []
    for passage in passages:
        assert at <= passage.start < passage.end <= len(text)
        left_out.append(text[at : passage.start])
        at = passage.end
        assert len(text[passage.start : passage.end].split()) <= PASSAGE_SYLLABLES + 8
    left_out.append(text[at:])
    titles = {name for unit in document.provisions for name in (unit.path[-1], unit.heading)}
    words = {word for title in titles for word in title.replace(".", " ").split()}
    assert set(" ".join(left_out).replace(".", " ").split()) <= words
