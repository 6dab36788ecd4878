"""YAML front matter at the head of a Markdown file becomes Metadata."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date as Date
from datetime import datetime
from typing import Any

from ..citations import parse_symbol
from ..document import Confidence, Edition, Metadata, Statement
from ..errors import UnreadableFile
from .identity import make_id, slug
from .statements import take_confidence, take_statements

FENCE = "---"
DOUBTED = {
    "so_ky_hieu": "number",
    "trich_yeu": "title",
    "co_quan": "issuer",
    "nguoi_ky": "signer",
    "ngay": "date",
}
"""Keys of `confidence` that speak of metadata; the others name units of the text."""
FIRST_YEAR = 1930  # the Party's founding: no document of ours is older
NEARLY_FENCE = re.compile(r"(?:--|-{4,})\s*")
LONGEST = 64 * 1024  # letters; a front matter names one document, it holds no text


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the head of a file says: the document, and what it says of others."""

    about: Metadata
    statements: tuple[Statement, ...] = ()
    confidence: Mapping[str, Confidence] = field(default_factory=dict)


def split_front_matter(source: str) -> tuple[str | None, str]:
    """Split a file into the YAML between two `---` lines, or None, and the rest.

    Raises UnreadableFile when the second `---` is missing.
    """
    lines = source.split("\n")
    if NEARLY_FENCE.fullmatch(lines[0]):
        raise UnreadableFile("Dòng đầu tệp phải là đúng ba dấu gạch `---`; hãy sửa lại dòng ấy.")
    if lines[0].rstrip() != FENCE:
        return None, source
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == FENCE:
            return "\n".join(lines[1:number]), "\n".join(lines[number + 1 :]).strip("\n")
    raise UnreadableFile(
        "Phần đầu tệp mở bằng dòng `---` (dòng 1) nhưng không có dòng `---` đóng lại. "
        "Hãy thêm một dòng `---` sau mục cuối cùng của phần đầu."
    )


def read_front_matter(source: str, name: str) -> FrontMatter:
    """Read the YAML of a front matter; `name` serves as id when it says too little.

    Raises UnreadableFile naming the line or the key that is wrong and what is allowed there.
    """
    entries = _parse(source)
    for key in entries:
        if key not in KEYS:
            raise UnreadableFile(
                f"Phần đầu tệp có mục lạ `{key}`. Các mục được dùng: {', '.join(KEYS)}."
            )
    values = {
        key: KEYS[key].take(key, value) for key, value in entries.items() if value is not None
    }
    about = Metadata(
        id=values.get("id", name),
        **{row.field: values[key] for key, row in KEYS.items() if row.field and key in values},
    )
    if "id" not in values:
        about = replace(about, id=make_id(about))
    confidence = values.get("confidence", {})
    doubts = tuple(
        (DOUBTED[key], str(word))
        for key, word in confidence.items()
        if key in DOUBTED and word is not Confidence.SEEN
    )
    about = replace(about, doubts=doubts)
    return FrontMatter(about, values.get("statements", ()), confidence)


def _parse(source: str) -> dict[str, Any]:
    import yaml

    if len(source) > LONGEST:
        raise UnreadableFile(
            f"Phần đầu tệp dài quá {LONGEST} chữ. Hãy chuyển bớt xuống dưới dòng `---` thứ hai."
        )
    try:
        entries = yaml.safe_load(source)
    except (yaml.YAMLError, ValueError) as error:  # a date such as 2021-13-45 is a ValueError
        raise UnreadableFile(_unparsable(error)) from error
    if entries is None:
        return {}
    if not isinstance(entries, dict):
        raise UnreadableFile(
            "Phần đầu tệp phải gồm các dòng `mục: giá trị`, ví dụ `so_ky_hieu: 37-QĐ/TW`."
        )
    return entries


def _unparsable(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    # The mark counts from 0 inside the YAML; the opening `---` is line 1 of the file.
    place = f" ở dòng {mark.line + 2}" if mark is not None else ""
    return (
        f"Phần đầu tệp viết sai cú pháp YAML{place}. Hãy kiểm tra dấu hai chấm, khoảng trắng đầu "
        'dòng; giá trị có dấu hai chấm phải đặt trong dấu nháy kép "…"; ngày viết dạng 2021-10-25.'
    )


def _take_words(key: str, value: Any) -> str:
    if not isinstance(value, str):
        raise _wrong(key, "một chuỗi chữ; nếu là số, hãy đặt trong dấu nháy kép")
    return " ".join(value.split())


def _take_symbol(key: str, value: Any) -> str:
    words = _take_words(key, value)
    if words and not (words.isdigit() or parse_symbol(words)):
        raise _wrong(key, "một số ký hiệu, ví dụ 37-QĐ/TW, 30/2020/NĐ-CP hay 31/2024/QH15")
    return words


def _take_id(key: str, value: Any) -> str:
    if not isinstance(value, str) or slug(value) != value:
        raise _wrong(key, "chữ thường không dấu, số và gạch nối, ví dụ qd-37-tw-2021")
    return value


def _take_date(key: str, value: Any) -> Date:
    try:
        day = Date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        day = None
    if not isinstance(day, Date) or isinstance(day, datetime):
        raise _wrong(key, "một ngày viết dạng năm-tháng-ngày, ví dụ 2021-10-25")
    if not FIRST_YEAR <= day.year <= Date.today().year + 1:
        raise _wrong(key, f"một ngày từ năm {FIRST_YEAR} đến sang năm; hãy xem lại năm {day.year}")
    return day


def _take_edition(key: str, value: Any) -> Edition:
    try:
        return Edition(value)
    except ValueError:
        raise _wrong(key, "một trong các giá trị: " + ", ".join(Edition)) from None


def _take_list(key: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise _wrong(key, "một danh sách chuỗi chữ, mỗi dòng bắt đầu bằng gạch nối")
    return tuple(" ".join(item.split()) for item in value)


def _take_source(key: str, value: Any) -> str:
    """Join several sources into one string: they are shown, never looked up."""
    return "; ".join(_take_list(key, [value] if isinstance(value, str) else value))


def _take_statements(_key: str, value: Any) -> tuple[Statement, ...]:
    return take_statements(value)


def _take_confidence(_key: str, value: Any) -> Mapping[str, Confidence]:
    return take_confidence(value)


def _wrong(key: str, allowed: str) -> UnreadableFile:
    return UnreadableFile(f"Mục `{key}` ở phần đầu tệp phải là {allowed}.")


@dataclass(frozen=True, slots=True)
class _Key:
    take: Callable[[str, Any], Any]
    field: str = ""
    """The field of Metadata it fills; empty where it needs care of its own."""


KEYS: dict[str, _Key] = {
    "id": _Key(_take_id),
    "so_ky_hieu": _Key(_take_symbol, "number"),
    "loai": _Key(_take_words, "type"),
    "trich_yeu": _Key(_take_words, "title"),
    "co_quan": _Key(_take_words, "issuer"),
    "nguoi_ky": _Key(_take_words, "signer"),
    "ngay": _Key(_take_date, "date"),
    "edition": _Key(_take_edition, "edition"),
    "nguon": _Key(_take_source, "source"),
    "ten_khac": _Key(_take_list, "aliases"),
    "statements": _Key(_take_statements),
    "confidence": _Key(_take_confidence),
}
"""Every key a front matter may have, in the order they are usually written."""
