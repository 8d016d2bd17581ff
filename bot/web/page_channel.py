"""What the chat pages have in common as channels, whoever reads them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager

from bot.channel import Abilities, Reply
from bot.web.arrivals import Arrivals
from bot.web.said import to_bodies
from storage.model import NewEvent


class PageChannel:
    """A page cuts nothing, waits as long as an answer takes, and has nothing to read again."""

    abilities = Abilities(
        1_000_000, "code points", has_buttons=True, has_edits=True, has_files=True
    )

    def __init__(self) -> None:
        """Start with nothing said."""
        self._arrivals = Arrivals()
        self._turn = asyncio.Lock()

    async def events(self, cursor: str | None) -> AsyncIterator[tuple[list[NewEvent], str | None]]:
        """What is done on the page; there is nothing to read again, so no cursor."""
        async for events in self._arrivals.events():
            yield events, cursor

    def goes_on(self, before: bytes, after: bytes) -> bool:
        """The page cuts nothing."""
        return False

    def may_go_on(self, raw: bytes) -> bool:
        """The page cuts nothing."""
        return False

    def divide(self, reply: Reply) -> tuple[bytes, ...]:
        """A reply is one message, however long."""
        return to_bodies(reply)

    async def acknowledge(self, raw: bytes) -> bool:
        """The page waits for the answer as long as it takes."""
        return True

    def turn(self, chat: str) -> AbstractAsyncContextManager[object]:
        """One message after another."""
        return self._turn
