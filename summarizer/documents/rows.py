"""Share what is said once for documents named in a row: «… số 18 và số 19 của Quốc hội»."""

from __future__ import annotations

import re

from msgspec.structs import replace

from summarizer.documents.mention import Mention
from summarizer.language import Doc

_JOINT = re.compile(r"\s?(?:,|và|,\svà|hoặc|&)\s(?:các\s|số\s:?\s?)?$")


def share(doc: Doc, mentions: list[Mention]) -> list[Mention]:
    """The mentions with the issuers and days that their rows have in common."""
    shared = list(mentions)
    for index in range(1, len(shared)):  # «Chính phủ ban hành Nghị quyết 57, 59 và 66»
        before = shared[index - 1]
        if _is_told_first(before) and _is_joint(doc, before, shared[index]):
            shared[index] = _from(shared[index], before)
    for index in range(len(shared) - 2, -1, -1):  # «Nghị quyết 57, 59 và 66 của Chính phủ»
        if _is_joint(doc, shared[index], shared[index + 1]):
            shared[index] = _from(shared[index], shared[index + 1])
    return shared


def _is_told_first(mention: Mention) -> bool:
    """The issuer stands before the first of a row, and so before them all."""
    issuer = mention.details.issuer
    return issuer is not None and issuer.span.start < mention.span.start


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
