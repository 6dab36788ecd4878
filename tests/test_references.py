"""What a person types is read; what a person asks in plain words is left alone."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import date

import pytest

from ingest.citations.references import read_reference, read_references
from ingest.citations.symbols import TYPES, key_of
from ingest.document import Citation
from ingest.folding import fold

PARTY_BODIES = ("TW", "TU", "HU", "ĐU", "UBKTTW", "VPTW", "BTCTW", "BTGHU")
STATE_BODIES = ("CP", "TTg", "BTC", "BNV", "UBND", "HĐND", "BGTVT", "BTNMT")


def party_spellings(name: str, letters: str, body: str) -> Iterator[tuple[str, str]]:
    """A type that the words give, or none, with each way to type number 37 of that type."""
    slug = fold(f"37-{letters}-{body}")
    yield from (
        (name, f"{name} số 37-{letters}/{body}"),
        (name, f"{name} 37-{letters}/{body}"),
        (name, f"{name.lower()} số: 37 - {letters}/{body}"),
        (name, f"{fold(name)} 37-{fold(letters)}/{fold(body)}"),
        (name, f"{fold(name)} 37 {fold(letters)} {fold(body)}"),
        (name, f"{name} 37 {letters}-{body}"),
        ("", f"37-{letters}/{body}"),
        ("", f"037-{letters}/{body}"),
        ("", f"37 – {letters}/{body}"),
        ("", f"37/{letters}-{body}"),
        ("", f"37/{letters}/{body}"),
        ("", slug),
        ("", slug.replace("-", " ")),
        ("", f"{letters}37/{body}"),
        ("", f"{letters} số 37 {body}"),
        ("", f"điều 9 {letters} 37-{letters}/{body}"),
        ("", f"37-{letters.replace('Đ', 'Ð')}/{body.replace('Đ', 'Ð')}"),
        ("", f"37-{letters}/{body.replace('TW', 'TƯ')}"),
    )


def state_spellings(name: str, letters: str, body: str) -> Iterator[tuple[str, str]]:
    slug = fold(f"30-2020-{letters}-{body}")
    yield from (
        (name, f"{name} số 30/2020/{letters}-{body}"),
        (name, f"{name} 30/2020/{letters}-{body}"),
        (name, f"{fold(name)} 30/2020/{fold(letters)}-{fold(body)}"),
        (name, f"{fold(name)} 30 2020 {fold(body)}"),
        ("", f"30/2020/{letters}-{body}"),
        ("", f"30 / 2020 / {letters} - {body}"),
        ("", f"030/2020/{letters}-{body}"),
        ("", slug),
        ("", slug.replace("-", " ")),
        ("", f"{fold(letters)} 30 2020 {fold(body)}"),
        ("", f"khoản 2 điều 9 {letters} 30/2020/{letters}-{body}"),
    )


PARTY = [
    (key_of(f"37-{letters}/{body}"), said, typed)
    for kind in TYPES
    for letters, body in itertools.product(kind.party, PARTY_BODIES)
    for said, typed in party_spellings(kind.name, letters, body)
    if not (fold(kind.name) in typed and letters != kind.party[0])
]
STATE = [
    (key_of(f"30/2020/{letters}-{body}"), said, typed)
    for kind in TYPES
    for letters, body in itertools.product(kind.state[:1], STATE_BODIES)
    for said, typed in state_spellings(kind.name, letters, body)
]


def test_enough_spellings_are_tried() -> None:
    assert len({typed for _, _, typed in PARTY + STATE}) >= 2000


def test_every_spelling_is_read_right() -> None:
    wrong = []
    for key, said, typed in PARTY + STATE:
        read = read_reference(typed)
        if not read or key_of(read.symbol) != key or (said and read.type != said):
            wrong.append((typed, key, said, read and (read.symbol, read.type)))
    assert wrong[:10] == []


@pytest.mark.parametrize(
    ("typed", "kind", "number", "symbol", "unit"),
    [
        ("37 qđ tw", "", "37", "37-QĐ/TW", ()),
        ("QD37/TW", "", "37", "37-QĐ/TW", ()),
        ("quy dinh 37", "Quy định", "37", "", ()),
        ("qđ 37", "QĐ", "37", "", ()),
        ("QĐ 22", "QĐ", "22", "", ()),
        ("37 qđ", "QĐ", "37", "", ()),
        ("điều 8 QĐ 22", "QĐ", "22", "", ("Điều 8",)),
        ("QĐ 22 điều 8 khoản 2", "QĐ", "22", "", ("Điều 8", "khoản 2")),
        ("dieu 8 khoan 2 qd 22-qd/tw", "", "22", "22-QĐ/TW", ("Điều 8", "khoản 2")),
        ("37-qd-tw", "", "37", "37-QĐ/TW", ()),
        ("1-KL/TW", "Kết luận", "1", "1-KL/TW", ()),
        ("kl 01", "Kết luận", "01", "", ()),
        ("chi thi 05", "Chỉ thị", "05", "", ()),
        ("nghị định 30/2020", "Nghị định", "30", "30/2020/NĐ-CP", ()),
        ("30/2020/nđ-cp", "Nghị định", "30", "30/2020/NĐ-CP", ()),
        ("nd 30 2020 cp", "Nghị định", "30", "30/2020/NĐ-CP", ()),
        ("nghị định 100 năm 2019", "Nghị định", "100", "100/2019/NĐ-CP", ()),
        ("nghị định 100 phạt nồng độ cồn", "Nghị định", "100", "", ()),
        ("tt 31/2019", "Thông tư", "31/2019", "", ()),
        ("luật 31/2024/qh15", "Luật", "31", "31/2024/QH15", ()),
        ("31-2024-qh15", "", "31", "31/2024/QH15", ()),
        ("Điều 9 Quy định 37-QĐ/TW", "Quy định", "37", "37-QĐ/TW", ("Điều 9",)),
        ("quy định 37 trung ương", "Quy định", "37", "37-QĐ/TW", ()),
        ("quy dinh 41 tu chuc", "Quy định", "41", "", ()),
        ("làm lộ tài liệu mật thì vi phạm điều nào quy định 37", "Quy định", "37", "", ()),
        ("chuong trinh 135", "Chương trình", "135", "", ()),
    ],
)
def test_typed_references(
    typed: str, kind: str, number: str, symbol: str, unit: tuple[str, ...]
) -> None:
    read = read_reference(typed)
    assert read
    assert (read.type, read.number, read.symbol, read.unit) == (kind, number, symbol, unit)
    assert typed[read.start : read.end] == read.text


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("so sánh quy định 37 và quy định 47", ["quy định 37", "quy định 47"]),
        ("điều 9, 14 quy định 37", ["quy định 37: Điều 9, Điều 14"]),
        ("QĐ 37 điều 9 và QĐ 22 điều 12", ["QĐ 37: Điều 9", "QĐ 22: Điều 12"]),
        ("kh 66 hu, kh 43 tu", ["66-KH/HU", "43-KH/TU"]),
        ("qđ37 và khoản 4 điều 9 qđ22", ["qđ37", "qđ22: Điều 9 › khoản 4"]),
        ("qui định 37 điều 9", ["qui định 37: Điều 9"]),
        ("Qui chế 05-QC/TW", ["05-QC/TW"]),
        ("nghi dinh 30 2020 va luat 80 2015 qh13", ["30/2020/NĐ-CP", "80/2015/QH13"]),
        ("Quy định 37-QĐ/TW và Nghị quyết Trung ương 4 khóa XII", ["37-QĐ/TW", "TW4 khóa XII"]),
        ("Kết luận 21-KL/TW của Hội nghị Trung ương 4 khóa XIII", ["21-KL/TW"]),
        ("nq tw4 khóa 11, 12 và khóa 13", ["TW4 khóa XI", "TW4 khóa XII", "TW4 khóa XIII"]),
        ("nghị quyết trung ương 4 khóa 12, 27 biểu hiện", ["TW4 khóa XII"]),
        ("nghị quyết trung ương 4 khóa 12 và 19 điều", ["TW4 khóa XII"]),
        ("nq tw4 k11, k12", ["TW4 khóa XI", "TW4 khóa XII"]),
        ("quy định số 37, 22 và 102", ["quy định số 37", "Quy định 22", "Quy định 102"]),
        ("quy định 37 và 47 khác gì nhau", ["quy định 37", "Quy định 47"]),
        ("điều 9 của qđ37 và 22", ["qđ37: Điều 9", "QĐ 22: Điều 9"]),
        ("quy định 22 và 27 biểu hiện suy thoái", ["quy định 22"]),
        ("quy định 22, 2021", ["quy định 22, 2021"]),
        ("quy định 37 và 3 hình thức kỷ luật", ["quy định 37"]),
        ("quyết định 12 năm 2022 và 15", ["quyết định 12 năm 2022", "Quyết định 15"]),
        ("QĐ 12A và 13", ["QĐ 12A", "QĐ 13"]),
        ("quy định 41, 1 trong các trường hợp", ["quy định 41"]),
        ("quy định 37 và 1 số vấn đề", ["quy định 37"]),
        ("quy định 37, 15, 20 triệu", ["quy định 37"]),
        ("quy định 41 và 377 điều 2", ["quy định 41", "Quy định 377: Điều 2"]),
        ("hội nghị trung ương 4 khóa XI, XII", ["TW4 khóa XI", "TW4 khóa XII"]),
        ("TW4 khóa XI, XII, XIII", ["TW4 khóa XI", "TW4 khóa XII", "TW4 khóa XIII"]),
        ("QĐ 22-TW, KL 21", ["22-QĐ/TW", "KL 21"]),
        ("qđ 37 22 69", ["qđ 37", "QĐ 22", "QĐ 69"]),
        ("quy định 22 27 biểu hiện", ["quy định 22"]),
        ("nq tw 4 xii", ["TW4 khóa XII"]),
        ("294, 296 QĐ/TW", ["294-QĐ/TW", "296-QĐ/TW"]),
        ("22, 24 và 41-QĐ/TW", ["22-QĐ/TW", "24-QĐ/TW", "41-QĐ/TW"]),
        ("điều 3, 5, 37-QĐ/TW", ["37-QĐ/TW: Điều 3, Điều 5"]),
        ("ngày 5, 37-QĐ/TW", ["37-QĐ/TW"]),
        ("quy định 22-37-41", ["quy định 22", "Quy định 37", "Quy định 41"]),
        ("quy định 22-11-2021", ["quy định 22"]),
        ("quy định 37-2021", ["quy định 37-2021"]),
        ("qđ 37 điều 8, qđ 69 điều 7, qđ 22", ["qđ 37: Điều 8", "qđ 69: Điều 7", "qđ 22"]),
        ("qđ 37 điều 8 qđ 69 điều 7", ["qđ 37: Điều 8", "qđ 69: Điều 7"]),
        ("qđ 37, điều 8 qđ 69", ["qđ 37", "qđ 69: Điều 8"]),
        ("qđ 37 điều 8 của qđ 69", ["qđ 37", "qđ 69: Điều 8"]),
        ("điều 8 qđ 37, điều 7 qđ 69", ["qđ 37: Điều 8", "qđ 69: Điều 7"]),
    ],
)
def test_every_document_a_person_names_is_read(typed: str, read: list[str]) -> None:
    def say(one: Citation) -> str:
        units = ", ".join(" › ".join(unit) for unit in one.units)
        return ": ".join(filter(None, (one.symbol or one.plenum or one.text, units)))

    assert [say(one) for one in read_references(typed)] == read


@pytest.mark.parametrize(
    ("typed", "issuer", "year"),
    [
        ("kế hoạch 66 huyện ủy sa thầy", "huyện ủy sa thầy", None),
        ("kế hoạch 66-KH/HU của huyện ủy Đăk Tô", "huyện ủy Đăk Tô", None),
        ("kế hoạch 66 huyện ủy về việc gì", "", None),
        ("hướng dẫn 01-HD/TW năm 2021", "", 2021),
    ],
)
def test_a_local_body_and_a_year_behind_a_number_narrow_it(
    typed: str, issuer: str, year: int | None
) -> None:
    read = read_reference(typed)
    assert read
    assert (read.issuer, read.year) == (issuer, year)


def test_a_date_narrows_a_bare_number() -> None:
    read = read_reference("quy định số 41 ngày 3.11.2021")
    assert read
    assert (read.number, read.date, read.text) == (
        "41",
        date(2021, 11, 3),
        "quy định số 41 ngày 3.11.2021",
    )


def test_a_year_beside_a_number_narrows_it_too() -> None:
    for typed, year in (("qđ 37 năm 2019", 2019), ("quy định 37 2021", 2021), ("qđ 37", None)):
        read = read_reference(typed)
        assert read
        assert (read.number, read.year) == ("37", year)
    of_state = read_reference("nghị định 30 năm 2020")
    assert of_state
    assert (of_state.symbol, of_state.year) == ("30/2020/NĐ-CP", None)


def test_the_body_in_words_is_the_issuer() -> None:
    read = read_reference("quy định 22 của Ban Chấp hành Trung ương")
    assert read
    assert (read.number, read.issuer) == ("22", "Ban Chấp hành Trung ương")


def test_an_assembly_without_a_year_makes_no_symbol() -> None:
    read = read_reference("luật số 31 qh15")
    assert read
    assert (read.type, read.number, read.symbol) == ("Luật", "31", "")
    read = read_reference("tt 31 btc")
    assert read
    assert (read.type, read.number, read.symbol) == ("Thông tư", "31", "")


@pytest.mark.parametrize(
    "question",
    [
        "đảng viên uống rượu bị xử lý thế nào",
        "các mức phạt 2 triệu đồng",
        "năm 2021",
        "tổ chức 3 đợt sinh hoạt",
        "quy định 3 mức phạt",
        "quy định 5 hình thức kỷ luật",
        "quyết định 3 lần",
        "quyết định 1.5 triệu",
        "kế hoạch 5 năm",
        "kế hoạch 2021",
        "báo cáo 6 tháng đầu năm",
        "luật 10 năm",
        "dang vien da 2 lan bi ky luat",
        "19 điều đảng viên không được làm",
        "quy định 19 điều đảng viên không được làm",
        "điều 8 khoản 2",
        "trung ương 4",
        "trực 24/7",
        "đã 3 lần",
        "lần đầu hộ 37",
        "37",
    ],
)
def test_plain_words_are_no_reference(question: str) -> None:
    assert read_reference(question) is None


@pytest.mark.parametrize(
    ("typed", "plenum", "text"),
    [
        ("NQTW4 khóa XII", "TW4 khóa XII", "Nghị quyết Trung ương 4 khóa XII"),
        (
            "nghi quyet trung uong 4 khoa xii",
            "TW4 khóa XII",
            "Nghị quyết Trung ương 4 khóa XII",
        ),
        (
            "Nghị quyết Trung ương 6 (lần 2) khóa VIII",
            "TW6 lần 2 khóa VIII",
            "Nghị quyết Trung ương 6 (lần 2) khóa VIII",
        ),
        ("hội nghị TW4 khoá 13", "TW4 khóa XIII", "Nghị quyết Trung ương 4 khóa XIII"),
    ],
)
def test_a_plenum_names_its_resolution(typed: str, plenum: str, text: str) -> None:
    read = read_reference(typed)
    assert read
    assert (read.type, read.number, read.symbol) == ("Nghị quyết", "", "")
    assert (read.plenum, read.text) == (plenum, text)
    assert (read.start, read.end) == (0, len(typed))


def test_a_plenum_beside_a_number_is_kept_with_it() -> None:
    read = read_reference("Kết luận 21-KL/TW của Hội nghị Trung ương 4 khóa XIII")
    assert read
    assert (read.symbol, read.plenum) == ("21-KL/TW", "TW4 khóa XIII")
