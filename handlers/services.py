"""What the gestures work with."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime

from msgspec import Struct

from bot.channel import Attachment
from bot.fetch import Fetcher
from bot.pool import Pool
from storage.store import Store


class Services(Struct, frozen=True):
    """The store, the door to the web, the worker processes, the clock; opened by `main`.

    `load` brings a file that somebody sent, by channel and attachment.
    """

    store: Store
    fetcher: Fetcher
    pool: Pool
    load: Callable[[str, Attachment], Awaitable[bytes]]
    now: Callable[[], datetime]
    reading_limit: float = 30.0
