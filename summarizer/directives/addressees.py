"""Find who is told to act in every demanded clause."""

from __future__ import annotations

import re

from msgspec import Struct

from summarizer.directives.actor_words import begins, frame_at, is_frame, past_clause_word
from summarizer.directives.actors import Actor, read_actor
from summarizer.directives.demand import Demand
from summarizer.directives.subjects import read_subject
from summarizer.folding import fold
from summarizer.language import Doc
from summarizer.model import Quote

_GAP = 500  # letters before a clause that may tell its actor
_LABEL = 12  # letters of a number before a clause: «Thứ nhất, »
_OPENING = 4  # words before the actor that opens a line: «1. »

_ORDINAL = re.compile(
    r"""(?: (?<!\w) (?: (?P<first> một | thứ[ ]nhất )             # «Một là,»
                      | hai|ba|bốn|năm|sáu|bảy|tám|chín|mười      # «Hai là,»
                      | thứ[ ]\w+ ) (?: [ ]là )? [,:]?            # «Thứ hai,»
          | \(? (?: (?P<initial> [1a] ) | \d\d? | [b-i] ) [.)]    # «(2)», «b)»
          | [-+•] ) \s* \Z""",
    re.VERBOSE,
)


class _Place(Struct, frozen=True):
    """Where a clause stands: its words, the gap before it, what the gap looks like."""

    gap: int
    start: int
    stop: int
    is_first: bool
    is_listed: bool
    after_colon: bool
    after_stop: bool
    in_new_block: bool


def find_addressees(doc: Doc, demands: tuple[Demand, ...]) -> tuple[Quote | None, ...]:
    """Who must act in each of `demands`; None where the article does not say."""
    found: list[Quote | None] = []
    carried: Actor | None = None
    listed: Actor | None = None
    before: Demand | None = None
    for demand in demands:
        if before and not _same_speech(before, demand):
            carried = listed = None
        place = _place(doc, before, demand)
        told = _told_before(doc, place)
        if place.is_first:
            listed = told or carried
        subject = read_subject(doc, place.start, place.stop)
        if subject == "left out":
            told = told or (listed if place.is_listed else None) or _carry(doc, place, carried)
            carried = told
        elif subject == "nobody":
            told = None
        else:
            carried = told = subject
        found.append(Quote(doc.article.quote(told.span), told.span) if told else None)
        before = demand
    return tuple(found)


def _same_speech(before: Demand, demand: Demand) -> bool:
    """Tell whether two clauses are demanded by one speaker on one occasion."""
    issuers = [fold(each.issuer.text) if each.issuer else None for each in (before, demand)]
    return before.block == demand.block and issuers[0] == issuers[1]


def _place(doc: Doc, before: Demand | None, demand: Demand) -> _Place:
    start = demand.span.start
    low = doc.sentences[demand.sentence].span.start
    if demand.sentence and start - low < _LABEL:
        low = doc.sentences[demand.sentence - 1].span.start
    low = max(low, start - _GAP, before.span.end if before else 0)
    gap = doc.folded[low:start].rstrip(' "')
    ordinal = _ORDINAL.search(gap)
    lead = gap[: ordinal.start()] if ordinal else gap
    return _Place(
        gap=doc.words.index_at(low),
        start=doc.words.index_at(start),
        stop=doc.words.index_at(demand.span.end),
        is_first=bool(ordinal and (ordinal["first"] or ordinal["initial"])),
        is_listed=bool(ordinal),
        after_colon=lead.rstrip().endswith(":"),
        after_stop=";" not in gap and "," not in gap,
        in_new_block=before is None
        or doc.sentences[before.sentence].block != doc.sentences[demand.sentence].block,
    )


def _told_before(doc: Doc, place: _Place) -> Actor | None:
    """The actor named between the clause before and this one: «Đối với X, … yêu cầu»."""
    found = None
    for index in range(place.gap, place.start):
        past = past_clause_word(doc, index, "topic")
        if past is None and place.after_colon:
            past = past_clause_word(doc, index, "lead")
        if past and past < place.start:
            found = read_actor(doc, past, _speaker(doc, past, place.start)) or found
    if found or not place.after_colon:
        return found
    return _heading(doc, place)


def _speaker(doc: Doc, index: int, stop: int) -> int:
    """The comma before the speaker: «Đối với các xã | , Thủ tướng yêu cầu»."""
    comma = stop
    for ahead in range(index, stop):
        if doc.words.texts[ahead] == ",":
            comma = ahead
        elif is_frame(doc, ahead):
            return comma
    return stop


def _heading(doc: Doc, place: _Place) -> Actor | None:
    """The actor that opens the line before a list: «Các sở, ngành: a) …»."""
    for index in range(place.gap, min(place.gap + _OPENING, place.start)):
        actor = read_actor(doc, index, place.start)
        if actor and not is_frame(doc, actor.past):
            return actor
    return None


def _carry(doc: Doc, place: _Place, carried: Actor | None) -> Actor | None:
    """The actor of the clause before, where this clause goes on with it."""
    frames = {frame_at(doc, index) for index in range(place.gap, place.start)} - {None}
    anew = begins(doc, place.start, "anew")
    if anew and (place.after_stop or "weak" in frames):
        return None  # «… nhấn mạnh, cần …» is said to everybody
    return None if frames and place.in_new_block else carried
