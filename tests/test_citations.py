"""References by number and symbol are found in running text, with all their parts."""

from __future__ import annotations

import hashlib
import itertools
import json
import unicodedata
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.citations import find_back_references, find_citations, find_suspects
from ingest.document import Citation

SHARED = Path(__file__).resolve().parents[1].parent / "shared"
SEED = SHARED / "seed" / "ke-hoach-66-kh-hu.txt"
VNLEGALTEXT = SHARED / "citations" / "vnlegaltext.jsonl"
QUALITY = Path(__file__).with_name("quality.json")
FLOORS = json.loads(QUALITY.read_text(encoding="utf-8"))["vnlegaltext"]


def seed_text() -> str:
    raw = SEED.read_text(encoding="utf-8")
    return unicodedata.normalize("NFC", raw).replace("\u00a0", " ")


def only(text: str) -> Citation:
    (citation,) = find_citations(text)
    return citation


@pytest.mark.skipif(not SEED.exists(), reason="needs ../shared/seed, which is not here")
def test_the_seed_cites_nine_numbers() -> None:
    found = [(c.type, c.symbol, c.date, c.issuer) for c in find_citations(seed_text()) if c.symbol]
    central, politburo = "Ban Chấp hành Trung ương", "Bộ Chính trị"
    assert found == [
        ("Kế hoạch", "66-KH/HU", date(2022, 2, 28), ""),
        ("Kết luận", "21-KL/TW", None, central),
        ("Quy định", "37-QĐ/TW", None, central),
        ("Quy định", "22-QĐ/TW", date(2021, 7, 28), central),
        ("Quy định", "24-QĐ/TW", date(2021, 7, 30), central),
        ("Quy định", "41-QĐ/TW", date(2021, 11, 3), politburo),
        ("Kết luận", "01-KL/TW", date(2021, 5, 18), politburo),
        ("Chỉ thị", "05-CT/TW", date(2016, 5, 15), f"{politburo} khóa XII"),
        ("Kết luận", "14-KL/TW", date(2021, 9, 22), politburo),
    ]


@pytest.mark.skipif(not SEED.exists(), reason="needs ../shared/seed, which is not here")
def test_the_seed_names_plenums_eight_times_and_means_ten() -> None:
    found = [(c.type, c.plenum, c.year, c.text) for c in find_citations(seed_text()) if c.plenum]
    meeting = "Hội nghị Trung ương"
    assert found == [
        (meeting, "TW3 khóa VII", 1992, f"{meeting} 3 khoá VII (năm 1992)"),
        (meeting, "TW6 lần 2 khóa VIII", 1999, f"{meeting} 6 (lần 2) khoá VIII (năm 1999)"),
        (meeting, "TW4 khóa XI", None, f"{meeting} 4 khóa XI"),
        (meeting, "TW4 khóa XII", None, "khóa XII"),
        (meeting, "TW4 khóa XIII", None, "khóa XIII"),
        (meeting, "TW4 khóa XIII", None, f"{meeting} 4 khóa XIII"),
        ("Nghị quyết", "TW4 khóa XIII", None, f"Nghị quyết {meeting} 4 khoá XIII"),
        (meeting, "TW4 khóa XIII", None, f"{meeting} 4 khoá XIII"),
        (meeting, "TW4 khóa XIII", None, f"{meeting} 4 khóa XIII"),
        (meeting, "TW4 khóa XIII", None, f"{meeting} 4 khóa XIII"),
    ]


@pytest.mark.skipif(not SEED.exists(), reason="needs ../shared/seed, which is not here")
def test_the_seed_names_the_statute_and_hides_nothing() -> None:
    text = seed_text()
    found = find_citations(text)
    assert [c.name for c in found if c.name] == ["Điều lệ Đảng"]
    assert len(found) == 20
    assert (find_back_references(text, found), find_suspects(text, found)) == ((), ())


