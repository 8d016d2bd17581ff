"""Gather the articles that tell of one event, or are copies of one another."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.model import Digest
from summarizer.near import compare
from summarizer.same_event import are_one_event
from summarizer.signature import resemblance, sign

_LIKE = 0.25  # of two signatures: below that no article is the copy of another


def gather(digests: Sequence[Digest]) -> tuple[tuple[int, ...], ...]:
    """The places of the digests, those of one event together, in the order they came in.

    A digest joins the first group of which it surely tells the event; groups never merge
    through a third one, so that no chain leads from one event to another.
    """
    copies = _copies(digests)
    groups: list[list[int]] = []
    for at, digest in enumerate(digests):
        for group in groups:
            if any((at, other) in copies for other in group) or all(
                are_one_event(digest, digests[other]) for other in group
            ):
                group.append(at)
                break
        else:
            groups.append([at])
    return tuple(map(tuple, groups))


def _copies(digests: Sequence[Digest]) -> set[tuple[int, int]]:
    """Pairs, the later first, of which the one says what the other does."""
    signatures = [(at, signed) for at, each in enumerate(digests) if (signed := sign(each.article))]
    found = set()
    for number, (late, signature) in enumerate(signatures):
        shares = resemblance(signature, [signed for _, signed in signatures[:number]])
        for (early, _), share in zip(signatures, shares, strict=False):
            if share >= _LIKE and _are_copies(digests[late], digests[early]):
                found.add((late, early))
    return found


def _are_copies(one: Digest, other: Digest) -> bool:
    return "same" in (compare(one, other), compare(other, one))
