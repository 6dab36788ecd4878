"""Documents in a result: ranked by all their provisions, sisters folded, the named ones first."""

from dataclasses import replace
from datetime import date

import pytest

from index import Hit, Passage, group_by_document
from index.grouping import NEXT, document_score, fold_sisters
from ingest import Edition, Metadata

WORDS = " ".join(f"tiếng{n}" for n in range(40))


def hit(document: str, score: float, text: str = "", *, named: bool = False) -> Hit:
    passage = Passage(document, "dieu-1", f"{document} › Điều 1", "", 0, len(text))
    about = Metadata(id=document, edition=Edition.FULL, date=date(2020, 1, 2))
    return Hit(passage, about, text, score, (), is_named=named)


def test_a_second_good_provision_decides_between_equal_first_ones() -> None:
    hits = [hit("a", 0.9), hit("b", 0.9), hit("b", 0.8), hit("a", 0.1)]
    groups = group_by_document(hits)
    assert [group.about.id for group in groups] == ["b", "a"]
    assert groups[0].score == pytest.approx(0.9 + NEXT * 0.8)
    assert [h.score for h in groups[1].hits] == [0.9, 0.1]


def test_many_weak_provisions_do_not_beat_one_that_answers() -> None:
    hits = [hit("a", 0.9), *(hit("b", 0.8) for _ in range(20))]
    assert [group.about.id for group in group_by_document(hits)] == ["a", "b"]
    assert document_score([0.8] * 20) < 0.9


def test_documents_the_query_names_stay_first() -> None:
    hits = [hit("a", 0.2, named=True), hit("b", 0.9)]
    assert [group.about.id for group in group_by_document(hits)] == ["a", "b"]


def test_a_provision_worded_alike_elsewhere_is_folded_under_the_better_one() -> None:
    twin = f"{WORDS} thêm"
    found = fold_sisters([hit("a", 0.9, WORDS), hit("b", 0.8, twin), hit("c", 0.7, "khác hẳn")])
    assert [h.about.id for h in found] == ["a", "c"]
    assert [sister.about.id for sister in found[0].sisters] == ["b"]


def test_records_of_documents_worded_by_us_are_no_sisters() -> None:
    one, other = hit("a", 0.9, WORDS), hit("b", 0.8, WORDS)
    record = replace(other, about=replace(other.about, edition=Edition.STUB))
    assert [h.about.id for h in fold_sisters([one, other])] == ["a"]
    assert [h.about.id for h in fold_sisters([one, record])] == ["a", "b"]


@pytest.mark.parametrize(
    "second",
    [
        hit("a", 0.8, WORDS),  # of the same document
        hit("b", 0.8, WORDS, named=True),  # asked for by name
        hit("b", 0.8, " ".join(WORDS.split()[:20])),  # only a part of it
    ],
)
def test_what_is_not_a_sister_stays(second: Hit) -> None:
    assert len(fold_sisters([hit("a", 0.9, WORDS), second])) == 2


def test_short_provisions_are_alike_by_chance() -> None:
    short = "Quy định này có hiệu lực từ ngày ký."
    assert len(fold_sisters([hit("a", 0.9, short), hit("b", 0.8, short)])) == 2
