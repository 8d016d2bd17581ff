"""Gather every fact of a digest with the place it was read from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from summarizer.model import Digest, Directive, DocumentRef, Quote, Span

Kind = Literal[
    "event", "time", "place", "person", "role", "group", "document", "directive", "party", "summary"
]


class Mark(Struct, frozen=True):
    """A fact at its place; directives are numbered."""

    kind: Kind
    span: Span
    number: int | None = None


def marks_of(digest: Digest) -> tuple[Mark, ...]:
    """The marks in order of the text, the wider first; each place once a kind."""
    found = {
        (mark.kind, mark.span): mark
        for mark in (*_occasion(digest), *_cast(digest), *_acts(digest))
    }
    return tuple(sorted(found.values(), key=lambda mark: (mark.span.start, -mark.span.end)))


def _occasion(digest: Digest) -> Iterator[Mark]:
    if digest.event:
        yield Mark("event", digest.event.span)
        yield from _quoted("party", digest.event.host)
    if digest.when:
        yield Mark("time", digest.when.span)
    yield from _quoted("place", *digest.where)


def _cast(digest: Digest) -> Iterator[Mark]:
    for person in digest.people:
        yield from (Mark("person", span) for span in person.mentions)
        yield from _quoted("role", *person.roles)
    yield from _quoted("group", *digest.groups)


def _acts(digest: Digest) -> Iterator[Mark]:
    for document in digest.documents:
        yield from _document(document)
    for number, directive in enumerate(digest.directives, 1):
        yield from _directive(directive, number)
    yield from (Mark("summary", span) for span in digest.summary)


def _document(document: DocumentRef) -> Iterator[Mark]:
    yield from (Mark("document", span) for span in document.mentions)
    yield from _quoted("party", document.issuer)
    if document.date_span:
        yield Mark("time", document.date_span)


def _directive(directive: Directive, number: int) -> Iterator[Mark]:
    yield Mark("directive", directive.span, number)
    yield from _quoted("party", directive.addressee)
    if directive.deadline_span:
        yield Mark("time", directive.deadline_span)


def _quoted(kind: Kind, *quotes: Quote | None) -> Iterator[Mark]:
    return (Mark(kind, quote.span) for quote in quotes if quote)
