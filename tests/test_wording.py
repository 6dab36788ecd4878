"""Queries as people type them: corrected outside numbers, written out, and always told."""

import tomllib
import unicodedata
from pathlib import Path

import pytest
from conftest import CORPUS
from hypothesis import given, settings
from hypothesis import strategies as st

from index import open_store
from index.queries import (
    ChangeKind,
    Expansions,
    Language,
    Wish,
    Wording,
    language_of,
    load_expansions,
    read_wording,
    tidy,
)
from index.queries.language import general_language
from index.queries.telex import from_telex, from_vni
from ingest import WrongSetting, fold


@pytest.fixture(scope="module")
def language() -> Language:
    texts = (path.read_text(encoding="utf-8") for path in sorted(CORPUS.glob("*-*.md")))
    return language_of(texts, 2_000_000)


@pytest.fixture(scope="module")
def expansions() -> Expansions:
    return load_expansions(CORPUS / "cach-goi.toml")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("nhung dieu dang vien khong duoc lam", "những điều đảng viên không được làm"),
        ("huyen uy kon ray", "huyện ủy kon rẫy"),
        ("kiem tra giam sat ky luat cua dang", "kiểm tra giám sát kỷ luật của đảng"),
        ("dảng viên", "đảng viên"),
        ("đảng viên khoong được làm", "đảng viên không được làm"),
        ("ddieefu đảng viên", "điều đảng viên"),
        ("quy đinh ve kê khai", "quy định về kê khai"),
        ("ke kha tai san", "kê khai tài sản"),
        ("d9a3ng vie6n", "đảng viên"),
        ("dang3 vien6", "đảng viên"),
        ("ke6 khai tai2 san3", "kê khai tài sản"),
        ("đnagr viên", "đảng viên"),
        ("DIEU LE DANG", "ĐIỀU LỆ ĐẢNG"),
        ("sếp nhận quà", "sếp nhận quà"),
        ("tung tin vịt lên mạng", "tung tin vịt lên mạng"),
        ("đi chùa cúng sao giải hạn", "đi chùa cúng sao giải hạn"),
        ("tự soi, tự sửa", "tự soi, tự sửa"),
        ("từ chức, miễn nhiệm", "từ chức, miễn nhiệm"),
        ("kiểmtra giámsát đảngviên", "kiểm tra giám sát đảng viên"),
        ("Kyluat can bo", "Kỷ luật cán bộ"),
        ("dangvienkhongduoclam", "đảng viên không được làm"),
        ("kêkhaitàisản", "kê khai tài sản"),
        ("khai báo online qua website", "khai báo online qua website"),
    ],
)
def test_words_are_corrected_by_their_neighbours(
    language: Language, typed: str, shown: str
) -> None:
    assert read_wording(typed, language, Expansions()).shown == shown


@pytest.mark.parametrize(
    "typed",
    [
        "Quy định 37-QĐ/TW",
        "QD 37",
        "14-KL/TW",
        "khoan 2 dieu 9",
        "khoan1 dieu9 vien6",
        "abc9 xyz8",
        "covid19",
        "12 dang3",
        "25/10/2021",
        "HĐND",
        "https://vi.du/tai-san",
        "",
        "???",
    ],
)
def test_numbers_and_symbols_stay(language: Language, typed: str) -> None:
    shown = read_wording(typed, language, Expansions()).shown
    digits = [word for word in typed.split() if any(c.isdigit() or c in "/-" for c in word)]
    assert [word for word in shown.split() if word in digits] == digits
    assert read_wording("QĐ 22 KTGS", language, Expansions()).shown == "QĐ 22 KTGS"


@settings(deadline=None)
@given(st.text(alphabet="0123456789-/QĐTWKLh ", max_size=30))
def test_no_correction_ever_changes_a_digit(text: str) -> None:
    shown = read_wording(text, general_language(), Expansions()).shown
    assert [c for c in shown if c.isdigit()] == [c for c in text if c.isdigit()]


