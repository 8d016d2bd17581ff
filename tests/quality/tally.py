"""Count hits and misses of every measure, and show what they come to."""

from __future__ import annotations

from collections import defaultdict
from statistics import fmean
from typing import NamedTuple

PRF = ("documents", "people", "people.roles", "places", "directives.char", "directives.clause")
SHARES = (
    *("documents.date", "documents.issuer", "people.part"),
    *("event.kind", "event.text", "event.host", "when.start", "when.end", "when.part"),
    *("directives.issuer", "directives.addressee", "directives.deadline"),
    *("directives.deadline_given", "directives.documents", "directives.documents_given"),
    *("directives.none", "fidelity", "strings"),
)
MEANS = ("rouge.1", "rouge.2", "rouge.l")
FALSE_DIRECTIVES = "directives.false"

Figures = dict[str, float | None]


class Answer(NamedTuple):
    """A field of something named: what the gold has, what was found."""

    name: str
    gold: object
    found: object


class Tally:
    """Hits, gold items and found items of every measure, summed over articles."""

    def __init__(self) -> None:
        """Begin at nothing."""
        self.counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
        self.rights: dict[str, list[int]] = defaultdict(lambda: [0, 0])
        self.values: dict[str, list[float]] = defaultdict(list)
        self.false_directives = 0
        self.notes: list[str] = []

    def count(self, measure: str, hit: int, gold: int, found: int) -> None:
        """Add the items of one article."""
        row = self.counts[measure]
        row[:] = [row[0] + hit, row[1] + gold, row[2] + found]

    def right(self, measure: str, *, ok: bool) -> None:
        """Add one answer, right or wrong."""
        row = self.rights[measure]
        row[:] = [row[0] + ok, row[1] + 1]

    def judge(self, measure: str, answer: Answer, *, ok: bool) -> None:
        """Add one answer to a field; a wrong one is noted."""
        self.right(measure, ok=ok)
        if not ok:
            said = f"{answer.name}: gold {answer.gold!r}, found {answer.found!r}"
            self.note("wrong", measure.rpartition(".")[2], said)

    def note(self, fault: str, what: str, item: object) -> None:
        """Keep what was missed, spurious or wrong, for a reader."""
        words = " ".join(str(item).split())
        self.notes.append(f"  {fault:<10} {what:<10} {words[:160]}")

    def figures(self) -> Figures:
        """Every measure by name; None where there was nothing to measure."""
        figures: Figures = {}
        for name in PRF:
            hit, gold, found = self.counts[name]
            figures[f"{name}.p"] = hit / found if found else float(not gold)
            figures[f"{name}.r"] = hit / gold if gold else float(not found)
            figures[f"{name}.f1"] = 2 * hit / (gold + found) if gold + found else 1.0
        for name in SHARES:
            right, every = self.rights[name]
            figures[name] = right / every if every else None
        for name in MEANS:
            figures[name] = fmean(self.values[name]) if self.values[name] else None
        figures[FALSE_DIRECTIVES] = self.false_directives
        return figures

    def table(self) -> str:
        """The figures for a reader."""
        figures = self.figures()
        lines = [f"{'measure':<28}{'P':>7}{'R':>7}{'F1':>7}   hit / gold / found"]
        for name in PRF:
            cells = "".join(f"{_cell(figures[f'{name}.{kind}'])}" for kind in ("p", "r", "f1"))
            lines.append(f"{name:<28}{cells}   {' / '.join(map(str, self.counts[name]))}")
        lines.append(f"{'':<28}{'value':>7}   right / all")
        for name in SHARES:
            right, every = self.rights[name]
            lines.append(f"{name:<28}{_cell(figures[name])}   {right} / {every}")
        lines += [
            f"{name:<28}{_cell(figures[name])}   mean of {len(self.values[name])}" for name in MEANS
        ]
        lines.append(f"{FALSE_DIRECTIVES:<28}{self.false_directives:>7}   in articles without any")
        return "\n".join(lines)


def _cell(value: float | None) -> str:
    return f"{value:7.3f}" if value is not None else f"{'-':>7}"
