"""Read days that are printed with their month: «19/5/2022», «ngày 3 đến 5 tháng 7»."""

from __future__ import annotations

import re
from typing import NamedTuple

from msgspec.structs import replace

from summarizer.model import PartOfDay, Span, Time
from summarizer.times.calendar import in_year
from summarizer.times.lookalikes import counts_things, is_occasion

PARTS: dict[str, PartOfDay | None] = {
    "sáng": "sáng",
    "trưa": None,
    "chiều": "chiều",
    "tối": "tối",
    "đêm": "tối",
}
YEAR = r"(?:1[89]|20)\d\d(?!\d|\s?-\s?\d{4})"
OF_YEAR = rf"""(?: ,?\s năm \s (?: (?P<year>{YEAR}) | (?P<rel>nay|sau|tới|ngoái) (?!\w) )
    | \s?[/.-]\s? (?P<year2>{YEAR}) )"""
YEAR_SHIFTS = {"nay": 0, "sau": 1, "tới": 1, "ngoái": -1}
_MONTH_WORDS = ("hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
MONTHS = {word: number for number, word in enumerate(_MONTH_WORDS, start=2)}

_DATE = re.compile(
    rf"""(?P<day> 0[1-9] | [12]\d | 3[01] | [1-9])
    (?: \s?(?P<mark>[/.-])\s? (?P<month> 0[1-9] | 1[0-2] | [1-9])      # 19/5 · 17 - 9 · 28.7
    |   \s tháng \s (?P<named> 0[1-9] | 1[0-2] | [1-9] | [^\W\d]{{2,4}}) )  # 18 tháng 5 · tháng tư
    {OF_YEAR}?                                                         # năm 2021 · -2021
    (?! [\w%/] | [.,:]\d | (?P=mark)\d )""",
    re.VERBOSE,
)
# the days before the last one: «3 đến» 5/7 · «18 và» 19/4 · «9,» 10/6/2020
_EARLIER = re.compile(
    r"""(?<![\w/.,-]) (?: \d{1,2} \s? (?:,|-|và|đến(?:\shết)?) \s? (?:ngày\s)? ){1,5} \Z""",
    re.VERBOSE,
)
# the words that lead to a day; all of them may be missing
_LEAD = re.compile(
    r"""(?<!\w)
    (?: (?P<part> (?:rạng\s)?sáng|trưa|chiều|tối|đêm) \s? )?
    (?: (?P<said> (?:ngày\s)? (?:hôm\s)? (?:nay|qua|mai) ) [,\s]{0,2} \(? )?
    (?: (?: (?<!họp\s)thứ\s(?:hai|ba|tư|năm|sáu|bảy|[2-7]) | chủ\snhật )
        [,\s]{1,2} )?
    (?P<cue> (?:từ\s)? (?P<count> (?:các|hai|ba|[2-5])\s (?=ngày) )? (?: ngày | hôm )
             (?: \s (?:mùng|mồng) )? | mùng | mồng )?
    \s? \Z""",
    re.VERBOSE,
)
# what else may stand before a bare day: «trước 15-9», «đến hết 30-6», «(12.10)», «và 25/1»
_WEAK_CUE = re.compile(
    r"""(?: (?<!\w)(?:trước|sau|hết|đến|từ|vào|tới|quá|đúng|nhất|là|hạn|giờ|và|hôm
        | hạn\s(?:cuối|chót|nộp)(?:\scùng)? ) | \( | -
    | (?:\n|[.!?…]\s) ) \s? \Z""",
    re.VERBOSE,
)
_FROM = re.compile(r"(?<!\w)từ\s\Z")  # «từ 5-7/9»
_NUMBER = re.compile(r"\d+")
_REACH = 48
_LEAP_YEAR = 2024
_SAID = {"nay": 0, "qua": -1, "mai": 1}


class Date(NamedTuple):
    """A day as it stands in the text; `mark` is what parts day and month.

    `is_sure` says that a year or the words before it prove it to be a day.
    """

    time: Time
    mark: str | None
    is_sure: bool


class _Start(NamedTuple):
    """Where the words of a day begin, the day a list begins with, the words that lead to it."""

    offset: int
    first_day: int
    lead: re.Match[str]


def read_date(text: str, start: int, done: int) -> Date | None:
    """The day, list or range of days whose last number stands at `start` of folded `text`.

    What stands before `done` belongs to another day.
    """
    match = _DATE.match(text, start)
    month = _month(match) if match else None
    if not match or not month:
        return None
    day = int(match["day"])
    floor = max(0, start - _REACH)
    begin = _start(text, max(floor, done), start, day)
    if text[start - 1 : start] in set("/.,") and begin.first_day == day:
        return None  # «1.12/5»
    lead = begin.lead
    is_sure = bool(_leads(lead) or match["year"] or match["year2"])
    if not is_sure and (
        counts_things(text, match.end()) or not _WEAK_CUE.search(text, floor, begin.offset)
    ):
        return None
    if is_occasion(text, begin.offset, match.end(), (month, day), has_part=bool(lead["part"])):
        return None
    time = _time(match, (month, begin.first_day), (month, day), begin)
    return Date(time, match["mark"], is_sure) if time else None


def _month(match: re.Match[str]) -> int | None:
    word: str = match["month"] or match["named"]
    return int(word) if word.isdigit() else MONTHS.get(word)


def _start(text: str, floor: int, start: int, day: int) -> _Start:
    """Where the words of a day begin; a list of days needs words that lead to it."""
    earlier = _EARLIER.search(text, floor, start)
    if earlier and (number := _NUMBER.match(earlier[0])) and 0 < int(number[0]) < day:
        lead = _LEAD.search(text, floor, earlier.start())
        if lead and (_leads(lead) or _FROM.search(text, floor, earlier.start())):
            begin = lead.start() if _leads(lead) else earlier.start()
            return _Start(begin, int(number[0]), lead)
    lead = _LEAD.search(text, floor, start)
    assert lead is not None, "every part of a lead may be missing"  # noqa: S101
    if not lead[0].strip():
        return _Start(start, day, lead)
    return _Start(lead.end("count") if lead["count"] else lead.start(), day, lead)


def _leads(lead: re.Match[str]) -> bool:
    return bool(lead["part"] or lead["said"] or lead["cue"])


def _time(
    match: re.Match[str], first: tuple[int, int], last: tuple[int, int], begin: _Start
) -> Time | None:
    end, lead = match.end(), begin.lead
    if "(" in lead[0] and match.string[end : end + 1] == ")":
        end += 1  # «Sáng nay (15/8)»
    time = Time(
        start=None,
        end=None,
        part=PARTS.get((lead["part"] or "").removeprefix("rạng ")),
        span=Span(begin.offset, end),
        kind="day" if first == last else "days",
        has_year=False,
        first=first,
        last=last,
        shift=_SAID.get((lead["said"] or "").split(" ")[-1]),
    )
    return with_year(time, match["year"] or match["year2"])


def with_year(time: Time, year: str | None) -> Time | None:
    """`time` in the printed `year`; None if there is no such day."""
    days = in_year(time, int(year or _LEAP_YEAR))
    if not days:
        return None
    return replace(time, start=days[0], end=days[1], has_year=True) if year else time
