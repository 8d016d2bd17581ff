"""Read raw updates of the Bot API: what they ask, and which belong together."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import msgspec
from telegram import Bot, Message, MessageEntity, Update

from bot.channel import Attachment, Request, read_command
from bot.render.html import units
from storage.model import NewEvent

CHANNEL = "telegram"
_CUT_FROM = 2048  # Telegram's clients cut long pastes from here on
_LINKS = {MessageEntity.URL, MessageEntity.TEXT_LINK}


def read_request(raws: list[bytes], bot: Bot) -> Request | None:
    """One update, or the pieces of a long text or an album, as a request."""
    updates = [Update.de_json(json.loads(raw), bot) for raw in raws]
    query = updates[0].callback_query
    if query and isinstance(query.message, Message):
        return _pressed(query.message, sender=query.from_user.id, command=query.data or "")
    said = [message for update in updates if (message := update.effective_message)]
    if not said or updates[0].edited_message:
        return None
    return _joined(said)


def may_go_on(raw: bytes) -> bool:
    """A text that a client may have cut, or one item of an album."""
    message = _message_of(raw)
    return "media_group_id" in message or units(message.get("text", "")) >= _CUT_FROM


def goes_on(before: bytes, after: bytes) -> bool:
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


def press_number(raw: bytes) -> str:
    """The id by which a press of a button is acknowledged."""
    return str(json.loads(raw)["callback_query"]["id"])


def to_event(update: dict[str, Any]) -> NewEvent:
    """An update as it is written down: by its id, in its chat's lane."""
    raw = json.dumps(update, ensure_ascii=False).encode("utf-8", "surrogatepass")
    message, query = _message_of(raw), update.get("callback_query")
    joined = update.get("my_chat_member") or {}
    chat = message.get("chat") or joined.get("chat") or {}
    sender = (query or message or joined).get("from") or message.get("sender_chat") or {}
    moved_to = message.get("migrate_to_chat_id")
    return NewEvent(
        key=str(update["update_id"]),
        chat=str(chat.get("id", 0)),
        raw=raw,
        sender=str(sender.get("id", 0)),
        message=str(message["message_id"]) if "message_id" in message else None,
        words=_words(message) if query is None else "",
        is_group=chat.get("type", "private") != "private",
        is_fleeting=query is not None,
        moved_to=str(moved_to) if moved_to else None,
    )


def _words(message: dict[str, Any]) -> str:
    """All that people have written in a message, the names of its files too."""
    said = (message.get("text"), message.get("caption"))
    names = ((message.get(kind) or {}).get("file_name") for kind in ("document", "video", "audio"))
    return "\n".join(words for words in (*said, *names) if words)


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


def _pressed(message: Message, *, sender: int, command: str) -> Request:
    """A button: what it stands for, and the message that carries it."""
    name, _, argument = command.partition(" ")
    return msgspec.structs.replace(
        _request(message, sender=sender),
        text="",
        links=(),
        files=(),
        command=name,
        argument=argument,
        is_press=True,
    )


def _request(message: Message, *, sender: int) -> Request:
    text = message.text or message.caption or ""
    found = {**message.parse_entities(), **message.parse_caption_entities()}
    links = [entity.url or words for entity, words in found.items() if entity.type in _LINKS]
    document = message.document
    files = (
        (Attachment(document.file_name or "", document.file_size or 0, document.file_id),)
        if document
        else ()
    )
    name, argument = read_command(text)
    return Request(
        channel=CHANNEL,
        chat=str(message.chat.id),
        sender=str(sender),
        message=str(message.message_id),
        received=message.date or datetime.now(UTC),
        text=text,
        links=tuple(dict.fromkeys(links)),
        files=files,
        command=name,
        argument=argument,
        is_group=message.chat.type != "private",
    )
