"""Read what the register needs of a digest."""

from __future__ import annotations

from datetime import datetime

from sqlite_utils import Database

from storage.entries import Source
from storage.packing import unpack, unpack_digest
from storage.sqlite.ids import split_id
from summarizer.model import Digest


def get_digest(db: Database, number: int) -> Digest:
    """The digest with this id; raises LookupError."""
    row = db.execute("select body, source from digest where id = ?", [number]).fetchone()
    if row is None:
        raise LookupError(number)
    return unpack_digest(row[0], row[1])


def get_text(db: Database, number: int) -> str:
    """The words of the article of the digest with this id; raises LookupError."""
    row = db.execute("select source from digest where id = ?", [number]).fetchone()
    if row is None:
        raise LookupError(number)
    return unpack(row[0]).decode()


def get_source(db: Database, number: int) -> Source:
    """The digest with this id as the register names it."""
    (made,) = db.execute("select made from digest where id = ?", [number]).fetchone()
    return source_of(number, get_digest(db, number), datetime.fromisoformat(made))


def source_of(number: int, digest: Digest, made: datetime) -> Source:
    """A digest as the register names it."""
    article = digest.article
    chat, own = split_id(number)
    title = article.title.text if article.title else None
    return Source(number, chat, own, title, article.published, article.url, made)
