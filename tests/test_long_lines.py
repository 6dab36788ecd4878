"""A text on a single line costs what the same text on many lines does: work grows with length."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import CORPUS

import index
from index import passages
from ingest import Sentences, parse, sentences, split_sentences

SENTENCE = "Quy định này áp dụng với cán bộ, đảng viên theo Quy định số 37-QĐ/TW. "


class Counted:
    """underthesea, with the letters each of its functions was given."""

    def __init__(self, real: object) -> None:
        self._real = real
        self.given: dict[str, list[int]] = {"sent_tokenize": [], "word_tokenize": []}

    def __getattr__(self, name: str) -> Callable[..., list[str]]:
        def counted(text: str, **rest: object) -> list[str]:
            self.given[name].append(len(text))
            answer: list[str] = getattr(self._real, name)(text, **rest)
            return answer

        return counted


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Counted:
    watched = Counted(sentences._underthesea())
    monkeypatch.setattr(sentences, "_underthesea", lambda: watched)
    return watched


def test_a_line_is_cut_once_however_many_citations_it_holds(counted: Counted) -> None:
    text = SENTENCE * 400
    found = Sentences(text)
    for n in range(400):
        at = n * len(SENTENCE)
        assert found.around(at + 50, at + 60) == (at, at + len(SENTENCE) - 1)
    assert counted.given["sent_tokenize"] == [len(text)]


@pytest.mark.parametrize("count", [100, 400])
def test_storing_one_line_hands_out_each_letter_a_fixed_number_of_times(
    count: int, counted: Counted, tmp_path: Path
) -> None:
    path = tmp_path / "mot-dong.txt"
    path.write_text(SENTENCE * count, encoding="utf-8")
    report = index.ingest([path], tmp_path / "kb", None)
    assert report.added == [str(path)]
    store = index.open_store(tmp_path / "kb", None)
    assert len(store.truth.all("SELECT 1 FROM citations")) == 2 * count
    # once to cut passages, once for the sentences of citations; words of each passage once
    assert sum(counted.given["sent_tokenize"]) <= 2 * len(SENTENCE) * count
    assert sum(counted.given["word_tokenize"]) <= len(SENTENCE) * count


def test_passages_repeat_no_more_than_the_beginning_of_a_long_title(tmp_path: Path) -> None:
    path = tmp_path / "mot-dong.txt"
    path.write_text(SENTENCE * 300, encoding="utf-8")
    cut = index.split(parse(path))
    assert len(cut) > 20
    assert {len(passage.context) for passage in cut} == {passages.LONGEST_TITLE}
    assert max(len(passage.label) for passage in cut) == passages.LONGEST_TITLE


def test_words_are_segmented_only_so_far(
    counted: Counted, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passages, "SEGMENTED", 5_000)
    path = tmp_path / "dai.txt"
    path.write_text(SENTENCE * 300, encoding="utf-8")
    given = passages.segmented(parse(path))
    assert [bool(words) for passage, words in given] == [p.end <= 5_000 for p, _ in given]
    assert 4_000 < sum(counted.given["word_tokenize"]) <= 5_000


def test_a_word_without_end_is_not_given_away(counted: Counted) -> None:
    text = "a." * 5_000 + " Sau. Nữa"
    assert [text[a:b][-6:] for a, b in split_sentences(text)] == ["a.a.a.", "Sau.", "Nữa"]
    assert counted.given["sent_tokenize"] == []


def test_of_a_sentence_without_end_what_stands_near_is_kept() -> None:
    text = "Quy định số 37-QĐ/TW, " * 1_000
    start, end = Sentences(text).around(11_000, 11_020)
    assert (start, end) == (8_500, 13_520)


def test_sentences_are_those_that_cutting_the_line_gives() -> None:
    for path in sorted(CORPUS.glob("*-*.md"))[:12]:
        document = parse(path)
        text = document.text
        found = Sentences(text)
        for citation in document.citations:
            at, end = citation.full_start, citation.full_end
            line = text.rfind("\n", 0, at) + 1, (text + "\n").find("\n", end)
            near = [(a, b) for a, b in split_sentences(text, *line) if a < end and at < b]
            assert found.around(at, end) == (min(near[0][0], at), max(near[-1][1], end))
