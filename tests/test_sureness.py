"""How surely letters were read: noise taken out, unsure numbers and pages named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from test_pdf import draw_black_pages

from ingest import Document, document_record, parse
from ingest.readers import Options
from ingest.readers.pdf.noise import Word, is_stamp, part_noise
from ingest.readers.pdf.recognition import place_of
from ingest.sureness import Sureness


def put_words(folder: Path, page: int, *lines: str, confidence: float = 0.9) -> None:
    """Keep a recognised page; `word~0.4` is a word of that sureness, others have .95."""
    folder.mkdir(exist_ok=True)
    read = [[word.rpartition("~") for word in line.split()] for line in lines]
    words = [[(w, float(sure)) if w else (sure, 0.95) for w, _, sure in line] for line in read]
    kept = {"lines": words, "confidence": confidence, "engine": "tesseract 5.3.0 (vie)"}
    place_of(folder, page).write_text(json.dumps(kept), encoding="utf-8")


def part(line: str) -> tuple[str, str]:
    read = [word.rpartition("~") for word in line.split()]
    words = [Word(w, float(sure)) if w else Word(sure, 0.95) for w, _, sure in read]
    kept, noise = part_noise(words)
    return " ".join(word.text for word in kept), noise


@pytest.mark.parametrize(
    "line",
    [
        "ÈN~0 GÈ:.....C.........~0.49 ị~0 ‹~0.53",  # of an office's stamp
        "^ SN~0 =e=CSE27~0 ¿ý~0.3",  # of a signature
        "©",
        "Ieế~0 lâu~0.44 :qùan,~0",
    ],
)
def test_a_line_of_a_stamp_is_noise(line: str) -> None:
    kept, noise = part(line)
    assert kept == ""
    assert noise == " ".join(word.split("~")[0] for word in line.split())


@pytest.mark.parametrize(
    "line",
    [
        "60 70~0.04",  # cells of a table
        "70~0.04",
        "100~0.38 <V<120~0.38 100-~0.77",
        "Thông l-~0 này ấp~0.73 dụng",
        "Cổng TTĐT Chính phủ;",
        "CĂH~0.6 Cứ~0.59 ...............~0.2",
        "Điều 4.............~0.01",
        "Ma~0.2 _~0.6 Mục2”~0.4",
        "1.",
    ],
)
def test_words_and_numbers_stay_however_unsure(line: str) -> None:
    assert part(line) == (" ".join(word.split("~")[0] for word in line.split()), "")


def test_what_a_signature_left_on_a_line_is_taken_out_of_it() -> None:
    assert part("- Cổng TTĐT Chính phủ; —Ý—.`..—_z~0") == ("- Cổng TTĐT Chính phủ;", "—Ý—.`..—_z")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('"CÔNG VĂN ĐẾN | Gà,', True),
        ("CÔNG THÔNG TIN ĐIỆN TỬ CHÍNH PHÙ |'", True),
        ("CÔNG THÔNG TIN ĐIỆN TỬ CHÍNH PHỦ", True),
        ("CÔNG VĂN ĐẾN", True),
        ("- Cổng thông tin điện tử Chính phủ;", False),
        ("Công văn đến phải được đăng ký", False),
        ("CÔNG VĂN ĐẾN VÀ CÔNG VĂN ĐI CỦA CƠ QUAN", False),
    ],
)
def test_the_stamp_of_an_office_is_told_from_text(line: str, expected: bool) -> None:
    assert is_stamp([Word(word, 0.9) for word in line.split()]) is expected


@pytest.fixture
def scan(tmp_path: Path) -> Document:
    """A scan of two pages: a stamp, numbers sure and unsure, a list of recipients."""
    path, folder = tmp_path / "a.pdf", tmp_path / "trang"
    path.write_bytes(draw_black_pages(2))
    put_words(
        folder,
        1,
        "BỘ GIAO THÔNG VẬN TẢI",
        "Số: 3⁄44~0.77 /2019/TT-BGTVT~0.73 Hà Nội, ngày 29 tháng 8 năm 2019",
        "ÈN~0 GÈ:.....C.........~0.49 ị~0 ‹~0.53",
        "THÔNG TƯ",
        "Quy định về tốc độ và khoảng cách an toàn",
        "Căn cứ Nghị định số 12/2017/NĐ-CP ngày 10 tháng 02 năm 2017 của Chính phủ;",
        confidence=0.92,
    )
    put_words(
        folder,
        2,
        "Điều 1. Hiệu lực thi hành",
        "Thông tư này thay thế Thông tư số 91/2015/TT-BGTVT~0.6 ngày 31 tháng 12 năm 2015.",
        "Nơi nhận:",
        "- Cổng TTĐT Chính phủ; —Ý—.`..—_z~0",
        "- Lưu: VT.",
        confidence=0.7,
    )
    return parse(path, Options(recognised=folder))


def test_stamps_are_listed_as_removed_and_not_read(scan: Document) -> None:
    assert [(r.text, r.reason, r.page) for r in scan.removed] == [
        ("ÈN GÈ:.....C......... ị ‹", "nhiễu khi nhận dạng", 1),
        ("—Ý—.`..—_z", "nhiễu khi nhận dạng", 2),
    ]
    assert scan.about.recipients == ("Cổng TTĐT Chính phủ", "Lưu: VT")


def test_an_unread_number_of_the_scan_itself_is_suspect_and_no_citation(scan: Document) -> None:
    assert scan.about.number == ""
    assert [c.symbol for c in scan.citations if not c.back] == ["12/2017/NĐ-CP", "91/2015/TT-BGTVT"]
    assert [scan.text[a:b] for a, b in scan.suspects] == [
        "44 /2019/TT-BGTVT", "Thông tư số 91/2015/TT-BGTVT ngày 31 tháng 12 năm 2015",
    ]  # fmt: skip


def test_a_citation_carries_the_sureness_of_its_page_and_of_its_number(scan: Document) -> None:
    records = [c for c in document_record(scan)["citations"] if not c["parts"]["back"]]
    assert [(r["sureness"], r["unsure"]) for r in records] == [(0.92, False), (0.7, True)]


def test_a_number_hard_to_recognise_wants_a_persons_eye(tmp_path: Path) -> None:
    path, folder = tmp_path / "a.pdf", tmp_path / "trang"
    path.write_bytes(draw_black_pages(1))
    put_words(
        folder, 1, "CHÍNH PHỦ", "Số: 12/2017/NĐ-CP~0.5", "NGHỊ ĐỊNH", "Quy định về công tác văn thư"
    )
    document = parse(path, Options(recognised=folder))
    sure = {place.field: str(place.confidence) for place in document.fields}
    assert (document.about.number, sure["number"]) == ("12/2017/NĐ-CP", "chưa kiểm chứng")
    assert sure["title"] == "đã thấy"


def test_sureness_is_that_of_the_least_sure_page_under_a_place() -> None:
    sureness = Sureness((0, 100, 200, 300), (0.92, 0.7, None, 0.0))
    assert [sureness.at(*place) for place in ((0, 100), (50, 150), (100,), (250, 280), (310,))] == [
        0.92, 0.7, 0.7, None, 0.0,
    ]  # fmt: skip
    assert sureness.unsure_pages == {2: 0.7, 4: 0.0}
    assert sureness.mean == pytest.approx(0.54)
    assert (Sureness().at(5), Sureness().mean) == (None, None)
