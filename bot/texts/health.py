"""What the bot says of how it is."""

FINE = "Bot chạy bình thường."
WARNING = "Bot cần người quản trị xem"
TROUBLES = {
    "database": "✗ Không ghi được vào tệp dữ liệu.",
    "inbox": "✗ Có tin chờ trả lời đã quá 5 phút.",
    "disk": "✗ Đĩa sắp đầy: hãy dọn bớt, nếu không bot sẽ không giữ được bài mới.",
    "backup": "✗ Lần sao lưu gần nhất không thành, hoặc đã quá hai ngày chưa sao lưu.",
}
KEPT = "Đang giữ {count} bài, dữ liệu {size}."
WAITING = "Đang chờ trả lời: {open} tin (lâu nhất {minutes} phút); chưa gửi xong: {unsent}."
ROOM = "Đĩa còn trống {room}."
BACKUP = "Sao lưu gần nhất: {day}."
NEVER = "chưa có"
HEALTH_AT = "Sức khoẻ và số liệu: {address}/healthz, {address}/metrics"
