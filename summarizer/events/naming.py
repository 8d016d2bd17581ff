"""Give the event its fullest name and its kind."""

from __future__ import annotations

from collections import Counter

from summarizer.events.choose import Candidate, echoes_event
from summarizer.events.mentions import Mention
from summarizer.language import Doc
from summarizer.model import Span

_LONG = 45  # words; a longer name has run on
_SHARED = 0.5  # of the words of the shorter name
_MEETINGS = frozenset({"meeting", "session"})


def name_of(doc: Doc, candidates: list[Candidate]) -> Candidate:
    """The candidate with the fullest noun phrase; a verb phrase where there is none."""
    best = candidates[0]
    nouns = [
        item
        for item in candidates
        if item.mention.word.is_noun and _is_named(doc, item) and _alike(doc, item, best)
    ]
    verbs = [item for item in candidates if not item.mention.word.is_noun and item.score > 0]
    return max(nouns or verbs or [best], key=lambda item: min(_words(doc, item.span), _LONG))


def _alike(doc: Doc, item: Candidate, best: Candidate) -> bool:
    """Whether two names may be of one event: they share words, or one of them tells nothing."""
    if not best.mention.word.is_noun or not _is_named(doc, best):
        return True
    own, other = (set(_name(doc, one).split()) for one in (item, best))
    return len(own & other) >= _SHARED * min(len(own), len(other))


def _name(doc: Doc, item: Candidate) -> str:
    return doc.folded[item.mention.end : item.span.end]


def kind_of(doc: Doc, candidate: Candidate, mentions: list[Mention]) -> str:
    """The head noun; for a verb the noun by which the article calls the event later."""
    word = candidate.mention.word
    if word.is_noun:
        return word.kind
    calls = Counter(
        mention.word.kind
        for mention in mentions
        if mention.word.is_noun
        and (mention.word.family == word.family or {mention.word.family, word.family} <= _MEETINGS)
        and echoes_event(doc, mention)
    )
    return calls.most_common(1)[0][0] if calls and word.family in _NAMED_LATER else word.kind


_NAMED_LATER = frozenset({"meeting", "session", "working", "reception", "talks"})


def _is_named(doc: Doc, item: Candidate) -> bool:
    """Whether words after the head tell which event it is."""
    head = Span(item.mention.start, item.mention.end)
    return item.score > 0 and _words(doc, item.span) > _words(doc, head) + 1


def _words(doc: Doc, span: Span) -> int:
    return doc.words.index_at(span.end) - doc.words.index_at(span.start)
