"""The unit before or after a document, from the largest unit down."""

from __future__ import annotations

import pytest

from ingest.citations.pinpoints import pinpoint_after, pinpoint_before
from ingest.folding import fold


@pytest.mark.parametrize(
    ("words", "path"),
    [
        ("điểm a, khoản 2, Điều 5 ", ("Điều 5", "khoản 2", "điểm a")),
        ("điểm đ khoản 1 Điều 12a của ", ("Điều 12a", "khoản 1", "điểm đ")),
        ("tiết 2.3.2, Điểm 2.3, Điều 32 ", ("Điều 32", "điểm 2.3", "tiết 2.3.2")),
        ("Mục 1.4 Khoản 1 Điều 10 ", ("Điều 10", "khoản 1", "Mục 1.4")),
        ("tiểu mục 4 Mục II ", ("Mục II", "Tiểu mục 4")),
        ("Điều 5 khoản 2 ", ("Điều 5", "khoản 2")),
        ("chương ii ", ("Chương II",)),
        ("Phụ lục I ban hành kèm theo ", ("Phụ lục I",)),
        ("khoản 1, khoản 2 Điều 5 ", ("Điều 5", "khoản 2")),
    ],
)
def test_a_unit_before(words: str, path: tuple[str, ...]) -> None:
    found = pinpoint_before(words, fold(words), len(words))
    assert found
    assert found.path == path


@pytest.mark.parametrize("words", ["khoản nợ của ", "điều kiện ", "các điểm đó của ", "Điều 5 và "])
def test_no_unit_before(words: str) -> None:
    assert pinpoint_before(words, fold(words), len(words)) is None


def test_a_unit_after() -> None:
    typed = "QĐ 22 điều 8 khoản 2 nói gì"
    found = pinpoint_after(typed, fold(typed), len("QĐ 22"))
    assert found
    assert (found.path, typed[found.start : found.end]) == (("Điều 8", "khoản 2"), "điều 8 khoản 2")
