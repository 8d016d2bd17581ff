"""Words before a person or a list of people that tell the part taken."""

from __future__ import annotations

import re

from summarizer.model import Part

EVENT = r"(?:hội\snghị|phiên|cuộc|buổi|kỳ\shọp|đại\shội|hội\sthảo|lễ|họp|tọa\sđàm|diễn\sđàn|lớp)"
_ATTENDED = r"(?:(?:(?:tham|đến|tới|cùng)\s)?dự(?:\svà|,)\s)"
_LISTS = r"[^\n]{0,200}?\b(?:có|gồm|của)\b"
# what stands before a person or a list of people, the strongest first; a comma is put
# before the sentence, so that every branch begins with letters the search can skip to
BEFORE: tuple[tuple[Part, re.Pattern[str]], ...] = (
    (
        "chủ trì",
        re.compile(
            rf"""
              sự\s(?:đồng\s)?(?:chủ\strì|điều\shành|điều\skhiển)\scủa\b  # dưới sự chủ trì của A
            | [,;]\s{_ATTENDED}?(?:đồng\s)?(?:chủ\strì|chủ\stọa|điều\shành)
              [^\n,;]{{0,120}}?(?:\b(?:có|gồm|là)\b|:)                # Chủ trì hội nghị có A; B
            | [,;]\schủ\strì\s{EVENT}[^\n;.]{{0,160}},\s$      # Chủ trì cuộc họp với …, A
            """,
            re.VERBOSE,
        ),
    ),
    (
        "chỉ đạo",
        re.compile(
            rf"""
              (?:ý\skiến|chỉ\sđạo|kết\sluận|yêu\scầu|chỉ\sthị)\scủa\s(?:đồng\schí\s)?$
            | [,;]\s{_ATTENDED}(?:phát\sbiểu\s)?chỉ\sđạo\b{_LISTS}  # Dự và chỉ đạo có A; B
            | [,;]\s(?:phát\sbiểu\s)?chỉ\sđạo\s{EVENT}{_LISTS}
            | [,;]\s(?:phát\sbiểu\s(?:chỉ\sđạo|kết\sluận)|kết\sluận)\b[^\n;.]{{0,120}},\s$
            """,
            re.VERBOSE,
        ),
    ),
    (
        "phát biểu",
        re.compile(
            r"""
              theo\s(?:(?:chia\ssẻ|lời|ý\skiến|đánh\sgiá|nhận\sđịnh|thông\stin|phân\stích)
                \s(?:của|từ)\s)?$                                     # Theo ông A,
            | [,;]\s(?:phát\sbiểu|trả\slời|giải\strình|báo\scáo|tham\sluận|trình\sbày
              |đề\sdẫn)\b[^\n;.]{0,120},\s$                          # Phát biểu tại …, A
            """,
            re.VERBOSE,
        ),
    ),
    (
        "dự",
        re.compile(
            rf"""
              [,;:.]\s(?:[^\s,;]+\s){{0,2}}
              (?:dự|tham\sdự|tham\sgia|tiếp|làm\sviệc|đi|tháp\stùng|về\sphía|điểm\scầu)\b{_LISTS}
            | chủ\strì\s(?:[^\s;.]+\s){{0,8}}?cùng\s(?:với\s)?(?:(?!và\b)[^\n;.]){{0,60}}$
            | (?:tiếp|hội\sđàm\svới|hội\skiến\s(?:với\s)?|gặp\sgỡ)\s$       # A tiếp B
            | tham\sdự\scủa\b | dự\s(?:hội\snghị|buổi|lễ)[^\n]{{0,80}}\bcó\b
            """,
            re.VERBOSE,
        ),
    ),
)
