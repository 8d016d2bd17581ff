"""Find digests: the verbs that the rest may use."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from storage.model import Results
from storage.query import Query
from storage.sqlite import asked, search
from storage.sqlite.threads import Threads


class Searches:
    """The search, and what was asked of it; `store.searches`."""

    def __init__(self, threads: Threads) -> None:
        """Take the threads of the store."""
        self._threads = threads

    async def find(self, query: Query, *, chats: Sequence[int], limit: int, today: date) -> Results:
        """The page of a query: `limit` digests of these chats, best first."""
        return await self._threads.read(
            lambda db: search.search(db, query, chats=chats, limit=limit, today=today)
        )

    async def put_asked(self, chat: int, query: str, *, now: datetime) -> int:
        """Keep a search of a chat that is too long for a button; its number."""
        return await self._threads.write(lambda db: asked.put_asked(db, chat, query, now=now))

    async def get_asked(self, number: int, *, chat: int) -> str | None:
        """The search of a chat with this number, or None."""
        return await self._threads.read(lambda db: asked.get_asked(db, number, chat=chat))
