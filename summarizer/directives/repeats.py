"""Tell which demands only repeat another, so that each counts once."""

from __future__ import annotations

from itertools import pairwise

from summarizer.language import Doc
from summarizer.model import Span

_NEAR = 12  # demands on either side that are compared
_SHARED = 0.8  # of the pairs of words of the shorter one
_FEWEST = 6  # words below which a likeness is chance


def repeated(doc: Doc, spans: list[Span]) -> set[int]:
    """The numbers of the spans that another, fuller or earlier one, tells too."""
    pairs = [_pairs(doc, span) for span in spans]
    found: set[int] = set()
    for number, mine in enumerate(pairs):
        if len(mine) < _FEWEST:
            continue
        for other in range(number + 1, min(len(pairs), number + _NEAR)):
            theirs = pairs[other]
            if len(theirs) < _FEWEST:
                continue
            if len(mine & theirs) >= _SHARED * min(len(mine), len(theirs)):
                found.add(number if len(mine) < _SHARED * len(theirs) else other)
    return found


def _pairs(doc: Doc, span: Span) -> frozenset[tuple[str, str]]:
    words = doc.words
    texts = words.texts[words.index_at(span.start) : words.index_at(span.end)]
    return frozenset(pairwise(filter(str.isalnum, texts)))
