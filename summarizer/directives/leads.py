"""Find the actor that is named before a clause."""

from __future__ import annotations

import re

from msgspec import Struct

from summarizer.directives.actor_words import is_frame, past_clause_word
from summarizer.directives.actors import Actor, read_actor
from summarizer.directives.demand import Demand
from summarizer.language import Doc

_GAP = 500  # letters before a clause that may tell its actor
_LABEL = 12  # letters of a number before a clause: «Thứ nhất, »
_LONGEST_ORDINAL = 24  # letters: «Thứ mười một là, »
_OPENING = 4  # words before the actor that opens a line: «1. »
_ITEMS = 400  # words of the line above a list, or of the items before this one
_VERB = 3  # words in which a speaker's verb begins after his name
_LIST = 25  # sentences between the items of a list and the line above it
_MARKS = frozenset({".", ";", ":", "!", "?", '"', "-"})

_ORDINAL = re.compile(
    r"""(?: (?<!\w) (?: (?P<first> một | thứ[ ]nhất )             # «Một là,»
                      | hai|ba|bốn|năm|sáu|bảy|tám|chín|mười      # «Hai là,»
                      | thứ[ ]\w+ ) (?: [ ]là )? [,:]?            # «Thứ hai,»
          | \(? (?: (?P<initial> [1a] ) | \d\d? | [b-i] ) [.)]    # «(2)», «b)»
          | [-+•] ) \s* \Z""",
    re.VERBOSE,
)


class Position(Struct, frozen=True):
    """Where a clause stands: its words, its sentence, the gap after the clause before."""

    sentence: int
    gap: int
    start: int
    stop: int
    is_first: bool
    is_listed: bool
    after_colon: bool
    after_stop: bool
    in_new_block: bool


class _Line(Struct, frozen=True):
    """The words of a line up to its colon."""

    first: int
    colon: int


def position_of(doc: Doc, before: Demand | None, demand: Demand) -> Position:
    """Where `demand` stands after the demand `before` it."""
    start = demand.span.start
    sentence = doc.sentences[demand.sentence]
    low = sentence.span.start
    if demand.sentence and start - low < _LABEL:
        low = doc.sentences[demand.sentence - 1].span.start
    low = max(low, start - _GAP, before.span.end if before else 0)
    gap = doc.folded[low:start].rstrip(' "')
    ordinal = _ORDINAL.search(gap, max(0, len(gap) - _LONGEST_ORDINAL))
    lead = gap[: ordinal.start()] if ordinal else gap
    return Position(
        sentence=demand.sentence,
        gap=doc.words.index_at(low),
        start=doc.words.index_at(start),
        stop=doc.words.index_at(demand.span.end),
        is_first=bool(ordinal and (ordinal["first"] or ordinal["initial"])),
        is_listed=bool(ordinal),
        after_colon=lead.rstrip().endswith(":") or ":" in gap[max(0, sentence.span.start - low) :],
        after_stop=";" not in gap and "," not in gap,
        in_new_block=before is None or doc.sentences[before.sentence].block != sentence.block,
    )


def told_before(doc: Doc, position: Position) -> Actor | None:
    """The actor named before the clause: «Đối với X, … yêu cầu», «Các sở: a) …»."""
    topic = _topic(doc, position) or _ordered(doc, position) or _alongside(doc, position)
    if topic or not (position.is_listed or position.after_colon):
        return topic
    colon = _colon(doc, position)
    return _above(doc, colon) if colon else None


def _topic(doc: Doc, position: Position) -> Actor | None:
    """The actor that the sentence is about: «Đối với các xã, Thủ tướng yêu cầu …»."""
    first = doc.words.index_at(doc.sentences[position.sentence].span.start)
    for index in range(max(first, position.gap), position.start):
        if index > first and doc.words.texts[index - 1] not in _MARKS:
            continue
        past = past_clause_word(doc, index, "topic")
        if past and past < position.start:
            return read_actor(doc, past, _speaker(doc, past, position.start))
    return None


def _ordered(doc: Doc, position: Position) -> Actor | None:
    """The subject of a passive order: «Bộ Y tế cũng được Thủ tướng yêu cầu …»."""
    if not any(is_frame(doc, index) for index in range(position.start - 3, position.start)):
        return None
    for index in _parts(doc, position):
        actor = read_actor(doc, index, position.start)
        past = actor.past if actor else position.start
        if past < position.start and doc.words.texts[past] in {"cũng", "đã", "vừa"}:
            past += 1
        if past < position.start and doc.words.texts[past] == "được":
            return actor
    return None


def _alongside(doc: Doc, position: Position) -> Actor | None:
    """The subject of the part before a semicolon, where that part demands nothing."""
    if doc.words.texts[position.start - 1] != ";":
        return None
    for index in _parts(doc, position):
        actor = read_actor(doc, index, position.start)
        if actor and actor.acts:
            frames = (is_frame(doc, ahead) for ahead in range(index, position.start))
            return None if any(frames) else actor
    return None


def _parts(doc: Doc, position: Position) -> list[int]:
    """The words of the gap that begin the sentence, or follow a mark in it."""
    first = doc.words.index_at(doc.sentences[position.sentence].span.start)
    marks = _MARKS | {","}
    return [
        index
        for index in range(max(first, position.gap), position.start)
        if index == first or (doc.words.texts[index - 1] in marks and not _is_hyphened(doc, index))
    ]


def _is_hyphened(doc: Doc, index: int) -> bool:
    """Whether a word is the second of a pair of names: «cao tốc Trung Lương - | Cần Thơ»."""
    is_dash = doc.words.texts[index - 1] == "-"
    return is_dash and doc.is_capital(index) and doc.is_capital(index - 2)


def _speaker(doc: Doc, index: int, stop: int) -> int:
    """The comma before the speaker: «Đối với các xã | , Thủ tướng yêu cầu»."""
    comma = stop
    for ahead in range(index, stop):
        if doc.words.texts[ahead] == ",":
            comma = ahead
        elif is_frame(doc, ahead):
            return comma
    return stop


def _colon(doc: Doc, position: Position) -> _Line | None:
    """The colon that a clause or the list around it stands under, and its sentence."""
    texts = doc.words.texts
    for number in range(position.sentence, max(-1, position.sentence - _LIST), -1):
        span = doc.sentences[number].span
        first = doc.words.index_at(span.start)
        colon = doc.words.index_at(span.end) - 1
        if number == position.sentence:
            inside = range(max(first, position.start - _ITEMS), position.start)
            colon = next((index for index in inside if texts[index] == ":"), colon)
        if texts[colon] == ":" and colon < position.start:
            return _Line(max(first, colon - _ITEMS), colon)
    return None


def _above(doc: Doc, line: _Line) -> Actor | None:
    """The actor told in the line before a colon: «Ông yêu cầu các xã: …», «Các xã: …»."""
    found = None
    index = line.first
    while index < line.colon:
        past = past_clause_word(doc, index, "lead")
        opens = index < line.first + _OPENING
        if not (past or opens or doc.words.texts[index - 1] == ","):
            index += 1
            continue
        actor = read_actor(doc, past or index, line.colon)
        if actor and (past or actor.past == line.colon):
            found = actor
        elif actor and opens and not _speaks(doc, actor):
            return actor
        index = actor.past if actor else index + 1
    return found


def _speaks(doc: Doc, actor: Actor) -> bool:
    """Tell whether an actor is a speaker: «Bí thư Tỉnh ủy | cũng đề nghị …»."""
    return any(is_frame(doc, index) for index in range(actor.past, actor.past + _VERB))
