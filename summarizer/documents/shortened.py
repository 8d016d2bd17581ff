"""Find the short names given to documents: «Đề án bảo tồn phố cổ (sau đây gọi là Đề án)»."""

from __future__ import annotations

import re
from bisect import bisect_right

from summarizer.documents.mention import Details, Mention
from summarizer.language import Doc
from summarizer.model import Span

_DEFINITION = re.compile(
    r"\s?\((?:sau đây )?(?:gọi (?:tắt )?là )?(?P<name>[^\W\d_]+(?: [^\W\d_]+)?)\)"
)


def read_shortened(doc: Doc, known: list[Mention]) -> list[Mention]:
    """The places after its definition where a bare type word stands for a document."""
    starts = [mention.span.start for mention in known]
    found: list[Mention] = []
    defined: set[str] = set()
    for mention in known:
        definition = _DEFINITION.match(doc.folded, mention.details.end)
        if not definition or definition["name"] != mention.type.lower() or mention.type in defined:
            continue
        defined.add(mention.type)
        shorts = re.compile(rf"\b{mention.type}\b")
        for short in shorts.finditer(doc.text, definition.start()):
            span = Span(*short.span())
            before = bisect_right(starts, span.start) - 1
            if known[before].span.end <= span.start:
                details = Details(span.end, subject=mention.details.subject)
                found.append(Mention(mention.type, span, mention.number, details))
    return found
