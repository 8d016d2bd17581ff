"""The chat page of this machine as a channel: the same gestures, over a page in the browser."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime

from msgspec.structs import replace

from bot.channel import Abilities, Attachment, ChannelError, File, LostFileError, Reply, Request
from bot.web.arrivals import Arrivals
from bot.web.chat import Chat
from bot.web.said import Said, to_bodies, to_event, to_request
from bot.web.shelf import Shelf
from storage.model import NewEvent

CHAT = "here"  # there is one chat, and one reader: whoever sits at this machine
ABILITIES = Abilities(1_000_000, "code points", has_buttons=True, has_edits=True, has_files=True)
_MOST_HELD = 256 << 20  # bytes of files that are still to be read
_MOST_GIVEN = 64 << 20  # bytes of files that the page may still ask for


class Local:
    """The page's channel. Files are held in memory until they are read, never on the disk."""

    name = "local"
    abilities = ABILITIES
    is_open = True

    def __init__(self) -> None:
        """Start with nothing said."""
        self.chat = Chat()
        self._arrivals = Arrivals()
        self._held = Shelf(most=_MOST_HELD)
        self._given = Shelf(most=_MOST_GIVEN)
        self._turn = asyncio.Lock()

    async def say(self, chat: str, said: Said, content: bytes | None = None) -> None:
        """Take what the reader does and return once it is written down; raises NotTakenError."""
        said = replace(said, chat=chat, received=datetime.now(UTC))
        if said.file and content is not None:
            self._held.put(CHAT, said.file.ref, File(said.file.name, "", content))
        self.chat.hear(said)
        await self._arrivals.put(to_event(said, said.key))

    async def events(self, cursor: str | None) -> AsyncIterator[tuple[list[NewEvent], str | None]]:
        """What the reader does; there is nothing to read again, so no cursor."""
        async for events in self._arrivals.events():
            yield events, cursor

    def read(self, raws: list[bytes]) -> Request | None:
        """The request that one event is."""
        return replace(to_request(raws, self.name), chat=CHAT, sender=CHAT)

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

    async def place(
        self, chat: str, body: bytes | None, reply_to: str | None, *, is_loud: bool = False
    ) -> str:
        """Put up a message, without a body «Đã nhận, đang đọc…»; its handle."""
        return self._chat(chat).place(body)

    async def fill(self, chat: str, handle: str, body: bytes) -> None:
        """Let the message say `body`."""
        self._chat(chat).fill(handle, body)

    async def give(self, chat: str, file: File, reply_to: str | None, *, is_again: bool) -> str:
        """Put up a link to a file, or a picture; never again, since the page forgets."""
        handle = self._chat(chat).give(file)
        for _, gone in self._given.put(CHAT, handle, file):
            self.chat.lose(gone)
        return handle

    def given(self, chat: str, handle: str) -> File | None:
        """The file that the message with this handle gives; None where it is held no more."""
        return self._given.get(chat, handle)

    async def load(self, attachment: Attachment) -> bytes:
        """A file that the page has sent since this program runs; raises LostFileError."""
        file = self._held.get(CHAT, attachment.ref)
        if file is None:
            raise LostFileError
        return file.content

    def _chat(self, chat: str) -> Chat:
        if chat != CHAT:
            raise ChannelError("no such chat")
        return self.chat
