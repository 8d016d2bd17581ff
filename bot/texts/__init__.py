"""Every Vietnamese sentence that the program says."""

from __future__ import annotations

from summarizer.model import Part

# the digest
EVENT = "Sự kiện"
PEOPLE = "Nhân sự"
DOCUMENTS = "Văn bản"
DIRECTIVES = "Chỉ đạo"
SUMMARY = "Tóm tắt"
WHEN = "Thời gian"
WHERE = "Địa điểm"
HOST = "Đơn vị tổ chức"
MODE = "Hình thức"
GROUPS = "Thành phần"
PUBLISHED = "Đăng ngày"
DEADLINE = "Hạn"
ABOUT = "về"
NO_ISSUER = "Chưa rõ người giao"
EVERYBODY = "Chung"
NOTHING_FOUND = "Bài không nêu sự kiện, văn bản hay chỉ đạo nào."
PARTS: dict[Part, str] = {
    "chủ trì": "Chủ trì",
    "chỉ đạo": "Chỉ đạo",
    "phát biểu": "Phát biểu",
    "dự": "Dự",
    "khác": "Được nhắc đến",
}

# the article with its facts marked
LEGEND = "Chú giải"
MARKS = {
    "event": "sự kiện",
    "time": "thời gian, thời hạn",
    "place": "địa điểm",
    "person": "người",
    "role": "chức vụ",
    "group": "thành phần dự",
    "document": "văn bản",
    "directive": "chỉ đạo, đánh số theo thứ tự",
    "party": "cơ quan tổ chức, người giao, nơi nhận, nơi ban hành",
    "summary": "câu tóm tắt",
}

# the command line
PROGRAM = "Đọc tin chính thống, rút ra bản tóm lược có dẫn chứng."
HELP_DIGEST = "tóm lược bài viết"
HELP_EXPLAIN = "in bài viết, đánh dấu từng chi tiết tại chỗ của nó"
HELP_EVALUATE = "chấm điểm theo các bài đã gán nhãn"
HELP_KEEP = "tóm lược rồi giữ lại để tìm về sau"
HELP_FIND = "tìm trong các bài đã giữ, gõ có dấu hay không dấu"
HELP_RUN = "chạy bot Telegram, trang trò chuyện nội bộ, hoặc trang trên máy này khi chưa đặt gì"
HELP_WORDS = "từ khóa, số văn bản, tên người"
HELP_SOURCES = "tệp .txt .html .docx .pdf, đường dẫn http(s), hoặc - để đọc từ đầu vào chuẩn"
HELP_PUBLISHED = "ngày đăng bài, dạng 2022-05-19 hoặc 19/5/2022"
HELP_JSON = "in một đối tượng JSON (digest/1)"
HELP_JSONL = "nhiều bài, mỗi bài một dòng JSON có «id» là tên tệp"
HELP_MANIFEST = "tệp JSON Lines ghi «id» và «published» của từng bài"
HELP_SENTENCES = "số câu tóm tắt (mặc định 3)"
HELP_WORKERS = "số tiến trình (mặc định: mọi lõi)"
HELP_GOLD = "thư mục có ID.txt và ID.json"
HELP_VERBOSE = "kể ra từng chỗ thiếu, thừa, sai"
HELP_FLOORS = "đối chiếu với mức sàn mang tên này trong tests/quality/floors.toml"
PROGRESS = "Đang đọc"
STOPPED = "Đã dừng theo yêu cầu."
SEE_HELP = "Xem: {program} --help"

