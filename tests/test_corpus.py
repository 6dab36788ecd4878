"""The nine digests that come with the house: named rightly, honest about what they are."""

from __future__ import annotations

import importlib
import importlib.util
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
RELATIONS = "Quan hệ với văn bản khác:"
DIGEST = "Bản tóm lược do viendan biên soạn từ các nguồn đã công bố; không phải nguyên văn."

# id: (loại, số ký hiệu, ngày ban hành, cơ quan), as the news of Kế hoạch 66-KH/HU cites them
EXPECTED = {
    "kh-66-hu-konray-2022": (
        "Kế hoạch",
        "66-KH/HU",
        date(2022, 2, 28),
        "Ban Thường vụ Huyện ủy Kon Rẫy",
    ),
    "kl-21-tw-2021": ("Kết luận", "21-KL/TW", date(2021, 10, 25), "Ban Chấp hành Trung ương"),
    "qd-37-tw-2021": ("Quy định", "37-QĐ/TW", date(2021, 10, 25), "Ban Chấp hành Trung ương"),
    "qd-22-tw-2021": ("Quy định", "22-QĐ/TW", date(2021, 7, 28), "Ban Chấp hành Trung ương"),
    "qd-24-tw-2021": ("Quy định", "24-QĐ/TW", date(2021, 7, 30), "Ban Chấp hành Trung ương"),
    "qd-41-tw-2021": ("Quy định", "41-QĐ/TW", date(2021, 11, 3), "Bộ Chính trị"),
    "kl-01-tw-2021": ("Kết luận", "01-KL/TW", date(2021, 5, 18), "Bộ Chính trị"),
    "ct-05-tw-2016": ("Chỉ thị", "05-CT/TW", date(2016, 5, 15), "Bộ Chính trị"),
    "kl-14-tw-2021": ("Kết luận", "14-KL/TW", date(2021, 9, 22), "Bộ Chính trị"),
}
REQUIRED = {
    "id": str,
    "so_ky_hieu": str,
    "loai": str,
    "trich_yeu": str,
    "co_quan": str,
    "ngay": date,
    "edition": str,
    "nguon": list,
    "ten_khac": list,
}
OPTIONAL = {"nguoi_ky": str, "confidence": dict, "statements": list}
CONFIDENCE = {"đã thấy", "nguồn thứ cấp", "suy luận", "chưa kiểm chứng"}
MARKS = {
    "suy luận": "(suy luận, chưa đối chiếu nguyên văn)",
    "chưa kiểm chứng": "(chưa kiểm chứng)",
    "nguồn thứ cấp": "(theo nguồn thứ cấp)",
}
# The điều whose numbers the sources give, and so the only headings a digest may carry.
DIEU = {
    "qd-37-tw-2021": [*range(1, 20)],
    "qd-22-tw-2021": [1, 2, 3, 4, *range(7, 13), 15, 19, 20, 21, 22, 28, 29, 30, 31],
    "qd-41-tw-2021": [*range(1, 11)],
}
CHUONG = {
    "qd-22-tw-2021": ["I", "II", "III", "IV", "V", "VI", "VII"],
    "qd-41-tw-2021": ["I", "II", "III", "IV"],
}
DIEU_HEADING = re.compile(r"^Điều (\d+)\. \S", re.MULTILINE)
CHUONG_HEADING = re.compile(r"^Chương ([IVX]+)\. \S", re.MULTILINE)
KHOAN_NUMBER = re.compile(r"^(\d+)\. \S")


def load(name: str) -> tuple[dict[str, Any], str]:
    """The front matter and the body of one file of the corpus."""
    raw = (CORPUS / f"{name}.md").read_text(encoding="utf-8")
    opening, matter, body = raw.split("---\n", 2)
    assert opening == "", f"{name}: front matter must open the file"
    return yaml.safe_load(matter), body


def units(body: str) -> dict[str, str]:
    """Every chương, điều and khoản of a digest by its address, with the lines it owns."""
    found: dict[str, str] = {}
    chuong = dieu = khoan = ""
    for line in body.splitlines():
        if match := CHUONG_HEADING.match(line):
            chuong, dieu, khoan = f"chuong-{match[1].lower()}", "", ""
        elif match := DIEU_HEADING.match(line):
            dieu, khoan = f"dieu-{match[1]}", ""
        elif dieu and (match := KHOAN_NUMBER.match(line)):
            khoan = f"{dieu}.khoan-{match[1]}"
        for address in filter(None, {chuong, dieu, khoan}):
            found[address] = found.get(address, "") + line + "\n"
    return found


def test_the_corpus_is_the_nine_files_and_their_page() -> None:
    assert {path.name for path in CORPUS.iterdir()} == {
        "README.md",
        *(f"{name}.md" for name in EXPECTED),
    }


