"""Lay a digest out for a reader in a hurry."""

from __future__ import annotations

import re

from bot import texts
from bot.render.lines import Line, Piece
from bot.render.shaping import capital, day, printed_day
from storage.corrected import (
    Corrections,
    correct_digest,
    directive_fact,
    document_fact,
    person_fact,
)
from storage.model import Fact, FactKind
from summarizer.model import Article, Digest, Directive, DocumentRef, Person, Quote

_INDENT = 2
_STEP = 2
_Row = tuple[str, tuple[Piece, ...], Fact | None]
_ABOUT = re.compile(r"\bvề(?: việc)?\W*$", re.IGNORECASE)  # «Chỉ thị số 20/CT-TTg về …»
# the clause names more people than the addressee: «Công an tỉnh và Thanh tra tỉnh xác minh»
_GOES_ON = re.compile(r"$|[,;.:(]|(?:và|cùng|với|phối hợp với|hoặc)\b")


def lay_out(digest: Digest, corrections: Corrections = ()) -> tuple[Line, ...]:
    """The sections of a digest between headline and source; what is not there is left out.

    Each line that tells a fact carries it; what readers have corrected is said, and marked.
    """
    digest = correct_digest(digest, corrections)
    edited = {each.fact for each in corrections if each.kind != "drop"}
    article = digest.article
    sections = {
        texts.EVENT: _event(digest),
        texts.PEOPLE: _people(digest, edited),
        texts.DOCUMENTS: [_document(article, document) for document in digest.documents],
        texts.DIRECTIVES: _directives(digest, edited),
        texts.SUMMARY: [
            _item(Piece(article.quote(span)), fact=Fact("summary", span)) for span in digest.summary
        ],
    }
    lines = _headline(article)
    if not (digest.event or digest.documents or digest.directives):
        lines += [Line(), Line((Piece(texts.NOTHING_FOUND, "faint"),))]
    for name, body in sections.items():
        if body:
            lines += [Line(), Line((Piece(name.upper(), "section"),)), *body]
    return (*lines, *_source(article))


def _headline(article: Article) -> list[Line]:
    title = article.title.text if article.title else ""
    lines = [Line((Piece(title, "title"),))] if title else []
    facts = [article.site, article.author.text if article.author else None]
    facts += [f"{texts.PUBLISHED} {day(article.published)}" if article.published else None]
    said = " · ".join(fact for fact in facts if fact)
    return [*lines, Line((Piece(said, "faint"),))] if said else lines


def _source(article: Article) -> list[Line]:
    if not article.url:
        return []
    label = Piece(f"{texts.SOURCE}:", "faint")
    return [Line(), Line((Piece(article.url, "link"),), 0, label, len(label.text) + 1)]


def _event(digest: Digest) -> list[Line]:
    event, when = digest.event, digest.when
    rows: list[_Row] = []
    if when:
        days = " – ".join(dict.fromkeys((day(when.start), day(when.end))))
        said = f"{when.part} {days}" if when.part else days
        rows.append((texts.WHEN, (Piece(said),), Fact("when", when.span)))
    rows += _quoted(texts.WHERE, "where", digest.where)
    if event is None:
        return _table(rows)
    if event.host:
        rows += _quoted(texts.HOST, "event", (event.host,))
    if event.mode:
        rows.append((texts.MODE, (Piece(event.mode),), None))
    title = Piece(capital(digest.article.quote(event.span)), "name")
    return [Line((title,), _INDENT, fact=Fact("event", event.span)), *_table(rows)]


def _people(digest: Digest, edited: set[Fact]) -> list[Line]:
    rows: list[_Row] = []
    for part, label in texts.PARTS.items():
        for person in digest.people:
            if person.part == part:
                fact = person_fact(person)
                rows.append((label, _person(person, is_edited=fact in edited), fact))
                label = ""  # noqa: PLW2901 (said once, for the first of them)
    return _table(rows + _quoted(texts.GROUPS, "group", digest.groups))


