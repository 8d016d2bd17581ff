"""Share what is said once for documents named in a row: «… số 18 và số 19 của Quốc hội»."""

from __future__ import annotations

import re

from msgspec.structs import replace

from summarizer.documents.mention import Mention
from summarizer.language import Doc

_JOINT = re.compile(r"\s?(?:,|và|,\svà|hoặc|&)\s(?:các\s|số\s:?\s?)?$")
# what a ministry, the Government or the National Assembly alone may issue
_OF_ONE_BODY = frozenset({"Thông tư", "Nghị định", "Luật", "Bộ luật", "Pháp lệnh"})


def share(doc: Doc, mentions: list[Mention]) -> list[Mention]:
    """The mentions with the issuers and days that their rows have in common."""
    shared = list(mentions)
    for index in range(1, len(shared)):  # «Chính phủ ban hành Nghị quyết 57, 59 và 66»
        before = shared[index - 1]
        bound = shared[index].type in _OF_ONE_BODY and shared[index].type != before.type
        if not bound and _is_joint(doc, before, shared[index]):
            shared[index] = _from(shared[index], _told_first(before))
    for index in range(len(shared) - 2, -1, -1):  # «Nghị quyết 57, 59 và 66 của Chính phủ»
        after = shared[index + 1]
        if _is_alike(shared[index], after) and _is_joint(doc, shared[index], after):
            shared[index] = _from(shared[index], after)
    return shared


def _is_alike(one: Mention, other: Mention) -> bool:
    """Whether «… của Thủ tướng» after `other` may be told of `one` too."""
    codes = [mention.number.codes for mention in (one, other) if mention.number]
    single = {one.type, other.type}.isdisjoint(_OF_ONE_BODY | {"Nghị quyết"})
    of_two_types = single and len(codes) == 2 and not (codes[0] or codes[1])
    return not one.details.subject and (one.type == other.type or of_two_types)


def _told_first(mention: Mention) -> Mention:
    """`mention` with what stands before it, and so before all of its row."""
    issuer, signed = mention.details.issuer, mention.details.signed
    start = mention.span.start
    details = replace(
        mention.details,
        issuer=issuer if issuer and issuer.span.start < start else None,
        signed=signed if signed and signed.span.start < start else None,
    )
    return replace(mention, details=details)


def _is_joint(doc: Doc, one: Mention, other: Mention) -> bool:
    between = other.span.start - one.details.end
    return (
        0 < between < 12 and _JOINT.match(doc.folded, one.details.end, other.span.start) is not None
    )


def _from(mention: Mention, neighbour: Mention) -> Mention:
    details, near = mention.details, neighbour.details
    if details.issuer:
        return mention
    return replace(
        mention,
        details=replace(details, issuer=near.issuer, signed=details.signed or near.signed),
    )
