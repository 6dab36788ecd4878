"""Names of Vietnamese laws, codes and ordinances since 1986, so that each ends where it ends.

Written from general knowledge, without the type before the name and without a year; older names
are kept, since old documents cite them.
"""

from __future__ import annotations


def _names(listed: str) -> tuple[str, ...]:
    return tuple(" ".join(name.split()) for name in listed.split(";") if name.strip())


CODES = _names("""
Dân sự; Hình sự; Lao động; Hàng hải; Hàng hải Việt Nam; Tố tụng dân sự; Tố tụng hình sự; Tố tụng
hành chính; Lao động Việt Nam; Dân sự Việt Nam; Hình sự Việt Nam
""")
"""After Bộ luật."""

LAWS = _names("""
An ninh quốc gia; An ninh mạng; An toàn thông tin mạng; An toàn thực phẩm; An toàn, vệ sinh lao
động; An ninh trật tự cơ sở; Ban hành văn bản quy phạm pháp luật; Ban hành văn bản quy phạm pháp
luật của Hội đồng nhân dân, Ủy ban nhân dân; Ban hành văn bản quy phạm pháp luật của Hội đồng nhân
dân và Ủy ban nhân dân; Báo chí; Bảo hiểm tiền gửi; Bảo hiểm xã hội; Bảo hiểm y tế; Bảo vệ bí mật
nhà nước; Bảo vệ môi trường; Bảo vệ quyền lợi người tiêu dùng; Bảo vệ sức khỏe nhân dân; Bảo vệ và
kiểm dịch thực vật; Bảo vệ và phát triển rừng; Bảo vệ dữ liệu cá nhân; Bảo vệ, chăm sóc và giáo dục
trẻ em; Bầu cử; Bầu cử đại biểu Quốc hội; Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân;
Bầu cử đại biểu Hội đồng nhân dân; Biên giới quốc gia; Biên phòng Việt Nam; Biển Việt Nam; Bình
đẳng giới; Bưu chính; Các công cụ chuyển nhượng; Các tổ chức tín dụng; Tổ chức tín dụng; Cán bộ,
công chức; Cạnh tranh; Cảnh sát biển Việt Nam; Cảnh sát cơ động; Cảnh vệ; Căn cước; Căn cước công
dân; Chăn nuôi; Chất lượng sản phẩm, hàng hóa; Chuyển đổi giới tính; Chuyển giao công nghệ; Chứng
khoán; Chính quyền địa phương; Chuyển đổi số; Cơ yếu; Công an nhân dân; Công chứng; Công đoàn; Công
nghệ cao; Công nghệ thông tin; Công nghiệp công nghệ số; Công ty; Cư trú; Dạy nghề; Dẫn độ; Dân
quân tự vệ; Dân số; Dầu khí; Di sản văn hóa; Doanh nghiệp; Doanh nghiệp nhà nước; Doanh nghiệp tư
nhân; Du lịch; Dự trữ quốc gia; Dược; Dữ liệu; Đa dạng sinh học; Đất đai; Đấu giá tài sản; Đấu
thầu; Đầu tư; Đầu tư công; Đầu tư nước ngoài; Đầu tư nước ngoài tại Việt Nam; Đầu tư theo phương
thức đối tác công tư; Đặc khu kinh tế; Đê điều; Địa chất và khoáng sản; Điện ảnh; Điện lực; Điều
ước quốc tế; Đo đạc và bản đồ; Đo lường; Đường bộ; Đường sắt; Đơn vị hành chính - kinh tế đặc biệt;
Giá; Giám định tư pháp; Giao dịch điện tử; Giao thông đường bộ; Giao thông đường thủy nội địa; Giáo
dục; Giáo dục đại học; Giáo dục nghề nghiệp; Giáo dục quốc phòng và an ninh; Hải quan; Hàng không
dân dụng Việt Nam; Hàng không Việt Nam; Hóa chất; Hòa giải, đối thoại tại Tòa án; Hòa giải ở cơ sở;
Hoạt động chữ thập đỏ; Hoạt động giám sát của Quốc hội; Hoạt động giám sát của Quốc hội và Hội đồng
nhân dân; Hôn nhân và gia đình; Hộ tịch; Hợp tác xã; Hiến, lấy, ghép mô, bộ phận cơ thể người và
hiến, lấy xác; Kế toán; Khám bệnh, chữa bệnh; Khí tượng thủy văn; Khiếu nại; Khiếu nại, tố cáo;
Khoa học và công nghệ; Khoa học, công nghệ và đổi mới sáng tạo; Khoáng sản; Khuyến khích đầu tư
trong nước; Kiến trúc; Kiểm toán độc lập; Kiểm toán nhà nước; Kinh doanh bảo hiểm; Kinh doanh bất
động sản; Ký kết, gia nhập và thực hiện điều ước quốc tế; Lâm nghiệp; Lao động; Luật sư; Lưu trữ;
Lực lượng dự bị động viên; Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở; Lý lịch tư pháp; Mặt
trận Tổ quốc Việt Nam; Năng lượng nguyên tử; Ngân hàng Nhà nước; Ngân hàng Nhà nước Việt Nam; Ngân
sách; Ngân sách nhà nước; NSNN; Nghĩa vụ quân sự; Người cao tuổi; Người khuyết tật; Nhà giáo; Nhà
ở; Nhập cảnh, xuất cảnh, quá cảnh, cư trú của người nước ngoài tại Việt Nam; Nuôi con nuôi; Người
lao động Việt Nam đi làm việc ở nước ngoài theo hợp đồng; Đưa người lao động Việt Nam đi làm việc ở
nước ngoài theo hợp đồng; Phá sản; Phá sản doanh nghiệp; Phổ biến, giáo dục pháp luật; Phòng bệnh;
Phòng cháy, chữa cháy và cứu nạn, cứu hộ; Phòng cháy và chữa cháy; Phòng, chống bạo lực gia đình;
Phòng, chống bệnh truyền nhiễm; Phòng, chống khủng bố; Phòng, chống ma túy; Phòng, chống mua bán
người; Phòng, chống rửa tiền; Phòng, chống tác hại của rượu, bia; Phòng, chống tác hại của thuốc
lá; Phòng, chống tham nhũng; Phòng, chống thiên tai; Phòng thủ dân sự; Phí và lệ phí; PCTN; Phòng,
chống nhiễm vi rút gây ra hội chứng suy giảm miễn dịch mắc phải ở người; Phòng, chống nhiễm vi rút
gây ra hội chứng suy giảm miễn dịch mắc phải ở người (HIV/AIDS); Quản lý, bảo vệ công trình quốc
phòng và khu quân sự; Quản lý ngoại thương; Quản lý nợ công; Quản lý, sử dụng tài sản công; Quản
lý, sử dụng tài sản nhà nước; Quản lý, sử dụng vũ khí, vật liệu nổ và công cụ hỗ trợ; Quản lý thuế;
Quản lý, sử dụng vốn nhà nước đầu tư vào sản xuất, kinh doanh tại doanh nghiệp; Quản lý và đầu tư
vốn nhà nước tại doanh nghiệp; Quảng cáo; Quân nhân chuyên nghiệp, công nhân và viên chức quốc
phòng; Quốc phòng; Quốc tịch; Quốc tịch Việt Nam; Quy hoạch; Quy hoạch đô thị; Quy hoạch đô thị và
nông thôn; Sĩ quan Quân đội nhân dân Việt Nam; Sở hữu trí tuệ; Sử dụng năng lượng tiết kiệm và hiệu
quả; Tài nguyên nước; Tài nguyên, môi trường biển và hải đảo; Tạm giữ, tạm giam; Thi hành tạm giữ,
tạm giam; Tần số vô tuyến điện; Thanh niên; Thanh tra; Thẩm phán; Thể dục, thể thao; Thi đua, khen
thưởng; Thi hành án dân sự; Thi hành án hình sự; Thống kê; Thú y; Thủ đô; Thủy lợi; Thủy sản; Thuế;
Thuế bảo vệ môi trường; Thuế chuyển quyền sử dụng đất; Thuế doanh thu; Thuế lợi tức; Thuế giá trị
gia tăng; Thuế GTGT; Thuế sử dụng đất nông nghiệp; Thuế sử dụng đất phi nông nghiệp; Thuế tài
nguyên; Thuế thu nhập cá nhân; Thuế TNCN; Thuế thu nhập doanh nghiệp; Thuế TNDN; Thuế tiêu thụ đặc
biệt; Thuế TTĐB; Thuế xuất khẩu, thuế nhập khẩu; Thuế xuất khẩu, nhập khẩu; Thuế hàng xuất khẩu,
hàng nhập khẩu; Thuế nhà, đất; Thực hành tiết kiệm, chống lãng phí; Thực hành tiết kiệm và chống
lãng phí; Thực hiện dân chủ ở cơ sở; Thương mại; Tiếp cận thông tin; Tiếp công dân; Tiêu chuẩn và
quy chuẩn kỹ thuật; Tín ngưỡng, tôn giáo; Tổ chức Chính phủ; Tổ chức chính quyền địa phương; Tổ
chức cơ quan điều tra hình sự; Tổ chức Hội đồng Bộ trưởng; Tổ chức Hội đồng Chính phủ; Tổ chức Hội
đồng nhân dân và Ủy ban nhân dân; Tổ chức Hội đồng nhân dân và Ủy ban hành chính; Tổ chức Hội đồng
nhân dân, Ủy ban nhân dân; Tổ chức HĐND và UBND; Tổ chức Quốc hội; Tổ chức Quốc hội và Hội đồng Nhà
nước; Tổ chức Tòa án nhân dân; Tổ chức Viện kiểm sát nhân dân; Tố cáo; Tố tụng hành chính; Tố tụng
hình sự; Trách nhiệm bồi thường của Nhà nước; Trẻ em; Trị an; Trí tuệ nhân tạo; Trợ giúp pháp lý;
Trọng tài thương mại; Trồng trọt; Trật tự, an toàn giao thông đường bộ; Trưng cầu ý dân; Trưng mua,
trưng dụng tài sản; Tình trạng khẩn cấp; Tư pháp người chưa thành niên; Tương trợ tư pháp; Tương
trợ tư pháp về dân sự; Tương trợ tư pháp về hình sự; Viên chức; Viễn thông; Việc làm; Xây dựng;
Xuất bản; Xuất cảnh, nhập cảnh của công dân Việt Nam; Xử lý vi phạm hành chính; Thỏa thuận quốc tế;
Cải cách tư pháp; Cơ quan đại diện nước Cộng hòa xã hội chủ nghĩa Việt Nam ở nước ngoài; Chuyển
người đang chấp hành án phạt tù; Kinh tế số; Đường sắt Việt Nam; Công nghiệp quốc phòng, an ninh và
động viên công nghiệp; Tham gia lực lượng gìn giữ hòa bình của Liên hợp quốc; Đặc xá; Hỗ trợ doanh
nghiệp nhỏ và vừa; Cấp, thoát nước
""")
"""After Luật."""

