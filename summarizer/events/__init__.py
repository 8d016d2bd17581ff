"""Find the one event that an article reports: what, by whom, when and where."""

from __future__ import annotations

from msgspec import Struct

from summarizer.events.choose import Candidate, choose
from summarizer.events.host import find_host
from summarizer.events.mentions import Mention, find_mentions
from summarizer.events.mode import find_mode
from summarizer.events.naming import kind_of, name_of
from summarizer.events.places import find_places
from summarizer.language import Doc
from summarizer.model import NEWS, Event, Quote, Span, Time, When

_TOLD = 2.0  # a candidate under this score may be another event


class Occasion(Struct, frozen=True):
    """The event with its time and places; all empty where the article reports none."""

    event: Event | None
    when: When | None
    where: tuple[Quote, ...]


def find_occasion(doc: Doc, times: tuple[Time, ...]) -> Occasion:
    """The event that the article reports; none in notices, opinions, background."""
    mentions = find_mentions(doc)
    candidates = choose(doc, mentions, times)
    if not candidates:
        return Occasion(None, None, ())
    best = candidates[0]
    named = name_of(doc, candidates)
    event = Event(
        kind=kind_of(doc, best, mentions),
        span=named.span,
        host=_host(doc, candidates),
        mode=find_mode(doc.folded, _spans_about(mentions, best)),
    )
    when = _when(candidates) or _news_day(doc, times)
    return Occasion(event, when, find_places(doc, candidates, mentions, times))


def _host(doc: Doc, candidates: list[Candidate]) -> Quote | None:
    told = (item for item in candidates if item.score > _TOLD)
    hosts = (find_host(doc, item.mention, item.span) for item in told)
    return next((host for host in hosts if host), None)


def _spans_about(mentions: list[Mention], best: Candidate) -> list[Span]:
    """The sentences that speak of the event, in order."""
    about = {
        mention.sentence.span
        for mention in mentions
        if mention.word.family == best.mention.word.family
    }
    return sorted(about | {best.mention.sentence.span})


def _when(candidates: list[Candidate]) -> When | None:
    for item in sorted(candidates, key=lambda item: -item.score):
        if item.time:
            return _told(item.time)
    return None


def _news_day(doc: Doc, times: tuple[Time, ...]) -> When | None:
    """The day that opens the news without its event: «sáng 19/12/2022, người dân vui mừng …»."""
    opening = [sentence.span for sentence in doc.sentences if sentence.kind in NEWS][:2]
    for time in times:
        if time.kind == "day" and time.part and not time.ahead:
            inside = any(span.start <= time.span.start < span.end for span in opening)
            return _told(time) if inside else None
    return None


def _told(time: Time) -> When | None:
    if not time.start or not time.end:
        return None
    return When(time.start, time.end, time.part, time.span)
