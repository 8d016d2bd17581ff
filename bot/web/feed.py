"""Hold what stands in a chat of a page, and tell of every change."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from bot.channel import Button
from bot.render.lines import Line

_MOST = 300  # messages; older ones are forgotten, their digests are kept


class GivenFile(Struct, frozen=True):
    """A file that can be had at /given/ and the message's handle; its size in bytes."""

    name: str
    size: int
    is_picture: bool


class Message(Struct, frozen=True, omit_defaults=True):
    """What one side has said: plain words, the lines of an answer, or a file.

    `change` counts all changes of the chat; `page` is where the answer is a page of its own;
    `is_waiting` where it is being made.
    """

    handle: str
    side: Literal["reader", "bot"]
    change: int = 0
    text: str = ""
    lines: tuple[Line, ...] = ()
    buttons: tuple[tuple[Button, ...], ...] = ()
    digest: int | None = None
    page: str | None = None
    file: GivenFile | None = None
    is_waiting: bool = False


class Feed:
    """The messages of the chat, in order, as long as the program runs."""

    def __init__(self, *, most: int = _MOST) -> None:
        """Start with an empty chat; take how many messages are held."""
        self._most = most
        self._messages: dict[str, Message] = {}
        self._changes = itertools.count(1)
        self._changed = asyncio.Event()
        self._is_closed = False

    def put(self, message: Message) -> None:
        """Let a message stand in the chat; one with the same handle is replaced where it is."""
        self._messages[message.handle] = replace(message, change=next(self._changes))
        while len(self._messages) > self._most:
            del self._messages[next(iter(self._messages))]
        self._wake()

    def close(self) -> None:
        """Let every reader of the feed come to an end."""
        self._is_closed = True
        self._wake()

    async def changes(self, since: int, *, patience: float) -> AsyncIterator[list[Message]]:
        """The messages that changed after `since`, in order of the chat, for as long as it lasts.

        An empty list after `patience` seconds without any change.
        """
        while not self._is_closed:
            changed = self._changed
            fresh = [each for each in self._messages.values() if each.change > since]
            since = max((each.change for each in fresh), default=since)
            if not fresh and await _comes(changed, patience):
                continue
            yield fresh

    def _wake(self) -> None:
        self._changed.set()
        self._changed = asyncio.Event()


async def _comes(event: asyncio.Event, patience: float) -> bool:
    try:
        async with asyncio.timeout(patience):
            return await event.wait()
    except TimeoutError:
        return False
