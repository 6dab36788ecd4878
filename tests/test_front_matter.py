"""Front matter is read strictly: what is wrong is named, with what is allowed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.document import Citation, Confidence, Edition, Metadata, Relation, Statement
from ingest.errors import UnreadableFile
from ingest.readers.front_matter import KEYS, read_front_matter, split_front_matter

WHOLE = """id: qd-37-tw-2021
so_ky_hieu: 37-QĐ/TW
loai: Quy định
trich_yeu: về những điều đảng viên không được làm
co_quan: Ban Chấp hành Trung ương
nguoi_ky: Nguyễn Phú Trọng
ngay: 2021-10-25
edition: tóm lược
nguon:
  - Báo Nhân Dân
  - https://example.vn/37
ten_khac: [19 điều đảng viên không được làm]
statements:
  - quan_he: thay thế
    van_ban: {loai: Quy định, so_ky_hieu: 47 - QD/TW, ngay: 2011-11-01}
    tai: Điều 19
    tu_ngay: 2021-10-26
    can_cu: [Báo Nhân Dân]
    muc_tin_cay: đã thấy
    kiem_tra: 2026-11-23
confidence:
  ngay: suy luận
"""


def refusal(source: str) -> str:
    with pytest.raises(UnreadableFile) as caught:
        read_front_matter(source, "tep")
    return str(caught.value)


def test_every_key_is_read() -> None:
    front = read_front_matter(WHOLE, "tep")
    assert front.about == Metadata(
        id="qd-37-tw-2021",
        type="Quy định",
        number="37-QĐ/TW",
        title="về những điều đảng viên không được làm",
        issuer="Ban Chấp hành Trung ương",
        signer="Nguyễn Phú Trọng",
        date=date(2021, 10, 25),
        edition=Edition.DIGEST,
        source="Báo Nhân Dân; https://example.vn/37",
        aliases=("19 điều đảng viên không được làm",),
        doubts=(("date", "suy luận"),),
    )
    target = Citation(
        text="Quy định 47-QĐ/TW",
        start=0,
        end=17,
        type="Quy định",
        number="47",
        symbol="47-QĐ/TW",
        date=date(2011, 11, 1),
        full_end=17,
    )
    assert front.statements == (
        Statement(
            Relation.REPLACES,
            target,
            at="Điều 19",
            since=date(2021, 10, 26),
            confidence=Confidence.SEEN,
            evidence=("Báo Nhân Dân",),
            checked=date(2026, 11, 23),
        ),
    )
    assert front.confidence == {"ngay": "suy luận"}


STATEMENT = """\
statements:
  - quan_he: thay thế
    van_ban: {so_ky_hieu: 47-QĐ/TW}
    can_cu: x
    muc_tin_cay: suy luận
    kiem_tra: 2026-11-23
