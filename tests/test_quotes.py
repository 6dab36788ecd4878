"""Quoted words are verbatim, respelled, changed or absent; a changed word never passes."""

from __future__ import annotations

import random
import re
import time

import pytest
from conftest import CORPUS, SHARED, real_reading
from hypothesis import given, settings
from hypothesis import strategies as st

from citator.quotes.marks import LONGEST, find_quotations
from citator.quotes.matching import QuoteKind, match_quotation
from ingest import spell
from ingest.spelling import TONE_ON_SECOND

EXACT, REPAIRED, NEAR = QuoteKind.EXACT, QuoteKind.REPAIRED, QuoteKind.NEAR
NONE, TOO_SHORT = QuoteKind.NONE, QuoteKind.TOO_SHORT

SOURCE = (
    "Điều 1. Phạm vi\n"
    "1. Đảng viên không được nói, làm trái Cương lĩnh chính trị – Điều lệ Đảng; "
    "phải hòa nhã, khỏe mạnh, có uy tín.\n"
    "2. Phạt tiền từ 100 triệu đồng. Ủy ban kiểm tra “giám sát” việc kê khai tài sản, thu nhập.\n"
)


def inside(text: str) -> list[str]:
    return [quotation.text for quotation in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('nêu "kê khai tài sản" và', ["kê khai tài sản"]),
        ("nêu “kê khai”, «thu nhập».", ["kê khai", "thu nhập"]),
        ('("một") "hai".', ["một", "hai"]),
        ("“gọi là ‘tự soi’ và 'tự sửa'” của", ["gọi là ‘tự soi’ và 'tự sửa'"]),
        ("“a “b” c” d", ["a “b” c"]),
        ('«a “b” c» "d"', ["a “b” c", "d"]),
        ('nêu:"kê khai"là', ["kê khai"]),
        ('"a "b" c"', ['a "b" c']),
        ("“ kê khai ”", ["kê khai"]),
        ("“dòng một\ndòng hai”", ["dòng một\ndòng hai"]),
        ("“một\n \nhai”", []),
        ("“bỏ ngỏ\n\n“kê khai”", ["kê khai"]),
        ("“bỏ ngỏ, “kê khai” xong", ["kê khai"]),
        ("thừa” rồi “kê khai”", ["kê khai"]),
        ('màn hình 5" và "kê khai"', ["kê khai"]),
        ('“”, “ ”, ""', []),
        ("không có gì", []),
    ],
)
def test_what_stands_between_marks(text: str, words: list[str]) -> None:
    assert inside(text) == words


def test_a_very_long_quotation_is_none_but_those_inside_it_are() -> None:
    assert inside(f"“{'a' * LONGEST}”") == ["a" * LONGEST]
    assert inside(f"“{'a' * LONGEST} “b””") == ["b"]


@given(st.text(alphabet="a “”«»\"'\n(.", max_size=60))
def test_a_quotation_is_a_slice_and_none_lie_within_another(text: str) -> None:
    last = 0
    for quotation in find_quotations(text):
        assert (
            text[quotation.start : quotation.end] == quotation.text == quotation.text.strip() != ""
        )
        assert quotation.start >= last
        last = quotation.end


def test_finding_takes_linear_time() -> None:
    for hostile in ("“" * 300_000, '"' * 300_000, "\n " * 150_000, '" “' * 100_000):
        began = time.perf_counter()
        find_quotations(hostile)
        assert time.perf_counter() - began < 2


