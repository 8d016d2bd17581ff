"""See an answer that is written down into the chats, each message once."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Sequence
from datetime import UTC, datetime

from bot.channel import BlockedError, Channel, LostMessageError, NotYetError
from storage.model import Body, Event, Part
from storage.store import Store

log = logging.getLogger(__name__)


class Delivery:
    """Puts messages up and fills them; what stands in a chat is written down at once."""

    def __init__(self, store: Store) -> None:
        """Take the store."""
        self._store = store

    async def send_all(self, channel: Channel, parts: Sequence[Part], event: Event) -> None:
        """Send the messages of an answer that are not there yet; raises ChannelError."""
        for part in parts:
            if part.is_sent or part.body is None:
                continue
            try:
                await self._send(channel, part, event.message if part.chat == event.chat else None)
            except BlockedError:
                if part.chat == event.chat:
                    raise
                log.info("event %d: part %d cannot be told", event.id, part.part)  # an admin left

    async def _send(self, channel: Channel, part: Part, reply_to: str | None) -> None:
        body = part.body or b""
        if channel.abilities.has_edits:
            handle = part.handle or await self.place(channel, part, reply_to)
            try:
                await channel.fill(part.chat, handle, body)
            except LostMessageError:  # somebody has deleted it
                handle = await self.place(channel, part, reply_to)
                await channel.fill(part.chat, handle, body)
        else:
            await self.place(channel, part, reply_to, body)
        await self._store.put_sent(part.event, part.part, now=datetime.now(UTC))

    async def place(
        self, channel: Channel, part: Part, reply_to: str | None, body: bytes | None = None
    ) -> str:
        """Put up a fresh message and write down which it is, before another is put up."""
        while True:
            async with channel.turn(part.chat):
                try:
                    handle = await channel.place(part.chat, body, reply_to)
                except NotYetError:
                    continue
                await self._store.put_handle(part.event, part.part, handle)
                return handle

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
