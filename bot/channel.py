"""What a person sends, what they get back, and what every channel can do."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import Literal, Protocol

from msgspec import Struct

from bot.render.lines import Line, Piece
from storage.model import NewEvent, Verdict

LONGEST_COMMAND = 64  # bytes that a button may stand for
LEAST_ARTICLE = 200  # letters; shorter words in a group are a remark
MOST_TRIES = 3  # of an answer


class Button(Struct, frozen=True):
    """Something to press: its label, and the command that it stands for.

    The command is what somebody could type as well («/goc 3»), at most LONGEST_COMMAND bytes: where
    a channel has no buttons it is written out, and it still works after a restart.
    """

    label: str
    command: str


class File(Struct, frozen=True):
    """A file for somebody: its name in plain letters, its media type, its content.

    A picture is shown where the channel can show one.
    """

    name: str
    media: str
    content: bytes

    @property
    def is_picture(self) -> bool:
        """Whether it is to be looked at, not opened."""
        return self.media == "image/png"


class Reply(Struct, frozen=True):
    """An answer as every channel can give it.

    `digest` is the id of the digest that the lines show: their facts point into its
    article. `chat` is another chat than the one that asked (an admin's). `in_place` lets
    the answer to a button stand in place of the message whose button it was. `awaits` is
    a command that the next plain words of whoever asked complete («/sua 3 nguoi 2»).
    `file` comes after the lines, which say what it is. `heading` is said first, so that it
    is noticed (a reminder, the day's digest), and then becomes the lines. `page` is where
    a channel that serves pages has the same as one of its own.
    """

    lines: tuple[Line, ...]
    buttons: tuple[tuple[Button, ...], ...] = ()
    digest: int | None = None
    chat: str | None = None
    in_place: bool = False
    awaits: str | None = None
    file: File | None = None
    heading: str | None = None
    page: str | None = None


def said(*lines: str) -> Reply:
    """Plain words as an answer, a line each."""
    return Reply(tuple(Line((Piece(line),)) for line in lines))


class Attachment(Struct, frozen=True):
    """A file that somebody sent; `ref` is how the channel knows it."""

    name: str
    size: int
    ref: str


class Request(Struct, frozen=True):
    """What a person asks for: words with links, files, or a command with its argument.

    `is_press` where the command came by a button; `message` is then the message that
    carries the button. `is_reply` where it answers a message of ours. `tries` counts how
    often it was tried to answer, with this time. Of a stranger, or of words marked secret,
    only the ids are known.
    """

    channel: str
    chat: str
    sender: str
    message: str
    received: datetime
    text: str = ""
    links: tuple[str, ...] = ()
    files: tuple[Attachment, ...] = ()
    command: str | None = None
    argument: str = ""
    is_press: bool = False
    is_reply: bool = False
    is_group: bool = False
    verdict: Verdict = "member"
    tries: int = 1

    @property
    def is_remark(self) -> bool:
        """Short words in a group, which ask the bot for nothing."""
        is_bare = not (self.command or self.links or self.files)
        return self.is_group and is_bare and len(self.text) < LEAST_ARTICLE

    @property
    def is_waiting(self) -> bool:
        """Whether somebody waits while an article is read, and is to be told so."""
        if self.verdict != "member" or self.command:
            return False
        return bool(self.links or self.files or not self.is_group)


class Abilities(Struct, frozen=True):
    """What a channel can do: letters in a message and how they are counted, buttons, edits, files.

    A channel without buttons writes the commands out; one without edits gets no placeholder
    and no answer in place; one without files is told to say so.
    """

    longest: int
    unit: Literal["utf-16", "code points"]
    has_buttons: bool
    has_edits: bool
    has_files: bool


def read_command(text: str) -> tuple[str | None, str]:
    """The command that a text opens with, in lower case without the bot's name, and the rest.

    «/tim@giaoban_bot ket luan» is («/tim», «ket luan»); a text that opens with none (None, "").
    """
    if not text.startswith("/"):
        return None, ""
    name, _, argument = text.partition(" ") if " " in text else text.partition("\n")
    return name.split("\n")[0].partition("@")[0].lower(), argument.strip()


class ChannelError(Exception):
    """A message could not be delivered, and may be tried again."""


class NotYetError(ChannelError):
    """The message was refused because the chat must rest: its next turn comes after that."""


class LostMessageError(ChannelError):
    """The message that is to be filled stands in the chat no more."""


class MovedChatError(ChannelError):
    """The chat has got another id (a group became a supergroup)."""

    def __init__(self, old: str, new: str) -> None:
        """Take both ids."""
        super().__init__("moved")
        self.old, self.new = old, new


class BlockedError(ChannelError):
    """The chat does not want us: nothing is to be tried again."""


class RefusedFileError(ChannelError):
    """The chat takes no files, or none like this one: it is not to be tried again."""


class LostFileError(Exception):
    """The channel does not hand out a file that somebody sent: too large, or gone."""


class PortTakenError(Exception):
    """A port that is to be listened on is in use, or may not be opened."""

    def __init__(self, port: int, setting: str = "WEB_PORT") -> None:
        """Take the port, and the setting that says which it is."""
        super().__init__(str(port))
        self.port, self.setting = port, setting


class Channel(Protocol):
    """A way to people: Telegram, the local page, later others."""

    name: str
    abilities: Abilities
    is_open: bool  # whoever reaches it belongs here: the local page, not Telegram

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
        """What comes in, with the cursor to be kept once it is written down.

        What was yielded is acknowledged only when the next is asked for.
        """
        ...

    def divide(self, reply: Reply) -> tuple[bytes, ...]:
        """A reply as the bodies of one message or more, each within the channel's limits."""
        ...

    async def acknowledge(self, raw: bytes) -> bool:
        """Show that a press of a button has arrived; False where it came too long ago."""
        ...

    def turn(self, chat: str) -> AbstractAsyncContextManager[object]:
        """The chat's turn to get a fresh message, waited for outside and used inside.

        One at a time in the whole channel, so that at most one message is ever in doubt:
        an `asyncio.Lock` where nothing else is to be waited for.
        """
        ...

    async def place(
        self, chat: str, body: bytes | None, reply_to: str | None, *, is_loud: bool = False
    ) -> str:
        """Put up a message in the chat's turn, without a body the placeholder; its handle.

        `is_loud` where it is to be noticed: nobody has asked for it.

        Cannot be repeated, but after NotYetError in the chat's next turn.
        """
        ...

    async def fill(self, chat: str, handle: str, body: bytes) -> None:
        """Let the message say `body`; doing it twice does no harm. Raises LostMessageError."""
        ...

    async def give(self, chat: str, file: File, reply_to: str | None, *, is_again: bool) -> str:
        """Put up a file in the chat's turn, where the channel has files; its handle.

        Cannot be repeated, but after NotYetError in the chat's next turn; `is_again` where
        it may stand there already. Raises RefusedFileError.
        """
        ...

    async def load(self, attachment: Attachment) -> bytes:
        """The content of a file that somebody sent; raises LostFileError or ChannelError."""
        ...