@pytest.mark.parametrize(
    ("quoted", "kind", "shown"),
    [
        ("không được nói, làm trái", EXACT, ["không được nói, làm trái"]),
        ("Đảng", EXACT, ["Đảng"]),
        ("Không  được\u00a0nói,\nlàm trái", REPAIRED, ["không được nói, làm trái"]),
        ("phải hoà nhã, khoẻ mạnh", REPAIRED, ["phải hòa nhã, khỏe mạnh"]),
        ("UỶ BAN KIỂM TRA", REPAIRED, ["Ủy ban kiểm tra"]),
        ('kiểm tra "giám sát" việc', REPAIRED, ["kiểm tra “giám sát” việc"]),
        ("chính trị - Điều lệ", REPAIRED, ["chính trị – Điều lệ"]),
        ("Điều lệ Đảng.", REPAIRED, ["Điều lệ Đảng"]),
        ("không được nói… Điều lệ Đảng", REPAIRED, ["không được nói", "Điều lệ Đảng"]),
        ("Đảng viên (...) phải hòa nhã", REPAIRED, ["Đảng viên", "phải hòa nhã"]),
        ("… không được nói...", REPAIRED, ["không được nói"]),
        ("không được nói, làm trái […] kê khai tài sản", REPAIRED,
         ["không được nói, làm trái", "kê khai tài sản"]),
        ("kê khai tài sản … không được nói, làm trái", NONE, []),
        ("Đảng viên … thu nhập", NONE, []),  # short words of two paragraphs
        ("Đảng … làm … uy tín", NONE, []),  # single words
        ("dảng viên không được nói", NEAR, ["Đảng viên không được nói"]),
        ("không được nói làm trái Cương lĩnh", NEAR, ["không được nói, làm trái Cương lĩnh"]),
        ("Phạt tiền từ 10 triệu đồng", NEAR, ["Phạt tiền từ 100 triệu đồng"]),
        ("tiền từ 10", TOO_SHORT, []),
        ("thống nhất ý chí và hành động", NONE, []),
        ("", TOO_SHORT, []),
        (" … ", TOO_SHORT, []),
    ],
)  # fmt: skip
def test_what_the_source_says(quoted: str, kind: QuoteKind, shown: list[str]) -> None:
    match = match_quotation(quoted, SOURCE)
    assert (match.kind, [SOURCE[start:end] for start, end in match.slices]) == (kind, shown)


@pytest.mark.parametrize(
    ("quoted", "changes"),
    [
        ("Đảng viên được nói, làm trái Cương lĩnh", [("", "không")]),
        ("dảng viên không được nói, làm chái", [("dảng", "Đảng"), ("chái", "trái")]),
        ("kê khai nhanh tài sản, thu nhập", [("nhanh", "")]),
        ("việc kê khai tài sản và thu nhập", [("và", ",")]),
    ],
)
def test_the_words_that_differ_are_named(quoted: str, changes: list[tuple[str, str]]) -> None:
    match = match_quotation(quoted, SOURCE)
    assert match.kind is NEAR
    assert [(change.drafted, change.held) for change in match.differences] == changes
    assert all(SOURCE[each.start : each.end] == each.held for each in match.differences)
    assert 0.85 <= match.similarity < 1


def test_a_changed_word_in_a_short_quotation_is_never_repaired() -> None:
    match = match_quotation("kê khai tài sản, thu hoạch", SOURCE)
    assert match.kind in {NEAR, NONE}


def test_an_ellipsis_of_the_source_is_quoted_as_it_stands() -> None:
    match = match_quotation(
        "họp, hội nghị… theo quy định", "các cuộc họp, hội nghị... theo quy định"
    )
    assert (match.kind, match.slices) == (REPAIRED, ((9, 39),))


def test_an_ellipsis_joins_the_places_closest_together() -> None:
    source = "cấp ủy các cấp phải nêu gương. Xen giữa. Cấp ủy các cấp học tập và làm theo."
    match = match_quotation("cấp ủy các cấp … và làm theo", source)
    assert [source[a:b] for a, b in match.slices] == ["Cấp ủy các cấp", "và làm theo"]


def test_a_draft_in_decomposed_letters_is_compared_in_nfc() -> None:
    assert match_quotation("đa\u0309ng vie\u0302n", "các đảng viên").kind is EXACT


@pytest.mark.parametrize(
    ("one", "other"),
    [("khoá", "khoa"), ("đảng", "dảng"), ("hòa", "hóa"), ("của", "cuả"), ("lí", "lý")],
)
def test_other_letters_and_tones_are_other_words(one: str, other: str) -> None:
    assert spell(one) != spell(other)


