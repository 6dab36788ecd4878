"""PDFs whose text layer is missing, spoiled or better read by the other library."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import SHARED, needs_shared
from test_readers import LONG, assemble, make_pdf

from ingest import fold
from ingest.document import Reading
from ingest.errors import PicturedPages, UnreadableFile
from ingest.readers import Options, read
from ingest.readers.pdf import choice, count_pages, render_page
from ingest.readers.pdf.borrowed_words import borrow_words
from ingest.readers.pdf.legibility import is_strange, measure
from ingest.readers.pdf.recognition import load_page, place_of

REALDOCS = SHARED / "realdocs"
PNG = b"\x89PNG\r\n\x1a\n"
ENGINE = "tesseract 5.3.0 (vie)"


@pytest.fixture(autouse=True)
def tesseract_is_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Recognised pages are written by hand here, so it plays no part whether it is installed."""
    monkeypatch.setattr(choice, "name_engine", lambda: ENGINE)


def draw_black_pages(count: int) -> bytes:
    """Build a PDF of pages that are inked over half of their paper and hold no letter."""
    content = b"50 50 400 500 re f"
    numbers = [4 + at for at in range(count)]
    kids = b" ".join(b"%d 0 R" % number for number in numbers)
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 3 0 R>>"
    return assemble(
        {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: b"<</Type/Pages/Count %d/Kids[%s]>>" % (count, kids),
            3: b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
            **dict.fromkeys(numbers, page),
        }
    )


def put_recognised(folder: Path, page: int, *lines: str, confidence: float = 0.9) -> None:
    folder.mkdir(exist_ok=True)
    written = [[(word, confidence) for word in line.split()] for line in lines]
    kept = {"lines": written, "confidence": confidence, "engine": ENGINE}
    place_of(folder, page).write_text(json.dumps(kept), encoding="utf-8")


def read_with(path: Path, folder: Path) -> Reading:
    return read(path, Options(recognised=folder))


# --- pictures ---------------------------------------------------------------------------------


def test_pictures_ask_to_be_recognised_and_are_read_once_they_are(tmp_path: Path) -> None:
    path, folder = tmp_path / "a.pdf", tmp_path / "trang"
    path.write_bytes(draw_black_pages(2))
    with pytest.raises(PicturedPages) as asked:
        read_with(path, folder)
    assert asked.value.pages == (1, 2)
    assert "2 trang" in str(asked.value)
    put_recognised(folder, 1, "QUY ĐỊNH", "về nêu gương", "Điêu 1. Phạm vi", LONG)
    with pytest.raises(PicturedPages) as asked:
        read_with(path, folder)
    assert asked.value.pages == (2,)
    put_recognised(folder, 2, "quy định.", "Điều 2. Hiệu lực", confidence=0.8)
    reading = read_with(path, folder)
    assert reading.text.split("\n")[-3:] == [
        "Điều 1. Phạm vi", f"{LONG} quy định.", "Điều 2. Hiệu lực",
    ]  # fmt: skip
    assert reading.reader == ENGINE
    assert reading.page_confidence == (0.9, 0.8)
    assert reading.notes == ("2 trang được nhận dạng từ ảnh (OCR); hãy đối chiếu với ảnh trang.",)


