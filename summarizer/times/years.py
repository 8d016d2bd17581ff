"""Find the year of days printed without one, where nobody says when the article appeared."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from msgspec import Struct

from summarizer.model import Time
from summarizer.times.calendar import backward, forward, nearest
from summarizer.times.lookalikes import cites_document, dates_document, issues_document

_OLDEST = date(1990, 1, 1)
_REACH = 45
# «nhiệm vụ năm 2019» is said about New Year, «mục tiêu trong năm 2019» any day of 2019
_COMING_YEAR = re.compile(r"(?<!\w)(?:nhiệm vụ|kế hoạch|dự toán|chương trình)(?!\w)")
_RUNNING_YEAR = re.compile(r"(?<!\w)(?:trong|cả|mục tiêu|xây dựng|chỉ tiêu|của)(?!\w)")
_REPORTED_YEAR = re.compile(r"(?<!\w)(?:tổng kết|kết quả|đánh giá|báo cáo)(?!\w)")
_LOOSE_MONTH = re.compile(r"(?<!\w)(?:vào|đến|trước)\s\Z")
_SINCE = re.compile(r"(?<!\w)(?:kể|tính|từ)(?:\stừ)?\s\Z")  # «áp dụng từ 1/1/2019»
_UP_TO = re.compile(r"(?<!tính )đến (?:ngày )?\Z")
_FORETELLS = re.compile(r"[^.;\n]{0,160}?\ssẽ\s")  # «đến 1/1/2015, chủ xe … sẽ bị phạt»
_LOOSE_YEAR = re.compile(r"(?<!\w)(?:vào|từ|đến|hết|trước|tới)\s\Z")
_EDGE = re.compile(r"(?<!\w)(?:đầu|giữa|cuối)\s\Z")
_YEAR_CUES = (
    ("edge", _EDGE),
    ("reported", _REPORTED_YEAR),
    ("coming", _COMING_YEAR),
    ("running", _RUNNING_YEAR),
)
_MARGIN = timedelta(days=60)
_YEAR = timedelta(days=365)
_HALF_YEAR = timedelta(days=182)
_NEWS = timedelta(days=240)
_WEEK = timedelta(days=7)  # news is forwarded while it is news
_IN_FORCE = re.compile(r"hiệu lực\s(?:từ|kể từ|vào)?\s?\Z")  # told before and after that day


class _Evidence(Struct, frozen=True):
    """What the dated things of an article say of its own day."""

    latest: date | None  # the last of what is told as past
    signed: date | None  # the last document
    limit: date | None  # the first limit set for what is to come
    year: int  # the last year named
    running: frozenset[int]  # years with plans under way
    edges: frozenset[int]  # years whose beginning or end is named
    coming: frozenset[int]  # years that are planned
    reported: frozenset[int]  # years that are summed up


def settle(text: str, times: list[Time], received: date | None = None) -> list[Time]:
    """`times` of folded `text`, those without a year resolved where their year is certain.

    A day takes the year in which it first comes after the latest dated thing told; a
    limit is the first such day after the article's own day; «hôm qua» is the day before.
    News that tells of a day in the week before it was `received` is of that year.
    """
    evidence = _weigh(text, times)
    told = [time if time.ahead else _settled(time, evidence) for time in times]
    if _contradict(told):
        told = times
    if received and _is_news(times, told, evidence, received):
        told = [nearest(time, received) if time.first else time for time in times]
    today = _day_of_speaking(told)
    latest = today or latest_day(
        [time for time in told if not time.has_year or not dates_document(text, time.span.start)]
    )
    return [_late(time, today, latest, evidence.limit) for time in told]


def _is_news(times: list[Time], told: list[Time], evidence: _Evidence, received: date) -> bool:
    """Whether a day without a year lies in the week before `received`.

    Not where something speaks of another year: a later day, years named that are long
    past, a dated thing close to where that day was `told` to be.
    """
    past = [day for day in (evidence.latest, evidence.signed) if day]
    dated = [*past, *([evidence.limit] if evidence.limit else [])]
    named = {evidence.year, *evidence.running, *evidence.coming, *evidence.reported} - {1}
    so_far = [year for year in named if year <= received.year + 1]
    if any(day > received for day in past) or (so_far and max(so_far) < received.year - 1):
        return False

    def is_fresh(time: Time, found: Time) -> bool:
        if time.kind != "day" or not time.first or time.has_year or time.ahead:
            return False
        day, other = nearest(time, received).start, found.start
        if not day or not timedelta(0) <= received - day <= _WEEK:
            return False
        return other in {None, day} or all(abs(other - each) > _MARGIN for each in dated)

    return any(is_fresh(time, found) for time, found in zip(times, told, strict=True))


def latest_day(times: Iterable[Time]) -> date | None:
    """The latest single day that is told as past, the nearest to the article's own day."""
    days = [time.start for time in times if time.kind == "day" and not time.ahead and time.start]
    return max(days, default=None)