@pytest.mark.parametrize("name", EXPECTED)
def test_front_matter_has_the_right_keys_and_types(name: str) -> None:
    matter, _ = load(name)
    assert REQUIRED.keys() <= matter.keys() <= REQUIRED.keys() | OPTIONAL.keys()
    for key, value in matter.items():
        assert type(value) is (REQUIRED | OPTIONAL)[key], key
        assert value, f"{key} is empty"
    for key in ("nguon", "ten_khac"):
        assert all(type(item) is str and item.strip() for item in matter[key]), key


@pytest.mark.parametrize("name", EXPECTED)
def test_identity_is_that_of_the_document(name: str) -> None:
    matter, _ = load(name)
    assert matter["id"] == name
    assert tuple(matter[key] for key in ("loai", "so_ky_hieu", "ngay", "co_quan")) == EXPECTED[name]
    assert matter["trich_yeu"].startswith("về ")


@pytest.mark.parametrize("name", EXPECTED)
def test_a_digest_says_that_it_is_one(name: str) -> None:
    matter, body = load(name)
    assert matter["edition"] == "tóm lược"
    assert body.strip().splitlines()[0] == DIGEST


@pytest.mark.parametrize("name", EXPECTED)
def test_confidence_names_existing_units_and_fields(name: str) -> None:
    matter, body = load(name)
    places = {**units(body), **dict.fromkeys(matter, "")}
    for place, word in matter.get("confidence", {}).items():
        assert place in places, f"{place} is neither a unit nor a field"
        assert word in CONFIDENCE
        if place not in matter:
            assert MARKS[word] in places[place], f"{place} lacks its mark"


@pytest.mark.parametrize("name", DIEU)
def test_every_marked_dieu_is_declared(name: str) -> None:
    matter, body = load(name)
    for address, text in units(body).items():
        if address.startswith("dieu-") and any(mark in text for mark in MARKS.values()):
            declared = [key for key in matter["confidence"] if key.startswith(address)]
            below = any(address.startswith(f"{key}.") for key in matter["confidence"])
            assert declared or below, f"{address} carries a mark but no confidence"


@pytest.mark.parametrize("name", EXPECTED)
def test_headings_are_those_the_sources_give(name: str) -> None:
    _, body = load(name)
    assert [int(number) for number in DIEU_HEADING.findall(body)] == DIEU.get(name, [])
    assert CHUONG_HEADING.findall(body) == CHUONG.get(name, [])


@pytest.mark.parametrize("name", EXPECTED)
def test_every_mark_ends_its_line(name: str) -> None:
    _, body = load(name)
    for line in body.splitlines():
        for mark in MARKS.values():
            assert mark not in line or line.removesuffix(".").endswith(mark), line


@pytest.mark.parametrize("name", EXPECTED)
def test_spelling_is_that_of_the_house(name: str) -> None:
    raw = (CORPUS / f"{name}.md").read_text(encoding="utf-8")
    assert not re.search(r"(?:[uU]ỷ|[hH]oá)\b", raw)


def test_the_disputed_dieu_stay_empty() -> None:
    _, body = load("qd-37-tw-2021")
    for number in (7, 8):
        heading, text = units(body)[f"dieu-{number}"].strip().split("\n\n")
        assert heading == f"Điều {number}. Chưa tóm lược"
        assert text.startswith("Các nguồn hiện có nêu khác nhau")


def test_the_plan_cites_the_eight_documents_by_number() -> None:
    _, body = load("kh-66-hu-konray-2022")
    numbers = {number for name, (_, number, _, _) in EXPECTED.items() if not name.startswith("kh-")}
    assert len(numbers) == 8
    assert all(number in body for number in numbers)


def reader() -> Callable[[Path], Any]:
    """`ingest.readers.read`, or a skip while that room is not built."""
    if importlib.util.find_spec("ingest") is None:
        pytest.skip("ingest is not in this checkout")
    readers = importlib.import_module("ingest.readers")
    if not hasattr(readers, "read"):
        pytest.skip("ingest.readers has no read yet")
    read: Callable[[Path], Any] = readers.read
    return read


@pytest.mark.parametrize("name", EXPECTED)
def test_ingest_reads_the_file(name: str) -> None:
    reading = reader()(CORPUS / f"{name}.md")
    loai, number, day, issuer = EXPECTED[name]
    about = reading.about
    assert about.id == name
    assert (about.type, about.number, about.date, about.issuer) == (loai, number, day, issuer)
    assert str(about.edition) == "tóm lược"
    assert about.aliases
    assert DIGEST in reading.text
    assert "so_ky_hieu" not in reading.text


@pytest.mark.parametrize("name", EXPECTED)
def test_relations_belong_to_no_unit(name: str) -> None:
    _, body = load(name)
    assert body.count(RELATIONS) == 1
    if importlib.util.find_spec("ingest.structure") is None:
        pytest.skip("ingest cannot segment yet")
    provisions = importlib.import_module("ingest.structure").segment(body)
    assert not [p.address for p in provisions if RELATIONS in body[p.start : p.end]]
    dieu = [p.address for p in provisions if re.fullmatch(r"dieu-\d+", p.address)]
    assert dieu == [f"dieu-{number}" for number in DIEU.get(name, [])]
