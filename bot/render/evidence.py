"""Lay out the words of the article behind each line of its digest."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from msgspec.structs import replace

from bot import texts
from bot.render.facts import brief, fact_lines
from bot.render.lines import Line, Piece
from storage.corrected import Corrections, directive_fact, document_fact, person_fact
from storage.model import Fact
from summarizer.language import split_sentences
from summarizer.model import Article, Digest, Quote, Span

AT_ONCE = 20  # facts
_INDENT = 2
_LONGEST = 400  # letters of a sentence
_MOST_SENTENCES = 3  # a fact that was put together from more is shown by the first


def lay_out_evidence(
    digest: Digest, corrections: Corrections = (), *, start: int = 0
) -> tuple[Line, ...]:
    """At most `AT_ONCE` facts from the one at `start` on, each with its sentences under it.

    The words that it was read from are bold. The summary is left out: it is sentences of
    the article.
    """
    told = proven_lines(digest, corrections)[start : start + AT_ONCE]
    proofs = _spans_by_fact(digest)
    lines: list[Line] = []
    for line in told:
        if line.fact is None:
            continue
        lines += [Line((Piece(brief(line), "name"),), fact=line.fact)]
        lines += _proof(digest.article, proofs.get(line.fact, (line.fact.span,)))
        lines.append(Line())
    return tuple(lines[:-1]) or (Line((Piece(texts.NO_EVIDENCE, "faint"),)),)


def proven_lines(digest: Digest, corrections: Corrections = ()) -> tuple[Line, ...]:
    """The lines that are no sentences of the article themselves."""
    lines = fact_lines(digest, corrections)
    return tuple(line for line in lines if line.fact and line.fact.kind != "summary")


def _spans_by_fact(digest: Digest) -> dict[Fact, tuple[Span, ...]]:
    """All the words that each fact was read from; facts of a single place are left out."""
    spans: dict[Fact, tuple[Span, ...]] = {}
    for person in digest.people:
        spans[person_fact(person)] = (person.mentions[0], *_of(*person.roles))
    for each in digest.documents:
        said = (*_of(each.subject, each.issuer), *([each.date_span] if each.date_span else []))
        spans[document_fact(each)] = (each.mentions[0], *said)
    for order in digest.directives:
        limit = [order.deadline_span] if order.deadline_span else []
        spans[directive_fact(order)] = (order.span, *_of(order.addressee), *limit)
    return spans


def _of(*quotes: Quote | None) -> list[Span]:
    return [quote.span for quote in quotes if quote]


def _proof(article: Article, spans: tuple[Span, ...]) -> Iterator[Line]:
    """The sentences that hold the words, in order, the first of the words' among them."""
    held: dict[Span, list[Span]] = {}
    for span in spans:
        around = _around(article, span)
        if around in held or len(held) < _MOST_SENTENCES:
            held.setdefault(around, []).append(span)
    for sentence in sorted(held):
        window = _window(sentence, held[sentence])
        yield Line(_marked(article.text, sentence, window, held[sentence]), _INDENT)


def _around(article: Article, span: Span) -> Span:
    """From the start of the first sentence that the words touch to the end of the last."""
    blocks = article.blocks  # in order: a long article is not cut up for one sentence
    first = max(0, bisect_right(blocks, span.start, key=lambda block: block.span.start) - 1)
    last = bisect_left(blocks, span.end, key=lambda block: block.span.start)
    near = replace(article, blocks=blocks[first:last])
    sentences = [sentence.span for sentence in split_sentences(near)]
    touched = [each for each in sentences if each.start < span.end and span.start < each.end]
    if touched:
        return Span(min(touched[0].start, span.start), max(touched[-1].end, span.end))
    end = article.text.find("\n", span.end)
    start = article.text.rfind("\n", 0, span.start) + 1
    return Span(start, len(article.text) if end < 0 else end)


def _window(sentence: Span, spans: list[Span]) -> Span:
    """The sentence, or of a long one what stands around the first words."""
    if sentence.end - sentence.start <= _LONGEST:
        return sentence
    first = spans[0]
    room = max(0, _LONGEST - (first.end - first.start)) // 2
    start = max(sentence.start, first.start - room)
    end = min(sentence.end, start + _LONGEST)
    return Span(max(sentence.start, end - _LONGEST), end)


def _marked(text: str, sentence: Span, window: Span, spans: list[Span]) -> tuple[Piece, ...]:
    """The window between quotation marks, the words in bold, «…» where the sentence goes on."""
    whole = _whole_words(text, window, sentence)
    start, end = whole.start, whole.end
    opens = "«" if start == sentence.start else "«… "
    closes = "»" if end == sentence.end else " …»"
    pieces: list[Piece] = []
    at = start
    bold = [_whole_words(text, span, Span(start, end)) for span in spans]
    for first, past in ((span.start, span.end) for span in _joined(text, bold)):
        pieces += [Piece(text[at:first]), Piece(text[first:past], "name")]
        at = past
    pieces.append(Piece(text[at:end]))
    said = [replace(each, text=words) for each in pieces if (words := each.text.strip())]
    said[0] = replace(said[0], text=opens + said[0].text)
    said[-1] = replace(said[-1], text=said[-1].text + closes)
    return tuple(said)


def _joined(text: str, spans: list[Span]) -> list[Span]:
    """The spans in order; those that touch, or with only a blank between, are one."""
    joined: list[Span] = []
    for span in sorted(span for span in spans if span.start < span.end):
        if joined and not text[joined[-1].end : span.start].strip():
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _whole_words(text: str, span: Span, within: Span) -> Span:
    """The span widened to blanks, no further than `within`: a piece never parts a word."""
    start, end = max(span.start, within.start), min(span.end, within.end)
    if start >= end:
        return Span(start, start)
    while start > within.start and not text[start - 1].isspace():
        start -= 1
    while end < within.end and not text[end].isspace():
        end += 1
    return Span(start, end)
