"""What is said in the day's digest, and of its hour."""

TITLE = "Bản tin {span}"
SPAN_DAY = "ngày {day}"
SPAN_DAYS = "từ {first} đến {last}"
MOMENT = "{time} ngày {day}"
SPAN_HOURS = "từ {first} đến {last}"
COUNTED = "{items} tin, {articles} bài"
NOTHING = "{title}: không có bài nào được gửi."
MANY = "Bản tin chỉ gồm {count} bài mới nhất; xem ít ngày hơn để có đủ."
LEVELS = {
    "central": "Trung ương",
    "province": "Tỉnh, thành phố",
    "local": "Cơ sở",
    "other": "Tin khác",
}
CHAIRED = "{names} chủ trì"
SOURCES = "Bài"
DISAGREE = "Các bài nói khác nhau:"
CLAIM = "bài {name} «{words}»"
DOCUMENTS = "Văn bản được nhắc"
TIMES = "{count} bài"
DIRECTIVES = "Chỉ đạo mới"
NO_DEADLINE = "không nêu hạn"
MORE_ITEMS = "… và {count} tin nữa, có trong tệp Word."
MORE_DOCUMENTS = "… và {count} văn bản nữa: /vanban"
MORE_DIRECTIVES = "… và {count} việc nữa: /chidao"
HOW = (
    "Hãy gõ: /bantin, /bantin hôm qua, /bantin tuần này, /bantin 19/5/2022 hoặc "
    "/bantin 1/5/2022 31/5/2022."
)
FILE = "ban-tin-{day}"

HOUR_SET = "Bản tin sẽ tự đến lúc {at} {days}. Tắt: /hengio tắt."
HOUR_IS = "Bản tin tự đến lúc {at} {days}; lần tới: {next}."
EVERY_DAY = "hằng ngày"
WORKING_DAYS = "các ngày làm việc"
HOUR_NONE = "Chưa hẹn giờ gửi bản tin ở đây."
HOUR_OFF = "Đã tắt bản tin hẹn giờ."
HOUR_HOW = (
    "Hẹn giờ: /hengio 07:00 (hằng ngày), /hengio 07:00 làm việc (trừ ngày nghỉ), /hengio tắt."
)
NOT_DECIDED = "Lịch nghỉ năm {year} chưa có trong tệp ngày nghỉ: tạm tính theo Bộ luật Lao động."
