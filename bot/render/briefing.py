"""Lay the day's digest out: events by level, then documents, then what is to be done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from bot import texts
from bot.render.facts import title_of
from bot.render.lines import Line, Piece
from bot.render.page import subject_words, task_words
from bot.render.shaping import capital, day, on_one_line, shortened
from bot.texts import briefing as words
from storage.corrected import correct_digest
from storage.model import Kept, number_norm
from summarizer.disagreements import Claim, Disagreement, find_disagreements
from summarizer.gathering import gather
from summarizer.level import Level, level_of
from summarizer.model import Digest, Directive, DocumentRef

_LEVELS: tuple[Level, ...] = ("central", "province", "local", "other")
_MOST_ITEMS, _MOST_DOCUMENTS, _MOST_DIRECTIVES = 30, 10, 15
_LONGEST = 220  # letters of a demand
_LONGEST_CLAIM = 90
_INDENT = 2


class Item(Struct, frozen=True):
    """One event with the digests that tell of it, the fullest first; where they disagree."""

    level: Level
    kept: tuple[Kept, ...]
    digests: tuple[Digest, ...]
    disagreements: tuple[Disagreement, ...] = ()


class _Named(Struct, frozen=True):
    """A document, and what an article says that it is about."""

    document: DocumentRef
    about: str


def make_items(kept: Sequence[Kept]) -> tuple[Item, ...]:
    """The events of these digests, by level, in each in the order they came in.

    It reads every pair of articles that may be one: work for a process of its own.
    """
    digests = [correct_digest(each.digest, each.corrections) for each in kept]
    items = []
    for group in gather(digests):
        order = sorted(group, key=lambda at: -_fullness(digests[at]))
        told = tuple(digests[at] for at in order)
        items.append(
            Item(
                level_of(told[0]),
                tuple(kept[at] for at in order),
                told,
                find_disagreements(told) if len(told) > 1 else (),
            )
        )
    return tuple(sorted(items, key=lambda item: _LEVELS.index(item.level)))


def lay_out_briefing(title: str, items: Sequence[Item]) -> tuple[Line, ...]:
    """The day's digest as lines; digests are called by the names that the chat knows."""
    articles = sum(len(item.kept) for item in items)
    counted = words.COUNTED.format(items=len(items), articles=articles)
    lines = [Line((Piece(title, "title"), Piece(f"({counted})", "faint")))]
    number = 0
    for level in _LEVELS:
        here = [item for item in items if item.level == level]
        shown = here[: max(0, _MOST_ITEMS - number)]
        if shown:
            lines += [Line(), _section(words.LEVELS[level])]
        for item in shown:
            number += 1
            lines += _item(number, item)
    if len(items) > number:
        lines.append(Line((Piece(words.MORE_ITEMS.format(count=len(items) - number), "faint"),)))
    return (*lines, *_documents(items), *_directives(items))


def _fullness(digest: Digest) -> int:
    return len(digest.directives) * 3 + len(digest.documents) + len(digest.people)


def _section(name: str) -> Line:
    return Line((Piece(name.upper(), "section"),))


def _item(number: int, item: Item) -> Iterator[Line]:
    digest = item.digests[0]
    yield Line((Piece(_named(digest), "name"),), _INDENT, Piece(f"{number}."), 4)
    names = ", ".join(each.name for each in item.kept)
    hosts = ", ".join(
        dict.fromkeys(each.article.site for each in item.digests if each.article.site)
    )
    source = f"{words.SOURCES} {names}" + (f" ({hosts})" if hosts else "")
    facts = [*_facts(digest), source]
    yield Line((Piece(" · ".join(facts), "faint"),), _INDENT, column=4)
    for each in item.disagreements:
        yield Line((Piece(_disagreement(each, item), "faint"),), _INDENT, column=4)


def _named(digest: Digest) -> str:
    article = digest.article
    if article.title or not digest.event:
        return title_of(digest)
    return capital(article.quote(digest.event.span))


def _facts(digest: Digest) -> Iterator[str]:
    """When, where, who chaired."""
    if digest.when:
        yield f"{digest.when.part or ''} {day(digest.when.start)}".strip()
    if digest.where:
        yield digest.where[0].text
    chairs = [person.name for person in digest.people if person.part == "chủ trì"]
    if chairs:
        yield words.CHAIRED.format(names=", ".join(chairs[:2]))


def _disagreement(found: Disagreement, item: Item) -> str:
    claims = "; ".join(_claim(each, item) for each in (found.one, found.other))
    return f"{words.DISAGREE} {claims}"


def _claim(claim: Claim, item: Item) -> str:
    said = shortened(
        on_one_line(item.digests[claim.digest].article.quote(claim.span)), _LONGEST_CLAIM
    )
    return words.CLAIM.format(name=item.kept[claim.digest].name, words=said)


def _documents(items: Sequence[Item]) -> Iterator[Line]:
    """The documents with how many articles name each."""
    told: dict[tuple[str, str], _Named] = {}
    counts: Counter[tuple[str, str]] = Counter()
    for item in items:
        for digest in item.digests:
            for key, document in {_key(each): each for each in digest.documents}.items():
                counts[key] += 1
                named = _Named(document, subject_words(digest.article, document))
                told[key] = max(told.get(key, named), named, key=lambda each: bool(each.about))
    ranked = counts.most_common()
    if not ranked:
        return
    yield from (Line(), _section(words.DOCUMENTS))
    for key, count in ranked[:_MOST_DOCUMENTS]:
        document, subject = told[key].document, told[key].about
        name = f"{document.type} {document.number or ''}".strip()
        times = Piece(f"({words.TIMES.format(count=count)})", "faint")
        about = (Piece(shortened(on_one_line(subject), _LONGEST)),) if subject else ()
        yield Line((Piece(name, "name"), *about, times), _INDENT, Piece("•"), 2)
    if len(ranked) > _MOST_DOCUMENTS:
        more = words.MORE_DOCUMENTS.format(count=len(ranked) - _MOST_DOCUMENTS)
        yield Line((Piece(more, "faint"),), _INDENT)


def _key(document: DocumentRef) -> tuple[str, str]:
    subject = document.subject.text if document.subject else ""
    return document.type, number_norm(document.number) if document.number else subject.lower()


def _directives(items: Sequence[Item]) -> Iterator[Line]:
    """What is to be done, that with a deadline first; of one event as its fullest article tells."""
    orders = [(order, item) for item in items for order in item.digests[0].directives]
    if not orders:
        return
    orders.sort(key=lambda each: each[0].deadline or date.max)
    yield from (Line(), _section(words.DIRECTIVES))
    for order, item in orders[:_MOST_DIRECTIVES]:
        yield _order(order, item)
    if len(orders) > _MOST_DIRECTIVES:
        more = words.MORE_DIRECTIVES.format(count=len(orders) - _MOST_DIRECTIVES)
        yield Line((Piece(more, "faint"),), _INDENT)


def _order(order: Directive, item: Item) -> Line:
    article = item.digests[0].article
    addressee = order.addressee.text if order.addressee else ""
    who = (Piece(f"{capital(addressee)}:", "name"),) if addressee else ()
    task = Piece(shortened(on_one_line(task_words(article, order)), _LONGEST))
    source = Piece(f"({words.SOURCES.lower()} {item.kept[0].name})", "faint")
    label = (
        Piece(f"{texts.DEADLINE} {day(order.deadline)}", "deadline")
        if order.deadline
        else Piece("•")
    )
    return Line((*who, task, source), _INDENT, label, 17)
