"""Pages in the manner of law sites and portals: which lines survive, and why the others do not."""

from __future__ import annotations

from pathlib import Path

from ingest import Reading
from ingest.readers import read

LAW_SITE = """<html><body><ul class="menu"><li>Trang chủ</li><li>Văn bản</li></ul>
<div id="noidung"><p>QUY ĐỊNH</p><p>về việc nuôi ong</p>
<p>Điều 1. Phạm vi</p><p>Quy định này nói về việc nuôi ong trong vườn nhà của người dân.</p>
<div class="ads">Mua mật ong giảm giá</div>
<p>Điều 2. Đối tượng</p><p>Quy định này áp dụng cho người nuôi ong ở mọi xã của huyện.</p>
<p>Điều 3. Hiệu lực</p><p>Quy định này có hiệu lực từ ngày ký và được phổ biến rộng rãi.</p></div>
<div class="comments"><p>Bạn đọc: Bài hay quá</p></div></body></html>"""

PORTAL = """<html><body><div class="toolbar">A- A A+ | Tăng tương phản</div><article>
<h1>Huyện ủy triển khai quy định mới về những điều đảng viên không được làm</h1>
<p>Sáng nay, Huyện ủy tổ chức hội nghị trực tuyến để phổ biến quy định mới tới toàn thể cán bộ.</p>
<figure><img src="a.jpg"><figcaption>Quang cảnh hội nghị</figcaption></figure>
<p>Hội nghị yêu cầu các chi bộ đưa nội dung quy định vào sinh hoạt thường kỳ của tháng tới.</p>
<div class="share">Chia sẻ bài viết</div></article>
<div class="tin-lien-quan"><h3>Tin liên quan</h3><p>Đại hội chi bộ thôn Đông</p></div>
</body></html>"""

TABLES = """<html><body><table><tr><td class="sidebar"><p>Liên kết</p></td><td>
<p>Điều 1. Tên gọi</p><p>Hội mang tên Hội những người trồng chè của xã và hoạt động tự nguyện.</p>
<p>Điều 2. Trụ sở</p><table><tr><td>Trụ sở</td><td>Nhà văn hóa xã</td></tr></table>
<p>Điều 3. Hội viên</p><p>Hội viên là người trồng chè từ một năm trở lên và tán thành quy định.</p>
</td></tr></table></body></html>"""


def read_page(folder: Path, page: str) -> Reading:
    path = folder / "trang.html"
    path.write_text(page, encoding="utf-8")
    return read(path)


def reasons_of(reading: Reading) -> dict[str, str]:
    return {removed.text: removed.reason for removed in reading.removed}


def test_a_law_site_loses_its_menu_adverts_and_comments(tmp_path: Path) -> None:
    reading = read_page(tmp_path, LAW_SITE)
    assert reading.text.strip().split("\n") == [
        "QUY ĐỊNH",
        "về việc nuôi ong",
        "Điều 1. Phạm vi",
        "Quy định này nói về việc nuôi ong trong vườn nhà của người dân.",
        "Điều 2. Đối tượng",
        "Quy định này áp dụng cho người nuôi ong ở mọi xã của huyện.",
        "Điều 3. Hiệu lực",
        "Quy định này có hiệu lực từ ngày ký và được phổ biến rộng rãi.",
    ]
    assert reasons_of(reading) == {
        "Trang chủ": "trình đơn",
        "Văn bản": "trình đơn",
        "Mua mật ong giảm giá": "quảng cáo",
        "Bạn đọc: Bài hay quá": "bình luận",
    }


def test_a_portal_loses_its_tools_captions_and_related_news(tmp_path: Path) -> None:
    reading = read_page(tmp_path, PORTAL)
    assert [line[:12] for line in reading.text.strip().split("\n")] == [
        "Huyện ủy tri",
        "Sáng nay, Hu",
        "Hội nghị yêu",
    ]
    assert reasons_of(reading)["Quang cảnh hội nghị"] == "chú thích ảnh"
    assert reasons_of(reading)["Đại hội chi bộ thôn Đông"] == "tin liên quan"
    assert reasons_of(reading)["Chia sẻ bài viết"] == "nút chia sẻ"


def test_a_page_laid_out_by_tables_keeps_its_own_table(tmp_path: Path) -> None:
    reading = read_page(tmp_path, TABLES)
    assert reading.text.strip().split("\n") == [
        "Điều 1. Tên gọi",
        "Hội mang tên Hội những người trồng chè của xã và hoạt động tự nguyện.",
        "Điều 2. Trụ sở",
        "Trụ sở | Nhà văn hóa xã",
        "Điều 3. Hội viên",
        "Hội viên là người trồng chè từ một năm trở lên và tán thành quy định.",
    ]
    assert reasons_of(reading) == {"Liên kết": "trình đơn"}
