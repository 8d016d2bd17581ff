"""Find digests: candidates from the index, newest first, then our own ranking."""

from __future__ import annotations

from sqlite_utils import Database

from storage.model import Found
from storage.query import Query
from storage.ranking import weigh
from storage.sqlite.digests import chat_range, get_kept

_MOST_CANDIDATES = 200


def search(db: Database, query: Query, *, chat: int, limit: int) -> tuple[Found, ...]:
    """The digests of a chat that hold every syllable, best first, at most `limit`."""
    if query.is_empty:
        return ()
    numbers = dict.fromkeys(_by_number(db, query, chat=chat))
    numbers.update(dict.fromkeys(_by_words(db, query, chat=chat)))
    candidates = (get_kept(db, number) for number in numbers)
    weighed = (weigh(kept, query) for kept in candidates if kept)
    found = [hit for hit in weighed if hit]
    return tuple(sorted(found, key=lambda hit: (-hit.score, -hit.id))[:limit])


def _by_words(db: Database, query: Query, *, chat: int) -> list[int]:
    match = " AND ".join(f'"{term}"' for term in query.bare_terms)
    first, last = chat_range(chat)
    rows = db.execute(
        "select rowid from digest_text where digest_text match ? and rowid between ? and ?"
        " order by rowid desc limit ?",
        [match, first, last, _MOST_CANDIDATES],
    ).fetchall()
    return [number for (number,) in rows]


def _by_number(db: Database, query: Query, *, chat: int) -> list[int]:
    if query.number is None:
        return []
    first, last = chat_range(chat)
    rows = db.execute(
        "select id from docnum where norm = ? and id between ? and ? order by id desc limit ?",
        [query.number, first, last, _MOST_CANDIDATES],
    ).fetchall()
    return [number for (number,) in rows]
