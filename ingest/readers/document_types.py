"""The types of document that a head can print."""

from __future__ import annotations

TYPES = (
    "Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh", "Lệnh", "Nghị quyết liên tịch", "Nghị quyết",
    "Nghị định", "Quyết định", "Thông tư liên tịch", "Thông tư", "Chỉ thị", "Quy định", "Quy chế",
    "Kết luận", "Hướng dẫn", "Thông báo", "Thông tri", "Thông cáo", "Tuyên bố", "Lời kêu gọi",
    "Kế hoạch", "Quy hoạch", "Chương trình", "Đề án", "Phương án", "Dự án", "Báo cáo", "Tờ trình",
    "Công điện", "Công văn", "Biên bản", "Điều lệ", "Cương lĩnh", "Chiến lược", "Án lệ",
    "Quy trình", "Nội quy", "Hợp đồng", "Giấy mời", "Giấy ủy quyền", "Giấy giới thiệu",
    "Bản ghi nhớ", "Bản thỏa thuận", "Phụ lục",
)  # fmt: skip
"""Types of Party and State documents, longer names before those they begin with.

From 66-QĐ/TW, 399-QĐ/TW and Điều 7 of 30/2020/NĐ-CP; án lệ and phụ lục come in files of their own.
"""

ANY_TYPE = "|".join(TYPES)

ISSUER_OF_TYPE = {
    "Hiến pháp": "Quốc hội",
    "Bộ luật": "Quốc hội",
    "Luật": "Quốc hội",
    "Pháp lệnh": "Ủy ban Thường vụ Quốc hội",
    "Nghị định": "Chính phủ",
}
"""Types that one body alone issues, by the laws on issuing legal documents since 1996."""
