"""Find the digest of a chat that tells what a new one tells, in nearly its words."""

from __future__ import annotations

from datetime import datetime, timedelta
from heapq import nlargest

from sqlite_utils import Database

from summarizer.signature import resemblance

KEPT = timedelta(days=30)  # a signature: likes are looked for among newer digests
_MOST_KEPT = 20_000  # signatures of a chat that are looked at, the newest
_LEAST = 0.25  # what the signatures say is true to about 0.05; a half has 0.5
_AT_ONCE = 500  # signatures that go in one transaction
_MOST_READ = 3  # digests that are read whole


def like_ids(
    db: Database, signature: bytes | None, *, ids: tuple[int, int], now: datetime
) -> list[int]:
    """The digests between `ids` of the last 30 days that are worth to be read whole.

    Those whose signature is like this one, likest first, a few; none for a body too short
    to have a signature.
    """
    if signature is None:
        return []
    rows = db.execute(
        "select id, signature from near where id between ? and ? and made >= ?"
        " order by id desc limit ?",
        [*ids, _moment(now - KEPT), _MOST_KEPT],
    ).fetchall()
    told = zip(resemblance(signature, [row[1] for row in rows]), rows, strict=True)
    worth = nlargest(_MOST_READ, ((share, row[0]) for share, row in told if share >= _LEAST))
    return [number for _, number in worth]


def put_signature(db: Database, number: int, signature: bytes | None, *, made: datetime) -> None:
    """Keep an article's signature; a short body has none."""
    if signature is not None:
        db.execute(
            "insert into near (id, made, signature) values (?, ?, ?)",
            [number, _moment(made), signature],
        )


def forget_signatures(db: Database, *, now: datetime) -> bool:
    """Forget a few of those that are too old to be looked at; whether there may be more."""
    with db.atomic():
        gone = db.execute(
            "delete from near where id in (select id from near where made < ? limit ?)",
            [_moment(now - KEPT), _AT_ONCE],
        ).rowcount
    return gone == _AT_ONCE


def _moment(moment: datetime) -> int:
    return int(moment.timestamp())