# what went wrong
FAILED = "{source}: {reason}"
MISSING_FILE = "không có tệp này."
IS_DIRECTORY = "đây là thư mục, cần một tệp."
NOT_ALLOWED = "không được phép đọc tệp này."
NOT_READABLE = "không đọc được tệp này."
TOO_LARGE = "quá lớn hoặc quá dài: chỉ đọc tệp tối đa {file} MB, văn bản tối đa {text} MB."
UNREACHABLE = "trang không trả lời; hãy thử lại sau, hoặc dán nội dung bài vào đây."
INSIDE = "đường dẫn trỏ vào mạng nội bộ nên không mở; hãy dán nội dung bài vào đây."
GONE = "trang không còn ở đó; hãy kiểm tra đường dẫn, hoặc dán nội dung bài vào đây."
LOGIN_NEEDED = "trang đòi đăng nhập hoặc không cho đọc; hãy dán nội dung bài vào đây."
REFUSED = "trang báo lỗi; hãy thử lại sau, hoặc dán nội dung bài vào đây."
PAGE_TOO_LARGE = "trang quá lớn; hãy dán riêng nội dung bài vào đây."
TOO_SLOW = "trang tải quá lâu; hãy thử lại sau, hoặc dán nội dung bài vào đây."
NO_PAGE = "đường dẫn không phải trang web hay tài liệu; hãy gửi đường dẫn của bài viết."
FORBIDDEN_LINK = "chỉ mở http, https của trang công khai; hãy dán nội dung bài vào đây."
REDIRECTS = "đường dẫn chuyển hướng mãi không tới trang nào; hãy dán nội dung bài vào đây."
UNKNOWN_NAME = "không có trang nào mang tên này; hãy kiểm tra đường dẫn."
BAD_CERTIFICATE = "trang không chứng minh được là thật; hãy dán nội dung bài vào đây."
SITE_BUSY = "trang đang quá tải; hãy thử lại sau ít phút, hoặc dán nội dung bài vào đây."
NO_TURN = "đang có quá nhiều bài của trang này chờ đọc; hãy gửi lại đường dẫn sau ít phút."
ROBOT_REFUSED = "trang chặn phần mềm đọc tự động; hãy dán nội dung bài vào đây."
PROXY_FAILED = (
    "máy chủ proxy không mở đường ra trang này; hãy báo người quản trị, hoặc dán nội dung bài."
)
BAD_DAY = "«{value}» không phải là ngày; viết 2022-05-19 hoặc 19/5/2022."
BAD_COUNT = "«{value}» không phải là số nguyên từ {least} trở lên."
BAD_MANIFEST = "{path}: dòng {line} không phải là JSON có «id» và «published»."
ONE_SOURCE = "--json chỉ in một bài; với nhiều bài hãy dùng --jsonl."
NO_GOLD = "không có bài nào đã gán nhãn (ID.txt cùng ID.json) ở đây."
NO_FLOORS = "không có mức sàn nào tên «{name}»."
EMPTY = "không có chữ nào để đọc."
UNKNOWN_FORMAT = "không đọc được loại tệp này; hãy gửi .txt, .html, .docx hoặc .pdf."
OLD_WORD = "tệp .doc của Word cũ: hãy lưu lại thành .docx rồi gửi."
BROKEN_FILE = "tệp bị hỏng hoặc bị cắt cụt."
ENCRYPTED = "tệp có mật khẩu; hãy gửi bản không khóa."
SCANNED = "PDF này là ảnh chụp, không có chữ; hãy gửi bản có chữ."
NOT_AN_ARTICLE = "trang không có bài viết nào; hãy gửi đường dẫn của chính bài, hoặc dán nội dung."
PAYWALLED = (
    "bài chỉ cho đọc phần đầu, muốn đọc tiếp phải đăng nhập hoặc mua; hãy dán nội dung bài vào đây."
)
LOGIN_PAGE = "đây là trang đăng nhập, không có bài viết; hãy dán nội dung bài vào đây."
GONE_PAGE = "trang báo bài không còn ở đó; hãy kiểm tra đường dẫn, hoặc dán nội dung bài vào đây."
NEEDS_BROWSER = (
    "trang chỉ hiện nội dung trong trình duyệt; hãy mở trang rồi dán nội dung bài vào đây."
)
VIDEO_PAGE = "trang này là video, không có bài viết để đọc; hãy dán nội dung bài nếu có."
DAMAGED = "chữ bị hỏng khi chuyển mã, không khôi phục chắc chắn được; hãy gửi bản gốc."
NOT_VIETNAMESE = "không có nội dung tiếng Việt."
UNMARKED = "bài viết không dấu nên có thể hiểu sai; hãy gửi bản có dấu."
WORKER_DIED = "tiến trình đọc bài này bị dừng giữa chừng (có thể thiếu bộ nhớ)."
JOB_TOO_LONG = "đọc bài này quá lâu nên đã dừng."
UNEXPECTED = "lỗi chưa lường trước ({kind}); xin báo cho người phát triển."

