"""What the register gives back."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Literal

from msgspec import Struct

from summarizer.model import Span

Day = date  # a document has a `date` of its own, as it is told
Order = Literal["often", "lately"]
State = Literal["open", "followed", "done"]
Due = Literal["week", "over", "none", "any"]
Party = Literal["issuer", "addressee"]
# what is said of a directive, and takes back what was said before
Said = Literal["followed", "not followed", "done", "not done"]


class Source(Struct, frozen=True):
    """A digest as the register names it; `number` counts within `chat`."""

    id: int
    chat: int
    number: int
    title: str | None
    published: date | None
    url: str | None
    made: datetime

    def name_in(self, chat: int) -> str:
        """What a chat calls the digest: its number, that of its chat before it in others."""
        return str(self.number) if self.chat == chat else f"{self.chat}.{self.number}"


class DocumentEntry(Struct, frozen=True):
    """A document that digests name: what they tell of it together, in the fullest form.

    `form` is what it is asked for by, a number within `chat`. `seen` digests name it, `last`
    is the day of the last of them. Not `is_sure`: they may mean several documents that are
    called alike.
    """

    form: int
    chat: int
    type: str
    number: str | None
    date: str | None
    issuer: str | None
    subject: str | None
    seen: int
    last: Day
    is_sure: bool = True

    @property
    def name(self) -> str:
        """«Kết luận 01-KL/TW»; type and subject where there is no number."""
        return f"{self.type} {self.number or self.subject or ''}".rstrip()


class DocumentPage(Struct, frozen=True):
    """A page of documents, and how many there are in all."""

    entries: tuple[DocumentEntry, ...] = ()
    count: int = 0


class DocumentFile(Struct, frozen=True):
    """One document: a page of the digests that name it, newest first; what it may be one with."""

    entry: DocumentEntry
    sources: tuple[Source, ...]
    possible: tuple[DocumentEntry, ...]


class DirectiveEntry(Struct, frozen=True):
    """A directive: who orders whom to do what by when, told by `source` and by `others`.

    It is the `place`th of its digest, as it was read. `due` and the parties are as readers
    have corrected them. `by` has said that it is done,
    or to be followed, `at` when. `is_own`: it is for an organ of the chat.
    """

    source: Source
    place: int
    span: Span
    words: str
    issuer: str | None
    addressee: str | None
    due: date | None
    clause: int
    is_edited: bool = False
    others: tuple[Source, ...] = ()
    state: State = "open"
    by: str | None = None
    at: datetime | None = None
    is_own: bool = False


class DirectivePage(Struct, frozen=True):
    """A page of directives, and how many there are; not `is_all`: there are more than that."""

    entries: tuple[DirectiveEntry, ...] = ()
    count: int = 0
    is_all: bool = True


class Dues(Struct, frozen=True):
    """How many directives that are not done are overdue, due this week, later, without a day."""

    over: int
    week: int
    later: int
    none: int


class Wanted(Struct, frozen=True):
    """Which directives are wanted; those that are done only where they are asked for.

    Parties are normal forms of organs, parts of them suffice; `party` is either. `is_own`
    asks for those for the chat's own organs.
    """

    issuer: str = ""
    addressee: str = ""
    party: str = ""
    due: Due | None = None
    state: State | None = None
    is_own: bool = False


class Named(Struct, frozen=True):
    """A party as printed, its normal form, and how many directives name it."""

    name: str
    norm: str
    count: int


class Organ(Struct, frozen=True):
    """An organ that a chat calls its own."""

    name: str
    norm: str
    since: datetime


class ReminderHour(Struct, frozen=True):
    """When a chat is reminded; `at` is None where it does not want to be.

    `is_own` where the chat has said so itself.
    """

    at: time | None
    is_own: bool = False


class Reminded(Struct, frozen=True):
    """A directive that a reminder tells of: days before its deadline, below zero when overdue."""

    entry: DirectiveEntry
    milestone: int
