"""The chat page of this machine as a channel: the same gestures, over a page in the browser."""

from __future__ import annotations

from datetime import UTC, datetime

from msgspec.structs import replace

from bot.channel import Attachment, ChannelError, File, LostFileError, Request
from bot.web.chat import Chat
from bot.web.page_channel import PageChannel
from bot.web.said import Said, to_event, to_request
from bot.web.shelf import Shelf

CHAT = "here"  # there is one chat, and one reader: whoever sits at this machine
_MOST_HELD = 256 << 20  # bytes of files that are still to be read
_MOST_GIVEN = 64 << 20  # bytes of files that the page may still ask for


class Local(PageChannel):
    """The page's channel. Files are held in memory until they are read, never on the disk."""

    name = "local"
    is_open = True

    def __init__(self) -> None:
        """Start with nothing said."""
        super().__init__()
        self.chat = Chat()
        self._held = Shelf(most=_MOST_HELD)
        self._given = Shelf(most=_MOST_GIVEN)

    async def say(self, chat: str, said: Said, content: bytes | None = None) -> None:
        """Take what the reader does and return once it is written down; raises NotTakenError."""
        said = replace(said, chat=chat, received=datetime.now(UTC))
        if said.file and content is not None:
            self._held.put(CHAT, said.file.ref, File(said.file.name, "", content))
        self.chat.hear(said)
        await self._arrivals.put(to_event(said, said.key))

    def read(self, raws: list[bytes]) -> Request | None:
        """The request that one event is."""
        return replace(to_request(raws, self.name), chat=CHAT, sender=CHAT)

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
