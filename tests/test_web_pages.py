"""Pages in the manner of law sites and district portals: exactly the document's lines survive."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest import Edition, Reading
from ingest.readers import read

LAW_SITE = """<!doctype html><html><head><title>Quyết định 12/2023/QĐ-UBND</title>
<style>.a{color:red}</style></head><body>
<div class="topbar"><a href="/dang-nhap">Đăng nhập</a> | <a href="/dang-ky">Đăng ký</a></div>
<ul id="main-menu"><li><a href="/">Trang chủ</a></li><li><a href="/vb">Văn bản</a></li></ul>
<div class="breadcrumb"><a href="/">Trang chủ</a> &raquo; <a href="/vb">Văn bản</a></div>
<div class="ad-slot">Phần mềm kế toán giảm giá 50% trong hôm nay, gọi ngay tổng đài</div>
<ul class="nav-tabs"><li>Tóm tắt</li><li>Nội dung</li><li>Lược đồ</li><li>Bình luận</li></ul>
<div class="muc-luc"><a href="#d1">Điều 1. Phạm vi điều chỉnh</a><br>
<a href="#d2">Điều 2. Đối tượng áp dụng</a><br><a href="#d3">Điều 3. Hiệu lực thi hành</a></div>
<div id="doc"><div class="doc-head"><table><tr><td><p>ỦY BAN NHÂN DÂN</p><p>TỈNH KON TUM</p></td>
<td><p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p>Độc lập - Tự do - Hạnh phúc</p></td></tr>
<tr><td>Số: 12/2023/QĐ-UBND</td><td><i>Kon Tum, ngày 03 tháng 4 năm 2023</i></td></tr></table></div>
<div class="doc-body"><p>QUYẾT ĐỊNH</p><p>Ban hành Quy định về quản lý chợ trên địa bàn tỉnh</p>
<p>Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;</p>
<p><a name="d1"></a><b>Điều 1.</b> Phạm vi điều chỉnh</p>
<div class="quangcao"><a href="http://qc">Tuyển sinh lớp luật sư trực tuyến</a></div>
<p>1. Quy định này áp dụng cho <a href="/luat">chợ</a> hạng 2 &lt;b&gt; trở lên.</p>
<p><b>Điều 2.</b> Đối tượng áp dụng</p>
<table><tr><td>STT</td><td>Hạng chợ</td></tr><tr><td>1</td><td>Hạng 2</td></tr></table>
<div class="share-box">Chia sẻ <a href="fb">Facebook</a> <a href="zl">Zalo</a></div>
<p><b>Điều 3.</b> Hiệu lực thi hành</p><p>Quyết định này có hiệu lực từ ngày ký./.</p>
<p>TM. ỦY BAN NHÂN DÂN</p><p>CHỦ TỊCH</p><p>Lê Ngọc Tuấn</p></div></div>
<div class="related"><h3>Văn bản liên quan</h3><p>
<a href="/x">Quyết định 5/2020/QĐ-UBND</a></p></div>
<div id="binh-luan"><p>Văn bản này còn hiệu lực không ạ? Điều 3 áp dụng thế nào?</p></div>
<div class="footer">Bản quyền thuộc về Công ty Tư vấn</div></body></html>"""

LAW_LINES = [
    "ỦY BAN NHÂN DÂN",
    "TỈNH KON TUM",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Số: 12/2023/QĐ-UBND | Kon Tum, ngày 03 tháng 4 năm 2023",
    "QUYẾT ĐỊNH",
    "Ban hành Quy định về quản lý chợ trên địa bàn tỉnh",
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;",
    "Điều 1. Phạm vi điều chỉnh",
    "1. Quy định này áp dụng cho chợ hạng 2 <b> trở lên.",
    "Điều 2. Đối tượng áp dụng",
    "STT | Hạng chợ",
    "1 | Hạng 2",
    "Điều 3. Hiệu lực thi hành",
    "Quyết định này có hiệu lực từ ngày ký./.",
    "TM. ỦY BAN NHÂN DÂN",
    "CHỦ TỊCH",
    "Lê Ngọc Tuấn",
]

ARTICLE = [
    "Sáng 28/02, Ban Thường vụ Huyện ủy tổ chức hội nghị quán triệt, triển khai các nghị quyết của "
    "Trung ương về xây dựng, chỉnh đốn Đảng cho cán bộ chủ chốt của huyện.",
    "Theo Quy định số 37-QĐ/TW, ngày 25/10/2021 của Ban Chấp hành Trung ương, mỗi đảng viên tự soi "
    "lại mình theo những điều đảng viên không được làm và nêu gương trước quần chúng.",
    "Một là, quán triệt quan điểm của Đảng về công tác xây dựng Đảng đã được đề ra trong các kỳ "
    "đại hội, hội nghị Trung ương.",
    "Hội nghị cũng nghe báo cáo kết quả kiểm tra, giám sát năm 2021 và thống nhất phương hướng, "
    "nhiệm vụ trọng tâm của công tác kiểm tra trong thời gian tới.",
]
TITLE = "Huyện ủy triển khai đợt sinh hoạt chính trị về xây dựng Đảng"

PORTAL = f"""<html><body><form><input value="Tìm kiếm"></form>
<div>A- A A+ | Tăng tương phản Giảm tương phản</div>
<ul class="menu"><li><a href="/">Trang chủ</a></li><li><a href="/gt">Giới thiệu</a></li></ul>
<div class="content"><h1>{TITLE}</h1>
<p>{ARTICLE[0]}</p>
<p><img src="a.jpg" width="600"></p><p style="text-align:center"><em>Đoàn công tác của Ban Thường vụ
Huyện ủy dự hội nghị tại chi bộ cơ quan.</em></p>
<p>{ARTICLE[1]}</p>
<table align="center"><tr><td><img src="b.jpg"></td></tr><tr><td>Quang cảnh buổi làm việc.</td></tr>
</table><p>{ARTICLE[2]}</p>
<figure><img src="c.jpg"><figcaption>Các đại biểu chụp ảnh lưu niệm</figcaption></figure>
<p>{ARTICLE[3]}</p></div>
<div>In bài viết</div><div>Lượt xem: 1.204</div>
<p>Tin liên quan</p><ul><li><a href="/1">Xã Đăk Ruồng ra quân làm thủy lợi</a> (01/03/2022)</li>
<li><a href="/2">Đại hội điểm Chi bộ thôn 5</a></li></ul>
<p>Ý kiến bạn đọc (1)</p><p>Bài viết rất bổ ích cho cán bộ cơ sở.</p>
<footer>Cổng thông tin điện tử huyện</footer></body></html>"""

BY_TABLES = f"""<html><body><table width="100%"><tr><td colspan="3"><img src="banner.gif"></td></tr>
<tr><td width="20%"><table><tr><td><a href="/">Trang chủ</a></td></tr>
<tr><td><a href="/vb">Văn bản chỉ đạo</a></td></tr></table>
<p>Tin nổi bật</p><p><a href="/3">Khai mạc ngày hội văn hóa các dân tộc</a></p></td>
<td width="60%"><p><b>{TITLE}</b></p><p>{ARTICLE[0]}</p><p>{ARTICLE[1]}</p><p>{ARTICLE[2]}</p>
<p>{ARTICLE[3]}</p></td>
<td width="20%"><p>Thời tiết</p><p>Kon Tum 24 độ</p><p>Tỷ giá</p></td></tr>
<tr><td colspan="3">Bản quyền thuộc về Trang thông tin huyện</td></tr></table></body></html>"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    return tmp_path / "trang.html"


