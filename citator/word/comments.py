"""A copy of a Word document with comments at the words they speak of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from ingest import UnreadableFile, check_archive

from .runs import PARAGRAPH, RUN, WORD, Letters, RunText

NOTES_KINDS = ("footnote", "endnote")
UNPLACED = (
    "Không đặt được nhận xét đúng chỗ cho {count} viện dẫn sau; hãy tìm các chữ này trong văn bản:"
)
_UNPRINTABLE = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Note:
    """One comment, and the words it is about as `ingest.read` gave them."""

    words: str
    before: str
    """Up to 40 characters that precede the words; they tell the words' occurrences apart."""
    comment: str
    author: str = "viendan"


def add_comments(original: bytes, notes: Sequence[Note]) -> bytes:
    """Return a copy of a DOCX in which each note, in reading order, is a comment on its words.

    Words in a footnote or a text box, where Word allows no comment, get it at the footnote's mark
    or at the box. Notes whose words are not found are listed in one comment on the first paragraph.
    Raises UnreadableFile for a file that is broken or made to harm.
    """
    try:
        check_archive(original)
        return _write_comments(original, notes)
    except UnreadableFile:
        raise
    except Exception as error:  # the one boundary: a hostile file may break any library anyhow
        raise UnreadableFile(
            f"Không ghi được nhận xét vào tệp Word ({type(error).__name__}): tệp bị hỏng hoặc có "
            "cấu trúc lạ. Hãy mở bằng Word, lưu lại thành .docx rồi thử lại."
        ) from error


def _write_comments(original: bytes, notes: Sequence[Note]) -> bytes:
    from docx import Document

    opened = Document(BytesIO(original))
    text = RunText(opened.element.body)
    unplaced: list[Note] = []
    marks = _FootnoteMarks(opened)
    for note, place in zip(notes, _find_places(text, notes), strict=True):
        runs = text.cut_out(*place) if place else marks.find(note)
        if runs:
            _add_comment(opened, runs, note.comment, note.author)
        else:
            unplaced.append(note)
    if unplaced:
        _add_comment(opened, _first_runs(opened, text), _list_notes(unplaced), unplaced[0].author)
    saved = BytesIO()
    opened.save(saved)
    return saved.getvalue()


def _find_places(text: RunText, notes: Sequence[Note]) -> Iterator[tuple[int, int] | None]:
    """Yield where each note's words stand; None for words that are not in the text."""
    letters = Letters(text.text)
    places: dict[str, list[int]] = {}
    used: dict[str, set[int]] = defaultdict(set)
    reached = 0
    for note in notes:
        words, before = Letters(note.words).text, Letters(note.before).text
        if words not in places:
            places[words] = list(letters.find(words))
        alike = _most_alike(letters.text, places[words], before)
        if not alike:
            yield None
            continue
        free = [at for at in alike if at not in used[words]] or alike[-1:]
        reached = next((at for at in free if at >= reached), free[0])
        used[words].add(reached)
        yield letters.place(reached, reached + len(words))


def _most_alike(letters: str, places: list[int], before: str) -> list[int]:
    """The places that have most of the words before a note before them."""
    alike = [_same_ending(letters[max(0, at - len(before)) : at], before) for at in places]
    most = max(alike, default=0)
    return [at for at, same in zip(places, alike, strict=True) if same == most]


def _same_ending(one: str, other: str) -> int:
    pairs = zip(reversed(one), reversed(other), strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


class _FootnoteMarks:
    """Where the body refers to its footnotes and endnotes, looked up only when asked."""

    def __init__(self, opened: Any) -> None:
        self._opened = opened
        self._texts: list[tuple[str, Any]] | None = None

    def find(self, note: Note) -> tuple[Any, Any] | None:
        """Return the run with the mark of the footnote that holds a note's words."""
        words, before = Letters(note.words).text, Letters(note.before).text
        if self._texts is None:
            self._texts = list(self._read())
        holding = [(text, run) for text, run in self._texts if words and words in text]
        if not holding:
            return None
        chosen = max(holding, key=lambda each: before + words in each[0])
        return chosen[1], chosen[1]

    def _read(self) -> Iterator[tuple[str, Any]]:
        """Yield the letters of each footnote that has a mark, with the run of the mark."""
        from docx.oxml import parse_xml

        for relation in self._opened.part.rels.values():
            kind = relation.reltype.rsplit("/", 1)[-1].removesuffix("s")
            if kind in NOTES_KINDS and not relation.is_external:
                runs = dict(_marks(self._opened.element.body, kind))
                for each in parse_xml(relation.target_part.blob).findall(f"{WORD}{kind}"):
                    if each.get(f"{WORD}id") in runs:
                        yield Letters(RunText(each).text).text, runs[each.get(f"{WORD}id")]


def _marks(body: Any, kind: str) -> Iterator[tuple[str, Any]]:
    for mark in body.iter(f"{WORD}{kind}Reference"):
        if mark.getparent().tag == RUN:
            yield mark.get(f"{WORD}id"), mark.getparent()


def _add_comment(opened: Any, runs: tuple[Any, Any], comment: str, author: str) -> None:
    from docx.text.run import Run

    opened.add_comment(
        [Run(run, opened) for run in runs],
        text=_UNPRINTABLE.sub("", comment),
        author=_UNPRINTABLE.sub("", author),
        initials="".join(name[0] for name in author.split()).upper(),
    )


def _list_notes(notes: Sequence[Note]) -> str:
    lines = (f"{number}. «{note.words}»: {note.comment}" for number, note in enumerate(notes, 1))
    return "\n".join((UNPLACED.format(count=len(notes)), *lines))


def _first_runs(opened: Any, text: RunText) -> tuple[Any, Any]:
    """The first and the last run of the first paragraph; an empty one is added where none is."""
    from docx.text.paragraph import Paragraph

    first = text.first_paragraph()
    if first is None:
        first = next(opened.element.body.iter(PARAGRAPH), None)
    if first is None:
        first = opened.add_paragraph()._p
    runs = list(first.iterchildren(RUN)) or [Paragraph(first, opened).add_run()._r]
    return runs[0], runs[-1]
