"""Keep, get and search digests: the few verbs that the rest of the program may use."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from storage.accounts import Accounts
from storage.model import (
    NO_ORIGIN,
    Allowed,
    Body,
    Correction,
    Event,
    Fact,
    Kept,
    Limit,
    Member,
    NewEvent,
    Origin,
    Part,
    Use,
)
from storage.offices import Offices
from storage.prepared import Prepared, prepare
from storage.register import Register
from storage.schedules import Schedules
from storage.searches import Searches
from storage.sqlite import (
    awaited,
    chats,
    digests,
    inbox,
    lists,
    members,
    outbox,
    registering,
)
from storage.sqlite.ids import chat_range
from storage.sqlite.threads import Threads
from storage.upkeep import Upkeep
from summarizer.model import Digest


class Store:
    """The database behind threads of its own, so that nothing blocks the event loop."""

    def __init__(self, threads: Threads) -> None:
        """Take the threads of an open database; the store closes them."""
        self._threads = threads
        self.upkeep = Upkeep(threads)
        self.register = Register(threads)
        self.offices = Offices(threads)
        self.searches = Searches(threads)
        self.schedules = Schedules(threads)
        self.accounts = Accounts(threads)
        self._chats: dict[tuple[str, str], int] = {}  # their numbers, which stay as they are

    @classmethod
    async def open(cls, path: Path | str) -> Self:
        """Open or make the database at `path`; raises DatabaseError."""
        return cls(await asyncio.to_thread(Threads, path))

    async def __aenter__(self) -> Self:
        """Enter with the store open."""
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Finish what is in work and close."""
        await self.upkeep.stop()
        await self._threads.close()

    async def get_chat(self, channel: str, key: str) -> int:
        """The number of a chat."""
        if (channel, key) not in self._chats:
            number = await self._threads.write(lambda db: chats.get_chat(db, channel, key))
            self._chats[channel, key] = number
        return self._chats[channel, key]

    async def save_digest(
        self, digest: Digest, *, chat: int, now: datetime, origin: Origin = NO_ORIGIN
    ) -> Kept:
        """Keep a digest for a chat; one of the same words that is there stays."""
        prepared = await asyncio.to_thread(prepare, digest)
        return await self.save_prepared(prepared, chat=chat, now=now, origin=origin)

    async def save_prepared(
        self, prepared: Prepared, *, chat: int, now: datetime, origin: Origin = NO_ORIGIN
    ) -> Kept:
        """Keep a digest that another process has made ready."""
        return await self._threads.write(
            lambda db: digests.put_digest(db, prepared, chat=chat, now=now, origin=origin)
        )

    async def redo_digest(self, number: int, digest: Digest) -> Kept:
        """Put a digest made anew in the place of the one with this id."""
        return await self._threads.write(lambda db: digests.redo_digest(db, number, digest))

    async def delete_digest(self, number: int) -> bool:
        """Remove every trace of the digest with this id; False where there is none."""
        is_gone = await self._threads.write(lambda db: digests.delete_digest(db, number))
        self.upkeep.tidy_soon()
        return is_gone

    async def delete_asked_by(self, message: str, *, chat: int) -> None:
        """Remove the digests that a message of a chat has asked for."""
        await self._threads.write(lambda db: digests.delete_asked_by(db, message, chat=chat))
        await self.upkeep.tidy()

    async def get_by_id(self, number: int) -> Kept | None:
        """The digest with this id, or None."""
        return await self._threads.read(lambda db: digests.get_kept(db, number))

    async def get_kept(self, number: int, *, chat: int) -> Kept | None:
        """The digest with this number in a chat, or None."""
        if not 0 < number < 1 << 32:
            return None
        return await self.get_by_id(chat_range(chat)[0] + number)

    async def find_link(self, origin: Origin, *, chat: int) -> Kept | None:
        """The digest of a chat that came from a link; new where this very message asked for it."""
        return await self._threads.read(lambda db: digests.find_link(db, origin, chat=chat))

    async def get_latest(self, *, chat: int, limit: int) -> tuple[Kept, ...]:
        """The newest digests of a chat, newest first."""
        return await self._threads.read(lambda db: lists.latest(db, chat=chat, limit=limit))

    async def get_between(
        self, start: datetime, end: datetime, *, chat: int, limit: int
    ) -> tuple[Kept, ...]:
        """The digests that a chat got from `start` to before `end`: the newest, oldest first."""
        return await self._threads.read(
            lambda db: lists.between(db, start, end, chat=chat, limit=limit)
        )

    async def get_moments(
        self, start: datetime, end: datetime, *, chat: int
    ) -> tuple[datetime, ...]:
        """When a chat got its digests from `start` to before `end`, in order."""
        return await self._threads.read(lambda db: lists.moments(db, start, end, chat=chat))

    async def move_chat(self, channel: str, old: str, new: str) -> None:
        """Let a chat go on under another key, with its digests and what waits to be answered."""
        self._chats.clear()
        # alone: what undoes it is the log; beside others it would be kept in memory
        await self._threads.write_alone(lambda db: digests.move_chat(db, channel, old, new))

    async def add_correction(self, number: int, correction: Correction) -> None:
        """Keep what a reader says is wrong in the digest with this id."""
        await self._threads.write(lambda db: registering.correct(db, number, correction))

    async def drop_corrections(self, number: int, fact: Fact | None = None) -> None:
        """Take back what was said of a line of the digest with this id, or of all of it."""
        await self._threads.write(lambda db: registering.take_back(db, number, fact))

    async def get_members(self, channel: str) -> tuple[Member, ...]:
        """Everybody who was let in on a channel."""
        return await self._threads.read(lambda db: members.get_members(db, channel))

    async def add_member(self, channel: str, key: str, *, by: str, now: datetime) -> bool:
        """Let a person or a group in; False where they are in already."""
        return await self._threads.write(
            lambda db: members.add_member(db, channel, key, by=by, now=now)
        )

    async def remove_member(self, channel: str, key: str) -> bool:
        """Let somebody in no longer; False where they were not."""
        return await self._threads.write(lambda db: members.remove_member(db, channel, key))

    async def note_ask(self, channel: str, key: str, *, now: datetime) -> bool:
        """Note that a stranger knocks; whether an answer is due."""
        return await self._threads.write(lambda db: members.note_ask(db, channel, key, now=now))

    async def refuse(self, channel: str, key: str, *, now: datetime) -> None:
        """Answer a stranger no more."""
        await self._threads.write(lambda db: members.refuse(db, channel, key, now=now))

    async def note_uses(self, use: Use, *, limits: Sequence[Limit], now: datetime) -> Allowed:
        """Note that somebody asks for articles, as many of them as the limits allow."""
        return await self._threads.write(
            lambda db: members.note_uses(db, use, limits=limits, now=now)
        )

    async def put_awaited(
        self, who: tuple[str, str, str], command: str | None, *, now: datetime
    ) -> None:
        """Let the next words of `who` (channel, chat, sender) complete a command, or none."""
        await self._threads.write(lambda db: awaited.put_awaited(db, who, command, now=now))

    async def take_awaited(
        self, who: tuple[str, str, str], message: str, *, now: datetime
    ) -> str | None:
        """The command that this message completes; another one does not complete it again."""
        return await self._threads.write(lambda db: awaited.take_awaited(db, who, message, now=now))

    async def put_events(
        self, channel: str, events: Sequence[NewEvent], *, cursor: str | None, now: datetime
    ) -> tuple[Event, ...]:
        """Write down what a channel reports and how far it was read; the new ones come back."""
        return await self._threads.write(
            lambda db: inbox.put_events(db, channel, events, cursor=cursor, now=now)
        )

    async def get_cursor(self, channel: str) -> str | None:
        """How far a channel has been read."""
        return await self._threads.read(lambda db: inbox.get_cursor(db, channel))

    async def get_open_events(self) -> tuple[Event, ...]:
        """The events not yet finished, in order."""
        return await self._threads.read(inbox.open_events)

    async def begin_event(self, event: int) -> tuple[int, tuple[Part, ...]]:
        """Count one more try of an event; how many with this one, and what is there to be sent."""
        return await self._threads.write(
            lambda db: (inbox.try_event(db, event), outbox.get_parts(db, event))
        )

    async def finish_events(
        self, events: Sequence[int], *, now: datetime, failure: str | None = None
    ) -> None:
        """Strike events off and erase their words."""
        await self._threads.write(
            lambda db: inbox.finish_events(db, events, now=now, failure=failure)
        )

    async def get_parts(self, event: int) -> tuple[Part, ...]:
        """The parts of the answer to an event, in order."""
        return await self._threads.read(lambda db: outbox.get_parts(db, event))

    async def put_bodies(self, event: int, bodies: Sequence[Body]) -> tuple[Part, ...]:
        """Write down the whole answer to an event, unless one is there; its parts."""
        return await self._threads.write(lambda db: outbox.put_bodies(db, event, bodies))

    async def put_begun(self, event: int, part: int) -> None:
        """Write down that what cannot be sent twice is about to be sent."""
        await self._threads.write(lambda db: outbox.put_begun(db, event, part))

    async def put_handle(self, event: int, part: int, handle: str) -> None:
        """Write down which message in the chat stands for a part."""
        await self._threads.write(
            lambda db: outbox.put_handle(db, event, part, handle),
            is_urgent=True,  # no other message is put up before
        )

    async def put_sent(self, event: int, part: int, *, now: datetime) -> None:
        """Write down that a part stands in the chat as it should."""
        await self._threads.write(lambda db: outbox.put_sent(db, event, part, now=now))
