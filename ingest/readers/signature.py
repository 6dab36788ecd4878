"""Who signed, in whose name and as what: the lines at the end of a document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..document import Confidence
from .capitals import sentence_case
from .findings import Finding
from .headlines import Line
from .letterhead import name_issuer

FORM = (
    r"(?:TM|T/M|KT|K/T|TL|T/L|TUQ|TU[QƯ]/|Q)(?:[./]|(?=\s))"  # TM. of the State, T/M of the Party
)
SIGNS_FOR = re.compile(rf"(?:^|[^\w.]){FORM} ?(?=[A-ZĐÀ-Ỹ]{{2}})")
OFFICE = re.compile(
    r"(?:QUYỀN )?(?:PHÓ )?(?:CHỦ TỊCH|THỦ TƯỚNG|BỘ TRƯỞNG|THỨ TRƯỞNG|TỔNG BÍ THƯ|BÍ THƯ|CHỦ NHIỆM"
    r"|TRƯỞNG BAN|CHÁNH ÁN|VIỆN TRƯỞNG|TỔNG KIỂM TOÁN|TỔNG THANH TRA|THỐNG ĐỐC|CHÁNH VĂN PHÒNG"
    r"|BAN BÍ THƯ|THƯỜNG TRỰC BAN BÍ THƯ|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|CỤC TRƯỞNG|TỔNG CỤC TRƯỞNG"
    r"|VỤ TRƯỞNG|HIỆU TRƯỞNG|TRƯỞNG PHÒNG|CHÁNH THANH TRA)(?: [A-ZĐÀ-Ỹ]+){0,7}"
)
TITLES = r"(?:(?:GS|PGS|TS|ThS|BS|KS)\.? ?){0,3}(?:(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá) ?)?"
NAME = re.compile(rf"{TITLES}(?P<name>[^\W\d_]+(?: [^\W\d_]+){{1,4}})")
SIGNED = re.compile(r"\W{0,4}[Đđ]ã k[ýí](?: tên)?(?:, đóng dấu)?\W{0,3}")  # [ (Đã ký)
ANNEX = re.compile(r"(?:PHỤ LỤC|Phụ lục|MẪU SỐ|Mẫu số|BIỂU MẪU)(?: \w{1,6})?\b")
ADOPTED = re.compile(r".{0,300}thông qua (?:trong phiên họp )?ngày \d")
APPROVED = re.compile(r"(?:Người )?[Pp]hê duyệt\W{0,3}|PHÊ DUYỆT\W{0,3}")  # of a procedure
RECIPIENTS = re.compile(r"\W{0,3}Nơi (?:nhận|gửi)", re.I)
# - Công báo; Lê Đình Thọ: a scan reads on from the list of recipients to the name
AFTER_ENTRY = re.compile(r"[-–] .{3,150}[;,.] (?=[^;,.]{5,30}$)")

LINES_TO_NAME = 12  # offices, (Đã ký), a stamp
LINES_TO_OFFICE = 3

# The commonest family names, with which a name is told from other words in a doubtful place.
SURNAMES = frozenset((
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ",
    "Ngô", "Dương", "Lý", "Đinh", "Trương", "Đoàn", "Tô", "Tôn", "Lương", "Vương", "Mai", "Đào",
    "Trịnh", "Hà", "Cao", "Lâm", "Phùng", "Tạ", "Thái", "Chu", "Châu", "Quách", "Nông", "Lò", "Hứa",
    "Kiều", "Tăng", "Triệu", "Lại", "La", "Lục", "Từ", "Doãn", "Nghiêm", "Khuất", "Giàng", "Điểu",
    "Ksor", "Hầu", "Thào", "Vi", "Bạch", "Đồng", "Quàng", "Ma", "Giáp", "Thân", "Tống", "Đàm",
))  # fmt: skip


_OFFICES = {
    name.lower(): name
    for name in (
        "Chủ tịch", "Thủ tướng", "Bộ trưởng", "Thứ trưởng", "Tổng Bí thư", "Bí thư", "Ban Bí thư",
        "Giám đốc", "Tổng cục trưởng", "Cục trưởng", "Thường trực", "Văn phòng", "Chánh án",
        "Viện trưởng", "Hiệu trưởng", "Tổng Thanh tra", "Thanh tra", "Chủ nhiệm", "Thống đốc",
    )
}  # fmt: skip
_ANY_OFFICE = re.compile(
    r"\b(?:" + "|".join(sorted(_OFFICES, key=len, reverse=True)) + r")\b", re.I
)


@dataclass(frozen=True, slots=True)
class Signature:
    """The lines with the capacity, and the line with the name if there is one."""

    capacity: tuple[Line, ...]
    name: Line | None

    def cut_signer(self) -> Finding | None:
        """Return the name in ordinary letters."""
        return _find_name(self.name) if self.name else None

    def cut_capacity(self) -> Finding | None:
        """Return in whose name and as what it was signed, in ordinary letters."""
        if not self.capacity:
            return None
        written = ", ".join(_write_capacity(line.text) for line in self.capacity)
        return Finding(
            "capacity", written, (self.capacity[0].place()[0], self.capacity[-1].place()[1])
        )

    def cut_issuer(self) -> Finding | None:
        """Return the body in whose name it was signed: `TM. CHÍNH PHỦ`."""
        for line in self.capacity:
            if line.text.startswith(("TM", "T/M")) and (name := name_issuer(_bare_form(line.text))):
                return Finding("issuer", name, line.place(), Confidence.INFERRED)
        return None


def find_signature(lines: Sequence[Line]) -> Signature:
    """Return the first signature in the lines below a head; annexes have others of their own."""
    for at, line in enumerate(lines):
        if ANNEX.match(line.text) and len(line.text) < 40:
            break
        if not _opens_signature(line):
            continue
        capacity = _cut_capacity(lines[at : at + LINES_TO_NAME])
        name = _name_below(lines[at : at + 1 + LINES_TO_NAME])
        if name or SIGNS_FOR.search(line.text):
            return Signature(tuple(capacity), name)
    return Signature((), _name_without_office(lines))


def holds_signature(line: Line) -> bool:
    """Tell whether a line belongs to a signature and not to what stands left of it."""
    return bool(_opens_signature(line) or SIGNED.fullmatch(line.text) or _find_name(line))


def _opens_signature(line: Line) -> bool:
    return bool(SIGNS_FOR.search(line.text) or OFFICE.fullmatch(line.text))


def _cut_capacity(lines: Sequence[Line]) -> list[Line]:
    """Return the lines that name the body and the office, without the recipients left of them."""
    capacity: list[Line] = []
    missed = 0
    for line in lines:
        if form := SIGNS_FOR.search(line.text):
            start = form.start() + (0 if line.text[form.start()] in "TKQ" else 1)
            capacity.append(line.cut(start))
            missed = 0
        elif OFFICE.fullmatch(line.text):
            capacity.append(line)
            missed = 0
        elif line.text and (missed := missed + 1) >= LINES_TO_OFFICE:
            break
    return capacity


def _name_below(lines: Sequence[Line]) -> Line | None:
    for line in lines[1:]:
        if not _opens_signature(line) and _find_name(line):
            return line
    return None


def _name_without_office(lines: Sequence[Line]) -> Line | None:
    """Return a name that stands where names do: by `(Đã ký)`, below the adoption, in a table."""
    listed = False
    for at, line in enumerate(lines):
        listed = listed or bool(RECIPIENTS.match(line.text))
        near: Sequence[Line] = ()
        if SIGNED.fullmatch(line.text):
            near = (*lines[at + 1 : at + 3], *reversed(lines[max(at - 2, 0) : at]))
        elif ADOPTED.match(line.text):
            near = lines[at + 1 : at + LINES_TO_NAME]
        elif APPROVED.fullmatch(line.text):
            near = lines[at + 1 : at + 2]
        elif listed and (entry := AFTER_ENTRY.match(line.text)):
            near = (line.cut(entry.end()),)
        if name := next(filter(holds_family_name, near), None):
            return name
    return None


def holds_family_name(line: Line) -> bool:
    """Tell a line that is a person's name with a common family name."""
    name = _find_name(line)
    return name is not None and str(name.value).split()[0] in SURNAMES


def _find_name(line: Line) -> Finding | None:
    words = line.text.strip(" .[]|*_-")
    found = NAME.fullmatch(words)
    if not found or OFFICE.fullmatch(words) or SIGNS_FOR.search(words):
        return None
    parts = found["name"].split()
    if not all(part[0].isupper() and (part.isupper() or part[1:].islower()) for part in parts):
        return None
    if found["name"].isupper() and parts[0].capitalize() not in SURNAMES:
        return None
    start = line.text.index(found["name"])
    name = " ".join(part.capitalize() for part in parts)
    return Finding("signer", name, line.place(start, start + len(found["name"])))


def _bare_form(words: str) -> str:
    found = SIGNS_FOR.match(words)
    return words[found.end() :].strip() if found else words


def _write_capacity(words: str) -> str:
    """Return a line in ordinary letters: `KT. THỦ TƯỚNG` is `KT. Thủ tướng`."""
    bare = _bare_form(words)
    form = words[: len(words) - len(bare)].strip()
    written = ("" if OFFICE.fullmatch(bare) else name_issuer(bare)) or _ANY_OFFICE.sub(
        lambda found: _OFFICES[found[0].lower()], sentence_case(bare)
    )
    return f"{form} {written[:1].upper()}{written[1:]}".strip()
