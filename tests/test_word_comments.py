"""Comments stand exactly on the words they speak of, and nothing else of the document changes."""

from __future__ import annotations

import io
import random
import re
import shutil
import subprocess
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import docx
import pytest
from conftest import SHARED
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from citator.word.comments import Note, add_comments
from ingest import UnreadableFile, find_citations, read

DECREE = SHARED / "realdocs" / "30_2020_ND_CP.docx"
CITED = "Quy định số 22-QĐ/TW"


def saved(opened: Any) -> bytes:
    stream = io.BytesIO()
    opened.save(stream)
    return stream.getvalue()


def opened(data: bytes) -> Any:
    return docx.Document(io.BytesIO(data))


def build(*paragraphs: tuple[str, ...] | str) -> bytes:
    """A document of paragraphs, each cut into runs; every second run is bold."""
    document = docx.Document()
    for runs in paragraphs:
        paragraph = document.add_paragraph()
        for at, words in enumerate([runs] if isinstance(runs, str) else runs):
            paragraph.add_run(words).bold = at % 2 == 1
    return saved(document)


def letters(text: str) -> str:
    return "".join(unicodedata.normalize("NFC", text).split())


def commented(data: bytes) -> dict[str, str]:
    """Comment text to the words it is anchored on."""
    document = opened(data)
    named = {str(comment.comment_id): comment.text for comment in document.comments}
    words: dict[str, str] = {}
    open_ids: set[str] = set()
    for element in document.element.body.iter():
        if element.tag == qn("w:commentRangeStart"):
            open_ids.add(element.get(qn("w:id")))
            words[named[element.get(qn("w:id"))]] = ""
        elif element.tag == qn("w:commentRangeEnd"):
            open_ids.remove(element.get(qn("w:id")))
        elif element.tag in SHOWN:
            for each in open_ids:
                words[named[each]] += SHOWN[element.tag](element)
    assert open_ids == set()
    references = [e.get(qn("w:id")) for e in document.element.body.iter(qn("w:commentReference"))]
    assert sorted(references) == sorted(named)
    return words


SHOWN: dict[str, Callable[[Any], str]] = {
    qn("w:t"): lambda element: element.text or "",
    qn("w:tab"): lambda _: "\t",
    qn("w:br"): lambda _: "\n",
    qn("w:noBreakHyphen"): lambda _: "-",
}


def shown(data: bytes) -> list[list[tuple[str, str]]]:
    """Each paragraph's letters, each with the format of its run: what a person sees."""

    def letters_of(paragraph: Any) -> Iterator[tuple[str, str]]:
        for run in paragraph.iter(qn("w:r")):
            form = run.find(qn("w:rPr"))
            look = (
                "" if form is None else "".join(f"{e.tag}{sorted(e.attrib.items())}" for e in form)
            )
            for element in run:
                text = SHOWN[element.tag](element) if element.tag in SHOWN else ""
                yield from ((letter, look) for letter in text)

    return [list(letters_of(each)) for each in opened(data).element.body.iter(qn("w:p"))]


def annotate(data: bytes, *notes: Note) -> bytes:
    """Add notes, having seen that the text and its formats are as before."""
    copy = add_comments(data, notes)
    assert shown(copy) == shown(data)
    return copy


def test_words_inside_one_run_are_cut_out_with_their_format() -> None:
    data = build(("Căn cứ ", f"theo {CITED}, khoản 2", " thì"))
    copy = annotate(data, Note(CITED, "Căn cứ theo ", "đúng"))
    assert commented(copy) == {"đúng": CITED}
    runs = opened(copy).paragraphs[0].runs
    assert [(r.text, r.bold) for r in runs if r.text] == [
        ("Căn cứ ", False), ("theo ", True), (CITED, True), (", khoản 2", True), (" thì", False),
    ]  # fmt: skip
    (comment,) = opened(copy).comments
    assert (comment.author, comment.initials) == ("viendan", "V")