# the chat
READING = "Đã nhận, đang đọc…"
CUT_SHORT = "{words}… ({letters} chữ)"
PRESS_AGAIN = "Bot vừa khởi động lại; xin bấm lại nút này."
NO_ANSWER = "Không trả lời được tin này; xin gửi lại sau."
NOTHING = "(không có gì)"
GREETING = (
    "Hãy gửi hoặc chuyển tiếp một bài báo: đường dẫn, nội dung dán vào, tệp Word hoặc PDF. "
    "Tôi trả lời bằng bản tóm lược: họp gì, ai, văn bản nào, chỉ đạo ai làm gì trước ngày nào; "
    "mỗi dòng đều có nguyên văn trong bài."
)
# read once where workers start, so that all that articles need is loaded
ARTICLE = (
    "Sáng 16/10/2025, tại Trung tâm Hội nghị tỉnh, Ban Thường vụ Tỉnh ủy tổ chức hội nghị trực "
    "tuyến quán triệt Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị. Dự hội nghị có "
    "đồng chí Lê Hữu Khang, Chủ tịch UBND tỉnh.\n"
    "Phát biểu kết luận hội nghị, Bí thư Tỉnh ủy Đỗ Quang Vĩnh yêu cầu Sở Khoa học và Công nghệ "
    "rà soát hạ tầng số, báo cáo Ban Thường vụ Tỉnh ủy trước ngày 15/11/2025."
)
COMMANDS = {
    "/tim": "tìm bài đã gửi, gõ có dấu hay không dấu đều được",
    "/bantin": "bản tin của ngày, ví dụ /bantin hôm qua, /bantin tuần này",
    "/xuat": "xuất ra Word, Excel, lịch, ví dụ /xuat word hôm nay",
    "/thongke": "số bài mỗi ngày, văn bản nhắc nhiều, việc đến hạn",
    "/hengio": "giờ tự gửi bản tin, ví dụ /hengio 07:00",
    "/moi": "các bài mới nhất",
    "/homnay": "các bài gửi hôm nay",
    "/xem": "mở lại bài theo số, ví dụ /xem 3",
    "/vanban": "các văn bản được nhắc, ví dụ /vanban 01-KL/TW",
    "/chidao": "các việc được giao: quá hạn, hạn tuần này, đang theo dõi, đã xong",
    "/coquan": "khai cơ quan của mình để được nhắc hạn",
    "/nhachan": "giờ nhắc hạn, ví dụ /nhachan 8:00",
    "/goc": "nguyên văn từng dòng của bài, ví dụ /goc 3",
    "/sua": "sửa dòng sai của bài, ví dụ /sua 3",
    "/xoa": "xoá bài, ví dụ /xoa 3",
    "/help": "cách dùng",
}
ADMIN_COMMANDS = {
    "/thanhvien": "ai đang được dùng bot",
    "/chophep": "cho phép một người hoặc nhóm theo mã số",
    "/chan": "không cho dùng nữa, theo mã số",
    "/gopnhom": "cho các nhóm dùng chung bài, theo mã số",
    "/suckhoe": "bot có chạy bình thường không, đang giữ bao nhiêu bài",
}
NO_SUCH_COMMAND = "Không có lệnh này. Các lệnh:"
NOTHING_TO_READ = (
    "Tôi chỉ đọc được chữ: hãy gửi đường dẫn, dán nội dung bài, hoặc gửi tệp Word, PDF."
)
NO_NEWS = (
    "Đây không phải bài tin: tôi cần đường dẫn, toàn văn bài dán vào, hoặc tệp Word, PDF. "
    "Gõ /help để xem cách dùng."
)
NUMBER = "Bài số {number}"
KNOWN_ALREADY = "Bài này đã có (số {number}, ngày {day}):"
KNOWN_NEARLY = "Bài gần giống đã có (số {number}, ngày {day}):"
EVIDENCE = "Câu gốc"
CORRECT = "Sửa"
REMOVE = "Xoá"
REDO = "Làm lại"
WHICH_DIGEST = "Gõ số của bài sau lệnh, ví dụ: {command} 3. Gõ /moi để xem số của các bài mới."
NO_SUCH_DIGEST = "Không có bài số {number}, hoặc bài đã bị xoá. Gõ /moi để xem các bài mới."
REMOVE_SURE = "Xoá hẳn bài số {number}: {title}?"
REMOVE_SURELY = "Xoá hẳn"
LEAVE = "Thôi"
REMOVED = "Đã xoá bài số {number}."
NOTHING_TODAY = "Hôm nay chưa có bài nào."
ENOUGH_A_MINUTE = "Bạn vừa gửi đủ {most} bài trong một phút; xin chờ một phút rồi gửi lại."
ENOUGH_A_DAY = "Bạn đã gửi đủ {most} bài trong 24 giờ; xin gửi lại vào ngày mai."
SECRET = (
    "Văn bản có dấu mật hoặc lưu hành nội bộ nên không được đọc, không giữ lại chữ nào. "
    "Xin xoá tin này khỏi cuộc trò chuyện và gửi qua đường công văn mật."
)
NOT_ANSWERED = "Tin số {number} của {chat} không trả lời được sau ba lần thử ({failure})."

