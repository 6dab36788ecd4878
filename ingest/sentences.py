"""Sentences and words, by underthesea; both keep the letters of the text as they are."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

WORD_JOINT = "_"
"""Stands between the syllables of one word in `segment_words`' result."""
LONGEST_SENTENCE = 5_000  # letters around a citation; the longest met in real laws has 1,815
HEAVY = ("torch", "transformers")
"""What underthesea brings along where they are installed: 150 MB and 2 s for nothing here."""
# underthesea looks back through the whole of `a.b.c` at each of its dots. No word is as long as
# this; a line that holds such a one is no prose, and is cut where a space follows the sign.
LONGEST_WORD = 100
WORD = re.compile(r"\w+(?:\.+\w+)*")
END = re.compile(r"(?<=[.?!])\s+")


def split_sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Offsets of the sentences of text[start:end]; a line break ends a sentence too."""
    end = len(text) if end is None else end
    at = start
    for line in text[start:end].splitlines(keepends=True):
        if line.strip():
            yield from _sentences_of_line(text, at, line)
        at += len(line)


class Sentences:
    """The sentences of one text, each line cut once however often it is asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._breaks = [found.start() for found in re.finditer("\n", text)]
        self._lines: dict[int, list[tuple[int, int]]] = {}

    def around(self, start: int, end: int) -> tuple[int, int]:
        """Offsets of the sentence, within its lines, that holds text[start:end].

        Of one longer than LONGEST_SENTENCE only what stands near: each of its citations keeps it.
        """
        first, last = bisect_left(self._breaks, start), bisect_left(self._breaks, end)
        found = [
            (a, b) for line in range(first, last + 1) for a, b in self._between(line, start, end)
        ]
        if not found:
            return self._line(first)[0], self._line(last)[1]
        near = LONGEST_SENTENCE // 2
        return (
            min(max(found[0][0], start - near), start),
            max(min(found[-1][1], end + near), end),
        )

    def _between(self, line: int, start: int, end: int) -> list[tuple[int, int]]:
        """The sentences of a line that share a letter with text[start:end]."""
        if line not in self._lines:
            self._lines[line] = list(split_sentences(self._text, *self._line(line)))
        sentences = self._lines[line]
        begin = bisect_right(sentences, start, key=lambda sentence: sentence[1])
        return sentences[begin : bisect_left(sentences, end, key=lambda sentence: sentence[0])]

    def _line(self, number: int) -> tuple[int, int]:
        start = self._breaks[number - 1] + 1 if number else 0
        return start, self._breaks[number] if number < len(self._breaks) else len(self._text)


def segment_words(text: str) -> str:
    """The words of a text, spaces between them and `_` inside a word of several syllables."""
    words = _underthesea().word_tokenize(text, use_token_normalize=False)
    return " ".join(word.replace(" ", WORD_JOINT) for word in words)


def _sentences_of_line(text: str, at: int, line: str) -> Iterator[tuple[int, int]]:
    """underthesea gives sentences as strings; each is found again at or after the last one."""
    if len(line) < 80:  # too short to be worth asking
        yield at + len(line) - len(line.lstrip()), at + len(line.rstrip())
        return
    here, line_end = at, at + len(line)
    is_prose = max(map(len, WORD.findall(line)), default=0) <= LONGEST_WORD
    cut = _underthesea().sent_tokenize if is_prose else END.split
    for sentence in map(str.strip, cut(line)):
        found = text.find(sentence, here, line_end)
        if found >= 0:
            yield found, found + len(sentence)
            here = found + len(sentence)
    if here < at + len(line.rstrip()):
        yield here, at + len(line.rstrip())


@lru_cache(maxsize=1)
def _underthesea() -> Any:
    with _without(HEAVY):
        import underthesea

    return underthesea


@contextmanager
def _without(names: Sequence[str]) -> Iterator[None]:
    """Have modules that are not loaded yet look as if they were not installed."""
    hidden = [name for name in names if name not in sys.modules]
    sys.modules.update(dict.fromkeys(hidden))  # type: ignore[arg-type]
    try:
        yield
    finally:
        for name in hidden:
            sys.modules.pop(name, None)
