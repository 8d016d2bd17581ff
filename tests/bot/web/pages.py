"""The pages over a store alone: nothing is read there, only what is kept is shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

from bot.channel import Attachment
from bot.fetch import Fetcher
from bot.pool import Pool
from bot.web.pages import Pages
from handlers.services import Services
from handlers.statistics import count
from storage.store import Store


def pages_of(store: Store, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> Pages:
    async def load(*_: str | Attachment) -> bytes:
        raise AssertionError

    services = Services(store, Fetcher(), Pool(1), load, now)
    return Pages(store, partial(count, services=services), sample="")
