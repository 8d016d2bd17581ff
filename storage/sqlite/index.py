"""Keep the index in step with the digests, and make it anew where it is of an older form."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from zlib import crc32

from sqlite_utils import Database

from storage.sqlite.packing import unpack_digest
from storage.terms import VERSION, terms_of
from summarizer.model import Digest

log = logging.getLogger(__name__)

_STEP = 200  # pages of the index written at a time, some 40 ms
_COUNTED = 16  # one in so many digests counts how common a word is


def day_of(digest: Digest, made: datetime) -> date:
    """The day that a digest is found by: when the article was published, else came."""
    return digest.article.published or digest.article.received or made.date()


def put_terms(db: Database, number: int, digest: Digest, *, day: date) -> None:
    """Let a digest be found by its terms."""
    terms = terms_of(digest, day=day)
    db.execute("insert into digest_term (rowid, terms) values (?, ?)", [number, _joined(terms)])
    words = [term for term in terms if is_word(term)]
    db.conn.executemany("insert or ignore into term values (?, 0)", ((word,) for word in words))
    db.conn.executemany(
        "update term set seen = seen + 1 where term = ?",
        ((word,) for word in words if crc32(word.encode(), number) % _COUNTED == 0),
    )


def drop_terms(db: Database, number: int, digest: Digest, *, day: date) -> None:
    """Let a digest be found no more, and forget the words that no other one has."""
    terms = terms_of(digest, day=day)
    db.execute(
        "insert into digest_term (digest_term, rowid, terms) values ('delete', ?, ?)",
        [number, _joined(terms)],
    )
    for word in filter(is_word, terms):
        other = db.execute(
            "select 1 from digest_term where digest_term match ? limit 1", [f'"{word}"']
        ).fetchone()
        if other is None:
            db.execute("delete from term where term = ?", [word])


def begin_tidying(db: Database) -> bool:
    """Begin to write the index anew without removed digests; whether there is more to do.

    A removed row is only crossed out: its terms stay until the segments of the index that
    tell of it are merged.
    """
    return _merge(db, -_STEP)


def go_on_tidying(db: Database) -> bool:
    """A step of that; whether there is more to do."""
    return _merge(db, _STEP)


def renew_index(db: Database) -> None:
    """Make the index anew where it is not of the form that is sought by today; one transaction."""
    (version,) = db.execute("select value from meta where key = 'index'").fetchone()
    if version != VERSION:
        build_index(db)


def build_index(db: Database) -> None:
    """Make the index anew of the digests alone; one transaction."""
    with db.atomic():
        db.execute("insert into digest_term (digest_term) values ('delete-all')")
        db.execute("delete from term")
        count = 0
        for number, day, digest in _digests(db):
            put_terms(db, number, digest, day=day)
            count += 1
        db.execute("update meta set value = ? where key = 'index'", [VERSION])
    if count:
        log.info("%d digests indexed", count)


def is_word(term: str) -> bool:
    """Whether a term is a single word of the text."""
    return ":" not in term and "_" not in term


def _digests(db: Database) -> Iterator[tuple[int, date, Digest]]:
    rows = db.execute("select id, day, body, source from digest order by id")
    for number, day, body, source in rows:
        yield number, date.fromordinal(day), unpack_digest(body, source)


def _merge(db: Database, pages: int) -> bool:
    """FTS5's «merge»: it writes two rows or more as long as it finds work."""
    before = db.conn.total_changes
    with db.atomic():
        db.execute("insert into digest_term (digest_term, rank) values ('merge', ?)", [pages])
    return db.conn.total_changes - before >= 2


def _joined(terms: Iterable[str]) -> str:
    return " ".join(sorted(terms))
