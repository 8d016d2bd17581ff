"""Find the clauses that are demanded, each with the one who demands it."""

from __future__ import annotations

from msgspec import Struct

from summarizer.directives.blocks import Listener, Utterance
from summarizer.directives.clauses import span_of
from summarizer.directives.cues import Before, cues_of
from summarizer.directives.judge import is_demanded, may_be_demanded
from summarizer.directives.limits import only_sets_limit
from summarizer.evidence import Evidence
from summarizer.language import Doc, Sentence
from summarizer.model import Quote, Span

_FAR = 9  # sentences or lines after which the last demand no longer counts


class Demand(Struct, frozen=True):
    """A demanded clause: what is to be done, on whose word, and what introduced it.

    `frame` holds the words that introduced it («Đồng chí yêu cầu», «Thủ tướng giao»), None
    where the speech goes on. `block` numbers the blocks of speech: one speaker, one occasion.
    `sentence` is an index into `Doc.sentences`. `topic` stands before the span and names who
    or what it is about («Bí thư, Chủ tịch UBND các tỉnh:» above a list).
    """

    span: Span
    issuer: Quote | None
    frame: Span | None
    block: int
    sentence: int
    topic: Span | None


def find_demands(doc: Doc, evidence: Evidence) -> tuple[Demand, ...]:
    """Every demanded clause, in order of the text."""
    closed = [span for document in evidence.documents for span in document.mentions]
    closed += [document.subject.span for document in evidence.documents if document.subject]
    listener = Listener(doc, evidence.cast, sorted(closed))
    heard = [
        (sentence, said)
        for sentence in doc.sentences
        if sentence.kind in {"lead", "body"}
        for said in listener.hear(sentence)
    ]
    body = [pair for pair in heard if pair[0].kind == "body"]
    demands = _judged(doc, body)
    acts = (each for each in demands if not only_sets_limit(doc.folded, each.span))
    return tuple(sorted(acts, key=lambda demand: demand.span))


def _judged(doc: Doc, heard: list[tuple[Sentence, Utterance]]) -> list[Demand]:
    """The demands among the clauses heard."""
    givers = {
        said.voice.issuer.text
        for _, said in heard
        if said.voice and said.frame and said.kind in {"order", "deed"}
    }
    demands: list[Demand] = []
    last: Sentence | None = None
    framed = -_FAR
    before: tuple[str | None, bool] = (None, False)
    for sentence, said in heard:
        name = said.voice.issuer.text if said.voice else None
        context = Before(
            demanded=before == (name, True),
            sentences=min(_FAR, sentence.index - last.index) if last else _FAR,
            paragraphs=min(_FAR, sentence.block - last.block) if last else _FAR,
            since_frame=min(_FAR, sentence.index - framed),
            orders=name in givers,
        )
        demanded = may_be_demanded(doc, said) and is_demanded(
            cues_of(doc, said, context, starts_line=_starts_line(doc, sentence))
        )
        before = (name, demanded)
        if said.frame:
            framed = sentence.index
        if demanded or (said.last and said.frame):
            last = sentence
        if demanded:
            demands.append(_demand(doc, said))
    return demands


def _starts_line(doc: Doc, sentence: Sentence) -> bool:
    return doc.article.blocks[sentence.block].span.start == sentence.span.start


def _demand(doc: Doc, said: Utterance) -> Demand:
    return Demand(
        span=span_of(doc, said.clause),
        issuer=said.voice.issuer if said.voice else None,
        frame=said.frame,
        block=said.block,
        sentence=said.sentence,
        topic=said.clause.topic,
    )
