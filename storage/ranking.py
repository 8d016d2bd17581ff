"""Weigh a digest against a query: what a reader would want first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from msgspec import Struct

from storage.letters import bare_bytes, marked_bytes
from storage.needles import Needles, bare_needles, marked_needles, padded, share
from storage.query import Query
from storage.terms import read_blocks
from summarizer.model import Block, Quote, Span

# set by hand against tests/search: a number that is meant beats a headline, a headline beats
# what is told of, that beats a mention; the very words beat the same with other diacritics
_NUMBER = 8.0
_TITLE, _FACTS, _TEXT = (2.0, 3.0), (1.0, 1.0), (1.0, 2.0)  # for words, for neighbours
_OTHER_MARKS = 0.1
_RECENT, _HALF_LIFE = 0.5, 365.0  # days


class _Person(Struct, frozen=True):
    name: str
    roles: tuple[Quote, ...]


class _Document(Struct, frozen=True):
    issuer: Quote | None
    subject: Quote | None


class _Event(Struct, frozen=True):
    span: Span
    host: Quote | None


class _Directive(Struct, frozen=True):
    span: Span
    issuer: Quote | None
    addressee: Quote | None


class _Article(Struct, frozen=True):
    blocks: tuple[Block, ...]
    title: Quote | None = None
    published: date | None = None


class Outline(Struct, frozen=True):
    """What of a digest's JSON is weighed; the rest is passed over unread."""

    article: _Article
    event: _Event | None
    people: tuple[_Person, ...]
    groups: tuple[Quote, ...]
    documents: tuple[_Document, ...]
    directives: tuple[_Directive, ...]


class Candidate(Struct, frozen=True):
    """A digest that may be what is looked for; `day` is when it was published, else kept."""

    id: int
    day: date
    text: str
    outline: Outline
    has_number: bool


class Sought(Struct, frozen=True):
    """A query made ready to be held against many texts."""

    bare: Needles
    marked: Needles | None
    phrases: tuple[bytes, ...]
    people: tuple[bytes, ...]
    organs: tuple[bytes, ...]


def make_sought(query: Query) -> Sought:
    """The query as bytes; its marked form only where it has diacritics."""
    return Sought(
        bare_needles(query.runs, is_prefix=query.is_prefix),
        marked_needles(query.runs, is_prefix=query.is_prefix) if query.is_marked else None,
        tuple(padded(bare_bytes(" ".join(phrase))) for phrase in query.phrases),
        tuple(padded(" ".join(name).encode()) for name in query.people),
        tuple(padded(" ".join(name).encode()) for name in query.organs),
    )


def weigh(candidate: Candidate, sought: Sought, *, today: date) -> float | None:
    """The score of a digest; None where a quoted phrase, or a name asked for, is not in it."""
    outline, text = candidate.outline, candidate.text
    if not (_names(_people(outline), sought.people) and _names(organs_of(outline), sought.organs)):
        return None
    bare = _fields(outline, bare_bytes(text), bare_bytes)
    if not all(phrase in bare[-1] for phrase in sought.phrases):
        return None
    score = _score(bare, sought.bare)
    if sought.marked:
        score *= _OTHER_MARKS
        score += _score(_fields(outline, marked_bytes(text), marked_bytes), sought.marked)
    age = max(0, (today - candidate.day).days)
    recent: float = 0.5 ** (age / _HALF_LIFE)
    return score + _NUMBER * candidate.has_number + _RECENT * recent


def organs_of(outline: Outline) -> Iterator[str]:
    """The offices and organs that a digest names."""
    found = [outline.event.host if outline.event else None, *outline.groups]
    found += [role for person in outline.people for role in person.roles]
    found += [document.issuer for document in outline.documents]
    found += [party for order in outline.directives for party in (order.issuer, order.addressee)]
    return (organ.text for organ in found if organ)


def _people(outline: Outline) -> Iterator[str]:
    return (person.name for person in outline.people)


def _names(names: Iterable[str], asked: Sequence[bytes]) -> bool:
    """Whether each name asked for is one of the names, or a part of it."""
    if not asked:
        return True
    told = [padded(bare_bytes(name)) for name in names]
    return all(any(name in each for each in told) for name in asked)


def _fields(
    outline: Outline, text: bytes, write: Callable[[str], bytes]
) -> tuple[bytes, bytes, bytes]:
    """Headline, facts and all that is read of an article, of its text in bytes.

    `write` writes other words in the same way.
    """
    article = outline.article
    spans = [outline.event.span] if outline.event else []
    spans += [order.span for order in outline.directives]
    subjects = [document.subject.text for document in outline.documents if document.subject]
    facts = [write("\n".join((*_people(outline), *subjects)))]
    facts += [text[span.start : span.end] for span in spans]
    blocks = (block.span for block in read_blocks(article.blocks))
    read = [text[span.start : span.end] for span in blocks]
    title = write(article.title.text) if article.title else b""
    return padded(title), padded(b" ".join(facts)), padded(b" ".join(read))


def _score(fields: Sequence[bytes], needles: Needles) -> float:
    score = 0.0
    for field, (words, neighbours) in zip(fields, (_TITLE, _FACTS, _TEXT), strict=True):
        score += words * share(needles.words, field)
        score += neighbours * share(needles.neighbours, field)
    return score