NOTHING_SENT = "Không gửi được bản tin hoặc lời nhắc đến giờ; xin gõ /bantin hoặc /chidao để xem."
NOT_SENT = "Bản tin hoặc lời nhắc số {number} cho {chat} không gửi được sau ba lần thử ({failure})."
NO_FILES_HERE = (
    "Kênh này không gửi được tệp; hãy mở trang trò chuyện trên máy chủ, hoặc nhờ người quản trị "
    "chạy main.py export."
)
FILE_REFUSED = (
    "Không gửi được tệp vào cuộc trò chuyện này: nhóm không cho gửi tệp, hoặc tệp quá lớn. "
    "Hãy xuất ít ngày hơn, hoặc nhắn riêng cho bot."
)
FILE_GONE = "Tệp này không còn được giữ; hãy xuất lại."
FILE_AGAIN = "Gửi lại sau khi mất kết nối; có thể bạn đã nhận tệp này."

# members
STRANGER = "Bot này chỉ dành cho thành viên. Mã số của bạn là {id}; đã chuyển tới người quản trị."
STRANGE_GROUP = (
    "Bot này chỉ dành cho thành viên. Mã số của nhóm là {id}; đã chuyển tới người quản trị."
)
STRANGER_ASKS = "Người mang mã số {id} xin dùng bot."
GROUP_ASKS = "Nhóm mang mã số {id} xin dùng bot."
LET_IN = "Cho phép"
TURN_AWAY = "Từ chối"
MEMBERS = "Được dùng bot:"
ADMIN = "{id} (quản trị)"
ALLOWED = "{id} (theo ALLOWED_IDS)"
MEMBER = "{id} ({by} cho phép ngày {day})"
PUT_OUT_HOW = "Cho phép: /chophep MÃ-SỐ. Không cho dùng nữa: /chan MÃ-SỐ."
WHICH_ID = "Gõ mã số sau lệnh, ví dụ: {command} 123456789"
IN_ALREADY = "{id} đã được phép từ trước."
IS_IN = "Đã cho phép {id}."
WELCOME = "Bạn đã được phép dùng bot. Hãy gửi một bài báo, hoặc gõ /help."
TURNED_AWAY = "Đã từ chối {id}; bot không trả lời người này nữa."
IN_BY_SETTINGS = "{id} có trong ADMIN_IDS hoặc ALLOWED_IDS: muốn bỏ thì sửa cài đặt."
IS_OUT = "{id} không còn được dùng bot."
WAS_NOT_IN = "{id} vốn không có trong danh sách; từ nay bot không trả lời."
NO_TITLE = "(không có tiêu đề)"
NOTHING_KEPT = "Chưa có bài nào ở đây."

