"""Find where the name of an event ends."""

from __future__ import annotations

import re
from bisect import bisect_left

from summarizer.commas import is_inside_name
from summarizer.events.host import opens_host
from summarizer.events.mentions import Mention
from summarizer.language import Doc
from summarizer.model import Time
from summarizer.times.lookalikes import dates_document

_LONGEST = 420
_AT_WORK = frozenset({"inspection", "supervision", "visit"})
_MARK = re.compile(
    r"""(?P<stop> [;:!?…](?=\s|["')]|\Z) | \n | \s-\snơi\s )
    | (?P<quote> ")
    | (?P<comma> ,\s )
    | (?<=\s) (?: (?P<at> tại ) | (?P<by> do ) | (?P<aim> để | nhằm | thông\squa(?!\shình) )
      | (?P<word> diễn\sra | đã | vừa | sẽ | được
      | (?<!có\s)(?<!,\s)(?<!tác\s)(?<!ban\s)tổ\schức | dưới\ssự | có\ssự
      | cũng\snhư
        | dù | mặc\sdù | nhưng | dự\skiến | trước\sđó
        | (?:bằng|theo|thông\squa|với)\shình\sthức\s(?:trực|họp|kết|tập|cầu)\w*
        | với\s(?:nội\sdung|sự) | nhấn\smạnh | cho\s(?:biết|rằng|hay|thấy) | yêu\scầu | khẳng\sđịnh
        | phát\sbiểu | nêu\srõ | chủ\strì | kết\snối | khai\smạc | bế\smạc | nói | này
        | lần\snày | là
        | kéo\sdài | vào\s(?:ngày|sáng|chiều|tối|hôm) | (?:trong|hôm)\s(?:nay|qua|ngày) | trong\sđó
        | sau\skhi | xảy\sra | mới\sđây | vừa\squa | kể\stừ
        | và\s(?:đi|đến|thăm|trực\stiếp|chủ\strì|dự|làm\sviệc|kiểm\stra) ) ) (?!\w)
    """,
    re.VERBOSE,
)
# words after a comma with which another clause begins
_NEXT_CLAUSE = re.compile(
    r"""(?: ông | bà | đồng\schí | các\sđồng\schí | thủ\stướng | phó | chủ\stịch | tổng\sbí
    | bộ\strưởng
    | thứ\strưởng | bí\sthư | đại\s(?:tướng|tá|biểu|diện) | thượng\s(?:tướng|tá) | thường\strực
    | trung\s(?:tướng|tá) | thiếu\s(?:tướng|tá) | giám\sđốc | lãnh\sđạo | thay\smặt | vụ | người
    | cho\sý\skiến | thảo\sluận | xem\sxét | nghe | thông\squa | quyết\sđịnh | biểu\squyết
    | chất\svấn
    | bầu | trả\slời | trong | qua\sđó | từ\sđó | có | gồm | cùng | với | nhằm | nhiều | tất\scả
    | các
    | sau
    | trước | theo | khi | nơi | nay | hiện | nối | nhưng | song | để | về | và\s(?:đi|đến|chủ)
    | một\ssố | nhân | đồng\sthời | do | hôm | ngày | sáng | chiều | tối | đó ) (?!\w)""",
    re.VERBOSE,
)
_GOES_ON = re.compile(r"(?:khóa|nhiệm kỳ|hđnd|hội đồng nhân dân|quốc hội|lần thứ)(?!\w)")
_NOTHING_MORE = re.compile(r"\s(?:có|ở|thì|còn|trên|nói|vừa|là)(?!\w)")  # «buổi tiếp có …»
# what the event is about, told after its day: «hội nghị chiều 12/7 đánh giá …»
_AGENDA = re.compile(
    r"""\s (?: về | bàn | với | đánh\sgiá | tổng\skết | sơ\skết | triển\skhai | quán\striệt | góp\sý
    | lấy\sý\skiến | công\sbố | giải\squyết | giữa | của ) \s""",
    re.VERBOSE,
)
# «buổi làm việc của A, Bộ trưởng … với B»: the name needs both sides
_SIDES = re.compile(r"\s(?:của|giữa)\s")
_WITH = re.compile(r"\svới\s")
_TAIL = re.compile(
    r"[\s,(–.…-]+\Z|\s(?:tổ chức|diễn ra|vào|trong|ngày|của|và|với|từ|do|nhằm|để|cho)\Z"
    r"|\svề(?:\s(?:vấn\sđề|việc|vụ\sviệc|nội\sdung))?\Z|,\s(?:trọng\stâm|cao\sđiểm)\Z"
)


