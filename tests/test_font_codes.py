"""TCVN3 and VNI become Unicode letter for letter, and nothing else changes."""

import re
import shutil
import subprocess
import unicodedata
from collections import Counter
from io import BytesIO
from pathlib import Path

import pytest
from conftest import CORPUS

from ingest import FontCode, Options, UnreadableFile, parse
from ingest.readers.fonts import Run, decode_font, decode_runs, font_code_of

SYLLABLES = sorted(
    {
        unicodedata.normalize("NFC", word).lower()
        for path in CORPUS.glob("*.md")
        for word in re.findall(r"[^\W\d_]+", path.read_text(encoding="utf-8"))
    }
)
CASES = {"small": str.lower, "title": str.title, "capital": str.upper}

# VNI as its makers define it: a mark is a sign of its own after the letter; these letters have one.
VNI_MARKS = {
    "\u0300": "ø", "\u0301": "ù", "\u0309": "û", "\u0303": "õ", "\u0323": "ï",
    "\u0306": "ê", "\u0306\u0300": "è", "\u0306\u0301": "é", "\u0306\u0309": "ú",
    "\u0306\u0303": "ü", "\u0306\u0323": "ë", "\u0302": "â", "\u0302\u0300": "à",
    "\u0302\u0301": "á", "\u0302\u0309": "å", "\u0302\u0303": "ã", "\u0302\u0323": "ä",
}  # fmt: skip
VNI_OWN = {"ơ": "ô", "ư": "ö", "đ": "ñ", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ì": "ì", "í": "í", "ỵ": "î"}


def _in_vni(word: str) -> str:
    return "".join(map(_letter_in_vni, unicodedata.normalize("NFC", word)))


def _letter_in_vni(letter: str) -> str:
    small = letter.lower()
    if small in VNI_OWN:
        written = VNI_OWN[small]
    else:
        base, *marks = unicodedata.normalize("NFD", small)
        horn = "\u031b" in marks
        order = sorted((m for m in marks if m != "\u031b"), key=lambda m: m not in "\u0302\u0306")
        base = {"o": "ô", "u": "ö"}[base] if horn else base
        written = base + (VNI_MARKS["".join(order)] if order else "")
    return written.upper() if letter.isupper() else written


def test_the_vocabulary_is_large_enough_to_prove_something() -> None:
    assert len(SYLLABLES) > 900


@pytest.mark.parametrize("case", CASES)
def test_every_syllable_of_the_corpus_comes_back_from_vni(case: str) -> None:
    words = [CASES[case](word) for word in SYLLABLES]
    back = [decode_font(_in_vni(word), FontCode.VNI, False) for word in words]
    assert [word for word, _ in back] == words
    assert sum((lost for _, lost in back), Counter()) == Counter()


def _in_tcvn(words: list[str]) -> list[str]:
    """The words in TCVN3 as glibc encodes them, its control-area capitals written in two signs."""
    if shutil.which("iconv") is None:
        pytest.skip("iconv is not installed")
    given = "\n".join(words).encode()
    done = subprocess.run(
        ["iconv", "-f", "UTF-8", "-t", "TCVN5712-1"], input=given, capture_output=True, check=True
    )
    return done.stdout.decode("latin-1").split("\n")


def test_every_syllable_of_the_corpus_comes_back_from_tcvn3() -> None:
    back = [decode_font(word, FontCode.TCVN3, False) for word in _in_tcvn(SYLLABLES)]
    assert [word for word, _ in back] == SYLLABLES
    assert sum((lost for _, lost in back), Counter()) == Counter()


def test_a_font_of_capitals_draws_every_syllable_in_capitals() -> None:
    back = [decode_font(word, FontCode.TCVN3, True)[0] for word in _in_tcvn(SYLLABLES)]
    assert back == [word.upper() for word in SYLLABLES]


def test_capitals_without_a_tone_and_with_a_tone_sign_after_them() -> None:
    """A plain .Vn font has capitals for ĂÂÊÔƠƯĐ; other toned capitals want its H font."""
    assert decode_font("¡¢£¤¥¦§", FontCode.TCVN3, False)[0] == "ĂÂÊÔƠƯĐ"
    assert decode_font("A°A±A²A³A´", FontCode.TCVN3, False)[0] == "ÀẢÃÁẠ"


FOREIGN = [
    "Điều 5. Uỷ ban kiểm tra, khoá XIII: «hoà bình» – ấn tượng, đường, ưỡn ẹo",
    "L'été à Noël, où le cœur naïf s'élève: ç, ê, ù, ÿ",
    "El niño comió mañana; ¿cuándo? ¡Ahora! pingüino",
    "Die Straße ist schön, Übergrößen, Äpfel",
]


@pytest.mark.parametrize("text", FOREIGN)
@pytest.mark.parametrize("font", ["Times New Roman", "Arial", "Vni", "Vntime", ""])
def test_text_in_other_fonts_is_never_touched(text: str, font: str) -> None:
    assert font_code_of(font) is None
    seen, lost = Counter[FontCode](), Counter[str]()
    assert decode_runs([Run(text)], seen, lost) == text
    assert (seen, lost) == (Counter(), Counter())


def test_a_letter_and_its_mark_may_stand_in_two_runs() -> None:
    runs = [Run("ño", FontCode.VNI), Run("ù", FontCode.VNI), Run(" Straße")]
    assert decode_runs(runs, Counter(), Counter()) == "đó Straße"


@pytest.mark.parametrize(
    ("font", "expected"),
    [
        (".VnTime", (FontCode.TCVN3, False)),
        (".VnTimeH", (FontCode.TCVN3, True)),
        ("ABCDEF+.VnArial NarrowH", (FontCode.TCVN3, True)),
        ("VNI-Times", (FontCode.VNI, False)),
    ],
)
def test_fonts_are_known_by_name(font: str, expected: tuple[FontCode, bool]) -> None:
    assert font_code_of(font) == expected


def _mixed_document() -> bytes:
    from docx import Document

    (title,) = _in_tcvn(["quy định về công tác kiểm tra"])
    (body,) = _in_tcvn(["tổ chức đảng và đảng viên phải được xử lý; ư"])
    opened = Document()
    for pieces in (
        [(".VnTimeH", title)],
        [(".VnTime", f"1. {body}"), ("Times New Roman", " – Straße, mañana, Điều lệ")],
        [("VNI-Times", _in_vni("Uỷ ban kiểm tra Huyện uỷ"))],
    ):
        paragraph = opened.add_paragraph()
        for font, text in pieces:
            run = paragraph.add_run(text)
            run.font.name = font
    kept = BytesIO()
    opened.save(kept)
    return kept.getvalue()


EXPECTED = [
    "QUY ĐỊNH VỀ CÔNG TÁC KIỂM TRA",
    "1. tổ chức đảng và đảng viên phải được xử lý; ư – Straße, mañana, Điều lệ",
    "Uỷ ban kiểm tra Huyện uỷ",
]


def test_a_word_document_is_read_run_by_run(tmp_path: Path) -> None:
    path = tmp_path / "phong-cu.docx"
    path.write_bytes(_mixed_document())
    document = parse(path)
    assert document.text.split("\n") == EXPECTED
    assert document.notes == (
        "56 chữ viết bằng phông TCVN3 đã đổi sang Unicode.",
        "19 chữ viết bằng phông VNI đã đổi sang Unicode.",
    )


def test_an_old_word_document_is_read_run_by_run(tmp_path: Path) -> None:
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    path = tmp_path / "phong-cu.docx"
    path.write_bytes(_mixed_document())
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation=file://{tmp_path}/ho-so", "--headless"),
            *("--convert-to", "doc", "--outdir", str(tmp_path), str(path)),
        ],
        check=True,
        capture_output=True,
    )
    assert parse(path.with_suffix(".doc")).text.split("\n") == EXPECTED