# evidence, corrections
SOURCE = "Nguồn"
EDITED = "(bạn đọc sửa)"
EDITED_NO_DEADLINE = "(bạn đọc sửa: bài không nêu hạn)"
NO_EVIDENCE = "Bài này không có dòng nào để dẫn nguyên văn; phần tóm tắt là câu của chính bài."
EVIDENCE_OF = "Nguyên văn của bài số {number}, chữ đậm là chỗ rút ra (dòng {first}–{last}/{all}):"
MORE = "Xem tiếp"
WHAT_IS_WRONG = "Bài số {number}, «{title}»: điều gì sai?"
WRONG_PERSON = "Sai người"
WRONG_DEADLINE = "Sai hạn"
DROP_LINE = "Bỏ dòng"
TAKE_BACK = "Hoàn nguyên"
WHICH_PERSON = "Người nào của bài số {number} sai?"
WHICH_DEADLINE = "Chỉ đạo nào của bài số {number} sai hạn?"
WHICH_LINE = "Bỏ dòng nào của bài số {number}?"
NO_PEOPLE = "Bài số {number} không nêu người nào."
NO_DIRECTIVES = "Bài số {number} không nêu chỉ đạo nào."
NO_LINES = "Bài số {number} không còn dòng nào."
NOT_A_PERSON = "Không phải người: bỏ dòng này"
NO_DEADLINE = "Bài không nêu hạn"
TYPE_NAME = "Tên đúng là gì? Hãy trả lời bằng tên đúng, hoặc gõ: {begun} Tên đúng"
TYPE_DAY = "Hạn đúng là ngày nào? Hãy trả lời bằng ngày, hoặc gõ: {begun} 15/11/2025"
BAD_LINE = "Không có dòng mang số này. Gõ số trong danh sách, ví dụ: /sua {number} {what} {line}"
BAD_NAME = "Tên phải là chữ, từ 2 đến 80 ký tự, ví dụ: /sua {number} nguoi {line} Trần Văn An"
BAD_DEADLINE = "Không có ngày này. Viết ngày/tháng/năm, ví dụ: /sua {number} han {line} 15/11/2025"
CORRECT_HOW = (
    "Chưa rõ sửa gì. Gõ /sua {number} nguoi, /sua {number} han hoặc /sua {number} bo để chọn dòng."
)
CORRECTED_OF = "Bài số {id}: {title}"
NO_CORRECTIONS = "Chưa có bài nào được bạn đọc sửa."
CORRECTION_KINDS = {"drop": "bỏ dòng", "name": "tên đúng", "deadline": "hạn đúng"}
HELP_CORRECTIONS = "kể ra những chỗ bạn đọc đã sửa, để dạy lại chương trình"
HELP_CORRECTIONS_JSON = "in một mảng JSON, mỗi bài một ca để thêm vào bài đã gán nhãn"

# files
NO_TITLE = "(không có tiêu đề)"
ARTICLES = "Bài"
TASK = "Việc"
ISSUER = "Người giao"
ADDRESSEE = "Nơi nhận"
ARTICLE_COLUMNS = (
    "Bài số", "Tiêu đề", "Sự kiện", "Ngày họp", "Địa điểm", "Đơn vị tổ chức", "Chủ trì",
    "Ngày đăng", "Ngày nhận", "Đường dẫn",
)  # fmt: skip
DOCUMENT_COLUMNS = ("Loại", "Số", "Ngày", "Nơi ban hành", "Về việc", "Bài số", "Tiêu đề bài")
DIRECTIVE_COLUMNS = (
    "STT", TASK, ISSUER, ADDRESSEE, DEADLINE, "Bài số", "Tiêu đề bài", "Đường dẫn",
)  # fmt: skip
WORD_COLUMNS = ("STT", TASK, ISSUER, ADDRESSEE, DEADLINE, ARTICLES)
ORDERS_HEADING = "Các việc được giao"
ARTICLES_HEADING = "Tóm lược từng bài"
SOURCES_HEADING = "Nguồn"
MADE_AT = "Lập lúc {time} ngày {day}"

