"""Numbers as people say them to a telephone: `điều chín`, `quy định ba mươi bảy`."""

from __future__ import annotations

import re

DIGITS = {
    **{"một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5},
    **{"nhăm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9},
}
ZEROS = ("không", "linh", "lẻ")
YEARS = re.compile(r"(?<!linh )(?<!lẻ )năm$", re.IGNORECASE)
"""`quy định hai năm`, `kế hoạch năm`: behind a type it counts years; 35 is `ba mươi lăm`."""
TEN, TENS, HUNDREDS = "mười", "mươi", "trăm"
_WORD = rf"(?:{'|'.join((*DIGITS, *ZEROS, TEN, TENS, HUNDREDS))})(?!\w)"
_WORDS = rf"{_WORD}(?: {_WORD}){{0,5}}"
_TYPES = (
    r"(?:quy định|quyết định|nghị quyết|nghị định|kết luận|chỉ thị|hướng dẫn|kế hoạch|thông báo|"
    r"qđ|nq|nđ|kl|ct|hd)"
)
_GOES_ON = (
    rf"(?= ?(?:$|[,;.?]|(?:của|và|khoản|điểm|điều|chương|trung ương|tw|năm \d) ?|{_TYPES}(?!\w)))"
)
_PLACE = re.compile(
    rf"(?<!\w)(?P<before>(?:điều|khoản|chương) )(?P<number>{_WORDS}){_GOES_ON}", re.IGNORECASE
)
# of a document only what is no count: "quy định hai mươi bảy biểu hiện" cites nothing
_DOCUMENT = re.compile(
    rf"(?<!\w)(?P<before>{_TYPES} (?:số )?)(?P<number>{_WORDS}){_GOES_ON}", re.IGNORECASE
)


def with_numbers_in_digits(query: str) -> str:
    """A query whose places and documents have their numbers in digits.

    Only words with their diacritics count, and only where a place, a document or nothing follows.
    """
    for pattern in (_DOCUMENT, _PLACE):
        query = pattern.sub(_in_digits, query)
    return query


def number_of(words: str) -> int:
    """The number that words say, `chín`, `hai mươi tư` or `hai chín bốn`; 0 where they say none."""
    said = words.lower().split()
    if all(word in DIGITS for word in said):  # one by one: 294 as «hai chín bốn»
        return int("".join(str(DIGITS[word]) for word in said))
    hundreds, rest = 0, said
    if HUNDREDS in said:
        at = said.index(HUNDREDS)
        if at != 1 or said[0] not in DIGITS:
            return 0
        hundreds, rest = DIGITS[said[0]], said[2:]
        if rest and rest[0] in ZEROS:
            rest = rest[1:]
        elif len(rest) == 1:  # «hai trăm ba» may be 203 or 230
            return 0
    below = _below_a_hundred(rest)
    return 0 if below is None else 100 * hundreds + below


def _below_a_hundred(said: list[str]) -> int | None:
    match said:
        case []:
            return 0
        case [one] if one in DIGITS:
            return DIGITS[one]
        case [ten] if ten == TEN:
            return 10
        case [ten, one] if ten == TEN and one in DIGITS:
            return 10 + DIGITS[one]
        case [tens, ten] if ten == TENS and tens in DIGITS:
            return 10 * DIGITS[tens]
        case [tens, ten, one] if ten == TENS and tens in DIGITS and one in DIGITS:
            return 10 * DIGITS[tens] + DIGITS[one]
    return None


def _in_digits(found: re.Match[str]) -> str:
    number = number_of(found["number"])
    if found.re is _DOCUMENT and YEARS.search(found["number"]):
        return found[0]
    return f"{found['before']}{number}" if number else found[0]
