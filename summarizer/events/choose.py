"""Choose the one event that the article reports."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from summarizer.events import cues
from summarizer.events.mentions import Mention
from summarizer.events.phrase import phrase_end
from summarizer.language import Doc, Sentence
from summarizer.model import NEWS, Span, Time
from summarizer.times.lookalikes import dates_document

_OPENING = 8  # sentences of lead and body in which an event is told first
_ENOUGH = 4.0
_MOST = 60  # mentions that are weighed
_REACH = 500
# what it counts to stand in the title, in the first, second, … sentence
_RANKS = (1.0, 2.5, 2.0, 1.5, -0.6, -1.6, -2.0, -2.0, -2.5)
_STANDING = frozenset({"kỳ họp", "đại hội"})  # often named for what they decided long ago
_SIDE_EVENTS = frozenset({"part", "court", "contest", "exhibition", "festival"})


class Candidate(Struct, frozen=True):
    """A mention of an event, its full name and how well it fits as the event reported."""

    mention: Mention
    span: Span
    time: Time | None
    score: float


def choose(doc: Doc, mentions: list[Mention], times: tuple[Time, ...]) -> list[Candidate]:
    """The event's own mentions in the opening, the best first; empty: no event is told."""
    ranks = _ranks(doc)
    echoes = Counter(mention.word.family for mention in mentions if echoes_event(doc, mention))
    handicap = _document_news(doc, ranks)
    news = _news_days(doc, times, ranks)
    opening = (mention for mention in mentions if mention.sentence.index in ranks)
    candidates = [
        _of_the_day(_weigh(doc, mention, times, echoes, _RANKS[rank] - handicap), news, rank)
        for mention in islice(opening, _MOST)
        for rank in (ranks[mention.sentence.index],)
    ]
    told = [item for item in candidates if item.mention.sentence.kind != "title"]
    best = max(told, key=lambda item: item.score, default=None)
    if best is None or best.score < _ENOUGH:
        return []
    # «kiểm tra … và chủ trì cuộc họp …»: the first in the sentence
    best = next(item for item in told if item.score >= _ENOUGH and _beside(item, best))
    rest = [item for item in candidates if item is not best and _same(item, best)]
    return [best, *rest]


def _beside(item: Candidate, best: Candidate) -> bool:
    """Whether `item` stands in the sentence of `best` as its equal, not as a part of it."""
    if item is best:
        return True
    return item.mention.sentence is best.mention.sentence and item.mention.word.family != "part"


def _same(one: Candidate, other: Candidate) -> bool:
    return one.mention.word.family == other.mention.word.family


def _news_days(
    doc: Doc, times: tuple[Time, ...], ranks: dict[int, int]
) -> set[tuple[int, int] | None]:
    """Month and day of the days told in the first two sentences."""
    opening = [item.span for item in doc.sentences if ranks.get(item.index) in {1, 2}]
    return {time.last for span in opening for time in _days(doc.folded, span, times)}


def _of_the_day(item: Candidate, news: set[tuple[int, int] | None], rank: int) -> Candidate:
    """A candidate told late with another day than the news counts less."""
    if not item.time or rank < 3 or not news or item.time.last in news:
        return item
    return replace(item, score=item.score - 2.5)


def _ranks(doc: Doc) -> dict[int, int]:
    """Sentence index → rank: 0 for the title, 1 … for the first sentences told."""
    told = [item for item in doc.sentences if item.kind in NEWS][:_OPENING]
    ranks = {item.index: rank for rank, item in enumerate(told, start=1)}
    return ranks | {item.index: 0 for item in doc.sentences if item.kind == "title"}


def _document_news(doc: Doc, ranks: dict[int, int]) -> float:
    """How much a document that is the news itself counts against events."""
    opening = [item for item in doc.sentences if 0 < ranks.get(item.index, 0) <= 2]
    found = any(cues.DOCUMENT_NEWS.search(doc.folded, *_span(item)) for item in opening)
    return 2.8 if found else 0


def _span(sentence: Sentence) -> tuple[int, int]:
    return sentence.span.start, sentence.span.end