# settings
KEPT = "Đã giữ {new} bài mới, trong {path}."
BAD_TOKEN = "TELEGRAM_TOKEN phải có dạng 123456:chữ-và-số do @BotFather cấp."
BAD_PROXY = "{name} phải bắt đầu bằng {schemes}."
NO_ADMINS = (
    "ADMIN_IDS chưa đặt: ghi mã số Telegram của người quản trị (nhắn @userinfobot để biết), "
    "nhiều người cách nhau dấu phẩy."
)
BAD_IDS = "{name} phải là các mã số cách nhau dấu phẩy, ví dụ 123456789,-1001234567890."
BAD_URL = "{name} phải bắt đầu bằng http:// hoặc https://."
BAD_PACING = "TELEGRAM_PACING phải là on hoặc off."
BAD_SECRET = "WEBHOOK_SECRET chỉ gồm chữ không dấu, số, - và _, tối đa 256 ký tự."
BAD_ZONE = "TIMEZONE «{value}» không phải tên múi giờ, ví dụ Asia/Ho_Chi_Minh."
BAD_WEB_HOST = (
    "WEB_HOST chỉ nhận 127.0.0.1, localhost hoặc ::1: muốn mở trang ra mạng nội bộ thì đặt cả "
    "WEB_PUBLIC_URL."
)
BAD_NUMBER = "{name} phải là số nguyên từ {least} đến {most}."
BAD_HOSTS = "FETCH_ALLOW_HOSTS phải là các địa chỉ máy:cổng cách nhau dấu phẩy."
NO_HOLIDAYS = "HOLIDAYS: không đọc được tệp {path}."
BAD_HOLIDAYS = (
    "HOLIDAYS: {path}, dòng {line} không đúng dạng «loại<TAB>ngày hoặc ngày/ngày<TAB>dịp»; "
    "xem bot/holidays.tsv."
)
BAD_DATABASE = "DATABASE: không mở được tệp dữ liệu này, hoặc tệp không phải của chương trình."
LOST_FILE = (
    "không tải được tệp này: tệp quá 20 MB hoặc không còn ở đó; "
    "hãy gửi tệp nhỏ hơn, hoặc dán nội dung bài vào đây."
)
NO_FILE = "chưa tải được tệp này do lỗi đường truyền; xin gửi lại sau."
NO_CONNECTION = (
    "không nối được tới máy chủ Telegram; hãy kiểm tra mạng, TELEGRAM_BASE_URL và TELEGRAM_PROXY."
)
REFUSED_TOKEN = "Telegram không nhận mã TELEGRAM_TOKEN; hãy lấy lại mã từ @BotFather."
REFUSED_WEBHOOK = (
    "Telegram không nhận WEBHOOK_URL: cần địa chỉ https công khai, ở cổng 443, 80, 88 hoặc 8443."
)

# main.py run
PAGE_AT = "Trang trò chuyện: {address} (bấm Ctrl+C để dừng)"
PAGE_PORT = (
    "cổng {port} đang có chương trình khác dùng, hoặc không được phép mở; "
    "đặt {setting} sang số khác rồi chạy lại."
)

# main.py check
HELP_CHECK = "xem cài đặt, dữ liệu, ổ đĩa, mã bot đã dùng được chưa"
FOLDER = "quyền của tệp dữ liệu"
DISK = "chỗ trống trên đĩa"
FINE = "✓ {name}"
WRONG = "✗ {name}: {reason}"
BROKEN_DATABASE = "tệp dữ liệu bị hỏng; hãy dùng bản sao lưu."
NO_DATABASE = "không tạo được tệp dữ liệu."
OPEN_DATABASE = "người khác trên máy đọc được tệp này; chạy: chmod 600 {path}"
LITTLE_ROOM = "chỉ còn {free} MB, cần ít nhất 500 MB."
PORT_TAKEN = "cổng {port} đang có chương trình khác dùng, hoặc không được phép mở."
