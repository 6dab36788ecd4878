"""A query as it is searched for: corrected, its abbreviations written out; each change is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from ingest import fold, normalise, spell, with_usual_tones

from .expansions import Expansions
from .language import WORD, Language
from .lattice import likeliest, taken_apart
from .telex import struck_words
from .units import jotted_units
from .words import Word, between, free_words, inside, is_short, names_in, told_apart

SIGNS = "\"'“”‘’«»()?!.…,;:"
"""Signs around a query, or a word, that say nothing of what is asked."""
FULL_WIDTH = {0xFF01 + n: 0x21 + n for n in range(94)}
"""`３７` as some keyboards of phones type it."""


class ChangeKind(StrEnum):
    """What was done to a word of a query."""

    DIACRITICS = "thêm dấu"
    SPELLING = "sửa lỗi gõ"
    EXPANSION = "mở rộng"


@dataclass(frozen=True, slots=True)
class Change:
    """Words of a query and what they were taken for."""

    kind: ChangeKind
    typed: str
    used: str

    @property
    def key(self) -> str:
        """The name under which a person takes it back."""
        return fold(self.typed)


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants left as it was typed."""

    as_typed: bool = False
    """No correction and no expansion at all."""
    without: frozenset[str] = frozenset()
    """Keys of the changes to leave out."""

    @classmethod
    def of(cls, as_typed: bool, without: Iterable[str]) -> Wish:
        """A wish with the changes named by the words that were typed."""
        return cls(as_typed, frozenset(fold(words) for words in without))


@dataclass(frozen=True, slots=True)
class Everyday:
    """Words of a query, as they are searched for, and what texts call the same."""

    said: str
    called: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """A query as it is searched for."""

    typed: str
    shown: str
    """With its corrections: what «Hiển thị kết quả cho» shows."""
    meant: str
    """With its abbreviations written out too."""
    everyday: tuple[Everyday, ...] = ()
    """The everyday words in it that others are put beside."""
    changes: tuple[Change, ...] = ()

    @property
    def beside(self) -> tuple[str, ...]:
        """All the words put beside it."""
        return tuple(words for each in self.everyday for words in each.called)

    @property
    def for_meaning(self) -> str:
        """What the encoder reads: written out, with what was put beside it."""
        return calm("; ".join((self.meant.strip(SIGNS + " "), *self.beside)))

    @property
    def every_word(self) -> str:
        """All that is looked for, for marking it in what is found."""
        return " . ".join(dict.fromkeys((self.shown, self.meant, *self.beside)))

    @property
    def corrections(self) -> tuple[Change, ...]:
        """The changes to words that were mistyped or bare."""
        return tuple(c for c in self.changes if c.kind is not ChangeKind.EXPANSION)

    @property
    def removable(self) -> tuple[Change, ...]:
        """The changes offered to be taken back one by one: of a bare query not its diacritics."""
        is_bare = fold(self.typed) == self.typed.lower()
        return tuple(c for c in self.changes if not (is_bare and c.kind is ChangeKind.DIACRITICS))

    @property
    def expansions(self) -> tuple[Change, ...]:
        """The abbreviations and everyday words that were recognised."""
        return tuple(c for c in self.changes if c.kind is ChangeKind.EXPANSION)


def tidy(query: str) -> str:
    """What was typed, on one line, in the letters of every text: NFC, nothing wide or invisible."""
    return " ".join(normalise(query.translate(FULL_WIDTH)).split())


def calm(query: str) -> str:
    """A query as the encoder was taught queries: in small letters, no sign around it.

    The ranking by words sees neither; an encoder would answer "Sếp nhận quà?" otherwise than
    "SẾP NHẬN QUÀ".
    """
    return query.strip(SIGNS + " ").lower()


def as_typed(query: str) -> Wording:
    """A query with nothing changed."""
    return Wording(query, query, query)


