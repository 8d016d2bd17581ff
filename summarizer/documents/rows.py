"""Share what is said once for documents named in a row: «… số 18 và số 19 của Quốc hội»."""

from __future__ import annotations

import re

from msgspec.structs import replace

from summarizer.documents.front import read_after, read_before
from summarizer.documents.mention import Mention
from summarizer.documents.subjects import sentence_end
from summarizer.language import Doc

_JOINT = re.compile(r"\s?(?:,|;|và|,\svà|hoặc|&)\s(?:các\s|số\s:?\s?)?$")


def share(doc: Doc, mentions: list[Mention]) -> list[Mention]:
    """The mentions with issuers and days read before them, or from the row they stand in."""
    shared = list(mentions)
    for index, mention in enumerate(shared):
        joint = index > 0 and _is_joint(doc, shared[index - 1], mention)
        shared[index] = (
            _from(mention, shared[index - 1])
            if joint and not mention.details.issuer
            else _with_front(doc, mention)
        )
    for index in range(len(shared) - 2, -1, -1):
        if _is_joint(doc, shared[index], shared[index + 1]):
            shared[index] = _from(shared[index], shared[index + 1])
    return shared


def _with_front(doc: Doc, mention: Mention) -> Mention:
    details = mention.details
    if details.issuer and details.signed:
        return mention
    issuer, signed = read_before(doc, mention.span.start)
    issuer = (
        details.issuer
        or issuer
        or read_after(doc, mention.span.start, details.end, sentence_end(doc, details.end))
    )
    return replace(
        mention, details=replace(details, issuer=issuer, signed=details.signed or signed)
    )


def _is_joint(doc: Doc, one: Mention, other: Mention) -> bool:
    between = other.span.start - one.details.end
    return (
        one.type == other.type
        and 0 < between < 12
        and _JOINT.match(doc.folded, one.details.end, other.span.start) is not None
    )


def _from(mention: Mention, neighbour: Mention) -> Mention:
    details, near = mention.details, neighbour.details
    if details.subject or details.issuer:
        return mention
    return replace(
        mention,
        details=replace(details, issuer=near.issuer, signed=details.signed or near.signed),
    )
