"""Keystrokes of Telex and VNI that were never turned into letters: `ddieefu`, `d9ie62u`."""

from __future__ import annotations

import re
import unicodedata

_TONES = {"f": "\u0300", "s": "\u0301", "x": "\u0303", "r": "\u0309", "j": "\u0323"}
_VNI_TONES = {"2": "\u0300", "1": "\u0301", "4": "\u0303", "3": "\u0309", "5": "\u0323"}
_VNI_SHAPES = {"6": "\u0302", "7": "\u031b", "8": "\u0306"}
_SHAPES = {"aa": "â", "ee": "ê", "oo": "ô", "dd": "đ", "aw": "ă", "ow": "ơ", "uw": "ư"}
_VOWELS = "aeiouyăâêôơư"
_LATER = "(?=[aeiouyăâêôơưbcdghmnptđ]*$)"
_VNI = re.compile(r"[a-z]+[1-9][a-z1-9]*")
_VNI_INSIDE = re.compile(r"[a-z]+[1-9]{1,2}(?:[a-z]+[1-9]{0,2})+|[a-z]+(?:[678][1-5]|[1-5][678])")
_VNI_AT_END = re.compile(r"[a-z]{2,}[1-9]")
UNITS = frozenset(
    (
        *("dieu", "khoan", "diem", "muc", "tiet", "chuong", "phan", "phu", "bieu", "mau", "bang"),
        *("so", "ngay", "thang", "nam", "quy", "tuan", "lan", "khoa", "ky", "trang", "dong", "cot"),
        *("xa", "huyen", "tinh", "phuong", "doi", "ban", "bo", "thu", "chi", "can", "tu", "hu"),
        *("nhom", "loai", "cap", "bac", "hang", "lop", "buoc", "vung", "khu", "to", "thon", "tw"),
    )
)
"""Words that are numbered; a digit behind them is their number."""


def from_telex(typed: str) -> str:
    """The word that keystrokes mean, in small letters; what is typed where they mean none."""
    word = typed.lower()
    tone = re.search(rf"(?<=[{_VOWELS}bcdghmnptw])[fsxrj]{_LATER}", word)
    mark = ""
    if tone and any(letter in _VOWELS for letter in word[: tone.start()]):
        mark = _TONES[tone.group()]
        word = word[: tone.start()] + word[tone.end() :]
    word = word.replace("uow", "uwow").replace("uwoww", "uwow")
    for keys, letter in _SHAPES.items():
        word = word.replace(keys, letter)
    # a shape key may come after the letters between: `dangd`, `dieeun`, `vieen`, `tongo`
    for key, plain, letter in (("d", "d", "đ"), ("a", "a", "â"), ("e", "e", "ê"), ("o", "o", "ô")):
        word = re.sub(rf"^([^{key}]*){plain}([^{key}]+){key}$", rf"\g<1>{letter}\g<2>", word)
    word = re.sub(r"^(.*)uo(\w*)w$", r"\1ươ\2", word)
    word = re.sub(r"^(.*)([auo])(\w*)w$", lambda m: m[1] + "ăươ"["auo".index(m[2])] + m[3], word)
    return _with_tone(word, mark)


def struck_words(query: str) -> set[str]:
    """The words of a query that are VNI as it was struck, so that their digits are no number.

    A digit inside letters is a keystroke; one behind them where two words of the query have one
    inside, or one at least has and none of the others is a unit's.
    """
    words = query.split()
    inside = {word for word in words if _VNI_INSIDE.fullmatch(word)}
    at_end = {word for word in words if _VNI_AT_END.fullmatch(word)}
    has_units = UNITS & {word[:-1] for word in at_end}
    is_vni = len(inside) > 1 or (len(inside) + len(at_end) > 1 and not has_units)
    return inside | at_end if is_vni else inside


def from_vni(typed: str) -> str:
    """The word that letters and digits mean in VNI; what is typed where they mean none."""
    word = typed.lower()
    if not _VNI.fullmatch(word) or not set(word) & set(_VOWELS):
        return word
    letters: list[str] = []
    tone = ""
    for key in word:
        if key in _VNI_TONES:
            tone = _VNI_TONES[key]
        elif key == "9" and "d" in letters:
            letters = ["đ" if letter == "d" else letter for letter in letters]
        elif key in _VNI_SHAPES and _shape(letters, _VNI_SHAPES[key]):
            continue
        elif key.isdigit():  # it turns no letter into another: a number
            return typed.lower()
        else:
            letters.append(key)
    return _with_tone("".join(letters), tone)


def _shape(letters: list[str], mark: str) -> bool:
    """Give the last vowel that can carry it a hat, a horn or a bow; `uo` takes the horn twice.

    Returns whether there is such a vowel.
    """
    carriers = {"\u0302": "aeo", "\u031b": "ou", "\u0306": "a"}[mark]
    for n in range(len(letters) - 1, -1, -1):
        if letters[n] in carriers:
            letters[n] = unicodedata.normalize("NFC", letters[n] + mark)
            if mark == "\u031b" and letters[n] == "ơ" and n and letters[n - 1] == "u":
                letters[n - 1] = "ư"
            return True
    return False


def _with_tone(word: str, mark: str) -> str:
    """The word with a tone on the vowel that carries it."""
    if not mark:
        return word
    places = [n for n, letter in enumerate(word) if letter in _VOWELS]
    if len(places) > 1 and word[:2] in ("qu", "gi"):
        places = places[1:]
    if not places:
        return word
    shaped = [n for n in places if word[n] in "ăâêôơư"]
    if shaped:
        at = shaped[-1]
    elif len(places) == 1:
        at = places[0]
    else:  # before a closing consonant the second vowel carries it
        at = places[1] if places[-1] < len(word) - 1 or len(places) == 3 else places[0]
    return unicodedata.normalize("NFC", word[: at + 1] + mark + word[at + 1 :])
