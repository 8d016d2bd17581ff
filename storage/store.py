"""Keep, get and search digests: the few verbs that the rest of the program may use."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from sqlite_utils import Database

from storage.model import Event, Found, Kept, NewEvent, Part
from storage.query import Query
from storage.sqlite import digests, inbox, outbox, search
from storage.sqlite.database import open_database
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
        self, digest: Digest, *, chat: int, now: datetime, message: str | None = None
    ) -> Kept:
        """Keep a digest for a chat, on the word of a message; one of the same words stays."""
        return await self._run(
            lambda: digests.put_digest(self._database, digest, chat=chat, now=now, message=message)
        )

    async def get_digest(self, number: int) -> Digest | None:
        """The digest with this id, or None."""
        return await self._run(lambda: digests.get_digest(self._database, number))

    async def get_latest(self, *, chat: int, limit: int) -> tuple[Kept, ...]:
        """The newest digests of a chat, newest first."""
        return await self._run(lambda: digests.latest(self._database, chat=chat, limit=limit))

    async def search_digests(self, query: Query, *, chat: int, limit: int) -> tuple[Found, ...]:
        """The digests of a chat that hold every syllable of the query, best first."""
        return await self._run(lambda: search.search(self._database, query, chat=chat, limit=limit))

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

    async def put_bodies(self, event: int, bodies: Sequence[bytes]) -> None:
        """Write down the whole answer to an event; an answer that is there stays."""
        await self._run(lambda: outbox.put_bodies(self._database, event, bodies))

    async def put_handle(self, event: int, part: int, handle: str) -> None:
        """Write down which message in the chat stands for a part."""
        await self._run(lambda: outbox.put_handle(self._database, event, part, handle))

    async def put_sent(self, event: int, part: int, *, now: datetime) -> None:
        """Write down that a part stands in the chat as it should."""
        await self._run(lambda: outbox.put_sent(self._database, event, part, now=now))

    async def _run(self, work: Callable[[], Result]) -> Result:
        return await asyncio.get_running_loop().run_in_executor(self._writer, work)