@pytest.mark.parametrize("code", FontCode)
def test_a_text_file_in_an_old_code_wants_a_choice(code: FontCode, tmp_path: Path) -> None:
    words = "nghị quyết về xây dựng chỉnh đốn đảng"
    signs = _in_tcvn([words])[0] if code is FontCode.TCVN3 else _in_vni(words)
    path = tmp_path / "cu.txt"
    path.write_bytes(signs.encode("latin-1"))
    with pytest.raises(UnreadableFile, match="--font-code tcvn3 hoặc vni"):
        parse(path)
    assert parse(path, Options(font_code=code)).text == words


def test_words_that_a_font_of_capitals_drew_are_set_in_capitals(tmp_path: Path) -> None:
    """.VnTimeH draws small codes as capitals; a text file has no font to say so."""
    path = tmp_path / "quy-dinh.txt"
    signs = _in_tcvn(["ĐảNG CộNG SảN VIệT NAM Số: 15-QĐ/TU Bộ Chính trị"])[0]
    path.write_bytes(signs.encode("latin-1"))
    text = parse(path, Options(font_code=FontCode.TCVN3)).text
    assert text == "ĐẢNG CỘNG SẢN VIỆT NAM Số: 15-QĐ/TU Bộ Chính trị"


def test_what_a_code_does_not_know_is_kept_and_counted() -> None:
    decoded, lost = decode_font("ÀÀ nghÞ", FontCode.TCVN3, False)
    assert (decoded, lost) == ("ÀÀ nghị", Counter({"À": 2}))
