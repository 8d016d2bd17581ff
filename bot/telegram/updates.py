"""Read updates of the Bot API: what of them is kept, and under which ids."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from hashlib import sha256

import msgspec
from msgspec import Struct
from telegram.constants import ChatMemberStatus, ChatType, MessageAttachmentType

from bot.channel import Attachment, Request, read_command
from bot.telegram.post_links import links_of
from bot.telegram.said import Said
from bot.telegram.wire import (
    KINDS,
    File,
    Head,
    HeadUpdate,
    Membership,
    Message,
    Numbered,
    Origin,
    Press,
    Update,
)
from storage.model import NewEvent

CHANNEL = "telegram"
_GROUPS = {ChatType.GROUP, ChatType.SUPERGROUP}
_OUTSIDE = {ChatMemberStatus.LEFT, ChatMemberStatus.BANNED}
_WORDLESS = frozenset(MessageAttachmentType)  # what a person sends besides words
_SOUND = ("video/", "audio/")  # files that hold no words, moving pictures («GIF») too


class Me(Struct, frozen=True):
    """The bot: its id, and its name without the «@»."""

    id: int
    name: str


def to_event(update: object, me: Me) -> NewEvent | None:
    """An update as it is written down: what the bot reads of it, in its chat's lane.

    None where it asks nothing: an edit, somebody who came or went, a word to another bot.
    What cannot be read is an event too, «unreadable», with the ids that are known.
    Whatever the update is, nothing is raised.
    """
    kinds = [kind for kind in KINDS if isinstance(update, dict) and kind in update]
    if isinstance(update, dict) and not kinds:
        return None
    try:
        raw = json.dumps(update, ensure_ascii=False).encode("utf-8", "replace")
        read = msgspec.json.decode(raw, type=Update)
        sent = msgspec.json.decode(raw, type=dict[str, msgspec.Raw])[kinds[0]]
        contents = msgspec.json.decode(sent, type=dict[str, msgspec.Raw] | None)
    except (msgspec.MsgspecError, RecursionError):
        return _unreadable(update)
    return _event(read, frozenset(contents or ()), me)


def key_of(update: object) -> str | None:
    """The id of an update; None where it has none that is a number."""
    try:
        return str(msgspec.convert(update, Numbered).update_id)
    except (msgspec.ValidationError, UnicodeError):  # half of a surrogate pair
        return None


def _event(update: Update, contents: frozenset[str], me: Me) -> NewEvent | None:
    key = str(update.update_id)
    if update.callback_query:
        return _noted(key, _pressed(update.callback_query))
    if update.my_chat_member:
        return _noted(key, _joined(update.my_chat_member))
    message = update.message or update.channel_post
    if message is None:
        return None
    if message.migrate_to_chat_id:
        moved_to = str(message.migrate_to_chat_id)
        return NewEvent(key, str(message.chat.id), None, is_group=True, moved_to=moved_to)
    if not message.words and not contents & _WORDLESS:
        return None  # somebody came, went, pinned a message
    return _noted(key, _said(message, me), words=message.words, thread=_thread(message))


def _noted(
    key: str, said: Said | None, *, words: str = "", thread: int | None = None
) -> NewEvent | None:
    """What is written down; the message's id leads with its topic's, «5/77», where it has one.

    `words` are all that was said, also what is not read: the caption of a file.
    """
    if said is None:
        return None
    asked = said.request
    names = (file.name for file in asked.files)
    return NewEvent(
        key,
        asked.chat,
        msgspec.json.encode(said),
        sender=asked.sender,
        message=f"{thread}/{asked.message}" if thread else asked.message or None,
        words="\n".join(each for each in (words, *names) if each),
        is_group=asked.is_group,
        is_fleeting=said.press is not None,
    )


def _unreadable(update: object) -> NewEvent:
    """An event of which only ids are known, or nothing but that it came."""
    key = key_of(update) or _print_of(update)
    try:
        heads = msgspec.convert(update, HeadUpdate)
    except (msgspec.ValidationError, UnicodeError):  # half of a surrogate pair
        heads = HeadUpdate()
    head = heads.message or heads.channel_post
    if head is None:
        return NewEvent(key, "", None, verdict="unreadable")
    return NewEvent(
        key,
        str(head.chat.id),
        None,
        sender=_sender(head),
        message=str(head.message_id),
        is_group=head.chat.type != ChatType.PRIVATE,
        verdict="unreadable",
    )


def _print_of(update: object) -> str:
    """An id made of an update that has none, so that it is written down once."""
    try:
        return sha256(json.dumps(update).encode()).hexdigest()
    except RecursionError:
        return "too deep"


def _pressed(press: Press) -> Said | None:
    """A button: what it stands for, and the message that carries it."""
    if press.message is None or press.data is None:
        return None  # a game, a message that was sent through another chat
    command, _, argument = press.data.partition(" ")
    request = _request(press.message, sender=str(press.sender.id))
    return Said(
        msgspec.structs.replace(request, command=command, argument=argument, is_press=True),
        press=press.id,
    )


def _joined(membership: Membership) -> Said | None:
    """The bot was let into a group: it is greeted there as if somebody had asked."""
    old, new = membership.old_chat_member, membership.new_chat_member
    is_new = old and new and old.status in _OUTSIDE and new.status not in _OUTSIDE
    if not is_new or membership.chat.type not in _GROUPS:
        return None
    here = Message(message_id=0, chat=membership.chat, date=membership.date)
    request = _request(here, sender=str(membership.sender.id))
    return Said(msgspec.structs.replace(request, message="", command="/start"))


def _said(message: Message, me: Me) -> Said | None:
    is_own_voice = message.sender is None or message.sender_chat is not None
    if not is_own_voice and message.sender and message.sender.is_bot:
        return None  # bots that answer each other never end
    name, argument = read_command(message.text or "")
    if name and message.chat.type != ChatType.PRIVATE and _is_for_other(message.words, me):
        return None
    document = message.document
    kind = (document.mime_type or "") if document else ""
    is_file = document is not None and not kind.startswith(_SOUND)
    answered = message.reply_to_message
    request = msgspec.structs.replace(
        _request(message, sender=_sender(message)),
        # the words under a file tell what it is; under a picture they are the article
        text="" if is_file and not kind.startswith("image/") else message.words,
        links=links_of(message),
        files=(_attachment(document),) if document and is_file else (),
        command=name,
        argument=argument,
        is_reply=bool(answered and answered.sender and answered.sender.id == me.id),
    )
    origin = message.forward_origin
    return Said(
        request,
        album=message.media_group_id,
        is_text=message.text is not None,
        origin=_origin(origin) if origin else None,
        origin_message=origin.message_id if origin else None,
    )


def _request(message: Message, *, sender: str) -> Request:
    """A request of which only the ids and the time are said."""
    return Request(
        channel=CHANNEL,
        chat=str(message.chat.id),
        sender=sender,
        message=str(message.message_id),
        received=datetime.fromtimestamp(message.date, UTC),
        is_group=message.chat.type != ChatType.PRIVATE,
    )


def _attachment(document: File) -> Attachment:
    return Attachment(document.file_name or "", document.file_size or 0, document.file_id)


def _sender(message: Message | Head) -> str:
    """Who speaks: somebody, or the group or channel in whose name somebody does."""
    return str((message.sender_chat or message.sender or message.chat).id)


def _is_for_other(text: str, me: Me) -> bool:
    """«/tim@other_bot»: several bots may be in one group."""
    _, is_named, name = text.split(maxsplit=1)[0].partition("@")
    return bool(is_named) and name.lower() != me.name.lower()


def _thread(message: Message) -> int | None:
    return message.message_thread_id if message.is_topic_message else None


def _origin(origin: Origin) -> str:
    whence = origin.chat or origin.sender_chat or origin.sender_user
    return str(whence.id) if whence else f"{origin.type} {origin.sender_user_name or ''}"
