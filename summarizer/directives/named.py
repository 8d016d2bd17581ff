"""Find the documents that each demand names."""

from __future__ import annotations

from summarizer.directives.demand import Demand
from summarizer.evidence import Evidence
from summarizer.language import Doc


def find_named(
    doc: Doc, evidence: Evidence, demands: tuple[Demand, ...]
) -> tuple[tuple[str, ...], ...]:
    """For each demand the keys of the documents it names, in order of the text."""
    return ((),) * len(demands)
