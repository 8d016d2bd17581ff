"""Keep, get and search digests: the few verbs that the rest of the program may use."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from sqlite_utils import Database

from storage.model import (
    NO_ORIGIN,
    Body,
    Correction,
    Event,
    Fact,
    Kept,
    Member,
    NewEvent,
    Origin,
    Part,
    Results,
)
from storage.query import Query
from storage.sqlite import awaited, corrections, digests, inbox, index, members, outbox, search
from storage.sqlite.database import open_database
from storage.sqlite.ids import chat_range
from summarizer.model import Digest

Result = TypeVar("Result")


class Store:
    """The database behind one writer thread, so that nothing blocks the event loop."""

    def __init__(self, database: Database) -> None:
        """Take an open database; the store closes it."""
        self._database = database
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="store")

    @classmethod
    async def open(cls, path: Path | str) -> Self:
        """Open or make the database at `path`; raises DatabaseError."""
        return cls(await asyncio.to_thread(open_database, path))

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
        await self._run(self._database.close)
        self._writer.shutdown()

    async def get_chat(self, channel: str, key: str) -> int:
        """The number of a chat."""
        return await self._run(lambda: digests.get_chat(self._database, channel, key))

    async def save_digest(
        self,
        digest: Digest,
        *,
        chat: int,
        now: datetime,
        origin: Origin = NO_ORIGIN,
    ) -> Kept:
        """Keep a digest for a chat; one of the same words that is there stays."""
        return await self._run(
            lambda: digests.put_digest(self._database, digest, chat=chat, now=now, origin=origin)
        )

    async def redo_digest(self, number: int, digest: Digest) -> Kept:
        """Put a digest made anew in the place of the one with this id."""
        return await self._run(lambda: digests.redo_digest(self._database, number, digest))

    async def delete_digest(self, number: int) -> bool:
        """Remove every trace of the digest with this id; False where there is none."""
        is_gone = await self._run(lambda: digests.delete_digest(self._database, number))
        await self.tidy()
        return is_gone

    async def delete_asked_by(self, message: str, *, chat: int) -> None:
        """Remove the digests that a message of a chat has asked for."""
        await self._run(lambda: digests.delete_asked_by(self._database, message, chat=chat))
        await self.tidy()

    async def get_by_id(self, number: int) -> Kept | None:
        """The digest with this id, or None."""
        return await self._run(lambda: digests.get_kept(self._database, number))

    async def get_kept(self, number: int, *, chat: int) -> Kept | None:
        """The digest with this number in a chat, or None."""
        if not 0 < number < 1 << 32:
            return None
        return await self.get_by_id(chat_range(chat)[0] + number)

    async def find_link(self, origin: Origin, *, chat: int) -> Kept | None:
        """The digest of a chat that came from a link; new where this very message asked for it."""
        return await self._run(lambda: digests.find_link(self._database, origin, chat=chat))

    async def get_latest(self, *, chat: int, limit: int) -> tuple[Kept, ...]:
        """The newest digests of a chat, newest first."""
        return await self._run(lambda: digests.latest(self._database, chat=chat, limit=limit))

    async def get_between(self, start: datetime, end: datetime, *, chat: int) -> tuple[Kept, ...]:
        """The digests that a chat got from `start` to before `end`, oldest first."""
        return await self._run(lambda: digests.between(self._database, start, end, chat=chat))

    async def move_chat(self, channel: str, old: str, new: str) -> None:
        """Let a chat go on under another key, with its digests and what waits to be answered."""
        await self._run(lambda: digests.move_chat(self._database, channel, old, new))

    async def add_correction(self, number: int, correction: Correction) -> None:
        """Keep what a reader says is wrong in the digest with this id."""
        await self._run(lambda: corrections.put_correction(self._database, number, correction))

    async def drop_corrections(self, number: int, fact: Fact | None = None) -> None:
        """Take back what was said of a line of the digest with this id, or of all of it."""
        await self._run(lambda: corrections.drop_corrections(self._database, number, fact))

    async def get_corrected(self) -> tuple[Kept, ...]:
        """The digests of all chats that readers have corrected."""
        numbers = await self._run(lambda: corrections.corrected_ids(self._database))
        found = [await self.get_by_id(number) for number in numbers]
        return tuple(kept for kept in found if kept)

    async def get_members(self, channel: str) -> tuple[Member, ...]:
        """Everybody who was let in on a channel."""
        return await self._run(lambda: members.get_members(self._database, channel))

    async def add_member(self, channel: str, key: str, *, by: str, now: datetime) -> bool:
        """Let a person or a group in; False where they are in already."""
        return await self._run(
            lambda: members.add_member(self._database, channel, key, by=by, now=now)
        )

    async def remove_member(self, channel: str, key: str) -> bool:
        """Let somebody in no longer; False where they were not."""
        return await self._run(lambda: members.remove_member(self._database, channel, key))

    async def note_ask(self, channel: str, key: str, *, now: datetime) -> bool:
        """Note that a stranger knocks; whether an answer is due."""
        return await self._run(lambda: members.note_ask(self._database, channel, key, now=now))

    async def refuse(self, channel: str, key: str, *, now: datetime) -> None:
        """Answer a stranger no more."""
        await self._run(lambda: members.refuse(self._database, channel, key, now=now))

    async def count_use(self, channel: str, sender: str, *, since: datetime) -> int:
        """How many articles somebody has asked for since then."""
        return await self._run(
            lambda: members.count_use(self._database, channel, sender, since=since)
        )

    async def note_use(self, channel: str, sender: str, *, now: datetime) -> None:
        """Note that somebody asks for an article."""
        await self._run(lambda: members.note_use(self._database, channel, sender, now=now))

    async def put_awaited(
        self, who: tuple[str, str, str], command: str | None, *, now: datetime
    ) -> None:
        """Let the next words of `who` (channel, chat, sender) complete a command, or none."""
        await self._run(lambda: awaited.put_awaited(self._database, who, command, now=now))

    async def take_awaited(
        self, who: tuple[str, str, str], message: str, *, now: datetime
    ) -> str | None:
        """The command that this message completes; another one does not complete it again."""
        return await self._run(lambda: awaited.take_awaited(self._database, who, message, now=now))

    async def is_sound(self) -> bool:
        """Whether the database file is whole."""
        rows = await self._run(lambda: self._database.execute("pragma quick_check(1)").fetchall())
        return [tuple(row) for row in rows] == [("ok",)]

    async def tidy(self) -> None:
        """Take erased words out of the index and the write-ahead log, where they would stay."""
        is_more = await self._run(lambda: index.begin_tidying(self._database))
        while is_more:  # in small steps: others wait for the writer meanwhile
            is_more = await self._run(lambda: index.go_on_tidying(self._database))
        checkpoint = "pragma wal_checkpoint(truncate)"
        await self._run(lambda: self._database.execute(checkpoint).fetchall())

    async def search_digests(self, query: Query, *, chat: int, limit: int, today: date) -> Results:
        """The page of a query: `limit` digests that a chat may see, best first."""
        return await self._run(
            lambda: search.search(self._database, query, chats=(chat,), limit=limit, today=today)
        )

    async def put_events(
        self, channel: str, events: Sequence[NewEvent], *, cursor: str | None, now: datetime
    ) -> tuple[Event, ...]:
        """Write down what a channel reports and how far it was read; the new ones come back."""
        return await self._run(
            lambda: inbox.put_events(self._database, channel, events, cursor=cursor, now=now)
        )

    async def get_cursor(self, channel: str) -> str | None:
        """How far a channel has been read."""
        return await self._run(lambda: inbox.get_cursor(self._database, channel))

    async def get_open_events(self) -> tuple[Event, ...]:
        """The events not yet finished, in order."""
        return await self._run(lambda: inbox.open_events(self._database))

    async def try_event(self, event: int) -> int:
        """Count one more try of an event; the number of tries with this one."""
        return await self._run(lambda: inbox.try_event(self._database, event))

    async def finish_events(
        self, events: Sequence[int], *, now: datetime, failure: str | None = None
    ) -> None:
        """Strike events off and erase their words."""
        await self._run(
            lambda: inbox.finish_events(self._database, events, now=now, failure=failure)
        )

    async def get_parts(self, event: int) -> tuple[Part, ...]:
        """The parts of the answer to an event, in order."""
        return await self._run(lambda: outbox.get_parts(self._database, event))

    async def put_bodies(self, event: int, bodies: Sequence[Body]) -> None:
        """Write down the whole answer to an event; an answer that is there stays."""
        await self._run(lambda: outbox.put_bodies(self._database, event, bodies))

    async def put_begun(self, event: int, part: int) -> None:
        """Write down that a part is about to be sent as a whole."""
        await self._run(lambda: outbox.put_begun(self._database, event, part))

    async def put_handle(self, event: int, part: int, handle: str) -> None:
        """Write down which message in the chat stands for a part."""
        await self._run(lambda: outbox.put_handle(self._database, event, part, handle))

    async def put_sent(self, event: int, part: int, *, now: datetime) -> None:
        """Write down that a part stands in the chat as it should."""
        await self._run(lambda: outbox.put_sent(self._database, event, part, now=now))

    async def _run(self, work: Callable[[], Result]) -> Result:
        return await asyncio.get_running_loop().run_in_executor(self._writer, work)
