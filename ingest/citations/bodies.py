"""Bodies named beside a document: "của Bộ Chính trị khóa XII", "của UBND tỉnh Kon Tum"."""

from __future__ import annotations

import re

from .phrases import one_of

_CENTRAL = (
    *("Ban Chấp hành Trung ương Đảng", "Ban Chấp hành Trung ương", "BCH Trung ương", "BCHTW"),
    *("Ban Chấp hành TW", "BCH TW", "Bộ Chính trị", "Ban Bí thư Trung ương Đảng", "Ban Bí thư"),
    *("Ban Bí thư Trung ương", "Trung ương Đảng", "Trung ương", "Ủy ban Kiểm tra Trung ương"),
    *("Văn phòng Trung ương Đảng", "Văn phòng Trung ương", "Ban Tổ chức Trung ương"),
    *("Ban Tuyên giáo Trung ương", "Ban Tuyên giáo và Dân vận Trung ương"),
    *("Ban Dân vận Trung ương", "Ban Nội chính Trung ương", "Ban Kinh tế Trung ương"),
    *("Ban Chính sách, chiến lược Trung ương", "Quân ủy Trung ương"),
    *("Đảng ủy Công an Trung ương", "Đảng ủy Quốc hội", "Đảng ủy Chính phủ"),
    *("Chính phủ", "Thủ tướng Chính phủ", "Phó Thủ tướng Chính phủ", "Thủ tướng", "Quốc hội"),
    *("Ủy ban Thường vụ Quốc hội", "Ủy ban thường vụ QH", "UBTVQH", "Chủ tịch nước"),
    *("Hội đồng Bộ trưởng", "Chủ tịch Hội đồng Bộ trưởng", "Hội đồng Chính phủ"),
    *("Hội đồng Nhà nước", "Tòa án nhân dân tối cao", "Chánh án Tòa án nhân dân tối cao"),
    *("Hội đồng Thẩm phán Tòa án nhân dân tối cao", "Viện kiểm sát nhân dân tối cao"),
    *("Viện trưởng Viện kiểm sát nhân dân tối cao", "Kiểm toán Nhà nước"),
    *("Tổng Kiểm toán Nhà nước", "Thanh tra Chính phủ", "Tổng Thanh tra Chính phủ"),
    *("Ngân hàng Nhà nước Việt Nam", "Ngân hàng Nhà nước", "Thống đốc Ngân hàng Nhà nước"),
    *("Thống đốc Ngân hàng Nhà nước Việt Nam", "Ủy ban Dân tộc", "Văn phòng Chính phủ"),
    *("Bảo hiểm xã hội Việt Nam", "Tổng Liên đoàn Lao động Việt Nam", "Tổng cục Hải quan"),
    *("Tổng cục Thuế", "Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc", "Văn phòng Quốc hội"),
    *("Thống đốc NHNN", "Bộ trưởng, Chủ nhiệm Ủy ban Thể dục thể thao"),
)
_MINISTRIES = (
    *("Tài chính", "Nội vụ", "Tư pháp", "Công an", "Quốc phòng", "Ngoại giao", "Y tế", "Xây dựng"),
    *("Giáo dục và Đào tạo", "Lao động - Thương binh và Xã hội", "Giao thông vận tải"),
    *("Nông nghiệp và Phát triển nông thôn", "Nông nghiệp và Môi trường", "Nông nghiệp"),
    *("Tài nguyên và Môi trường", "Thông tin và Truyền thông", "Khoa học và Công nghệ"),
    *("Kế hoạch và Đầu tư", "Văn hóa, Thể thao và Du lịch", "Văn hóa - Thông tin"),
    *("Bưu chính, Viễn thông", "Công Thương", "Công nghiệp", "Thương mại", "Thủy sản"),
    *("Dân tộc và Tôn giáo", "Khoa học, Công nghệ và Môi trường", "Lâm nghiệp"),
)
_LOCAL = (
    *("Ủy ban nhân dân", "UBND", "Chủ tịch Ủy ban nhân dân", "Chủ tịch UBND"),
    *("Hội đồng nhân dân", "HĐND", "Tỉnh ủy", "Thành ủy", "Huyện ủy", "Quận ủy", "Thị ủy"),
    *("Đảng ủy", "Ban Thường vụ Tỉnh ủy", "Ban Thường vụ Thành ủy", "Ban Thường vụ Huyện ủy"),
    *("Ban Thường vụ Quận ủy", "Ban Thường vụ Thị ủy", "Ban Thường vụ Đảng ủy"),
    *("Ban Chấp hành Đảng bộ", "Ban Tuyên giáo Huyện ủy", "Ban Tuyên giáo Tỉnh ủy"),
    *("Ủy ban Kiểm tra Tỉnh ủy", "Ủy ban Kiểm tra Thành ủy", "Ủy ban Kiểm tra Huyện ủy"),
)
_LEVELS = ("tỉnh", "thành phố", "TP.", "TP", "quận", "huyện", "thị xã", "phường", "xã", "đặc khu")
_MOST_PLACE_WORDS = 4


# Hội nghị lần thứ bảy Ban Chấp hành Trung ương
_PLENUM_OF = (
    r"(?:hoi\s{1,3}nghi\s{1,3}(?:lan\s{1,3}thu\s{1,3}[a-z\d]{1,5}\s{1,3}(?:cua\s{1,3})?)?)?"
)
_BODY = re.compile(
    rf"(?:{_PLENUM_OF}{one_of(_CENTRAL)}|(?:bo\s{{1,3}}truong\s{{1,3}})?bo\s{{1,3}}{one_of(_MINISTRIES)})(?!\w)"
)
# Ủy ban nhân dân tỉnh, before the name of the place
_LOCAL_BODY = re.compile(rf"{one_of(_LOCAL)}(?!\w)(?:\s{{1,3}}{one_of(_LEVELS)}(?!\w))?")
_PLACE_WORD = re.compile(r"\s{1,3}([^\W\d_]+|\d{1,2}(?!\w))")
# khóa XII, (khoá 13)
_TERM = re.compile(
    r"\s{0,3},?\s{0,3}(?:\(\s?khoa\s{1,3}(?:[ivx]{1,6}|\d{1,2})\s?\)"
    r"|khoa\s{1,3}(?:[ivx]{1,6}|\d{1,2})(?!\w))"
)


def match_body(text: str, folded: str, start: int) -> int | None:
    """Return the offset after the body named at start, its khóa or place included."""
    if body := _BODY.match(folded, start):
        end = body.end()
    elif body := _LOCAL_BODY.match(folded, start):
        end = _after_place(text, body.end())
    else:
        return None
    term = _TERM.match(folded, end)
    return term.end() if term else end


def _after_place(text: str, start: int) -> int:
    """Take the capitalised words that follow, such as the name of a province."""
    end = start
    for _ in range(_MOST_PLACE_WORDS):
        word = _PLACE_WORD.match(text, end)
        if not word or not (word[1][0].isupper() or word[1].isdigit()):
            break
        end = word.end()
    return end