def test_words_over_three_runs_of_different_format() -> None:
    data = build(("Theo Quy ", "định số 22", "-QĐ/TW, thì"))
    assert commented(annotate(data, Note(CITED, "Theo ", "đúng"))) == {"đúng": CITED}


@pytest.mark.parametrize(
    "written",
    ["Quy định số\u00a022-QĐ/TW", "Quy\tđịnh  số\n22-QĐ/TW", "Quy định\u200b số 22-QĐ/TW",
     unicodedata.normalize("NFD", CITED), "Quy đi\u0323nh số 22-QĐ/TW"],
)  # fmt: skip
def test_white_space_and_letters_as_the_file_writes_them(written: str) -> None:
    copy = annotate(
        build(f"Theo {written}a, thì", f"Theo {written}, thì"), Note(CITED, "Theo ", "x")
    )
    assert letters(commented(copy)["x"]).replace("\u200b", "") == letters(CITED)
    assert opened(copy).paragraphs[1]._p.find(qn("w:commentRangeStart")) is not None


def test_the_same_words_are_told_apart_by_what_precedes_them() -> None:
    data = build(f"Thay thế {CITED}.", f"Theo {CITED} và thực hiện {CITED}.")
    copy = annotate(data, Note(CITED, "thực hiện ", "ba"), Note(CITED, "Thay thế ", "một"))
    starts = [p._p.xpath("count(w:commentRangeStart)") for p in opened(copy).paragraphs]
    assert starts == [1.0, 1.0]
    last = opened(copy).paragraphs[1]._p
    before = last.xpath("w:commentRangeStart/preceding-sibling::w:r//w:t")
    assert "".join(t.text for t in before).endswith("thực hiện ")


def test_equal_surroundings_are_taken_in_reading_order() -> None:
    data = build(*[f"Theo {CITED}."] * 3)
    copy = annotate(data, *(Note(CITED, "Theo ", name) for name in "abc"))
    assert list(commented(copy)) == ["a", "b", "c"]


def test_a_second_note_on_the_same_words_stays_with_the_first() -> None:
    data = build(f"Theo {CITED}.", f"Thay {CITED}.")
    copy = annotate(data, *(Note(CITED, "Theo ", name) for name in "ab"))
    assert [len(p._p.xpath("w:commentRangeStart")) for p in opened(copy).paragraphs] == [2, 0]
    assert commented(copy) == {"a": CITED, "b": CITED}


def test_a_number_is_not_found_inside_a_longer_one() -> None:
    copy = annotate(build("Điều 15 và Điều 1 nêu"), Note("Điều 1", "", "x"))
    before = opened(copy).paragraphs[0]._p.xpath("w:commentRangeStart/preceding-sibling::w:r/w:t")
    assert "".join(t.text for t in before) == "Điều 15 và "


def test_notes_that_lie_within_one_another_or_share_an_edge() -> None:
    data = build(("Theo khoản 2 Điều 8 ", "Quy định số 22", "-QĐ/TW và"))
    whole = f"khoản 2 Điều 8 {CITED}"
    notes = [
        Note(whole, "", "a"),
        Note("Điều 8", "", "b"),
        Note(CITED, "", "c"),
        Note(whole, "", "d"),
    ]
    assert commented(annotate(data, *notes)) == {
        "a": whole, "b": "Điều 8", "c": CITED, "d": whole,
    }  # fmt: skip


def test_tables_and_tables_in_tables() -> None:
    document = docx.Document()
    document.add_paragraph("Mở đầu")
    cell = document.add_table(1, 2).cell(0, 1)
    cell.paragraphs[0].add_run(f"xem {CITED}")
    cell.add_table(1, 1).cell(0, 0).paragraphs[0].add_run("xem Quy định số 37-QĐ/TW")
    copy = annotate(
        saved(document), Note(CITED, "xem ", "1"), Note("Quy định số 37-QĐ/TW", "xem ", "2")
    )
    assert commented(copy) == {"1": CITED, "2": "Quy định số 37-QĐ/TW"}


