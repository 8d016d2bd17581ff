"""A channel that can do little, as some chat platforms: what a gesture must not lean on.

2,000 letters a message, plain words, no edits, no buttons, no files; ids are strings; what
it hands over is acknowledged by being handed over, so there is no cursor.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime

import msgspec
from msgspec import Struct

from bot.channel import (
    Abilities,
    Attachment,
    BlockedError,
    ChannelError,
    File,
    LostFileError,
    Reply,
    Request,
    read_command,
)
from bot.find_links import find_links
from bot.render.typed import to_typed
from storage.model import NewEvent

LONGEST = 2000


class Note(Struct, frozen=True):
    """What somebody writes: «m-1f» of «u-7f3» in the chat «c-7f3»."""

    id: str
    chat: str
    sender: str
    text: str


class Town:
    """The platform: what waits to be handed over, what stands in the chats, who has left."""

    def __init__(self) -> None:
        """Start empty."""
        self.waiting: asyncio.Queue[Note] = asyncio.Queue()
        self.unread = 0
        self.said: list[tuple[str, str]] = []
        self.gone: set[str] = set()
        self.calls = 0

    def send(self, note: Note) -> None:
        """Let somebody write."""
        self.unread += 1
        self.waiting.put_nowait(note)

    def put(self, chat: str, text: str) -> str:
        """Let a message stand in a chat; its id."""
        self.calls += 1
        if chat in self.gone:
            raise BlockedError("gone")
        if not text.strip() or len(text) > LONGEST:
            raise ChannelError("refused")
        self.said.append((chat, text))
        return f"b-{len(self.said):x}"


class Poor:
    """The channel to a town."""

    name = "poor"
    abilities = Abilities(
        LONGEST, "code points", has_buttons=False, has_edits=False, has_files=False
    )
    is_open = False

    def __init__(self, town: Town) -> None:
        """Take the town."""
        self._town = town
        self._turn = asyncio.Lock()

    async def events(self, cursor: str | None) -> AsyncIterator[tuple[list[NewEvent], str | None]]:
        """One message after another; what was taken does not come again."""
        while True:
            note = await self._town.waiting.get()
            raw = msgspec.json.encode(note)
            event = NewEvent(note.id, note.chat, raw, note.sender, note.id, words=note.text)
            yield [event], None
            self._town.unread -= 1

    def read(self, raws: list[bytes]) -> Request | None:
        """The request that a message is."""
        note = msgspec.json.decode(raws[0], type=Note)
        command, argument = read_command(note.text)
        return Request(
            channel=self.name,
            chat=note.chat,
            sender=note.sender,
            message=note.id,
            received=datetime.now(UTC),
            text=note.text,
            links=() if command else find_links(note.text),
            command=command,
            argument=argument,
        )

    def goes_on(self, before: bytes, after: bytes) -> bool:
        """Nothing is cut."""
        return False

    def may_go_on(self, raw: bytes) -> bool:
        """Nothing is cut."""
        return False

    def divide(self, reply: Reply) -> tuple[bytes, ...]:
        """Plain words, the commands written out."""
        messages = to_typed(reply.lines, reply.buttons, longest=LONGEST)
        return tuple(message.encode() for message in messages)

    async def acknowledge(self, raw: bytes) -> bool:
        """There is nothing to press."""
        raise NotImplementedError

    def turn(self, chat: str) -> AbstractAsyncContextManager[object]:
        """One message after another."""
        return self._turn

    async def place(
        self, chat: str, body: bytes | None, reply_to: str | None, *, is_loud: bool = False
    ) -> str:
        """Say something; there is no placeholder, since nothing can be edited."""
        if body is None:
            raise NotImplementedError
        return self._town.put(chat, body.decode())

    async def fill(self, chat: str, handle: str, body: bytes) -> None:
        """Nothing can be edited."""
        raise NotImplementedError

    async def give(self, chat: str, file: File, reply_to: str | None, *, is_again: bool) -> str:
        """There are no files."""
        raise NotImplementedError

    async def load(self, attachment: Attachment) -> bytes:
        """No file ever comes."""
        raise LostFileError
