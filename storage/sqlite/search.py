"""Find digests: candidates from the index, then our own ranking, all within a deadline."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from sqlite_utils import Database

from storage.model import Hit, Results
from storage.outline import read_outline
from storage.passage import find_passage
from storage.query import Query
from storage.ranking import Candidate, Weighed, make_sought, weigh
from storage.sqlite.candidates import Candidates, find_candidates
from storage.sqlite.ids import split_id
from storage.sqlite.packing import unpacker

_SECONDS = 0.3  # nobody waits longer: what has been found by then is the answer
_STEPS = 5000  # of SQLite's machine, between two looks at the clock
_BATCH, _LETTERS = 20, 400_000  # digests that are weighed at a time, and letters of theirs


def search(db: Database, query: Query, *, chats: Sequence[int], limit: int, today: date) -> Results:
    """The page of the query: `limit` digests of these chats, best first."""
    if query.is_empty:
        return Results()
    until = time.monotonic() + _SECONDS
    db.conn.set_progress_handler(lambda: time.monotonic() > until, _STEPS)
    weighed: list[Weighed] = []
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
) -> Iterator[Weighed]:
    """The candidates that are what is asked for, as far as time allows."""
    sought = make_sought(query)
    for batch in _batches(_read(db, found.ids, found.numbered)):
        yield from weigh(batch, sought, today=today)
        if time.monotonic() > until:
            return


def _batches(candidates: Iterable[Candidate]) -> Iterator[list[Candidate]]:
    batch: list[Candidate] = []
    letters = 0
    for each in candidates:
        batch.append(each)
        letters += len(each.text)
        if len(batch) == _BATCH or letters > _LETTERS:
            yield batch
            batch, letters = [], 0
    if batch:
        yield batch


def _read(db: Database, ids: Sequence[int], numbered: Collection[int]) -> Iterator[Candidate]:
    packed = unpacker()
    for number in ids:
        row = db.execute("select day, body, source from digest where id = ?", [number]).fetchone()
        if row is not None:
            day, body = date.fromordinal(row[0]), packed.decompress(row[1])
            text = packed.decompress(row[2]).decode()
            yield Candidate(number, day, body, text, read_outline(body), number in numbered)


def _hit(weighed: Weighed, query: Query) -> Hit:
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
