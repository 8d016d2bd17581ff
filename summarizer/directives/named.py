"""Find the documents that a demanded clause names."""

from __future__ import annotations

from bisect import bisect_left

from summarizer.directives.demand import Demand
from summarizer.model import DocumentRef


def find_named(
    documents: tuple[DocumentRef, ...], demands: tuple[Demand, ...]
) -> tuple[tuple[str, ...], ...]:
    """The keys of the documents that each of `demands` names by number or title."""
    mentions = _outermost(documents)
    starts = [start for start, _, _ in mentions]
    return tuple(
        tuple(
            dict.fromkeys(
                key
                for _, end, key in mentions[
                    bisect_left(starts, demand.span.start) : bisect_left(starts, demand.span.end)
                ]
                if end <= demand.span.end
            )
        )
        for demand in demands
    )


def _outermost(documents: tuple[DocumentRef, ...]) -> list[tuple[int, int, str]]:
    """Start, end and key of every mention that stands in no other, in order.

    «Nghị định quy định chi tiết một số điều của Luật An ninh mạng» names the decree.
    """
    mentions: list[tuple[int, int, str]] = []
    every = ((mention, document.key) for document in documents for mention in document.mentions)
    for mention, key in sorted(every, key=lambda pair: (pair[0].start, -pair[0].end)):
        if not mentions or mention.end > mentions[-1][1]:
            mentions.append((mention.start, mention.end, key))
    return mentions