def test_pictures_are_refused_where_nothing_can_be_recognised(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(draw_black_pages(2))
    with pytest.raises(UnreadableFile, match="chưa có lớp chữ") as refused:
        read(tmp_path / "a.pdf")
    assert not isinstance(refused.value, PicturedPages)


def test_a_half_written_page_is_recognised_again(tmp_path: Path) -> None:
    place_of(tmp_path, 1).write_text('{"lines": ["Điều', encoding="utf-8")
    assert load_page(tmp_path, 1) is None


# --- odd layers -------------------------------------------------------------------------------

DECREE = (
    "Căn cứ Nghị định số 63/2010/NĐiCP ngày 08 tháng 6 năm 2010 của Chính phủ về kiểm soát\n"
    "thủ tục hành chính, Nghị định số 92/2017/NĐĐCP, Quyết định số 1351/QĐiUBND củaBộ\n"
    "trưởng Bộ Nông nghiệp và Môi trường tổ chức thực hiện trên địa bàn thành phố, quận và\n"
    "huyện, các cơ quan, tổ chức và cá nhân có liên quan chịu trách nhiệm thi hành."
)
RECOGNISED = (
    "Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08 tháng 6 năm 2010 của Chính phủ về kiêm soát",
    "thủ tục hành chính, Nghị định số 92/2017/NÐ-CP, Quyết định số 1351/QĐ-UBND của Bộ",
    "trường Bộ Nông nghiệp và Môi trường tô chức thực hiện trên địa bàn thành phô, quận và",
    "huyện, các cơ quan, tổ chức và cá nhân có liên quan chịu trách nhiệm thi hành.",
)


def test_odd_words_of_a_layer_are_borrowed_from_the_picture(tmp_path: Path) -> None:
    path, folder = tmp_path / "a.pdf", tmp_path / "trang"
    path.write_bytes(make_pdf(DECREE))
    with pytest.raises(PicturedPages):
        read_with(path, folder)
    put_recognised(folder, 1, *RECOGNISED)
    reading = read_with(path, folder)
    for number in ("63/2010/NĐ-CP", "92/2017/NĐ-CP", "1351/QĐ-UBND của Bộ trưởng"):
        assert number in reading.text
    assert "kiểm soát" in reading.text  # of the layer, which has it right
    assert reading.reader.startswith("pypdf ")
    assert reading.page_confidence == ()
    assert "của 1 trang được thay" in reading.notes[0]


def test_a_layer_without_marks_gives_way_to_the_picture(tmp_path: Path) -> None:
    path, folder = tmp_path / "a.pdf", tmp_path / "trang"
    typed = (
        "Điều 5. Trách nhiệm của cơ quan, tổ chức và cá nhân trong quản lý đất đai",
        "1. Ủy ban nhân dân cấp tỉnh chỉ đạo các cơ quan chuyên môn tổ chức thực hiện việc",
        "thống kê, kiểm kê đất đai, lập bản đồ hiện trạng sử dụng đất của địa phương theo",
        "quy định của pháp luật và báo cáo kết quả về Bộ Tài nguyên và Môi trường hằng năm.",
    )
    path.write_bytes(make_pdf("\n".join(map(fold, typed)).upper()))
    with pytest.raises(PicturedPages):
        read_with(path, folder)
    put_recognised(folder, 1, *typed)
    reading = read_with(path, folder)
    assert reading.text == f"{typed[0]}\n{' '.join(typed[1:])}"
    assert reading.page_confidence == (0.9,)


def test_without_tesseract_a_doubtful_layer_is_taken_with_a_note(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choice, "name_engine", lambda: "")
    (tmp_path / "a.pdf").write_bytes(make_pdf(DECREE))
    reading = read_with(tmp_path / "a.pdf", tmp_path / "trang")
    assert "NĐiCP" in reading.text


def test_only_words_with_the_same_digits_are_borrowed() -> None:
    assert borrow_words("số 63/2010/NĐiCP;", ["số 63/2016/NĐ-CP"]) == "số 63/2010/NĐiCP;"
    assert borrow_words("số 63/2010/NĐiCP;", ["63/2010/NĐ-", "CP"]) == "số 63/2010/NĐ-CP;"
    assert borrow_words("mụcđích sửdụng", ["mục đích sử dụng"]) == "mụcđích sửdụng"


@pytest.mark.parametrize("word", ["63/2010/NĐiCP", "63/2010/NĐĐCP,", "tâmTrung", "QĐiUBND"])
def test_words_that_cannot_be(word: str) -> None:
    assert is_strange(word)


@pytest.mark.parametrize(
    "word", ["63/2010/NĐ-CP", "76/2025/UBTVQH15", "31/2024/QH15", "01/ĐK", "TAND", "Krông", "12a)"]
)
def test_words_that_can(word: str) -> None:
    assert not is_strange(word)


def test_legibility_falls_with_the_marks() -> None:
    good = measure("Căn cứ Luật Tổ chức Chính phủ, theo đề nghị của Bộ trưởng Bộ Tư pháp")
    poor = measure("Căn cử Luật Tô chửc Chinh phu, theo đê nghi cua Bộ trương Bộ Tư phap")
    assert good.covered > 0.7 > 0.5 > poor.covered
    assert good.strange == 0


@needs_shared
@pytest.mark.parametrize(
    ("name", "pages"),
    [
        ("100_2.pdf", 76),
        ("88-2024-nd-cp.pdf", 36),
        ("VanBanGoc_67qh.signed.pdf", 21),
        ("thong_tu_31_2019.pdf", 6),
    ],
)
def test_every_page_of_a_real_scan_is_asked_for(name: str, pages: int, tmp_path: Path) -> None:
    with pytest.raises(PicturedPages) as asked:
        read_with(REALDOCS / name, tmp_path)
    assert asked.value.pages == tuple(range(1, pages + 1))


@needs_shared
@pytest.mark.parametrize(
    "name",
    [
        "32801-VanBanGoc_Hien_phap_2013.pdf",
        "45-2013-qh13.pdf",
        "31-2024-qh15-part-1.pdf",
        "147301-tvHienThiToanVan_31.VBHN.VPQH.1.pdf",
        "96172-VanBanGoc_101.2015.QH13.P2.pdf",
        "TAND281186-AL_so_55_1666843186172.pdf",
    ],
)
def test_a_good_layer_is_never_doubted(name: str, tmp_path: Path) -> None:
    reading = read_with(REALDOCS / name, tmp_path)
    assert reading.reader.startswith("pypdf ")
    assert (reading.notes, reading.page_confidence) == ((), ())


@needs_shared
def test_a_real_page_that_lost_its_tones_is_asked_for_alone(tmp_path: Path) -> None:
    with pytest.raises(PicturedPages) as asked:
        read_with(REALDOCS / "11-2026-qd-ubnd.pdf", tmp_path)
    assert asked.value.pages == (37,)


# --- the other library ------------------------------------------------------------------------


def test_pypdfium2_reads_what_pypdf_cannot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from pypdf import PageObject

    def fail(page: PageObject, **_: object) -> str:
        raise KeyError("/Font")

    monkeypatch.setattr(PageObject, "extract_text", fail)
    (tmp_path / "a.pdf").write_bytes(make_pdf(f"Điều 1. Phạm vi\n{LONG}", f"quy định.\n{LONG}"))
    reading = read(tmp_path / "a.pdf")
    assert reading.text == f"Điều 1. Phạm vi\n{LONG} quy định.\n{LONG}"
    assert reading.reader.startswith("pypdfium2 ")
    assert reading.notes == (
        "Lớp chữ được đọc bằng pypdfium2 vì pypdf không đọc được tệp (KeyError).",
    )


@pytest.mark.parametrize("broken", ["", "Đ iề u 1. Ph ạm v i\nT ổ ch ức đ ảng v à đ ảng vi ên"])
def test_pypdfium2_is_taken_where_pypdf_loses_or_breaks_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    from pypdf import PageObject

    monkeypatch.setattr(PageObject, "extract_text", lambda page, **_: broken)
    (tmp_path / "a.pdf").write_bytes(make_pdf(f"Điều 1. Phạm vi\n{LONG}\n{LONG}"))
    reading = read(tmp_path / "a.pdf")
    assert reading.text == f"Điều 1. Phạm vi\n{LONG} {LONG}"
    assert "vì pypdf đọc sót hoặc làm vỡ chữ" in reading.notes[0]


@pytest.mark.parametrize("library", ["pypdf", "pypdfium2"])
def test_columns_written_one_after_the_other_are_read_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, library: str
) -> None:
    if library == "pypdfium2":
        from pypdf import PageObject

        monkeypatch.setattr(PageObject, "extract_text", lambda page, **_: 1 / 0)
    rows = [(f"trái {row}", f"phải {row}") for row in range(1, 13)]
    (tmp_path / "a.pdf").write_bytes(draw_columns(rows))
    words = read(tmp_path / "a.pdf").text.split()
    assert words == [word for side in (0, 1) for row in rows for word in row[side].split()]


