"""Tell which demands only repeat another, so that each counts once."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from summarizer.folding import fold
from summarizer.language import Doc
from summarizer.model import Quote, Span

_NEAR = 12  # demands on either side that are compared
_SHARED = 0.8  # of the pairs of words of the shorter one
_FEWEST = 6  # words below which a likeness is chance


def repeated(doc: Doc, spans: Sequence[Span], addressees: Sequence[Quote | None]) -> set[int]:
    """The numbers of the spans that another, fuller or earlier one, tells too.

    What two are told in the same words is two demands: «Giao Bộ A tiếp thu ý kiến … Giao Bộ B
    tiếp thu ý kiến …».
    """
    pairs = [_pairs(doc, span) for span in spans]
    found: set[int] = set()
    for number, mine in enumerate(pairs):
        if len(mine) < _FEWEST:
            continue
        for other in range(number + 1, min(len(pairs), number + _NEAR)):
            theirs = pairs[other]
            if len(theirs) < _FEWEST:
                continue
            if len(mine & theirs) < _SHARED * min(len(mine), len(theirs)):
                continue
            told = addressees[number], addressees[other]
            if _tell_others(*told) or _name_others(doc, spans[number], spans[other]):
                continue
            found.add(number if len(mine) < _SHARED * len(theirs) else other)
    return found


def _tell_others(one: Quote | None, other: Quote | None) -> bool:
    """Tell whether two addressees share no name: «Bộ A» and «các bộ» may be one, as may None."""
    if one is None or other is None:
        return False
    names = fold(one.text).split(), fold(other.text).split()
    return not set(names[0]) <= set(names[1]) and not set(names[1]) <= set(names[0])


def _pairs(doc: Doc, span: Span) -> frozenset[tuple[str, str]]:
    words = doc.words
    texts = words.texts[words.index_at(span.start) : words.index_at(span.end)]
    return frozenset(pairwise(filter(str.isalnum, texts)))


def _name_others(doc: Doc, one: Span, other: Span) -> bool:
    """Tell whether each names what the other does not: «dự án Luật», «dự án Pháp lệnh»."""
    names = _names(doc, one), _names(doc, other)
    return bool(names[0] - names[1] and names[1] - names[0])


def _names(doc: Doc, span: Span) -> frozenset[str]:
    """The words behind the first that are written with a capital or a figure."""
    words = doc.words
    inside = range(words.index_at(span.start) + 1, words.index_at(span.end))
    printed = ((words.texts[index], doc.text[words.starts[index]]) for index in inside)
    return frozenset(word for word, letter in printed if letter.isupper() or letter.isdigit())
