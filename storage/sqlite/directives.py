"""Keep the directives that digests tell, as readers have corrected them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache, partial
from itertools import chain

from msgspec import Struct
from sqlite_utils import Database

from storage.prepared import SKETCH_BITS, Demand
from storage.short_keys import short_key
from storage.sqlite.ids import chat_range, split_id
from storage.sqlite.parties import drop_parties, put_parties
from storage.sqlite.sources import get_text
from summarizer.joining.clauses import are_close, are_one_clause, distance
from summarizer.model import Digest, Span

_TRIED = 50  # the newest demands of the same issuer, addressee and day
_SKETCH = (1 << SKETCH_BITS) - 1


class _Clause(Struct, frozen=True):
    """What a demand is known by in all articles of a chat; `is_new` where no other tells it."""

    key: int
    is_new: bool


class _Row(Struct, frozen=True):
    span: Span
    clause: int


def put_directives(db: Database, number: int, digest: Digest, demands: Sequence[Demand]) -> None:
    """Keep the directives of a digest; those that were there keep what was said of them."""
    old = _drop(db, number)
    named = ((demand.issuer, demand.addressee) for demand in demands)
    parties = put_parties(db, chain.from_iterable(named))
    text_of = lru_cache(maxsize=_TRIED)(partial(get_text, db))  # demands tend to come together
    for demand in demands:
        known = _known_clause(old, demand.span)
        clause = (
            _Clause(known, is_new=False) if known else _clause(db, number, digest, demand, text_of)
        )
        db.execute(
            "insert into directive (id, first, last, issuer, addressee, due, clause, is_dropped)"
            " values (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                *(number, demand.span.start, demand.span.end),
                *(parties.get(demand.issuer), parties.get(demand.addressee)),
                *(demand.due and demand.due.toordinal(), clause.key, demand.is_dropped),
            ],
        )
        if not clause.is_new:
            _set_due(db, number, clause.key, demand.due)
    _forget_tasks(db, number, {row.clause for row in old})


def drop_directives(db: Database, number: int) -> set[int]:
    """Forget the directives of a digest, and what was said of those that no other one tells.

    The digests whose deadlines were corrected by words about this one come back.
    """
    was_corrected = db.execute(
        "select 1 from correction where id = ? and kind = 'deadline'", [number]
    ).fetchone()
    clauses = {row.clause for row in _drop(db, number)}
    _forget_tasks(db, number, clauses)
    if not was_corrected:
        return set()
    chat = chat_range(split_id(number)[0])
    found = (
        db.execute(
            "select id from directive where clause = ? and id between ? and ?", [clause, *chat]
        )
        for clause in clauses
    )
    return {int(row[0]) for rows in found for row in rows}


def _drop(db: Database, number: int) -> list[_Row]:
    rows = db.execute(
        "delete from directive where id = ? returning first, last, clause, issuer, addressee",
        [number],
    ).fetchall()
    drop_parties(db, chain.from_iterable(row[3:] for row in rows))
    return [_Row(Span(first, last), clause) for first, last, clause, *_ in rows]


def _forget_tasks(db: Database, number: int, clauses: set[int]) -> None:
    chat = split_id(number)[0]
    for clause in clauses:
        for table in ("task", "reminded"):
            db.execute(
                f"delete from {table} where chat = ?1 and clause = ?2 and not exists"  # noqa: S608 (our names)
                " (select 1 from directive where clause = ?2 and id between ?3 and ?4)",
                [chat, clause, *chat_range(chat)],
            )


def _known_clause(old: list[_Row], span: Span) -> int | None:
    """The clause of the row that stood where most of this one stands."""
    shared = [
        (min(row.span.end, span.end) - max(row.span.start, span.start), row.clause) for row in old
    ]
    size, clause = max(shared, default=(0, 0))
    return clause if 2 * size > span.end - span.start else None


def _clause(
    db: Database, number: int, digest: Digest, demand: Demand, text_of: Callable[[int], str]
) -> _Clause:
    """The clause that the demand is one with, or a new one; `text_of` reads another article."""
    span = demand.span
    if demand.key is None:
        return _Clause(short_key(number, span.start, span.end), is_new=True)
    chat = chat_range(split_id(number)[0])
    rows = db.execute(
        "select clause, id, first, last from directive where clause >> 32 = ?"
        " and id between ? and ? and id <> ? order by id desc limit ?",
        [demand.key >> SKETCH_BITS, *chat, number, _TRIED],
    ).fetchall()
    words, sketched = digest.article.quote(span), demand.key & _SKETCH
    told = {row[0]: row[1:] for row in reversed(rows)}  # of each clause the newest that tells it
    close = [clause for clause in reversed(told) if are_close(clause & _SKETCH, sketched)]
    for clause in sorted(close, key=lambda clause: distance(clause & _SKETCH, sketched)):
        other, start, end = told[clause]
        if are_one_clause(words, text_of(other)[start:end]):
            return _Clause(int(clause), is_new=False)
    clause = demand.key
    while clause in told:
        clause += 1
    return _Clause(clause, is_new=True)


def _set_due(db: Database, number: int, clause: int, told: date | None) -> None:
    """Give the demand, in all articles of the chat, the day that readers say, else that is told.

    All of them have one day before and after; corrections are few, articles may be thousands.
    """
    chat = chat_range(split_id(number)[0])
    row = db.execute(
        "select value from correction cross join directive on directive.id = correction.id"
        " and directive.first = correction.first and directive.last = correction.last"
        " where correction.id between ? and ? and fact = 'directive' and kind = 'deadline'"
        " and clause = ? order by made desc limit 1",
        [*chat, clause],
    ).fetchone()
    said = (date.fromisoformat(row[0]) if row[0] else None) if row else told
    day = said.toordinal() if said else None
    other = db.execute(
        "select due from directive where clause = ? and id between ? and ? and id <> ? limit 1",
        [clause, *chat, number],
    ).fetchone()
    if other is None or other[0] != day or told != said:
        db.execute(
            "update directive set due = ?1 where clause = ?2 and id between ?3 and ?4"
            " and due is not ?1",
            [day, clause, *chat],
        )
