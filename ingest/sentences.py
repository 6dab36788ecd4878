"""Sentences and words, by underthesea; both keep the letters of the text as they are."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

WORD_JOINT = "_"
"""Stands between the syllables of one word in `segment_words`' result."""


def split_sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Offsets of the sentences of text[start:end]; a line break ends a sentence too."""
    end = len(text) if end is None else end
    at = start
    for line in text[start:end].splitlines(keepends=True):
        if line.strip():
            yield from _sentences_of_line(text, at, line)
        at += len(line)


def sentence_at(text: str, start: int, end: int) -> tuple[int, int]:
    """Offsets of the sentence, within its line, that holds text[start:end]."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    found = [
        (a, b) for a, b in split_sentences(text, line_start, line_end) if a < end and start < b
    ]
    if not found:
        return line_start, line_end
    return min(found[0][0], start), max(found[-1][1], end)


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
    for sentence in _underthesea().sent_tokenize(line):
        found = text.find(sentence, here, line_end)
        if found >= 0:
            yield found, found + len(sentence)
            here = found + len(sentence)
    if here < at + len(line.rstrip()):
        yield here, at + len(line.rstrip())


@lru_cache(maxsize=1)
def _underthesea() -> Any:
    import underthesea

    return underthesea
