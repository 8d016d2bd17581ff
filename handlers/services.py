"""What the gestures work with."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path

from msgspec import Struct, field

from bot.channel import Attachment
from bot.fetch import Fetcher
from bot.meter import Meter
from bot.pool import Pool
from bot.workdays import Workdays, read_workdays
from storage.store import Store


class Services(Struct, frozen=True):
    """The store, the door to the web, the worker processes, the clock; opened by `main`.

    `load` brings a file that somebody sent, by channel and attachment. `admins` are the
    ids of those who decide who may come in. `a_minute` and `a_day` are the articles that
    one member may ask for. `meter` takes the figures. `workdays` knows the holidays.
    `folder` is where the database lies, `channels` are those that are served.
    """

    store: Store
    fetcher: Fetcher
    pool: Pool
    load: Callable[[str, Attachment], Awaitable[bytes]]
    now: Callable[[], datetime]
    admins: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()
    zone: tzinfo = UTC
    a_minute: int = 20
    a_day: int = 300
    reading_limit: float = 30.0
    meter: Meter = field(default_factory=Meter)
    workdays: Workdays = field(default_factory=read_workdays)
    folder: Path = Path()
    channels: Collection[str] = ()

    def today(self) -> date:
        """The day by the office's clock."""
        return self.now().astimezone(self.zone).date()
