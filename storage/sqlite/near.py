"""Find the digest of a chat that tells what a new one tells, in nearly its words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from heapq import nlargest

from sqlite_utils import Database

from summarizer.model import Article, Digest
from summarizer.near import compare
from summarizer.signature import resemblance, sign

_DAYS = timedelta(days=30)
_MOST_KEPT = 20_000  # signatures of a chat that are looked at, the newest
_LEAST = 0.25  # what the signatures say is true to about 0.05; a half has 0.5
_MOST_READ = 3  # digests that are read whole


def find_near(
    db: Database,
    digest: Digest,
    *,
    ids: tuple[int, int],
    now: datetime,
    get: Callable[[int], Digest],
) -> int | None:
    """The id between `ids` of the same article as kept in the last 30 days, or None.

    Signatures choose the few that are worth to be read whole (`get`), likest first.
    """
    signature = sign(digest.article)
    if signature is None:
        return None
    rows = db.execute(
        "select id, signature from near where id between ? and ? and made >= ?"
        " order by id desc limit ?",
        [*ids, _moment(now - _DAYS), _MOST_KEPT],
    ).fetchall()
    shares = resemblance(signature, [row[1] for row in rows])
    told = zip(shares, rows, strict=True)
    worth = nlargest(_MOST_READ, ((share, row[0]) for share, row in told if share >= _LEAST))
    return next((number for _, number in worth if compare(digest, get(number)) == "same"), None)


def put_signature(db: Database, number: int, article: Article, *, made: datetime) -> None:
    """Keep an article's signature; a short body has none."""
    signature = sign(article)
    if signature is not None:
        db.execute(
            "insert into near (id, made, signature) values (?, ?, ?)",
            [number, _moment(made), signature],
        )


def _moment(moment: datetime) -> int:
    return int(moment.timestamp())
