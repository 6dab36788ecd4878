"""Trích yếu: where a draft gives the title of what it cites, and whether the words are right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum, auto
from functools import lru_cache

from ingest import Citation, Metadata, find_citations, fold, key_of_citation

from .spelling import Spelled

ALIKE = 0.6
"""Share of the held title's words the draft must have to be taken for that title at all."""
FEWEST = 3
"""Words of a title left out at its end before it still counts as that title."""
LONGEST = 600  # characters looked at after a citation
TAIL = 2  # last words of a title that may differ without anything agreeing behind them
NAMED = ("luat", "bo luat", "phap lenh")  # types whose title stands before the number

_MARKS = {'"': '"', "“": "”", "«": "»", "'": "'", "‘": "’"}
_ABOUT = re.compile(r"về(?:\s+việc)?\s+", re.IGNORECASE)
# , về việc · “Về · về “
_LEAD = re.compile(
    r"[\s,(]{0,4}(?P<outer>[\"“«])?\s?(?P<about>về(?:\s+việc)?\s+)?(?P<inner>[\"“«])?\s?", re.I
)
_SENTENCE_END = re.compile(r"\n|\.(?=\s|$)")
_PART = re.compile(r"\s\(Điều \w+ đến Điều \w+\)$")  # of a law kept in parts
_BEFORE_NUMBER = re.compile(r"[\s,(]*(?:số\s?:?)?\s*$", re.IGNORECASE)
_BREAK = re.compile(r"[,;:.()\[\]\"”»]")


class TitleMatch(Enum):
    """How the words of a draft stand to a title held."""

    SAME = auto()
    SHORTENED = auto()
    """Its beginning, word for word."""
    CHANGED = auto()
    """Like enough to be meant for it, and not the same."""
    OTHER = auto()
    """Another title, or no title at all."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where the title of a cited document may stand in a draft."""

    start: int
    end: int
    announced: bool = False
    """`về` or a quotation mark says that a title follows."""
    bounded: bool = False
    """It ends where the title ends: at a closing mark, or before the number of a law."""


@dataclass(frozen=True, slots=True)
class ComparedTitle:
    """What a comparison came to, and which characters of the draft were the title."""

    match: TitleMatch
    start: int = 0
    end: int = 0
    tells: bool = False
    """Whether so much agrees that no other document is likely to have this title."""


class Words:
    """The words of text[start:end] in one spelling; signs and white space cannot differ."""

    def __init__(self, text: str, start: int = 0, end: int | None = None) -> None:
        row = Spelled(text[start:end])
        kept = [n for n, token in enumerate(row.tokens) if token[0].isalnum()]
        self.text = text
        self.tokens = [row.tokens[n] for n in kept]
        self.starts = [start + row.starts[n] for n in kept]
        self.ends = [start + row.ends[n] for n in kept]

    def breaks_after(self, count: int) -> bool:
        """Whether a sign stands after the first `count` words, or nothing more does."""
        if count >= len(self.tokens):
            return True
        return bool(_BREAK.search(self.text[self.ends[count - 1] : self.starts[count]]))


def bare_title(title: str) -> str:
    """A title without `về`, `về việc` and without the part of the law that is held."""
    whole = _PART.sub("", title.strip())
    unquoted = whole.strip('"“”«» ') if whole[:1] in _MARKS else whole
    return _ABOUT.sub("", unquoted, count=1) if _ABOUT.match(unquoted) else unquoted


def find_stretch(text: str, citation: Citation) -> Stretch | None:
    """Where a draft may give the title of what it cites; None where there is no room for one."""
    return _before_number(text, citation) or _after(text, citation.full_end)


def compare_title(text: str, stretch: Stretch, title: str) -> ComparedTitle:
    """Hold the words of a draft against a title; longer words of the draft may go on after it.

    Of a title that itself cites a document only the words before that are compared, and its key:
    the rest is compared where the draft cites that document.
    """
    own, cited = _parted(title)
    held = Words(own)
    drafted = Words(text, stretch.start, stretch.end)
    if not held.tokens or not drafted.tokens:
        return ComparedTitle(TitleMatch.OTHER)
    match, count = _compare(drafted, held, stretch.bounded and not cited)
    starts_alike = drafted.tokens[:2] == held.tokens[:2]
    if match is TitleMatch.OTHER or not (stretch.announced or starts_alike):
        return ComparedTitle(TitleMatch.OTHER)
    end = drafted.ends[count - 1]
    if not cited:
        return ComparedTitle(match, stretch.start, end, stretch.announced or len(held.tokens) > 2)
    if match is not TitleMatch.SAME:
        return ComparedTitle(match, stretch.start, end)
    return _with_cited(text, Stretch(stretch.start, stretch.end), end, cited)


def _with_cited(text: str, stretch: Stretch, end: int, cited: str) -> ComparedTitle:
    """Go on to the document that the title cites, after the words before it agree."""
    found = next(iter(find_citations(text[end : stretch.end])), None)
    if found is None or text[end : end + found.full_start].strip():
        return ComparedTitle(TitleMatch.SHORTENED, stretch.start, end)
    same = key_of_citation(found) == cited
    match = TitleMatch.SAME if same else TitleMatch.CHANGED
    return ComparedTitle(match, stretch.start, end + found.end, tells=same)


