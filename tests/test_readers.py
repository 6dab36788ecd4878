"""Files of every kind become text: what is kept, what is refused and with which words."""

from __future__ import annotations

import io
import re
import time
import unicodedata
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.document import Edition, Reading
from ingest.errors import UnreadableFile
from ingest.readers import READERS, read
from ingest.readers.letters import normalise
from ingest.readers.paragraphs import FOOTNOTE_RULE, join_pages

SHARED = Path(__file__).resolve().parents[1].parent / "shared"
REALDOCS = SHARED / "realdocs"
SEED = SHARED / "seed" / "ke-hoach-66-kh-hu.txt"

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DECREE = "Điều 1. Phạm vi điều chỉnh\n1. Nghị định này quy định về công tác văn thư."


def real(name: str) -> Reading:
    path = REALDOCS / name
    if not path.exists():
        pytest.skip(f"{path} is not on this machine")
    return read(path)


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return path


def refused(path: Path) -> str:
    with pytest.raises(UnreadableFile) as caught:
        read(path)
    return str(caught.value)


def make_pdf(*pages: str) -> bytes:
    """Build a PDF whose font maps each code to the letter itself, one line of text a line."""
    cmap = (
        b"begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange "
        b"1 beginbfrange <0000> <ffff> <0000> endbfrange endcmap"
    )
    numbers = [6 + 2 * at for at in range(len(pages))]
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Count %d/Kids[%s]>>"
        % (len(pages), b" ".join(b"%d 0 R" % number for number in numbers)),
        3: b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/ToUnicode 5 0 R"
        b"/DescendantFonts[4 0 R]>>",
        4: b"<</Type/Font/Subtype/CIDFontType2/BaseFont/A/DW 500>>",
        5: b"<</Length %d>>stream\n%s\nendstream" % (len(cmap), cmap),
    }
    for number, page in zip(numbers, pages, strict=True):
        shown = b" ".join(
            b"<%s> Tj 0 -14 Td" % line.encode("utf-16-be").hex().encode()
            for line in page.split("\n")
        )
        content = b"BT /F1 12 Tf 50 800 Td %s ET" % shown
        objects[number] = (
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
            b"/Resources<</Font<</F1 3 0 R>>>>>>" % (number + 1)
        )
        objects[number + 1] = b"<</Length %d>>stream\n%s\nendstream" % (len(content), content)
    return assemble(objects)


