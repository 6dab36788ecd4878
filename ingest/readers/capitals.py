"""Titles printed in capitals are set back into ordinary letters."""

from __future__ import annotations

import re

PROPER_NAMES = (
    "Việt Nam", "Hồ Chí Minh", "Hà Nội", "Nhà nước", "Quốc hội", "Chính phủ", "Đảng", "Trung ương",
    "Bộ Chính trị", "Ban Bí thư", "Ban Chấp hành", "Ban Thường vụ", "Thủ tướng", "Chủ tịch nước",
    "Mặt trận Tổ quốc", "Tổ quốc", "Ủy ban nhân dân", "Hội đồng nhân dân", "Công an", "Hiến pháp",
    "Tổng Bí thư", "Quân đội nhân dân",
)  # fmt: skip
"""Names that keep their capitals inside a title; others cannot be told from words in capitals."""

_NAMES = {name.lower(): name for name in PROPER_NAMES}
_ANY_NAME = re.compile(
    r"\b(?:" + "|".join(sorted(map(re.escape, _NAMES), key=len, reverse=True)) + r")\b"
)
_ROMAN = re.compile(r"(?<=khóa )[ivxlc]+\b|(?<=khoá )[ivxlc]+\b|(?<=lần thứ )[ivxlc]+\b")  # XIII


def sentence_case(words: str, text: str = "") -> str:
    """Return words in capitals as a sentence: `ĐẤT ĐAI` is `Đất đai`; others stay as they are.

    Where `text` writes the same words in ordinary letters, its spelling is taken.
    """
    if not words.isupper():
        return words
    lowered = words.lower()
    for found in re.finditer(re.escape(lowered), text.lower()):
        spelled = text[found.start() : found.end()]
        # Lower case may have another length than its capital; then the places do not fit.
        if spelled.lower() == lowered and not spelled.isupper():
            return spelled[:1].upper() + spelled[1:]
    lowered = _ANY_NAME.sub(lambda name: _NAMES[name[0]], _restore_places(lowered, text))
    lowered = _ROMAN.sub(lambda numeral: numeral[0].upper(), lowered)
    return lowered[:1].upper() + lowered[1:]


def _restore_places(lowered: str, text: str) -> str:
    """Give two neighbouring words their capitals where the text writes both so: `Gia Lai`."""
    words = lowered.split(" ")
    for at in range(len(words) - 1):
        pair = f"{words[at][:1].upper()}{words[at][1:]} {words[at + 1].capitalize()}"
        if re.search(rf"\b{re.escape(pair.rstrip(',;.'))}\b", text):
            words[at : at + 2] = pair.split(" ")
    return " ".join(words)
