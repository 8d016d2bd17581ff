"""Try which days are worked: the years that are decided, and those that are not."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.workdays import OUR_LIST, HolidaysError, Workdays, read_workdays

WORKDAYS = read_workdays()


@pytest.mark.parametrize(
    ("day", "is_working"),
    [
        ("2025-01-24", True),  # the Friday before Tết
        ("2025-01-27", False),  # 28 tháng Chạp to mùng 3: Notice 6150
        ("2025-01-31", False),
        ("2025-02-03", True),
        ("2025-04-07", False),  # Giỗ Tổ, a Monday
        ("2025-04-26", True),  # a Saturday that is worked for 2/5
        ("2025-05-02", False),
        ("2025-05-03", False),
        ("2025-08-29", True),
        ("2025-09-01", False),  # beside 2/9
        ("2025-09-03", True),
        ("2025-11-24", True),  # a Monday; a holiday only since 2026
        ("2026-01-01", False),
        ("2026-01-02", False),  # swapped with 10/1
        ("2026-01-10", True),
        ("2026-02-13", True),
        ("2026-02-16", False),
        ("2026-02-20", False),
        ("2026-02-23", True),
        ("2026-04-26", False),  # Giỗ Tổ on a Sunday
        ("2026-04-27", False),  # made up
        ("2026-04-30", False),
        ("2026-05-01", False),
        ("2026-05-04", True),
        ("2026-08-22", True),
        ("2026-08-31", False),
        ("2026-09-01", False),
        ("2026-09-03", True),
        ("2026-11-23", True),
        ("2026-11-24", False),  # Ngày Văn hóa Việt Nam
        ("2026-11-28", False),  # any Saturday
    ],
)
def test_the_decided_years_say_which_days_are_worked(day: str, *, is_working: bool) -> None:
    assert WORKDAYS.is_working(date.fromisoformat(day)) == is_working


@pytest.mark.parametrize(
    ("day", "is_working"),
    [
        ("2027-01-01", False),
        ("2027-02-04", True),  # may well become a holiday: nothing is decided
        ("2027-02-05", False),  # the eve
        ("2027-02-09", False),  # mùng 4
        ("2027-02-10", False),  # for the Saturday
        ("2027-02-11", False),  # for the Sunday
        ("2027-02-12", True),
        ("2027-04-16", False),  # 10/3 by the lunar calendar
        ("2027-05-03", False),  # for Saturday 1/5
        ("2027-09-02", False),
        ("2027-11-24", False),
        ("2028-05-01", False),  # Monday; Sunday 30/4 is made up a day later
        ("2028-05-02", False),
        ("2030-02-01", False),  # Tết a day before China's
        ("2040-09-02", False),  # no lunar day is known: the fixed ones alone
        ("2040-02-13", True),
    ],
)
def test_other_years_are_reckoned(day: str, *, is_working: bool) -> None:
    assert WORKDAYS.is_working(date.fromisoformat(day)) == is_working


def test_the_list_knows_which_years_are_decided() -> None:
    assert WORKDAYS.is_decided(date(2026, 11, 23))
    assert not WORKDAYS.is_decided(date(2027, 1, 4))


@pytest.mark.parametrize("year", [2025, 2026])
def test_a_decided_year_has_as_many_holidays_as_the_law_names(year: int) -> None:
    # 11 days by article 112, and 24/11 since 2026; a swap takes as many days as it gives
    days = [date(year, 1, 1) + timedelta(count) for count in range(365)]
    weekdays = [day for day in days if day.weekday() < 5]
    worked = [day for day in days if WORKDAYS.is_working(day)]
    assert len(weekdays) - len(worked) == (11 if year == 2025 else 12)


def test_no_day_is_both_off_and_worked() -> None:
    assert not WORKDAYS.off & WORKDAYS.work
    assert all(day.year in WORKDAYS.years for day in WORKDAYS.off | WORKDAYS.work)
    assert all(day.weekday() >= 5 for day in WORKDAYS.work)
    assert all(day.weekday() < 5 for day in WORKDAYS.off)


def test_an_operator_may_write_a_list(tmp_path: Path) -> None:
    path = tmp_path / "holidays.tsv"
    text = "\ufeff# của cơ quan\nyear\t2027\noff\t2027-02-04/2027-02-10\tTết\nwork\t2027-02-20\n"
    path.write_text(text, encoding="utf-8")
    workdays = read_workdays(path)
    assert not workdays.is_working(date(2027, 2, 4))
    assert workdays.is_working(date(2027, 2, 11))
    assert workdays.is_working(date(2027, 2, 20))
    assert workdays.is_working(date(2027, 1, 1))  # the list says all of a decided year


@pytest.mark.parametrize(
    "line",
    [
        "off\t2026-13-01\tx", "off\t", "holiday\t2026-01-01", "year\thai", "year\t0",
        "off\t2026-01-05/2026-01-01", "off\t2026-01-01/2027-01-01", "2026-01-01",
    ],
)  # fmt: skip
def test_a_wrong_line_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "holidays.tsv"
    path.write_text(f"year\t2026\n\n{line}\n", encoding="utf-8")
    with pytest.raises(HolidaysError) as caught:
        read_workdays(path)
    assert caught.value.line == 3


def test_a_list_of_nothing_knows_the_fixed_days(tmp_path: Path) -> None:
    path = tmp_path / "holidays.tsv"
    path.write_text("", encoding="utf-8")
    nothing = read_workdays(path)
    assert nothing == Workdays(frozenset(), frozenset(), frozenset())
    assert not nothing.is_working(date(2026, 9, 2))


def test_our_list_names_a_source_in_each_line() -> None:
    lines = OUR_LIST.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    assert all(len(row) == 4 and row[3] for row in rows)
