"""Keep the directives that digests tell, as readers have corrected them."""

from __future__ import annotations

from datetime import date
from itertools import chain

from msgspec import Struct
from sqlite_utils import Database

from storage.corrected import correct_digest, directive_fact
from storage.model import Correction
from storage.sqlite.ids import chat_range, split_id
from storage.sqlite.parties import drop_parties, put_parties
from storage.sqlite.short_keys import short_key
from storage.sqlite.sources import get_digest
from summarizer.joining.clauses import are_close, are_one_clause, sketch
from summarizer.model import Digest, Directive, Quote, Span
from summarizer.organs import organs_norm

_TRIED = 50  # the newest demands of the same issuer, addressee and day
_SKETCH_BITS = 32
_HEAD_BITS = 31


class _Clause(Struct, frozen=True):
    """What a demand is known by in all articles of a chat; `is_new` where no other tells it."""

    key: int
    is_new: bool


class _Row(Struct, frozen=True):
    span: Span
    clause: int


def put_directives(
    db: Database, number: int, digest: Digest, corrections: tuple[Correction, ...]
) -> None:
    """Keep the directives of a digest; those that were there keep what was said of them."""
    old = _drop(db, number)
    shown = {directive_fact(each): each for each in correct_digest(digest, corrections).directives}
    directives = {each.span: each for each in digest.directives}.values()
    told = [shown.get(directive_fact(each), each) for each in directives]
    parties = put_parties(db, (_norm(party) for now in told for party in _parties(now)))
    for directive, now in zip(directives, told, strict=True):
        known = _known_clause(old, directive.span)
        clause = _Clause(known, is_new=False) if known else _clause(db, number, digest, directive)
        due = directive.deadline
        db.execute(
            "insert into directive (id, first, last, issuer, addressee, due, clause, is_dropped)"
            " values (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                *(number, directive.span.start, directive.span.end),
                *(parties.get(_norm(party)) for party in _parties(now)),
                *(due and due.toordinal(), clause.key, directive_fact(directive) not in shown),
            ],
        )
        if corrections or not clause.is_new:
            _set_due(db, number, clause.key, due)
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


def _clause(db: Database, number: int, digest: Digest, directive: Directive) -> _Clause:
    """The clause that the directive is one with, or a new one.

    Its upper bits are issuer, addressee and day, so that what may be one stands side by side.
    """
    if directive.issuer is None:
        start, end = directive.span.start, directive.span.end
        return _Clause(short_key(number, start, end), is_new=True)
    words = digest.article.quote(directive.span)
    own = sketch(words)
    parties = (_norm(directive.issuer), _norm(directive.addressee))
    head = short_key(*parties, str(directive.deadline), bits=_HEAD_BITS) << _SKETCH_BITS
    clause = head | own
    chat = chat_range(split_id(number)[0])
    rows = db.execute(
        "select clause, id, first, last from directive where clause between ? and ?"
        " and id between ? and ? and id <> ? order by id desc limit ?",
        [head, head | (1 << _SKETCH_BITS) - 1, *chat, number, _TRIED],
    ).fetchall()
    for known, other, first, last in rows:
        if are_close(known & (1 << _SKETCH_BITS) - 1, own) and are_one_clause(
            words, get_digest(db, other).article.quote(Span(first, last))
        ):
            return _Clause(int(known), is_new=False)
    taken = {row[0] for row in rows}
    while clause in taken:
        clause += 1
    return _Clause(clause, is_new=True)


def _set_due(db: Database, number: int, clause: int, told: date | None) -> None:
    """Give the demand, in all articles of the chat, the day that readers say, else that is told."""
    chat = chat_range(split_id(number)[0])
    row = db.execute(
        "select value from directive join correction on correction.id = directive.id"
        " and correction.first = directive.first and correction.last = directive.last"
        " and fact = 'directive' and kind = 'deadline'"
        " where clause = ? and directive.id between ? and ? order by made desc limit 1",
        [clause, *chat],
    ).fetchone()
    day = (date.fromisoformat(row[0]) if row[0] else None) if row else told
    db.execute(
        "update directive set due = ? where clause = ? and id between ? and ?",
        [day.toordinal() if day else None, clause, *chat],
    )


def _parties(directive: Directive) -> tuple[Quote | None, Quote | None]:
    return directive.issuer, directive.addressee


def _norm(party: Quote | None) -> str:
    return organs_norm(party.text) if party else ""
