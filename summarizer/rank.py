"""Choose the sentences that say most."""

from __future__ import annotations

from summarizer.evidence import Evidence
from summarizer.language import Doc
from summarizer.model import Directive, Span


def rank(
    doc: Doc, evidence: Evidence, directives: tuple[Directive, ...], *, limit: int
) -> tuple[Span, ...]:
    """At most `limit` sentences, verbatim, in order of the text."""
    bodies = [sentence.span for sentence in doc.sentences if sentence.kind in {"lead", "body"}]
    return tuple(bodies[:limit])
