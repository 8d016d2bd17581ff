"""What the bot says of the register: documents, directives, own organs, reminders."""

from __future__ import annotations

from storage.entries import Due, Said, State

# documents
OFTEN = "Văn bản được nhắc nhiều ({first}–{last}/{all}):"
LATELY = "Văn bản mới được nhắc ({first}–{last}/{all}):"
FOUND = "Văn bản có «{typed}» ({first}–{last}/{all}):"
NO_DOCUMENTS = "Các bài đã gửi chưa nhắc văn bản nào."
NO_SUCH_DOCUMENT = "Không có văn bản nào gọi là «{typed}» trong các bài đã gửi."
GONE_DOCUMENT = "Không còn bài nào nhắc văn bản này. Gõ /vanban để xem các văn bản khác."
SEEN = "{seen} bài, mới nhất {day}"
FORGOTTEN = "Lần tìm này đã cũ; xin gõ lại sau /vanban."
NOT_SURE = "các bài chỉ gọi tắt như vậy, có thể là nhiều văn bản"
SIGNED = "Ngày ký"
ISSUED_BY = "Nơi ban hành"
TOLD_IN = "Được nhắc"
DIGEST_OF = "Bài số {number}"
POSSIBLE = "Có thể là cùng một văn bản"
SHOW_OFTEN = "Nhắc nhiều"
SHOW_LATELY = "Mới nhắc"

# directives
DIRECTIVES: dict[State | None, str] = {
    None: "Chỉ đạo chưa xong",
    "open": "Chỉ đạo chưa xong",
    "followed": "Chỉ đạo đang theo dõi",
    "done": "Chỉ đạo đã xong",
}
DUES: dict[Due, str] = {
    "week": "hạn tuần này",
    "over": "quá hạn",
    "none": "không nêu hạn",
    "any": "có hạn",
}
OWN = "giao cơ quan mình"
FROM = "người giao «{name}»"
FOR = "nơi nhận «{name}»"
NAMED = "của «{name}»"
COUNTED = "({first}–{last}/{all})"
COUNTED_MORE = "({first}–{last}/hơn {all})"
NO_DIRECTIVES = "Không có chỉ đạo nào như vậy."
NO_DIRECTIVES_YET = "Các bài đã gửi chưa nêu chỉ đạo nào còn phải làm."
NO_OWN = (
    "Chưa khai cơ quan nào là của mình. Gõ /coquan rồi tên cơ quan, ví dụ: /coquan Sở Tài chính"
)
GONE_DIRECTIVE = "Không còn chỉ đạo này: bài đã bị xoá, hoặc dòng đã bị bỏ. Gõ /chidao để xem."
DIRECTIVES_HOW = (
    "Gõ /chidao, hoặc thêm điều muốn lọc, ví dụ: /chidao quá hạn · /chidao hạn tuần này · "
    "/chidao người giao: Nguyễn Văn A · /chidao nơi nhận: Sở Tài chính · /chidao đã xong"
)
WHOSE = {"issuer": "Người giao nào?", "addressee": "Nơi nhận nào?"}
KEYS = {"issuer": "người giao: Nguyễn Văn A", "addressee": "nơi nhận: Sở Tài chính"}
TYPE_PARTY = "Hoặc gõ tên: /chidao {key}"
NOBODY_NAMED = "Chưa có bài nào nêu rõ."
TASKS = "{count} việc"
LEFT = "còn {days} ngày"
TODAY = "hôm nay"
TOMORROW = "ngày mai"
LATE = "quá {days} ngày"
NO_DEADLINE = "Bài không nêu hạn"
EDITED = "(bạn đọc sửa)"
TOLD_BY = "bài số {number}"
TOLD_TOO = "cũng ở bài số {numbers}"
STATES: dict[State, str] = {
    "open": "chưa xong",
    "followed": "đang theo dõi",
    "done": "đã xong",
}
STATE_BY = "{state} (mã số {by}, {day})"
STATE_BY_YOU = "{state} (bạn, {day})"
ON = "✓ {label}"
ISSUER, ADDRESSEE, STATE = "Người giao", "Nơi nhận", "Tình trạng"
ARTICLE = "Bài số {number}"
SAY: dict[Said, str] = {
    "followed": "Theo dõi",
    "not followed": "Thôi theo dõi",
    "done": "Đã xong",
    "not done": "Chưa xong",
}
CHANGE_DEADLINE = "Sửa hạn"
THE_LIST = "Danh sách"
BY_WEEK, BY_OVER, BY_NONE = "Hạn tuần này", "Quá hạn", "Không hạn"
BY_FOLLOWED, BY_DONE, BY_OWN = "Đang theo dõi", "Đã xong", "Cơ quan mình"
BY_ISSUER, BY_ADDRESSEE = "Người giao…", "Nơi nhận…"
ALL = "Tất cả"

# own organs
ORGANS = "Cơ quan của mình:"
NO_ORGANS = "Chưa khai cơ quan nào là của mình."
ORGANS_WHY = (
    "Chỉ đạo giao cho các cơ quan này được nhắc trước hạn 7, 3, 1 ngày, đúng hạn, và khi quá hạn."
)
ORGANS_HOW = "Thêm: /coquan Sở Tài chính. Bỏ: /coquan bỏ Sở Tài chính."
ADD_ORGAN = "Thêm cơ quan"
WHICH_ORGAN = "Tên cơ quan là gì? Hãy trả lời bằng tên, hoặc gõ: /coquan Tên cơ quan"
BAD_ORGAN = "Tên cơ quan phải có chữ, từ 3 đến 100 ký tự, ví dụ: /coquan Sở Tài chính"
MANY_ORGANS = "Đã khai {count} cơ quan, không thêm được nữa; hãy bỏ bớt."
ORGAN_ADDED = "Đã thêm {name}."
ORGAN_THERE = "{name} đã có rồi."
ORGAN_REMOVED = "Đã bỏ {name}."
NO_SUCH_ORGAN = "Không có cơ quan nào như vậy trong danh sách."
REMOVE_ORGAN = "Bỏ {name}"

# reminders
REMINDER = "Nhắc hạn: {count} việc"
REMINDER_DUE = {
    -1: "Quá hạn",
    0: "Đến hạn hôm nay",
    1: "Hạn ngày mai",
    3: "Còn 3 ngày trở lại",
    7: "Còn 7 ngày trở lại",
}
REMINDED_AT = (
    "Nhắc hạn lúc {hour} mỗi ngày có việc đến hạn. Đổi giờ: /nhachan 8:00. Tắt: /nhachan tắt."
)
NOT_REMINDED = "Đang tắt nhắc hạn. Bật lại: /nhachan bật, hoặc /nhachan 8:00."
BAD_HOUR = "Không có giờ này. Viết giờ:phút, ví dụ: /nhachan 7:30"
REMIND_OFF, REMIND_ON = "Tắt nhắc hạn", "Bật nhắc hạn"
