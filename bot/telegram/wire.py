"""The parts of the Bot API's updates that the bot reads, with their types checked.

python-telegram-bot's own types take whatever the server sends, and stop at a field that
is missing; of these only the ids must be there, and what has a wrong type is refused.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct, field

Id = Annotated[int, Meta(gt=-(2**53), lt=2**53)]  # the Bot API promises 52 bits
Seconds = Annotated[int, Meta(ge=0, lt=2**37)]  # since 1970, up to the year 6325


class User(Struct, frozen=True):
    """Somebody, or a bot."""

    id: Id
    is_bot: bool = False


class Chat(Struct, frozen=True):
    """A private chat, a group, a supergroup or a channel."""

    id: Id
    type: str = "private"


class Entity(Struct, frozen=True):
    """A part of a text with a meaning; places count UTF-16 units."""

    type: str
    offset: int
    length: int
    url: str | None = None


class File(Struct, frozen=True):
    """A file that was sent, of whatever kind."""

    file_id: str
    file_name: str | None = None
    file_size: Id | None = None
    mime_type: str | None = None


class Origin(Struct, frozen=True):
    """Where a forwarded message comes from."""

    type: str
    chat: Chat | None = None
    sender_chat: Chat | None = None
    sender_user: User | None = None
    sender_user_name: str | None = None
    message_id: Id | None = None


class LinkButton(Struct, frozen=True):
    """A button under a post; those that open a page have an address."""

    url: str | None = None


class Markup(Struct, frozen=True):
    """The buttons under a post, by rows."""

    inline_keyboard: tuple[tuple[LinkButton, ...], ...] = ()


class Preview(Struct, frozen=True):
    """Which page is shown under a text."""

    url: str | None = None


class Answered(Struct, frozen=True):
    """The message that a message answers."""

    sender: User | None = field(name="from", default=None)


class Head(Struct, frozen=True):
    """Of a message only where it stands and who wrote it."""

    message_id: Id
    chat: Chat
    sender: User | None = field(name="from", default=None)
    sender_chat: Chat | None = None


class Message(Struct, frozen=True):
    """A message, or the one that carries a pressed button."""

    message_id: Id
    chat: Chat
    date: Seconds = 0
    sender: User | None = field(name="from", default=None)
    sender_chat: Chat | None = None
    text: str | None = None
    caption: str | None = None
    entities: tuple[Entity, ...] = ()
    caption_entities: tuple[Entity, ...] = ()
    document: File | None = None
    media_group_id: str | None = None
    forward_origin: Origin | None = None
    reply_to_message: Answered | None = None
    reply_markup: Markup | None = None
    link_preview_options: Preview | None = None
    is_topic_message: bool = False
    message_thread_id: Id | None = None
    migrate_to_chat_id: Id | None = None

    @property
    def words(self) -> str:
        """The text, or what stands under a picture or a file."""
        return self.text or self.caption or ""


class Press(Struct, frozen=True):
    """A button that was pressed."""

    id: str
    sender: User = field(name="from")
    message: Message | None = None
    data: str | None = None


class Inline(Struct, frozen=True):
    """What somebody types after the bot's name in any chat."""

    id: str
    sender: User = field(name="from")
    query: str = ""
    offset: str = ""


class Status(Struct, frozen=True):
    """What the bot is in a chat: «left», «member»."""

    status: str


class Membership(Struct, frozen=True):
    """The bot was let into a chat, or put out."""

    chat: Chat
    sender: User = field(name="from")
    date: Seconds = 0
    old_chat_member: Status | None = None
    new_chat_member: Status | None = None


class Update(Struct, frozen=True):
    """One of the kinds that the bot asks for."""

    update_id: Id
    message: Message | None = None
    channel_post: Message | None = None
    callback_query: Press | None = None
    my_chat_member: Membership | None = None


class HeadUpdate(Struct, frozen=True):
    """What is left of an update that cannot be read."""

    message: Head | None = None
    channel_post: Head | None = None


class Numbered(Struct, frozen=True):
    """What is left where not even that can be read."""

    update_id: Id


KINDS = ("message", "channel_post", "callback_query", "my_chat_member")
ASKED = (*KINDS, "inline_query")  # the last is answered without being written down