@pytest.mark.parametrize(
    ("printed", "symbol"),
    [
        ("37-QĐ/TW", "37-QĐ/TW"),
        ("47 - QĐ/TW", "47-QĐ/TW"),
        ("37–QĐ/TW", "37-QĐ/TW"),
        ("37-QD/TW", "37-QĐ/TW"),
        ("37-QĐ/TƯ", "37-QĐ/TW"),
        ("37-QÐ/T.Ư", "37-QĐ/TW"),
        ("37/QĐ-TW", "37-QĐ/TW"),
        ("41/QĐ/TW", "41-QĐ/TW"),
        ("37 QĐ-TW", "37-QĐ/TW"),
        ("37-QĐ/\nTW", "37-QĐ/TW"),
        ("66-KH/HU", "66-KH/HU"),
        ("10-NQ/HNTW", "10-NQ/HNTW"),
        ("02-HD/UBKTTW", "02-HD/UBKTTW"),
        ("631-QĐNS/TW", "631-QĐNS/TW"),
        ("07-QĐi/TW", "07-QĐi/TW"),
        ("30/2020/NĐ-CP", "30/2020/NĐ-CP"),
        ("30a/2008/NQ-CP", "30a/2008/NQ-CP"),
        ("31/2024/QH15", "31/2024/QH15"),
        ("76/2025/UBTVQH15", "76/2025/UBTVQH15"),
        ("1401/QĐ-UBND", "1401/QĐ-UBND"),
        ("867/NQ-UBTVQH14", "867/NQ-UBTVQH14"),
        ("968/BTC-QLKT", "968/BTC-QLKT"),
        ("103/2008/TTLT/BTC-BGTVT", "103/2008/TTLT-BTC-BGTVT"),
        ("138/HĐBT", "138/HĐBT"),
    ],
)
def test_spellings_seen_in_the_wild(printed: str, symbol: str) -> None:
    text = f"thực hiện Quyết định số {printed} và các văn bản khác"
    citation = only(text)
    assert citation.symbol == symbol
    assert citation.text == f"Quyết định số {printed}"


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        (", ngày 28/7/2021", date(2021, 7, 28)),
        (" ngày 05 tháng 3 năm 2020", date(2020, 3, 5)),
        (" ngày 3-11-2021", date(2021, 11, 3)),
        (" ngày 3.11.2021", date(2021, 11, 3)),
        (" (ngày 28/7/2021)", date(2021, 7, 28)),
    ],
)
def test_a_date_belongs_to_the_reference(printed: str, day: date) -> None:
    citation = only(f"theo Quy định số 22-QĐ/TW{printed} của Bộ Chính trị về việc")
    assert citation.text == f"Quy định số 22-QĐ/TW{printed}"
    assert (citation.date, citation.issuer) == (day, "Bộ Chính trị")


def test_a_date_after_the_issuer_counts_too() -> None:
    text = "Nghị định số 120/2006/NĐ-CP của Chính phủ ngày 20 tháng 10 năm 2006 quy định"
    citation = only(text)
    assert citation.text == text.removesuffix(" quy định")
    assert (citation.date, citation.issuer) == (date(2006, 10, 20), "Chính phủ")


@pytest.mark.parametrize(
    ("path", "unit"),
    [
        ("điểm a, khoản 2, Điều 5 ", ("Điều 5", "khoản 2", "điểm a")),
        ("Điểm 2.2, Khoản 2, Điều 29, ", ("Điều 29", "khoản 2", "điểm 2.2")),
        ("khoản 1 Mục II ", ("Mục II", "khoản 1")),
        ("Điều 9 của ", ("Điều 9",)),
        ("điều kiện của ", ()),
    ],
)
def test_the_unit_before_is_part_of_the_mention(path: str, unit: tuple[str, ...]) -> None:
    text = f"Theo {path}Hướng dẫn số 02-HD/TW của Ban Bí thư thì"
    citation = only(text)
    assert citation.unit == unit
    assert citation.text == "Hướng dẫn số 02-HD/TW"
    mention = f"{path if unit else ''}Hướng dẫn số 02-HD/TW của Ban Bí thư"
    assert text[citation.full_start : citation.full_end] == mention


def test_a_list_shares_its_type() -> None:
    first, second, third = find_citations("các Quy định số 22-QĐ/TW, 24-QĐ/TW và số 41-QĐ/TW")
    assert (first.text, second.text, third.text) == (
        "Quy định số 22-QĐ/TW",
        "24-QĐ/TW",
        "41-QĐ/TW",
    )
    assert {first.type, second.type, third.type} == {"Quy định"}


