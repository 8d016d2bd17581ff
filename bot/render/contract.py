"""A digest as the JSON contract `digest/1` says it."""

from __future__ import annotations

from typing import Any

from summarizer.model import (
    Digest,
    Directive,
    DocumentRef,
    Event,
    Person,
    Quote,
    Span,
    When,
)

Json = dict[str, Any]


def to_json(digest: Digest, *, with_text: bool = False) -> Json:
    """The digest as plain values: spans are `[start, end)` in code points of the text.

    `with_text` adds the text itself, for readers who do not have it as the spans count it.
    """
    article = digest.article
    quote = article.quote
    text = {"text": article.text} if with_text else {}
    return text | {
        "schema": "digest/1",
        "title": article.title.text if article.title else None,
        "source": {
            "url": article.url,
            "site": article.site,
            "author": article.author.text if article.author else None,
            "published": article.published.isoformat() if article.published else None,
        },
        "event": _event(digest.event, quote) if digest.event else None,
        "when": _when(digest.when, quote) if digest.when else None,
        "where": [_said(place) for place in digest.where],
        "people": [_person(person) for person in digest.people],
        "groups": [_said(group) for group in digest.groups],
        "documents": [_document(document) for document in digest.documents],
        "directives": [_directive(directive, quote) for directive in digest.directives],
        "summary": [{"text": quote(span), "span": _span(span)} for span in digest.summary],
    }


def _span(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def _said(quote: Quote) -> Json:
    return {"text": quote.text, "span": _span(quote.span)}


def _event(event: Event, quote: Any) -> Json:
    return {
        "kind": event.kind,
        "text": quote(event.span),
        "span": _span(event.span),
        "host": event.host.text if event.host else None,
        "host_span": _span(event.host.span) if event.host else None,
        "mode": event.mode,
    }


def _when(when: When, quote: Any) -> Json:
    return {
        "start": when.start.isoformat(),
        "end": when.end.isoformat(),
        "part": when.part,
        "text": quote(when.span),
        "span": _span(when.span),
    }


def _person(person: Person) -> Json:
    return {
        "name": person.name,
        "roles": [role.text for role in person.roles],
        "role_spans": [_span(role.span) for role in person.roles],
        "part": person.part,
        "spans": [_span(span) for span in person.mentions],
    }


def _document(document: DocumentRef) -> Json:
    return {
        "type": document.type,
        "number": document.number,
        "date": document.date,
        "date_span": _span(document.date_span),
        "issuer": document.issuer.text if document.issuer else None,
        "issuer_span": _span(document.issuer.span) if document.issuer else None,
        "subject": document.subject.text if document.subject else None,
        "subject_span": _span(document.subject.span) if document.subject else None,
        "spans": [_span(span) for span in document.mentions],
    }


def _directive(directive: Directive, quote: Any) -> Json:
    issuer, addressee = directive.issuer, directive.addressee
    return {
        "issuer": issuer.text if issuer else None,
        "issuer_span": _span(issuer.span) if issuer else None,
        "addressee": addressee.text if addressee else None,
        "addressee_span": _span(addressee.span) if addressee else None,
        "text": quote(directive.span),
        "span": _span(directive.span),
        "deadline": directive.deadline.isoformat() if directive.deadline else None,
        "deadline_span": _span(directive.deadline_span),
        "documents": list(directive.documents),
    }
