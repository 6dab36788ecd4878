"""Who issues documents: their names as a masthead prints them, in capitals."""

from __future__ import annotations

import re
from collections.abc import Iterable

# In capitals on the left, as they are written elsewhere on the right.
FIXED = {
    "QUỐC HỘI": "Quốc hội",
    "ỦY BAN THƯỜNG VỤ QUỐC HỘI": "Ủy ban Thường vụ Quốc hội",
    "VĂN PHÒNG QUỐC HỘI": "Văn phòng Quốc hội",
    "CHỦ TỊCH NƯỚC": "Chủ tịch nước",
    "CHÍNH PHỦ": "Chính phủ",
    "THỦ TƯỚNG CHÍNH PHỦ": "Thủ tướng Chính phủ",
    "VĂN PHÒNG CHÍNH PHỦ": "Văn phòng Chính phủ",
    "THANH TRA CHÍNH PHỦ": "Thanh tra Chính phủ",
    "KIỂM TOÁN NHÀ NƯỚC": "Kiểm toán nhà nước",
    "TÒA ÁN NHÂN DÂN TỐI CAO": "Tòa án nhân dân tối cao",
    "HỘI ĐỒNG THẨM PHÁN TÒA ÁN NHÂN DÂN TỐI CAO": "Hội đồng Thẩm phán Tòa án nhân dân tối cao",
    "VIỆN KIỂM SÁT NHÂN DÂN TỐI CAO": "Viện kiểm sát nhân dân tối cao",
    "BAN CHẤP HÀNH TRUNG ƯƠNG": "Ban Chấp hành Trung ương",
    "BỘ CHÍNH TRỊ": "Bộ Chính trị",
    "BAN BÍ THƯ": "Ban Bí thư",
    "ỦY BAN KIỂM TRA TRUNG ƯƠNG": "Ủy ban Kiểm tra Trung ương",
    "BAN TỔ CHỨC TRUNG ƯƠNG": "Ban Tổ chức Trung ương",
    "BAN TUYÊN GIÁO TRUNG ƯƠNG": "Ban Tuyên giáo Trung ương",
    "BAN NỘI CHÍNH TRUNG ƯƠNG": "Ban Nội chính Trung ương",
    "BAN DÂN VẬN TRUNG ƯƠNG": "Ban Dân vận Trung ương",
    "VĂN PHÒNG TRUNG ƯƠNG ĐẢNG": "Văn phòng Trung ương Đảng",
    "BAN CHẤP HÀNH TRUNG ƯƠNG ĐẢNG": "Ban Chấp hành Trung ương Đảng",
}

# What a name that is not fixed begins with, and how that beginning is written.
OPENINGS = {
    "ỦY BAN NHÂN DÂN": "Ủy ban nhân dân",
    "HỘI ĐỒNG NHÂN DÂN": "Hội đồng nhân dân",
    "ỦY BAN KIỂM TRA": "Ủy ban Kiểm tra",
    "BAN THƯỜNG VỤ": "Ban Thường vụ",
    "BAN CHẤP HÀNH": "Ban Chấp hành",
    "BAN TỔ CHỨC": "Ban Tổ chức",
    "BAN TUYÊN GIÁO": "Ban Tuyên giáo",
    "BAN CHỈ ĐẠO": "Ban Chỉ đạo",
    "TỈNH ỦY": "Tỉnh ủy",
    "THÀNH ỦY": "Thành ủy",
    "HUYỆN ỦY": "Huyện ủy",
    "QUẬN ỦY": "Quận ủy",
    "THỊ ỦY": "Thị ủy",
    "ĐẢNG ỦY": "Đảng ủy",
    "ĐẢNG BỘ": "Đảng bộ",
    "VĂN PHÒNG": "Văn phòng",
    "BỘ": "Bộ",
    "SỞ": "Sở",
    "TỔNG CỤC": "Tổng cục",
    "NGÂN HÀNG NHÀ NƯỚC": "Ngân hàng Nhà nước",
    "TÒA ÁN NHÂN DÂN": "Tòa án nhân dân",
    "VIỆN KIỂM SÁT NHÂN DÂN": "Viện kiểm sát nhân dân",
}
COMMITTEES = ("Ủy ban nhân dân", "Hội đồng nhân dân")  # their place may stand on the next line
LEVELS = ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu")
NO_ISSUER = re.compile(r"BỘ LUẬT|BỘ TRƯỞNG")  # begin like a ministry
PLACE = re.compile("|".join(level.upper() for level in LEVELS))

SYMBOLS = (
    (re.compile(r"/QH\d+$"), "Quốc hội"),
    (re.compile(r"UBTVQH\d+$"), "Ủy ban Thường vụ Quốc hội"),
    (re.compile(r"-CP$"), "Chính phủ"),
    (re.compile(r"-TTg$"), "Thủ tướng Chính phủ"),
)


def find_issuer(lines: Iterable[str]) -> str:
    """Return the last issuer named in the lines of a masthead: the parent stands above it."""
    issuer = ""
    waiting = False
    for line in lines:
        if waiting and line.isupper() and PLACE.match(line):
            issuer = f"{issuer} {_as_place(line)}"
            waiting = False
        elif name := name_issuer(line):
            issuer = name
            waiting = name in COMMITTEES
    return " ".join(issuer.split())


def name_issuer(line: str) -> str:
    """Return the issuer that a line in capitals names, in ordinary letters; empty if none."""
    capitals = line.replace("UỶ", "ỦY").replace("TOÀ", "TÒA").strip(" *")
    if capitals in FIXED:
        return FIXED[capitals]
    if not capitals.isupper() or NO_ISSUER.match(capitals):
        return ""
    for opening, written in OPENINGS.items():
        if capitals == opening or capitals.startswith(f"{opening} "):
            rest = capitals[len(opening) :].strip()
            shown = _as_place(rest) if written != "Bộ" else _as_ministry(rest)
            return f"{written} {shown}".strip()
    return ""


def issuer_of_symbol(number: str) -> str:
    """Return the issuer that a số ký hiệu implies: only one body numbers with QH, CP or TTg."""
    return next((name for shape, name in SYMBOLS if shape.search(number)), "")


def _as_place(capitals: str) -> str:
    """Return a place in ordinary letters: `THÀNH PHỐ HỒ CHÍ MINH` is `Thành phố Hồ Chí Minh`."""
    lowered = capitals.lower()
    for level in LEVELS:
        if lowered.startswith(f"{level} "):
            kept = level.capitalize() if level == "thành phố" else level
            return f"{kept} {lowered[len(level) + 1 :].title()}"
    return lowered.title()


def _as_ministry(capitals: str) -> str:
    """Return a ministry's name: capitals at its beginning and after `và`, a comma or a dash."""
    lowered = capitals.lower()
    return re.sub(r"(^|, | - | và )(\w)", lambda found: found[1] + found[2].upper(), lowered)
