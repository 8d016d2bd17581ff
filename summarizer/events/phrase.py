"""Find where the name of an event ends."""

from __future__ import annotations

import re
from bisect import bisect_left

from summarizer.events.mentions import Mention
from summarizer.language import Doc
from summarizer.model import Time
from summarizer.times.lookalikes import dates_document

_LONGEST = 420
_AT_WORK = frozenset({"inspection", "supervision"})
_MARK = re.compile(
    r"""(?P<stop> [;:!?…](?=\s|["')]|\Z) | \n | \s-\snơi\s )
    | (?P<quote> ")
    | (?P<comma> ,\s )
    | (?<=\s) (?: (?P<at> tại )
      | (?P<word> diễn\sra | đã | vừa | sẽ | được | (?<!có\s)tổ\schức | dưới\ssự | có\ssự
      | cũng\snhư | dù | mặc\sdù | nhưng | dự\skiến | trước\sđó
        | (?:bằng|theo|thông\squa|với)\shình\sthức | với\s(?:nội\sdung|sự) | nhấn\smạnh
        | cho\s(?:biết|rằng|hay|thấy)
        | yêu\scầu | khẳng\sđịnh | phát\sbiểu | nêu\srõ | chủ\strì | kết\snối | khai\smạc
        | bế\smạc | nói | này | lần\snày
        | vào\s(?:ngày|sáng|chiều|tối|hôm) | (?:trong|hôm)\s(?:nay|qua|ngày) | trong\sđó
        | sau\skhi
        | do\s(?=[^,.;]{2,90}\s(?:tổ\schức|chủ\strì|phối\shợp|làm\strưởng|đứng\sđầu|dẫn\sđầu))
        | và\s(?:đi|đến|thăm|chủ\strì|dự|làm\sviệc|kiểm\stra) ) ) (?!\w)
    """,
    re.VERBOSE,
)
# words after a comma with which another clause begins
_NEXT_CLAUSE = re.compile(
    r"""(?:ông|bà|đồng\schí|các\sđồng\schí|thủ\stướng|phó|chủ\stịch|tổng\sbí|bộ\strưởng
    |thứ\strưởng|bí\sthư
    | đại\s(?:tướng|tá|biểu|diện)|thượng\s(?:tướng|tá)|trung\s(?:tướng|tá)|thiếu\s(?:tướng|tá)
    |giám\sđốc
    | cho\sý\skiến|thảo\sluận|xem\sxét|nghe|thông\squa|quyết\sđịnh|biểu\squyết|chất\svấn|bầu
    |trong\sđó|qua\sđó
    | từ\sđó|có|gồm|cùng|với|nhằm|nhiều|các|sau|trước|theo|khi|nơi|nay|hiện|nối|nhưng|song|để
    |trong|về|và\s(?:đi|đến|chủ)
    | một\ssố|nhân|đồng\sthời|do|người|hôm|ngày|sáng|chiều|tối|đó|lãnh\sđạo|thay\smặt
    |thường\strực|vụ )(?!\w)""",
    re.VERBOSE,
)
_GOES_ON = re.compile(r"(?:khóa|nhiệm kỳ|hđnd|hội đồng nhân dân|quốc hội|lần thứ)(?!\w)")


_NOTHING_MORE = re.compile(r"\s(?:có|ở|thì|còn|trên|nói|vừa|là)(?!\w)")  # «buổi tiếp có …»


def phrase_end(doc: Doc, mention: Mention, times: tuple[Time, ...]) -> int:
    """Where the noun phrase that `mention` begins ends.

    A day ends it, unless it is the date of a document inside the name.
    """
    text, start = doc.folded, mention.end
    if _NOTHING_MORE.match(text, start):
        return start
    own_dates, day = _days(text, start, times)
    limit = min(mention.sentence.span.end, start + _LONGEST, day)
    keeps_place = not mention.word.is_noun and mention.word.family in _AT_WORK
    is_quoted = inside_quote = text[mention.start - 1 : mention.start] == '"'
    for match in _MARK.finditer(text, start, limit):
        if match["quote"]:
            if is_quoted:  # the whole name is quoted
                limit = match.start()
                break
            inside_quote = not inside_quote
        elif (
            inside_quote
            or (match["at"] and keeps_place)
            or (match["comma"] and _continues(doc, match, mention, own_dates))
        ):
            continue
        else:
            limit = match.start()
            break
    return _trimmed(doc.text, start, limit)


def _days(text: str, start: int, times: tuple[Time, ...]) -> tuple[set[int], int]:
    """Where dates of documents begin after `start`, and where the first other day does."""
    own: set[int] = set()
    index = bisect_left(times, start, key=lambda time: time.span.start)
    for time in times[index : index + 8]:
        if time.kind not in {"day", "days"}:
            continue
        if not dates_document(text, time.span.start):
            return own, time.span.start
        own.add(time.span.start)
    return own, len(text)


def _continues(doc: Doc, comma: re.Match[str], mention: Mention, own_dates: set[int]) -> bool:
    """Whether the name goes on after a comma: an agenda («…, triển khai nhiệm vụ …»)."""
    offset = comma.end()
    if comma.start() == mention.end:
        return False  # «Tại buổi làm việc, …»
    if offset in own_dates or _GOES_ON.match(doc.folded, offset):
        return True
    is_lower = doc.text[offset : offset + 1].islower()
    if mention.word.family == "reception":
        return not is_lower  # «tiếp ngài A, Đại sứ …»
    return is_lower and not _NEXT_CLAUSE.match(doc.folded, offset)


_TAIL = re.compile(r"[\s,(–.…-]+\Z|\s(?:vào|trong|ngày|của|và|với|từ|do|nhằm|để|cho)\Z")


def _trimmed(text: str, start: int, end: int) -> int:
    """`end` without marks, prepositions and an open bracket before it."""
    opened = text.rfind("(", start, end)
    if opened > text.rfind(")", start, end):
        end = opened
    while end > start and (match := _TAIL.search(text, max(start, end - 12), end)):
        end = match.start()
    return end
