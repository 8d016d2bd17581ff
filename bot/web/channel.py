"""The chat page of this machine as a channel: the same gestures, over a page in the browser."""

from __future__ import annotations

import asyncio
import itertools
import secrets
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime

import msgspec
from msgspec import Struct

from bot import texts
from bot.channel import (
    Abilities,
    Attachment,
    Button,
    ChannelError,
    File,
    LostFileError,
    Reply,
    Request,
    read_command,
)
from bot.find_links import find_links
from bot.render.lines import Line
from bot.web.arrivals import Arrivals
from bot.web.feed import Feed, GivenFile, Message
from storage.model import NewEvent

CHAT = "here"  # there is one chat, and one reader: whoever sits at this machine
_SHOWN = 600  # letters of the reader's own words
_MOST_FILES = 20
_MOST_GIVEN = 64 << 20  # bytes of files that the page may still ask for


class Said(Struct, frozen=True):
    """What the reader does: words, a command by a button under `message`, or a file.

    `key` is the page's own id of it, so that what is sent twice is answered once.
    """

    key: str
    text: str = ""
    press: str | None = None
    message: str = ""
    file: Attachment | None = None
    received: datetime | None = None


class Body(Struct, frozen=True):
    """What a message is to say."""

    lines: tuple[Line, ...]
    buttons: tuple[tuple[Button, ...], ...] = ()
    digest: int | None = None


class Local:
    """The page's channel. Files are held in memory until they are read, never on the disk."""

    name = "local"
    abilities = Abilities(
        1_000_000, "code points", has_buttons=True, has_edits=True, has_files=True
    )
    is_open = True

    def __init__(self) -> None:
        """Start with nothing said."""
        self.feed = Feed()
        self._arrivals = Arrivals()
        self._files: dict[str, bytes] = {}
        self._given: dict[str, File] = {}
        self.run = secrets.token_hex(4)  # told apart from earlier runs, whose messages are gone
        self._turn = asyncio.Lock()
        self._numbers = itertools.count(1)

    async def say(self, said: Said, content: bytes | None = None) -> None:
        """Take what the reader does and return once it is written down; raises NotTakenError."""
        said = msgspec.structs.replace(said, received=datetime.now(UTC))
        if said.file and content is not None:
            self._hold(said.file.ref, content)
        if said.press is None:
            shown = said.file.name if said.file else _short(said.text)
            self.feed.put(Message(said.key, "reader", text=shown))
        await self._arrivals.put(
            NewEvent(
                said.key,
                CHAT,
                msgspec.json.encode(said),
                sender=CHAT,
                message=said.message if said.press else said.key,
                words="\n".join(filter(None, (said.text, said.file.name if said.file else ""))),
                is_fleeting=said.press is not None,
            )
        )

    async def events(self, cursor: str | None) -> AsyncIterator[tuple[list[NewEvent], str | None]]:
        """What the reader does; there is nothing to read again, so no cursor."""
        async for events in self._arrivals.events():
            yield events, cursor

    def read(self, raws: list[bytes]) -> Request | None:
        """The request that one event is."""
        said = msgspec.json.decode(raws[0], type=Said)
        typed = (said.text if said.press is None else said.press).strip()
        command, argument = read_command(typed)
        return Request(
            channel=self.name,
            chat=CHAT,
            sender=CHAT,
            message=said.message if said.press else said.key,
            received=said.received or datetime.now(UTC),
            text=said.text,
            links=() if command else find_links(said.text),
            files=(said.file,) if said.file else (),
            command=command,
            argument=argument,
            is_press=said.press is not None,
        )

    def goes_on(self, before: bytes, after: bytes) -> bool:
        """The page cuts nothing."""
        return False

    def may_go_on(self, raw: bytes) -> bool:
        """The page cuts nothing."""
        return False

    def divide(self, reply: Reply) -> tuple[bytes, ...]:
        """A reply is one message, however long."""
        return (msgspec.json.encode(Body(reply.lines, reply.buttons, reply.digest)),)

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
        handle = self._handle()
        if body is None:
            waiting = Message(handle, "bot", text=texts.READING, is_waiting=True)
            self._put(chat, waiting)
        else:
            await self.fill(chat, handle, body)
        return handle

    async def fill(self, chat: str, handle: str, body: bytes) -> None:
        """Let the message say `body`."""
        said = msgspec.json.decode(body, type=Body)
        answer = Message(handle, "bot", lines=said.lines, buttons=said.buttons, digest=said.digest)
        self._put(chat, answer)

    async def give(self, chat: str, file: File, reply_to: str | None, *, is_again: bool) -> str:
        """Put up a link to a file, or a picture; never again, since the page forgets."""
        handle = self._handle()
        told = GivenFile(file.name, len(file.content), is_picture=file.is_picture)
        self._put(chat, Message(handle, "bot", file=told))
        self._given[handle] = file
        while sum(len(each.content) for each in self._given.values()) > _MOST_GIVEN:
            oldest = next(iter(self._given))
            del self._given[oldest]
            self.feed.put(Message(oldest, "bot", text=texts.FILE_GONE))
        return handle

    def given(self, handle: str) -> File | None:
        """The file that the message with this handle gives; None where it is held no more."""
        return self._given.get(handle)

    async def load(self, attachment: Attachment) -> bytes:
        """A file that the page has sent since this program runs; raises LostFileError."""
        try:
            return self._files[attachment.ref]
        except KeyError as error:
            raise LostFileError from error

    def _handle(self) -> str:
        return f"{self.run}-{next(self._numbers)}"

    def _put(self, chat: str, message: Message) -> None:
        if chat != CHAT:
            raise ChannelError("no such chat")
        self.feed.put(message)

    def _hold(self, ref: str, content: bytes) -> None:
        self._files[ref] = content
        while len(self._files) > _MOST_FILES:
            del self._files[next(iter(self._files))]


def _short(text: str) -> str:
    """The first words of what was said: an article is not shown twice."""
    text = text.strip()
    if len(text) <= _SHOWN:
        return text
    cut = text[:_SHOWN].rpartition(" ")[0] or text[:_SHOWN]
    return texts.CUT_SHORT.format(words=cut, letters=f"{len(text):,}".replace(",", "."))
