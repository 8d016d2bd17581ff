"""The events of gold articles as another newsroom would tell them, written by hand."""

from __future__ import annotations

# gold article → the other newsroom's own words, with the same facts and some of the phrases
REWRITES = {
    "dev-05": """450 cán bộ chủ chốt của tỉnh học tập Nghị quyết Trung ương 4

Hơn 450 cán bộ chủ chốt các cấp trong tỉnh hôm 09/12/2016 đã dự hội nghị quán triệt Nghị quyết Trung ương 4 (khóa XII) do Ban Thường vụ Tỉnh ủy tổ chức. Bí thư Tỉnh ủy Vi Đức Thoại chủ trì.

Truyền đạt tại hội nghị, ông Mạc Như Hải, Phó Trưởng Ban Tuyên giáo Trung ương, đi sâu vào 27 biểu hiện suy thoái về tư tưởng chính trị, đạo đức, lối sống cùng 4 nhóm giải pháp của Nghị quyết số 04-NQ/TW.

Bí thư Tỉnh ủy lưu ý các cấp ủy không làm hình thức, mỗi đảng viên tự soi mình để sửa, người đứng đầu phải làm trước cho cấp dưới noi theo.""",
    "dev-06": """Tân Hòa dồn sức cho chặng cuối năm

Huyện ủy Tân Hòa vừa họp Ban Chấp hành lần thứ 19 (mở rộng), nhìn lại 9 tháng và bàn việc cho quý cuối của năm 2019. Ông Bùi Hữu Phước, Bí thư Huyện ủy, cùng bà Kiều Thị Mỹ Dung và ông Trương Công Hòa điều hành phiên họp chiều 26/9.

Điểm sáng của huyện là 1.284 ha lúa kém hiệu quả đã chuyển sang trồng cây ăn trái, thu ngân sách được 81,3% dự toán, 9 trong 12 xã về đích nông thôn mới.

Dù vậy, dịch tả lợn châu Phi khiến người nuôi phải tiêu hủy 6.710 con heo; một số công trình thủy lợi giải ngân ì ạch. Ông Lê Hoàng Vũ, Trưởng Ban Dân vận Tỉnh ủy, mong huyện gỡ sớm những điểm nghẽn này.""",
    "dev-08": """Đoàn công tác Quân khu kiểm tra Bộ CHQS tỉnh

Thiếu tướng Đoàn Khắc Liêm, Phó Tư lệnh, Tham mưu trưởng Quân khu, vừa dẫn đầu đoàn công tác đến kiểm tra Bộ Chỉ huy Quân sự tỉnh trong hai ngày 18 và 19/4.

Các kíp trực, kho vũ khí của Trung đoàn 892, Đại đội Trinh sát cơ giới 31 và Ban CHQS huyện Krông Búk đã được báo động. Nhìn chung bộ đội thao tác thuần thục, quân số trực đủ, song hào và công sự xuống cấp, sổ sách vài nơi chưa khớp.

Tư lệnh phó Quân khu giao Trung đoàn 892 sửa ngay công sự; Bộ CHQS tỉnh hoàn chỉnh văn kiện tác chiến phòng thủ trước ngày 15/5/2023, trực nghiêm dịp nghỉ lễ 30/4 và 1/5. Đại tá Võ Trường Kỳ hứa sẽ làm ngay.""",
    "dev-19": """Không khí lạnh tràn về, Bắc Bộ chuyển rét từ sáng 23/11

Cơ quan khí tượng cho biết từ gần sáng 23/11 các tỉnh Bắc Bộ chuyển rét với nhiệt độ thấp nhất 14 - 17 độ C; vùng núi còn 10 - 13 độ C, có nơi dưới 9 độ C.

Thủ đô có mưa nhỏ rải rác tới trưa 24/11. Ngoài khơi vịnh Bắc Bộ, sóng cao 2 - 4 m nên tàu thuyền cần thận trọng khi ra khơi.

Trong khi đó, miền Trung từ Quảng Bình đến Quảng Ngãi mưa to, có nơi tới 150 mm. Nông dân Tây Nguyên gặp nắng đẹp để phơi cà phê. Người chăn nuôi vùng cao được khuyên che chắn chuồng trại, trữ cỏ khô vì rét còn kéo dài.""",
    "dev-21": """Tuổi trẻ toàn tỉnh trồng 56.000 cây xanh trong Tháng Thanh niên

Tháng Thanh niên năm nay, đoàn viên trong tỉnh đã làm 312 công trình, phần việc, trồng 56.000 cây xanh và hiến 1.017 đơn vị máu. Những con số ấy được nêu tại hội nghị tổng kết chiều 31/3/2017 ở Nhà Thiếu nhi tỉnh, do Bí thư Tỉnh Đoàn Vương Thảo Nguyên chủ trì.

Tỉnh Đoàn cũng công bố Kế hoạch số 118-KH/TĐTN về chiến dịch hè. Lễ ra quân dự kiến ngày 28/5/2017, khi ấy lực lượng và kinh phí ở cơ sở phải sẵn sàng.

Thay mặt Ban Dân vận Tỉnh ủy, ông Nghiêm Xuân Hậu mong Đoàn cùng ngành giáo dục bồi đắp lý tưởng cách mạng cho học sinh. Ba đơn vị dẫn đầu nhận Cờ thi đua.""",
    "dev-24": """Tân Đại sứ Estavia trình Quốc thư lên Chủ tịch nước Văn Đức Kiên

Chủ tịch nước Văn Đức Kiên chiều 12/11 đã nhận Quốc thư của ông Aleksander Joon Petrosson, Đại sứ đặc mệnh toàn quyền nước Cộng hòa Estavia, tại Phủ Chủ tịch.

Chủ tịch nước mong Đại sứ làm cầu nối để hai nước trao đổi đoàn nhiều hơn, họp Ủy ban hỗn hợp lần hai ngay trong năm 2025 và mở rộng cửa cho nông sản, thủy sản.

Về phần mình, ông Petrosson nói Việt Nam là đối tác quan trọng của Estavia ở Đông Nam Á, đồng thời gợi ý mở đường bay thẳng và cùng làm Chính phủ số. Bộ Ngoại giao được giao lo lộ trình hợp tác, báo cáo trong quý I/2025.""",
    "dev-28": """Mưa lũ ở Tây Trà Giang: 64 hộ bị cô lập, Chủ tịch huyện đến từng nhà

Nước lũ khiến 64 hộ dân thôn 2, xã Trà Nú bị cô lập từ đêm 10.10. Chiều 12.10, Chủ tịch UBND huyện Tây Trà Giang Alăng Bhuốch đi ca nô mang mì tôm, nước uống đến cho bà con.

Tại xã Đại Nghĩa Tây, 47 ha rau màu chìm trong nước, một cầu treo bị cuốn trôi; 38 hộ phải dọn vào trường học, theo lời Chủ tịch xã Bh'riu Prăm.

Ông Bhuốch buộc các xã đưa dân ven sông, ven suối đi nơi khác trước khi trời tối, cắt cử người gác ngầm tràn cả ngày đêm. Tuyến ĐH6 sạt lở phải thông ngay hôm sau. Hàng cứu trợ do Hội Chữ thập đỏ huyện chia, phải công khai.""",
}