@lru_cache(maxsize=1024)
def _parted(title: str) -> tuple[str, str]:
    """A title's words before the document it cites, and the key of that document."""
    bare = bare_title(title)
    found = next((c for c in find_citations(bare) if c.full_start), None)
    return (bare[: found.full_start], key_of_citation(found)) if found else (bare, "")


class TitleIndex:
    """The documents of a store by the first words of their titles."""

    def __init__(self, abouts: Iterable[Metadata]) -> None:
        self._by_beginning: dict[tuple[str, ...], list[tuple[list[str], Metadata]]] = {}
        for about in abouts:
            tokens = Words(bare_title(about.title)).tokens
            if len(tokens) > FEWEST:
                self._by_beginning.setdefault(tuple(tokens[:FEWEST]), []).append((tokens, about))

    def find(self, text: str, stretch: Stretch) -> tuple[Metadata, ...]:
        """The documents whose whole title a stretch of a draft begins with, the longest titles."""
        drafted = Words(text, stretch.start, stretch.end).tokens
        found = self._by_beginning.get(tuple(drafted[:FEWEST]), [])
        same = [(len(title), about) for title, about in found if drafted[: len(title)] == title]
        longest = max((length for length, _ in same), default=0)
        return tuple(about for length, about in same if length == longest)


def _compare(drafted: Words, held: Words, bounded: bool) -> tuple[TitleMatch, int]:
    """How the two stand to each other, and how many words of the draft are the title."""
    ours, theirs = drafted.tokens, held.tokens
    size = len(theirs)
    if ours[:size] == theirs and not (bounded and len(ours) > size):
        return TitleMatch.SAME, size
    agreed = _agreed(ours, theirs)
    window = ours if bounded else ours[: size + FEWEST]
    blocks = SequenceMatcher(None, window, theirs, autojunk=False).get_matching_blocks()[:-1]
    behind = [block for block in blocks if block.a >= agreed and block.b >= agreed]
    if agreed >= min(FEWEST, size) and not _takes_up_again(behind):
        if _is_shortened(drafted, held, agreed):
            return TitleMatch.SHORTENED, agreed
        return _judge_tail(agreed, size, len(ours), bounded)
    if sum(block.size for block in blocks) < ALIKE * size:
        return TitleMatch.OTHER, 0
    last = blocks[-1]
    rest = size - last.b - last.size
    return TitleMatch.CHANGED, min(len(ours), last.a + last.size + min(rest, TAIL))


def _judge_tail(agreed: int, size: int, drafted: int, bounded: bool) -> tuple[TitleMatch, int]:
    """Where nothing agrees any more: a last word is changed, or the draft goes on by itself."""
    near_end = size - agreed <= TAIL and agreed >= ALIKE * size
    if bounded and agreed >= ALIKE * size:
        return TitleMatch.CHANGED, drafted
    return (TitleMatch.CHANGED, min(drafted, size)) if near_end else (TitleMatch.OTHER, 0)


def _is_shortened(drafted: Words, held: Words, agreed: int) -> bool:
    """The draft stops, or puts a sign where the title has none."""
    if agreed >= len(held.tokens):
        return False
    return drafted.breaks_after(agreed) and (
        agreed >= len(drafted.tokens) or not held.breaks_after(agreed)
    )


def _takes_up_again(blocks: Sequence[tuple[int, int, int]]) -> bool:
    """Whether the title goes on after a word that differs; a lone short word is chance."""
    return any(size >= 2 for _, _, size in blocks) or len(blocks) >= 2


def _agreed(ours: Sequence[str], theirs: Sequence[str]) -> int:
    count = 0
    for one, other in zip(ours, theirs, strict=False):
        if one != other:
            break
        count += 1
    return count


def _before_number(text: str, citation: Citation) -> Stretch | None:
    """The name in "Luật Đất đai số 31/2024/QH15"."""
    if fold(citation.type) not in NAMED or not citation.symbol:
        return None
    after_type = citation.start + len(citation.type)
    number = re.compile(rf"(?<!\w)0*{re.escape(citation.number.lstrip('0'))}\s?/")
    found = number.search(text, after_type, citation.end)
    end = found.start() if found else after_type
    name = _BEFORE_NUMBER.sub("", text[after_type:end])
    return Stretch(after_type, after_type + len(name), True, True) if name.strip() else None


def _after(text: str, start: int) -> Stretch | None:
    lead = _LEAD.match(text, start)
    assert lead is not None  # every part of it may be empty
    opened = lead["inner"] or lead["outer"]
    at = lead.end()
    limit = min(len(text), at + LONGEST)
    if opened and (close := text.find(_MARKS[opened], at, limit)) >= 0:
        inner = _ABOUT.match(text, at, close)
        return Stretch(inner.end() if inner else at, close, True, True)
    found = _SENTENCE_END.search(text, at, limit)
    end = found.start() if found else limit
    return Stretch(at, end, bool(opened or lead["about"])) if end > at else None


def is_part(about: Metadata) -> bool:
    """Whether the store holds one part of a long law under this title."""
    return bool(_PART.search(about.title))
