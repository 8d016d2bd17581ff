"""Find who orders whom to do what by when."""

from __future__ import annotations

from summarizer.directives.addressees import find_addressees
from summarizer.directives.deadlines import find_deadlines
from summarizer.directives.demand import find_demands
from summarizer.directives.named import find_named
from summarizer.evidence import Evidence
from summarizer.language import Doc
from summarizer.model import Directive


def find_directives(doc: Doc, evidence: Evidence) -> tuple[Directive, ...]:
    """Every demanded action clause, in order of the text."""
    demands = find_demands(doc, evidence)
    addressees = find_addressees(doc, demands)
    deadlines = find_deadlines(doc, evidence, demands)
    named = find_named(evidence.documents, demands)
    return tuple(
        Directive(
            span=demand.span,
            issuer=demand.issuer,
            addressee=addressee,
            deadline=deadline.day if deadline else None,
            deadline_span=deadline.span if deadline else None,
            documents=documents,
        )
        for demand, addressee, deadline, documents in zip(
            demands, addressees, deadlines, named, strict=True
        )
    )
