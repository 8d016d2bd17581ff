"""What the store gives back."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import Literal

from msgspec import Struct

from summarizer.folding import fold, strip_marks
from summarizer.model import Digest, Span

FactKind = Literal["event", "when", "where", "person", "group", "document", "directive", "summary"]


CorrectionKind = Literal["drop", "name", "deadline"]


class Fact(Struct, frozen=True):
    """One line of a digest: what it tells of, and the words that it was read from."""

    kind: FactKind
    span: Span


class Correction(Struct, frozen=True):
    """What a reader says is wrong in a line of a digest.

    «drop»: the line should not be there. «name»: the person is called `value`.
    «deadline»: the directive is due on `value` (ISO); None where the article sets no day.
    """

    fact: Fact
    kind: CorrectionKind
    value: str | None
    sender: str
    made: datetime


class Kept(Struct, frozen=True):
    """A digest that is kept.

    `id` is unique; `number` counts within the chat, from 1, and is what people see and type.
    `is_new` where this call has put it there; `is_same_text` False where what is there
    is a near-duplicate of what was to be kept. `shown_as` is how a chat calls a digest that
    another one of its office has.
    """

    id: int
    number: int
    chat: int
    made: datetime
    digest: Digest
    corrections: tuple[Correction, ...] = ()
    is_new: bool = False
    is_same_text: bool = True
    shown_as: str | None = None

    @property
    def name(self) -> str:
        """What people call it: its number, that of its chat before it where that is another."""
        return self.shown_as or str(self.number)


class Origin(Struct, frozen=True):
    """Where a digest came from: the message that asked for it, the key of its link."""

    message: str | None = None
    link: str | None = None


NO_ORIGIN = Origin()


# «secret rest»: the marked end of what has begun with events written down before. «due»:
# nobody asked, the hour has come
Verdict = Literal["member", "stranger", "secret", "secret rest", "unreadable", "due"]


class NewEvent(Struct, frozen=True):
    """Something that a channel reports: `key` is its id there, `raw` its own words.

    `words` are the human words in it, for the gate alone: they are not written down.
    `raw` is None where the verdict forbids to keep it. A fleeting event (a button pressed)
    means nothing any more when the program has been stopped in between. `moved_to` says
    that the chat has got another id, and nothing else. What cannot be read is «unreadable»,
    its `chat` empty where not even that is known.
    """

    key: str
    chat: str
    raw: bytes | None
    sender: str = ""
    message: str | None = None
    words: str = ""
    is_group: bool = False
    is_fleeting: bool = False
    moved_to: str | None = None
    verdict: Verdict = "member"


class Event(Struct, frozen=True):
    """An event that waits to be answered."""

    id: int
    channel: str
    chat: str
    raw: bytes | None
    sender: str = ""
    message: str | None = None
    is_group: bool = False
    is_fleeting: bool = False
    verdict: Verdict = "member"
    tries: int = 0


class Body(Struct, frozen=True):
    """What a message is to say, as its channel wrote it, and the chat that it goes to.

    `is_file` where the content is a file, which is put up whole and never edited. `heading`
    is the message that is put up first, to be noticed, and then edited into the content.
    """

    chat: str
    content: bytes
    handle: str | None = None
    is_file: bool = False
    heading: bytes | None = None


class Part(Struct, frozen=True):
    """A message of an answer: what it is to say, and the message that stands for it.

    `body` is None while the answer is being made, `handle` until a message stands in
    the chat. `is_begun` where somebody has begun to send what cannot be sent twice: a file,
    a heading that is to be noticed.
    """

    event: int
    part: int
    chat: str
    body: bytes | None = None
    handle: str | None = None
    is_sent: bool = False
    is_file: bool = False
    is_begun: bool = False
    heading: bytes | None = None


class Use(Struct, frozen=True):
    """Somebody asks, by a message, for so many articles; `is_again` where it is tried again."""

    channel: str
    sender: str
    count: int
    message: str
    is_again: bool = False


class Limit(Struct, frozen=True):
    """At most so many articles in such a time."""

    most: int
    time: timedelta


class Allowed(Struct, frozen=True):
    """How many articles somebody may have now; the limit that is met, where not all."""

    count: int
    met: Limit | None = None


class Schedule(Struct, frozen=True):
    """When a chat gets the day's digest; `sent` is the slot up to which it was sent.

    `is_working`: on working days alone. It `is_paused` where the chat refuses our messages.
    """

    chat: int
    channel: str
    key: str
    at: time
    sent: datetime
    is_working: bool = False
    is_paused: bool = False


class Member(Struct, frozen=True):
    """A person or a group that may come in: the id on its channel, who let it in, when."""

    key: str
    added_by: str
    added: datetime


class Passage(Struct, frozen=True):
    """Words of an article, and where in them those stand that were asked for."""

    text: str
    words: tuple[Span, ...]


class Hit(Struct, frozen=True):
    """A digest that a search has found, and the passage that shows why.

    `number` counts within `chat`, which is another than the one that asks where chats
    share their digests.
    """

    id: int
    chat: int
    number: int
    title: str | None
    published: date | None
    passage: Passage
    score: float


class Results(Struct, frozen=True):
    """A page of what a search has found, and how many there are in all.

    Not `is_all`: more match than were weighed, the older ones were left out.
    """

    hits: tuple[Hit, ...] = ()
    count: int = 0
    is_all: bool = True


MomentKind = Literal["beat", "backup", "failed backup"]


class State(Struct, frozen=True):
    """How much is kept and what waits: events to be answered, answers to be delivered.

    `oldest_open` and `oldest_unsent` are when the longest waiting of each came in. `size`
    is that of the database file in bytes.
    """

    digests: int
    size: int
    open: int
    oldest_open: datetime | None
    unsent: int
    oldest_unsent: datetime | None


def number_norm(number: str) -> str:
    """A document number as it is compared: «01 – KL/TW» and «1-kl/tw» are «1kltw».

    Letters without diacritics, no blanks or dashes, no leading zeros.
    """
    parts = re.findall(r"\d+|[a-z&.]+", strip_marks(fold(number)))
    return "".join(part.lstrip("0") or "0" if part.isdigit() else part for part in parts)