def test_a_citation_that_was_understood_stays(language: Language) -> None:
    typed = "quy dinh so 37 ve ke khai"
    kept = read_wording(typed, language, Expansions(), kept=[(0, 15)])
    assert kept.shown == "quy dinh so 37 về kê khai"


def test_each_change_is_told_and_can_be_taken_back(
    language: Language, expansions: Expansions
) -> None:
    found = read_wording("thẩm quyền của UBKT khoong rõ", language, expansions)
    assert [(c.kind, c.typed, c.used) for c in found.changes] == [
        (ChangeKind.SPELLING, "khoong", "không"),
        (ChangeKind.EXPANSION, "UBKT", "Ủy ban Kiểm tra"),
    ]
    assert found.shown == "thẩm quyền của UBKT không rõ"
    assert found.meant == "thẩm quyền của Ủy ban Kiểm tra không rõ"
    typed = found.typed
    as_typed = read_wording(typed, language, expansions, wish=Wish(as_typed=True))
    assert (as_typed.shown, as_typed.meant, as_typed.changes) == (typed, typed, ())
    without = read_wording(typed, language, expansions, wish=Wish(without=frozenset({"ubkt"})))
    assert without.expansions == () and "UBKT" in without.meant


def test_everyday_words_put_others_beside_them(language: Language, expansions: Expansions) -> None:
    found = read_wording("choi lo de", language, expansions)
    assert "lô đề" in found.shown and found.beside == ("đánh bạc",)


def test_an_abbreviation_that_is_a_syllable_too_needs_its_capitals(
    language: Language, expansions: Expansions
) -> None:
    assert read_wording("tư tưởng", language, expansions).expansions == ()
    assert read_wording("KL của TƯ", language, expansions).meant == "kết luận của Trung ương"


def meant(typed: str, language: Language, expansions: Expansions) -> Wording:
    return read_wording(typed, language, expansions)


def test_what_was_typed_right_is_left(language: Language, expansions: Expansions) -> None:
    for path in sorted(CORPUS.glob("qd-*-tw-20*.md"))[:12]:
        title = path.read_text(encoding="utf-8").split("trich_yeu: ")[1].split("\n")[0].strip('"')
        assert meant(title, language, Expansions()).corrections == (), title


@pytest.mark.parametrize(
    ("rows", "complaint"),
    [
        ('[viet_tat]\n"TW4" = "Trung ương 5"', "thêm số 5"),
        ('[viet_tat]\n"TW4" = "Trung ương"', "bỏ số 4"),
        ('[thuong_ngay]\n"37" = "ba bảy"', "phải có chữ"),
        ('de_nguyen = "hồ sơ"', "mục lạ «de_nguyen»"),
        ('[viet_tat]\n"A" = 3', "cần một cụm từ"),
        ('[la]\n"A" = "b"', "mục lạ «la»"),
        ('[viet_tat]\n"A" = [b', "sai cú pháp ở dòng 2"),
        ('[viet_tat]\n"a b c d e f" = "g"', "từ 1 đến 5 tiếng"),
    ],
)
def test_a_wrong_file_is_named_with_its_place(tmp_path: Path, rows: str, complaint: str) -> None:
    path = tmp_path / "cach-goi.toml"
    path.write_text(rows, encoding="utf-8")
    with pytest.raises(WrongSetting, match=complaint):
        load_expansions(path)


def test_the_file_is_read_again_when_it_changes(tmp_path: Path) -> None:
    path = tmp_path / "cach-goi.toml"
    assert len(load_expansions(path)) == 0
    path.write_text('[viet_tat]\n"AB" = "an ban"\n', encoding="utf-8")
    assert len(load_expansions(path)) == 1


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("ddieefu", "điều"), ("khoong", "không"), ("vieen", "viên"), ("hooij", "hội"),
        ("quyeets", "quyết"), ("truwowngf", "trường"), ("nguoiwf", "người"), ("ddajt", "đạt"),
        ("giaf", "già"), ("quyx", "quỹ"), ("dangd", "đang"), ("tieens", "tiến"),
    ],
)  # fmt: skip
def test_telex_left_as_typed_is_read(typed: str, word: str) -> None:
    assert from_telex(typed) == word


