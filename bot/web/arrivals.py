"""Hand over what an HTTP request brings, and answer it once that is written down."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

from msgspec import Struct

from storage.model import NewEvent

_AT_ONCE = 100  # events written down in one transaction


class NotTakenError(Exception):
    """The event was not written down: whoever sent it may send it again."""


class _Arrival(Struct, frozen=True):
    event: NewEvent
    done: asyncio.Future[None]


class Arrivals:
    """A door between requests that bring events and the one reader that writes them down."""

    def __init__(self, *, most: int = 1000) -> None:
        """Take how many events may wait; one more is refused."""
        self._waiting: asyncio.Queue[_Arrival] = asyncio.Queue(most)

    async def put(self, event: NewEvent) -> None:
        """Return once the event is written down; raises NotTakenError."""
        done = asyncio.get_running_loop().create_future()
        try:
            self._waiting.put_nowait(_Arrival(event, done))
        except asyncio.QueueFull as error:
            raise NotTakenError from error
        await done

    async def events(self) -> AsyncIterator[list[NewEvent]]:
        """What has come, several at once; asking for the next says that they are written down."""
        while True:
            taken = [await self._waiting.get()]
            while len(taken) < _AT_ONCE and not self._waiting.empty():
                taken.append(self._waiting.get_nowait())
            is_written = False
            try:
                yield [arrival.event for arrival in taken]
                is_written = True
            finally:
                for arrival in taken:
                    if not arrival.done.done():
                        _settle(arrival.done, is_written=is_written)


def _settle(done: asyncio.Future[None], *, is_written: bool) -> None:
    if is_written:
        done.set_result(None)
    else:
        done.set_exception(NotTakenError())
