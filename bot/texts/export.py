"""What is said of files that are given out."""

FORMS = {
    "word": "Word",
    "excel": "Excel",
    "lich": "Lịch",
    "csv": "CSV",
    "json": "JSON",
}
BUTTON = "Xuất"
WHICH_FORM = "{title}: {count}. Xuất ra dạng nào?"
ARTICLES = "{count} bài"
ORDERS = "{count} việc"
HERE = "{title}, {count}:"
MANY = "Chỉ {count} bài mới nhất có trong tệp; xuất ít ngày hơn để có đủ."
NOTHING = "{title}: không có gì để xuất."
ONE = "Bài số {name}"
SEARCH = "Các bài có «{query}»"
REGISTER = "Các việc được giao"
HOW = (
    "Hãy gõ: /xuat word hôm nay, /xuat excel tuần này, /xuat lich 1/5/2022 31/5/2022, "
    "/xuat word 3 (bài số 3), /xuat excel tim ket luan 01, /xuat lich chidao quá hạn."
)
FORGOTTEN = "Lần xuất này đã cũ; xin gõ lại."
FILE = "giaoban-{day}"

HELP = "xuất các bài đã giữ ra tệp Word, Excel, lịch, CSV hoặc JSON"
HELP_FILE = "tệp để ghi; với --json mà không có FILE thì in ra màn hình"
HELP_FORMAT = "dạng tệp; không ghi thì theo đuôi của FILE"
HELP_SINCE = "từ ngày này (theo ngày giữ bài)"
HELP_UNTIL = "đến hết ngày này"
HELP_SEARCH = "chỉ các bài tìm thấy"
HELP_JSON = "mọi bài của mọi cuộc trò chuyện, có nguyên văn và chỗ đã sửa, thành một mảng JSON"
HELP_CHAT = "của cuộc trò chuyện này, dạng kênh:mã-số; không ghi thì là các bài giữ bằng lệnh keep"
NO_FORMAT = "không rõ dạng tệp: đặt đuôi .docx, .xlsx, .ics, .csv, .json hoặc ghi --format."
NO_FILE = "hãy ghi tên tệp để xuất ra."
WRITTEN = "Đã xuất {count} bài vào {path}."
TITLE = "Các bài đã giữ"
