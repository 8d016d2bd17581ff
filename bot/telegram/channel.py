"""The Telegram channel: updates in, messages that are only ever edited out."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from html import escape
from typing import Self, TypeVar

import msgspec
from telegram import (
    Bot,
    LinkPreviewOptions,
    Message,
)
from telegram.error import BadRequest, RetryAfter

from bot import texts
from bot.channel import (
    Abilities,
    Attachment,
    ChannelError,
    File,
    LostFileError,
    LostMessageError,
    NotYetError,
    RefusedFileError,
    Reply,
    Request,
)
from bot.render.html import to_html
from bot.settings import TelegramSettings, WebhookSettings
from bot.telegram import said
from bot.telegram.bodies import Body, answering, keyboard
from bot.telegram.calls import IMPATIENT, Patience, connect, door, seconds, translated
from bot.telegram.incoming import Incoming
from bot.telegram.inline import Find, InlineDesk
from bot.telegram.menu import show_menu
from bot.telegram.pacer import Pacer
from bot.telegram.pacing import UNPACED, Limits
from bot.telegram.updates import CHANNEL
from storage.model import NewEvent

log = logging.getLogger(__name__)

_CONNECTIONS = 16
_LARGEST_FILE = 20 << 20  # bytes; Telegram hands out no larger ones
_UPLOAD_SECONDS = 120.0
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_LOST = ("message to edit not found", "message can't be edited", "message_id_invalid")

T = TypeVar("T")


class Telegram:
    """A bot of the Bot API: raw updates are read by our own poller or webhook."""

    name = CHANNEL
    abilities = Abilities(4096, "utf-16", has_buttons=True, has_edits=True, has_files=True)
    is_open = False

    def __init__(
        self,
        settings: TelegramSettings,
        *,
        webhook: WebhookSettings | None = None,
        admins: Sequence[str] = (),
        patience: Patience = IMPATIENT,
        find: Find | None = None,
    ) -> None:
        """Take the settings; nothing is sent yet. `admins` see their commands in the menu.

        `find` answers what members type after the bot's name in other chats.
        """
        os.environ.setdefault("PTB_TIMEDELTA", "true")  # PTB warns of the seconds of old
        self._bot = Bot(
            settings.token,
            base_url=settings.base_url,
            base_file_url=settings.base_file_url,
            request=door(settings, _CONNECTIONS),
            get_updates_request=door(settings, 1),
        )
        self._admins = admins
        self._patience = patience
        self._pacer = Pacer(Limits() if settings.pacing else UNPACED)
        desk = InlineDesk(self._bot, find) if find else None
        self._incoming = Incoming(self._bot, self._pacer, patience, webhook, inline=desk)
        self._opened = AsyncExitStack()

    async def __aenter__(self) -> Self:
        """Open the connections; raises NoConnectionError or PortTakenError."""
        async with AsyncExitStack() as opening:
            opening.push_async_callback(self._bot.shutdown)
            async with self._pacer.turn(None):
                await connect(self._bot, self._patience)
            await opening.enter_async_context(self._incoming)
            self._opened = opening.pop_all()
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close them."""
        await self._opened.aclose()

    async def events(self, cursor: str | None) -> AsyncIterator[tuple[list[NewEvent], str | None]]:
        """What comes in, for ever; the menu of commands is shown meanwhile."""
        menu = asyncio.create_task(show_menu(self._bot, self._admins, self._pacer))
        try:
            async for batch in self._incoming.events(cursor):
                yield batch
        finally:
            menu.cancel()

    def read(self, raws: list[bytes]) -> Request | None:
        """One message, or the pieces of a long text or an album, as a request."""
        return said.read_request(raws)

    def may_go_on(self, raw: bytes) -> bool:
        """A text that a client may have cut, or one item of an album."""
        return said.may_go_on(raw)

    def goes_on(self, before: bytes, after: bytes) -> bool:
        """The same album, or the rest of a text that was cut."""
        return said.goes_on(before, after)

    def divide(self, reply: Reply) -> tuple[bytes, ...]:
        """The messages of a reply; the buttons stand under the last."""
        messages = to_html(reply.lines)
        bodies = [Body(html) for html in messages[:-1]]
        bodies.append(Body(messages[-1] if messages else texts.NOTHING, reply.buttons))
        return tuple(msgspec.json.encode(body) for body in bodies)

    async def acknowledge(self, raw: bytes) -> bool:
        """Stop the clock that turns on the button; False where Telegram has given it up."""
        number = said.press_number(raw)
        try:
            await self._call(None, lambda: self._bot.answer_callback_query(number))
        except BadRequest:  # «query is too old and response timeout expired»
            return False
        except ChannelError as error:
            log.warning("a press was not acknowledged: %s", error)
        return True

    def turn(self, chat: str) -> AbstractAsyncContextManager[object]:
        """When the pace allows a fresh message in the chat, and no other is in doubt."""
        return self._pacer.turn(chat, is_fresh=True)

    async def place(
        self, chat: str, body: bytes | None, reply_to: str | None, *, is_loud: bool = False
    ) -> str:
        """Put up a message, without a body «Đã nhận, đang đọc…»; its id."""
        says = msgspec.json.decode(body, type=Body) if body else Body(escape(texts.READING))
        thread, message = answering(reply_to)
        sending = self._bot.send_message(
            chat,
            says.html,
            parse_mode="HTML",
            link_preview_options=_NO_PREVIEW,
            reply_markup=keyboard(says),
            reply_parameters=message,
            message_thread_id=thread,
            disable_notification=not is_loud,
        )
        try:
            return await self._fresh(chat, sending)
        except BadRequest as error:
            raise ChannelError("refused") from error

    async def give(self, chat: str, file: File, reply_to: str | None, *, is_again: bool) -> str:
        """Send a picture or a document; its message's id. Raises RefusedFileError."""
        thread, message = answering(reply_to)
        send = self._bot.send_photo if file.is_picture else self._bot.send_document
        sending = send(
            chat,
            file.content,
            filename=file.name,
            caption=texts.FILE_AGAIN if is_again else None,
            reply_parameters=message,
            message_thread_id=thread,
            disable_notification=True,
            write_timeout=_UPLOAD_SECONDS,
            read_timeout=_UPLOAD_SECONDS,
        )
        try:
            return await self._fresh(chat, sending)
        except BadRequest as error:
            raise RefusedFileError("refused") from error

    async def _fresh(self, chat: str, sending: Awaitable[Message]) -> str:
        """Send what cannot be sent again, but after NotYetError; its id."""
        try:
            return str((await translated(sending, chat)).message_id)
        except RetryAfter as error:
            self._pacer.rest(chat, seconds(error))
            raise NotYetError("rest") from error

    async def fill(self, chat: str, handle: str, body: bytes) -> None:
        """Edit the message; «message is not modified» means it says so already."""
        says = msgspec.json.decode(body, type=Body)
        try:
            await self._call(
                chat,
                lambda: self._bot.edit_message_text(
                    says.html,
                    chat_id=chat,
                    message_id=int(handle),
                    parse_mode="HTML",
                    link_preview_options=_NO_PREVIEW,
                    reply_markup=keyboard(says),
                ),
            )
        except BadRequest as error:
            words = error.message.lower()
            if words.startswith(_LOST):
                raise LostMessageError("lost") from error
            if "not modified" not in words:
                raise ChannelError("refused") from error

    async def load(self, attachment: Attachment) -> bytes:
        """Download a file that somebody sent; raises LostFileError or ChannelError."""
        if attachment.size > _LARGEST_FILE:
            raise LostFileError
        try:
            file = await self._call(None, lambda: self._bot.get_file(attachment.ref))
            if (file.file_size or 0) > _LARGEST_FILE:  # a server of one's own may hand it out
                raise LostFileError
            return bytes(await self._call(None, file.download_as_bytearray))
        except BadRequest as error:  # «file is too big»
            raise LostFileError from error

    async def _call(self, chat: str | None, call: Callable[[], Awaitable[T]]) -> T:
        """One call that may be repeated, in the chat's turn, again after the rest it is told."""
        while True:
            async with self._pacer.turn(chat) as turn:
                try:
                    return await translated(call(), chat)
                except RetryAfter as error:
                    self._pacer.rest(turn.key, seconds(error))
