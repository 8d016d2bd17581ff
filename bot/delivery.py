"""See an answer that is written down into the chats, each message once."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Sequence
from datetime import UTC, datetime

import msgspec
from msgspec.structs import replace

from bot import texts
from bot.channel import (
    BlockedError,
    Channel,
    ChannelError,
    File,
    LostMessageError,
    NotYetError,
    RefusedFileError,
    Reply,
    said,
)
from bot.render.lines import Line, Piece
from storage.model import Body, Event, Part
from storage.store import Store

log = logging.getLogger(__name__)


class Delivery:
    """Puts messages up and fills them; what stands in a chat is written down at once."""

    def __init__(self, store: Store) -> None:
        """Take the store."""
        self._store = store

    async def send_all(self, channel: Channel, parts: Sequence[Part], event: Event) -> None:
        """Send the messages of an answer that are not there yet; raises ChannelError.

        Each is noted as sent before the next one goes. The last is noted when the event is
        finished, unless it must not be sent twice. Where another chat's copy fails, the
        others go first.
        """
        missed: ChannelError | None = None
        for part in parts:
            if part.is_sent or part.body is None:
                continue
            try:
                await self._send(channel, part, event.message if part.chat == event.chat else None)
                if part is not parts[-1] or part.is_file or not channel.abilities.has_edits:
                    await self._store.put_sent(part.event, part.part, now=datetime.now(UTC))
            except BlockedError:
                if part.chat == event.chat:
                    raise
                log.info("event %d: part %d cannot be told", event.id, part.part)  # an admin left
            except ChannelError as error:
                if part.chat == event.chat:
                    raise
                missed = error
        if missed:
            raise missed

    async def _send(self, channel: Channel, part: Part, reply_to: str | None) -> None:
        body = part.body or b""
        if part.is_file:
            await self._give(channel, part, reply_to)
        elif channel.abilities.has_edits:
            handle = part.handle or await self.place(channel, part, reply_to)
            try:
                await channel.fill(part.chat, handle, body)
            except LostMessageError:  # somebody has deleted it
                handle = await self.place(channel, part, reply_to)
                await channel.fill(part.chat, handle, body)
        else:
            await self.place(channel, part, reply_to, body)

    async def place(
        self, channel: Channel, part: Part, reply_to: str | None, body: bytes | None = None
    ) -> str:
        """Put up a fresh message and write down which it is, before another is put up.

        A heading is loud. That it is about to be sent is written down too: a crash may
        double it, but not lose it.
        """
        is_loud = part.heading is not None
        if is_loud:
            await self._store.put_begun(part.event, part.part)
        while True:
            async with channel.turn(part.chat):
                try:
                    placing = channel.place(
                        part.chat, body or part.heading, reply_to, is_loud=is_loud
                    )
                    handle = await placing
                except NotYetError:
                    continue
                await self._store.put_handle(part.event, part.part, handle)
                return handle

    async def _give(self, channel: Channel, part: Part, reply_to: str | None) -> None:
        """Put up a file unless it is there, written down before and after.

        It cannot be edited in: a crash in between may double it, and the second one says so.
        """
        if part.handle is not None:
            return
        file = msgspec.msgpack.decode(part.body or b"", type=File)
        while True:
            async with channel.turn(part.chat):
                await self._store.put_begun(part.event, part.part)
                try:
                    given = channel.give(part.chat, file, reply_to, is_again=part.is_begun)
                    await self._store.put_handle(part.event, part.part, await given)
                except NotYetError:
                    continue
                except (RefusedFileError, BlockedError):
                    break
                return
        for content in channel.divide(said(texts.FILE_REFUSED)):  # it may still take words
            await self.tell(channel, Body(part.chat, content))

    async def tell(self, channel: Channel, body: Body) -> None:
        """Let a message say it, a fresh one where none is there; raises ChannelError."""
        is_there = body.handle is not None and channel.abilities.has_edits
        if is_there:
            try:
                await channel.fill(body.chat, body.handle or "", body.content)
            except LostMessageError:
                is_there = False
        while not is_there:
            async with channel.turn(body.chat):
                with contextlib.suppress(NotYetError):
                    await channel.place(body.chat, body.content, None)
                    is_there = True


def bodies_of(reply: Reply, chat: str, channel: Channel) -> list[Body]:
    """What goes out for a reply: its messages, then its file, or that there can be none."""
    if reply.file and not channel.abilities.has_files:
        line = Line((Piece(texts.NO_FILES_HERE),))
        reply = replace(reply, lines=(*reply.lines, line), file=None)
    bodies = [Body(chat, content) for content in channel.divide(reply)]
    if reply.heading:
        (heading,) = channel.divide(said(reply.heading))
        bodies[0] = replace(bodies[0], heading=heading)
    if reply.file:
        bodies.append(Body(chat, msgspec.msgpack.encode(reply.file), is_file=True))
    return bodies