def phrase_end(doc: Doc, mention: Mention, times: tuple[Time, ...]) -> int:
    """Where the noun phrase that `mention` begins ends.

    A day ends it, unless it is the date of a document inside the name.
    """
    text = doc.folded
    if _NOTHING_MORE.match(text, mention.end):
        return mention.end
    own_dates, day = _days(text, mention.end, times)
    limit = day.span.start if day else len(text)
    end = _scan(doc, mention, own_dates, (mention.end, limit))
    if day and text[mention.end : limit] == " " and _AGENDA.match(text, day.span.end):
        return _scan(doc, mention, own_dates, (day.span.end, len(text)))
    return end


def _scan(doc: Doc, mention: Mention, own_dates: set[int], reach: tuple[int, int]) -> int:
    """The end of the name within `reach`: the first mark or word that cannot be part of it."""
    text, (start, limit) = doc.folded, reach
    limit = whole_words(text, start, min(mention.sentence.span.end, limit), _LONGEST)
    is_quoted = inside_quote = text[mention.start - 1 : mention.start] == '"'
    for match in _MARK.finditer(text, start, max(start, limit)):
        if match["quote"] and not is_quoted:
            inside_quote = not inside_quote
        elif match["quote"] or not (inside_quote or _goes_on(doc, match, mention, own_dates)):
            limit = match.start()
            break
    return _trimmed(doc.text, start, limit)


def _days(text: str, start: int, times: tuple[Time, ...]) -> tuple[set[int], Time | None]:
    """Where dates of documents begin after `start`, and the first other day."""
    own: set[int] = set()
    index = bisect_left(times, start, key=lambda time: time.span.start)
    for time in times[index : index + 8]:
        if not time.is_in_days:
            continue
        if not dates_document(text, time.span.start):
            return own, time
        own.add(time.span.start)
    return own, None


def _goes_on(doc: Doc, match: re.Match[str], mention: Mention, own_dates: set[int]) -> bool:
    """Whether the name goes on over a word or mark that often ends one."""
    word = mention.word
    match match.lastgroup:
        case "at":
            return word.form == "act" and word.family in _AT_WORK
        case "by":  # «khó khăn do dịch», not «do Sở Y tế tổ chức»
            return not opens_host(doc.text, match.end() + 1)
        case "aim":
            return match.start() <= mention.end + 1
        case "comma":
            return _is_agenda(doc, match, mention, own_dates)
    return False


def _is_agenda(doc: Doc, comma: re.Match[str], mention: Mention, own_dates: set[int]) -> bool:
    """Whether the name goes on after a comma: «hội nghị …, triển khai nhiệm vụ …»."""
    offset = comma.end()
    if comma.start() == mention.end:
        return False  # «Tại buổi làm việc, …»
    if is_inside_name(doc.text, comma.start()):
        return True
    if offset in own_dates or _GOES_ON.match(doc.folded, offset):
        return True
    if _SIDES.match(doc.folded, mention.end) and not _WITH.search(doc.folded, mention.end, offset):
        return bool(_WITH.search(doc.folded, offset, min(mention.sentence.span.end, offset + 200)))
    is_lower = doc.text[offset : offset + 1].islower()
    if mention.word.family == "reception":
        return not is_lower  # «tiếp ngài A, Đại sứ …»
    return is_lower and not _NEXT_CLAUSE.match(doc.folded, offset)


def _trimmed(text: str, start: int, end: int) -> int:
    """`end` without marks, prepositions and an open bracket before it."""
    opened = text.rfind("(", start, end)
    if opened > text.rfind(")", start, end):
        end = opened
    while end > start and (match := _TAIL.search(text, max(start, end - 16), end)):
        end = match.start()
    return max(start, end)


def whole_words(text: str, start: int, end: int, most: int) -> int:
    """`end`, or the end of the last whole word within `most` letters behind `start`."""
    return end if end <= start + most else max(start, text.rfind(" ", start, start + most + 1))
