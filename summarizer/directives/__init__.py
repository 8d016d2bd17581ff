"""Find who orders whom to do what by when."""

from __future__ import annotations

from summarizer.directives.addressees import find_addressees
from summarizer.directives.deadlines import find_deadlines
from summarizer.directives.demand import Demand, find_demands
from summarizer.directives.named import find_named
from summarizer.directives.repeats import repeated
from summarizer.evidence import Evidence
from summarizer.language import Doc
from summarizer.model import Directive, Quote


def find_directives(doc: Doc, evidence: Evidence) -> tuple[Directive, ...]:
    """Every demanded action clause, in order of the text."""
    demands, addressees = _told_once(doc, find_demands(doc, evidence))
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


def _told_once(
    doc: Doc, demands: tuple[Demand, ...]
) -> tuple[tuple[Demand, ...], tuple[Quote | None, ...]]:
    """The demands that do not only repeat another, with who is told each."""
    addressees = find_addressees(doc, demands)
    spare = repeated(doc, [demand.span for demand in demands], addressees)
    kept = [number for number in range(len(demands)) if number not in spare]
    return tuple(demands[number] for number in kept), tuple(addressees[number] for number in kept)
