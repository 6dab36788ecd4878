"""What a person corrected, in words: which field, when, and what the file itself says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import shorten

from index import Corrected
from ingest import BY_A_PERSON

from .facts import time_of

FIELDS = {
    "type": "Loại văn bản",
    "number": "Số ký hiệu",
    "date": "Ngày ban hành",
    "title": "Trích yếu",
    "issuer": "Cơ quan ban hành",
    "parent": "Cơ quan cấp trên",
    "place": "Địa danh",
    "signer": "Người ký",
    "capacity": "Thẩm quyền, chức vụ ký",
    "recipients": "Nơi nhận",
}
"""The fields of metadata that can be read and corrected, as a person calls them."""
LONGEST = 400  # letters shown of what a file says; the file has them all


def corrected_words(one: Corrected) -> str:
    """`người sửa, 18:36, 25/11/2026; tệp ghi «7/2011/NĐ-CP»`."""
    words = f"{BY_A_PERSON}, {time_of(one.made)}"
    if one.as_read is None:
        return words
    said = shorten("; ".join(one.as_read.splitlines()), LONGEST, placeholder=" …")
    return f"{words}; tệp ghi «{said}»" if said else f"{words}; không đọc thấy trong tệp"


def corrected_lines(corrected: Sequence[Corrected]) -> Iterator[str]:
    """A line for each field that was corrected, as a terminal shows them."""
    for one in corrected:
        yield f"{FIELDS[one.field]}: {corrected_words(one)}"
