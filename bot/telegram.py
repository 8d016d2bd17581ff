"""The Telegram channel: raw updates in, messages that are only ever edited out."""

from __future__ import annotations

import asyncio
import json
import logging
import warnings
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any, Self

import msgspec
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
    MessageEntity,
    ReplyParameters,
    Update,
)
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut
from telegram.request import HTTPXRequest

from bot import texts
from bot.channel import Attachment, BlockedError, Button, ChannelError, Reply, Request
from bot.render.html import to_html, units
from storage.model import NewEvent

log = logging.getLogger(__name__)

_KINDS = ["message", "channel_post", "callback_query", "my_chat_member"]
_POLL_SECONDS = 25
_CONNECTIONS = 16
_CUT_FROM = 2048  # Telegram's clients cut long pastes from here on
_LINKS = {MessageEntity.URL, MessageEntity.TEXT_LINK}


class Body(msgspec.Struct, frozen=True):
    """What a message is to say: HTML, and buttons by rows."""

    html: str
    buttons: tuple[tuple[Button, ...], ...] = ()


class TelegramSettings(msgspec.Struct, frozen=True):
    """How the Bot API is reached."""

    token: str
    base_url: str = "https://api.telegram.org/bot"
    base_file_url: str = "https://api.telegram.org/file/bot"
    proxy: str | None = None


