"""What is said of how much there is and what is due."""

TITLE = "Thống kê {span}"
ARTICLES = {
    "day": "{count} bài, nhiều nhất {most} bài trong ngày {name}",
    "month": "{count} bài, nhiều nhất {most} bài trong tháng {name}",
    "year": "{count} bài, nhiều nhất {most} bài trong năm {name}",
}
DOCUMENTS = "Văn bản nhắc nhiều nhất: {documents}"
DOCUMENT = "{name} ({count} bài)"
DUE = (
    "Việc chưa xong: {over} quá hạn, {week} đến hạn trong tuần này, {later} hạn xa hơn, "
    "{none} không nêu hạn"
)
NOTHING = "{title}: chưa có bài nào."
HOW = "Hãy gõ: /thongke, /thongke tuần này, /thongke tháng này hoặc /thongke 1/5/2022 31/5/2022."
COUNTED = {
    "day": "Số bài mỗi ngày",
    "month": "Số bài mỗi tháng",
    "year": "Số bài mỗi năm",
}
MOST_MENTIONED = "Văn bản được nhắc nhiều nhất (số bài)"
ORDERS = "Việc chưa xong, theo hạn"
NO_DOCUMENTS = "Chưa có văn bản nào"
BARS = ("Quá hạn", "Tuần này", "Xa hơn", "Không nêu hạn")
LAST_DAYS = "30 ngày qua ({first} đến {last})"
FILE = "thong-ke-{day}.png"

# the page
NO_ARTICLES = "Chưa có bài nào trong thời gian này."
OF_ALL_DAYS = "Tính đến hôm nay, {day}, trong mọi bài còn giữ, không riêng thời gian trên."
UNITS = {"day": "Ngày", "month": "Tháng", "year": "Năm"}
COUNT, DOCUMENT_NAME, DEADLINE, TASKS = "Số bài", "Văn bản", "Hạn", "Số việc"
HOW_TO_OPEN = "Bấm vào một dòng có gạch chân để mở trong trang trò chuyện."
WHOSE = "Bài của {member} và của những người dùng chung bài."
BACK = "← Trò chuyện"
OTHER_DAYS = "Thời gian khác"
CHOICES = {
    "": "30 ngày qua",
    "tuần này": "Tuần này",
    "tháng này": "Tháng này",
    "tháng trước": "Tháng trước",
    "năm nay": "Năm nay",
}
UNREAD_DAYS = "Không hiểu thời gian này."