def test_words_that_begin_in_a_hyperlink() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Theo ")
    paragraph._p.append(parse_xml(
        f'<w:hyperlink {nsdecls("w")} w:anchor="x"><w:r><w:rPr><w:i/></w:rPr>'
        "<w:t>các Quy định</w:t></w:r></w:hyperlink>"
    ))  # fmt: skip
    paragraph.add_run(" số 22-QĐ/TW.")
    copy = annotate(saved(document), Note(CITED, "các ", "x"))
    assert commented(copy) == {"x": CITED}
    assert opened(copy).paragraphs[0].hyperlinks[0].text == "các Quy định"


def test_words_in_a_text_box_get_the_comment_at_the_box() -> None:
    document = docx.Document()
    run = document.add_paragraph("Có khung ").add_run()
    run._r.append(parse_xml(
        f'<w:pict {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox>'
        f"<w:txbxContent><w:p><w:r><w:t>xem {CITED}</w:t></w:r></w:p></w:txbxContent>"
        "</v:textbox></v:shape></w:pict>"
    ))  # fmt: skip
    copy = annotate(saved(document), Note(CITED, "", "x"))
    assert opened(copy).element.body.xpath(".//w:txbxContent//w:commentRangeStart") == []
    assert commented(copy) == {"x": f"xem {CITED}"}


FOOTNOTES = (
    f'<w:footnotes {nsdecls("w")}><w:footnote w:id="2"><w:p><w:r>'
    f"<w:t>Xem {CITED}.</w:t></w:r></w:p></w:footnote></w:footnotes>"
)


def test_words_in_a_footnote_get_the_comment_at_its_mark() -> None:
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    document = docx.Document()
    paragraph = document.add_paragraph("Đã có quy định")
    mark = OxmlElement("w:footnoteReference", attrs={qn("w:id"): "2"})
    paragraph.add_run()._r.append(mark)
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, FOOTNOTES.encode(), document.part.package)
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    document.part.relate_to(part, relation)
    copy = annotate(saved(document), Note(CITED, "Xem ", "x"), Note("99-QĐ/TW", "", "y"))
    (start, *_) = opened(copy).element.body.iter(qn("w:commentRangeStart"))
    at_mark = [
        e.getprevious().get(qn("w:id"))
        for e in opened(copy).element.body.iter(qn("w:r"))
        if e.find(qn("w:footnoteReference")) is not None
    ]
    comments = {str(c.comment_id): c.text for c in opened(copy).comments}
    assert [comments[each] for each in at_mark] == ["x"]
    assert start is not None
    assert "«99-QĐ/TW»: y" in next(text for text in comments.values() if text != "x")


def test_what_has_no_place_is_listed_at_the_first_paragraph() -> None:
    copy = annotate(
        build("Mở đầu", "Hết"), Note("14-KL/TW", "", "không có"), Note("", "", "rỗng\x01")
    )
    ((text, words),) = commented(copy).items()
    assert words == "Mở đầu"
    assert text.splitlines()[1:] == ["1. «14-KL/TW»: không có", "2. «»: rỗng"]
    assert "2 viện dẫn" in text


def test_an_empty_document_still_takes_the_list() -> None:
    document = docx.Document()
    (comment,) = opened(add_comments(saved(document), [Note("14-KL/TW", "", "không có")])).comments
    assert "«14-KL/TW»: không có" in comment.text


def test_comments_that_are_there_stay_and_a_second_pass_adds() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph(f"Theo {CITED}, thì")
    document.add_comment(paragraph.runs, text="của người khác", author="An")
    once = annotate(saved(document), Note(CITED, "Theo ", "một"))
    twice = annotate(once, Note("thì", ", ", "hai"))
    assert commented(twice) == {
        "của người khác": f"Theo {CITED}, thì", "một": CITED, "hai": "thì",
    }  # fmt: skip


