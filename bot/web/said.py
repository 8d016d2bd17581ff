"""What a reader does on a chat page, as an event to be written down and as a request."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import msgspec
from msgspec import Struct

from bot import texts
from bot.channel import Attachment, Button, Reply, Request, read_command
from bot.find_links import find_links
from bot.render.lines import Line
from storage.model import NewEvent

_SHOWN = 600  # letters of the reader's own words


class Said(Struct, frozen=True):
    """What the reader does: words, a command by a button under `message`, or a file.

    `key` is the page's own id of it, so that what is sent twice is answered once. `chat` and
    `received` are what the program knows, whatever the page says.
    """

    key: str
    text: str = ""
    press: str | None = None
    message: str = ""
    file: Attachment | None = None
    received: datetime | None = None
    chat: str = ""

    @property
    def shown(self) -> str:
        """How it stands in the chat: an article is not shown twice."""
        return self.file.name if self.file else _short(self.text)


class Body(Struct, frozen=True):
    """What a message is to say."""

    lines: tuple[Line, ...]
    buttons: tuple[tuple[Button, ...], ...] = ()
    digest: int | None = None
    page: str | None = None


def to_event(said: Said, key: str) -> NewEvent:
    """What is written down of it; `key` is unique in the channel."""
    return NewEvent(
        key,
        said.chat,
        msgspec.json.encode(said),
        sender=said.chat,
        message=said.message if said.press else said.key,
        words="\n".join(filter(None, (said.text, said.file.name if said.file else ""))),
        is_fleeting=said.press is not None,
    )


def to_request(raws: Sequence[bytes], channel: str) -> Request:
    """What is asked by it; each chat has one reader."""
    said = msgspec.json.decode(raws[0], type=Said)
    typed = (said.text if said.press is None else said.press).strip()
    command, argument = read_command(typed)
    return Request(
        channel=channel,
        chat=said.chat,
        sender=said.chat,
        message=said.message if said.press else said.key,
        received=said.received or datetime.now(UTC),
        text=said.text,
        links=() if command else find_links(said.text),
        files=(said.file,) if said.file else (),
        command=command,
        argument=argument,
        is_press=said.press is not None,
    )


def to_bodies(reply: Reply) -> tuple[bytes, ...]:
    """A reply is one message, however long."""
    return (msgspec.json.encode(Body(reply.lines, reply.buttons, reply.digest, reply.page)),)


def _short(text: str) -> str:
    """The first words of what was said."""
    text = text.strip()
    if len(text) <= _SHOWN:
        return text
    cut = text[:_SHOWN].rpartition(" ")[0] or text[:_SHOWN]
    return texts.CUT_SHORT.format(words=cut, letters=f"{len(text):,}".replace(",", "."))
