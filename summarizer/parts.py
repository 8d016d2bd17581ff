"""Tell what part each person took in the event."""

from __future__ import annotations

from summarizer.language import Doc
from summarizer.model import Directive, Event, Person
from summarizer.people import Cast


def find_parts(
    doc: Doc, cast: Cast, event: Event | None, directives: tuple[Directive, ...]
) -> tuple[Person, ...]:
    """The members of the cast, each with the strongest part that holds."""
    return tuple(
        Person(name=member.name, roles=member.roles, part="khác", mentions=member.mentions)
        for member in cast.members
    )
