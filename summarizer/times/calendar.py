"""Count days: put a year to a printed day, step from a day of speaking."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from msgspec.structs import replace

from summarizer.model import Time

Days = tuple[date, date]

_MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12}
_BACK = timedelta(days=275)
_LIMIT_BACK = timedelta(days=60)


def backward(time: Time, today: date) -> Time:
    """`time` as the last such day or stretch that begins not after `today`.

    A printed year stays; start and end are None where there is no such day.
    """
    if time.has_year:
        return time
    if _counts_from_today(time):
        return _at(time, _step(time, today))
    tried = (in_year(time, today.year - back) for back in range(2))
    return _at(time, next((days for days in tried if days and days[0] <= today), None))


def forward(time: Time, today: date) -> Time:
    """`time` as the first such day or stretch that ends on or after `today`.

    A printed year stays; start and end are None where there is no such day.
    """
    if time.has_year:
        return time
    if _counts_from_today(time):
        return _at(time, _step(time, today))
    tried = (in_year(time, today.year + ahead) for ahead in (-1, 0, 1))
    return _at(time, next((days for days in tried if days and days[1] >= today), None))


def nearest(time: Time, today: date) -> Time:
    """`time` as it is most likely meant on `today`: nine months back, three ahead.

    What is announced or set as a limit lies ten months ahead rather than back.
    """
    if _counts_from_today(time):
        return forward(time, today)
    return forward(time, today - (_LIMIT_BACK if time.ahead else _BACK))


def in_year(time: Time, year: int) -> Days | None:
    """First and last day of `time` if it begins in `year`; a stretch may pass New Year."""
    if not time.first or not time.last or not date.min.year < year < date.max.year:
        return None
    month, day = time.last
    last_year = year + (time.last < time.first)
    if not time.is_in_days:
        day = monthrange(last_year, month)[1]
    start, end = day_of(year, *time.first), day_of(last_year, month, day)
    return (start, end) if start and end else None


def day_of(year: int, month: int, day: int) -> date | None:
    """That day, None where there is none (30/2): impossible dates are not mended."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _at(time: Time, days: Days | None) -> Time:
    start, end = days or (None, None)
    return replace(time, start=start, end=end)


def _counts_from_today(time: Time) -> bool:
    """«tuần này», «hôm qua», «tháng 8 năm nay»."""
    return not time.first or (time.shift is not None and not time.is_in_days)


def _step(time: Time, today: date) -> Days | None:
    shift = time.shift or 0
    if time.first:  # «tháng 8 năm nay»
        return in_year(time, today.year + shift)
    monday = today - timedelta(days=today.weekday())
    if time.weekday is not None:
        day = monday + timedelta(days=time.weekday, weeks=shift)
        if time.shift is None and day > today:  # «hôm thứ Bảy», said on a Monday
            day -= timedelta(weeks=1)
        return day, day
    if time.kind == "week":
        monday += timedelta(weeks=shift)
        return monday, monday + timedelta(days=6)
    if time.kind == "day":
        day = today + timedelta(days=shift)
        return day, day
    count = _MONTHS_IN.get(time.kind, 1)
    month = today.year * 12 + (today.month - 1) // count * count + shift * count
    return _first_day(month), _first_day(month + count) - timedelta(days=1)


def _first_day(months: int) -> date:
    year, month = divmod(months, 12)
    return date(year, month + 1, 1)
