"""Tell the date line of a page, and the day of publication in it."""

from __future__ import annotations

import re
from datetime import date

from summarizer.model import Span

_LONGEST = 140
_DAY = re.compile(
    r"""
    (?<![\d/.-])
    (?: (?P<day>\d{1,2}) \s?[/.-]\s? (?P<month>\d{1,2}) \s?[/.-]\s? (?P<year>(?:19|20)\d\d)
      | (?P<day2>\d{1,2})\s+tháng\s+(?P<month2>\d{1,2}),?\s+(?:năm\s+)?(?P<year2>(?:19|20)\d\d)
      | (?P<year3>(?:19|20)\d\d)-(?P<month3>\d\d)-(?P<day3>\d\d)
    ) (?! \d | [/.-]\d )
    """,
    re.VERBOSE,
)
# what a date line is made of: «Thứ Năm, 19/05/2022 | 14:05 GMT+7», «Lượt xem: 11485»
_PIECE = re.compile(
    rf"""
    {_DAY.pattern.replace("?P<", "?P<x")}
    | (?<!\w)(?:
        (?:thứ\s+)(?:hai|ba|tư|năm|sáu|bảy|[2-7]) | chủ\s+nhật | cn
      | \d{{1,2}}\s?(?:[:h]|giờ)\s?\d{{2}}(?::\d{{2}})?(?:\s?(?:phút|p))?(?:\.\d+)?z?
      | \(?gmt\s?[+]?\s?\d?(?::00)?\)? | [+]07(?::?00)? | am | pm | sa | ch
      | (?:cập\s+nhật|đăng|xuất\s+bản|đăng\s+tải)(?:\s+(?:lúc|ngày|lần\s+cuối))?
      | ngày\s+(?:đăng|xuất\s+bản|cập\s+nhật|tạo|viết|gửi|phát\s+hành)
      | thời\s+gian\s+đọc\s*:?\s*\d*\s*(?:phút)?
      | thời\s+gian(?:\s+đăng)? | lúc | ngày | giờ
      | \d+\s+(?:giây|phút|giờ|ngày|tuần|tháng|năm)\s+trước | vừa\s+xong
      | (?:số\s+)?(?:lượt\s+(?:xem|đọc|truy\s+cập|view)|người\s+xem|views?|đã\s+xem)\s*:?\s*[\d.,]*
      | [\d.,]+\s+(?:lượt\s+(?:xem|đọc)|views?)
      | \d+\s+phút\s+đọc
      | (?:cỡ|kích\s+thước)\s+chữ
    )(?!\w)
    """,
    re.VERBOSE,
)
_NUMBER_OR_CUE = re.compile(r"\d|vừa xong|cỡ chữ")
_LETTER = re.compile(r"\w")


def rest_of_date_line(folded: str, line: Span) -> Span | None:
    """What stands beside date, time and counters in `line`; None where that is no date line.

    An empty span says that the line is nothing else.
    """
    if line.end - line.start > _LONGEST:
        return None
    words = folded[line.start : line.end]
    if not _NUMBER_OR_CUE.search(words):
        return None
    left, pieces = _PIECE.subn(lambda match: " " * len(match[0]), words)
    if not pieces:
        return None
    letters = [match.start() for match in _LETTER.finditer(left)]
    if not letters:
        return Span(line.start, line.start)
    return Span(line.start + letters[0], line.start + letters[-1] + 1)


def read_day(words: str) -> date | None:
    """The first day in a date line; None where there is none, or it does not exist."""
    match = _DAY.search(words)
    if not match:
        return None
    for suffix in ("", "2", "3"):
        if match[f"day{suffix}"]:
            return _day(match[f"year{suffix}"], match[f"month{suffix}"], match[f"day{suffix}"])
    return None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
