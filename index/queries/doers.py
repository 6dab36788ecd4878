"""Who did it: an office says whose deed is asked about, and nothing of what the deed is."""

from __future__ import annotations

import re

_OFFICES = (
    r"bí thư|chủ tịch|giám đốc|trưởng phòng|phó phòng|trưởng ban|trưởng thôn|hiệu trưởng|"
    r"chánh văn phòng|sếp|thủ trưởng|lãnh đạo|người đứng đầu|quan chức|cán bộ|công chức|viên chức|"
    r"nhân viên|thủ quỹ|kế toán|cấp ủy viên|huyện ủy viên|tỉnh ủy viên|đảng viên|ủy ban kiểm tra"
)
_PLACES = (
    r"đảng ủy|chi bộ|huyện ủy|tỉnh ủy|ủy ban nhân dân|hội đồng nhân dân|cơ quan|ngân hàng|"
    r"xã(?! hội)|phường|thôn|huyện|tỉnh|phòng(?! chống| ngừa)|ban(?! hành)|sở(?! hữu)|"
    r"trường(?! hợp)|một cửa|địa chính"
)
DOER = re.compile(
    rf"(?<!\w)(?:(?:mấy|các|ông|bà|anh) ){{0,2}}(?:phó )?(?:{_OFFICES})(?: (?:{_PLACES}))*(?!\w)"
)


def without_doers(words: str) -> str:
    """Words in small letters without the offices in them; as they are where too little is left."""
    rest = " ".join(DOER.sub(" ", words).split())
    return rest if rest.count(" ") else words