ORDINANCES = _names("""
Án phí, lệ phí Tòa án; Án phí và lệ phí Tòa án; Bảo hộ quyền sở hữu công nghiệp; Bảo hộ quyền tác
giả; Bảo vệ an ninh quốc gia; Bảo vệ bí mật nhà nước; Bảo vệ công trình giao thông; Bảo vệ công
trình quan trọng liên quan đến an ninh quốc gia; Bảo vệ công trình quốc phòng và khu quân sự; Bảo
vệ môi trường; Bảo vệ quyền lợi người tiêu dùng; Bảo vệ và kiểm dịch thực vật; Bảo vệ và phát triển
nguồn lợi thủy sản; Bình ổn giá; Bưu chính, viễn thông; Cán bộ, công chức; Cảnh sát môi trường;
Cảnh vệ; Cảnh sát nhân dân Việt Nam; Cảnh sát cơ động; Chất lượng hàng hóa; Chất lượng nước; Cơ
yếu; Công an xã; Công nhận và thi hành tại Việt Nam bản án, quyết định dân sự của Tòa án nước
ngoài; Công nghiệp quốc phòng; Công chứng nhà nước; Chống bán phá giá hàng hóa nhập khẩu vào Việt
Nam; Chống tham nhũng; Chống trợ cấp hàng hóa nhập khẩu vào Việt Nam; Chức năng, nhiệm vụ và quyền
hạn của Bộ đội biên phòng; Bộ đội biên phòng; Dân quân tự vệ; Dân số; Dự trữ quốc gia; Du lịch; Đê
điều; Điều kiện kinh doanh; Động viên công nghiệp; Đo lường; Giá; Giám định tư pháp; Giống cây
trồng; Giống vật nuôi; Hàm, cấp ngoại giao; Hải quan; Hành nghề y, dược tư nhân; Hành nghề y dược
tư nhân; Hội thẩm nhân dân; Hợp đồng dân sự; Hợp đồng kinh tế; Hợp đồng lao động; Hợp nhất văn bản
quy phạm pháp luật; Hoạt động kinh doanh bảo hiểm; Kế toán và thống kê; Kế toán, thống kê; Khai
thác và bảo vệ công trình khí tượng thủy văn; Khai thác và bảo vệ công trình thủy lợi; Ký kết và
thực hiện điều ước quốc tế; Ký kết và thực hiện thỏa thuận quốc tế; Kiểm sát viên Viện kiểm sát
nhân dân; Lao động công ích; Lãnh sự; Lực lượng cảnh sát biển Việt Nam; Lực lượng dự bị động viên;
Luật sư; Lưu trữ quốc gia; Lý lịch tư pháp; Ngân hàng Nhà nước Việt Nam; Ngân hàng, hợp tác xã tín
dụng và công ty tài chính; Nghĩa vụ lao động công ích; Nghĩa vụ quân sự; Ngoại hối; Người cao tuổi;
Người tàn tật; Nhà ở; Nhãn hiệu hàng hóa; Nhập cảnh, xuất cảnh, cư trú, đi lại của người nước ngoài
tại Việt Nam; Nhiệm vụ, quyền hạn cụ thể của Hội đồng nhân dân và Ủy ban nhân dân ở mỗi cấp; Pháp
điển; Pháp điển hệ thống quy phạm pháp luật; Phí và lệ phí; Phí, lệ phí; Phòng, chống lụt, bão;
Phòng, chống mại dâm; Phòng, chống nhiễm vi rút gây ra hội chứng suy giảm miễn dịch mắc phải ở
người; Phòng, chống tham nhũng; Quản lý thị trường; Quản lý ngoại hối; Quản lý, sử dụng vũ khí, vật
liệu nổ và công cụ hỗ trợ; Quân nhân chuyên nghiệp; Quảng cáo; Sĩ quan dự bị; Sở hữu công nghiệp;
Tài nguyên khoáng sản; Thẩm phán và Hội thẩm Tòa án nhân dân; Thanh tra; Thể dục, thể thao; Thi
đua, khen thưởng; Thi hành án dân sự; Thi hành án phạt tù; Thủ đô Hà Nội; Thủ đô; Thủ tục bắt giữ
tàu bay; Thủ tục bắt giữ tàu biển; Thủ tục giải quyết các tranh chấp lao động; Thủ tục giải quyết
các vụ án dân sự; Thủ tục giải quyết các vụ án hành chính; Thủ tục giải quyết các vụ án kinh tế;
Thú y; Thuế; Thuế doanh thu; Thuế nhà, đất; Thuế nông nghiệp; Thuế tài nguyên; Thuế thu nhập đối
với người có thu nhập cao; Thực hành tiết kiệm, chống lãng phí; Thực hiện dân chủ ở xã, phường, thị
trấn; Thương phiếu; Tiêu chuẩn hóa; Tín ngưỡng, tôn giáo; Tình trạng khẩn cấp; Tình nguyện viên; Tổ
chức điều tra hình sự; Tổ chức luật sư; Tổ chức Tòa án quân sự; Tổ chức Viện kiểm sát quân sự; Tổ
chức Viện kiểm sát nhân dân; Trọng tài kinh tế; Trọng tài thương mại; Trình tự, thủ tục xem xét,
quyết định áp dụng các biện pháp xử lý hành chính tại Tòa án nhân dân; Trừng trị các tội hối lộ; Tự
vệ đối với hàng hóa nhập khẩu nước ngoài vào Việt Nam; Ưu đãi người có công với cách mạng; Ưu đãi
người có công; Ưu đãi người hoạt động cách mạng, liệt sĩ và gia đình liệt sĩ, thương binh, bệnh
binh, người hoạt động kháng chiến, người có công giúp đỡ cách mạng; Vệ sinh an toàn thực phẩm; Xử
lý vi phạm hành chính; Xử phạt vi phạm hành chính; Xuất cảnh, nhập cảnh; Cơ quan đại diện nước Cộng
hòa xã hội chủ nghĩa Việt Nam ở nước ngoài; Chuyển giao công nghệ nước ngoài vào Việt Nam; Bảo vệ
sức khỏe nhân dân
""")
"""After Pháp lệnh."""
