"""Try when something is due that comes at an hour of the day."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.schedules import Hours
from bot.workdays import read_workdays

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
BERLIN = ZoneInfo("Europe/Berlin")
WORKDAYS = read_workdays()


def hours(at: str = "07:00", *, is_working: bool = False, zone: ZoneInfo = HANOI) -> Hours:
    return Hours(time.fromisoformat(at), is_working, zone, WORKDAYS)


def moment(words: str, zone: ZoneInfo = HANOI) -> datetime:
    return datetime.fromisoformat(words).replace(tzinfo=zone)


@pytest.mark.parametrize(
    ("now", "last", "following"),
    [
        ("2026-11-23 06:59:59", "2026-11-22 07:00", "2026-11-23 07:00"),
        ("2026-11-23 07:00", "2026-11-23 07:00", "2026-11-24 07:00"),
        ("2026-11-23 23:59", "2026-11-23 07:00", "2026-11-24 07:00"),
        ("2026-12-31 12:00", "2026-12-31 07:00", "2027-01-01 07:00"),
    ],
)
def test_every_day_has_a_slot(now: str, last: str, following: str) -> None:
    assert hours().last(moment(now)) == moment(last)
    assert hours().next(moment(now)) == moment(following)


@pytest.mark.parametrize(
    ("now", "last", "following"),
    [
        ("2026-11-23 08:00", "2026-11-23 07:00", "2026-11-25 07:00"),  # 24/11 is a holiday
        ("2026-11-27 08:00", "2026-11-27 07:00", "2026-11-30 07:00"),  # Friday, Monday
        ("2026-08-21 08:00", "2026-08-21 07:00", "2026-08-22 07:00"),  # a Saturday that is worked
        ("2026-08-30 08:00", "2026-08-28 07:00", "2026-09-03 07:00"),
        ("2026-02-17 08:00", "2026-02-13 07:00", "2026-02-23 07:00"),  # Tết
    ],
)
def test_working_days_pass_over_holidays(now: str, last: str, following: str) -> None:
    assert hours(is_working=True).last(moment(now)) == moment(last)
    assert hours(is_working=True).next(moment(now)) == moment(following)


def test_slots_are_told_by_the_clock_of_the_zone() -> None:
    now = moment("2026-11-23 07:30")  # 01:30 in Berlin
    assert hours(zone=BERLIN).last(now) == moment("2026-11-22 07:00", BERLIN)


@pytest.mark.parametrize("day", ["2026-03-29", "2026-10-25"])  # Berlin's clock is changed
def test_a_day_of_23_or_25_hours_has_one_slot(day: str) -> None:
    at = hours("02:30", zone=BERLIN)
    start = moment(f"{day} 00:00", BERLIN)
    ticks = [start.astimezone(ZoneInfo("UTC")) + timedelta(minutes=10 * n) for n in range(144)]
    slots = {at.last(tick) for tick in ticks}
    assert len(slots) == 2  # yesterday's and today's


MOMENTS = st.integers(0, 15 * 366 * 86_400).map(
    lambda seconds: moment("2025-01-01") + timedelta(seconds=seconds)
)


@given(now=MOMENTS, at=st.times(), is_working=st.booleans())
def test_now_lies_between_two_neighbouring_slots(
    now: datetime, at: time, *, is_working: bool
) -> None:
    clock = Hours(at.replace(microsecond=0), is_working, HANOI, WORKDAYS)
    last, following = clock.last(now), clock.next(now)
    assert last is not None
    assert following is not None
    assert last <= now < following
    assert clock.next(last) == following
    assert clock.last(following) == following
