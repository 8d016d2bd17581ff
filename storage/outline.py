"""Read of a kept digest what is weighed when somebody looks for it; the rest stays unread."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec
from msgspec import Struct

from storage.terms import read_blocks
from summarizer.model import Block, Quote, Span


class _Person(Struct, frozen=True, gc=False):
    name: str


class _Document(Struct, frozen=True, gc=False):
    subject: Quote | None


class _Told(Struct, frozen=True, gc=False):
    span: Span


class _Article(Struct, frozen=True, gc=False):
    blocks: tuple[Block, ...]
    title: Quote | None = None
    published: date | None = None


class Outline(Struct, frozen=True, gc=False):
    """What of a digest's JSON is weighed."""

    article: _Article
    event: _Told | None
    people: tuple[_Person, ...]
    documents: tuple[_Document, ...]
    directives: tuple[_Told, ...]

    @property
    def names(self) -> Iterator[str]:
        """The people that the digest names."""
        return (person.name for person in self.people)

    def fields(self, text: str) -> tuple[str, str, str]:
        """Headline, facts, and all that is read of the article whose text this is."""
        article = self.article
        facts = [*self.names]
        facts += [document.subject.text for document in self.documents if document.subject]
        spans = [self.event.span] if self.event else []
        spans += [order.span for order in self.directives]
        facts += [text[span.start : span.end] for span in spans]
        read = [text[each.span.start : each.span.end] for each in read_blocks(article.blocks)]
        return article.title.text if article.title else "", "\n".join(facts), "\n".join(read)


class _Roles(Struct, frozen=True):
    roles: tuple[Quote, ...]


class _Host(Struct, frozen=True):
    host: Quote | None


class _Issuer(Struct, frozen=True):
    issuer: Quote | None


class _Parties(Struct, frozen=True):
    issuer: Quote | None
    addressee: Quote | None


class _Organs(Struct, frozen=True):
    """Where a digest's JSON names offices and organs."""

    event: _Host | None
    people: tuple[_Roles, ...]
    groups: tuple[Quote, ...]
    documents: tuple[_Issuer, ...]
    directives: tuple[_Parties, ...]


_OUTLINES, _ORGANS = msgspec.json.Decoder(Outline), msgspec.json.Decoder(_Organs)


def read_outline(body: bytes) -> Outline:
    """The outline of a digest's JSON."""
    return _OUTLINES.decode(body)


def read_organs(body: bytes) -> Iterator[str]:
    """The offices and organs that a digest's JSON names."""
    told = _ORGANS.decode(body)
    found = [told.event.host if told.event else None, *told.groups]
    found += [role for person in told.people for role in person.roles]
    found += [document.issuer for document in told.documents]
    found += [party for order in told.directives for party in (order.issuer, order.addressee)]
    return (organ.text for organ in found if organ)
