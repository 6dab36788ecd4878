"""A citation becomes a link: type, number, issuer, day and term decide, and nothing is guessed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import index
from citator import Resolver, is_issued_by, term_of
from ingest import Citation, Metadata


@pytest.fixture(scope="module")
def store(corpus_kb: Path) -> index.KnowledgeBase:
    return index.open_store(corpus_kb, None)


def cite(**parts: object) -> Citation:
    return Citation(text="x", start=0, end=1, **parts)  # type: ignore[arg-type]


def citing(store: index.KnowledgeBase, id: str) -> Metadata:
    about = store.about(id)
    assert about is not None
    return about


def ids(link_targets: object) -> list[str]:
    return [target.about.id for target in link_targets]  # type: ignore[attr-defined]


def test_a_number_with_its_day_names_one_document(store: index.KnowledgeBase) -> None:
    asked = cite(type="Nghị quyết", number="12", symbol="12-NQ/TW", date=date(2012, 1, 16))
    link = Resolver(store).resolve(asked)
    assert ids(link.targets) == ["nq-12-tw-2012"]
    assert [about.id for about in link.others] == ["nq-12-tw-2022"]
    assert link.about is not None
    assert link.chosen_by == ""


def test_two_that_share_a_number_are_both_given(store: index.KnowledgeBase) -> None:
    link = Resolver(store).resolve(cite(number="12", symbol="12-NQ/TW"))
    assert ids(link.targets) == ["nq-12-tw-2012", "nq-12-tw-2022"]
    assert link.about is None


@pytest.mark.parametrize(
    ("by", "symbol", "expected", "why"),
    [
        ("kh-66-hu-konray-2022", "12-NQ/TW", "nq-12-tw-2012", "ngày của văn bản viện dẫn"),
        ("kh-66-hu-konray-2022", "14-KL/TW", "kl-14-tw-2021", "ngày của văn bản viện dẫn"),
        ("qd-208-tw-2026", "04-NQ/TW", "nq-04-tw-2026", "khóa của văn bản viện dẫn"),
    ],
)
def test_the_citing_document_s_day_and_term_choose_and_say_so(
    store: index.KnowledgeBase, by: str, symbol: str, expected: str, why: str
) -> None:
    asked = cite(number=symbol.split("-")[0], symbol=symbol)
    link = Resolver(store).resolve(asked, citing(store, by))
    assert ids(link.targets) == [expected]
    assert link.chosen_by == why
    assert len(link.others) == 1


def test_the_issuer_chooses(store: index.KnowledgeBase) -> None:
    asked = cite(number="12", symbol="12-NQ/TW", issuer="Bộ Chính trị khóa XIII")
    link = Resolver(store).resolve(asked)
    assert ids(link.targets) == ["nq-12-tw-2022"]
    assert link.chosen_by == "cơ quan ban hành"


def test_an_issuer_nobody_has_leaves_all(store: index.KnowledgeBase) -> None:
    link = Resolver(store).resolve(cite(number="12", symbol="12-NQ/TW", issuer="Chính phủ"))
    assert len(link.targets) == 2


def test_another_day_is_another_document(store: index.KnowledgeBase) -> None:
    link = Resolver(store).resolve(cite(number="37", symbol="37-QĐ/TW", date=date(2021, 10, 26)))
    assert link.targets == ()
    assert [about.id for about in link.others] == ["qd-37-tw-2021"]


def test_a_bare_number_needs_its_type(store: index.KnowledgeBase) -> None:
    resolver = Resolver(store)
    assert ids(resolver.resolve(cite(type="Quy định", number="37")).targets) == ["qd-37-tw-2021"]
    assert resolver.resolve(cite(type="Chỉ thị", number="37")).targets == ()


@pytest.mark.parametrize(
    ("kind", "plenum", "expected"),
    [
        ("Nghị quyết", "TW4 khóa XI", ["nq-12-tw-2012"]),
        ("Nghị quyết", "TW4 khóa XII", ["nq-04-tw-2016"]),
        ("Nghị quyết", "TW4 khóa XIII", ["kl-21-tw-2021"]),
        ("Kết luận", "TW4 khóa XIII", ["kl-21-tw-2021"]),
        ("Hội nghị Trung ương", "TW4 khóa XIII", ["ev-tw4-khoa13-2021"]),
        ("Nghị quyết", "TW6 lần 2 khóa VIII", ["nq-10-tw-1999"]),
        ("Hội nghị Trung ương", "TW6 lần 2 khóa VIII", ["ev-tw6-lan2-khoa8-1999"]),
        ("Hội nghị Trung ương", "TW9 khóa XIII", []),
    ],
)
def test_a_plenum_names_itself_or_what_it_issued(
    store: index.KnowledgeBase, kind: str, plenum: str, expected: list[str]
) -> None:
    assert ids(Resolver(store).resolve(cite(type=kind, plenum=plenum)).targets) == expected


def test_a_name_leads_to_the_document_that_bears_it(store: index.KnowledgeBase) -> None:
    resolver = Resolver(store)
    assert ids(resolver.resolve(cite(name="Điều lệ Đảng")).targets) == ["dieu-le-dang-2011"]
    law = cite(type="Luật", name="Luật Phòng, chống tham nhũng", year=2018)
    assert ids(resolver.resolve(law).targets) == ["luat-36-2018-qh14"]
    assert resolver.resolve(cite(type="Luật", name=law.name, year=2005)).targets == ()


def test_this_regulation_is_the_citing_document(store: index.KnowledgeBase) -> None:
    by = citing(store, "qd-22-tw-2021")
    asked = cite(type="Quy định", back="này", units=(("Điều 20",), ("Điều 99",)))
    (target,) = Resolver(store).resolve(asked, by).targets
    assert target.about == by
    assert (target.addresses, target.address) == (("dieu-20",), "dieu-20")
    assert target.missing == (("Điều 99",),)
    assert Resolver(store).resolve(asked).targets == ()


def test_every_place_cited_has_its_address(store: index.KnowledgeBase) -> None:
    asked = cite(number="22", symbol="22-QĐ/TW", units=(("Điều 9", "khoản 4"), ("Điều 20",)))
    (target,) = Resolver(store).resolve(asked).targets
    assert target.addresses == ("dieu-9.khoan-4", "dieu-20")
    whole = Resolver(store).resolve(cite(number="22", symbol="22-QĐ/TW")).targets[0]
    assert whole.address == ""


@pytest.mark.parametrize(
    ("day", "term"),
    [
        (date(2016, 1, 28), "XII"),
        (date(2016, 1, 27), "XI"),
        (date(2021, 2, 1), "XIII"),
        (date(1980, 1, 1), ""),
        (None, ""),
    ],
)
def test_a_day_lies_in_a_term(day: date | None, term: str) -> None:
    assert term_of(day) == term


@pytest.mark.parametrize(
    ("held", "named", "same"),
    [
        ("Bộ Chính trị", "Bộ Chính trị khóa XII", True),
        ("Ban Chấp hành Trung ương", "BCH TW", True),
        ("Ban Chấp hành Trung ương", "Ban Chấp hành Trung ương Đảng khoá XIII", True),
        ("Bộ Chính trị", "Ban Bí thư", False),
        ("", "Ban Bí thư", True),
        ("Chính phủ", "", True),
    ],
)
def test_issuers_are_compared_by_what_they_are(held: str, named: str, same: bool) -> None:
    assert is_issued_by(Metadata("x", issuer=held), named) is same
