"""Tell whether a new article says what a kept one said already.

Three questions, each asked of the words themselves. How much do the bodies share? Does the
new one bring whole sentences that the kept one lacks? Then it is news. Does it say
something else in the very words of the kept one, another figure, day or name between the
same neighbours? Then it is a form filled in anew (weather, prices, circular letters).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from summarizer.documents.numbers import plain_number
from summarizer.model import TELLING, Article, Digest, When
from summarizer.signature import pairs, pairs_of
from summarizer.slots import conflicting, figures_of

Likeness = Literal["same", "related", "different"]

_HINT = 0.3  # of all pairs of syllables in common: the same news, as a rule
_COPY = 0.5
_PART = 0.8  # of the shorter: one holds the other
_KNOWN = 0.5  # of a sentence's pairs; with less it is new
_OWN = 40  # pairs in new sentences: the newsroom's own line, no second news
_HEADLINE = 20  # words
_SENTENCE_END = re.compile(r"(?<=[.!?;:])\s+")


def compare(new: Digest, kept: Digest) -> Likeness:
    """What the new article is to the kept one: the same, probably the same news, or neither."""
    if _other_day(new, kept):
        return "different"
    ours, theirs = pairs(new.article), pairs(kept.article)
    shared = len(ours & theirs)
    common = shared / max(1, len(ours | theirs))
    part = shared / max(1, min(len(ours), len(theirs)))
    if common < _HINT and part < _PART:
        return "different"
    if _own_pairs(new, kept) > _OWN:
        return "related"
    if _is_filled_anew(new, kept):
        return "different"
    is_copy = common >= _COPY or part >= _PART
    return "same" if is_copy and not _names_more(new, kept) else "related"


def _other_day(new: Digest, kept: Digest) -> bool:
    """Whether the two tell of events of different days."""
    return new.when is not None and kept.when is not None and _day(new.when) != _day(kept.when)


def _is_filled_anew(new: Digest, kept: Digest) -> bool:
    """Whether each names a document of its own, or they differ in a figure or name."""
    ours, theirs = _numbers(new), _numbers(kept)
    return bool(ours - theirs and theirs - ours) or conflicting(new.article, kept.article) > 0


def _day(when: When) -> tuple[int, int]:
    """Month and day; the year is often inferred from what one of the two leaves out."""
    return when.start.month, when.start.day


def _names_more(new: Digest, kept: Digest) -> bool:
    """Whether the new one names a document or tells a figure that the kept one lacks."""
    told = (new.article.quote(block.span) for block in new.article.blocks if block.kind in TELLING)
    figures = {figure for text in told for figure in figures_of(text)}
    return bool(_numbers(new) - _numbers(kept) or figures - figures_of(kept.article.text))


def _numbers(digest: Digest) -> set[str]:
    """The numbers of the documents that the article names."""
    return {plain_number(doc.number) for doc in digest.documents if doc.number}


def _own_pairs(new: Digest, kept: Digest) -> int:
    """How many pairs stand in sentences that the kept article lacks."""
    known = pairs_of(kept.article.text)
    return sum(
        len(found)
        for found in map(pairs_of, _sentences(new.article))
        if len(found & known) < _KNOWN * len(found)
    )


def _sentences(article: Article) -> Iterator[str]:
    """The sentences of the body; of menus and related news those that are no headlines."""
    for block in article.blocks:
        if block.kind in {"body", "furniture"}:
            for sentence in _SENTENCE_END.split(article.quote(block.span)):
                if block.kind == "body" or sentence.count(" ") >= _HEADLINE:
                    yield sentence