@pytest.mark.parametrize(
    ("typed", "word"),
    [("d9ie62u", "điều"), ("ca1n", "cán"), ("tru7o7ng", "trương"), ("khoan9", "khoan9")],
)
def test_vni_left_as_typed_is_read_but_numbers_stay(typed: str, word: str) -> None:
    assert from_vni(typed) == word


def test_corrections_fold_to_letters_that_were_near(language: Language) -> None:
    found = read_wording("nhung dieu dang vien khong duoc lam", language, Expansions())
    assert all(c.kind is ChangeKind.DIACRITICS for c in found.corrections)
    assert all(fold(c.typed) == fold(c.used) for c in found.corrections)


def test_a_query_in_decomposed_letters_is_the_same_query(corpus_kb: Path) -> None:
    store = open_store(corpus_kb, None)
    query = "kỷ luật đảng viên khoong"
    typed = unicodedata.normalize("NFD", query)
    assert store.search(typed).understood == store.search(query).understood
    assert store.search(typed).hits == store.search(query).hits


@pytest.mark.parametrize(
    "name",
    ["Tu Mơ Rông", "Đăk Hà", "Krông Nô", "Mường Lay", "Đắk Glong", "Ia Grai", "huyện Đăk Glei"],
)
def test_names_of_places_are_nobodys_slip(language: Language, name: str) -> None:
    assert read_wording(name, language, Expansions()).shown == name


@pytest.mark.parametrize(
    "typed", ["văn kiện đại hội", "điều kiện kết nạp", "kiện toàn tổ chức", "người nhà nước"]
)
def test_a_word_inside_another_is_not_expanded(
    language: Language, expansions: Expansions, typed: str
) -> None:
    assert read_wording(typed, language, expansions).expansions == ()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_file_as_other_editors_write_it_is_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "cach-goi.toml"
    path.write_bytes('[viet_tat]\r\n"ĐV" = "đảng viên"\r\n'.encode(encoding))
    assert len(load_expansions(path)) == 1


def test_a_broken_file_is_said_and_stops_no_search(corpus_kb: Path, tmp_path: Path) -> None:
    path = tmp_path / "cach-goi.toml"
    path.write_text('[viet_tat]\n"A" = [b\n', encoding="utf-8")
    found = open_store(corpus_kb, None, expansions=path).search("kê khai tài sản")
    assert found.hits[0].passage.address == "dieu-9"
    assert any("sai cú pháp ở dòng 2" in notice for notice in found.notices)


def test_a_file_of_expansions_in_nfd_is_read_as_any_other(
    language: Language, tmp_path: Path
) -> None:
    path = tmp_path / "cach-goi.toml"
    text = '[thuong_ngay]\n"quà tết" = "nhận quà"\n'
    path.write_text(unicodedata.normalize("NFD", text), encoding="utf-8")
    found = read_wording("sep nhan qua tet", language, load_expansions(path))
    assert found.beside == ("nhận quà",)
    assert found.shown.endswith("nhận quà tết")


@pytest.mark.parametrize(
    ("query", "is_found"),
    [
        ("đảng viên đánh nhau", False),
        ("dang vien nhau nhet", True),
        ("chi bộ họp định kỳ", False),
        ("đảng viên nhậu nhẹt", True),
    ],
)
def test_an_everyday_word_needs_its_diacritics_where_the_query_has_any(
    query: str, is_found: bool, language: Language, expansions: Expansions
) -> None:
    assert bool(read_wording(query, language, expansions).everyday) is is_found


def test_a_slip_in_the_dieu_of_a_citation_opens_that_dieu(corpus_kb: Path) -> None:
    found = open_store(corpus_kb, None).search("ddieefu 9 quy định 37")
    assert found.hits[0].passage.address == "dieu-9"
    assert found.hits[0].about.id == "qd-37-tw-2021"