"""


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("quan_he: thay thế", "quan_he: thay", "statements, quan hệ thứ 1: quan_he"),
        ("quan_he: thay thế", "x: thay", "Có mục lạ `x` ở statements, quan hệ thứ 1"),
        ("    can_cu: x\n", "", "Thiếu mục `can_cu`"),
        ("can_cu: x", "can_cu: []", "chứng cứ"),
        ("can_cu: x", "can_cu: [1]", "một chuỗi chữ"),
        ("{so_ky_hieu: 47-QĐ/TW}", "47-QĐ/TW", "loai, so_ky_hieu, ngay, hoặc ten"),
        ("{so_ky_hieu: 47-QĐ/TW}", "{so_ky_hieu: bốn bảy}", "một số ký hiệu"),
        ("{so_ky_hieu: 47-QĐ/TW}", "{loai: Quy định}", "cần `so_ky_hieu`"),
        ("{so_ky_hieu: 47-QĐ/TW}", "{so_hieu: 1}", "mục lạ `so_hieu`"),
        ("{so_ky_hieu: 47-QĐ/TW}", "{ten: X, ngay: 2011}", "`statements, quan hệ thứ 1: van_ban"),
        ("muc_tin_cay: suy luận", "muc_tin_cay: chắc", "đã thấy; nguồn thứ cấp"),
        ("kiem_tra: 2026-11-23", "kiem_tra: hôm nay", "kiem_tra"),
    ],
)
def test_what_is_wrong_in_a_statement_is_named(right: str, wrong: str, said: str) -> None:
    assert read_front_matter(STATEMENT, "x").statements[0].target.symbol == "47-QĐ/TW"
    assert said in refusal(STATEMENT.replace(right, wrong))


def test_a_statement_may_name_a_document_without_a_number() -> None:
    (said,) = read_front_matter(
        STATEMENT.replace("so_ky_hieu: 47-QĐ/TW", "ten: Điều lệ Đảng, tai: Điều 9"), "x"
    ).statements
    assert (said.target.name, said.target.symbol) == ("Điều lệ Đảng", "")
    assert said.target.units == (("Điều 9",),)


@pytest.mark.parametrize("line", ["ngày: suy luận", "1: suy luận", "ngay: chắc"])
def test_a_wrong_confidence_is_named(line: str) -> None:
    assert "confidence" in refusal(f"id: x\nconfidence: {{{line}}}")


def test_an_id_is_made_where_none_is_given() -> None:
    assert read_front_matter("so_ky_hieu: 66-KH/HU\nngay: '2022-02-28'", "x").about.id == (
        "kh-66-hu-2022"
    )
    assert read_front_matter("", "Ghi chú số 1").about == Metadata("ghi-chu-so-1")


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("so_hieu: 37", "mục lạ `so_hieu`"),
        ("so_ky_hieu: 37", "`so_ky_hieu` ở phần đầu tệp phải là một chuỗi chữ"),
        ("edition: bản đầy đủ", "toàn văn, tóm lược, tin giới thiệu, chỉ có viện dẫn"),
        ("edition: [toàn văn]", "`edition`"),
        ("ngay: 25/10/2021", "`ngay` ở phần đầu tệp phải là một ngày"),
        ("ngay: 2021-10-25T10:00:00", "`ngay`"),
        ("ngay: 2021", "`ngay`"),
        ("ngay: 2999-01-01", "hãy xem lại năm 2999"),
        ("so_ky_hieu: blah blah", "`so_ky_hieu` ở phần đầu tệp phải là một số ký hiệu"),
        ("id: Quy định 37", "`id` ở phần đầu tệp phải là chữ thường không dấu"),
        ("ten_khac: 19 điều", "`ten_khac` ở phần đầu tệp phải là một danh sách"),
        ("nguon: {a: b}", "`nguon`"),
        ("statements: có", "`statements`"),
        ("confidence: cao", "`confidence`"),
        ("- a\n- b", "các dòng `mục: giá trị`"),
        ("id: a\ntrich_yeu: về: việc", "sai cú pháp YAML ở dòng 3"),
        ("ngay: 2021-13-45", "Phần đầu tệp viết sai cú pháp"),
        ("a: !!python/object/apply:os.system [ls]", "sai cú pháp YAML ở dòng 2"),
        ("x" * 70_000, "dài quá"),
    ],
)
def test_what_is_wrong_is_named(source: str, said: str) -> None:
    assert said in refusal(source)


def test_an_unknown_key_is_answered_with_the_known_ones() -> None:
    assert ", ".join(KEYS) in refusal("tieu_de: x")


def test_an_empty_value_is_as_good_as_none() -> None:
    assert read_front_matter("id: a\nnguoi_ky:\n", "x").about.signer == ""


def test_a_file_is_split_at_its_two_fences() -> None:
    assert split_front_matter("---\nid: a\n---\n\nĐiều 1\n---\n") == ("id: a", "Điều 1\n---")
    assert split_front_matter("Điều 1\n---\n") == (None, "Điều 1\n---\n")


@pytest.mark.parametrize("fence", ["----", "--", "----- "])
def test_a_fence_of_other_length_is_named(fence: str) -> None:
    with pytest.raises(UnreadableFile, match="đúng ba dấu gạch"):
        split_front_matter(f"{fence}\nid: a\n---\nĐiều 1")


def test_a_fence_left_open_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="không có dòng `---` đóng lại"):
        split_front_matter("---\nid: a\nĐiều 1")


@given(st.text(max_size=80))
def test_any_front_matter_is_read_or_refused(source: str) -> None:
    try:
        assert read_front_matter(source, "tep").about.id
    except UnreadableFile as refused:
        assert "hần đầu tệp" in str(refused)


def test_confidence_in_metadata_becomes_doubts_and_what_was_seen_does_not() -> None:
    sure = "{ngay: suy luận, co_quan: đã thấy, dieu-6: suy luận}"
    about = read_front_matter(f"so_ky_hieu: 1-QĐ/TW\nconfidence: {sure}\n", "x").about
    assert about.doubts == (("date", "suy luận"),)
    assert (about.doubt("date"), about.doubt("issuer")) == ("suy luận", "")