def test_deleted_words_carry_no_comment() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Theo ")
    for tag, kept in (("del", "delText"), ("ins", "t")):
        paragraph._p.append(parse_xml(
            f'<w:{tag} {nsdecls("w")} w:id="9" w:author="An"><w:r>'
            f"<w:{kept}>{CITED}</w:{kept}></w:r></w:{tag}>"
        ))  # fmt: skip
    copy = annotate(saved(document), Note(CITED, "Theo ", "x"))
    assert commented(copy) == {"x": CITED}


def test_the_original_is_not_touched() -> None:
    data = build(f"Theo {CITED}")
    before = bytes(data)
    add_comments(data, [Note(CITED, "", "x")])
    assert data == before


def locked(data: bytes) -> bytes:
    """The archive with every part marked as encrypted, as a password does."""
    marked = bytearray(data)
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        for found in re.finditer(re.escape(mark), data):
            marked[found.start() + flags] |= 1
    return bytes(marked)


def nested(depth: int) -> bytes:
    inside = f"{'<w:sdt><w:sdtContent>' * depth}<w:p/>{'</w:sdtContent></w:sdt>' * depth}"
    body = f"<w:document {nsdecls('w')}><w:body>{inside}</w:body></w:document>"
    return with_part(build("a"), "word/document.xml", body.encode())


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for each in old.namelist():
            new.writestr(each, content if each == name else old.read(each))
    return stream.getvalue()


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (lambda data: b"PK nothing", "không phải tệp nén ZIP"),
        (lambda data: with_part(data, "word/document.xml", b"<!DOCTYPE x><x/>"), "DTD"),
        (lambda data: with_part(data, "word/document.xml", b"<broken"), "tệp bị hỏng"),
        (lambda data: data[: len(data) // 2], "không phải tệp nén ZIP"),
        (locked, "RuntimeError"),
        (lambda _: nested(2000), "tệp bị hỏng"),
    ],
)
def test_a_hostile_file_is_refused_in_words(harm: Callable[[bytes], bytes], said: str) -> None:
    with pytest.raises(UnreadableFile, match=said):
        add_comments(harm(build("a")), [Note("a", "", "x")])


def notes_of(text: str) -> list[Note]:
    """The citations of a text and words taken anywhere in it, in reading order."""
    chance = random.Random(30)
    spans = {(c.start, c.end) for c in find_citations(text)}
    words = [(m.start(), m.end()) for m in re.finditer(r"\S+", text)]
    while len(spans) < 200:
        first = chance.randrange(len(words) - 8)
        start, end = words[first][0], words[first + chance.randrange(1, 8)][1]
        if not re.search(r"\n|\|", text[max(0, text.rfind("\n", 0, start)) + 1 : end]):
            spans.add((start, end))
    return [
        Note(text[a:b], text[max(0, a - 40) : a], f"#{n}") for n, (a, b) in enumerate(sorted(spans))
    ]


@pytest.mark.skipif(not DECREE.exists(), reason="needs ../shared/realdocs, which is not here")
def test_every_citation_of_a_real_decree_is_anchored(tmp_path: Path) -> None:
    notes = notes_of(read(DECREE).text)
    copy = annotate(DECREE.read_bytes(), *notes)
    found = commented(copy)
    assert {name: letters(words) for name, words in found.items()} == {
        note.comment: letters(note.words) for note in notes
    }
    assert list(found) == [note.comment for note in notes]  # also those of the same words
    path = tmp_path / "copy.docx"
    path.write_bytes(copy)
    assert read(path).text == read(DECREE).text


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not on this machine")
def test_libreoffice_opens_the_copy(tmp_path: Path) -> None:
    path = tmp_path / "copy.docx"
    path.write_bytes(add_comments(build(f"Theo {CITED}"), [Note(CITED, "", "x")]))
    command = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert path.with_suffix(".pdf").read_bytes().startswith(b"%PDF-")
