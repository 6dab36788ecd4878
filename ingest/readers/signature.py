"""Who signed: the name below the office at the end of a document."""

from __future__ import annotations

import re

SIGNS_FOR = re.compile(r"(?:Nơi nhận:? ?)?(?:TM|T/M|KT|K/T|TL|T/L|TUQ)[./]? ?[A-ZĐÀ-Ỹ]")
OFFICE = re.compile(
    r"(?:THƯỜNG TRỰC |PHÓ |QUYỀN )?(?:CHỦ TỊCH|THỦ TƯỚNG|BỘ TRƯỞNG|THỨ TRƯỞNG|TỔNG BÍ THƯ|BÍ THƯ|"
    r"CHỦ NHIỆM|TRƯỞNG BAN|CHÁNH ÁN|TỔNG KIỂM TOÁN|CHÁNH VĂN PHÒNG|BAN BÍ THƯ)(?: [A-ZĐÀ-Ỹ]+){0,6}"
)
NAME = re.compile(r"(?:(?:GS|PGS|TS|ThS)\.? ?){0,3}(?P<name>[^\W\d_]+(?: [^\W\d_]+){1,4})")
LINES_TO_NAME = 12  # offices, (Đã ký), a stamp


def find_signer(lines: list[str]) -> str:
    """Return the first name below a signing formula (`TM. CHÍNH PHỦ`) or an office; or nothing.

    The first, since annexes with signatures of their own follow the document's.
    """
    for at, line in enumerate(lines):
        if SIGNS_FOR.match(line) or OFFICE.fullmatch(line):
            below = lines[at + 1 : at + 1 + LINES_TO_NAME]
            if name := next(filter(None, map(_as_name, below)), ""):
                return name
    return ""


def _as_name(line: str) -> str:
    found = NAME.fullmatch(line.strip(" .[]"))
    if not found or OFFICE.fullmatch(line) or SIGNS_FOR.match(line):
        return ""
    words = found["name"].split()
    if not all(word[0].isupper() and (word.isupper() or word[1:].islower()) for word in words):
        return ""
    return " ".join(word.capitalize() for word in words)