def assemble(objects: dict[int, bytes]) -> bytes:
    data = b"%PDF-1.4\n"
    places = []
    for number in sorted(objects):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, objects[number])
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    data_end = b"trailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF" % (count, len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n" % count + table + data_end


def make_docx(body: str, **parts: str) -> bytes:
    """Build a Word file from the XML of its body, by python-docx and then by hand."""
    from docx import Document

    plain = io.BytesIO()
    Document().save(plain)
    made = io.BytesIO()
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as out:
        for name in source.namelist():
            if name == "word/document.xml":
                out.writestr(name, f"<w:document {WORD}><w:body>{body}</w:body></w:document>")
            elif name == "word/numbering.xml" and "numbering" in parts:
                out.writestr(name, f"<w:numbering {WORD}>{parts['numbering']}</w:numbering>")
            else:
                out.writestr(name, source.read(name))
    return made.getvalue()


def paragraph(text: str, numbered: str = "") -> str:
    properties = f"<w:pPr><w:numPr>{numbered}</w:numPr></w:pPr>" if numbered else ""
    return f"<w:p>{properties}<w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"


# --- letters ---------------------------------------------------------------------------------


def test_the_text_is_nfc_with_plain_spaces_and_line_feeds(tmp_path: Path) -> None:
    source = "\ufeffQuy" + "\u00a0định  \r\nuy\u0309 ba\u00adn\rđ\u200bảng\tviên"
    assert read(written(tmp_path, "a.txt", source)).text == "Quy định\nuỷ ban\nđảng viên"


def test_an_invisible_sign_does_not_keep_a_vowel_from_its_tone() -> None:
    assert normalise("ngu\u031b\u200b\u0309i") == "ngửi"


def test_the_icelandic_capital_of_old_files_is_left_alone() -> None:
    assert normalise("QÐ/TW \u00d0ảng") == "Q\u00d0/TW \u00d0ảng"


@given(st.text())
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert unicodedata.is_normalized("NFC", once)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_files_are_read_with_and_without_a_mark(tmp_path: Path, encoding: str) -> None:
    assert read(written(tmp_path, "a.txt", DECREE.encode(encoding))).text == DECREE


def test_another_encoding_is_refused_with_the_place_of_the_byte(tmp_path: Path) -> None:
    said = refused(written(tmp_path, "a.txt", b"Quy \xe1\xfe nh"))
    assert "sai từ byte thứ 5" in said
    assert "UTF-8" in said


# --- what a file is --------------------------------------------------------------------------


@pytest.mark.parametrize("content", ["", "  \n\t\n"])
@pytest.mark.parametrize("suffix", READERS)
def test_an_empty_file_is_refused(tmp_path: Path, suffix: str, content: str) -> None:
    assert "Tệp rỗng" in refused(written(tmp_path, f"a{suffix}", content))


def test_a_file_of_invisible_signs_is_empty_too(tmp_path: Path) -> None:
    assert "không có chữ nào" in refused(written(tmp_path, "a.txt", "\u200b\u00a0\u00ad"))


def test_an_unknown_kind_is_refused_with_the_kinds_that_are_read(tmp_path: Path) -> None:
    said = refused(written(tmp_path, "a.odt", "văn bản"))
    assert "«.odt»" in said
    assert ".txt .md .html .htm .docx .doc .rtf .pdf" in said


def test_an_old_word_file_is_refused_with_the_cure(tmp_path: Path) -> None:
    said = refused(written(tmp_path, "a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100)))
    assert "bỏ mật khẩu và lưu lại thành .docx" in said


def test_a_pdf_named_docx_is_read_by_what_it_is(tmp_path: Path) -> None:
    path = written(tmp_path, "a.docx", make_pdf("Điều 1. Phạm vi\nChữ " + "chữ " * 60))
    assert read(path).text.startswith("Điều 1. Phạm vi\nChữ chữ")


def test_a_text_named_pdf_is_refused(tmp_path: Path) -> None:
    assert "đuôi .pdf nhưng nội dung không phải" in refused(written(tmp_path, "a.pdf", DECREE))


def test_a_missing_file_and_a_folder_are_refused_by_name(tmp_path: Path) -> None:
    assert "Không thấy tệp vang.txt" in refused(tmp_path / "vang.txt")
    (tmp_path / "thu-muc.txt").mkdir()
    assert "là một thư mục" in refused(tmp_path / "thu-muc.txt")


def test_a_file_without_permission_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbid(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", forbid)
    assert "Không có quyền đọc tệp mat.txt" in refused(tmp_path / "mat.txt")


@pytest.mark.parametrize("failure", [RecursionError, MemoryError, KeyError("x"), AssertionError])
def test_whatever_breaks_in_a_reader_leaves_as_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: Exception
) -> None:
    def fail(data: bytes, name: str) -> Reading:
        raise failure

    monkeypatch.setitem(READERS, ".txt", fail)
    assert "Không đọc được tệp a.txt" in refused(written(tmp_path, "a.txt", "chữ"))


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([b"", b"%PDF-1.7\n", b"PK\x03\x04", b"<html>"]), st.binary(max_size=400))
def test_random_bytes_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, mark: bytes, noise: bytes
) -> None:
    folder = tmp_path_factory.mktemp("noise")
    for suffix in READERS:
        try:
            reading = read(written(folder, f"a{suffix}", mark + noise))
        except UnreadableFile as refusal:
            assert str(refusal).endswith(".")
        else:
            assert reading.text.strip()


# --- Markdown --------------------------------------------------------------------------------


def test_markdown_is_shown_without_its_marks(tmp_path: Path) -> None:
    source = (
        "---\nso_ky_hieu: 37-QĐ/TW\nngay: 2021-10-25\n---\n\n## Chương I\n\n**Điều 1.** Ai\n1\\. A"
    )
    reading = read(written(tmp_path, "a.md", source))
    assert reading.text == "Chương I\n\nĐiều 1. Ai\n1. A"
    assert (reading.about.id, reading.about.number) == ("qd-37-tw-2021", "37-QĐ/TW")


def test_markdown_without_front_matter_is_described_by_its_masthead(tmp_path: Path) -> None:
    source = "# QUY ĐỊNH\nvề nêu gương\n\nĐiều 1. Nêu gương"
    about = read(written(tmp_path, "Nêu gương.md", source)).about
    assert (about.type, about.title, about.id) == ("Quy định", "về nêu gương", "neu-guong")


# --- HTML ------------------------------------------------------------------------------------

LONG = "Tổ chức đảng và đảng viên phải thực hiện đầy đủ trách nhiệm của mình trong"

PAGE = """<html><body><div id=menu><a>Trang chủ</a><a>Liên hệ với chúng tôi qua tổng đài</a></div>
<div id=main><p>Điều 1. Phạm vi<br>1. Luật   này
quy định</p><table><tr><td>STT</td><td>Mức phạt</td></tr><tr><td><p>1</p></td><td><p>a</p>
<p>b</p></td></tr></table><p><b>Điều 2.</b> <i>Đối tượng</i></p><p>Điều 3. Hiệu lực</p></div>
<script>var x = "Điều 4. Không phải";</script></body></html>"""


def test_a_regulation_keeps_one_provision_a_line_and_its_tables(tmp_path: Path) -> None:
    reading = read(written(tmp_path, "a.html", PAGE))
    assert reading.text.split("\n") == [
        "Điều 1. Phạm vi",
        "1. Luật này quy định",
        "STT | Mức phạt",
        "1",
        "a",
        "b",
        "Điều 2. Đối tượng",
        "Điều 3. Hiệu lực",
    ]
    (frame,) = reading.removed
    assert frame.reason == "khung trang web"
    assert frame.text == "Trang chủLiên hệ với chúng tôi qua tổng đài"


def test_a_page_that_names_another_charset_is_decoded_by_it(tmp_path: Path) -> None:
    # Windows-1258 has no letter for ề: it writes ê and the tone after it.
    page = '<meta charset="windows-1258"><p>Điều 1. A</p><p>Điều 2. Á</p><p>Điều 3. B</p>'
    data = page.replace("ề", "ê\u0300").encode("cp1258")
    reading = read(written(tmp_path, "a.html", data))
    assert reading.text == "Điều 1. A\nĐiều 2. Á\nĐiều 3. B"


def test_a_page_nested_too_deep_is_refused_not_cut(tmp_path: Path) -> None:
    assert "lồng quá nhiều lớp" in refused(written(tmp_path, "a.html", "<div>x" * 5000))


@pytest.mark.parametrize(
    "text",
    [
        *("-" * 10**5, "- " * 10**5, "Số: " + "1/" * 10**5, "LUẬT " * 10**5, "KT. A\n" * 20000),
        *("Căn cứ\n" + "A ban hành Luật b " * 10**4, "Luật này được Quốc hội " * 10**4),
        *("(Kèm theo Luật số 1/QH ngày " * 10**4, "Nơi nhận:\n- A; Lê B\n" * 10**4),
    ],
)
def test_the_work_grows_with_the_text_and_no_faster(tmp_path: Path, text: str) -> None:
    started = time.process_time()
    read(written(tmp_path, "a.txt", text))
    assert time.process_time() - started < 2  # seconds; a square of these lengths takes minutes


def test_of_a_news_page_the_article_is_kept(tmp_path: Path) -> None:
    article = "".join(f"<p>Đoạn {number}: {LONG} công việc được giao.</p>" for number in range(9))
    page = (
        "<html><body><nav>Trang chủ</nav><div class='menu'><a href='/a'>Tin nổi bật</a></div>"
        f"<article><h1>Triển khai Quy định số 37-QĐ/TW tại huyện</h1>{article}</article>"
        "<footer>Bản quyền thuộc về cổng thông tin</footer></body></html>"
    )
    reading = read(written(tmp_path, "tin.html", page))
    assert [line[:6] for line in reading.text.split("\n")[-9:]] == [f"Đoạn {n}" for n in range(9)]
    assert reading.about.title == "Triển khai Quy định số 37-QĐ/TW tại huyện"
    assert {piece.reason: piece.text for piece in reading.removed} == {
        "trình đơn": "Tin nổi bật",
        "chân trang web": "Bản quyền thuộc về cổng thông tin",
    }
    assert "Bản quyền" not in reading.text


@pytest.mark.parametrize(
    ("name", "articles"),
    [
        ("Luat-Dat-dai-2024-31-2024-QH15-523642.html", 260),
        ("30eb5989-103c-41de-9b52-3047233f2d9f.html", 1450),
    ],
)
def test_real_pages_keep_all_their_articles(name: str, articles: int) -> None:
    assert len(re.findall(r"(?m)^Điều \d", real(name).text)) == articles


# --- Word ------------------------------------------------------------------------------------


def test_word_paragraphs_and_tables_stay_in_order(tmp_path: Path) -> None:
    cell = "<w:tc>{}</w:tc>"
    table = (
        "<w:tbl><w:tr>"
        + cell.format(paragraph("CHÍNH PHỦ") + paragraph("Số: 30/2020/NĐ-CP"))
        + cell.format(paragraph("CỘNG HÒA"))
        + "</w:tr><w:tr>"
        + cell.format(paragraph("Quyết định"))
        + cell.format(paragraph("QĐ"))
        + "</w:tr></w:tbl>"
    )
    inserted = f"<w:sdt><w:sdtContent>{paragraph('Trong khung')}</w:sdtContent></w:sdt>"
    body = paragraph("Đầu") + table + inserted + paragraph("Cuối")
    text = read(written(tmp_path, "a.docx", make_docx(body))).text
    assert text.split("\n") == [
        "Đầu", "CHÍNH PHỦ", "Số: 30/2020/NĐ-CP", "CỘNG HÒA", "Quyết định | QĐ", "Trong khung",
        "Cuối",
    ]  # fmt: skip


def test_word_numbers_its_lists_as_word_shows_them(tmp_path: Path) -> None:
    def level(depth: int, shape: str, text: str) -> str:
        return (
            f"<w:lvl w:ilvl='{depth}'><w:start w:val='1'/><w:numFmt w:val='{shape}'/>"
            f"<w:lvlText w:val='{text}'/></w:lvl>"
        )

    numbering = (
        "<w:abstractNum w:abstractNumId='0'>"
        + level(0, "decimal", "%1.")
        + level(1, "lowerLetter", "%2)")
        + level(2, "decimal", "%1.%3.")
        + "</w:abstractNum><w:num w:numId='7'><w:abstractNumId w:val='0'/></w:num>"
        "<w:num w:numId='8'><w:abstractNumId w:val='0'/>"
        "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride></w:num>"
    )
    places = ["7 0", "7 1", "7 1", "7 0", "7 1", "7 2", "8 0"]
    body = "".join(
        paragraph("x", f"<w:ilvl w:val='{depth}'/><w:numId w:val='{which}'/>")
        for which, depth in map(str.split, places)
    )
    text = read(written(tmp_path, "a.docx", make_docx(body, numbering=numbering))).text
    assert text.split("\n") == ["1. x", "a) x", "b) x", "2. x", "a) x", "2.1. x", "1. x"]


def test_tracked_changes_read_as_accepted(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>Điều 1. </w:t></w:r><w:ins><w:r><w:t>mới</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>cũ</w:delText></w:r></w:del></w:p>"
    )
    assert read(written(tmp_path, "a.docx", make_docx(body))).text == "Điều 1. mới"


@pytest.mark.parametrize(
    ("document", "words"),
    [
        (f'<!DOCTYPE x [<!ENTITY a "b">]><w:document {WORD}/>', "khai báo DTD"),
        ("<w:document>" + " " * 60_000_000, "lớn bất thường"),
        ("<w:document", "Không đọc được tệp a.docx"),
    ],
)
def test_harmful_and_broken_word_files_are_refused(
    tmp_path: Path, document: str, words: str
) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("word/document.xml", document)
    assert words in refused(written(tmp_path, "a.docx", made.getvalue()))


def test_other_zips_and_half_zips_are_refused(tmp_path: Path) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as out:
        out.writestr("xl/workbook.xml", "<x/>")
    assert "không phải văn bản Word" in refused(written(tmp_path, "a.docx", made.getvalue()))
    whole = make_docx(paragraph("Điều 1."))
    assert "bị hỏng" in refused(written(tmp_path, "a.docx", whole[: len(whole) // 2]))


def test_the_real_decree_in_word_begins_with_its_masthead() -> None:
    reading = real("30_2020_ND_CP.docx")
    assert reading.text.startswith("CHÍNH PHỦ\n")
    assert "\nĐiều 38. Trách nhiệm thi hành\n" in reading.text
    assert len(set(re.findall(r"(?m)^Điều (\d+)\.", reading.text))) == 38


# --- PDF -------------------------------------------------------------------------------------


def test_wrapped_lines_become_paragraphs_over_a_page_break(tmp_path: Path) -> None:
    first = f"Điều 1. Phạm vi\n1. {LONG}\nquy định tại khoản\n2. Điều này;\na) {LONG}"
    second = f"quy định.\n2. {LONG}\nĐiều lệ Đảng."
    reading = read(written(tmp_path, "a.pdf", make_pdf(first, second)))
    assert reading.text.split("\n") == [
        "Điều 1. Phạm vi",
        f"1. {LONG} quy định tại khoản 2. Điều này;",
        f"a) {LONG} quy định.",
        f"2. {LONG} Điều lệ Đảng.",
    ]
    assert reading.pages == (0, reading.text.index("quy định.\n2."))


def test_a_footnote_goes_before_the_paragraph_it_would_cut() -> None:
    text, pages = join_pages(
        [
            [f"1. {LONG}", f"2. {LONG}", FOOTNOTE_RULE, "1 Khoản này được bổ sung."],
            ["quy định.", "3. Hết."],
        ]
    )
    assert text.split("\n") == [
        f"1. {LONG}",
        "1 Khoản này được bổ sung.",
        f"2. {LONG} quy định.",
        "3. Hết.",
    ]
    assert text[pages[1] :].startswith("quy định.")


def test_a_title_in_capitals_is_one_line_and_apart() -> None:
    lines = [LONG, "QUY ĐỊNH XỬ PHẠT VI PHẠM HÀNH CHÍNH TRONG LĨNH VỰC", "ĐƯỜNG SẮT", LONG]
    assert join_pages([lines])[0].split("\n") == [LONG, f"{lines[1]} {lines[2]}", LONG]


def test_a_locked_pdf_is_refused(tmp_path: Path) -> None:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(make_pdf(LONG))))
    writer.encrypt("bí mật", algorithm="AES-256")
    writer.write(tmp_path / "a.pdf")
    assert "mật khẩu" in refused(tmp_path / "a.pdf")


def test_a_pdf_that_only_forbids_editing_is_read(tmp_path: Path) -> None:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(make_pdf(f"{LONG}\n{LONG}"))))
    writer.encrypt("", "chủ", algorithm="AES-128")
    writer.write(tmp_path / "a.pdf")
    assert read(tmp_path / "a.pdf").text == f"{LONG} {LONG}"


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9])
def test_a_pdf_cut_short_is_refused(tmp_path: Path, kept: float) -> None:
    whole = make_pdf(*[f"{number}. {LONG}\n{LONG}" for number in range(20)])
    assert "PDF" in refused(written(tmp_path, "a.pdf", whole[: int(len(whole) * kept)]))


