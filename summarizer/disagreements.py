"""Find where articles of one event tell different things: a figure, a name, a deadline.

Only what is surely about the same thing counts: the only figure of a unit («42 điểm cầu»
and «24 điểm cầu»), the only holder of an office, the deadline of one demand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import Literal

from msgspec import Struct

from summarizer.folding import fold
from summarizer.joining.clauses import are_one_clause
from summarizer.model import TELLING, Digest, Span
from summarizer.organs import organ_norm

DisagreementKind = Literal["figure", "name", "deadline"]

# «42 điểm cầu», «1.250 tỷ đồng»; no date, time, percent of a document's number, ordinal
_FIGURE = re.compile(
    r"(?<![\w/.,:-])(?P<figure>\d{1,3}(?:\.\d{3})+|\d{1,6}(?:,\d+)?)"
    r" (?P<unit>[^\W\d_]+(?: [^\W\d_]+){1,2})"
)
_BEFORE = re.compile(
    r"(?:ngày|tháng|năm|thứ|số|khóa|khoá|quý|lần|điều|khoản|kỳ|tổ|quận|khu|từ|đến|và|hơn|gần"
    r"|khoảng|trên|dưới|qua) $"
)
_NO_UNIT = {"giờ", "ngày", "tháng", "năm", "phút", "tuần", "quý"}
_DIGITS = re.compile(r"\d+")


class Claim(Struct, frozen=True):
    """What one article says: which of the digests, and where in its article."""

    digest: int
    span: Span


class Disagreement(Struct, frozen=True):
    """Two articles tell of one thing differently."""

    kind: DisagreementKind
    one: Claim
    other: Claim


class _Said(Struct, frozen=True):
    value: str
    span: Span


_Table = dict[str, _Said]


def find_disagreements(digests: Sequence[Digest]) -> tuple[Disagreement, ...]:
    """Where the digests of one event disagree, each thing once."""
    found: dict[tuple[DisagreementKind, str], Disagreement] = {}
    finders: tuple[tuple[DisagreementKind, Callable[[Digest], _Table]], ...] = (
        ("figure", _figures),
        ("name", _holders),
    )
    for kind, find in finders:
        tables = [find(digest) for digest in digests]
        for (at, one), (beside, other) in combinations(enumerate(tables), 2):
            for thing in sorted(one.keys() & other.keys()):
                if one[thing].value != other[thing].value:
                    claims = Claim(at, one[thing].span), Claim(beside, other[thing].span)
                    found.setdefault((kind, thing), Disagreement(kind, *claims))
    return (*found.values(), *_deadlines(digests))


def _figures(digest: Digest) -> _Table:
    """The figure of each unit that the article has just one figure of."""
    article = digest.article
    found: dict[str, set[_Said]] = {}
    for block in article.blocks:
        if block.kind not in TELLING:
            continue
        words = article.quote(block.span)
        for match in _FIGURE.finditer(words):
            unit = fold(match["unit"])
            if unit.split()[0] in _NO_UNIT or _BEFORE.search(words[: match.start()].lower()):
                continue
            span = Span(block.span.start + match.start(), block.span.start + match.end())
            found.setdefault(unit, set()).add(_Said(match["figure"], span))
    return {
        unit: min(said, key=lambda each: each.span.start)
        for unit, said in found.items()
        if len({each.value for each in said}) == 1
    }


def _holders(digest: Digest) -> _Table:
    """The name of whoever holds an office that one person alone is said to hold."""
    found: dict[str, set[_Said]] = {}
    for person in digest.people:
        for role in person.roles:
            said = _Said(fold(person.name), person.mentions[0])
            found.setdefault(organ_norm(role.text), set()).add(said)
    return {office: next(iter(said)) for office, said in found.items() if len(said) == 1}


def _deadlines(digests: Sequence[Digest]) -> Iterator[Disagreement]:
    """Demands in the same words, due on different days."""
    for (at, one), (beside, other) in combinations(enumerate(digests), 2):
        for ours in one.directives:
            for theirs in other.directives:
                if ours.deadline is None or theirs.deadline is None:
                    continue
                clauses = (
                    _DIGITS.sub("", each.article.quote(order.span))
                    for each, order in ((one, ours), (other, theirs))
                )
                if ours.deadline != theirs.deadline and are_one_clause(*clauses):
                    claims = Claim(at, ours.span), Claim(beside, theirs.span)
                    yield Disagreement("deadline", *claims)
