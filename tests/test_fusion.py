"""Fusion: comparable scores, added."""

from index.fusion import DENSE_WEIGHT, fuse


def test_good_in_both_beats_best_in_one() -> None:
    lexical = {1: 9.0, 2: 8.0, 3: 1.0}
    dense = {4: 0.9, 2: 0.89, 3: 0.7}
    scores = fuse(lexical, dense)
    assert max(scores, key=scores.__getitem__) == 2


def test_scores_run_from_0_to_1() -> None:
    scores = fuse({1: 9.0, 2: 1.0}, {1: 0.9, 2: 0.1})
    assert scores == {1: 1.0, 2: 0.0}


def test_the_weight_is_the_share_of_the_meaning() -> None:
    assert fuse({1: 5.0, 2: 1.0}, {2: 0.9, 1: 0.2}) == {1: 1 - DENSE_WEIGHT, 2: DENSE_WEIGHT}


def test_without_vectors_the_words_decide() -> None:
    assert fuse({1: 4.0, 2: 2.0, 3: 3.0}, {}) == {1: 1.0, 2: 0.0, 3: 0.5}


def test_nothing_found_is_nothing() -> None:
    assert fuse({}, {}) == {}


def test_equal_scores_are_all_best() -> None:
    assert fuse({1: 2.0, 2: 2.0}, {}) == {1: 1.0, 2: 1.0}