def _person(person: Person, *, is_edited: bool) -> tuple[Piece, ...]:
    roles = ", ".join(role.text for role in person.roles)
    name = Piece(person.name + ("," if roles else ""), "name")
    mark = (Piece(texts.EDITED, "faint"),) if is_edited else ()
    return (name, Piece(roles), *mark) if roles else (name, *mark)


def _document(article: Article, document: DocumentRef) -> Line:
    pieces = [Piece(f"{document.type} {document.number or ''}".strip(), "name")]
    if subject := subject_words(article, document):
        pieces.append(Piece(subject))
    facts = [printed_day(document.date), document.issuer.text if document.issuer else None]
    said = ", ".join(fact for fact in facts if fact)
    if said:
        pieces.append(Piece(f"({said})", "faint"))
    return _item(*pieces, fact=document_fact(document))


def subject_words(article: Article, document: DocumentRef) -> str:
    """What a document is about, «về …» where the article says so; empty where it does not."""
    if document.subject is None:
        return ""
    start = document.subject.span.start
    before = article.text[max(0, start - 12) : start]
    about = f"{texts.ABOUT} " if _ABOUT.search(before) else ""  # «Luật Đất đai» has none
    return about + document.subject.text


def _directives(digest: Digest, edited: set[Fact]) -> list[Line]:
    groups: dict[str, dict[str, list[Directive]]] = {}
    for directive in digest.directives:
        addressee = directive.addressee.text if directive.addressee else ""
        issuer = directive.issuer.text if directive.issuer else texts.NO_ISSUER
        told = groups.setdefault(capital(issuer), {})
        told.setdefault(capital(addressee), []).append(directive)
    column = max((len(_deadline(directive).text) for directive in digest.directives), default=0)
    lines: list[Line] = []
    for issuer, by_addressee in groups.items():
        lines += [Line(), Line((Piece(issuer, "name"),), _INDENT)]
        for addressee, directives in by_addressee.items():
            if addressee or len(by_addressee) > 1:
                named = f"→ {addressee or texts.EVERYBODY}"
                lines.append(Line((Piece(named, "label"),), _INDENT + _STEP))
            for order in directives:
                fact = directive_fact(order)
                pieces = _task(digest.article, order, is_edited=fact in edited)
                indent = _INDENT + 2 * _STEP
                lines.append(Line(pieces, indent, _deadline(order), column + 2, fact))
    return lines[1:]


def _deadline(order: Directive) -> Piece:
    if order.deadline is None:
        return Piece("•", "faint")
    return Piece(f"{texts.DEADLINE} {day(order.deadline)}", "deadline")


def task_words(article: Article, order: Directive) -> str:
    """What is to be done, without the addressee at its head: that stands by itself."""
    words = article.quote(order.span)
    named = order.addressee.text if order.addressee else ""
    rest = words[len(named) :].lstrip()
    if named and words.lower().startswith(named.lower()) and not _GOES_ON.match(rest):
        words = rest.removeprefix("thì ")  # «Bộ Y tế | thì phải …»
    return capital(words)


def _task(article: Article, order: Directive, *, is_edited: bool) -> tuple[Piece, ...]:
    """What is to be done; the addressee, who stands above, is not said again."""
    mark = texts.EDITED if order.deadline else texts.EDITED_NO_DEADLINE
    words = Piece(task_words(article, order))
    return (words, Piece(mark, "faint")) if is_edited else (words,)


def _table(rows: list[_Row]) -> list[Line]:
    column = max((len(label) for label, _, _ in rows), default=0) + 2
    return [
        Line(pieces, _INDENT, Piece(label, "label"), column, fact) for label, pieces, fact in rows
    ]


def _quoted(label: str, kind: FactKind, quotes: tuple[Quote, ...]) -> list[_Row]:
    """A row for each; the label is said once."""
    labels = (label, *([""] * len(quotes)))
    return [
        (label, (Piece(quote.text),), Fact(kind, quote.span))
        for label, quote in zip(labels, quotes, strict=False)
    ]


def _item(*pieces: Piece, fact: Fact) -> Line:
    return Line(pieces, _INDENT, Piece("•", "faint"), 2, fact)