def read_wording(
    query: str,
    language: Language,
    expansions: Expansions,
    kept: Sequence[tuple[int, int]] = (),
    wish: Wish | None = None,
) -> Wording:
    """Correct a query and write out its abbreviations, outside numbers, symbols and `kept` places.

    `kept` holds the offsets of what must stay, such as a citation that was understood.
    """
    wish = wish or Wish()
    if wish.as_typed:
        return as_typed(query)
    words = list(free_words(query, kept))
    found = [
        (
            words[first],
            words[after - 1],
            expansion,
            query[words[first].start : words[after - 1].end],
        )
        for first, after, expansion in expansions.find(told_apart(query, words), language)
        if _side_by_side(query, words[first:after])
    ]
    wanted = [each for each in found if fold(each[3]) not in wish.without]
    known = [(a.start, b.end) for a, b, _, _ in found]
    names = names_in(query, words, language)
    plain = [
        word
        for word in words
        if not (inside(word, known) or is_short(word, query) or word in names)
    ]
    beside = [
        Word(key, word.start, word.end)
        for a, b, e, _ in found
        if not e.replaces
        for key, word in zip(WORD.findall(e.key), between(words, a, b), strict=True)
    ]
    corrected = {
        (start, end): used
        for (start, end), used in _corrections(query, plain, beside, language).items()
        if fold(query[start:end]) not in wish.without
    }
    corrected |= {  # a key found without its diacritics gets those the file gives it
        (a.start, b.end): _in_case_of(said, e.key)
        for a, b, e, said in wanted
        if not e.replaces and said.lower() == fold(said) != e.key
    }
    units = {
        (start, end): unit
        for start, end, unit in jotted_units(query)
        if kept and fold(query[start:end]) not in wish.without
    }
    changes = [
        Change(_kind(query[place[0] : place[1]], used), query[place[0] : place[1]], used)
        for place, used in sorted(corrected.items())
    ]
    changes += [Change(ChangeKind.EXPANSION, said, ", ".join(e.words)) for _, _, e, said in wanted]
    changes += [Change(ChangeKind.EXPANSION, query[a:b], unit) for (a, b), unit in units.items()]
    written_out = {(a.start, b.end): e.words[0] for a, b, e, _ in wanted if e.replaces}
    everyday = [
        Everyday(e.words[0], e.words[1:]) if e.replaces else Everyday(e.key, e.words)
        for _, _, e, _ in wanted
        if not e.replaces or e.words[1:]
    ]
    return Wording(
        typed=query,
        shown=_rewritten(query, corrected | units),
        meant=_rewritten(query, corrected | units | written_out),
        everyday=tuple(everyday),
        changes=tuple(changes),
    )


def _side_by_side(query: str, words: Sequence[Word]) -> bool:
    """Whether only spaces stand between the words, or the one sign of `T.Ư` and `CT-XH`."""
    gaps = (query[a.end : b.start] for a, b in pairwise(words))
    return all(gap in (".", "-") or not gap.strip() for gap in gaps)


def _corrections(
    query: str, words: Sequence[Word], beside: Sequence[Word], language: Language
) -> dict[tuple[int, int], str]:
    """Place to corrected word, for the words whose likeliest reading differs.

    The words `beside` them are known, and only help to read their neighbours.
    """
    corrected = {}
    bare = all(
        word.text == fold(word.text) or word.text.lower() == fold(word.text) for word in words
    )
    for word in words:
        if apart := taken_apart(word.text, language):
            corrected[word.start, word.end] = _in_case_of(word.text, with_usual_tones(apart))
    words = [word for word in words if (word.start, word.end) not in corrected]
    for run in _runs(query, sorted((*words, *beside), key=lambda word: word.start)):
        readings = likeliest([word.text.lower() for word in run], language, bare=bare)
        for word, reading in zip(run, readings, strict=True):
            if reading != spell(word.text) and word not in beside:
                corrected[word.start, word.end] = _in_case_of(word.text, with_usual_tones(reading))
    return corrected


def _in_case_of(typed: str, usual: str) -> str:
    """A word in capitals, with one, or in small letters, as it was typed."""
    if len(typed) > 1 and typed.isupper():
        return usual.upper()
    return usual.capitalize() if typed[:1].isupper() else usual


def _runs(query: str, words: Sequence[Word]) -> Iterator[list[Word]]:
    """Words with nothing but spaces between them, and without digits that are no keystrokes."""
    struck = struck_words(query)
    run: list[Word] = []
    for word in words:
        if not (word.text.isalpha() or word.text in struck):
            continue
        if run and query[run[-1].end : word.start].strip():
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _kind(typed: str, used: str) -> ChangeKind:
    is_bare = typed.lower() == fold(typed) == fold(used)
    return ChangeKind.DIACRITICS if is_bare else ChangeKind.SPELLING


def _rewritten(query: str, places: dict[tuple[int, int], str]) -> str:
    pieces, at = [], 0
    for (start, end), word in sorted(places.items()):
        if start < at:  # a correction inside what was written out
            continue
        pieces += [query[at:start], word]
        at = end
    return "".join([*pieces, query[at:]])
