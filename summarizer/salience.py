"""Measure what speaks for a sentence as a line of the summary."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from functools import cache
from itertools import chain, pairwise, product
from math import log, log1p

from msgspec import Struct

from summarizer import lexicon
from summarizer.evidence import Evidence
from summarizer.language import Doc, Sentence
from summarizer.model import NEWS, Directive, Span

# what is measured, in the order of `Candidate.features`
FEATURES = (
    "first",  # the first sentence of the prose
    "early",  # 1 / (1 + place)
    "place",  # place / number of sentences
    "paragraph",  # opens a paragraph
    "length",  # log of its syllables
    "short",  # under 10 syllables
    "long",  # syllables over 45, in tens
    "headline_words",  # share of the headline's content syllables that it holds
    "headline_pairs",  # share of the headline's syllable pairs that it holds
    "headline_part",  # share of its own syllables that the headline holds
    "central",  # how often its syllable pairs return in the article, on average
    "words_common",  # how often its content syllables return, log, on average
    "event",  # holds the name of the event
    "when",  # holds the day of the event
    "people",  # log of the people named in it
    "documents",  # log of the documents named in it
    "directive",  # share of it that is a directive
    "deadline",  # holds a deadline
    "numbers",  # log of the numbers in it
    "quotation",  # a quotation mark opens or closes it
    "told",  # tells a demand or a decision: cue words
    "question",  # ends in «?» or «!»
    "ordered_length",  # its length in an article of directives, which is summed up at length
)
# what is measured against the sentences already chosen
RELATIVE = (
    "said_already",  # share of its syllable pairs that the chosen ones hold
    "next",  # follows a chosen sentence
    "before",  # stands before all chosen ones
    "leans_alone",  # opens with «Ông», «Theo đó», or with half a quotation, and is chosen alone
)

_ORDERED = tuple(
    FEATURES.index(name.removeprefix("ordered_"))
    for name in FEATURES
    if name.startswith("ordered_")
)
_MANY_ORDERS = 6
_CUES = (
    "yêu cầu", "chỉ đạo", "giao", "đề nghị", "quyết định", "ban hành", "tổ chức", "phê duyệt",
    "thống nhất", "đồng ý", "kết luận", "thông qua",
)  # fmt: skip
_NUMBER = re.compile(r"\d(?<!\S\d)")  # the first digit of «5», «19/5», none inside «QL1»
_REFERRING = re.compile(
    r""""? (?: ông|bà|đồng\schí | đồng\sthời|theo\sđó|trong\sđó|do\sđó|qua\sđó|vì\s(?:vậy|thế)
    | bên\scạnh|ngoài\sra|tuy\snhiên|mặt\skhác|cụ\sthể|cũng|còn|nhưng|song|đây|đó|điều\snày
    | việc\snày|các\s\w+\snày ) (?!\w)""",
    re.VERBOSE,
)


class Candidate(Struct, frozen=True):
    """A sentence with its measures; `pairs` are its content syllable pairs.

    `leans` where it cannot be understood without the sentence before it.
    """

    sentence: Sentence
    features: tuple[float, ...]
    pairs: frozenset[tuple[str, str]]
    leans: bool


def weigh_sentences(
    doc: Doc, evidence: Evidence, directives: tuple[Directive, ...]
) -> tuple[Candidate, ...]:
    """The candidates for the summary: every sentence of lead and body, measured."""
    prose = [sentence for sentence in doc.sentences if sentence.kind in NEWS]
    cut = [_syllables(doc, sentence.span) for sentence in prose]
    pairs = [_pairs(syllables) for syllables in cut]
    again = _again(pairs)
    returning = frozenset(again)
    returns = _returns(cut)
    title = _syllables(doc, doc.article.title.span) if doc.article.title else []
    headline = _Headline(frozenset(title) - _stops(), frozenset(_pairs(title)), frozenset(title))
    facts = _Facts.of(evidence, directives)
    orders = min(1.0, len(directives) / _MANY_ORDERS)
    candidates = []
    for number, (sentence, syllables, own) in enumerate(zip(prose, cut, pairs, strict=True)):
        features = (
            *_position(prose, number),
            *_extent(syllables),
            *_overlap(syllables, own, headline),
            sum(map(again.__getitem__, own & returning)) / (1 + len(own)),
            sum(map(returns.__getitem__, syllables)) / (1 + len(syllables)),
            *facts.within(sentence.span),
            *_manner(doc, sentence.span),
        )
        repeated = (orders * features[place] for place in _ORDERED)
        candidates.append(
            Candidate(sentence, (*features, *repeated), frozenset(own), _leans(doc, sentence))
        )
    return tuple(candidates)


class Said(Struct, frozen=True):
    """What the sentences chosen so far say, and where they stand."""

    pairs: frozenset[tuple[str, str]] = frozenset()
    places: frozenset[int] = frozenset()

    def with_sentence(self, candidate: Candidate) -> Said:
        """What is said with one sentence more."""
        return Said(self.pairs | candidate.pairs, self.places | {candidate.sentence.index})


def relate(candidate: Candidate, said: Said) -> tuple[float, ...]:
    """`RELATIVE` measured for a candidate against what is said already."""
    old = len(candidate.pairs & said.pairs) / max(1, len(candidate.pairs))
    index = candidate.sentence.index
    follows = index - 1 in said.places
    leads = bool(said.places) and index < min(said.places)
    return (old, float(follows), float(leads), float(candidate.leans and not follows))


class _Headline(Struct, frozen=True):
    content: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    words: frozenset[str]


def _syllables(doc: Doc, span: Span) -> list[str]:
    words = doc.words
    start = words.index_at(span.start)
    return [word for word in words.texts[start : words.index_at(span.end)] if word[0].isalnum()]


def _pairs(syllables: list[str]) -> set[tuple[str, str]]:
    return set(pairwise(syllables)) - _stop_pairs()


def _again(pairs: list[set[tuple[str, str]]]) -> dict[tuple[str, str], int]:
    """In how many other sentences a pair stands, for those that return."""
    counts = Counter(chain.from_iterable(pairs))
    return {pair: count - 1 for pair, count in counts.items() if count > 1}


def _returns(cut: list[list[str]]) -> dict[str, float]:
    """How often each syllable stands in the article, log; 0 for those without content."""
    frequency = Counter(chain.from_iterable(cut))
    returns = {word: log(count) for word, count in frequency.items()}
    return returns | dict.fromkeys(_stops(), 0.0)


def _position(prose: list[Sentence], number: int) -> tuple[float, ...]:
    opens = number == 0 or prose[number - 1].block != prose[number].block
    return (float(number == 0), 1 / (1 + number), number / len(prose), float(opens))


def _extent(syllables: list[str]) -> tuple[float, ...]:
    size = len(syllables)
    return (log1p(size), float(size < 10), max(0, size - 45) / 10)


def _overlap(
    syllables: list[str], pairs: set[tuple[str, str]], headline: _Headline
) -> tuple[float, ...]:
    held = headline.content.intersection(syllables)
    return (
        len(held) / max(1, len(headline.content)),
        len(headline.pairs & pairs) / max(1, len(headline.pairs)),
        sum(map(headline.words.__contains__, syllables)) / max(1, len(syllables)),
    )


class _Facts(Struct, frozen=True):
    """Where the facts of the article start, sorted, and which stretches are demanded."""

    event: list[int]
    when: list[int]
    people: list[int]
    documents: list[int]
    deadlines: list[int]
    demanded: list[int]
    demanded_ends: list[int]

    @classmethod
    def of(cls, evidence: Evidence, directives: tuple[Directive, ...]) -> _Facts:
        occasion = evidence.occasion
        spans = sorted(directive.span for directive in directives)
        return cls(
            event=[occasion.event.span.start] if occasion.event else [],
            when=[occasion.when.span.start] if occasion.when else [],
            people=sorted(m.start for who in evidence.cast.members for m in who.mentions),
            documents=sorted(m.start for doc in evidence.documents for m in doc.mentions),
            deadlines=sorted(d.deadline_span.start for d in directives if d.deadline_span),
            demanded=[span.start for span in spans],
            demanded_ends=[span.end for span in spans],
        )

    def within(self, span: Span) -> tuple[float, ...]:
        first = bisect_left(self.demanded_ends, span.start + 1)
        last = bisect_left(self.demanded, span.end)
        covered = sum(
            min(self.demanded_ends[i], span.end) - max(self.demanded[i], span.start)
            for i in range(first, last)
        )
        return (
            float(_count(self.event, span) > 0),
            float(_count(self.when, span) > 0),
            log1p(_count(self.people, span)),
            log1p(_count(self.documents, span)),
            covered / max(1, span.end - span.start),
            float(_count(self.deadlines, span) > 0),
        )


def _count(starts: list[int], span: Span) -> int:
    return bisect_left(starts, span.end) - bisect_left(starts, span.start)


def _manner(doc: Doc, span: Span) -> tuple[float, ...]:
    text = doc.folded[span.start : span.end]
    return (
        log1p(len(_NUMBER.findall(text))),
        float(text.startswith('"') or text.endswith('"')),
        float(any(cue in text for cue in _CUES)),
        float(text.endswith(("?", "!"))),
    )


def _leans(doc: Doc, sentence: Sentence) -> bool:
    """Whether it refers to the sentence before it, or holds one end of a quotation."""
    span = sentence.span
    if doc.folded.count('"', span.start, span.end) % 2:
        return True
    opening = _REFERRING.match(doc.folded, span.start)
    if not opening:
        return False
    return not doc.text[opening.end() + 1 : opening.end() + 2].isupper()  # «Ông Lê …» is named


@cache
def _stops() -> frozenset[str]:
    return frozenset(row["syllable"] for row in lexicon.rows("stop_syllables"))


@cache
def _stop_pairs() -> frozenset[tuple[str, str]]:
    return frozenset(product(_stops(), _stops()))
