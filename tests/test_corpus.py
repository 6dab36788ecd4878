"""The corpus that comes with the house: named rightly, honest, its chains connected."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from ingest import Document, Edition, parse

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
RELATIONS = "Quan hệ với văn bản khác:"
UNOFFICIAL = "do viendan biên soạn từ các nguồn đã công bố; không phải nguyên văn."

# The words a file may use.
OPENING = {
    Edition.DIGEST: f"Bản tóm lược {UNOFFICIAL}",
    Edition.STUB: f"Bản ghi viện dẫn {UNOFFICIAL}",
}
CONFIDENCE = ("đã thấy", "nguồn thứ cấp", "suy luận", "chưa kiểm chứng")
MARKS = {
    "suy luận": "(suy luận, chưa đối chiếu nguyên văn)",
    "chưa kiểm chứng": "(chưa kiểm chứng)",
    "nguồn thứ cấp": "(theo nguồn thứ cấp)",
}
ENDING = ("thay thế", "bãi bỏ")
RELATION_WORDS = (*ENDING, "sửa đổi, bổ sung", "tiếp tục thực hiện", "hướng dẫn", "cụ thể hóa")
REQUIRED = {"id": str, "loai": str, "edition": str, "nguon": list, "ten_khac": list}
OPTIONAL = {
    "so_ky_hieu": str,
    "trich_yeu": str,
    "co_quan": str,
    "nguoi_ky": str,
    "ngay": date,
    "confidence": dict,
    "statements": list,
}
STATEMENT = {
    "quan_he": str,
    "van_ban": dict,
    "can_cu": list,
    "muc_tin_cay": str,
    "kiem_tra": date,
}
STATEMENT_OPTIONAL = {"tai": str, "tu_ngay": date}
TARGET = {"loai": str, "so_ky_hieu": str, "ngay": date, "ten": str}

# id | loại | số ký hiệu | ngày, where a dash stands for what is not known or not there
DIGESTS = """
ct-05-tw-2016 | Chỉ thị | 05-CT/TW | 2016-05-15
dieu-le-dang-2011 | Điều lệ | - | 2011-01-19
ev-hnct-2021-12-09 | Hội nghị cán bộ toàn quốc | - | 2021-12-09
ev-tw3-khoa7-1992 | Hội nghị Trung ương | - | 1992-06-18
ev-tw4-khoa11-2011 | Hội nghị Trung ương | - | 2011-12-26
ev-tw4-khoa12-2016 | Hội nghị Trung ương | - | -
ev-tw4-khoa13-2021 | Hội nghị Trung ương | - | 2021-10-04
ev-tw6-lan2-khoa8-1999 | Hội nghị Trung ương | - | -
hd-02-tw-2021 | Hướng dẫn | 02-HD/TW | 2021-12-09
hd-05-vptw-2026 | Hướng dẫn | 05-HD/VPTW | -
hd-36-vptw-2018 | Hướng dẫn | 36-HD/VPTW | 2018-04-03
kh-66-hu-konray-2022 | Kế hoạch | 66-KH/HU | 2022-02-28
kl-01-tw-2021 | Kết luận | 01-KL/TW | 2021-05-18
kl-14-tw-2021 | Kết luận | 14-KL/TW | 2021-09-22
kl-21-tw-2021 | Kết luận | 21-KL/TW | 2021-10-25
nd-30-2020-cp | Nghị định | 30/2020/NĐ-CP | 2020-03-05
nd-73-2023 | Nghị định | 73/2023/NĐ-CP | 2023-09-29
nq-04-tw-2016 | Nghị quyết | 04-NQ/TW | 2016-10-30
nq-12-tw-2012 | Nghị quyết | 12-NQ/TW | 2012-01-16
qd-207-tw-2026 | Quy định | 207-QĐ/TW | 2026-07-26
qd-208-tw-2026 | Quy định | 208-QĐ/TW | 2026-07-26
qd-22-tw-2021 | Quy định | 22-QĐ/TW | 2021-07-28
qd-232-tw-2025 | Quy định | 232-QĐ/TW | 2025-01-20
qd-24-tw-2021 | Quy định | 24-QĐ/TW | 2021-07-30
qd-262-tw-2025 | Quy định | 262-QĐ/TW | 2025-02-03
qd-294-tw-2025 | Quy định | 294-QĐ/TW | 2025-05-26
qd-296-tw-2025 | Quy định | 296-QĐ/TW | 2025-05-30
qd-30-tw-2016 | Quy định | 30-QĐ/TW | 2016-07-26
qd-37-tw-2021 | Quy định | 37-QĐ/TW | 2021-10-25
qd-377-tw-2025 | Quy định | 377-QĐ/TW | 2025-10-08
qd-399-tw-2026 | Quy định | 399-QĐ/TW | 2026-01-09
qd-41-tw-2021 | Quy định | 41-QĐ/TW | 2021-11-03
qd-47-tw-2011 | Quy định | 47-QĐ/TW | 2011-11-01
qd-66-tw-2017 | Quy định | 66-QĐ/TW | 2017-02-06
qd-69-tw-2022 | Quy định | 69-QĐ/TW | 2022-07-06
speech-nptrong-2021-12-09 | Bài phát biểu | - | 2021-12-09
"""
STUBS = """
ct-03-tw-2011 | Chỉ thị | 03-CT/TW | 2011-05-14
ct-06-tw-2006 | Chỉ thị | 06-CT/TW | 2006-11-07
hd-01-tw-2021 | Hướng dẫn | 01-HD/TW | 2021-09-28
hd-01-tw-2026 | Hướng dẫn | 01-HD/TW | 2026-05-19
hd-02-ubkttw | Hướng dẫn | 02-HD/UBKTTW | -
hd-03-ubkttw-2012 | Hướng dẫn | 03-HD/UBKTTW | -
hd-05-ubkttw-2022 | Hướng dẫn | 05-HD/UBKTTW | 2022-11-22
hd-06-tw-2025 | Hướng dẫn | 06-HD/TW | 2025-06-09
hd-25-btctw | Hướng dẫn | 25-HD/BTCTW | -
kh-20-cb-2022 | Kế hoạch | 20-KH/CB | 2022-05-13
kh-39-duk-2022 | Kế hoạch | 39-KH/ĐUK | 2022-02-18
kh-43-tu-kontum-2022 | Kế hoạch | 43-KH/TU | 2022-01-18
kl-14-tw-2026 | Kết luận | 14-KL/TW | 2026-03-20
kl-34-tw-2022 | Kết luận | 34-KL/TW | 2022-04-18
luat-36-2018-qh14 | Luật | 36/2018/QH14 | 2018-11-20
luat-64-2025-qh15 | Luật | 64/2025/QH15 | -
luat-80-2015-qh13 | Luật | 80/2015/QH13 | -
nd-09-2010-cp | Nghị định | 09/2010/NĐ-CP | 2010-02-08
nd-110-2004-cp | Nghị định | 110/2004/NĐ-CP | 2004-04-08
nd-59-2019-cp | Nghị định | 59/2019/NĐ-CP | 2019-07-01
nq-03-hntw-1992 | Nghị quyết | 03-NQ/HNTW | 1992-06-26
nq-04-tw-2026 | Nghị quyết | 04-NQ/TW | 2026-04-01
nq-05-tw-2026 | Nghị quyết | 05-NQ/TW | 2026-04-07
nq-10-tw-1999 | Nghị quyết | 10-NQ/TW | 1999-02-02
nq-12-tw-2022 | Nghị quyết | 12-NQ/TW | 2022-03-16
qd-102-tw-2017 | Quy định | 102-QĐ/TW | 2017-11-15
qd-115-tw-2007 | Quy định | 115-QĐ/TW | 2007-12-07
qd-124-tw-2023 | Quy định | 124-QĐ/TW | 2023-10-04
qd-19-tw-2026 | Quy định | 19-QĐ/TW | 2026-04-08
qd-20-tw-2026 | Quy định | 20-QĐ/TW | 2026-04-08
qd-21-tw-2026 | Quy định | 21-QĐ/TW | 2026-04-11
qd-210-tw-2013 | Quyết định | 210-QĐ/TW | 2013-11-08
qd-211-tw-2013 | Quyết định | 211-QĐ/TW | 2013-11-08
qd-212-tw-2026 | Quy định | 212-QĐ/TW | 2026-08-17
qd-221-tw-2013 | Quy định | 221-QĐ/TW | 2013-12-30
qd-260-tw-2009 | Quy định | 260-QĐ/TW | 2009-10-02
qd-264-tw-2025 | Quy định | 264-QĐ/TW | 2025-02-14
qd-29-tw-2016 | Quy định | 29-QĐ/TW | 2016-07-25
qd-31-tw-1997 | Quyết định | 31-QĐ/TW | 1997-10-01
qd-85-tw-2017 | Quy định | 85-QĐ/TW | 2017-05-23
qd-86-tw-2017 | Quy định | 86-QĐ/TW | 2017-06-01
qd-91-tw-2004 | Quyết định | 91-QĐ/TW | 2004-02-16
qdi-07-tw-2018 | Quy định | 07-QĐi/TW | 2018-08-28
tb-20-2022 | Thông báo | - | 2022-09-08
"""
Row = tuple[str, str, date | None, Edition]


def rows(table: str, edition: Edition) -> dict[str, Row]:
    """One of the tables above: id to (loại, số ký hiệu, ngày, edition)."""
    parted = [line.split(" | ") for line in table.strip().splitlines()]
    return {
        name: (loai, number.strip("-"), None if day == "-" else date.fromisoformat(day), edition)
        for name, loai, number, day in parted
    }


EXPECTED = rows(DIGESTS, Edition.DIGEST) | rows(STUBS, Edition.STUB)
# The plan and the eight documents it cites, with who issued them.
NINE = {
    "kh-66-hu-konray-2022": "Ban Thường vụ Huyện ủy Kon Rẫy",
    "kl-21-tw-2021": "Ban Chấp hành Trung ương",
    "qd-37-tw-2021": "Ban Chấp hành Trung ương",
    "qd-22-tw-2021": "Ban Chấp hành Trung ương",
    "qd-24-tw-2021": "Ban Chấp hành Trung ương",
    "qd-41-tw-2021": "Bộ Chính trị",
    "kl-01-tw-2021": "Bộ Chính trị",
    "ct-05-tw-2016": "Bộ Chính trị",
    "kl-14-tw-2021": "Bộ Chính trị",
}
# The điều whose numbers the sources give, and so the only headings a digest may carry.
DIEU = {
    "qd-37-tw-2021": [*range(1, 20)],
    "qd-22-tw-2021": [1, 2, 3, 4, *range(7, 13), 15, 19, 20, 21, 22, 28, 29, 30, 31],
    "qd-41-tw-2021": [*range(1, 11)],
    "dieu-le-dang-2011": [1, 2, 3, 9, 30, 32, 35],
    "nd-30-2020-cp": [1, 2, 37],
    "qd-262-tw-2025": [1],
    "qd-296-tw-2025": [3, 6, 8, 10, 25],
    "qd-377-tw-2025": [1, 2, 18],
    "qd-399-tw-2026": [1, 2],
    "qd-66-tw-2017": [1, 2],
    "qd-69-tw-2022": [3, 7, 54],
}
CHUONG = {
    "qd-22-tw-2021": ["I", "II", "III", "IV", "V", "VI", "VII"],
    "qd-41-tw-2021": ["I", "II", "III", "IV"],
}
# One number, two documents.
HOMONYMS = {
    "12-NQ/TW": ["nq-12-tw-2012", "nq-12-tw-2022"],
    "14-KL/TW": ["kl-14-tw-2021", "kl-14-tw-2026"],
    "04-NQ/TW": ["nq-04-tw-2016", "nq-04-tw-2026"],
    "01-HD/TW": ["hd-01-tw-2021", "hd-01-tw-2026"],
}
# Who acts on whom, newest first, and how surely: the first letters of CONFIDENCE.
CHAINS = """
thay thế | qd-207-tw-2026 nguồn qd-37-tw-2021 đã qd-47-tw-2011 đã qd-115-tw-2007
thay thế | qd-21-tw-2026 suy qd-296-tw-2025 đã qd-22-tw-2021 đã qd-30-tw-2016
thay thế | qd-296-tw-2025 đã qd-262-tw-2025
sửa đổi, bổ sung | qd-262-tw-2025 đã qd-22-tw-2021
thay thế | qd-208-tw-2026 nguồn qd-20-tw-2026 suy qd-294-tw-2025 suy qd-232-tw-2025
thay thế | qd-232-tw-2025 đã qd-24-tw-2021 đã qd-29-tw-2016
thay thế | qd-377-tw-2025 đã qd-41-tw-2021 đã qd-260-tw-2009
thay thế | qd-212-tw-2026 nguồn qd-69-tw-2022 đã qdi-07-tw-2018
thay thế | qd-212-tw-2026 nguồn qd-264-tw-2025
thay thế | qd-69-tw-2022 đã qd-102-tw-2017
sửa đổi, bổ sung | qd-264-tw-2025 đã qd-69-tw-2022
tiếp tục thực hiện | kl-01-tw-2021 đã ct-05-tw-2016 suy ct-03-tw-2011 suy ct-06-tw-2006
tiếp tục thực hiện | kl-21-tw-2021 đã nq-04-tw-2016 chưa nq-12-tw-2012
thay thế | qd-399-tw-2026 suy qd-66-tw-2017 đã qd-31-tw-1997
thay thế | hd-05-vptw-2026 nguồn hd-36-vptw-2018
hướng dẫn | hd-02-tw-2021 đã qd-22-tw-2021
hướng dẫn | hd-05-ubkttw-2022 đã qd-69-tw-2022
hướng dẫn | hd-03-ubkttw-2012 đã qd-47-tw-2011
hướng dẫn | hd-02-ubkttw đã qd-86-tw-2017
hướng dẫn | hd-01-tw-2021 chưa qd-24-tw-2021
cụ thể hóa | nd-73-2023 đã kl-14-tw-2021
cụ thể hóa | kh-43-tu-kontum-2022 đã kl-21-tw-2021
cụ thể hóa | kh-66-hu-konray-2022 suy kh-43-tu-kontum-2022
"""
# Targets of which the sources give too little for a file of their own.
NOT_HELD = {"80-QĐ/TW", "50-QĐ/TW", "148-QĐ/TW"}
DIEU_HEADING = re.compile(r"^Điều (\d+)\. \S", re.MULTILINE)
CHUONG_HEADING = re.compile(r"^Chương ([IVX]+)\. \S", re.MULTILINE)
KHOAN_NUMBER = re.compile(r"^(\d+)\. \S")


@cache
def load(name: str) -> tuple[dict[str, Any], str]:
    """The front matter and the body of one file of the corpus."""
    raw = (CORPUS / f"{name}.md").read_text(encoding="utf-8")
    opening, matter, body = raw.split("---\n", 2)
    assert opening == "", f"{name}: front matter must open the file"
    return yaml.safe_load(matter), body


@cache
def parsed(name: str) -> Document:
    return parse(CORPUS / f"{name}.md")


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


def statements() -> list[tuple[str, dict[str, Any]]]:
    """Every statement of the corpus after the id of the document that makes it."""
    return [(name, said) for name in EXPECTED for said in load(name)[0].get("statements", [])]


def held(target: dict[str, Any]) -> list[str]:
    """The ids of the documents a target names by what it tells of number, date and type."""
    wanted = (target.get("so_ky_hieu"), target.get("ngay"), target.get("loai"))
    return [
        name
        for name, (loai, number, day, _) in EXPECTED.items()
        if wanted[0] == number and wanted[1] in (day, None) and wanted[2] in (loai, None)
    ]


def check_keys(
    entry: dict[str, Any], required: Mapping[str, type], optional: Mapping[str, type]
) -> None:
    allowed = {**required, **optional}
    assert required.keys() <= entry.keys() <= allowed.keys()
    for key, value in entry.items():
        assert type(value) is allowed[key], key
        assert value, f"{key} is empty"


def test_the_corpus_is_the_files_of_the_table_and_their_page() -> None:
    assert {path.name for path in CORPUS.iterdir()} == {
        "README.md",
        "cach-goi.toml",
        *(f"{name}.md" for name in EXPECTED),
    }
    listed = [*DIGESTS.strip().splitlines(), *STUBS.strip().splitlines()]
    assert len({load(name)[0]["id"] for name in EXPECTED}) == len(EXPECTED) == len(listed)


def test_the_page_lists_and_counts_every_file() -> None:
    page = (CORPUS / "README.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"^\| `([\w-]+)\.md` \|", page, re.MULTILINE)) == sorted(EXPECTED)
    for number, day in ((number, day) for _, number, day, _ in EXPECTED.values() if number):
        assert number in page and (day is None or str(day.year) in page)
    digests = sum(edition == Edition.DIGEST for *_, edition in EXPECTED.values())
    stubs = len(EXPECTED) - digests
    assert f"{digests} bản tóm lược và {stubs} bản ghi viện dẫn" in page


@pytest.mark.parametrize("name", EXPECTED)
def test_front_matter_has_the_right_keys_and_types(name: str) -> None:
    matter, _ = load(name)
    check_keys(matter, REQUIRED, OPTIONAL)
    for key in ("nguon", "ten_khac"):
        assert all(type(item) is str and item.strip() for item in matter[key]), key


@pytest.mark.parametrize("name", EXPECTED)
def test_identity_is_that_of_the_document(name: str) -> None:
    matter, _ = load(name)
    told = (matter["loai"], matter.get("so_ky_hieu", ""), matter.get("ngay"), matter["edition"])
    assert (matter["id"], told) == (name, EXPECTED[name])
    if name in NINE:
        assert matter["co_quan"] == NINE[name]
        assert matter["trich_yeu"].startswith("về ")


@pytest.mark.parametrize("name", EXPECTED)
def test_a_file_says_that_it_is_not_the_official_text(name: str) -> None:
    matter, body = load(name)
    assert body.strip().splitlines()[0] == OPENING[matter["edition"]]


@pytest.mark.parametrize("name", EXPECTED)
def test_confidence_names_existing_units_and_fields(name: str) -> None:
    matter, body = load(name)
    places = {**units(body), **dict.fromkeys(matter, body)}
    for place, word in matter.get("confidence", {}).items():
        assert place in places, f"{place} is neither a unit nor a field"
        assert word in CONFIDENCE
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


def test_disputed_dates_and_issuers_stay_empty() -> None:
    assert "ngay" not in load("hd-05-vptw-2026")[0]
    assert "co_quan" not in load("qd-29-tw-2016")[0]


def test_the_plan_cites_the_eight_documents_by_number() -> None:
    _, body = load("kh-66-hu-konray-2022")
    assert all(EXPECTED[name][1] in body for name in NINE if not name.startswith("kh-"))


@pytest.mark.parametrize(("number", "names"), HOMONYMS.items())
def test_homonyms_are_told_apart(number: str, names: list[str]) -> None:
    assert sorted(name for name, row in EXPECTED.items() if row[1] == number) == names
    assert len({EXPECTED[name][2] for name in names}) == 2


@pytest.mark.parametrize("name", EXPECTED)
def test_ingest_reads_the_file(name: str) -> None:
    document = parsed(name)
    about = document.about
    assert about.id == name
    assert (about.type, about.number, about.date, about.edition) == EXPECTED[name]
    assert about.aliases
    assert about.issuer == NINE.get(name, about.issuer)
    assert document.text.startswith(OPENING[about.edition])
    assert "so_ky_hieu" not in document.text


@pytest.mark.parametrize("name", EXPECTED)
def test_relations_belong_to_no_unit(name: str) -> None:
    document = parsed(name)
    assert document.text.count(RELATIONS) == 1
    provisions = document.provisions
    assert not [p.address for p in provisions if RELATIONS in document.text[p.start : p.end]]
    dieu = [p.address for p in provisions if re.fullmatch(r"dieu-\d+", p.address)]
    assert dieu == [f"dieu-{number}" for number in DIEU.get(name, [])]


@pytest.mark.parametrize(
    ("name", "symbol", "day"),
    [
        ("ev-tw3-khoa7-1992", "03-NQ/HNTW", date(1992, 6, 26)),
        ("ev-tw6-lan2-khoa8-1999", "10-NQ/TW", date(1999, 2, 2)),
        ("ev-tw4-khoa11-2011", "12-NQ/TW", date(2012, 1, 16)),
        ("ev-tw4-khoa12-2016", "04-NQ/TW", date(2016, 10, 30)),
        ("ev-tw4-khoa13-2021", "21-KL/TW", date(2021, 10, 25)),
        ("ev-tw4-khoa13-2021", "37-QĐ/TW", date(2021, 10, 25)),
        ("ev-hnct-2021-12-09", "21-KL/TW", date(2021, 10, 25)),
    ],
)
def test_a_conference_cites_what_it_issued(name: str, symbol: str, day: date) -> None:
    assert (symbol, day) in [(c.symbol, c.date) for c in parsed(name).citations]


def test_every_statement_has_its_keys_and_allowed_words() -> None:
    for _, said in statements():
        check_keys(said, STATEMENT, STATEMENT_OPTIONAL)
        check_keys(said["van_ban"], {}, TARGET)
        assert said["quan_he"] in RELATION_WORDS
        assert said["muc_tin_cay"] in CONFIDENCE
        assert said["van_ban"].keys() & {"so_ky_hieu", "ten"}
        assert all(type(item) is str and item.strip() for item in said["can_cu"])
        if said["muc_tin_cay"] == "đã thấy":
            assert any("http" in item or "không lưu được" in item for item in said["can_cu"])


def test_every_target_is_held_once_or_known_not_to_be() -> None:
    for name, said in statements():
        number = said["van_ban"].get("so_ky_hieu")
        if number:
            assert len(held(said["van_ban"])) == (number not in NOT_HELD), (name, number)


def test_no_victim_names_its_own_replacement() -> None:
    acts = {(name, other) for name, said in statements() for other in held(said["van_ban"])}
    assert not {(victim, actor) for actor, victim in acts} & acts
    for actor, victim in acts:
        acted, suffered = EXPECTED[actor][2], EXPECTED[victim][2]
        assert not (acted and suffered) or suffered <= acted, (actor, victim)


def test_every_number_a_statement_names_stands_in_its_text() -> None:
    for name, said in statements():
        number = said["van_ban"].get("so_ky_hieu")
        assert number is None or number in load(name)[1], (name, number)


@pytest.mark.parametrize("chain", CHAINS.strip().splitlines())
def test_chains_are_connected(chain: str) -> None:
    relation, links = chain.split(" | ")
    names, words = links.split()[::2], links.split()[1::2]
    for actor, word, victim in zip(names, words, names[1:], strict=False):
        (said,) = (
            said
            for said in load(actor)[0]["statements"]
            if said["quan_he"] == relation and held(said["van_ban"]) == [victim]
        )
        assert said["muc_tin_cay"].startswith(f"{word} ")