def read_page(path: Path, source: str) -> Reading:
    path.write_text(source, encoding="utf-8")
    return read(path)


def removed_as(reading: Reading) -> dict[str, str]:
    """Return what was left out by its reason."""
    found: dict[str, list[str]] = {}
    for piece in reading.removed:
        found.setdefault(piece.reason, []).append(piece.text)
    return {reason: "\n".join(texts) for reason, texts in found.items()}


def test_of_a_law_site_the_document_alone_survives(page: Path) -> None:
    reading = read_page(page, LAW_SITE)
    assert reading.text.split("\n") == LAW_LINES
    about = reading.about
    assert (about.number, about.signer) == ("12/2023/QĐ-UBND", "Lê Ngọc Tuấn")
    assert about.issuer == "Ủy ban nhân dân tỉnh Kon Tum"
    assert about.edition is Edition.FULL


def test_what_a_law_site_adds_is_reported_by_what_it_is(page: Path) -> None:
    removed = removed_as(read_page(page, LAW_SITE))
    assert "Phần mềm kế toán" in removed["quảng cáo"]
    assert "Tuyển sinh lớp luật sư" in removed["quảng cáo"]
    assert "Facebook" in removed["nút chia sẻ"]
    assert "Quyết định 5/2020/QĐ-UBND" in removed["tin liên quan"]
    assert "còn hiệu lực không ạ" in removed["bình luận"]
    assert "Trang chủ" in removed["trình đơn"]
    assert "Điều 2. Đối tượng áp dụng" in removed["trình đơn"]  # of the contents


def test_of_a_portal_s_news_the_article_alone_survives(page: Path) -> None:
    reading = read_page(page, PORTAL)
    assert reading.text.split("\n") == [TITLE, *ARTICLE]
    assert reading.about.edition is Edition.NEWS
    assert reading.about.title == TITLE


def test_captions_and_related_news_are_reported(page: Path) -> None:
    removed = removed_as(read_page(page, PORTAL))
    assert removed["chú thích ảnh"].split("\n") == [
        "Đoàn công tác của Ban Thường vụ Huyện ủy dự hội nghị tại chi bộ cơ quan.",
        "Quang cảnh buổi làm việc.",
        "Các đại biểu chụp ảnh lưu niệm",
    ]
    assert "Xã Đăk Ruồng" in removed["tin liên quan"]
    assert "Bài viết rất bổ ích" in removed["bình luận"]
    assert "A- A A+" in removed["trình đơn"]


def test_of_a_page_laid_out_by_tables_the_middle_column_survives(page: Path) -> None:
    reading = read_page(page, BY_TABLES)
    assert reading.text.split("\n") == [TITLE, *ARTICLE]
    everything = "\n".join(removed_as(reading).values())
    for frame in ("Văn bản chỉ đạo", "Khai mạc ngày hội", "Kon Tum 24 độ", "Bản quyền"):
        assert frame in everything


def test_every_line_of_a_page_is_kept_or_reported(page: Path) -> None:
    for source in (LAW_SITE, PORTAL, BY_TABLES):
        reading = read_page(page, source)
        everything = reading.text + "".join(removed_as(reading).values())
        for words in ("Trang chủ", "Bản quyền" if source is not PORTAL else "Cổng thông tin"):
            assert words in everything


def test_an_unclassed_advert_inside_a_regulation_stays_rather_than_a_provision_goes(
    page: Path,
) -> None:
    body = "".join(f"<p>Điều {n}. Nội dung của điều này</p>" for n in range(1, 6))
    reading = read_page(page, f"<body><div class='menu-right'>{body}</div></body>")
    assert len(reading.text.split("\n")) == 5
