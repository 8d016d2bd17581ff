"""Cut an article into stretches that stand in the same facts, for a page that colours them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from bot.render.marks import Kind, Mark, marks_of
from summarizer.model import BlockKind, Digest, Span


class Segment(Struct, frozen=True):
    """Words from `start` on, and the kinds of facts that they stand in, the widest first.

    `number` is that of the directive that begins here.
    """

    start: int
    text: str
    kinds: tuple[Kind, ...] = ()
    number: int | None = None


class Paragraph(Struct, frozen=True):
    """A block of the article, cut into segments."""

    kind: BlockKind
    segments: tuple[Segment, ...]


def cut(digest: Digest) -> tuple[Paragraph, ...]:
    """The article as paragraphs of segments; every fact begins and ends at an edge of one."""
    article, marks = digest.article, marks_of(digest)
    edges = sorted({place for mark in marks for place in (mark.span.start, mark.span.end)})
    return tuple(
        Paragraph(block.kind, tuple(_segments(article.text, block.span, marks, edges)))
        for block in article.blocks
    )


def _segments(
    text: str, block: Span, marks: tuple[Mark, ...], edges: list[int]
) -> Iterator[Segment]:
    inside = [mark for mark in marks if mark.span.start < block.end and block.start < mark.span.end]
    within = [edge for edge in edges if block.start < edge < block.end]
    for start, end in pairwise([block.start, *within, block.end]):
        over = [mark for mark in inside if mark.span.start <= start and end <= mark.span.end]
        begun = [mark.number for mark in over if mark.number and mark.span.start == start]
        kinds = tuple(dict.fromkeys(mark.kind for mark in over))
        yield Segment(start, text[start:end], kinds, begun[0] if begun else None)
