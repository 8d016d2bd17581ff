"""Tell at which moments something is due that comes at an hour of the day."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta, tzinfo

from msgspec import Struct

from bot.workdays import Workdays

_DAY = timedelta(days=1)
_LONGEST_REST = 31  # days between two slots: no row of holidays is as long


class Hours(Struct, frozen=True):
    """An hour of the day by the office's clock, every day or on working days alone."""

    at: time
    is_working: bool
    zone: tzinfo
    workdays: Workdays

    def last(self, now: datetime) -> datetime | None:
        """The slot that is now or was last, in UTC; None where there was none for a month."""
        return self._nearest(now, -_DAY)

    def next(self, now: datetime) -> datetime | None:
        """The slot that comes after now, in UTC."""
        return self._nearest(now, _DAY)

    def _nearest(self, now: datetime, step: timedelta) -> datetime | None:
        day = now.astimezone(self.zone).date()
        for _ in range(_LONGEST_REST):
            slot = datetime.combine(day, self.at, tzinfo=self.zone).astimezone(UTC)
            is_there = slot > now if step > timedelta(0) else slot <= now
            if is_there and (not self.is_working or self.workdays.is_working(day)):
                return slot
            day += step
        return None
