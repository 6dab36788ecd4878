"""What was meant by what was typed: the likeliest row of syllables, by a lattice of candidates."""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from ingest import fold, spell

from .language import Language
from .telex import from_telex, from_vni

# Nats that a change costs beside the language's own surprise. Chosen on the even-numbered
# questions of tests/labelled and the kept-back questions of train/, bare and with one slip each.
LEFT_OUT = 0.0  # diacritics where the whole query has none
LEFT_OUT_ONCE = 6.0  # diacritics of one word among words that have theirs
OTHER_TONE = 7.0  # another tone or shape than a word that is not in use
OTHER_WORD = 8.0  # another tone or shape than a word in use
HOOK_OR_TILDE = 4.0  # `kỹ luật`: hỏi and ngã are one tone to two thirds of the country
KEYSTROKES = 0.5  # Telex or VNI left as typed
ONE_LETTER = 6.0  # one letter too few, too many, other, or two swapped, in what is no syllable
OTHER_LETTER = 10.0  # the same in what is one
SOUNDS_ALIKE = 9.0  # a beginning or an end that many speak alike, in a word in use: `dám sát`
SOUNDED_OUT = 8.0  # the same in a word that is not: `chách nhiệm`
OTHER_I = 2.0  # `kỉ luật`, `quản lí`: i and y at the end of a syllable are one vowel
NO_SYLLABLE = 14.0  # leaving what is no Vietnamese syllable as it is
OTHER_MARKS = 1.5  # diacritics that were not typed, in a word with other letters
SHORTEST = 3  # letters of a word from which single letters are doubted
FEWEST = 30  # sightings that make a word a candidate for another's slip, and no slip itself
MOST = 24  # candidates of one word
LONGEST_SYLLABLE = 7  # letters: nghiêng
MOST_JOINED = 40  # letters of the longest row of syllables that is read out of one word

ALIKE = (("gi", "d"), ("gi", "r"), ("d", "r"), ("s", "x"), ("tr", "ch"), ("l", "n"))
"""Beginnings of syllables that are confused in writing because they are spoken alike somewhere."""
ENDING_ALIKE = (("n", "ng"), ("n", "nh"), ("t", "c"), ("t", "ch"))
"""Ends of syllables, likewise: `đản viên`, `tài sảng`."""
HOOKS_AND_TILDES = str.maketrans("\u0309\u0303", "\u0303\u0309")

OPEN = re.compile(r"(?:h|k|l|m|qu|s|t)[iyíìỉĩịýỳỷỹỵ]")
"""Syllables that end in i or y as the writer likes."""
I_OR_Y = str.maketrans("iíìỉĩịyýỳỷỹỵ", "yýỳỷỹỵiíìỉĩị")
USUAL_I = dict(zip("iíìỉĩị", "yýỳỷỹỵ", strict=True))

Candidate = tuple[str, float]


def with_usual_i(word: str) -> str:
    """A syllable with y where i and y are one vowel: `kỷ` for `kỉ`, `qui` as `quy`."""
    is_either = OPEN.fullmatch(word) and word[-1] in USUAL_I
    return word[:-1] + USUAL_I[word[-1]] if is_either else word


def likeliest(words: Sequence[str], language: Language, *, bare: bool) -> list[str]:
    """The likeliest reading of each word, in the language's spelling; the word where none fits.

    `bare` says that the whole query was typed without diacritics.
    """
    choices = [_candidates(n, words, language, bare=bare) for n in range(len(words))]
    return _read_back(_paths(choices, language))


