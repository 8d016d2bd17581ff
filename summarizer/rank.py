"""Choose the sentences that say most."""

from __future__ import annotations

from functools import cache
from operator import mul

from summarizer import lexicon
from summarizer.evidence import Evidence
from summarizer.language import Doc
from summarizer.model import Directive, Span
from summarizer.salience import FEATURES, RELATIVE, Candidate, Said, relate, weigh_sentences


def rank(
    doc: Doc, evidence: Evidence, directives: tuple[Directive, ...], *, limit: int
) -> tuple[Span, ...]:
    """At most `limit` sentences, verbatim, in order of the text.

    Each is the best by weight given those chosen before it; the weights
    (`lexicon/sentence_weights.tsv`) are learned by `make train`.
    """
    candidates = weigh_sentences(doc, evidence, directives)
    own, _ = _weights()
    alone = [sum(map(mul, own, candidate.features)) for candidate in candidates]
    left = set(range(len(candidates)))
    chosen: list[Span] = []
    said = Said()
    while left and len(chosen) < limit:
        best = max(left, key=lambda i: (alone[i] + _related(candidates[i], said), -i))
        left.remove(best)
        chosen.append(candidates[best].sentence.span)
        said = said.with_sentence(candidates[best])
    return tuple(sorted(chosen))


def _related(candidate: Candidate, said: Said) -> float:
    return sum(map(mul, _weights()[1], relate(candidate, said)))


@cache
def _weights() -> tuple[tuple[float, ...], tuple[float, ...]]:
    weights = {row["feature"]: float(row["weight"]) for row in lexicon.rows("sentence_weights")}
    return tuple(weights[name] for name in FEATURES), tuple(weights[name] for name in RELATIVE)
