"""Find digests: candidates from the index, then our own ranking, all within a deadline."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from sqlite_utils import Database

from storage.model import Hit, Results
from storage.needles import Needles
from storage.outline import read_outline
from storage.packing import unpacker
from storage.passage import find_passage, needles_of
from storage.query import Query
from storage.ranking import Candidate, Weighed, make_sought, weigh
from storage.sqlite.candidates import Candidates, find_candidates
from storage.sqlite.ids import split_id

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
    read: dict[int, Candidate] = {}  # those that the page may show: none is read twice
    last = query.page * limit
    is_all = True
    try:
        for chat in chats:
            found = find_candidates(db, query, chat=chat)
            for worth, batch in _weigh_all(db, found, query, today=today, until=until):
                weighed += worth
                weighed.sort(reverse=True)
                read |= {each.id: each for each in batch}
                read = {each.id: read[each.id] for each in weighed[:last] if each.id in read}
            is_all = is_all and found.is_all and time.monotonic() <= until
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
            raise
        is_all = False
    finally:
        db.conn.set_progress_handler(None, 0)
    needles = needles_of(query)
    page = [
        (each, read.get(each.id) or _read_one(db, each.id)) for each in weighed[last - limit : last]
    ]
    hits = (_hit(candidate, each.score, needles) for each, candidate in page if candidate)
    return Results(tuple(hits), len(weighed), is_all=is_all)


def _weigh_all(
    db: Database, found: Candidates, query: Query, *, today: date, until: float
) -> Iterator[tuple[Sequence[Weighed], Sequence[Candidate]]]:
    """The candidates that are what is asked for, as far as time allows, with all that were read."""
    if not query.has_words:  # they are that by the index alone: the newest come first
        yield [Weighed(0.0, day, number) for number, day in _days(db, found.ids)], ()
        return
    sought = make_sought(query)
    for batch in _batches(_read(db, found.ids, found.numbered)):
        yield weigh(batch, sought, today=today), batch
        if time.monotonic() > until:
            return


def _days(db: Database, ids: Sequence[int]) -> Iterator[tuple[int, date]]:
    rows = db.execute(
        "select id, day from digest where id in (select value from json_each(?))", [json.dumps(ids)]
    )
    return ((number, date.fromordinal(day)) for number, day in rows.fetchall())


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


def _read_one(db: Database, number: int) -> Candidate | None:
    """A digest; None where it was removed meanwhile."""
    return next(_read(db, (number,), ()), None)


def _hit(candidate: Candidate, score: float, needles: Needles) -> Hit:
    """What is shown of a digest."""
    article = candidate.outline.article
    chat, own = split_id(candidate.id)
    return Hit(
        id=candidate.id,
        chat=chat,
        number=own,
        title=article.title.text if article.title else None,
        published=article.published,
        passage=find_passage(candidate.text, article.blocks, needles),
        score=score,
    )
