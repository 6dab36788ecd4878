"""How Vietnamese documents count: Roman numerals, number words, and the letters of points."""

from __future__ import annotations

ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}

POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The Vietnamese alphabet as points use it: đ after d, no f, j, w, z, no ă, â, ê, ô, ơ, ư."""

FOREIGN_LETTERS = {"f": "e", "j": "i", "w": "v", "z": "y"}
"""Letters that only some documents use, with the letter each of them comes after."""

UNITS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
NUMBER_WORDS = (
    {word: value for value, word in enumerate(UNITS, 1)}
    | {"nhất": 1, "nhì": 2, "tư": 4, "bẩy": 7}
    | {f"mười {word}": 10 + value for value, word in enumerate(UNITS[:9], 1)}
    | {"mười lăm": 15, "hai mươi": 20}
)
"""`Phần thứ nhất`, `Chương mười hai`, `Ba là`."""


def roman_value(numeral: str) -> int:
    """Value of `XIV`, or the length of a run like `iiiii`; 0 when it is neither."""
    letters = numeral.upper()
    if not letters or not set(letters) <= ROMAN_VALUES.keys():
        return 0
    if set(letters) == {"I"}:
        return len(letters)
    values = [ROMAN_VALUES[letter] for letter in letters]
    following = [*values[1:], 0]
    total = sum(
        -value if value < after else value for value, after in zip(values, following, strict=True)
    )
    return total if roman_numeral(total) == letters else 0


def roman_numeral(value: int) -> str:
    """`XIV` for 14; empty for 0 and below."""
    steps = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"))
    written = ""
    for step, letters in (*steps, (4, "IV"), (1, "I")):
        while value >= step:
            written, value = written + letters, value - step
    return written


def word_value(words: str) -> int:
    """Value of `nhất`, `mười hai`, in any case; 0 for other words."""
    return NUMBER_WORDS.get(" ".join(words.lower().split()), 0)


def letter_value(letter: str) -> tuple[int, str]:
    """Rank of a point's letter, and for a foreign letter a suffix: `đ` (5, ""), `f` (6, "f")."""
    letter = letter.lower().replace("ð", "đ")
    if letter in FOREIGN_LETTERS:
        return POINT_LETTERS.index(FOREIGN_LETTERS[letter]) + 1, letter
    return POINT_LETTERS.find(letter) + 1, ""


def ordinal_value(numeral: str) -> int:
    """Value of any of the three: `12`, `XII`, `thứ mười hai`; 0 when it is none."""
    numeral = numeral.strip()
    if numeral.isdecimal():
        return int(numeral)
    return roman_value(numeral) or word_value(numeral.lower().removeprefix("thứ "))