BODIES = [
    body
    for path in sorted(CORPUS.glob("*.md"))
    if path.name != "README.md" and len(body := path.read_text("utf-8").split("---\n", 2)[-1]) > 800
]
WORDS = [[(m.start(), m.end()) for m in re.finditer(r"[^\W_]+", body)] for body in BODIES]
SPREAD = 40  # words between two that are scattered


def respell(quoted: str, chance: random.Random) -> str:
    """Change spacing, letter case and places of tones, not a word."""
    spaced = re.sub(r"\s+", lambda _: chance.choice([" ", "  ", "\n", "\u00a0", " \n "]), quoted)
    cased = chance.choice([str.upper, str.lower, str.swapcase, str])(spaced)
    moved = {**TONE_ON_SECOND, **{second: first for first, second in TONE_ON_SECOND.items()}}
    return re.sub("|".join(moved), lambda m: chance.choice([m.group(), moved[m.group()]]), cased)


def plain(text: str) -> str:
    return " ".join(text.lower().split())


@settings(max_examples=2500, deadline=None)
@given(st.randoms(use_true_random=False))
def test_slices_of_real_texts_and_their_mutants(chance: random.Random) -> None:
    """Four checks an example: a slice, a respelling, a changed syllable, scattered words."""
    at = chance.randrange(len(BODIES))
    body, words = BODIES[at], WORDS[at]
    count = chance.randint(6, 40)
    first = chance.randrange(len(words) - count)
    quoted = body[words[first][0] : words[first + count - 1][1]]
    exact = match_quotation(quoted, body)
    assert exact.kind is EXACT
    assert body[slice(*exact.slices[0])] == quoted

    respelled = match_quotation(respell(quoted, chance), body)
    assert respelled.kind in {EXACT, REPAIRED}
    assert plain(body[slice(*respelled.slices[0])]) == plain(quoted)

    start, end = chance.choice(words[first : first + count])
    other = body[slice(*chance.choice(words))]
    here = words[first][0]
    changed = quoted[: start - here] + other + quoted[end - here :]
    if plain(changed) not in plain(body):
        match = match_quotation(changed, body)
        assert match.kind in {NEAR, NONE}
        assert all(body[d.start : d.end] == d.held for d in match.differences)
        assert (match.kind is NEAR) == bool(match.differences)

    step = min(SPREAD, len(words) // 12)
    scattered = [body[slice(*words[n * step + chance.randrange(step // 2)])] for n in range(12)]
    assert match_quotation(" ".join(scattered), body).kind is NONE


@pytest.mark.skipif(not SHARED.exists(), reason="needs ../shared/realdocs, which is not here")
def test_a_hundred_quotations_of_a_whole_law_take_seconds() -> None:
    law = real_reading("Luat-Dat-dai-2024-31-2024-QH15-523642.html").text
    words = [(m.start(), m.end()) for m in re.finditer(r"[^\W_]+", law)]
    chance, near = random.Random(1), 0
    began = time.perf_counter()
    for _ in range(100):
        first = chance.randrange(len(words) - 40)
        quoted = law[words[first][0] : words[first + 39][1]].split(" ")
        quoted[len(quoted) // 2] = "zzz"
        near += match_quotation(" ".join(quoted), law).kind is NEAR
    assert near == 100
    assert time.perf_counter() - began < 20


def test_a_source_that_repeats_itself_takes_no_longer() -> None:
    source = "cơ quan, tổ chức, cá nhân có thẩm quyền " * 7500
    for quoted in ("tổ chức … " * 150, "cơ quan, tổ chức, cá nhân có quyền " * 50):
        began = time.perf_counter()
        match_quotation(quoted.strip(), source)
        assert time.perf_counter() - began < 10
    near = match_quotation("tổ chức, cá nhân có toàn quyền", source)
    assert [(change.drafted, change.held) for change in near.differences] == [("toàn", "thẩm")]
