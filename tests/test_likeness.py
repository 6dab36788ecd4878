"""What a passage has that is like a query's pieces: judged by the pieces it has least."""

from pathlib import Path

import numpy as np
import pytest

from index.answerability import Nearness, everyday_found, has_word_for_word, speaks_of_it
from index.embedded_model import FOLDER, EmbeddedEncoder
from index.encoder import SentenceEncoder
from index.likeness import likeness, rows_of_length_one
from index.queries import Everyday, Wording, as_typed
from train.unpacking import unpack

PASSAGE = "quy trình xem xét miễn nhiệm, từ chức đối với cán bộ"


@pytest.fixture(scope="module")
def encoder() -> EmbeddedEncoder:
    return EmbeddedEncoder()


def test_the_worst_third_decides() -> None:
    passage = np.eye(4, dtype="float32")[:3]
    there, halfway, missing = passage[0], np.full(4, 0.5, dtype="float32"), np.eye(4)[3]
    assert likeness(np.stack([there, there, there]), passage) == pytest.approx(1)
    assert likeness(np.stack([there, halfway, there]), passage) == pytest.approx(0.5)
    assert likeness(np.stack([there, halfway, missing]), passage) == pytest.approx(0)
    assert likeness(np.stack([there, halfway, missing, there, there, there]), passage) == 0.25
    assert likeness(passage[:0], passage) == likeness(passage, passage[:0]) == 0


def test_rows_are_made_one_long_and_zeros_stay() -> None:
    rows = rows_of_length_one(np.array([[3.0, 4.0], [0.0, 0.0]], dtype="float32"))
    assert rows.tolist() == [[pytest.approx(0.6), pytest.approx(0.8)], [0, 0]]


def test_what_is_missing_is_told_and_what_is_like_it_is_not(encoder: EmbeddedEncoder) -> None:
    def of(query: str) -> float:
        return likeness(encoder.piece_vectors(query), encoder.piece_vectors(PASSAGE))

    assert of("quy trình từ chức") == pytest.approx(1, abs=1e-5)
    assert of("thủ tục từ chức") > of("tiền lương từ chức") + 0.02
    assert of("") == 0


def test_the_pieces_are_those_of_the_model(encoder: EmbeddedEncoder, tmp_path: Path) -> None:
    unpack(FOLDER, tmp_path)
    text = "kê khai tài sản, kê khai thu nhập"
    ours = encoder.piece_vectors(text)
    same = SentenceEncoder(str(tmp_path), "unpacked").piece_vectors(text)
    assert ours.shape == same.shape == (7, 384)  # `kê khai` counts once
    assert (ours * same).sum(axis=1) == pytest.approx(np.ones(7), abs=1e-5)


def test_a_short_question_must_be_nearer_than_a_long_one() -> None:
    short, long = (Nearness(0.58, 0.6, pieces) for pieces in (2, 14))
    assert long.height > short.height
    assert speaks_of_it(Nearness(0.75, 0.9, 6)) and not speaks_of_it(Nearness(0.45, 0.4, 6))


@pytest.mark.parametrize(
    ("query", "has_it"),
    [
        ("quan hệ bất chính", True),
        ("Quan hệ  bất chính?", True),
        ("lễ mừng xa hoa, bạo lực", True),
        ("quan hệ", False),  # two syllables stand anywhere
        ("quan hệ bắt chính", False),
        ("hệ bất chính quan", False),
        ("", False),
    ],
)
def test_a_whole_query_that_stands_in_a_passage_is_answered(query: str, has_it: bool) -> None:
    passage = "tang, lễ mừng xa hoa, bạo lực gia đình, quan hệ bất chính, thờ ơ"
    assert has_word_for_word(as_typed(query), passage) is has_it


def test_an_everyday_word_alone_is_answered_by_what_texts_call_it() -> None:
    gambling = Everyday("cờ bạc", ("đánh bạc",))
    alone = Wording("cờ bạc", "cờ bạc", "cờ bạc", (gambling,))
    assert has_word_for_word(alone, "Không được đánh bạc, dùng ma túy")
    assert not has_word_for_word(alone, "Không được uống rượu")
    longer = Wording("phạt cờ bạc", "phạt cờ bạc", "phạt cờ bạc", (gambling,))
    assert not has_word_for_word(longer, "Không được đánh bạc, dùng ma túy")


def test_everyday_words_are_counted_that_a_passage_has_as_texts_call_them() -> None:
    said = (Everyday("sếp", ("người đứng đầu",)), Everyday("lót tay", ("quà, hối lộ",)))
    asked = Wording(*["sếp nhận lót tay"] * 3, everyday=said)
    assert everyday_found(asked, "Người đứng đầu nhận hối lộ") == 2
    assert everyday_found(asked, "nhận hối lộ") == 1
    assert everyday_found(asked, "người đứng đậu") == 0


def test_everyday_words_found_and_daily_talk_make_an_answer_likelier() -> None:
    plain = Nearness(0.6, 0.4, 6)
    assert Nearness(0.6, 0.4, 6, found=1).height > plain.height
    assert Nearness(0.6, 0.4, 6, strangeness=8.0).height > Nearness(0.6, 0.4, 6, 0, 4.0).height
