"""What is said of the chat page that an office opens to its network."""

# settings
BAD_PUBLIC_URL = (
    "WEB_PUBLIC_URL phải là địa chỉ https:// chỉ gồm tên máy và cổng, "
    "ví dụ https://giaoban.so-noi-vu.local:8443."
)
NOT_HTTPS = (
    "WEB_PUBLIC_URL phải bắt đầu bằng https://: mật khẩu và bài viết không được đi qua mạng "
    "mà không mã hoá."
)
ONE_TLS_FILE = "WEB_TLS_CERT và WEB_TLS_KEY phải đặt cả hai, hoặc không đặt cái nào."
TLS_WITHOUT_URL = "WEB_TLS_CERT và WEB_TLS_KEY chỉ dùng khi đặt WEB_PUBLIC_URL."
HOST_WITHOUT_TLS = (
    "WEB_HOST phải là 127.0.0.1, localhost hoặc ::1 khi không đặt WEB_TLS_CERT và WEB_TLS_KEY: "
    "ngoài máy này chỉ được nói chuyện có mã hoá."
)
NO_TLS_FILE = "{name}: không đọc được tệp {path}."
BAD_TLS_FILES = (
    "WEB_TLS_CERT và WEB_TLS_KEY không phải chứng thư và khoá (PEM, không mật khẩu) của cùng "
    "một cặp."
)

# main.py member
HELP = "thêm, mời lại, kể ra, bỏ người dùng trang trò chuyện nội bộ"
VERBS = {
    "add": "thêm một người và in liên kết dùng một lần để người ấy đặt mật khẩu",
    "link": "in liên kết mới cho người quên mật khẩu hoặc chưa kịp dùng liên kết cũ",
    "list": "kể ra những người đang được dùng",
    "remove": "bỏ một người; mọi phiên đăng nhập của người ấy dừng ngay",
}
HELP_NAME = "tên đăng nhập: chữ thường không dấu, số, dấu . - _, ví dụ lan.nguyen"
HELP_ADMIN = "cho làm quản trị: dùng được /thanhvien, /chan, /gopnhom, /suckhoe"
BAD_NAME = (
    "«{value}» không làm tên đăng nhập được: viết 2 đến 32 chữ thường không dấu, số, "
    "dấu . - _, bắt đầu bằng chữ, ví dụ lan.nguyen."
)
NO_PUBLIC_URL = "hãy đặt WEB_PUBLIC_URL trước, rồi mới mời được ai vào trang."
BY_OPERATOR = "máy chủ"
NAME_TAKEN = "đã có người mang tên này; muốn gửi lại liên kết: main.py member link {name}"
NO_SUCH_MEMBER = "không có ai mang tên này; xem: main.py member list"
LINK = (
    "Liên kết dùng một lần cho {name}, trong {hours} giờ tới; chỉ gửi cho chính người ấy. "
    "Chưa dùng mà lộ ra thì chạy lại: main.py member link {name}"
)
USED_BEFORE = (
    "Tên này từng có bài. Nếu đây là người khác, xoá bài cũ trước khi gửi liên kết: "
    "main.py forget --chat web:{name}"
)
LISTED = "{name} · {role} · {state} · thêm ngày {day}"
ADMIN, MEMBER = "quản trị", "thành viên"
HAS_PASSWORD, NO_PASSWORD = "đã đặt mật khẩu", "chưa đặt mật khẩu"
NOBODY = "Chưa có ai. Thêm người: main.py member add TÊN"
REMOVED = (
    "Đã bỏ {name}; các phiên đăng nhập đã dừng. Bài cũ vẫn còn, muốn xoá: "
    "main.py forget --chat web:{name}"
)

# main.py run
SERVED_AT = "Trang trò chuyện nội bộ: {url} (nghe ở {address}; bấm Ctrl+C để dừng)"

# the pages
WRONG_PASSWORD = "Tên hoặc mật khẩu không đúng."
WRONG_OLD_PASSWORD = "Mật khẩu đang dùng không đúng."
SESSION_ENDED = "Phiên đăng nhập đã kết thúc. Xin đăng nhập lại."
WAIT = "Sai nhiều lần quá. Xin chờ {wait} rồi thử lại."
MINUTES, SECONDS = "{count} phút", "{count} giây"
WEAK_PASSWORD = "Mật khẩu phải có từ {least} đến {most} ký tự."
UNKNOWN_LINK = "Liên kết đã dùng, đã hết hạn hoặc không đúng. Hãy xin người quản trị liên kết mới."

# the chat
ADD_AT_SERVER = "Thêm người vào trang này bằng lệnh trên máy chủ: main.py member add TÊN"
PUT_OUT_HOW = f"Không cho dùng nữa: /chan TÊN. {ADD_AT_SERVER}"
WHICH_NAME = "Gõ tên đăng nhập sau lệnh, ví dụ: {command} lan.nguyen"