@pytest.mark.parametrize(
    ("query", "shown", "unit"),
    [
        ("đ9 qđ37", "Điều 9 qđ37", ("Điều 9",)),
        ("k4 đ9 QĐ 22", "khoản 4 Điều 9 QĐ 22", ("Điều 9", "khoản 4")),
        ("đ9-đ11 qđ37", "Điều 9-11 qđ37", ("Điều 9",)),
        ("k.1 - k.3 đ9 qđ22", "khoản 1-3 Điều 9 qđ22", ("Điều 9", "khoản 1")),
        ("d9, k.4 qd 22", "khoản 4 Điều 9 qd 22", ("Điều 9", "khoản 4")),
        ("(đ9 qđ37)", "(Điều 9 qđ37)", ("Điều 9",)),
        ("đ9/qđ37", "Điều 9/qđ37", ("Điều 9",)),
        ("đ9 đ10 qđ37", "Điều 9 Điều 10 qđ37", ("Điều 9",)),
        ("k1 đ9, k2 đ10 qđ37", "khoản 1 Điều 9, khoản 2 Điều 10 qđ37", ("Điều 9", "khoản 1")),
        ("điều 9/37-QĐ/TW", "điều 9/37-QĐ/TW", ("Điều 9",)),
        ("k4đ9-QĐ 22", "khoản 4 Điều 9-QĐ 22", ("Điều 9", "khoản 4")),
        ("“k4,đ9 qđ22”", "“khoản 4 Điều 9 qđ22”", ("Điều 9", "khoản 4")),
        ("NQ TW4 K12", "NQ TW4 K12", ()),
        ("đường d9 xã Kon Plông", "đường d9 xã Kon Plông", ()),
    ],
)
def test_units_jotted_down_beside_a_number_are_written_out(
    query: str, shown: str, unit: tuple[str, ...], corpus_kb: Path
) -> None:
    understood = open_store(corpus_kb, None).understand(query)
    assert understood.wording.shown == shown
    assert next((one.citation.unit for one in understood.cited), ()) == unit


def test_a_khoan_that_a_digest_lacks_opens_its_dieu(corpus_kb: Path) -> None:
    found = open_store(corpus_kb, None).search("khoản 99 Điều 9 Quy định 22-QĐ/TW")
    assert (found.hits[0].about.id, found.hits[0].passage.label[-6:]) == ("qd-22-tw-2021", "Điều 9")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("nha65n qua2 te61t", "nhận quà tết"),
        ("d9ie62u 9 quy định 37", "điều 9 quy định 37"),
        ("ky3 lua65t d9a3ng vie6n", "kỷ luật đảng viên"),
        ("kiểm tra dám sát", "kiểm tra giám sát"),
        ("kỹ luật đản viên", "kỷ luật đảng viên"),
        ("kĩ luật", "kỷ luật"),
        ("vi phạn pháp luật", "vi phạm pháp luật"),
        ("tài sảng, thu nhập", "tài sản, thu nhập"),
        ("cãnh cáo, cách chứt", "cảnh cáo, cách chức"),
        ("tự sữa, lảng phí", "tự sửa, lãng phí"),
        ("kỹ thuật, sửa sai, nghỉ học", "kỹ thuật, sửa sai, nghỉ học"),
        ("sử lý kỷ luật", "xử lý kỷ luật"),
        ("kỉ luật, quản lí, xử lí, tỉ lệ, đi hỏi", "kỷ luật, quản lý, xử lý, tỷ lệ, đi hỏi"),
        ("xu li ki luat", "xử lý kỷ luật"),
        ("chách nhiệm nêu gương", "trách nhiệm nêu gương"),
        ("đảng phí dảng viên", "đảng phí đảng viên"),
        ("dải quyết khiếu lại", "giải quyết khiếu nại"),
        ("dám nghĩ dám làm, sử dụng, nạm dụng", "dám nghĩ dám làm, sử dụng, lạm dụng"),
        ("bo1 bo2", "bo1 bo2"),
        ("phuong1 phuong2", "phuong1 phuong2"),
        ("PCT", "PCT"),
        ("NQTW", "NQTW"),
        ("nịnh sếp, quỵt nợ, chửi thề", "nịnh sếp, quỵt nợ, chửi thề"),
    ],
)
def test_vni_is_read_and_numbers_abbreviations_and_daily_talk_stay(
    typed: str, shown: str, language: Language, expansions: Expansions
) -> None:
    assert read_wording(typed, language, expansions).shown == shown