def test_the_type_comes_from_the_words() -> None:
    text = "Quyết định số 244-QĐ/TW; Quy định số 244-QĐ/TW. Có 244-QĐ/TW và 01-KL/TW"
    assert [c.type for c in find_citations(text)] == ["Quyết định", "Quy định", "", "Kết luận"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Luật Đất đai số 31/2024/QH15", "Luật"),
        ("Luật thuế xuất khẩu, thuế nhập khẩu số 45/2005/QH11", "Luật"),
        ("Luật Ban hành văn bản quy phạm pháp luật số 17/2008/QH12", "Luật"),
        ("Luật sửa đổi, bổ sung một số điều của Luật Hợp tác xã số 1/2024/QH15", "Luật"),
        ("Bộ luật Lao động số 45/2019/QH14", "Bộ luật"),
        ("Pháp lệnh Phí và lệ phí số 38/2001/PL-UBTVQH10", "Pháp lệnh"),
        ("Nghị định của Chính phủ số 132/2008/NĐ-CP", "Nghị định"),
        ("Nghị quyết của Bộ Chính trị khóa XII số 36-NQ/TW", "Nghị quyết"),
    ],
)
def test_words_between_type_and_number(text: str, kind: str) -> None:
    citation = only(f"Căn cứ {text} và tình hình")
    assert (citation.text, citation.type) == (text, kind)


def test_an_official_letter_has_no_letters_of_a_type() -> None:
    assert only("theo 968/BTC-QLKT về").type == "Công văn"


def test_nested_references_are_two() -> None:
    outer, inner = find_citations(
        "Kết luận số 01-KL/TW, ngày 18/5/2021 của Bộ Chính trị về tiếp tục thực hiện Chỉ thị số "
        "05-CT/TW ngày 15/5/2016 của Bộ Chính trị khóa XII"
    )
    assert (outer.symbol, outer.issuer) == ("01-KL/TW", "Bộ Chính trị")
    assert (inner.symbol, inner.issuer) == ("05-CT/TW", "Bộ Chính trị khóa XII")


def test_the_number_in_a_masthead_is_found() -> None:
    assert only("Số: 30/2020/NĐ-CP\n").text == "30/2020/NĐ-CP"


@pytest.mark.parametrize(
    "text",
    [
        "kỷ niệm 92 năm (03/02/1930 - 03/02/2022)",
        "làm việc 24/7, hỗ trợ 1/2 chi phí, 5/KG",
        "điện thoại 0912-345/678",
        "TCVN 9411:2012 và QCVN 01:2009/BYT",
        "https://vbpl.vn/van-ban/30/2020/nd-cp",
        "tải tệp 37-QD/TW.pdf",
        "theo Mẫu số 01/TB-SDĐ",
        "từ 10-20/ngày và/hoặc ít hơn",
    ],
)
def test_what_is_no_reference_by_number(text: str) -> None:
    assert find_citations(text) == ()


LEGALESE = st.sampled_from(
    (
        *("Quy định số ", "37-QĐ/TW", "30/2020/NĐ-CP", ", ngày 28/7/2021", " của Bộ Chính trị"),
        *("Luật Đất đai", "Hội nghị Trung ương 4 ", "khóa XII", " và ", "Quy định này", "22, "),
        *("\n", "điểm a, ", "khoản 2 ", "Điều 5 ", "1/", "-", "QĐ", "TƯ", "Luật Đất đai số "),
        " 31/2024/QH15",
    )
)