def _contradict(told: list[Time]) -> bool:
    """Whether days of one piece of news fall far apart: then no year is certain."""
    days = [
        time.start
        for time in told
        if time.start and time.kind == "day" and not time.has_year and not time.ahead
    ]
    return bool(days) and max(days) - min(days) > _NEWS


def _late(time: Time, today: date | None, latest: date | None, limit: date | None) -> Time:
    """What counts from the article's own day: «hôm qua», limits."""
    if time.start:
        return time
    if not time.first:
        return backward(time, today) if today else time
    if not time.ahead:
        return time
    if latest:
        return forward(time, latest)
    return forward(time, limit - _HALF_YEAR) if limit else time


def _day_of_speaking(times: list[Time]) -> date | None:
    """The day that «hôm nay 31/1/2019» or «hôm qua 30/1» gives away."""
    for time in times:
        if time.kind == "day" and time.first and time.shift is not None and time.start:
            return time.start - timedelta(days=time.shift)
    return None


def _weigh(text: str, times: list[Time]) -> _Evidence:
    past: list[date] = []
    signed: list[date] = []
    limits: list[date] = []
    named = [1]
    years: dict[str, set[int]] = {kind: set() for kind, _ in _YEAR_CUES}
    for time in times:
        if not time.has_year or not time.start or not time.end or time.start < _OLDEST:
            continue
        start = time.span.start
        before = text[max(0, start - _REACH) : start]
        if time.kind == "year":
            kind = _kind_of_year(before)
            years.get(kind, set()).update((time.start.year, time.end.year))
            if kind in {"named", "reported"} and not time.ahead:
                named.append(time.start.year)
        elif text[start].isdigit() and time.kind in {"quarter", "half", "months"}:
            past.append(date(time.start.year, 1, 1))  # «6 tháng cuối năm 2019» is also a plan
        elif time.ahead:
            if not _IN_FORCE.search(before):
                limits.append(time.end)
        elif not _is_loose(text, time):
            (signed if _is_signed(text, time) else past).append(time.start)
    return _Evidence(
        latest=max(past, default=None),
        signed=max(signed, default=None),
        limit=min(limits, default=None),
        year=max(named),
        running=frozenset(years["running"]),
        edges=frozenset(years["edge"]),
        coming=frozenset(years["coming"]),
        reported=frozenset(years["reported"]),
    )


def _is_signed(text: str, time: Time) -> bool:
    start, end = time.span.start, time.span.end
    return dates_document(text, start) or cites_document(text, start) or issues_document(text, end)


def _is_loose(text: str, time: Time) -> bool:
    """Whether the words before a time leave open if it is past: «áp dụng từ 1/1/2019»."""
    before = text[max(0, time.span.start - _REACH) : time.span.start]
    if not time.is_in_days:
        return bool(_LOOSE_MONTH.search(before))
    return time.kind == "day" and bool(
        _SINCE.search(before)
        or text.startswith("từ", time.span.start)
        or (_UP_TO.search(before) and _FORETELLS.match(text, time.span.end))
    )


def _kind_of_year(before: str) -> str:
    clause = before[max(before.rfind(mark) for mark in ";.\n") + 1 :]
    if _LOOSE_YEAR.search(clause):
        return "loose"
    return next((kind for kind, pattern in _YEAR_CUES if pattern.search(clause)), "named")


def _settled(time: Time, evidence: _Evidence) -> Time:
    """A day told as past in the year that the evidence leaves for it, if only one is left."""
    if time.has_year or not time.first:
        return time
    found = _placed(time, evidence)
    if not found.start or found.start.year < evidence.year:
        return time
    return found


def _placed(time: Time, evidence: _Evidence) -> Time:
    latest, signed, limit = evidence.latest, evidence.signed, evidence.limit
    if latest and signed and signed > latest:
        latest = signed if signed - latest < _YEAR else None
    if latest and limit and limit - latest > _YEAR:
        return time
    if latest:
        found = forward(time, latest)
        late = limit and found.start and found.start > limit + _MARGIN
        return time if late else found
    if limit:
        return backward(time, limit)
    year = _planned_year(time.first[0], evidence) if time.first else None
    return forward(time, date(year, 1, 1)) if year else time


def _planned_year(month: int, evidence: _Evidence) -> int | None:
    """The year of a day in `month`, from the years that are planned and summed up."""
    running, coming, reported = evidence.running, evidence.coming, evidence.reported
    if month >= 11 and coming:  # the plan of next year, told beside this year's
        this = max(coming) - 1
        return this if this in running | reported | {evidence.year} else None
    if month <= 2 and coming:
        return max(coming)
    if month <= 2 and reported and not running:
        return max(reported) + 1
    named = running | coming
    return next(iter(named)) if len(named) == 1 and not evidence.edges - named else None
