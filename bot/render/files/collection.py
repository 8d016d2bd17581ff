"""Digests that go into one file, and their facts as rows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from functools import cached_property

from msgspec import Struct

from bot.render.facts import title_of
from bot.render.page import task_words
from bot.render.shaping import capital, on_one_line
from storage.corrected import correct_digest
from storage.model import Kept
from summarizer.model import Digest, Quote


class ArticleRow(Struct, frozen=True):
    """An article: its number in the chat, what it tells, where it came from."""

    number: int | str
    title: str
    event: str | None
    when: date | None
    where: str | None
    host: str | None
    chair: str | None
    published: date | None
    made: date
    url: str | None


class DocumentRow(Struct, frozen=True):
    """A document that an article names; `day` is as printed where only the year is known."""

    type: str
    number: str | None
    day: date | str | None
    issuer: str | None
    subject: str | None
    article: int | str
    title: str


class DirectiveRow(Struct, frozen=True):
    """A directive; `uid` stays the same however often the digest is exported."""

    uid: str
    task: str
    issuer: str | None
    addressee: str | None
    deadline: date | None
    article: int | str
    title: str
    url: str | None


class Collection(Struct, frozen=True, dict=True):
    """Digests under a title, with what readers have corrected put in.

    `made` is the moment of the export by the office's clock; `kept` are in the order wanted.
    `orders` are directives that were chosen from the register, in place of those of `kept`.
    """

    title: str
    made: datetime
    kept: tuple[Kept, ...] = ()
    orders: tuple[DirectiveRow, ...] | None = None

    @cached_property
    def digests(self) -> tuple[tuple[Kept, Digest], ...]:
        """Each digest as its readers say it should be."""
        return tuple((each, correct_digest(each.digest, each.corrections)) for each in self.kept)

    def articles(self) -> Iterator[ArticleRow]:
        """A row for each article."""
        for kept, digest in self.digests:
            event, article = digest.event, digest.article
            chairs = [person.name for person in digest.people if person.part == "chủ trì"]
            yield ArticleRow(
                number=_number(kept),
                title=title_of(digest),
                event=on_one_line(article.quote(event.span)) if event else None,
                when=digest.when.start if digest.when else None,
                where="; ".join(on_one_line(place.text) for place in digest.where) or None,
                host=on_one_line(event.host.text) if event and event.host else None,
                chair=", ".join(map(on_one_line, chairs)) or None,
                published=article.published,
                made=kept.made.astimezone(self.made.tzinfo).date(),
                url=article.url,
            )

    def documents(self) -> Iterator[DocumentRow]:
        """A row for each document of each article."""
        for kept, digest in self.digests:
            for document in digest.documents:
                yield DocumentRow(
                    type=document.type,
                    number=document.number,
                    day=_day(document.date),
                    issuer=on_one_line(document.issuer.text) if document.issuer else None,
                    subject=on_one_line(document.subject.text) if document.subject else None,
                    article=_number(kept),
                    title=title_of(digest),
                )

    def directives(self) -> Iterator[DirectiveRow]:
        """A row for each directive: those chosen, or all of each article."""
        yield from self.orders or ()
        for kept, digest in self.digests:
            for order in digest.directives:
                yield DirectiveRow(
                    uid=f"giaoban-{kept.id}-{order.span.start}-{order.span.end}",
                    task=on_one_line(task_words(digest.article, order)),
                    issuer=_named(order.issuer),
                    addressee=_named(order.addressee),
                    deadline=order.deadline,
                    article=_number(kept),
                    title=title_of(digest),
                    url=digest.article.url,
                )


def _number(kept: Kept) -> int | str:
    """A number to sort by; what another chat of the office has is called «12.3»."""
    return kept.shown_as or kept.number


def _named(quote: Quote | None) -> str | None:
    """The words with a capital: they stand alone in a column."""
    return capital(on_one_line(quote.text)) or None if quote else None


def _day(printed: str | None) -> date | str | None:
    return date.fromisoformat(printed) if printed and len(printed) > 4 else printed
