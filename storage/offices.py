"""Chats that share their digests: the verbs that the rest may use."""

from __future__ import annotations

from storage.sqlite import offices
from storage.sqlite.threads import Threads


class Offices:
    """Which chats are one office; `store.offices`."""

    def __init__(self, threads: Threads) -> None:
        """Take the threads of the store."""
        self._threads = threads

    async def chats_of(self, chat: int) -> tuple[int, ...]:
        """The chats whose digests a chat sees: itself first, then those of its office."""
        return await self._threads.read(lambda db: offices.chats_of(db, chat))

    async def join(self, chat: int, other: int) -> None:
        """Let two chats, and all those of their offices, be one office."""
        await self._threads.write(lambda db: offices.join(db, chat, other))

    async def leave(self, chat: int) -> bool:
        """Let a chat be by itself again; False where it was."""
        return await self._threads.write(lambda db: offices.leave(db, chat))

    async def get_offices(self, channel: str) -> tuple[tuple[str, ...], ...]:
        """The keys of the chats of each office on a channel."""
        return await self._threads.read(lambda db: offices.get_offices(db, channel))
