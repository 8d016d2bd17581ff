"""Find the clauses that are demanded, each with the one who demands it."""

from __future__ import annotations

from msgspec import Struct

from summarizer.directives.blocks import Listener, Utterance
from summarizer.directives.clauses import Closed, span_of
from summarizer.directives.judge import Judge, is_demanded
from summarizer.directives.limits import only_sets_limit
from summarizer.evidence import Evidence
from summarizer.language import Doc, Sentence
from summarizer.model import NEWS, Quote, Span


class Demand(Struct, frozen=True):
    """A demanded clause and who demands it; `sentence` is an index into `Doc.sentences`."""

    span: Span
    issuer: Quote | None
    sentence: int


def find_demands(doc: Doc, evidence: Evidence) -> tuple[Demand, ...]:
    """Every demanded clause, in order of the text."""
    heard = hear(doc, evidence)
    body = _judged(doc, [pair for pair in heard if pair[0].kind == "body"])
    demands = body or _judged(doc, heard)  # a short article has nothing but its lead
    acts = (each for each in demands if not only_sets_limit(doc.folded, each.span))
    return tuple(sorted(acts, key=lambda demand: demand.span))


def hear(doc: Doc, evidence: Evidence) -> list[tuple[Sentence, Utterance]]:
    """Every clause that somebody says, with its sentence."""
    closed = [span for document in evidence.documents for span in document.mentions]
    closed += [document.subject.span for document in evidence.documents if document.subject]
    listener = Listener(doc, evidence.cast, Closed(closed))
    return [
        (sentence, said)
        for sentence in doc.sentences
        if sentence.kind in NEWS
        for said in listener.hear(sentence)
    ]


def _judged(doc: Doc, heard: list[tuple[Sentence, Utterance]]) -> list[Demand]:
    """The demands among the clauses heard."""
    judge = Judge(doc, [said for _, said in heard])
    demands: list[Demand] = []
    for sentence, said in heard:
        cues = judge.weigh(sentence, said)
        demanded = cues is not None and is_demanded(cues)
        judge.note(sentence, said, demanded=demanded)
        if demanded:
            demands.append(_demand(doc, said))
    return demands


def _demand(doc: Doc, said: Utterance) -> Demand:
    return Demand(
        span=span_of(doc, said.clause),
        issuer=said.voice.issuer if said.voice else None,
        sentence=said.sentence,
    )
