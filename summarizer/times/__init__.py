"""Find the days and stretches of days that an article names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from msgspec.structs import replace

from summarizer.language import Doc
from summarizer.model import Span, Time
from summarizer.times import periods
from summarizer.times.calendar import backward, forward, in_year, nearest
from summarizer.times.dates import PARTS, Date, read_date
from summarizer.times.lookalikes import looks_ahead
from summarizer.times.years import latest_day, settle

__all__ = ["backward", "find_times", "forward", "latest_day"]

_READERS: dict[str, Callable[[str, int], Time | None]] = {
    "tháng": periods.read_month,
    "quý": periods.read_quarter,
    "năm": periods.read_year,
    "tuần": periods.read_week,
    "thứ": periods.read_weekday,
    "chủ": periods.read_weekday,
    **dict.fromkeys(("hôm", "ngày", "sáng", "trưa", "chiều", "tối", "đêm"), periods.read_said),
}
_DAY_NUMBERS = frozenset({*map(str, range(1, 32)), *(f"0{number}" for number in range(1, 10))})
_OPENINGS = _DAY_NUMBERS | _READERS.keys() | {"cùng"}
_UNTIL = re.compile(r"\s?(?:-|đến(?:\shết)?)\s?(?:ngày\s)?")
_SAME_DAY = re.compile(r"(?:(?P<part>sáng|trưa|chiều|tối|đêm)\s)?cùng\sngày(?!\w)")


def find_times(doc: Doc) -> tuple[Time, ...]:
    """Every day or stretch of days named, in order of the text.

    Days without a year take it from `article.published` (the nearest such day), else
    from the dated things that the article tells, else from `article.received` where the
    article is fresh news; else start and end are None.
    """
    text = doc.folded
    times = _joined(text, _read(doc))
    published = doc.article.published
    if published is None:
        return tuple(settle(text, times, doc.article.received))
    return tuple(nearest(time, published) for time in times)


def _read(doc: Doc) -> list[Time]:
    """The days and stretches as printed, one word after the other."""
    text, words = doc.folded, doc.words
    dates: list[Date] = []
    times: list[Time] = []
    done = 0
    for word, start in zip(words.texts, words.starts, strict=True):
        if word not in _OPENINGS or start < done:
            continue
        if word in _DAY_NUMBERS:
            date = read_date(text, start, dates[-1].time.span.end if dates else 0)
            dates += [date] if date else []
            time = date.time if date else None
        elif word == "cùng":
            time = _same_day(text, start, times)
        else:
            time = _READERS[word](text, start)
        if time:
            done = time.span.end
            while times and times[-1].span.start >= time.span.start:
                times.pop()  # «hôm nay» of «hôm nay 18/9»
            ahead = looks_ahead(text, time.span.start, time.kind)
            times.append(replace(time, ahead=True) if ahead else time)
    return _in_style(times, dates)


def _in_style(times: list[Time], dates: list[Date]) -> list[Time]:
    """Without days whose mark is not the one this article writes («7-8» in a «/» paper)."""
    counts = Counter(date.mark for date in dates if date.is_sure and date.mark)
    style = counts.most_common(1)[0][0] if counts else "/"
    doubtful = {date.time.span for date in dates if not date.is_sure and date.mark != style}
    return [time for time in times if time.span not in doubtful]


def _same_day(text: str, start: int, times: list[Time]) -> Time | None:
    """«chiều cùng ngày»: the day named before it."""
    match = _SAME_DAY.search(text, max(0, start - 6), start + 9)
    told = (time for time in reversed(times[-20:]) if time.kind == "day" and not time.ahead)
    before = next(told, None)
    if not match or not before:
        return None
    part = PARTS.get(match["part"] or "")
    return replace(before, span=Span(*match.span()), part=part)


def _joined(text: str, times: list[Time]) -> list[Time]:
    """«29/6 đến hết ngày 2/7» is one stretch; «19/5/1890 - 19/5/1990» is an anniversary."""
    joined: list[Time] = []
    for time in times:
        before = joined[-1] if joined else None
        if (
            before
            and before.first
            and time.first
            and before.is_in_days
            and time.is_in_days
            and _UNTIL.fullmatch(text, before.span.end, time.span.start)
        ):
            joined.pop()
            if before.first != time.first:
                joined.append(_stretch(before, time))
        else:
            joined.append(time)
    return joined


def _stretch(first: Time, last: Time) -> Time:
    time = replace(
        last,
        kind="days",
        part=None,
        first=first.first,
        span=Span(first.span.start, last.span.end),
    )
    if not last.end or not time.first or not time.last:
        return time
    days = in_year(time, last.end.year - (time.last < time.first))
    return replace(time, start=first.start or days[0]) if days else time
