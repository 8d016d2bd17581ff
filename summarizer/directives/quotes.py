"""Find stretches of direct speech, and where each ends."""

from __future__ import annotations

import re
from bisect import bisect_right

from summarizer.language import Doc
from summarizer.model import NEWS, Span

_MARK = re.compile('"')
_LONGEST = 2500  # letters of a quotation; a mark without its twin is none


class Quotes:
    """The quotations of one article."""

    def __init__(self, doc: Doc) -> None:
        """Take an article."""
        self._spans = _pairs(doc)
        self._starts = [span.start for span in self._spans]

    def around(self, offset: int) -> Span | None:
        """The quotation that holds the letter at `offset`."""
        place = bisect_right(self._starts, offset) - 1
        if place < 0:
            return None
        span = self._spans[place]
        return span if span.start <= offset < span.end else None


def _pairs(doc: Doc) -> list[Span]:
    """Outermost quotations; one may run over paragraphs of the body."""
    spans: list[Span] = []
    opened: int | None = None
    depth = 0
    for block in doc.article.blocks:
        if block.kind not in NEWS:
            continue
        for mark in _MARK.finditer(doc.folded, block.span.start, block.span.end):
            offset = mark.start()
            if opened is not None and offset - opened > _LONGEST:
                opened, depth = None, 0
            opens = _opens(doc, offset, is_open=opened is not None)
            if opens:
                opened = offset if opened is None else opened
                depth += 1
            elif opened is not None:
                depth -= 1
                if depth <= 0:
                    spans.append(Span(opened, offset + 1))
                    opened, depth = None, 0
    return spans


def _opens(doc: Doc, offset: int, *, is_open: bool) -> bool:
    mark = doc.text[offset]
    if mark in "“„«":
        return True
    if mark in "”»":
        return False
    if not is_open:
        return True
    after = doc.text[offset + 1 : offset + 2]
    before = doc.text[offset - 1 : offset]
    return before.isspace() and after.isalnum()