def test_a_pdf_of_pictures_is_refused_with_the_cure(tmp_path: Path) -> None:
    said = refused(written(tmp_path, "a.pdf", make_pdf("", "")))
    assert "chưa có lớp chữ" in said
    assert "OCR" in said


def test_a_pdf_with_nothing_but_a_stamp_is_a_picture(tmp_path: Path) -> None:
    stamp = (
        "Người ký: CỔNG THÔNG TIN ĐIỆN TỬ CHÍNH PHỦ\nEmail: thongtinchinhphu@chinhphu.vn\n"
        "Cơ quan: VĂN PHÒNG CHÍNH PHỦ\nThời gian ký: 07.08.2024 17:03:05 +07:00"
    )
    said = refused(written(tmp_path, "a.pdf", make_pdf(stamp, "", "")))
    assert "chưa có lớp chữ (chỉ có ảnh quét và dấu chữ ký số)" in said


@pytest.mark.parametrize(
    "name",
    [
        "100_2.pdf",
        "88-2024-nd-cp.pdf",
        "QTQL.KH.5.2_quy_trinh_KCB_BHYT_compressed.pdf",
        "VanBanGoc_67qh.signed.pdf",
        "VanBanGoc_68qh.signed.pdf",
        "thong_tu_31_2019.pdf",
    ],
)
def test_real_scans_are_refused(name: str) -> None:
    if not (REALDOCS / name).exists():
        pytest.skip(f"{name} is not on this machine")
    assert "chưa có lớp chữ" in refused(REALDOCS / name)


