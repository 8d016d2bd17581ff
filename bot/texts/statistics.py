"""What is said of how much there is and what is due."""

TITLE = "Thống kê {span}"
ARTICLES = "{count} bài, nhiều nhất {most} bài trong ngày {day}"
DOCUMENTS = "Văn bản nhắc nhiều nhất: {documents}"
DOCUMENT = "{name} ({count} bài)"
DUE = (
    "Việc chưa xong: {over} quá hạn, {week} đến hạn trong tuần này, {later} hạn xa hơn, "
    "{none} không nêu hạn"
)
NOTHING = "{title}: chưa có bài nào."
HOW = "Hãy gõ: /thongke, /thongke tuần này, /thongke tháng này hoặc /thongke 1/5/2022 31/5/2022."
A_DAY = "Số bài mỗi ngày"
MOST_MENTIONED = "Văn bản được nhắc nhiều nhất (số bài)"
ORDERS = "Việc chưa xong, theo hạn"
NO_DOCUMENTS = "Chưa có văn bản nào"
BARS = ("Quá hạn", "Tuần này", "Xa hơn", "Không nêu hạn")
LAST_DAYS = "30 ngày qua ({first} đến {last})"
FILE = "thong-ke-{day}.png"
