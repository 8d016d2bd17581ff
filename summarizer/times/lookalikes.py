"""Tell days from what looks like them: holidays, ratios, lunar days."""

from __future__ import annotations

import re

from summarizer.model import TimeKind

# days that name an occasion more often than a date, as (month, day)
_HOLIDAYS = frozenset(
    {(2, 3), (2, 27), (3, 8), (3, 26), (4, 30), (5, 1), (5, 7), (5, 19), (6, 1), (6, 21)}
    | {(6, 28), (7, 27), (8, 19), (9, 2), (10, 10), (10, 13), (10, 20), (11, 18), (11, 20)}
    | {(12, 19), (12, 22), (3, 3), (10, 14), (11, 9)}
)
_OCCASION = re.compile(
    r"""(?<!\w) (?: kỷ\sniệm | dịp | lễ | chào\smừng | quốc\skhánh | giải\sphóng | truyền\sthống
    | thành\slập | thương\sbinh | nhà\sgiáo | phụ\snữ | quốc\stế | sinh\snhật | nghỉ | hội\strường
    | đường | quảng\strường | công\sviên | phong\strào | cách\smạng | ngày\ssinh | pháp\sluật )
    (?!\w)""",
    re.VERBOSE,
)
_LUNAR_BEFORE = re.compile(r"(?:\btức|\brằm|\btết)\s?(?:ngày\s)?\Z")
_LUNAR_AFTER = re.compile(r"\s?\(?(?:âm lịch|tết)")
_THING = re.compile(
    r"""\s? (?: xã|huyện|tỉnh|phường|quận|thành\sphố|chỉ\stiêu|tiêu\schí|người|đại\sbiểu|số|đơn\svị
    | điểm|hộ|dự\sán|thành\sviên|đồng\schí|địa\sphương|ủy\sviên|phiếu|trường|lần|giờ|tháng|năm
    | tỷ|tỉ|triệu|nghìn|ngàn|độ|km|ha|m|kg|tấn|công\strình|sở|ngành|bộ|bản|thôn|khu|câu|trận
    | nhiệm\svụ|doanh\snghiệp|cơ\squan|ý\skiến|hồ\ssơ|vụ|giải|đội|bàn|diện\stích ) (?!\w)""",
    re.VERBOSE,
)
_LIMIT = re.compile(
    r"""(?<!\w) (?: trước (?!\s?đó|\sđây) | chậm\snhất | muộn\snhất | hạn | hết
    | (?:không|chậm)\squá | sẽ | dự\s(?:kiến|báo) | phấn\sđấu | (?<!đã\s)hoàn\sthành | hiệu\slực
    | (?<!quá\s)(?<!tờ\s)(?<!công\s)(?<!chương\s)trình (?!\sbày) ) (?!\w)""",
    re.VERBOSE,
)
_PLAN = re.compile(
    r"(?<!\w)(?:nhiệm vụ|kế hoạch|chương trình|báo cáo|có thể|trước khi|đến năm)(?!\w)"
)
_SIGNED = re.compile(
    r"""(?: [/-][^\W\d][\w-]{0,20} | (?:số:?|định|quyết|thị|luận|văn|điện)\s\d{1,5}\w? )
    ,? \s \(? (?:ký\s|ban\shành\s)? \Z""",
    re.VERBOSE,
)
_CITED = re.compile(
    r"""(?<!\w)(?: nghị\s(?:quyết|định) | quyết\sđịnh | chỉ\sthị | luật | thông\s(?:tư|báo)
    | kết\sluận
    | quy\sđịnh | công\s(?:văn|điện) | văn\sbản | hiến\spháp | tờ\strình ) (?!\w) [^.;,]{0,40}
    ,? \s \(? (?:ký\s|ban\shành\s)? \Z""",
    re.VERBOSE,
)
_ISSUED = re.compile(r"[^.;\n]{0,60}?(?<!\w)(?:ban\shành|ký|phê\sduyệt)(?!\w)")


def counts_things(text: str, end: int) -> bool:
    """Whether what follows `end` makes a count of the numbers before it («3/4 xã»)."""
    return bool(_THING.match(text, end))


def is_occasion(text: str, start: int, end: int, day: tuple[int, int], *, has_part: bool) -> bool:
    """Whether the day at `start` … `end` names a holiday or counts by the moon."""
    if _LUNAR_BEFORE.search(text, max(0, start - 16), start) or _LUNAR_AFTER.match(text, end):
        return True
    if has_part or day not in _HOLIDAYS:
        return False
    return bool(_OCCASION.search(text, _clause_start(text, start, 60), start))


def looks_ahead(text: str, start: int, kind: TimeKind) -> bool:
    """Whether the clause before `start` sets a limit or announces what is to come."""
    if dates_document(text, start):
        return False
    clause = _clause_start(text, start, 60)
    if _LIMIT.search(text, clause, start):
        return True
    return kind not in {"day", "days"} and bool(_PLAN.search(text, clause, start))


def dates_document(text: str, start: int) -> bool:
    """Whether the day at `start` tells when a document was signed («07/KH-UBND ngày 28/3»)."""
    return bool(_SIGNED.search(text, max(0, start - 40), start))


def cites_document(text: str, start: int) -> bool:
    """Whether the time at `start` follows the name of a document, numbered or not."""
    if not text.startswith(("ngày", "tháng", "(", *"0123456789"), start):
        return False  # «triển khai nghị quyết sáng 5/7»
    return bool(_CITED.search(text, max(0, start - 64), start))


def issues_document(text: str, end: int) -> bool:
    """Whether what follows a day at `end` tells of a document («…, Bộ Y tế ban hành …»)."""
    return bool(_ISSUED.match(text, end))


def _clause_start(text: str, end: int, reach: int) -> int:
    """Where the clause that goes on to `end` begins, at most `reach` letters before it."""
    start = max(0, end - reach)
    return max(
        start,
        text.rfind(";", start, end),
        text.rfind(". ", start, end),
        text.rfind("\n", start, end),
    )
