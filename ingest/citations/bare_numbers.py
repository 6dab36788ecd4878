"""A type with a number and no letters: "Quy định 37", "Nghị định 100 năm 2019"; a count is none."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .dates import match_date
from .heads import Head
from .phrases import GAP, one_of
from .surroundings import Surroundings
from .symbols import SPELLED

_END = re.compile(r"(?![\w/]|[-.,:]\d|\s?-\s?[a-z]|\s?%)")
_YEAR_OF_SYMBOL = re.compile(r"\s?/\s?(?P<year>(?:19|20)\d\d)(?![\w/]|\s?-\s?[a-z])")
_YEAR_NEXT = re.compile(rf"{GAP}nam{GAP}(?P<year>(?:19|20)\d\d)(?![\w/]|[-.]\d)")
_IS_YEAR = re.compile(r"(?:19|20)\d\d")
_DAY = re.compile(r",?\s{0,3}\(?ngay\s{1,3}")

COUNTED = (
    *("%", "năm", "tháng", "ngày", "tuần", "giờ", "phút", "lần", "đợt", "người", "tuổi", "buổi"),
    *("triệu", "tỷ", "tỉ", "nghìn", "ngàn", "đồng", "mức", "điều", "khoản", "điểm", "bước", "cấp"),
    *("kỳ", "vụ", "cuộc", "bài", "câu", "mét", "km", "kg", "ha", "m2", "phần", "trang", "tấn"),
    *("suất", "căn", "hộ", "trường", "cơ sở", "dự án", "nhà", "chiếc", "bản", "học sinh"),
)
"""What is counted: "quy định 3 năm" cites no Quy định 3."""
THINGS = (
    *("hình thức", "trường hợp", "nội dung", "nhiệm vụ", "nguyên tắc", "tiêu chí", "tiêu chuẩn"),
    *("yêu cầu", "hành vi", "giải pháp", "chức danh", "loại", "nhóm", "đảng viên", "cán bộ"),
    *("con", "cái", "đồng chí", "chi bộ", "bộ", "xã", "tỉnh", "huyện", "chương", "mục"),
    *("vấn đề", "thành viên"),
)
"""What is counted after a small number: "quy định 3 hình thức kỷ luật"."""
_COUNTED_NEXT = re.compile(rf"\s{{0,3}}{one_of(COUNTED)}(?!\w)")
_THING_NEXT = re.compile(rf"{GAP}{one_of(THINGS)}(?!\w)")
CONTINUES = re.compile(
    r"\s{0,3}(?:[.,;:)\]\"'!?]|$|\n|\(|-|…|(?:"
    + one_of(
        (
            *(
                "của",
                "về",
                "ngày",
                "và",
                "hoặc",
                "hay",
                "đã",
                "được",
                "là",
                "thì",
                "nêu",
                "quy định",
            ),
            *(
                "cũng",
                "này",
                "cho",
                "khóa",
                "ra đời",
                "yêu cầu",
                "chỉ",
                "không",
                "do",
                "trong",
                "tại",
            ),
            *(
                "thay",
                "theo",
                "ban hành",
                "cấm",
                "để",
                "vào",
                "từ",
                "sẽ",
                "phải",
                "còn",
                "nhằm",
                "với",
            ),
            *(
                "khi",
                "đến",
                "hết",
                "vẫn",
                "đang",
                "sửa đổi",
                "bổ sung",
                "thay thế",
                "hướng dẫn",
                "nêu",
            ),
            *(
                "trung ương",
                "TW",
                "bộ chính trị",
                "ban bí thư",
                "có",
                "gồm",
                "mới",
                "cụ thể",
                "trên",
            ),
            *("đối với", "như", "nhưng", "mà", "nên", "vì", "bị", "ở", "sau", "trước", "xác định"),
            *("đề ra", "chính phủ", "quốc hội", "tiếp tục", "lần", "so với", "đặt ra", "đi vào"),
        )
    )
    + r")(?!\w))"
)
"""What goes on after the number of a document."""
_SMALL = 20
# Types whose names are common words too: they count things more often than they are cited
_COMMON = frozenset(
    ("Báo cáo", "Kế hoạch", "Quy hoạch", "Chương trình", "Đề án", "Công văn", "Biên bản", "Quy chế")
)
_LABELS = frozenset(
    ("Phương án", "Dự án", "Tuyên bố", "Lời kêu gọi", "Lệnh", "Hiến pháp", "Bộ luật")
)
_WITHOUT_SO = frozenset(("QĐ", "QĐi", "QyĐ", "NQ", "NĐ", "CT", "KL", "HD"))


@dataclass(frozen=True, slots=True)
class Bare:
    """A number that may be a document's."""

    number: str
    end: int
    year: int | None
    symbol: str
    is_proven: bool
    """False where only a neighbour in a list can tell that it is a document."""


def match_bare(
    around: Surroundings, match: re.Match[str], head: Head, is_linked: bool
) -> Bare | None:
    """Return the number of a match as that of a document, None where it is a count or a year."""
    folded = around.folded
    start, end = match.span("number")
    number = "".join(around.text[start:end].split())
    if with_year := _YEAR_OF_SYMBOL.match(folded, end):
        return _of_year(head, number, with_year)
    if not _END.match(folded, end) or head.type in _LABELS:
        return None
    year = _YEAR_NEXT.match(folded, end)
    day = _DAY.match(folded, end)
    is_dated = bool(year or (day and match_date(folded, day.end())))
    if not (is_dated or head.has_so or _is_free(folded, end, number, head.type)):
        return None
    is_proven = is_dated or head.has_so or _stands_out(around, head)
    return Bare(
        number,
        year.end() if year else end,
        int(year["year"]) if year else None,
        "",
        is_proven and not is_linked,
    )


def _of_year(head: Head, number: str, match: re.Match[str]) -> Bare | None:
    """Read "Nghị định 15/2020": the Government alone issues a nghị định."""
    if not head.type or head.type in _LABELS:
        return None
    said = f"{number}/{match['year']}"
    symbol = f"{said}/NĐ-CP" if head.type in ("Nghị định", "NĐ") else ""
    return Bare(number if symbol else said, match.end(), int(match["year"]), symbol, True)


def _stands_out(around: Surroundings, head: Head) -> bool:
    """Capitals or a unit before it tell a document from a verb."""
    if head.type in SPELLED:
        is_capital = around.text[head.start].isupper()
    else:
        is_capital = head.type in _WITHOUT_SO
    return is_capital or around.units.before(head.start) is not None


def _is_free(folded: str, end: int, number: str, kind: str) -> bool:
    """Tell a document's number from a count and from a year."""
    if _IS_YEAR.fullmatch(number):
        return False
    if number.startswith("0"):
        return True
    if _COUNTED_NEXT.match(folded, end):
        return False
    is_small = int(re.sub(r"\D", "", number)) <= _SMALL
    if is_small and _THING_NEXT.match(folded, end):
        return False
    is_clear = not is_small and kind not in _COMMON
    return is_clear or CONTINUES.match(folded, end) is not None
