"""At which hours chats get the day's digest: the verbs that the rest may use."""

from __future__ import annotations

from datetime import datetime, time

from storage.model import Event, NewEvent, Schedule
from storage.sqlite import schedules
from storage.sqlite.threads import Threads


class Schedules:
    """The hours of chats, and how far each has been served; `store.schedules`."""

    def __init__(self, threads: Threads) -> None:
        """Take the threads of the store."""
        self._threads = threads

    async def get(self, chat: int) -> Schedule | None:
        """The schedule of a chat, or None."""
        return await self._threads.read(lambda db: schedules.get_schedule(db, chat))

    async def get_all(self, *, now: datetime) -> tuple[Schedule, ...]:
        """The schedules of all chats; those that refuse us rest until somebody speaks there."""
        await self._threads.write(lambda db: schedules.pause_gone(db, now=now))
        return await self._threads.read(schedules.get_schedules)

    async def put(self, chat: int, at: time, *, is_working: bool, sent: datetime) -> None:
        """Let a chat get the day's digest at an hour; `sent` counts where it got none before."""
        await self._threads.write(
            lambda db: schedules.put_schedule(db, chat, at, is_working=is_working, sent=sent)
        )

    async def drop(self, chat: int) -> bool:
        """Let a chat get it no longer; False where it did not."""
        return await self._threads.write(lambda db: schedules.drop_schedule(db, chat))

    async def put_due(
        self, schedule: Schedule, event: NewEvent, *, slot: datetime, now: datetime
    ) -> Event | None:
        """Write down that it is due and how far it goes, together; None where it is there."""
        return await self._threads.write(
            lambda db: schedules.put_due(db, schedule, event, slot=slot, now=now)
        )

    async def set_sent(self, chat: int, sent: datetime) -> None:
        """Say that all up to then was sent: the clock was wrong."""
        await self._threads.write(lambda db: schedules.set_sent(db, chat, sent))
