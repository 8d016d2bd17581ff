"""Gather the articles that tell of one event, or are copies of one another."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.model import Digest
from summarizer.near import compare
from summarizer.same_event import contradict, tell_one_event
from summarizer.signature import resemblance, sign
from summarizer.telling import Telling, read_telling

_LIKE = 0.25  # of two signatures: below that no article is the copy of another


def gather(digests: Sequence[Digest]) -> tuple[tuple[int, ...], ...]:
    """The places of the digests, those of one event together, in the order they came in.

    A digest joins the first group of which one surely tells the same event and none tells
    anything against it; groups never merge through a third one.
    """
    copies = _copies(digests)
    told = [read_telling(digest) for digest in digests]
    groups: list[list[int]] = []
    for at in range(len(digests)):
        for group in groups:
            is_copy = any((at, other) in copies for other in group)
            if is_copy or _belongs(told[at], [told[other] for other in group]):
                group.append(at)
                break
        else:
            groups.append([at])
    return tuple(map(tuple, groups))


def _belongs(one: Telling, group: Sequence[Telling]) -> bool:
    return any(tell_one_event(one, other) for other in group) and not any(
        contradict(one, other) for other in group
    )


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
