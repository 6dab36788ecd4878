"""Which letter each code stands for, built from the definitions of the two codes.

TCVN3 is the one-byte code VN3 of the standard TCVN 5712:1993, used by the .Vn fonts of the ABC
family. VNI writes a letter and its mark as two signs of Windows-1252, as the VNI- fonts draw them.
"""

from __future__ import annotations

import unicodedata

# The letters of TCVN 5712 from 0xB5 on, each with its five tones in the order of the standard.
_TCVN3_LOWER = {
    "¨": "ă", "©": "â", "ª": "ê", "«": "ô", "¬": "ơ", "\xad": "ư", "®": "đ",
    "µ": "à", "¶": "ả", "·": "ã", "¸": "á", "¹": "ạ",
    "»": "ằ", "¼": "ẳ", "½": "ẵ", "¾": "ắ", "Æ": "ặ",
    "Ç": "ầ", "È": "ẩ", "É": "ẫ", "Ê": "ấ", "Ë": "ậ",
    "Ì": "è", "Î": "ẻ", "Ï": "ẽ", "Ð": "é", "Ñ": "ẹ",
    "Ò": "ề", "Ó": "ể", "Ô": "ễ", "Õ": "ế", "Ö": "ệ",
    "×": "ì", "Ø": "ỉ", "Ü": "ĩ", "Ý": "í", "Þ": "ị",
    "ß": "ò", "á": "ỏ", "â": "õ", "ã": "ó", "ä": "ọ",
    "å": "ồ", "æ": "ổ", "ç": "ỗ", "è": "ố", "é": "ộ",
    "ê": "ờ", "ë": "ở", "ì": "ỡ", "í": "ớ", "î": "ợ",
    "ï": "ù", "ñ": "ủ", "ò": "ũ", "ó": "ú", "ô": "ụ",
    "õ": "ừ", "ö": "ử", "÷": "ữ", "ø": "ứ", "ù": "ự",
    "ú": "ỳ", "û": "ỷ", "ü": "ỹ", "ý": "ý", "þ": "ỵ",
}  # fmt: skip
_TCVN3_UPPER = {"¡": "Ă", "¢": "Â", "£": "Ê", "¤": "Ô", "¥": "Ơ", "¦": "Ư", "§": "Đ"}
# Capitals with a tone have no place of their own: the tone follows as a sign (0xB0 to 0xB4).
_TCVN3_TONES = {"°": "\u0300", "±": "\u0309", "²": "\u0303", "³": "\u0301", "´": "\u0323"}

TCVN3 = _TCVN3_LOWER | _TCVN3_UPPER | _TCVN3_TONES
"""One sign for one letter; the five tone signs join the letter before them."""

_GRAVE, _ACUTE, _HOOK, _TILDE, _DOT = "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"
_BREVE, _CIRCUMFLEX = "\u0306", "\u0302"
_TONES = {"ø": _GRAVE, "ù": _ACUTE, "û": _HOOK, "õ": _TILDE, "ï": _DOT}
_WITH_BREVE = {"ê": "", "è": _GRAVE, "é": _ACUTE, "ú": _HOOK, "ü": _TILDE, "ë": _DOT}
_WITH_CIRCUMFLEX = {"â": "", "à": _GRAVE, "á": _ACUTE, "å": _HOOK, "ã": _TILDE, "ä": _DOT}
_ALONE = {
    "ô": "ơ", "ö": "ư", "ñ": "đ", "î": "ỵ",
    "ì": "ì", "í": "í", "æ": "ỉ", "ó": "ĩ", "ò": "ị",
}  # fmt: skip


def _pairs() -> dict[str, str]:
    """Every letter and mark of VNI in small letters."""
    pairs = {}
    for base in "aeouyôö":
        for sign, tone in _TONES.items():
            pairs[base + sign] = _ALONE.get(base, base) + tone
    for sign, tone in _WITH_BREVE.items():
        pairs["a" + sign] = "a" + _BREVE + tone
    for base in "aeo":
        for sign, tone in _WITH_CIRCUMFLEX.items():
            pairs[base + sign] = base + _CIRCUMFLEX + tone
    return {pair: unicodedata.normalize("NFC", letter) for pair, letter in pairs.items()}


def _in_both_cases(small: dict[str, str]) -> dict[str, str]:
    """The same signs for capitals; a capital's mark may be written small too."""
    capitals = {signs.upper(): letter.upper() for signs, letter in small.items()}
    mixed = {s[0].upper() + s[1:]: letter.upper() for s, letter in small.items() if len(s) == 2}
    return small | mixed | capitals


VNI = _in_both_cases(_pairs() | _ALONE)
"""One or two signs for one letter; where two fit, they are one letter."""
