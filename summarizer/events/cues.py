"""The words around an event that tell whether it is the news or its background."""

from __future__ import annotations

import re

# it was held: «tổ chức hội nghị», «phát biểu tại cuộc họp»
HELD = re.compile(
    r"""(?<!\w)(?: tổ\schức | chủ\strì | điều\shành | diễn\sra | khai\smạc | bế\smạc | tiến\shành
    | tiếp\stục | dự | tham\sdự | tham\sgia | có | triệu\stập | mở | kết\sluận | kết\sthúc
    | phát\sbiểu | chỉ\sđạo | tiếp\stục\s(?:thực\shiện\s)?chương\strình(?:\slàm\sviệc)?
    | phiên\s(?:làm\sviệc|chất\svấn|thảo\sluận|khai\smạc|bế\smạc)[^,.;]{0,20}? )
    \s (?: (?:tại|của|một|trọng\sthể|long\strọng|và\schỉ\sđạo) \s ){0,2} \Z""",
    re.VERBOSE,
)
AT = re.compile(r"(?<!\w)(?:tại|trong|ở)\s(?:khuôn khổ\s)?\Z")
# what follows: «hội nghị …, diễn ra ngày», «kỳ họp … đã bế mạc»
HAPPENED = re.compile(
    r"""[,\s]{1,2} (?: đã\s | được\s | vừa\s | do\s[^.;]{2,60}?\s )?
    (?: diễn\sra | hoàn\sthành | tổ\schức | khai\smạc | bế\smạc | kết\sthúc ) (?!\w)""",
    re.VERBOSE,
)
# a document tells what was said there: «thông báo kết luận của … tại cuộc họp»
NOTICE = re.compile(
    r"""(?<!\w)(?: thông\sbáo (?:\ssố\s\S{1,20})? [^.;]{0,90} \skết\sluận | kết\sluận\scủa )
    (?: \s[^.;]{0,200} )? \s (?:tại\s|trong\s|sau\s)? \Z
    | (?<!\w)nghị\squyết\s\Z""",
    re.VERBOSE,
)
# it is mentioned: «nghị quyết Đại hội», «sau kỳ họp», «các cuộc họp», «bên lề hội nghị»
BACKGROUND = re.compile(
    r"""(?<!\w)(?: trước\sđó | trước\sđây | sau | từ | kể\stừ | theo | thực\shiện | văn\skiện
    | nghị\squyết (?:\scủa)? | chuẩn\sbị (?:\scho)? | trước (?:\sthềm)? | chào\smừng | hướng\stới
    | kết\squả | mời | chương\strình | sẽ | dự\skiến | nhiều | các | những | mỗi | một\ssố
    | mọi | đến | tới | vào
    | (?<!khu\s)(?<!phường\s)(?<!quận\s)(?<!đoàn\s)(?<!số\s)\d+
    | hai | ba | chỉ\sthị | quyết\sđịnh | phục\svụ | bên\slề | của
    | lần | nhiệm\svụ | quy\sđịnh | không | công\stác | việc | hoạt\sđộng )
    \s (?: (?:các|cuộc|tổ\schức) \s )? \Z""",
    re.VERBOSE,
)
# one of many: «tổ chức hội nghị, hội thảo»
MANY = re.compile(r",\s(?:hội|lễ|họp|cuộc|tập huấn|sơ kết|tổng kết|đi công tác)(?!\w)")
# … the last of them
MANY_BEFORE = re.compile(r"(?<!\w)(?:hội nghị|hội thảo|tập huấn|họp),\s\Z")
# it is still to come, or long past: «đại hội … dự kiến diễn ra»
NOT_NOW = re.compile(r"[,\s]{1,2}(?:dự kiến|sẽ|trước đó|trước đây|năm ngoái)(?!\w)")
EARLIER = re.compile(
    r"""(?<!\w)(?: trước\sđó | trước\sđây | hồi | năm\sngoái | dự\skiến | sẽ | gần\sđây\snhất
    | đã\s(?:phản\sánh|đưa\stin) ) (?!\w)""",
    re.VERBOSE,
)
# somebody does it: «đã đến kiểm tra», «có buổi làm việc với»
ACTING = re.compile(
    r"""(?<!\w)(?: đã | đến | đi | tới | xuống | trực\stiếp | có\s(?:buổi|cuộc|chuyến) | dẫn\sđầu
    | làm\strưởng\sđoàn | trưởng\sđoàn | đoàn\scông\stác | buổi | chủ\strì | tổ\schức | có )
    \s (?: (?:đến|đi|tới|về|trực\stiếp|có|chuyến|buổi) \s ){0,3} \Z""",
    re.VERBOSE,
)
# what an inspection looks at: «kiểm tra công tác …», not «kiểm tra xe tải»
MATTER = re.compile(
    r"\s(?:việc|công tác|tình hình|tiến độ|hiện trường|thực tế|thực địa|dự án|công trình)(?!\w)"
)
# «Ngày 5/6, Ban Pháp chế giám sát …»: nothing but the subject stands before the act
SUBJECT = re.compile(
    r"""(?:[,\s(–-]{0,3}) (?:tại\s[^,;.]{2,60},\s)?
    (?: (?! (?:việc|để|được|phải|cần|qua|sau|cho|bị|theo|đã|về|là|có|và|tiếp\stục|nhằm)\s )
        [^\s;:.]{1,24} \s ){2,16}""",
    re.VERBOSE,
)
# somebody only speaks of it
SPOKEN = re.compile(
    r"""(?<!\w)(?: yêu\scầu | (?<!ban\s)chỉ\sđạo | đề\snghị | cho\sbiết | về\sviệc | để | nhằm
    | cho\shay
    | kết\sluận | quyết\sđịnh | phản\sánh | giao ) (?!\w)""",
    re.VERBOSE,
)
# «yêu cầu như vậy khi làm việc với …», «… khi đi kiểm tra …», not «khi kiểm tra xe»
WHILE = re.compile(r"(?<!\w)khi\s(?:(?:đi|đến|tới|về|xuống|trực tiếp)\s){0,3}\Z")
WHILE_GOING = re.compile(r"(?<!\w)khi\s(?:(?:đi|đến|tới|về|xuống|trực tiếp)\s){1,3}\Z")
# the day from which a rule holds
IN_FORCE = re.compile(r"(?<!\w)(?:hiệu lực|áp dụng)(?: thi hành)?(?: kể)?(?: từ)?\s\Z")
# the news is a document: «… vừa ký ban hành Chỉ thị …», not «hội nghị công bố Quyết định»
DOCUMENT_NEWS = re.compile(
    r"""(?<!\w)(?<!hội\snghị\s)(?<!lễ\s)
    (?: ban\shành | ký | ra | có | gửi | phát\sđi | thông\sbáo | công\sbố ) \s
    (?: \w+\s ){0,3} (?: văn\sbản | công\svăn | quyết\sđịnh | chỉ\sthị | công\sđiện | nghị\squyết
    | nghị\sđịnh | thông\sbáo | thông\stư | kế\shoạch | ý\skiến\s(?:chỉ\sđạo|của) | kết\sluận )
    (?!\w)""",
    re.VERBOSE,
)
