"""Find who orders whom to do what by when."""

from __future__ import annotations

from summarizer.evidence import Evidence
from summarizer.language import Doc
from summarizer.model import Directive


def find_directives(doc: Doc, evidence: Evidence) -> tuple[Directive, ...]:
    """Every demanded action clause, in order of the text."""
    return ()
