"""The id of a document: an ASCII slug made of what identifies it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from ..document import Metadata

LONGEST = 80
NAMELESS = "van-ban"
ANNEX = "Phụ lục"  # printed apart, it bears the number of the document it belongs to

PARTY = re.compile(r"(?P<no>\d+[a-zđ]?)-(?P<kind>[^\W\d_]+)/(?P<body>.+)")  # 37-QĐ/TW
NORMATIVE = re.compile(r"(?P<no>\d+)/(?P<year>\d{4})/(?P<kind>[^\W\d_]+)-(?P<body>.+)")
ASSEMBLY = re.compile(r"(?P<no>\d+)/(?P<year>\d{4})/(?P<body>(?:QH|UBTVQH)\d+)")  # 31/2024/QH15
ADMINISTRATIVE = re.compile(r"(?P<no>\d+)/(?P<kind>[^\W\d_]+)-(?P<body>.+)")  # 1351/QĐ-UBND

# Each shape of số ký hiệu with the parts of its id; those without a year take that of the date.
SHAPES: tuple[tuple[re.Pattern[str], str], ...] = (
    (NORMATIVE, "{kind}-{no}-{year}-{body}"),
    (ASSEMBLY, "{type}-{no}-{year}-{body}"),
    (PARTY, "{kind}-{no}-{body}-{signed}"),
    (ADMINISTRATIVE, "{kind}-{no}-{body}-{signed}"),
)


def make_id(about: Metadata) -> str:
    """Return the id of a document from its số ký hiệu, its type and its year.

    `about.id` is what to fall back on, a file name for instance. `37-QĐ/TW` of 2021 is
    `qd-37-tw-2021`, `31/2024/QH15` is `luat-31-2024-qh15`. At most 80 letters, never empty.
    """
    signed = str(about.date.year) if about.date else ""
    if about.type == ANNEX and about.number:  # the number is that of the document it came with
        whole = make_id(replace(about, type=""))
        return slug(f"{ANNEX} {whole} {about.title}")
    for shape, parts in SHAPES:
        if found := shape.fullmatch(about.number):
            return slug(
                parts.format_map({"type": about.type, "signed": signed} | found.groupdict())
            )
    return slug(f"{about.type} {about.number} {signed}" if about.number else about.id)


def slug(words: str) -> str:
    """Return the words in ASCII, lower case, joined by hyphens."""
    plain = unicodedata.normalize("NFD", words.lower().replace("đ", "d"))
    ascii_only = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:LONGEST].strip("-") or NAMELESS
