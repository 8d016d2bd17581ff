"""Weigh a digest against a query."""

from __future__ import annotations

from storage.model import Found, Kept, number_norm
from storage.query import Query
from summarizer.folding import fold, strip_marks
from summarizer.language import Sentence, split_sentences
from summarizer.model import Digest, Span
from summarizer.words import Words, words_of

# set by hand: what a reader would want first
_NUMBER, _TITLE, _TITLE_PHRASE, _FACTS, _PHRASE, _EXACT = 5.0, 2.0, 3.0, 1.5, 1.0, 2.0


def weigh(kept: Kept, query: Query) -> Found | None:
    """The digest with its score and best passage; None where a quoted phrase is missing."""
    digest = kept.digest
    article = digest.article
    marked = words_of(fold(article.text))
    bare = [strip_marks(word) for word in marked.texts]
    if not all(_places(bare, phrase) for phrase in _bare(query.phrases)):
        return None
    title = strip_marks(fold(article.title.text)) if article.title else ""
    in_title = sum(term in title.split() for term in query.bare_terms) / len(query.terms)
    exact = sum(term in set(marked.texts) for term in query.terms) / len(query.terms)
    named = {number_norm(document.number) for document in digest.documents if document.number}
    score = (
        _TITLE * in_title
        + _TITLE_PHRASE * (" ".join(query.bare_terms) in title)
        + _FACTS * _in_facts(digest, query)
        + _PHRASE * bool(_places(bare, query.bare_terms))
        + _EXACT * exact
        + _NUMBER * (query.number in named)
    )
    sentence = _passage(split_sentences(article), marked, bare, query)
    passage = sentence.span if sentence else Span(0, min(len(article.text), 200))
    return Found(kept.id, kept.number, digest, passage, _hits(marked, bare, query, passage), score)


def _bare(phrases: tuple[tuple[str, ...], ...]) -> list[tuple[str, ...]]:
    return [tuple(strip_marks(word) for word in phrase) for phrase in phrases]


def _places(words: list[str], phrase: tuple[str, ...]) -> list[int]:
    size = len(phrase)
    return [
        index
        for index, word in enumerate(words)
        if word == phrase[0] and tuple(words[index : index + size]) == phrase
    ]


def _in_facts(digest: Digest, query: Query) -> float:
    facts = [person.name for person in digest.people]
    facts += [document.subject.text for document in digest.documents if document.subject]
    facts += [digest.article.quote(directive.span) for directive in digest.directives]
    if digest.event:
        facts.append(digest.article.quote(digest.event.span))
    said = set(words_of(strip_marks(fold(" ".join(facts)))).texts)
    return sum(term in said for term in query.bare_terms) / len(query.terms)


def _passage(
    sentences: tuple[Sentence, ...], marked: Words, bare: list[str], query: Query
) -> Sentence | None:
    wanted = set(query.bare_terms)

    def hits(sentence: Sentence) -> tuple[int, int]:
        start, end = (
            marked.index_at(offset) for offset in (sentence.span.start, sentence.span.end)
        )
        held = [word for word in bare[start:end] if word in wanted]
        return len(set(held)), len(held)

    return max(sentences, key=hits, default=None)


def _hits(marked: Words, bare: list[str], query: Query, passage: Span) -> tuple[Span, ...]:
    wanted = set(query.bare_terms)
    start, end = marked.index_at(passage.start), marked.index_at(passage.end)
    return tuple(
        Span(marked.starts[index], marked.ends[index])
        for index in range(start, end)
        if bare[index] in wanted
    )