def taken_apart(word: str, language: Language) -> str:
    """The syllables that were typed as one word, `kiểm tra` of `kiểmtra`; empty for others.

    Only what is built as no syllable is taken apart, into the likeliest row of usual neighbours.
    """
    typed = spell(word.lower())
    if not typed.isalpha() or len(typed) > MOST_JOINED:
        return ""
    if language.knows(fold(typed)) or language.could_be(typed):
        return ""
    # of each place in the word, and each syllable that may end there, the likeliest row to it
    rows: list[dict[str, tuple[float, tuple[str, ...]]]] = [{} for _ in range(len(typed) + 1)]
    rows[0] = {"": (0.0, ())}
    for end in range(2, len(typed) + 1):
        for start in range(max(0, end - LONGEST_SYLLABLE), end - 1):
            for form in _written(typed[start:end], language) if rows[start] else ():
                best = min(
                    (
                        (cost + language.cost(left, form), (*row, form))
                        for left, (cost, row) in rows[start].items()
                        if not left or language.pairs[left, form] >= FEWEST
                    ),
                    default=None,
                )
                if best and (form not in rows[end] or best < rows[end][form]):
                    rows[end][form] = best
    whole = min(rows[-1].values(), default=None)
    return " ".join(whole[1]) if whole and len(whole[1]) > 1 else ""


def _written(part: str, language: Language) -> Iterable[str]:
    """The syllables a part of a word may be: itself, or any where it has no diacritics."""
    if part == fold(part):
        return (form for form in language.forms.get(part, ()) if language.syllables[form] >= FEWEST)
    return (part,) if language.syllables[part] >= FEWEST else ()


def surprise(words: Sequence[str], language: Language, known: Mapping[int, str]) -> float:
    """What the likeliest reading of a bare row costs where `known` places are read so, in nats."""
    choices = [
        [(known[n], 0.0)] if n in known else _candidates(n, words, language, bare=True)
        for n in range(len(words))
    ]
    return min(cost for cost, _ in _paths(choices, language)[-1].values())


def _paths(
    choices: Sequence[Sequence[Candidate]], language: Language
) -> list[dict[str, tuple[float, str]]]:
    """Of each candidate the cost of the best row that ends there, and what stands left of it."""
    paths: list[dict[str, tuple[float, str]]] = []
    for n, found in enumerate(choices):
        best: dict[str, tuple[float, str]] = {}
        for form, own in found:
            if not n:
                best[form] = (own + language.cost("", form), "")
                continue
            cost, left = min(
                (before + language.cost(left, form), left)
                for left, (before, _) in paths[-1].items()
            )
            if form not in best or own + cost < best[form][0]:
                best[form] = (own + cost, left)
        paths.append(best)
    return paths


def _read_back(paths: list[dict[str, tuple[float, str]]]) -> list[str]:
    if not paths:
        return []
    row = [min(paths[-1], key=lambda form: paths[-1][form][0])]
    for n in range(len(paths) - 1, 0, -1):
        row.append(paths[n][row[-1]][1])
    return row[::-1]


def _candidates(n: int, words: Sequence[str], language: Language, *, bare: bool) -> list[Candidate]:
    typed = spell(words[n])
    plain = fold(typed)
    found: dict[str, float] = {}

    def offer(form: str, cost: float) -> None:
        found[form] = min(cost, found.get(form, cost))

    is_used = typed in language.syllables
    is_syllable = is_used or language.could_be(typed)
    offer(typed, 0.0 if is_syllable or not typed.isalpha() else NO_SYLLABLE)
    if any(letter.isdigit() for letter in typed):
        meant = spell(from_vni(typed))
        if meant == typed:
            return list(found.items())
        row = [*words[:n], meant, *words[n + 1 :]]
        return [*found.items(), *_candidates(n, row, language, bare=bare)]
    meant = spell(from_telex(typed))
    if meant != typed and meant in language.syllables and not (is_used and typed != plain):
        offer(meant, OTHER_WORD if language.knows(plain) else KEYSTROKES)
    if typed == plain:
        other = LEFT_OUT if bare else LEFT_OUT_ONCE
    else:
        other = OTHER_WORD if is_used else OTHER_TONE
    turned_tone = _with_other_hook(typed)
    for form in language.forms.get(plain, ()):
        if form != typed:
            offer(form, HOOK_OR_TILDE if form == turned_tone else other)
    has_marks = typed != plain
    if OPEN.fullmatch(typed):
        turned = typed[:-1] + typed[-1].translate(I_OR_Y)
        for form in (turned, *(language.forms.get(turned, ()) if bare else ())):
            offer(form, OTHER_I)
        if (hooked := _with_other_hook(turned)) in language.syllables:
            offer(hooked, OTHER_I + HOOK_OR_TILDE)
    if has_marks:
        for form in _sounding_alike(typed):
            if language.syllables[form] >= FEWEST:
                offer(form, SOUNDS_ALIKE if is_used else SOUNDED_OUT)
    is_strange = has_marks and _is_strange(n, words, language)
    if len(plain) < SHORTEST or (is_used and has_marks and not is_strange):
        return list(found.items())
    is_word = is_syllable if has_marks else language.knows(plain)
    if not is_word or is_strange or _is_odd(n, words, language):
        near = {form for other in _one_letter_away(plain) for form in language.forms.get(other, ())}
        likely = sorted(near, key=lambda form: -language.syllables[form])
        for form in [form for form in likely if language.syllables[form] >= FEWEST][:MOST]:
            # of two words with other letters, the one with the typed diacritics is likelier
            strange = has_marks and _marks(form) != _marks(typed)
            offer(form, (OTHER_LETTER if is_word else ONE_LETTER) + (OTHER_MARKS if strange else 0))
    if not is_word:
        for form in {spell(from_telex(other)) for other in _two_swapped(typed)}:
            if form in language.syllables:
                offer(form, ONE_LETTER + KEYSTROKES)
    return list(found.items())