def echoes_event(doc: Doc, mention: Mention) -> bool:
    """«tại hội nghị», «kết luận buổi làm việc»: the bare noun that points back."""
    if not mention.word.is_noun or mention.sentence.kind == "title":
        return False
    return bool(
        mention.start == mention.sentence.span.start
        or cues.HELD.search(doc.folded, max(0, mention.start - 24), mention.start)
        or cues.AT.search(doc.folded, max(0, mention.start - 16), mention.start)
    )


def _weigh(
    doc: Doc, mention: Mention, times: tuple[Time, ...], echoes: Counter[str], score: float
) -> Candidate:
    text, sentence = doc.folded, mention.sentence
    span = Span(mention.start, phrase_end(doc, mention, times))
    time = _time_in(text, mention, times)
    floor = max(sentence.span.start, mention.start - 260)
    near = max(sentence.span.start, mention.start - 40)
    score += min(echoes[mention.word.family], 4) * 0.5
    if time:
        score += 3
    elif mention.word.kind in _STANDING and echoes[mention.word.family] < 2:
        score -= 1.5
    score += _link(text, near, mention, span)
    if cues.NOTICE.search(text, floor, mention.start):
        score -= 6
    if cues.EARLIER.search(text, floor, mention.start) or cues.NOT_NOW.match(text, span.end):
        score -= 3
    if mention.word.family in _SIDE_EVENTS:
        score -= 1.5
    is_bare = mention.word.form == "act" and span.end == mention.end
    if is_bare and mention.word.family != "ceremony":
        score -= 4  # «đã kiểm tra, bắt giữ», but «đã dâng hương, dâng hoa»
    if not mention.word.is_noun:
        score += _verb_score(text, mention, floor, time)
    return Candidate(mention, span, time, score)


def _link(text: str, near: int, mention: Mention, span: Span) -> float:
    """How the words around the event tell that it took place, or that it is background."""
    if cues.MANY.match(text, mention.end) or cues.MANY_BEFORE.search(text, near, mention.start):
        return -4
    if cues.HELD.search(text, near, mention.start):
        return 2
    if cues.HAPPENED.match(text, span.end):
        return 1.5
    if cues.AT.search(text, near, mention.start):
        return 1.5
    return -3 if cues.BACKGROUND.search(text, near, mention.start) else 0


def _verb_score(text: str, mention: Mention, floor: int, time: Time | None) -> float:
    """How surely somebody is told to do it: «đã đến kiểm tra», not «yêu cầu kiểm tra»."""
    end = time.span.end if time and time.span.end <= mention.start else floor
    is_told = cues.WHILE_GOING if mention.word.form == "act" else cues.WHILE
    if is_told.search(text, max(floor, mention.start - 40), mention.start):
        return 1.5
    if cues.SPOKEN.search(text, max(floor, end), mention.start):
        return -5
    if cues.ACTING.search(text, max(floor, mention.start - 60), mention.start):
        return 1.5
    is_work = mention.word.family == "visit" or cues.MATTER.match(text, mention.end)
    if is_work and cues.SUBJECT.fullmatch(text, end, mention.start):
        return 1
    return -4 if mention.word.form == "act" else 0


def _time_in(text: str, mention: Mention, times: tuple[Time, ...]) -> Time | None:
    """The day told in the sentence of the mention, the nearest before it or after it."""
    sentence = mention.sentence.span
    near = Span(
        max(sentence.start, mention.start - _REACH), min(sentence.end, mention.end + _REACH)
    )
    days = _days(text, near, times)
    return min(days, key=lambda time: abs(time.span.start - mention.start), default=None)


def _days(text: str, span: Span, times: tuple[Time, ...]) -> list[Time]:
    """The days told in a stretch of text, without those of documents."""
    first = bisect_left(times, span.start, key=lambda time: time.span.start)
    last = bisect_left(times, span.end, key=lambda time: time.span.start)
    return [
        time
        for time in times[first:last]
        if time.is_in_days
        and not dates_document(text, time.span.start)
        and not cues.IN_FORCE.search(text, max(0, time.span.start - 32), time.span.start)
    ]