def draw_columns(rows: list[tuple[str, str]]) -> bytes:
    """Build a page of two columns, the left one written before the right one."""
    data = make_pdf("@")
    columns = b" ".join(
        b"1 0 0 1 %d %d Tm <%s> Tj"
        % (left, 780 - 15 * at, row[side].encode("utf-16-be").hex().encode())
        for side, left in enumerate((50, 320))
        for at, row in enumerate(rows)
    )
    content = b"BT /F1 12 Tf %s ET" % columns
    resources = b"/Resources<</Font<</F1 3 0 R>>>>"
    start = data.index(b"3 0 obj")
    fonts = data[start : data.index(b"6 0 obj")]
    objects = dict(enumerate(_bodies(fonts), start=3))
    return assemble(
        {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: b"<</Type/Pages/Count 1/Kids[6 0 R]>>",
            **objects,
            6: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 7 0 R%s>>" % resources,
            7: b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        }
    )


def _bodies(objects: bytes) -> list[bytes]:
    parts = [part.partition(b" 0 obj\n")[2] for part in objects.split(b"\nendobj\n")]
    return [part for part in parts if part]


# --- pictures of pages ------------------------------------------------------------------------


def test_a_page_is_shown_as_wide_as_wished(tmp_path: Path) -> None:
    from PIL import Image

    (tmp_path / "a.pdf").write_bytes(draw_black_pages(3))
    assert count_pages(tmp_path / "a.pdf") == 3
    shown = render_page(tmp_path / "a.pdf", 2, 400)
    assert shown.startswith(PNG)
    (tmp_path / "a.png").write_bytes(shown)
    with Image.open(tmp_path / "a.png") as picture:
        assert picture.width == 400
        assert abs(picture.height - 566) <= 1
        assert picture.convert("L").getpixel((200, 300)) == 0


def test_a_page_five_metres_wide_is_drawn_within_bounds(tmp_path: Path) -> None:
    from ingest.readers.pdf.pdfium import MOST_PIXELS, draw_page

    data = draw_black_pages(1).replace(b"[0 0 595 842]", b"[0 0 14400 14400]")
    (tmp_path / "a.pdf").write_bytes(data)
    picture = draw_page(tmp_path / "a.pdf", 1, 300)
    assert picture.width * picture.height <= 1.01 * MOST_PIXELS


def test_a_page_that_is_not_there_is_refused_by_its_number(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(draw_black_pages(1))
    with pytest.raises(UnreadableFile, match=r"trang 9 của tệp a\.pdf"):
        render_page(tmp_path / "a.pdf", 9, 400)
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.4 nothing")
    with pytest.raises(UnreadableFile, match="Không mở được"):
        count_pages(tmp_path / "b.pdf")