@given(st.lists(LEGALESE | st.text(max_size=4)).map("".join))
def test_a_citation_is_a_slice_and_mentions_do_not_overlap(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    position = 0
    found = find_citations(text)
    back = find_back_references(text, found)
    taken = sorted((c.start, c.end) for c in (*found, *back))
    taken += find_suspects(text, (*found, *back))
    for (_, end), (start, _) in itertools.pairwise(sorted(taken)):
        assert end <= start
    for citation in found:
        assert text[citation.start : citation.end] == citation.text
        assert position <= citation.full_start <= citation.start
        assert citation.end <= citation.full_end <= len(text)
        position = citation.full_end


# piece, how many documents each repetition names (None: few or none at all)
PIECES = (
    *(("22-QĐ/TW ", 1), ("Quy định số ", 0), ("khoản 1 Điều 2 ", 0), ("Điều 1, 2, 3, ", 0)),
    *(("Luật ", 0), ("Luật Đất đai ", 1), ("a/", 0), ("1/", 0), ("1-", 0), ("((((", 0)),
    *(("khóa ", 0), ("Hội nghị Trung ương 4 ", 1), ("các Điều 5, 7 và 9 Quy định 37 ", 1)),
    *((" ", 0), ("\n", 0), ("ngày 1/1/2020 ", 0), ("a", 0), ("1", 0), ("1 a/", 0), ("a-b/", 0)),
    *(("Luật sửa đổi, bổ sung một số điều của ", 0), ("Quy định này ", 0), ("QĐ-TW-", 0)),
    *(("30/2020/NĐ-CP ngày 1/1/2020 của Chính phủ, ", 1), ("điểm a, b và ", 0), ("số 1 ", 0)),
)


@pytest.mark.parametrize(("piece", "documents"), PIECES)
def test_long_monotonous_text_comes_to_an_end(piece: str, documents: int) -> None:
    times = 200_000 // len(piece)
    text = piece * times
    found = find_citations(text)
    assert len(found) == documents * times
    assert len({citation.end - citation.start for citation in found}) <= 1
    back = find_back_references(text, found)
    assert len(back) == (times if piece == "Quy định này " else 0)
    find_suspects(text, (*found, *back))


def shares_of(rows: list[dict[str, Any]], mended: bool) -> float:
    """F1 over exact spans.

    Labels were put in by searching for their words, so the label of "Nghị định số 5/2010/NĐ-CP"
    stands on its first mention, which has a date behind it, and the second mention has none.
    Mended, such a label counts where its words stand alone, and the dated mention for nothing.
    """
    right = found = wanted = 0
    for row in rows:
        text = row["text"]
        ours = {(c.start, c.end) for c in find_citations(text)}
        gold = {(entity["start"], entity["end"]) for entity in row["entities"]}
        for start, end in list(gold) if mended else []:
            again = text.find(text[start:end], end)
            dated = [span for span in ours if span[0] == start and span[1] > end]
            if dated and again >= 0:
                gold = gold - {(start, end)} | {(again, again + end - start)}
                ours -= set(dated)
        right += len(ours & gold)
        found += len(ours)
        wanted += len(gold)
    return 2 * right / (found + wanted)


@pytest.mark.skipif(not VNLEGALTEXT.exists(), reason="needs ../shared/citations, not here")
@pytest.mark.parametrize("half", ["learned from", "held back"])
def test_quality_on_labelled_sentences(half: str) -> None:
    lines = VNLEGALTEXT.read_text(encoding="utf-8").splitlines()
    parity = ["learned from", "held back"].index(half)
    rows = [
        row
        for row in map(json.loads, lines)
        if int(hashlib.sha1(row["text"].encode()).hexdigest(), 16) % 2 == parity
    ]
    assert len(rows) == [2103, 2169][parity]
    for labels, is_mended in (("as labelled", False), ("misplaced labels aside", True)):
        assert shares_of(rows, is_mended) >= FLOORS[labels][half]["F1"], labels


def test_a_list_shares_the_symbol_of_its_last_member() -> None:
    text = "theo Quy định 22, 24 và 41-QĐ/TW"
    found = find_citations(text)
    assert [(c.text, c.type, c.symbol) for c in found] == [
        ("Quy định 22", "Quy định", "22-QĐ/TW"),
        ("24", "Quy định", "24-QĐ/TW"),
        ("41-QĐ/TW", "Quy định", "41-QĐ/TW"),
    ]


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("theo Quy định 37 của Trung ương", [("Quy định 37", "37", None)]),
        (
            "thực hiện quy định số 41 ngày 3.11.2021",
            [("quy định số 41 ngày 3.11.2021", "41", None)],
        ),
        ("theo Nghị định 100 năm 2019 thì", [("Nghị định 100 năm 2019", "100", 2019)]),
        ("Kết luận 21 và Quy định 37", [("Kết luận 21", "21", None), ("Quy định 37", "37", None)]),
        ("Nghị quyết 18 của Trung ương", [("Nghị quyết 18", "18", None)]),
        (
            "Chương trình 135, Thông báo 20",
            [("Chương trình 135", "135", None), ("Thông báo 20", "20", None)],
        ),
        ("theo Điều 9 quy định 37", [("quy định 37", "37", None)]),
        ("vi phạm QĐ 22.", [("QĐ 22", "22", None)]),
        (
            "các Quy định 22, 24, 41",
            [("Quy định 22", "22", None), ("24", "24", None), ("41", "41", None)],
        ),
        ("Thông tư 31/2019 và", [("Thông tư 31/2019", "31/2019", 2019)]),
        ("Quy định 02 về", [("Quy định 02", "02", None)]),
        (
            "các quy định 22, 24 và 41-QĐ/TW",
            [("quy định 22", "22", None), ("24", "24", None), ("41-QĐ/TW", "41", None)],
        ),
    ],
)
def test_bare_numbers(text: str, cited: list[tuple[str, str, int | None]]) -> None:
    assert [(c.text, c.number, c.year) for c in find_citations(text)] == cited


