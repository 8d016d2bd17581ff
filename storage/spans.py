"""Read a day, or a stretch of days, as somebody types it into the search box."""

from __future__ import annotations

import re
from datetime import date, timedelta

from msgspec import Struct

_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d\d))?")  # 19/5/2022, 19-5-22, 19/5
_ISO = re.compile(r"(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})")  # 2022-05-19
_MONTH = re.compile(r"(\d{1,2})[/.-](\d{4})|(\d{4})[/.-](\d{1,2})")  # 5/2022, 2022-05
_YEAR = re.compile(r"\d{4}")


class DaySpan(Struct, frozen=True):
    """Days from `first` to `last`, both included."""

    first: date
    last: date


def read_days(typed: str, *, today: date) -> DaySpan | None:
    """The days that `typed` (bare letters) names; None where it names none.

    «19/5» is that day of this year.
    """
    words = " ".join(typed.split())
    if words in _NAMED:
        return _named(words, today)
    try:
        return _written(words, today)
    except ValueError:  # 31/2/2022
        return None


def month_of(day: date) -> DaySpan:
    """The month in which a day lies."""
    after = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
    return DaySpan(day.replace(day=1), after - timedelta(days=1))


# units before or after today: «tuần trước» is the week one before
_NAMED = {
    "hom nay": ("day", 0),
    "nay": ("day", 0),
    "hom qua": ("day", -1),
    "ngay mai": ("day", 1),
    **{
        f"{name} {word}".strip(): (unit, shift)
        for name, unit in (("tuan", "week"), ("thang", "month"), ("nam", "year"))
        for word, shift in (("", 0), ("nay", 0), ("truoc", -1), ("qua", -1), ("sau", 1), ("toi", 1))
    },
}


def _named(words: str, today: date) -> DaySpan:
    unit, shift = _NAMED[words]
    if unit == "day":
        day = today + timedelta(days=shift)
        return DaySpan(day, day)
    if unit == "week":
        monday = today + timedelta(days=7 * shift - today.weekday())
        return DaySpan(monday, monday + timedelta(days=6))
    if unit == "month":
        months = 12 * today.year + today.month - 1 + shift
        return month_of(date(months // 12, months % 12 + 1, 1))
    return _year(today.year + shift)


def _written(words: str, today: date) -> DaySpan | None:
    if match := _DAY.fullmatch(words):
        year = match[3] or str(today.year)
        found = date(int(year) + (2000 if len(year) == 2 else 0), int(match[2]), int(match[1]))
        return DaySpan(found, found)
    if match := _ISO.fullmatch(words):
        found = date(int(match[1]), int(match[2]), int(match[3]))
        return DaySpan(found, found)
    if match := _MONTH.fullmatch(words):
        return month_of(date(int(match[2] or match[3]), int(match[1] or match[4]), 1))
    return _year(int(words)) if _YEAR.fullmatch(words) else None


def _year(year: int) -> DaySpan:
    return DaySpan(date(year, 1, 1), date(year, 12, 31))
