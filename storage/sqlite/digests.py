"""Keep digests and get them back."""

from __future__ import annotations

import hashlib
import zlib
from datetime import datetime

import msgspec
from sqlite_utils import Database

from storage.model import Kept, number_norm
from storage.query import syllables
from summarizer.folding import fold, strip_marks
from summarizer.model import Digest

_CHAT_BITS = 32


def get_chat(db: Database, channel: str, key: str) -> int:
    """The number of a chat, given to it when it is first asked for."""
    with db.atomic():
        db.execute(
            "insert into chat (channel, key) values (?, ?) on conflict do nothing", [channel, key]
        )
    (number,) = db.execute(
        "select number from chat where channel = ? and key = ?", [channel, key]
    ).fetchone()
    return int(number)


def put_digest(
    db: Database, digest: Digest, *, chat: int, now: datetime, message: str | None = None
) -> Kept:
    """Keep a digest for a chat; one with the same words that is there stays, and comes back.

    It is new, too, where `message`, which asks for it, has put it there before: the
    program was stopped before it could answer. One transaction.
    """
    fingerprint = _fingerprint(digest)
    with db.atomic():
        first, last = chat_range(chat)
        known = db.execute(
            "select id, body, message from digest where fingerprint = ? and id between ? and ?",
            [fingerprint, first, last],
        ).fetchone()
        if known:
            is_new = message is not None and known[2] == message
            return Kept(known[0], _decode(known[1]), is_new=is_new)
        number = _next_id(db, chat)
        title = digest.article.title.text if digest.article.title else ""
        row = {
            "id": number,
            "made": now.isoformat(),
            "title": title,
            "published": digest.article.published and digest.article.published.isoformat(),
            "message": message,
            "fingerprint": fingerprint,
            "body": zlib.compress(msgspec.json.encode(digest)),
        }
        db.table("digest").insert(row)
        _put_keys(db, number, digest)
    return Kept(number, digest, is_new=True)


def get_digest(db: Database, number: int) -> Digest | None:
    """The digest with this id, or None."""
    row = db.execute("select body from digest where id = ?", [number]).fetchone()
    return _decode(row[0]) if row else None


def latest(db: Database, *, chat: int, limit: int) -> tuple[Kept, ...]:
    """The newest digests of a chat, newest first."""
    first, last = chat_range(chat)
    rows = db.execute(
        "select id from digest where id between ? and ? order by id desc limit ?",
        [first, last, limit],
    ).fetchall()
    found = ((number, get_digest(db, number)) for (number,) in rows)
    return tuple(Kept(number, digest, is_new=False) for number, digest in found if digest)


def chat_range(chat: int) -> tuple[int, int]:
    """The first and last id that a chat's digests can have."""
    return chat << _CHAT_BITS, ((chat + 1) << _CHAT_BITS) - 1


def searchable(text: str) -> str:
    """Text as the index sees it: syllables without diacritics, parted by blanks."""
    return " ".join(syllables(strip_marks(fold(text))))


def _decode(body: bytes) -> Digest:
    return msgspec.json.decode(zlib.decompress(body), type=Digest)


def _next_id(db: Database, chat: int) -> int:
    first, last = chat_range(chat)
    (newest,) = db.execute(
        "select max(id) from digest where id between ? and ?", [first, last]
    ).fetchone()
    return (first if newest is None else newest) + 1


def _put_keys(db: Database, number: int, digest: Digest) -> None:
    article = digest.article
    title = article.title.text if article.title else ""
    db.execute(
        "insert into digest_text (rowid, title, body) values (?, ?, ?)",
        [number, searchable(title), searchable(article.text)],
    )
    numbers = {number_norm(doc.number) for doc in digest.documents if doc.number}
    people = {searchable(person.name) for person in digest.people}
    db.table("docnum").insert_all({"norm": norm, "id": number} for norm in sorted(numbers))
    db.table("person").insert_all({"norm": norm, "id": number} for norm in sorted(people))


def _fingerprint(digest: Digest) -> bytes:
    words = " ".join(fold(digest.article.text).split())
    return hashlib.sha256(words.encode()).digest()
