"""What a person sends, what they get back, and what every channel can do."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime
from typing import Protocol

from msgspec import Struct

from bot.render.lines import Line
from storage.model import NewEvent


class Button(Struct, frozen=True):
    """Something to press: its label, and what comes back (at most 64 bytes)."""

    label: str
    data: str


class Reply(Struct, frozen=True):
    """An answer as every channel can give it."""

    lines: tuple[Line, ...]
    buttons: tuple[tuple[Button, ...], ...] = ()


class Attachment(Struct, frozen=True):
    """A file that somebody sent; `ref` is how the channel knows it."""

    name: str
    size: int
    ref: str


class Request(Struct, frozen=True):
    """What a person asks for: words with links, files, a command or a button pressed."""

    channel: str
    chat: str
    sender: str
    message: str
    received: datetime
    text: str = ""
    links: tuple[str, ...] = ()
    files: tuple[Attachment, ...] = ()
    command: str | None = None
    pressed: str | None = None
    is_group: bool = False


class ChannelError(Exception):
    """A message could not be delivered, and may be tried again."""


class BlockedError(ChannelError):
    """The chat does not want us: nothing is to be tried again."""


class LostFileError(Exception):
    """The channel does not hand out a file that somebody sent: too large, or gone."""


class Channel(Protocol):
    """A way to people: Telegram, the local page, later others."""

    name: str

    def read(self, raws: list[bytes]) -> Request | None:
        """The request that one or several joined raw events are; None where they ask nothing."""
        ...

    def goes_on(self, before: bytes, after: bytes) -> bool:
        """Whether the second event goes on with the first: a long text cut in two, an album."""
        ...

    def may_go_on(self, raw: bytes) -> bool:
        """Whether more of this event may follow."""
        ...

    def events(self, cursor: str | None) -> AsyncIterator[tuple[list[NewEvent], str | None]]:
        """What comes in, with the cursor to be kept once it is written down."""
        ...

    def divide(self, reply: Reply) -> tuple[bytes, ...]:
        """A reply as the bodies of one message or more, each within the channel's limits."""
        ...

    async def place(self, chat: str, reply_to: str | None) -> str:
        """Put up a placeholder; its handle. Cannot be repeated."""
        ...

    async def fill(self, chat: str, handle: str, body: bytes) -> None:
        """Let the message say `body`; doing it twice does no harm."""
        ...

    async def load(self, attachment: Attachment) -> bytes:
        """The content of a file that somebody sent; raises LostFileError or ChannelError."""
        ...
