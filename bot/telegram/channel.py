"""The Telegram channel: raw updates in, messages that are only ever edited out."""

from __future__ import annotations

import asyncio
import logging
import warnings
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from html import escape
from typing import Any, Self, TypeVar

import msgspec
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    ReplyParameters,
)
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError
from telegram.request import HTTPXRequest

from bot import texts
from bot.channel import (
    Abilities,
    Attachment,
    BlockedError,
    Button,
    ChannelError,
    LostFileError,
    LostMessageError,
    MovedChatError,
    NotYetError,
    Reply,
    Request,
)
from bot.render.html import to_html
from bot.settings import TelegramSettings
from bot.telegram import updates
from bot.telegram.pacer import Pacer
from bot.telegram.pacing import UNPACED, Limits
from storage.model import NewEvent

log = logging.getLogger(__name__)

_KINDS = ["message", "channel_post", "callback_query", "my_chat_member"]
_POLL_SECONDS = 25
_CONNECTIONS = 16
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_LOST = ("message to edit not found", "message can't be edited", "message_id_invalid")

T = TypeVar("T")


class Body(msgspec.Struct, frozen=True):
    """What a message is to say: HTML, and buttons by rows."""

    html: str
    buttons: tuple[tuple[Button, ...], ...] = ()


class NoConnectionError(ChannelError):
    """The Bot API does not answer, or does not know the token."""


class Telegram:
    """A bot of the Bot API, read by our own poller."""

    name = "telegram"
    abilities = Abilities(4096, "utf-16", has_buttons=True, has_edits=True, has_files=True)
    is_open = False

    def __init__(self, settings: TelegramSettings) -> None:
        """Take the settings; nothing is sent yet."""
        self._pacer = Pacer(Limits() if settings.pacing else UNPACED)
        self._bot = Bot(
            settings.token,
            base_url=settings.base_url,
            base_file_url=settings.base_file_url,
            request=_door(settings, _CONNECTIONS),
            get_updates_request=_door(settings, 1),
        )

    async def __aenter__(self) -> Self:
        """Open the connections."""
        # raw updates are meant: PTB's own getUpdates parses them, and one it cannot parse
        # would stop all those behind it
        warnings.filterwarnings("ignore", message="Please use 'Bot.getUpdates'")
        try:
            await self._bot.initialize()
        except TelegramError as error:  # its words hold the token: they go no further
            await self._bot.shutdown()
            raise NoConnectionError(type(error).__name__) from None
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close them."""
        await self._bot.shutdown()

    async def events(self, cursor: str | None) -> AsyncIterator[tuple[list[NewEvent], str | None]]:
        """Poll for ever. What is yielded is acknowledged only by the next poll."""
        offset = int(cursor) if cursor else None
        while True:
            try:
                raws: list[dict[str, Any]] = await self._bot.do_api_request(
                    "getUpdates",
                    api_kwargs={
                        "offset": offset, "timeout": _POLL_SECONDS, "allowed_updates": _KINDS,
                    },
                    read_timeout=_POLL_SECONDS + 10,
                )  # fmt: skip
            except RetryAfter as error:
                await asyncio.sleep(_seconds(error))
                continue
            except TelegramError as error:
                log.warning("polling failed: %s", type(error).__name__)
                await asyncio.sleep(2)
                continue
            if raws:
                offset = raws[-1]["update_id"] + 1
                yield [updates.to_event(raw) for raw in raws], str(offset)

    def read(self, raws: list[bytes]) -> Request | None:
        """One update, or the pieces of a long text or an album, as a request."""
        return updates.read_request(raws, self._bot)

    def may_go_on(self, raw: bytes) -> bool:
        """A text that a client may have cut, or one item of an album."""
        return updates.may_go_on(raw)

    def goes_on(self, before: bytes, after: bytes) -> bool:
        """The same album, or the rest of a text that was cut."""
        return updates.goes_on(before, after)

    def divide(self, reply: Reply) -> tuple[bytes, ...]:
        """The messages of a reply; the buttons stand under the last."""
        messages = to_html(reply.lines)
        bodies = [Body(html) for html in messages[:-1]]
        bodies.append(Body(messages[-1] if messages else texts.NOTHING, reply.buttons))
        return tuple(msgspec.json.encode(body) for body in bodies)

    async def acknowledge(self, raw: bytes) -> bool:
        """Stop the clock that turns on the button; False where Telegram has given it up."""
        number = updates.press_number(raw)
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

    async def place(self, chat: str, body: bytes | None, reply_to: str | None) -> str:
        """Put up a message, without a body «Đã nhận, đang đọc…»; its id."""
        said = msgspec.json.decode(body, type=Body) if body else Body(escape(texts.READING))
        reference = (
            ReplyParameters(int(reply_to), allow_sending_without_reply=True) if reply_to else None
        )
        try:
            message = await _translated(
                self._bot.send_message(
                    chat,
                    said.html,
                    parse_mode="HTML",
                    link_preview_options=_NO_PREVIEW,
                    reply_markup=_keyboard(said),
                    reply_parameters=reference,
                    disable_notification=True,
                )
            )
        except RetryAfter as error:
            self._pacer.rest(chat, _seconds(error))
            raise NotYetError("rest") from error
        except BadRequest as error:
            raise ChannelError("refused") from error
        return str(message.message_id)

    async def fill(self, chat: str, handle: str, body: bytes) -> None:
        """Edit the message; «message is not modified» means it says so already."""
        said = msgspec.json.decode(body, type=Body)
        try:
            await self._call(
                chat,
                lambda: self._bot.edit_message_text(
                    said.html,
                    chat_id=chat,
                    message_id=int(handle),
                    parse_mode="HTML",
                    link_preview_options=_NO_PREVIEW,
                    reply_markup=_keyboard(said),
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
        try:
            file = await self._call(None, lambda: self._bot.get_file(attachment.ref))
            return bytes(await self._call(None, file.download_as_bytearray))
        except BadRequest as error:  # «file is too big»
            raise LostFileError from error

    async def _call(self, chat: str | None, call: Callable[[], Awaitable[T]]) -> T:
        """One call that may be repeated, in the chat's turn, again after the rest it is told."""
        while True:
            async with self._pacer.turn(chat) as turn:
                try:
                    return await _translated(call())
                except RetryAfter as error:
                    self._pacer.rest(turn.key, _seconds(error))


async def _translated(call: Awaitable[T]) -> T:
    """A call whose errors are ours, but BadRequest and RetryAfter."""
    try:
        return await call
    except (BadRequest, RetryAfter):
        raise
    except Forbidden as error:
        raise BlockedError("forbidden") from error
    except ChatMigrated as error:
        raise MovedChatError(str(error.new_chat_id)) from error
    except TelegramError as error:
        raise ChannelError(type(error).__name__) from error


def _keyboard(said: Body) -> InlineKeyboardMarkup | None:
    rows = [
        [InlineKeyboardButton(button.label, callback_data=button.command) for button in row]
        for row in said.buttons
    ]
    return InlineKeyboardMarkup(rows) if rows else None


def _door(settings: TelegramSettings, connections: int) -> HTTPXRequest:
    return HTTPXRequest(
        connection_pool_size=connections,
        proxy=settings.proxy,
        read_timeout=15,
        httpx_kwargs={"trust_env": False},
    )


def _seconds(error: RetryAfter) -> float:
    wait = error.retry_after
    return (wait if isinstance(wait, int) else wait.total_seconds()) + 0.1
