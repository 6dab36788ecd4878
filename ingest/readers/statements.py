"""`statements` of a front matter become Statements; what is wrong is named with what is allowed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date as Date
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar

from ..citations import canonical, parse_symbol, read_reference
from ..document import Citation, Confidence, Relation, Statement
from ..errors import UnreadableFile

OF_TARGET = ("loai", "so_ky_hieu", "ngay", "ten", "tai")
_PLACE = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")  # trich_yeu, dieu-2.khoan-4
_Kind = TypeVar("_Kind", bound=StrEnum)


def take_statements(value: Any) -> tuple[Statement, ...]:
    """Check the list under `statements`; raises UnreadableFile naming the entry and the key."""
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise UnreadableFile(
            "Mục `statements` ở phần đầu tệp phải là một danh sách, mỗi phần tử gồm các dòng "
            "`mục: giá trị`."
        )
    return tuple(_statement(number, item) for number, item in enumerate(value, start=1))


def take_confidence(value: Any) -> dict[str, Confidence]:
    """Check the table under `confidence`; raises UnreadableFile naming the key."""
    if not isinstance(value, dict):
        raise UnreadableFile(
            "Mục `confidence` ở phần đầu tệp phải là các dòng `mục: giá trị` lùi vào trong."
        )
    for key in value:
        if not isinstance(key, str) or not _PLACE.fullmatch(key):
            raise UnreadableFile(
                f"Mục `confidence` có dòng lạ `{key}`; hãy ghi tên một mục ở phần đầu tệp "
                "(ngay, trich_yeu…) hoặc địa chỉ một đơn vị, ví dụ dieu-9 hay dieu-2.khoan-4."
            )
    return {key: _one_of(Confidence, word, f"confidence: {key}") for key, word in value.items()}


def _statement(number: int, said: Mapping[Any, Any]) -> Statement:
    place = f"statements, quan hệ thứ {number}"
    _refuse_unknown(said, tuple(_KEYS), place)
    for key in ("quan_he", "van_ban", "can_cu", "muc_tin_cay", "kiem_tra"):
        if said.get(key) is None:
            raise UnreadableFile(f"Thiếu mục `{key}` ở {place}; xem corpus/README.md.")
    taken = {
        _KEYS[key][0]: _KEYS[key][1](value, f"{place}: {key}")
        for key, value in said.items()
        if value is not None
    }
    return Statement(**taken)


def _target(value: Any, place: str) -> Citation:
    if not isinstance(value, dict):
        raise _wrong(place, "các mục loai, so_ky_hieu, ngay, hoặc ten")
    _refuse_unknown(value, OF_TARGET, place)
    words = {
        key: _words(value[key], f"{place}, {key}")
        for key in ("loai", "so_ky_hieu", "ten", "tai")
        if value.get(key) is not None
    }
    symbol = canonical(words.get("so_ky_hieu", ""))
    parsed = parse_symbol(symbol)
    if symbol and not parsed:
        raise _wrong(f"{place}, so_ky_hieu", "một số ký hiệu, ví dụ 37-QĐ/TW hay 30/2020/NĐ-CP")
    if not symbol and "ten" not in words:
        raise UnreadableFile(f"Ở {place} cần `so_ky_hieu`; văn bản không có số thì cần `ten`.")
    text = f"{words.get('loai', '')} {symbol}".strip() if symbol else words["ten"]
    named = None if symbol else read_reference(text)
    target = named if named and named.start == 0 else Citation(text, 0, len(text))
    return replace(
        target,
        text=text,
        end=len(text),
        full_end=len(text),
        type=words.get("loai", target.type),
        number=parsed.number if parsed else target.number,
        symbol=symbol,
        date=_day(value["ngay"], f"{place}, ngay") if value.get("ngay") is not None else None,
        units=((words["tai"],),) if "tai" in words else (),
        name="" if symbol or target.number or target.plenum else text,
    )


def _refuse_unknown(entries: Mapping[Any, Any], known: tuple[str, ...], place: str) -> None:
    for key in entries:
        if key not in known:
            raise UnreadableFile(
                f"Có mục lạ `{key}` ở {place}. Các mục được dùng: {', '.join(known)}."
            )


def _words(value: Any, place: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _wrong(place, "một chuỗi chữ; nếu là số, hãy đặt trong dấu nháy kép")
    return " ".join(value.split())


def _day(value: Any, place: str) -> Date:
    if not isinstance(value, Date) or isinstance(value, datetime):
        raise _wrong(place, "một ngày viết dạng năm-tháng-ngày, ví dụ 2021-10-25")
    return value


def _sources(value: Any, place: str) -> tuple[str, ...]:
    listed = [value] if isinstance(value, str) else value
    if not isinstance(listed, list) or not listed:
        raise _wrong(place, "chứng cứ, mỗi nơi một dòng bắt đầu bằng gạch nối")
    return tuple(_words(item, place) for item in listed)


def _one_of(kind: type[_Kind], value: Any, place: str) -> _Kind:
    try:
        return kind(value)
    except ValueError:
        raise _wrong(place, "một trong các giá trị: " + "; ".join(kind)) from None


def _relation(value: Any, place: str) -> Relation:
    return _one_of(Relation, value, place)


def _confidence(value: Any, place: str) -> Confidence:
    return _one_of(Confidence, value, place)


def _wrong(place: str, allowed: str) -> UnreadableFile:
    return UnreadableFile(f"Mục `{place}` ở phần đầu tệp phải là {allowed}.")


_KEYS: dict[str, tuple[str, Callable[[Any, str], Any]]] = {
    "quan_he": ("relation", _relation),
    "van_ban": ("target", _target),
    "tai": ("at", _words),
    "tu_ngay": ("since", _day),
    "can_cu": ("evidence", _sources),
    "muc_tin_cay": ("confidence", _confidence),
    "kiem_tra": ("checked", _day),
}
