"""Keep the index in step with the digests, and make it anew where it is of an older form."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from sqlite_utils import Database

from storage.packing import unpack_digest
from storage.sqlite.ids import split_id
from storage.terms import DAY, VERSION, day_terms, is_word, terms_of
from summarizer.model import Digest

log = logging.getLogger(__name__)

_STEP = 200  # pages of the index written at a time, some 40 ms
# One in so many digests counts how common a word is, one in more where a chat has many: each
# count writes a page of its own.
_COUNTED, _SELDOM = 16, 64
_MANY = 20_000  # digests of a chat


def day_of(digest: Digest, made: datetime) -> date:
    """The day that a digest is found by: when the article was published, else came."""
    return digest.article.published or digest.article.received or made.date()


def put_terms(
    db: Database, number: int, terms: Iterable[str], *, words: Sequence[str], day: date
) -> None:
    """Let a digest be found by its terms, of which `words` are the single ones, and its day."""
    db.execute(
        "insert into digest_term (rowid, terms) values (?, ?)", [number, _joined(terms, day)]
    )
    db.conn.executemany("insert or ignore into term values (?, 0)", ((word,) for word in words))
    step = _COUNTED if split_id(number)[1] < _MANY else _SELDOM
    db.conn.executemany(
        "update term set seen = seen + ? where term = ?",
        ((step // _COUNTED, word) for word in words[number % step :: step]),
    )


def drop_terms(db: Database, number: int, digest: Digest, *, day: date) -> None:
    """Let a digest be found no more, and forget the words that no other one has."""
    terms = terms_of(digest)
    db.execute(
        "insert into digest_term (digest_term, rowid, terms) values ('delete', ?, ?)",
        [number, _joined(terms, day)],
    )
    for word in filter(is_word, terms):
        other = db.execute(
            "select 1 from digest_term where digest_term match ? limit 1", [f'"{word}"']
        ).fetchone()
        if other is None:
            db.execute("delete from term where term = ?", [word])
    db.execute("insert into meta values ('untidy', 1) on conflict do update set value = value + 1")


def count_crossed_out(db: Database) -> int:
    """How many digests were removed whose terms may still stand in the index.

    A removed row is only crossed out: its terms stay until the segments of the index that
    tell of it are merged.
    """
    row = db.execute("select value from meta where key = 'untidy'").fetchone()
    return int(row[0]) if row else 0


def begin_tidying(db: Database, *, is_whole: bool) -> bool:
    """Begin to merge the segments of the index; whether there is more to do.

    All of it is written anew where removed digests are to leave it, `is_whole`; else two
    segments of a size are merged into one of the next, so that searches have few to look at
    and each term is written a few times in all.
    """
    with db.atomic():
        db.execute("insert into digest_term (digest_term, rank) values ('usermerge', 2)")
    return _merge(db, -_STEP if is_whole else _STEP)


def go_on_tidying(db: Database) -> bool:
    """A step of that; whether there is more to do."""
    return _merge(db, _STEP)


def end_tidying(db: Database, crossed_out: int) -> None:
    """Note that it is done, unless more were removed since `crossed_out` were counted."""
    db.execute("delete from meta where key = 'untidy' and value = ?", [crossed_out])


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
            terms = sorted(terms_of(digest))
            put_terms(db, number, terms, words=list(filter(is_word, terms)), day=day)
            count += 1
        db.execute("update meta set value = ? where key = 'index'", [VERSION])
    if count:
        log.info("%d digests indexed", count)


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


def _joined(terms: Iterable[str], day: date) -> str:
    return " ".join([*terms, *day_terms(day, prefix=DAY)])
