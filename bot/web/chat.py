"""One chat of a page: what stands in it, and what its reader is given."""

from __future__ import annotations

import itertools
import secrets
from collections.abc import Iterator
from contextlib import contextmanager

import msgspec

from bot import texts
from bot.channel import File
from bot.web.feed import Feed, GivenFile, Message
from bot.web.said import Body, Said


class Chat:
    """The messages of a reader and the bot, as long as the program holds them."""

    def __init__(self, feed: Feed | None = None) -> None:
        """Start with nothing said; `run` tells it apart from chats whose messages are gone."""
        self.feed = feed or Feed()
        self.readers = 0
        self.run = secrets.token_hex(4)
        self._numbers = itertools.count(1)

    @contextmanager
    def being_read(self) -> Iterator[None]:
        """Count one more reader while the block runs."""
        self.readers += 1
        try:
            yield
        finally:
            self.readers -= 1

    def hear(self, said: Said) -> None:
        """Put up what the reader says; a press of a button is not shown."""
        if said.press is None:
            self.feed.put(Message(said.key, "reader", text=said.shown))

    def place(self, body: bytes | None) -> str:
        """Put up a message, without a body «Đã nhận, đang đọc…»; its handle."""
        handle = self._handle()
        if body is None:
            self.feed.put(Message(handle, "bot", text=texts.READING, is_waiting=True))
        else:
            self.fill(handle, body)
        return handle

    def fill(self, handle: str, body: bytes) -> None:
        """Let the message say `body`."""
        said = msgspec.json.decode(body, type=Body)
        self.feed.put(
            Message(
                handle,
                "bot",
                lines=said.lines,
                buttons=said.buttons,
                digest=said.digest,
                page=said.page,
            )
        )

    def give(self, file: File) -> str:
        """Put up a link to a file, or a picture; its handle."""
        handle = self._handle()
        told = GivenFile(file.name, len(file.content), is_picture=file.is_picture)
        self.feed.put(Message(handle, "bot", file=told))
        return handle

    def lose(self, handle: str) -> None:
        """Say that a file is held no more."""
        self.feed.put(Message(handle, "bot", text=texts.FILE_GONE))

    def _handle(self) -> str:
        return f"{self.run}-{next(self._numbers)}"
