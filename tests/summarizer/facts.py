"""Write what is read of an article as words, wherever they stand: a line a fact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from summarizer.model import Digest, Quote, Span

TESTS = Path(__file__).parent.parent
ARTICLES = sorted(path for folder in ("gold", "apart") for path in (TESTS / folder).glob("*.txt"))


def facts_of(digest: Digest) -> Iterator[str]:
    """What each fact is, and all that is said of it."""

    def told(*parts: object) -> str:
        return " | ".join("-" if part is None else str(part) for part in parts)

    def words(quote: Quote | None) -> str | None:
        return quote.text if quote else None

    def said(spans: Iterable[Span]) -> str:
        return "; ".join(map(digest.article.quote, spans))

    if digest.event:
        yield told("event", digest.event.kind, words(digest.event.host))
    for person in digest.people:
        roles = "; ".join(role.text for role in person.roles)
        yield told("person", person.name, roles or None, said(person.mentions))
        yield told("part", person.name, person.part)
    for document in digest.documents:
        issuer, subject = words(document.issuer), words(document.subject)
        yield told(
            "document", document.key, document.date, issuer, subject, said(document.mentions)
        )
    for order in digest.directives:
        parties, named = (words(order.issuer), words(order.addressee)), "; ".join(order.documents)
        yield told("order", *parties, order.deadline, named or None, said([order.span]))
