"""Find digests: candidates from the index, then our own ranking, all within a deadline."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator, Sequence
from datetime import date

import msgspec
from msgspec import Struct
from sqlite_utils import Database

from storage.model import Hit, Results
from storage.passage import find_passage
from storage.query import Query
from storage.ranking import Candidate, Outline, make_sought, weigh
from storage.sqlite.candidates import Candidates, find_candidates
from storage.sqlite.ids import split_id
from storage.sqlite.packing import unpacker

_SECONDS = 0.3  # nobody waits longer: what has been found by then is the answer
_STEPS = 5000  # of SQLite's machine, between two looks at the clock
_OUTLINE = msgspec.json.Decoder(Outline)


class _Weighed(Struct, frozen=True):
    score: float
    candidate: Candidate


def search(db: Database, query: Query, *, chats: Sequence[int], limit: int, today: date) -> Results:
    """The page of the query: `limit` digests of these chats, best first."""
    if query.is_empty:
        return Results()
    until = time.monotonic() + _SECONDS
    db.conn.set_progress_handler(lambda: time.monotonic() > until, _STEPS)
    weighed: list[_Weighed] = []
    is_all = True
    try:
        for chat in chats:
            found = find_candidates(db, query, chat=chat)
            weighed += _weigh_all(db, found, query, today=today, until=until)
            is_all = is_all and found.is_all and time.monotonic() <= until
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
            raise
        is_all = False
    finally:
        db.conn.set_progress_handler(None, 0)
    weighed.sort(key=lambda each: (each.score, each.candidate.day, each.candidate.id), reverse=True)
    page = weighed[(query.page - 1) * limit : query.page * limit]
    return Results(tuple(_hit(each, query) for each in page), len(weighed), is_all=is_all)


def _weigh_all(
    db: Database, found: Candidates, query: Query, *, today: date, until: float
) -> Iterator[_Weighed]:
    """The candidates that are what is asked for, as far as time allows."""
    sought = make_sought(query)
    read = unpacker()
    for number in found.ids:
        row = db.execute("select day, body, source from digest where id = ?", [number]).fetchone()
        if row is None:
            continue
        outline = _OUTLINE.decode(read.decompress(row[1]))
        text = read.decompress(row[2]).decode()
        day = date.fromordinal(row[0])
        candidate = Candidate(number, day, text, outline, number in found.numbered)
        score = weigh(candidate, sought, today=today)
        if score is not None:
            yield _Weighed(score, candidate)
        if time.monotonic() > until:
            return


def _hit(weighed: _Weighed, query: Query) -> Hit:
    candidate = weighed.candidate
    article = candidate.outline.article
    chat, own = split_id(candidate.id)
    return Hit(
        id=candidate.id,
        chat=chat,
        number=own,
        title=article.title.text if article.title else None,
        published=article.published,
        passage=find_passage(candidate.text, article.blocks, query),
        score=weighed.score,
    )
