"""Make demands of the clauses that stand in brackets, to test what is read from them."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date

from summarizer.directives.demand import Demand
from summarizer.language import Doc, parse
from summarizer.model import Quote, Span
from summarizer.reading.text import read_text

_HEADLINE = "Họp bàn việc chung\n\n"
_CLAUSE = re.compile(r"\[(?P<issuer>\w+\|)?(?P<words>[^\]]+)\]")


def demanded(text: str, published: date | None = None) -> tuple[Doc, tuple[Demand, ...]]:
    """The article of `text` without brackets; a demand for each: «[các xã rà soát]».

    All demands have one issuer but those that name another: «[Hội|các xã rà soát]».
    """
    plain, spans, issuers = _HEADLINE, [], []
    done = 0
    for match in _CLAUSE.finditer(text):
        plain += text[done : match.start()]
        spans.append(Span(len(plain), len(plain) + len(match["words"])))
        issuers.append(Quote(match["issuer"] or "Ông", Span(0, 3)))
        plain += match["words"]
        done = match.end()
    doc = parse(read_text(plain + text[done:] + "\n", published=published))
    starts = [sentence.span.start for sentence in doc.sentences]
    return doc, tuple(
        Demand(span, issuer, max(0, bisect_right(starts, span.start) - 1))
        for span, issuer in zip(spans, issuers, strict=True)
    )
