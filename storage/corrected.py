"""Put into a digest what readers have corrected."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from storage.model import Correction, Fact
from summarizer.model import Digest, Directive, DocumentRef, Event, Person, Quote

Corrections = tuple[Correction, ...]


def correct_digest(digest: Digest, corrections: Corrections) -> Digest:
    """The digest as its readers say it should be; what speaks of a fact that is not there is idle.

    A person's right name also stands where they give orders.
    """
    gone = {each.fact for each in corrections if each.kind == "drop"}
    names = {each.fact: each.value for each in corrections if each.kind == "name"}
    days = {each.fact: each.value for each in corrections if each.kind == "deadline"}
    renamed = {
        person.name: name
        for person in digest.people
        if (name := names.get(person_fact(person))) and person_fact(person) not in gone
    }
    return replace(
        digest,
        event=_event(digest.event, gone),
        when=digest.when if digest.when and Fact("when", digest.when.span) not in gone else None,
        where=tuple(each for each in digest.where if Fact("where", each.span) not in gone),
        people=tuple(
            replace(person, name=names.get(fact) or person.name)
            for person in digest.people
            if (fact := person_fact(person)) not in gone
        ),
        groups=tuple(each for each in digest.groups if Fact("group", each.span) not in gone),
        documents=tuple(each for each in digest.documents if document_fact(each) not in gone),
        directives=tuple(
            replace(_due(each, days), issuer=_renamed(each.issuer, renamed))
            for each in digest.directives
            if directive_fact(each) not in gone
        ),
        summary=tuple(span for span in digest.summary if Fact("summary", span) not in gone),
    )


def person_fact(person: Person) -> Fact:
    """A person is known by the first mention."""
    return Fact("person", person.mentions[0])


def document_fact(document: DocumentRef) -> Fact:
    """A document is known by the first mention."""
    return Fact("document", document.mentions[0])


def directive_fact(directive: Directive) -> Fact:
    """A directive is known by its clause."""
    return Fact("directive", directive.span)


def _event(event: Event | None, gone: set[Fact]) -> Event | None:
    """Without its host where only that is wrong."""
    if event is None or Fact("event", event.span) in gone:
        return None
    if event.host and Fact("event", event.host.span) in gone:
        return replace(event, host=None)
    return event


def _due(directive: Directive, days: dict[Fact, str | None]) -> Directive:
    fact = directive_fact(directive)
    if fact not in days:
        return directive
    value = days[fact]
    return replace(
        directive, deadline=date.fromisoformat(value) if value else None, deadline_span=None
    )


def _renamed(issuer: Quote | None, names: dict[str, str]) -> Quote | None:
    return replace(issuer, text=names.get(issuer.text, issuer.text)) if issuer else None