def test_the_real_constitution_has_its_120_articles_and_whole_words() -> None:
    reading = real("32801-VanBanGoc_Hien_phap_2013.pdf")
    articles = [int(number) for number in re.findall(r"(?m)^Điều (\d+)$", reading.text)]
    assert articles == list(range(1, 121))
    # The gaps that stretched spaces leave inside words: `m ấy nghìn n ăm l ịch sử`.
    assert "Trải qua mấy nghìn năm lịch sử, Nhân dân Việt Nam lao động cần cù" in reading.text
    assert not re.search(r"(?<!\w)(?:th|ph|nh|ch|tr|ng) [à-ỹ]", reading.text)


def test_pages_of_a_real_pdf_begin_where_the_printed_page_does() -> None:
    reading = real("32801-VanBanGoc_Hien_phap_2013.pdf")
    assert len(reading.pages) == 28
    assert list(reading.pages) == sorted(reading.pages)
    assert reading.text[reading.pages[1] :].startswith("3. Quyền lực nhà nước là thống nhất")
    assert reading.text[reading.pages[14] :].startswith("người, quyền và nghĩa vụ cơ bản")


def test_the_real_decree_printed_from_a_browser_loses_only_the_browsers_lines() -> None:
    reading = real("nd100_2019.pdf")
    assert {line.text for line in reading.removed} == {
        "13:08 24/11/25 about:blank",
        *(f"about:blank {page}/102" for page in range(1, 103)),
    }
    assert len(set(re.findall(r"(?m)^Điều (\d+)\.", reading.text))) == 86


def test_a_font_that_says_ñ_for_đ_is_put_right() -> None:
    text = real("1351-2025-qd-ubnd.pdf").text
    assert "Điều 3. Quyết định này có hiệu lực thi hành kể từ ngày ký." in text
    assert not set("ñðÑ") & set(text)


# --- the seed --------------------------------------------------------------------------------


def test_the_seed_page_is_news_about_a_plan() -> None:
    if not SEED.exists():
        pytest.skip("the seed page is not on this machine")
    reading = read(SEED)
    assert reading.about.edition is Edition.NEWS
    assert (reading.about.number, reading.about.date) == ("", None)
    assert reading.about.title.startswith("Kon Rẫy: tổ chức đợt sinh hoạt chính trị")
    assert "Quy định số 22-QĐ/TW, ngày 28/7/2021" in reading.text
