"""The nouns of the program: an article, the facts read from it, its digest.

Values are frozen, sequences are tuples. A fact carries the `Span` it was read from;
`None` means «the article does not say». The smallest, of which a long article has a
million, are `gc=False`: they can hold no circle, so that the collector leaves them alone.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct

BlockKind = Literal[
    "title", "lead", "heading", "body", "caption", "byline", "meta", "furniture", "stray"
]
TELLING: frozenset[BlockKind] = frozenset({"title", "lead", "heading", "body"})  # the news
NEWS: frozenset[BlockKind] = frozenset({"lead", "body"})  # the news in sentences
PartOfDay = Literal["sáng", "chiều", "tối"]
TimeKind = Literal["day", "days", "week", "month", "months", "quarter", "half", "year"]
Part = Literal["chủ trì", "chỉ đạo", "phát biểu", "dự", "khác"]
Mode = Literal["trực tuyến", "trực tiếp kết hợp trực tuyến", "trực tiếp"]


class Span(Struct, frozen=True, array_like=True, order=True, gc=False):
    """A half-open stretch `[start, end)` of `Article.text`, in code points."""

    start: int
    end: int


class Quote(Struct, frozen=True, gc=False):
    """Words of the article and the place they stand at.

    `text` equals the article at `span`, letter case aside (a name in capitals is
    given in normal case).
    """

    text: str
    span: Span


class Block(Struct, frozen=True, gc=False):
    """A line of the article and what it is for; hard-wrapped lines are one block.

    title, heading and body tell the news. The lead (sapo) is the short paragraph under
    the headline: it tells the event, but what is demanded stands in the body again.
    A caption tells what a picture shows, often in words of the body. byline (author or
    source), meta (date lines, counters, a link), furniture (menus, related news, licence)
    and stray (a bare digit where a picture stood) tell nothing of the event.
    """

    kind: BlockKind
    span: Span


class Article(Struct, frozen=True):
    """A text with its parts told apart. Nothing is deleted, so no offset ever moves.

    `text` is NFC. `published` is the day of publication where text or metadata say so,
    `received` the day it reached us.
    """

    text: str
    blocks: tuple[Block, ...]
    title: Quote | None = None
    author: Quote | None = None
    published: date | None = None
    received: date | None = None
    url: str | None = None
    site: str | None = None

    def quote(self, span: Span) -> str:
        """The words at `span`."""
        return self.text[span.start : span.end]


class Time(Struct, frozen=True, gc=False):
    """A day or a stretch of days that the article names.

    `start` and `end` (both included) are None while the year cannot be known. `first`
    and `last` are month and day as printed; `shift` counts days, weeks, months, quarters
    or years from the day of speaking («hôm qua» -1, «tuần tới» +1); `weekday` is 0 for
    Monday. `ahead` says that the words before it set a limit or announce what is to come.
    """

    start: date | None
    end: date | None
    part: PartOfDay | None
    span: Span
    kind: TimeKind = "day"
    has_year: bool = True
    first: tuple[int, int] | None = None
    last: tuple[int, int] | None = None
    shift: int | None = None
    weekday: int | None = None
    ahead: bool = False

    @property
    def is_in_days(self) -> bool:
        """Whether single days are named: no week, month, quarter or year."""
        return self.kind in {"day", "days"}


class When(Struct, frozen=True):
    """When the event took place: first and last day, both included."""

    start: date
    end: date
    part: PartOfDay | None
    span: Span


class Person(Struct, frozen=True):
    """Somebody named who takes part or acts; `roles` are offices, verbatim."""

    name: str
    roles: tuple[Quote, ...]
    part: Part
    mentions: tuple[Span, ...]


class DocumentRef(Struct, frozen=True):
    """An official document that the article names, once for all its mentions.

    `number` is the fullest printed form («01-KL/TW»); `date` is ISO, or the bare year.
    """

    type: str
    number: str | None
    date: str | None
    date_span: Span | None
    issuer: Quote | None
    subject: Quote | None
    mentions: tuple[Span, ...]

    @property
    def key(self) -> str:
        """«Kết luận 01-KL/TW», or type and subject where there is no number."""
        subject = self.subject.text if self.subject else ""
        return f"{self.type} {self.number or subject}".rstrip()


class Event(Struct, frozen=True):
    """The one event that the article reports; `kind` is its lower-case head noun."""

    kind: str
    span: Span
    host: Quote | None
    mode: Mode | None


class Directive(Struct, frozen=True):
    """One demanded action: who orders whom to do what by when."""

    span: Span
    issuer: Quote | None
    addressee: Quote | None
    deadline: date | None
    deadline_span: Span | None
    documents: tuple[str, ...]


class Digest(Struct, frozen=True):
    """What a busy official wants of an article, every line provable by its words."""

    article: Article
    event: Event | None
    when: When | None
    where: tuple[Quote, ...]
    people: tuple[Person, ...]
    groups: tuple[Quote, ...]
    documents: tuple[DocumentRef, ...]
    directives: tuple[Directive, ...]
    summary: tuple[Span, ...]
