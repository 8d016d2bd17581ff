"""Find the documents that a demanded clause names."""

from __future__ import annotations

from bisect import bisect_left

from summarizer.directives.demand import Demand
from summarizer.model import DocumentRef


def find_named(
    documents: tuple[DocumentRef, ...], demands: tuple[Demand, ...]
) -> tuple[tuple[str, ...], ...]:
    """The keys of the documents that each of `demands` names by number or title."""
    mentions = sorted(
        (mention.start, mention.end, document.key)
        for document in documents
        for mention in document.mentions
    )
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
