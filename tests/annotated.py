"""Make the digest that the annotators wrote: what is rendered then depends on no extractor."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from summarizer.model import (
    Article,
    Digest,
    Directive,
    DocumentRef,
    Event,
    Person,
    Quote,
    Span,
    When,
)

GOLD = Path(__file__).parent / "gold"

Json = dict[str, Any]


def annotated(ident: str) -> Digest:
    """The digest of a gold article; its summary is the first paragraph."""
    gold: Json = json.loads((GOLD / f"{ident}.json").read_text(encoding="utf-8"))
    text = (GOLD / f"{ident}.txt").read_bytes().decode("utf-8")
    source = gold["source"]
    article = Article(
        text=text,
        blocks=(),
        published=_day(source["published"]),
        url=source["url"],
        site=source["site"],
    )
    title, author = (_quote(article, words) for words in (gold["title"], source["author"]))
    lead = next(line for line in text.splitlines()[1:] if line)
    return Digest(
        article=replace(article, title=title, author=author),
        event=_event(article, gold["event"]),
        when=_when(gold["when"]),
        where=_said(gold["where"]),
        people=tuple(_person(article, person) for person in gold["people"]),
        groups=_said(gold["groups"]),
        documents=tuple(_document(article, document) for document in gold["documents"]),
        directives=tuple(_directive(article, directive) for directive in gold["directives"]),
        summary=tuple(quote.span for quote in _quotes(article, [lead])),
    )


def _day(words: str | None) -> date | None:
    return date.fromisoformat(words) if words else None


def _span(span: list[int]) -> Span:
    return Span(*span)


def _quote(article: Article, words: str | None) -> Quote | None:
    if words is None:
        return None
    at = article.text.find(words)
    return Quote(words, Span(at, at + len(words))) if at >= 0 else Quote(words, Span(0, 1))


def _quotes(article: Article, said: Iterable[str]) -> tuple[Quote, ...]:
    return tuple(quote for words in said if (quote := _quote(article, words)))


def _said(items: list[Json]) -> tuple[Quote, ...]:
    return tuple(Quote(item["text"], _span(item["span"])) for item in items)


def _event(article: Article, gold: Json | None) -> Event | None:
    if gold is None:
        return None
    host = _quote(article, gold["host"])
    return Event(kind=gold["kind"], span=_span(gold["span"]), host=host, mode=gold["mode"])


def _when(gold: Json | None) -> When | None:
    if gold is None:
        return None
    start, end = (date.fromisoformat(gold[key]) for key in ("start", "end"))
    return When(start=start, end=end, part=gold["part"], span=_span(gold["span"]))


def _person(article: Article, gold: Json) -> Person:
    return Person(
        name=gold["name"],
        roles=_quotes(article, gold["roles"]),
        part=gold["part"],
        mentions=tuple(_span(span) for span in gold["spans"]),
    )


def _document(article: Article, gold: Json) -> DocumentRef:
    return DocumentRef(
        type=gold["type"],
        number=gold["number"],
        date=gold["date"],
        date_span=None,
        issuer=_quote(article, gold["issuer"]),
        subject=_quote(article, gold["subject"]),
        mentions=tuple(_span(span) for span in gold["spans"]),
    )


def _directive(article: Article, gold: Json) -> Directive:
    return Directive(
        span=_span(gold["span"]),
        issuer=_quote(article, gold["issuer"]),
        addressee=_quote(article, gold["addressee"]),
        deadline=_day(gold["deadline"]),
        deadline_span=None,
        documents=tuple(gold["documents"]),
    )
