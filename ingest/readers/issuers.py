"""The bodies that issue documents, from capitals without diacritics to how they are written.

From the letters of issuing bodies in 36-HD/VPTW and Phụ lục VI of 30/2020/NĐ-CP, and the ministries
named in the laws on the organisation of the Government since 1992.
"""

from __future__ import annotations

import re

from ..folding import fold

_CENTRAL = (
    "Quốc hội", "Ủy ban Thường vụ Quốc hội", "Văn phòng Quốc hội", "Chủ tịch nước", "Chính phủ",
    "Văn phòng Chủ tịch nước", "Thủ tướng Chính phủ", "Văn phòng Chính phủ", "Thanh tra Chính phủ",
    "Hội đồng Bộ trưởng", "Hội đồng Nhà nước", "Kiểm toán nhà nước", "Tòa án nhân dân tối cao",
    "Hội đồng Thẩm phán Tòa án nhân dân tối cao", "Viện kiểm sát nhân dân tối cao",
    "Ngân hàng Nhà nước Việt Nam", "Ủy ban Dân tộc", "Bảo hiểm xã hội Việt Nam",
    "Hội đồng Bầu cử quốc gia", "Tổng Liên đoàn Lao động Việt Nam",
    "Ban Chấp hành Trung ương", "Ban Chấp hành Trung ương Đảng", "Bộ Chính trị", "Ban Bí thư",
    "Ủy ban Kiểm tra Trung ương", "Ban Tổ chức Trung ương", "Ban Tuyên giáo Trung ương",
    "Ban Tuyên giáo và Dân vận Trung ương", "Ban Nội chính Trung ương", "Ban Dân vận Trung ương",
    "Ban Kinh tế Trung ương", "Ban Đối ngoại Trung ương", "Văn phòng Trung ương Đảng",
    "Văn phòng Trung ương", "Quân ủy Trung ương", "Hội đồng Lý luận Trung ương",
)  # fmt: skip

_MINISTRIES = (
    "Công an", "Quốc phòng", "Ngoại giao", "Nội vụ", "Tư pháp", "Tài chính", "Công Thương",
    "Kế hoạch và Đầu tư", "Nông nghiệp và Phát triển nông thôn", "Nông nghiệp và Môi trường",
    "Giao thông vận tải", "Xây dựng", "Tài nguyên và Môi trường", "Thông tin và Truyền thông",
    "Lao động - Thương binh và Xã hội", "Văn hóa, Thể thao và Du lịch", "Khoa học và Công nghệ",
    "Giáo dục và Đào tạo", "Y tế", "Dân tộc và Tôn giáo", "Thương mại", "Công nghiệp", "Thủy sản",
    "Văn hóa - Thông tin", "Bưu chính, Viễn thông", "Khoa học, Công nghệ và Môi trường",
)  # fmt: skip

# Bodies named after a place: Ủy ban nhân dân tỉnh Kon Tum, Ban Thường vụ Huyện ủy Kon Rẫy
_LOCAL = (
    "Ủy ban nhân dân", "Hội đồng nhân dân", "Ủy ban Kiểm tra", "Ban Thường vụ", "Ban Chấp hành",
    "Ban Tổ chức", "Ban Tuyên giáo và Dân vận", "Ban Tuyên giáo", "Ban Dân vận", "Ban Nội chính",
    "Ban Chỉ đạo", "Tỉnh ủy", "Thành ủy", "Huyện ủy", "Quận ủy", "Thị ủy", "Đảng ủy", "Đảng bộ",
    "Chi bộ", "Văn phòng", "Tòa án nhân dân", "Viện kiểm sát nhân dân",
)  # fmt: skip

# Bodies named after what they do: Sở Nông nghiệp và Môi trường, Bệnh viện Nhi Trung ương
_PLAIN = (
    "Bộ", "Sở", "Phòng", "Tổng cục", "Cục", "Ngân hàng Nhà nước", "Bệnh viện", "Trường Đại học",
    "Học viện", "Viện Hàn lâm", "Bảo hiểm xã hội", "Trung tâm", "Ban Quản lý", "Kho bạc Nhà nước",
    "Chi cục", "Thanh tra", "Đoàn Đại biểu Quốc hội", "Liên đoàn Lao động",
    "Ủy ban Mặt trận Tổ quốc",
)  # fmt: skip


def _by_folded(names: tuple[str, ...]) -> dict[str, str]:
    return {fold(name): name for name in names}


_ALIASES = {"chu tich nuoc cong hoa xa hoi chu nghia viet nam": "Chủ tịch nước"}

CENTRAL = _ALIASES | _by_folded(_CENTRAL) | _by_folded(tuple(f"Bộ {name}" for name in _MINISTRIES))
MINISTRIES = _by_folded(_MINISTRIES)
LOCAL = _by_folded(_LOCAL)
PLAIN = _by_folded(_PLAIN)

LEVELS = ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu")

_LETTERS = {
    "CP": "Chính phủ", "TTg": "Thủ tướng Chính phủ", "VPCP": "Văn phòng Chính phủ",
    "VPQH": "Văn phòng Quốc hội", "CTN": "Chủ tịch nước", "TTCP": "Thanh tra Chính phủ",
    "KTNN": "Kiểm toán nhà nước", "NHNN": "Ngân hàng Nhà nước Việt Nam",
    "TANDTC": "Tòa án nhân dân tối cao", "VKSNDTC": "Viện kiểm sát nhân dân tối cao",
    "HĐTP": "Hội đồng Thẩm phán Tòa án nhân dân tối cao",
    "BCA": "Bộ Công an", "BQP": "Bộ Quốc phòng", "BNG": "Bộ Ngoại giao", "BNV": "Bộ Nội vụ",
    "BTP": "Bộ Tư pháp", "BTC": "Bộ Tài chính", "BCT": "Bộ Công Thương",
    "BKHĐT": "Bộ Kế hoạch và Đầu tư", "BNNPTNT": "Bộ Nông nghiệp và Phát triển nông thôn",
    "BNNMT": "Bộ Nông nghiệp và Môi trường", "BGTVT": "Bộ Giao thông vận tải",
    "BXD": "Bộ Xây dựng", "BTNMT": "Bộ Tài nguyên và Môi trường",
    "BTTTT": "Bộ Thông tin và Truyền thông", "BYT": "Bộ Y tế",
    "BLĐTBXH": "Bộ Lao động - Thương binh và Xã hội",
    "BVHTTDL": "Bộ Văn hóa, Thể thao và Du lịch", "BKHCN": "Bộ Khoa học và Công nghệ",
    "BGDĐT": "Bộ Giáo dục và Đào tạo", "BDTTG": "Bộ Dân tộc và Tôn giáo",
}  # fmt: skip

SYMBOLS = (
    (re.compile(r"/QH\d+$"), "Quốc hội"),
    (re.compile(r"UBTVQH\d+$"), "Ủy ban Thường vụ Quốc hội"),
    *((re.compile(rf"-{letters}$"), name) for letters, name in _LETTERS.items()),
)
"""What a số ký hiệu ends with where one body alone uses these letters."""