def test_signs_inside_an_abbreviation_do_not_hide_it(
    language: Language, expansions: Expansions
) -> None:
    found = read_wording("T.Ư và CT-XH", language, expansions).expansions
    assert [change.used for change in found] == ["Trung ương", "chính trị - xã hội"]


@pytest.mark.parametrize(
    "query",
    [
        "một số đề xuất về công tác cán bộ",
        "ho so de nghi ket nap",
        "thành lập hội đồng kỷ luật",
        "bị bắt buộc thôi việc",
        "thuc hanh dan chu",
        "bài trừ mê tín với nhau",
    ],
)
def test_a_common_phrase_that_holds_a_key_by_chance_is_left(
    query: str, language: Language, expansions: Expansions
) -> None:
    assert read_wording(query, language, expansions).expansions == ()


@pytest.mark.parametrize(
    ("query", "shown", "said"),
    [
        ("phe binh nhau the nao", "phê bình nhau thế nào", []),
        ("chi bo hop kiem diem", "chi bộ họp kiểm điểm", ["kiểm điểm"]),
        ("dang vien bo hop", "đảng viên bỏ họp", ["bỏ họp"]),
        ("san sau bao sep di choi", "sân sau bao sếp đi chơi", ["sân sau", "sếp"]),
        ("can bo nhau", "cán bộ nhậu", ["nhậu"]),
    ],
)
def test_the_words_around_a_bare_everyday_word_tell_whether_it_is_meant(
    query: str, shown: str, said: list[str], language: Language, expansions: Expansions
) -> None:
    wording = read_wording(query, language, expansions)
    assert (wording.shown, [each.said for each in wording.everyday]) == (shown, said)


def test_no_phrase_that_is_left_hides_a_key_altogether() -> None:
    tables = tomllib.loads((CORPUS / "cach-goi.toml").read_text(encoding="utf-8"))
    keys = {fold(key) for table in ("viet_tat", "thuong_ngay") for key in tables[table]}
    assert [phrase for phrase in tables["de_nguyen"] if fold(phrase) in keys] == []


@pytest.mark.parametrize(
    ("query", "used"),
    [
        ("vptw hd số mấy", "Văn phòng Trung ương"),
        ("TƯ TƯỞNG HỒ CHÍ MINH", ""),
        ("TƯ 4", "Trung ương"),
    ],
)
def test_an_abbreviation_in_small_letters_counts_unless_it_is_a_syllable(
    query: str, used: str, language: Language, expansions: Expansions
) -> None:
    found = read_wording(query, language, expansions).expansions
    assert [change.used for change in found][:1] == ([used] if used else [])


@pytest.mark.parametrize(
    "way",
    [
        '"{}"',
        "“{}”",
        " «{}» ",
        "{}?",
        "{} ?!",
        "{}.",
        "\u200b{}\ufeff",
    ],
)
def test_signs_around_a_query_and_its_case_are_not_read_by_the_encoder(
    way: str, language: Language, expansions: Expansions
) -> None:
    query = "Đơn tố cáo bao lâu thì giải quyết"
    plain = read_wording(query, language, expansions).for_meaning
    assert plain == "đơn tố cáo bao lâu thì giải quyết"
    for cased in (query, query.upper(), query.lower(), query.title()):
        typed = tidy(way.format(cased))
        assert read_wording(typed, language, expansions).for_meaning == plain


def test_daily_talk_is_stranger_than_official_texts(language: Language) -> None:
    assert language.strangeness("") == 0
    official = language.strangeness("kỷ luật tổ chức đảng, đảng viên vi phạm")
    assert 0 < official < language.strangeness("sếp ăn chặn tiền từ thiện") < 20
