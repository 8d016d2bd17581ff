"""Find the clauses that are demanded, each with the one who demands it."""

from __future__ import annotations

from msgspec import Struct

from summarizer.evidence import Evidence
from summarizer.language import Doc
from summarizer.model import Quote, Span


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
    return ()
