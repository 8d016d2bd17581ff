"""Choose the sentences that say most."""

from __future__ import annotations

from functools import cache
from operator import mul

from summarizer import lexicon
from summarizer.evidence import Evidence
from summarizer.language import Doc
from summarizer.model import Directive, Span
from summarizer.salience import FEATURES, RELATIVE, Said, relate, weigh_sentences


def rank(
    doc: Doc, evidence: Evidence, directives: tuple[Directive, ...], *, limit: int
) -> tuple[Span, ...]:
    """At most `limit` sentences, verbatim, in order of the text.

    Each is the best by weight given those chosen before it; the weights
    (`lexicon/sentence_weights.tsv`) are learned by `make train`.
    """
    candidates = weigh_sentences(doc, evidence, directives)
    own, relative = _weights()
    alone = [_product(own, candidate.features) for candidate in candidates]
    left = set(range(len(candidates)))
    chosen: list[Span] = []
    said = Said()
    while left and len(chosen) < limit:
        best = max(
            left,
            key=lambda i: (alone[i] + _product(relative, relate(candidates[i], said)), -i),
        )
        left.remove(best)
        chosen.append(candidates[best].sentence.span)
        said = said.with_sentence(candidates[best])
    return tuple(sorted(chosen))


def _product(weights: tuple[float, ...], features: tuple[float, ...]) -> float:
    return sum(map(mul, weights, features), start=0.0)


@cache
def _weights() -> tuple[tuple[float, ...], tuple[float, ...]]:
    weights = {row["feature"]: float(row["weight"]) for row in lexicon.rows("sentence_weights")}
    return tuple(weights[name] for name in FEATURES), tuple(weights[name] for name in RELATIVE)
