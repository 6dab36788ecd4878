"""The ranking by words."""

from collections import Counter
from pathlib import Path

import pytest

from index.lexical import LexicalEntry, LexicalRanking
from ingest import tokenize


def _entry(id: int, text: str, **facets: str) -> LexicalEntry:
    return LexicalEntry(id, tokenize(text), facets)


@pytest.fixture
def ranking(tmp_path: Path) -> LexicalRanking:
    made = LexicalRanking(tmp_path / "lexical")
    made.replace(
        [
            _entry(1, "kê khai tài sản không trung thực", type="Quy định", year="2021"),
            _entry(2, "quản lý tài sản công", type="Nghị định", year="2020"),
            _entry(3, "sinh hoạt chi bộ", type="Quy định", year="2021"),
        ],
        [],
    )
    return made


def _ids(ranking: LexicalRanking, query: str, **only: tuple[str, ...]) -> list[int]:
    return [id for id, _ in ranking.rank(Counter(tokenize(query)), 10, only)]


def test_pairs_put_the_phrase_first(ranking: LexicalRanking) -> None:
    assert _ids(ranking, "ke khai tai san") == [1, 2]


def test_filters_keep_values_and_leave_the_score_alone(ranking: LexicalRanking) -> None:
    assert _ids(ranking, "tài sản", type=("Nghị định",)) == [2]
    everything = dict(ranking.rank(Counter(tokenize("tài sản")), 10))
    kept = dict(ranking.rank(Counter(tokenize("tài sản")), 10, {"year": ("2020", "2021")}))
    assert kept == pytest.approx(everything)


def test_replacing_is_safe_to_repeat(ranking: LexicalRanking) -> None:
    for _ in range(2):
        ranking.replace([_entry(1, "miễn nhiệm, từ chức"), _entry(4, "tố cáo")], [3])
    assert ranking.ids() == {1, 2, 4}
    assert _ids(ranking, "từ chức") == [1]
    assert _ids(ranking, "kê khai") == []


def test_a_reader_keeps_the_commit_it_opened(tmp_path: Path, ranking: LexicalRanking) -> None:
    reader = LexicalRanking(tmp_path / "lexical")
    ranking.replace([], [1, 2, 3])
    assert reader.ids() == {1, 2, 3}
    assert LexicalRanking(tmp_path / "lexical").ids() == set()


def test_no_words_no_hits(ranking: LexicalRanking) -> None:
    assert ranking.rank([], 10) == []
    assert ranking.rank(Counter(tokenize("zzz")), 10) == []
