"""Find who must act on each demand."""

from __future__ import annotations

from summarizer.directives.demand import Demand
from summarizer.evidence import Evidence
from summarizer.language import Doc
from summarizer.model import Quote


def find_addressees(
    doc: Doc, evidence: Evidence, demands: tuple[Demand, ...]
) -> tuple[Quote | None, ...]:
    """For each demand who must act on it, None where nobody is named."""
    return (None,) * len(demands)