def test_a_decree_with_its_year_has_a_symbol() -> None:
    assert only("theo Nghị định 15/2020 thì").symbol == "15/2020/NĐ-CP"


@pytest.mark.parametrize(
    "text",
    [
        *("Quy định 3 nội dung sau", "Quyết định 15 ngày", "Kế hoạch 2022", "quy định 37 nêu rõ"),
        *("Quy định 30 người", "Phương án 2 là", "Dự án 500 kV", "TT 1 2 3", "Báo cáo 45 trang"),
        *("Nghị quyết 2021 của chi bộ", "Kế hoạch 66 bước", "Quy định 5 con số", "PHẦN 2. QĐ 3-5%"),
        *("Chương trình 30 triệu", "HD 5x", "Quyết định 37.5 triệu", "Phương án 2/2020"),
    ],
)
def test_counts_and_years_are_no_documents(text: str) -> None:
    assert find_citations(text) == ()


@pytest.mark.parametrize(
    ("path", "units"),
    [
        ("các Điều 5, 7 và 9 ", [("Điều 5",), ("Điều 7",), ("Điều 9",)]),
        ("khoản 1 đến khoản 3 Điều 8 ", [("Điều 8", f"khoản {n}") for n in (1, 2, 3)]),
        ("các khoản: 1, 2 và 7, Điều 20 ", [("Điều 20", f"khoản {n}") for n in (1, 2, 7)]),
        ("Điều 9, 10, …, 13 ", [(f"Điều {n}",) for n in range(9, 14)]),
        ("từ Điều 9 đến Điều 12 ", [(f"Điều {n}",) for n in range(9, 13)]),
        ("Điều 9-11 ", [("Điều 9",), ("Điều 10",), ("Điều 11",)]),
        ("điểm c đến đ khoản 2 Điều 5 ", [("Điều 5", "khoản 2", f"điểm {n}") for n in "cdđ"]),
        (
            "điểm a khoản 1 và khoản 3 Điều 8 ",
            [("Điều 8", "khoản 1", "điểm a"), ("Điều 8", "khoản 3")],
        ),
        (
            "Điều 5, khoản 2 Điều 7 và Điều 9 của ",
            [("Điều 5",), ("Điều 7", "khoản 2"), ("Điều 9",)],
        ),
        ("Điều 5 và ", []),
    ],
)
def test_units_counted_up(path: str, units: list[tuple[str, ...]]) -> None:
    text = f"theo {path}Quy định số 37-QĐ/TW"
    citation = only(text)
    assert list(citation.units) == units
    if units:
        mention = text[citation.full_start : citation.full_end]
        assert mention.split(" ", 1)[1] in text
        assert citation.full_start == len("theo ") + path.startswith(("các", "từ")) * path.index(
            " "
        ) + path.startswith(("các", "từ"))


def test_the_plenum_a_document_came_from_stays_with_it() -> None:
    citation = only("theo Kết luận số 21-KL/TW của Hội nghị Trung ương 4 khóa XIII về")
    assert (citation.text, citation.plenum) == ("Kết luận số 21-KL/TW", "TW4 khóa XIII")
    assert citation.full_end == len("theo Kết luận số 21-KL/TW của Hội nghị Trung ương 4 khóa XIII")
