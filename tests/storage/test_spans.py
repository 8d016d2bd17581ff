"""A day, or a stretch of days, as somebody types it."""

from __future__ import annotations

from datetime import date

import pytest

from storage.spans import DaySpan, read_days

SUNDAY = date(2026, 11, 29)
JANUARY = date(2026, 1, 31)


@pytest.mark.parametrize(
    ("typed", "today", "first", "last"),
    [
        ("hom nay", SUNDAY, "2026-11-29", "2026-11-29"),
        ("hom qua", SUNDAY, "2026-11-28", "2026-11-28"),
        ("ngay mai", SUNDAY, "2026-11-30", "2026-11-30"),
        ("tuan nay", SUNDAY, "2026-11-23", "2026-11-29"),
        ("tuan truoc", SUNDAY, "2026-11-16", "2026-11-22"),
        ("tuan sau", SUNDAY, "2026-11-30", "2026-12-06"),
        ("thang nay", SUNDAY, "2026-11-01", "2026-11-30"),
        ("thang truoc", SUNDAY, "2026-10-01", "2026-10-31"),
        ("thang toi", SUNDAY, "2026-12-01", "2026-12-31"),
        ("thang truoc", JANUARY, "2025-12-01", "2025-12-31"),
        ("thang sau", JANUARY, "2026-02-01", "2026-02-28"),
        ("nam nay", SUNDAY, "2026-01-01", "2026-12-31"),
        ("nam truoc", SUNDAY, "2025-01-01", "2025-12-31"),
        ("nam sau", SUNDAY, "2027-01-01", "2027-12-31"),
        ("19/5", SUNDAY, "2026-05-19", "2026-05-19"),
        ("19-5-22", SUNDAY, "2022-05-19", "2022-05-19"),
        ("19.5.2022", SUNDAY, "2022-05-19", "2022-05-19"),
        ("2022-05-19", SUNDAY, "2022-05-19", "2022-05-19"),
        ("2/2024", SUNDAY, "2024-02-01", "2024-02-29"),
        ("2024-12", SUNDAY, "2024-12-01", "2024-12-31"),
        (" 2024 ", SUNDAY, "2024-01-01", "2024-12-31"),
    ],
)
def test_days_are_read(typed: str, today: date, first: str, last: str) -> None:
    found = read_days(typed, today=today)
    assert found == DaySpan(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("typed", ["", "31/2/2022", "13/2022", "32/1", "0/0", "hom", "19/5/202"])
def test_what_is_no_day_is_none(typed: str) -> None:
    assert read_days(typed, today=SUNDAY) is None
