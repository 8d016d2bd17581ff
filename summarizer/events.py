"""Find the one event that an article reports: what, by whom, when and where."""

from __future__ import annotations

from msgspec import Struct

from summarizer.language import Doc
from summarizer.model import DocumentRef, Event, Quote, Time, When
from summarizer.people import Cast


class Occasion(Struct, frozen=True):
    """The event with its time and places; all empty where the article reports none."""

    event: Event | None
    when: When | None
    where: tuple[Quote, ...]


def find_occasion(
    doc: Doc, cast: Cast, times: tuple[Time, ...], documents: tuple[DocumentRef, ...]
) -> Occasion:
    """The event that the article reports."""
    return Occasion(None, None, ())
