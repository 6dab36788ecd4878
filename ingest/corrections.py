"""What a person says against the reading of a file: kept apart from it, and put in its place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from .document import Metadata
from .errors import WrongCorrection
from .readers import make_id
from .readers.front_matter import FIRST_YEAR

Correction = tuple[str, str]
"""A field of Metadata and what it holds, as typed; an empty string says that the file says none."""
BY_A_PERSON = "người sửa"
"""Stands among the doubts of a document for each field that a person corrected."""

LONGEST = {
    "number": 60,
    "title": 2_000,
    "recipients": 5_000,
}  # letters; real ones reach 700 and 2,400
LONGEST_OF_OTHERS = 200
SHOWN = 40  # letters of what is too long
DAY = re.compile(
    r"(?:ngày )?(?P<d>\d{1,2}) ?(?:[/.-]|tháng) ?(?P<m>\d{1,2}) ?(?:[/.-]|năm) ?(?P<y>\d{4})"
    r"|(?P<Y>\d{4})-(?P<M>\d{1,2})-(?P<D>\d{1,2})",
    re.IGNORECASE,
)
BEFORE_NUMBER = re.compile(r"\D{0,40}?\bsố(?: ký hiệu)? ?:? ?(?=\w)", re.IGNORECASE)  # Luật số:
NUMBER = re.compile(r"(?=\D*\d)[\w/.:()&+–-]+")  # 42/SL/1950 and QCVN01:2021/BXD are some


def _as_day(words: str) -> date | None:
    words = _as_words(words)
    if not words:
        return None
    found = DAY.fullmatch(words)
    try:
        year, month, day = found.group(*("ymd" if found["y"] else "YMD")) if found else ("", "", "")
        read = date(int(year), int(month), int(day))
    except ValueError:
        raise WrongCorrection(
            f"Không hiểu ngày «{words}»; hãy ghi như 28/02/2022 hoặc 2022-02-28."
        ) from None
    if not FIRST_YEAR <= read.year <= date.today().year + 1:
        raise WrongCorrection(
            f"Năm {year} không thể là năm ban hành; hãy ghi một ngày từ năm {FIRST_YEAR} "
            "đến sang năm."
        )
    return read


def _as_number(words: str) -> str:
    words = _as_words(words)
    before = BEFORE_NUMBER.match(words)
    number = "".join(words[before.end() if before else 0 :].split())
    if number and (DAY.fullmatch(number) or not NUMBER.fullmatch(number)):
        raise WrongCorrection(
            f"«{words}» không phải một số ký hiệu; hãy ghi như 30/2020/NĐ-CP hoặc "
            "37-QĐ/TW, để trống nếu văn bản không có số."
        )
    return number


def _as_words(words: str) -> str:
    return " ".join(words.split())


def _as_lines(words: str) -> tuple[str, ...]:
    return tuple(filter(None, map(_as_words, words.split("\n"))))


CORRECTABLE: dict[str, Callable[[str], Any]] = {
    "type": _as_words,
    "number": _as_number,
    "date": _as_day,
    "title": _as_words,
    "issuer": _as_words,
    "parent": _as_words,
    "place": _as_words,
    "signer": _as_words,
    "capacity": _as_words,
    "recipients": _as_lines,
}
"""The fields a person can correct, and how what is typed is read."""


def correct(about: Metadata, corrections: Sequence[Correction]) -> Metadata:
    """Return the metadata as corrected, under the id that follows from it.

    Raises WrongCorrection for an unknown field, and for what a field cannot hold.
    """
    values = {field: _read(field, words) for field, words in corrections}
    if not values:
        return about
    doubts = tuple((field, word) for field, word in about.doubts if field not in values)
    said = tuple((field, BY_A_PERSON) for field in values)
    changed = replace(about, **values, doubts=doubts + said)
    if about.number and not changed.number:  # its id was made of that number: now of its name
        changed = replace(changed, id=f"{changed.type} {changed.title}")
    elif make_id(changed) == make_id(about):
        return changed  # an id that the file states stays
    return replace(changed, id=make_id(changed))


def typed(about: Metadata, field: str) -> str:
    """A field as a person would type it: `28/02/2022`, an entry of several a line."""
    value = getattr(about, field)
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return "\n".join(value) if isinstance(value, tuple) else str(value or "")


def _read(field: str, words: str) -> Any:
    if field not in CORRECTABLE:
        raise WrongCorrection(f"Không có trường «{field}» để sửa.")
    words = unicodedata.normalize("NFC", words)
    words = "".join(sign for sign in words if sign.isprintable() or sign.isspace())
    longest = LONGEST.get(field, LONGEST_OF_OTHERS)
    if len(words) > longest:
        raise WrongCorrection(
            f"«{words[:SHOWN]} …» dài {len(words)} chữ, quá mức {longest} chữ của trường này; "
            "hãy rút ngắn."
        )
    return CORRECTABLE[field](words)