def _is_odd(n: int, words: Sequence[str], language: Language) -> bool:
    """Whether no form of a word was ever seen beside a form of either neighbour."""
    if len(fold(words[n])) < SHORTEST:
        return False
    own = language.forms.get(fold(spell(words[n])), ())
    beside = [(m, m < n) for m in (n - 1, n + 1) if 0 <= m < len(words)]
    for m, is_left in beside:
        others = language.forms.get(fold(spell(words[m])), ())
        for form in own:
            for other in others:
                pair = (other, form) if is_left else (form, other)
                if language.pairs[pair]:
                    return False
    return bool(beside)


def _is_strange(n: int, words: Sequence[str], language: Language) -> bool:
    """Whether a word that is seldom seen was never seen beside either neighbour: `vi phạn`."""
    if language.syllables[spell(words[n])] > FEWEST:
        return False
    typed = [spell(word) for word in words[max(0, n - 1) : n + 2]]
    return len(typed) > 1 and not any(language.pairs[pair] for pair in pairwise(typed))


def _with_other_hook(word: str) -> str:
    """A word with hỏi for ngã, or ngã for hỏi."""
    parts = unicodedata.normalize("NFD", word).translate(HOOKS_AND_TILDES)
    return unicodedata.normalize("NFC", parts)


def _marks(form: str) -> tuple[str, ...]:
    return tuple(letter for letter in form if letter not in string.ascii_lowercase)


def _sounding_alike(word: str) -> Iterator[str]:
    for one, other in ALIKE:
        for begun, instead in ((one, other), (other, one)):
            rest = word.removeprefix(begun)
            if rest != word and fold(rest[:1]) in tuple("aeiouy"):
                yield instead + rest
    for one, other in ENDING_ALIKE:
        for ended, instead in ((one, other), (other, one)):
            rest = word.removesuffix(ended)
            if rest != word and fold(rest[-1:]) in tuple("aeiouy"):
                yield rest + instead


def _two_swapped(word: str) -> Iterator[str]:
    """Words with two neighbouring letters swapped: keystrokes come out of order too."""
    for n in range(len(word) - 1):
        yield word[:n] + word[n + 1] + word[n] + word[n + 2 :]


def _one_letter_away(word: str) -> Iterator[str]:
    """Words one slip of the finger away, the word itself among them."""
    yield from _two_swapped(word)
    for n in range(len(word) + 1):
        left, right = word[:n], word[n:]
        if right:
            yield left + right[1:]
        for letter in string.ascii_lowercase:
            if right:
                yield left + letter + right[1:]
            yield left + letter + right