class Telegram:
    """A bot of the Bot API, read by our own poller."""

    name = "telegram"

    def __init__(self, settings: TelegramSettings) -> None:
        """Take the settings; nothing is sent yet."""
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
        await self._bot.initialize()
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close them."""
        await self._bot.shutdown()

    async def events(self, cursor: str | None) -> AsyncIterator[tuple[list[NewEvent], str | None]]:
        """Poll for ever. What is yielded is acknowledged only by the next poll."""
        offset = int(cursor) if cursor else None
        while True:
            try:
                updates: list[dict[str, Any]] = await self._bot.do_api_request(
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
            if updates:
                offset = updates[-1]["update_id"] + 1
                yield [_event(update) for update in updates], str(offset)

    def read(self, raws: list[bytes]) -> Request | None:
        """One update, or the pieces of a long text or an album, as a request."""
        updates = [Update.de_json(json.loads(raw), self._bot) for raw in raws]
        query = updates[0].callback_query
        if query and isinstance(query.message, Message):
            return _request(query.message, sender=query.from_user.id, pressed=query.data or "")
        messages = [update.effective_message for update in updates]
        said = [message for message in messages if message]
        if not said or updates[0].edited_message:
            return None
        return _joined(said)

    def may_go_on(self, raw: bytes) -> bool:
        """A text that a client may have cut, or one item of an album."""
        message = _message_of(raw)
        return "media_group_id" in message or units(message.get("text", "")) >= _CUT_FROM

    def goes_on(self, before: bytes, after: bytes) -> bool:
        """The same album; or the next message of the same origin after a cut text."""
        one, other = _message_of(before), _message_of(after)
        if "media_group_id" in one:
            return bool(one["media_group_id"] == other.get("media_group_id"))
        return (
            "text" in other
            and other.get("message_id") == one["message_id"] + 1
            and _origin(one) == _origin(other)
            and abs(other.get("date", 0) - one.get("date", 0)) <= 2
        )

    def divide(self, reply: Reply) -> tuple[bytes, ...]:
        """The messages of a reply; the buttons stand under the last."""
        messages = to_html(reply.lines)
        bodies = [Body(html) for html in messages[:-1]]
        bodies.append(Body(messages[-1] if messages else texts.NOTHING, reply.buttons))
        return tuple(msgspec.json.encode(body) for body in bodies)

    async def place(self, chat: str, reply_to: str | None) -> str:
        """Put up «Đã nhận, đang đọc…»; the id of the message."""
        reference = (
            ReplyParameters(int(reply_to), allow_sending_without_reply=True) if reply_to else None
        )
        message = await self._call(
            lambda: self._bot.send_message(
                chat, texts.READING, reply_parameters=reference, disable_notification=True
            )
        )
        return str(message.message_id)

    async def fill(self, chat: str, handle: str, body: bytes) -> None:
        """Edit the message; «message is not modified» means it says so already."""
        said = msgspec.json.decode(body, type=Body)
        rows = [
            [InlineKeyboardButton(button.label, callback_data=button.data) for button in row]
            for row in said.buttons
        ]
        try:
            await self._call(
                lambda: self._bot.edit_message_text(
                    said.html,
                    chat_id=chat,
                    message_id=int(handle),
                    parse_mode="HTML",
                    link_preview_options=LinkPreviewOptions(is_disabled=True),
                    reply_markup=InlineKeyboardMarkup(rows) if rows else None,
                )
            )
        except BadRequest as error:
            if "not modified" not in error.message:
                raise ChannelError("refused") from error

    async def load(self, attachment: Attachment) -> bytes:
        """Download a file that somebody sent."""
        file = await self._call(lambda: self._bot.get_file(attachment.ref))
        return bytes(await self._call(file.download_as_bytearray))

    async def _call(self, send: Any) -> Any:
        """One call, waited for when Telegram says so; its errors as ours."""
        while True:
            try:
                return await send()
            except RetryAfter as error:
                await asyncio.sleep(_seconds(error))
            except Forbidden as error:
                raise BlockedError("forbidden") from error
            except BadRequest:
                raise
            except (TimedOut, NetworkError) as error:
                raise ChannelError(type(error).__name__) from error


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


def _event(update: dict[str, Any]) -> NewEvent:
    raw = json.dumps(update, ensure_ascii=False).encode("utf-8", "surrogatepass")
    chat = _message_of(raw).get("chat", {}).get("id", 0)
    return NewEvent(key=str(update["update_id"]), chat=str(chat), raw=raw)


def _message_of(raw: bytes) -> dict[str, Any]:
    update = json.loads(raw)
    message = update.get("message") or update.get("channel_post")
    if message is None:
        message = (update.get("callback_query") or {}).get("message")
    return message if isinstance(message, dict) else {}


def _origin(message: dict[str, Any]) -> tuple[Any, Any]:
    origin = message.get("forward_origin") or {}
    return origin.get("type"), (origin.get("chat") or {}).get("id") or origin.get(
        "sender_user_name"
    )


def _joined(messages: list[Message]) -> Request:
    """A message cut in pieces, or an album, as one request."""
    first = messages[0]
    whole = _request(first, sender=first.from_user.id if first.from_user else first.chat.id)
    texts_, links, files = [whole.text], list(whole.links), list(whole.files)
    for message in messages[1:]:
        more = _request(message, sender=0)
        glue = "" if units(texts_[-1]) == 4096 else "\n"
        texts_.append(glue + more.text if more.text else "")
        links += more.links
        files += more.files
    return msgspec.structs.replace(
        whole, text="".join(texts_), links=tuple(dict.fromkeys(links)), files=tuple(files)
    )


def _request(message: Message, *, sender: int, pressed: str | None = None) -> Request:
    text = message.text or message.caption or ""
    found = {**message.parse_entities(), **message.parse_caption_entities()}
    links = [entity.url or words for entity, words in found.items() if entity.type in _LINKS]
    document = message.document
    files = (
        (Attachment(document.file_name or "", document.file_size or 0, document.file_id),)
        if document
        else ()
    )
    command = text.split(maxsplit=1)[0].partition("@")[0] if text.startswith("/") else None
    return Request(
        channel=Telegram.name,
        chat=str(message.chat.id),
        sender=str(sender),
        message=str(message.message_id),
        received=message.date or datetime.now(UTC),
        text=text,
        links=tuple(dict.fromkeys(links)),
        files=files,
        command=command,
        pressed=pressed,
        is_group=message.chat.type != "private",
    )
