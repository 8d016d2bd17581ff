"""Weigh digests against a query: what a reader would want first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import cycle

from msgspec import Struct

from storage.fields import Fields, Written
from storage.letters import bare_bytes, bare_letters, marked_letters
from storage.needles import Needles, bare_needles, marked_needles, padded
from storage.outline import Outline, read_organs
from storage.query import Query

# set by hand against tests/search: a number that is meant beats a headline, a headline beats
# what is told of, that beats a mention; the very words beat the same with other diacritics
_NUMBER = 8.0
_WEIGHTS = ((2.0, 3.0), (1.0, 1.0), (1.0, 2.0))  # headline, facts, text: words, neighbours
_FIELDS, _READ = 3, 2  # of an outline; which one has all that is read
_OTHER_MARKS = 0.1
_RECENT, _HALF_LIFE = 0.5, 365.0  # days


class Candidate(Struct, frozen=True):
    """A digest that may be what is looked for; `day` is when it was published, else kept.

    `body` is its JSON, `text` its article's words.
    """

    id: int
    day: date
    body: bytes
    text: str
    outline: Outline
    has_number: bool


class Weighed(Struct, frozen=True, order=True):
    """What a digest is worth to who asks; of equals the later is worth more."""

    score: float
    day: date
    id: int


class Sought(Struct, frozen=True):
    """A query made ready to be held against many texts."""

    bare: Needles
    marked: Needles | None
    phrases: tuple[bytes, ...]
    people: tuple[bytes, ...]
    organs: tuple[bytes, ...]


def make_sought(query: Query) -> Sought:
    """The query as bytes; its marked form only where it has diacritics."""
    return Sought(
        bare_needles(query.runs, is_prefix=query.is_prefix),
        marked_needles(query.runs, is_prefix=query.is_prefix) if query.is_marked else None,
        tuple(padded(bare_bytes(" ".join(phrase))) for phrase in query.phrases),
        tuple(padded(" ".join(name).encode()) for name in query.people),
        tuple(padded(" ".join(name).encode()) for name in query.organs),
    )


def weigh(candidates: Sequence[Candidate], sought: Sought, *, today: date) -> list[Weighed]:
    """The score of each digest; without those that lack a quoted phrase, or a name asked for."""
    told = [each for each in candidates if _names_all(each, sought)]
    written = Written([field for each in told for field in each.outline.fields(each.text)])
    bare = Fields(written, bare_letters)
    scores = _scores(bare, sought.bare)
    if sought.marked:
        exact = _scores(Fields(written, marked_letters), sought.marked)
        scores = [_OTHER_MARKS * other + same for other, same in zip(scores, exact, strict=True)]
    whole = [bare.having([phrase]) for phrase in sought.phrases]
    return [
        Weighed(score + _beyond_words(each, today), each.day, each.id)
        for number, (score, each) in enumerate(zip(scores, told, strict=True))
        if all(_FIELDS * number + _READ in fields for fields in whole)
    ]


def _beyond_words(candidate: Candidate, today: date) -> float:
    """What a digest is worth for its number and its day."""
    age = max(0, (today - candidate.day).days)
    recent: float = 0.5 ** (age / _HALF_LIFE)
    return _NUMBER * candidate.has_number + _RECENT * recent


def _names_all(candidate: Candidate, sought: Sought) -> bool:
    """Whether each name asked for is one that the digest names, or a part of it."""
    if sought.people and not _are_in(candidate.outline.names, sought.people):
        return False
    return not sought.organs or _are_in(read_organs(candidate.body), sought.organs)


def _are_in(names: Iterable[str], asked: Sequence[bytes]) -> bool:
    told = [padded(bare_bytes(name)) for name in names]
    return all(any(name in each for each in told) for name in asked)


def _scores(fields: Fields, needles: Needles) -> list[float]:
    """Of each digest what its three fields are worth."""
    words, neighbours = fields.shares(needles.words), fields.shares(needles.neighbours)
    worth = [
        weight * word + more * side
        for (weight, more), word, side in zip(cycle(_WEIGHTS), words, neighbours, strict=False)
    ]
    return [sum(worth[first : first + _FIELDS]) for first in range(0, len(worth), _FIELDS)]
