"""What is said of searches, and of chats that share their digests."""

HOW = (
    "Hãy gõ từ khóa, số văn bản hoặc tên người, ví dụ: ket luan 01. "
    'Có thể thêm: người:"Nguyễn Văn A", cơquan:"Tỉnh ủy", số:01-KL/TW, nguồn:nhandan.vn, '
    "từ:1/5/2022 đến:31/5/2022, hạn:quá."
)
NOTHING = "Không tìm thấy bài nào có «{query}»."
FOUND = "{count} bài có «{query}»:"
FOUND_PAGE = "{count} bài có «{query}», trang {page}/{pages}:"
MANY = (
    "Còn nhiều bài cũ hơn có những từ này; thêm từ, hoặc thêm từ:1/5/2022 đến:31/5/2022 để thu hẹp."
)
UNREAD = "Không hiểu «{filters}» nên đã bỏ qua."
NO_PAGE = "Chỉ có {pages} trang."
BEFORE = "‹ Trước"
AFTER = "Sau ›"
FORGOTTEN = "Lần tìm này đã cũ; xin gõ lại từ khóa sau /tim."
LONGEST_SHOWN = 60  # letters of a query in an answer

OFFICES = "Các cuộc trò chuyện dùng chung bài:"
OFFICE = "• {chats}"
NO_OFFICES = "Chưa có cuộc trò chuyện nào dùng chung bài."
JOIN_HOW = (
    "Gộp: /gopnhom MÃ-SỐ MÃ-SỐ (hoặc một mã, để gộp với cuộc trò chuyện này). "
    "Tách ra: /gopnhom bo MÃ-SỐ. Mã số có trong /thanhvien."
)
JOINED = "Đã gộp {chats}: từ nay các bên cùng thấy bài, văn bản và chỉ đạo của nhau."
LEFT = "Đã tách {chat}: từ nay chỉ thấy bài của mình."
WAS_ALONE = "{chat} vốn không gộp với ai."
NOT_IN = "{chat} chưa được phép dùng bot: /chophep {chat} trước đã."
NOT_OURS = "Bài {name} do cuộc trò chuyện khác gửi: chỉ nơi ấy mới xoá hoặc làm lại được."
