"""Lay a digest out for a reader in a hurry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from bot import texts
from bot.render.lines import Line, Piece
from storage.model import Correction
from summarizer.model import Article, Digest, Directive, DocumentRef, Person, Quote

_INDENT = 2
_STEP = 2
_ABOUT = re.compile(r"\bvề(?: việc)?\W*$", re.IGNORECASE)  # «Chỉ thị số 20/CT-TTg về …»
# the clause names more people than the addressee: «Công an tỉnh và Thanh tra tỉnh xác minh»
_GOES_ON = re.compile(r"$|[,;.:(]|(?:và|cùng|với|phối hợp với|hoặc)\b")


def lay_out(digest: Digest, corrections: tuple[Correction, ...] = ()) -> tuple[Line, ...]:
    """Headline, event, people, documents, directives, summary; what is not there is left out."""
    article = digest.article
    sections = {
        texts.EVENT: _event(digest),
        texts.PEOPLE: _people(digest),
        texts.DOCUMENTS: _documents(digest),
        texts.DIRECTIVES: _directives(digest),
        texts.SUMMARY: [_item(article.quote(span)) for span in digest.summary],
    }
    lines = _headline(article)
    if not (digest.event or digest.documents or digest.directives):
        lines += [Line(), Line((Piece(texts.NOTHING_FOUND, "faint"),))]
    for name, body in sections.items():
        if body:
            lines += [Line(), Line((Piece(name.upper(), "section"),)), *body]
    return tuple(lines)


def day(value: date) -> str:
    """«19/5/2022»."""
    return f"{value.day}/{value.month}/{value.year}"


def _headline(article: Article) -> list[Line]:
    title = article.title.text if article.title else ""
    lines = [Line((Piece(title, "title"),))] if title else []
    facts = [article.site, article.author.text if article.author else None]
    facts += [f"{texts.PUBLISHED} {day(article.published)}" if article.published else None]
    said = " · ".join(fact for fact in facts if fact)
    return [*lines, Line((Piece(said, "faint"),))] if said else lines


def _event(digest: Digest) -> list[Line]:
    event, when = digest.event, digest.when
    rows: list[tuple[str, str | None]] = []
    if when:
        days = " – ".join(dict.fromkeys((day(when.start), day(when.end))))
        rows.append((texts.WHEN, f"{when.part} {days}" if when.part else days))
    if digest.where:
        rows.append((texts.WHERE, _listed(digest.where)))
    if event:
        rows += [(texts.HOST, event.host.text if event.host else None), (texts.MODE, event.mode)]
    title = (
        [Line((Piece(_capital(digest.article.quote(event.span)), "name"),), _INDENT)]
        if event
        else []
    )
    return title + _table([(label, (Piece(text),)) for label, text in rows if text])


def _people(digest: Digest) -> list[Line]:
    rows = []
    for part, label in texts.PARTS.items():
        for person in digest.people:
            if person.part == part:
                rows.append((label, _person(person)))
                label = ""  # noqa: PLW2901 (said once, for the first of them)
    if digest.groups:
        rows.append((texts.GROUPS, (Piece(_listed(digest.groups)),)))
    return _table(rows)


def _person(person: Person) -> tuple[Piece, ...]:
    roles = ", ".join(role.text for role in person.roles)
    name = Piece(person.name + ("," if roles else ""), "name")
    return (name, Piece(roles)) if roles else (name,)


def _documents(digest: Digest) -> list[Line]:
    return [_item(*_document(digest.article, document)) for document in digest.documents]


def _document(article: Article, document: DocumentRef) -> Iterator[Piece]:
    yield Piece(f"{document.type} {document.number or ''}".strip(), "name")
    if document.subject:
        start = document.subject.span.start
        before = article.text[max(0, start - 12) : start]
        about = f"{texts.ABOUT} " if _ABOUT.search(before) else ""  # «Luật Đất đai» has none
        yield Piece(about + document.subject.text)
    facts = [_printed_day(document.date), document.issuer.text if document.issuer else None]
    said = ", ".join(fact for fact in facts if fact)
    if said:
        yield Piece(f"({said})", "faint")


def _directives(digest: Digest) -> list[Line]:
    groups: dict[str, dict[str, list[Directive]]] = {}
    for directive in digest.directives:
        addressee = directive.addressee.text if directive.addressee else ""
        issuer = directive.issuer.text if directive.issuer else texts.NO_ISSUER
        groups.setdefault(issuer, {}).setdefault(_capital(addressee), []).append(directive)
    column = max((len(_deadline(directive).text) for directive in digest.directives), default=0)
    lines: list[Line] = []
    for issuer, by_addressee in groups.items():
        lines += [Line(), Line((Piece(issuer, "name"),), _INDENT)]
        for addressee, directives in by_addressee.items():
            if addressee or len(by_addressee) > 1:
                named = f"→ {addressee or texts.EVERYBODY}"
                lines.append(Line((Piece(named, "label"),), _INDENT + _STEP))
            lines += [
                Line(
                    _task(digest.article, order), _INDENT + 2 * _STEP, _deadline(order), column + 2
                )
                for order in directives
            ]
    return lines[1:]


def _deadline(order: Directive) -> Piece:
    if order.deadline is None:
        return Piece("•", "faint")
    return Piece(f"{texts.DEADLINE} {day(order.deadline)}", "deadline")


def _task(article: Article, order: Directive) -> tuple[Piece]:
    """What is to be done; the addressee, who stands above, is not said again."""
    words = article.quote(order.span)
    named = order.addressee.text if order.addressee else ""
    rest = words[len(named) :].lstrip()
    if named and words.lower().startswith(named.lower()) and not _GOES_ON.match(rest):
        words = rest
    return (Piece(_capital(words)),)


def _table(rows: list[tuple[str, tuple[Piece, ...]]]) -> list[Line]:
    column = max((len(label) for label, _ in rows), default=0) + 2
    return [Line(pieces, _INDENT, Piece(label, "label"), column) for label, pieces in rows]


def _item(*words: str | Piece) -> Line:
    pieces = tuple(Piece(word) if isinstance(word, str) else word for word in words)
    return Line(pieces, _INDENT, Piece("•", "faint"), 2)


def _listed(quotes: tuple[Quote, ...]) -> str:
    return "; ".join(quote.text for quote in quotes)


def _printed_day(printed: str | None) -> str | None:
    if not printed or len(printed) == 4:
        return printed
    return day(date.fromisoformat(printed))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
