"""Read months, quarters, years and days told from the day of speaking: «hôm qua»."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from msgspec.structs import replace

from summarizer.model import Span, Time, TimeKind
from summarizer.times.dates import MONTHS, OF_YEAR, PARTS, YEAR, YEAR_SHIFTS, with_year

_SHIFTS = {"này": 0, "nay": 0, "trước": -1, "qua": -1, "tới": 1, "sau": 1, "mai": 1, "ngoái": -1}
_QUANTITY = re.compile(
    r"(?<!\w)(?:\d+|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mấy|vài|dăm|nhiều|các|những)\s\Z"
)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_MONTH_NUMBER = r"(?: 0[1-9] | 1[0-2] | [1-9] ) (?!\d)"

_MONTH = re.compile(
    rf"""tháng\s (?: (?P<first> {_MONTH_NUMBER} )
            (?: \s?-\s? (?P<last> {_MONTH_NUMBER} ) (?=/) )?    # tháng 6-7/2019
        |   (?P<word> hai|ba|tư|sáu|bảy|tám|chín|mười) (?!\w) )
        {OF_YEAR}?                                              # tháng 6 năm 2024 · tháng 6-2024
        (?! [\w%/] | [.,]\d )""",
    re.VERBOSE,
)
_MONTHS_OF = re.compile(
    rf"""tháng\s (?: (?P<edge>đầu|cuối)\s )? năm                # 6 tháng đầu năm 2019
    (?: \s (?P<year>{YEAR}) | \s (?P<rel>nay|sau|ngoái) (?!\w) )? (?!\w)""",
    re.VERBOSE,
)
_THAT_MONTH = re.compile(r"tháng\s(?P<shift>này|tới|sau|trước|qua)(?!\w)")
_QUARTER = re.compile(rf"quý\s(?P<quarter>iv|i{{1,3}}|[1-4])(?!\w){OF_YEAR}?(?![\w/])", re.VERBOSE)
_THAT_QUARTER = re.compile(r"quý\s(?P<shift>này|tới|sau|trước)(?!\w)")
_YEAR = re.compile(  # năm 2019 · năm 2019 và năm 2020
    rf"năm\s(?P<year>{YEAR}) (?:\svà\s(?:năm\s)?(?P<last>{YEAR}))? (?![\w/]|\s?-\s?\d)",
    re.VERBOSE,
)
_THAT_YEAR = re.compile(r"năm\s(?P<shift>nay|sau|tới|ngoái)(?!\w)")
_WEEK = re.compile(r"tuần\s(?P<shift>này|tới|sau|trước|qua)(?!\w)")
_SAID = re.compile(
    r"""(?: (?:ngày\s)? hôm\s(?P<day>nay|qua)
    |   (?:rạng\s)? (?P<part>sáng|trưa|chiều|tối|đêm)\s (?P<near>nay|qua|mai)
    |   ngày\s (?P<tomorrow>mai) )
    (?!\w)""",
    re.VERBOSE,
)
_COMING_DAYS = re.compile(r"ngày\s(?:tới|nữa)(?!\w)")
_COUNT = re.compile(r"(?<![\w.,/-])(\d{1,3})\s\Z")
_WEEKDAY = re.compile(
    r"""(?: thứ\s (?P<name>hai|ba|tư|năm|sáu|bảy|[2-7]) | (?P<sunday>chủ\snhật) ) (?!\w)
    (?P<week> \s (?:tuần\s)? (?P<shift>này|trước|qua|tới|sau) (?!\w) )?""",
    re.VERBOSE,
)
_WEEKDAY_CUE = re.compile(r"(?<!\w)(?:hôm|ngày|vào|trước|đến|sáng|chiều|tối)\s\Z")
_WEEKDAYS = {name: number for number, name in enumerate(("hai", "ba", "tư", "năm", "sáu", "bảy"))}
_WEEKDAYS |= {str(number + 2): number for number in range(6)}


def read_month(text: str, start: int) -> Time | None:
    """«tháng 6/2024», «tháng này», «6 tháng đầu năm 2019» at `start`."""
    if match := _MONTH.match(text, start):
        first = int(match["first"]) if match["first"] else MONTHS[match["word"]]
        last = int(match["last"] or first)
        return _stretch(match, "month" if first == last else "months", first, last)
    if match := _MONTHS_OF.match(text, start):
        return _months_of(match)
    return _shifted(_THAT_MONTH.match(text, start), "month")


def read_quarter(text: str, start: int) -> Time | None:
    """«quý II/2024», «quý tới» at `start`."""
    match = _QUARTER.match(text, start)
    if not match:
        return _shifted(_THAT_QUARTER.match(text, start), "quarter")
    quarter = _ROMAN.get(match["quarter"]) or int(match["quarter"])
    return _stretch(match, "quarter", 3 * quarter - 2, 3 * quarter)


def read_year(text: str, start: int) -> Time | None:
    """«năm 2024», «năm 2024 và năm 2025», «năm nay» at `start`."""
    match = _YEAR.match(text, start)
    if not match:
        return _shifted(_THAT_YEAR.match(text, start), "year")
    first, last = int(match["year"]), int(match["last"] or match["year"])
    return Time(
        start=date(first, 1, 1),
        end=date(max(first, last), 12, 31),
        part=None,
        span=Span(*match.span()),
        kind="year",
        first=(1, 1),
        last=(12, 31),
    )


def read_week(text: str, start: int) -> Time | None:
    """«tuần này» at `start`."""
    return _shifted(_WEEK.match(text, start), "week")


def read_said(text: str, start: int) -> Time | None:
    """«hôm qua», «sáng nay», «ngày mai», «(10) ngày tới» at `start`."""
    if match := _SAID.match(text, start):
        near = match["day"] or match["near"] or match["tomorrow"]
        part = PARTS.get(match["part"] or "")
        return replace(_plain(match, "day", _SHIFTS[near]), part=part)
    match = _COMING_DAYS.match(text, start)
    count = _COUNT.search(text, max(0, start - 5), start)
    if not match or not count:
        return None
    time = _plain(match, "day", int(count[1]))
    return replace(time, span=Span(count.start(1), match.end()))


def read_weekday(text: str, start: int) -> Time | None:
    """«thứ Bảy tuần trước» at `start`; «kỳ họp thứ 7» is none."""
    match = _WEEKDAY.match(text, start)
    cue = _WEEKDAY_CUE.search(text, max(0, start - 8), start)
    if not match or not (match["week"] or cue):
        return None
    shift = _SHIFTS[match["shift"]] if match["week"] else None
    weekday = 6 if match["sunday"] else _WEEKDAYS[match["name"]]
    begin = cue.start() if cue else start
    time = _plain(match, "day", shift)
    return replace(time, span=Span(begin, match.end()), weekday=weekday)


def _months_of(match: re.Match[str]) -> Time | None:
    """«6 tháng đầu năm 2019»: the number stands before the match."""
    count = _COUNT.search(match.string, max(0, match.start() - 5), match.start())
    number = int(count[1]) if count else 0
    if not count or not 1 < number < 12:
        return None
    first, last = (13 - number, 12) if match["edge"] == "cuối" else (1, number)
    kinds: dict[int, TimeKind] = {3: "quarter", 6: "half"}
    time = _stretch(match, kinds.get(number, "months"), first, last)
    return replace(time, span=Span(count.start(1), match.end())) if time else None


def _stretch(match: re.Match[str], kind: TimeKind, first: int, last: int) -> Time | None:
    groups = match.groupdict()
    last_day = monthrange(2023, last)[1]
    time = replace(
        _plain(match, kind, YEAR_SHIFTS.get(groups["rel"] or "")),
        first=(first, 1),
        last=(last, last_day),
    )
    return with_year(time, groups["year"] or groups.get("year2"))


def _shifted(match: re.Match[str] | None, kind: TimeKind) -> Time | None:
    if not match or _QUANTITY.search(match.string, max(0, match.start() - 8), match.start()):
        return None  # «9 tháng qua», «vài tuần sau»
    return _plain(match, kind, _SHIFTS[match["shift"]])


def _plain(match: re.Match[str], kind: TimeKind, shift: int | None) -> Time:
    span = Span(*match.span())
    return Time(None, None, None, span, kind, has_year=False, shift=shift)
