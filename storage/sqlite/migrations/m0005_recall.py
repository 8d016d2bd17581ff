"""Digests packed small; an index of terms."""

from __future__ import annotations

import zlib
from datetime import UTC, date, datetime

import msgspec
from sqlite_utils import Database

from storage.packing import pack


def apply(db: Database) -> None:
    """Digests packed small beside their source text; an index of terms instead of words.

    digest: `body` is JSON without the article's text, `source` that text, both as
    `storage/packing.py` packs them; `day` is when the article was published, else
    came, as the number of the day. digest_term holds the terms of `storage/terms.py`,
    contentless: what they are can be told from the digest alone, and a term to be taken
    out must be told. term: the single words among them, `seen` roughly how often. meta:
    what index the file has; an older one is made anew when the file is opened. asked:
    searches that are too long for a button. office: chats that share their digests.
    """
    for statement in (
        """create table digest_packed (
            id integer primary key,
            day integer not null,
            made text not null,
            message text,
            fingerprint blob not null,
            body blob not null,
            source blob not null
        ) strict""",
        "drop table digest_text",
        """create virtual table digest_term using fts5 (
            terms, content = '', detail = none, columnsize = 0, tokenize = "ascii tokenchars ':_&'"
        )""",
        """create table term (
            term text primary key, seen integer not null
        ) strict, without rowid""",
        "create table meta (key text primary key, value integer not null) strict, without rowid",
        "insert into meta values ('index', 0)",
        """create table asked (
            id integer primary key,
            chat integer not null,
            query text not null,
            used text not null,
            unique (chat, query)
        ) strict""",
        """create table office (
            chat integer primary key, office integer not null
        ) strict""",
    ):
        db.execute(statement)
    _pack_all(db)
    for statement in (
        "drop table digest",
        "alter table digest_packed rename to digest",
        "create index digest_fingerprint on digest (fingerprint)",
        "create index digest_made on digest (id >> 32, made)",
    ):
        db.execute(statement)


def _pack_all(db: Database) -> None:
    """Pack the digests that were kept as zlib of their JSON, text and all."""
    rows = db.execute("select id, made, message, fingerprint, body from digest order by id")
    for number, made, message, fingerprint, body in rows:
        digest = msgspec.json.decode(zlib.decompress(body))
        article = digest["article"]
        text, article["text"] = article["text"], ""
        day = article.get("published") or article.get("received") or made[:10]
        moment = datetime.fromisoformat(made).astimezone(UTC).isoformat(timespec="microseconds")
        db.execute(
            "insert into digest_packed (id, day, made, message, fingerprint, body, source)"
            " values (?, ?, ?, ?, ?, ?, ?)",
            [
                *(number, date.fromisoformat(day).toordinal(), moment, message, fingerprint),
                *(pack(msgspec.json.encode(digest)), pack(text.encode())),
            ],
        )
