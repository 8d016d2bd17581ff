"""The forms the database has had: small numbered steps; a released one never changes."""

from __future__ import annotations

import zlib
from datetime import UTC, date, datetime

import msgspec
from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from storage.sqlite.packing import pack

MIGRATIONS = Migrations("giaoban")


@MIGRATIONS(name="0001_digests")
def digests(db: Database) -> None:
    """Digests of each chat, whole as JSON, beside what they are found by.

    The id is `chat.number << 32 | number in the chat`, so that a chat is a range of ids.
    The index holds folded text without diacritics and no copy of it (contentless):
    matches are looked at again in the digest itself. We cut the words, the tokenizer
    only parts them at blanks (`ascii` takes every other letter as it is).
    """
    for statement in (
        """create table chat (
            number integer primary key,
            channel text not null,
            key text not null,
            unique (channel, key)
        ) strict""",
        """create table digest (
            id integer primary key,
            made text not null,
            title text not null,
            published text,
            message text,
            fingerprint blob not null,
            body blob not null
        ) strict""",
        "create table docnum (norm text, id integer, primary key (norm, id)) without rowid, strict",
        "create table person (norm text, id integer, primary key (norm, id)) without rowid, strict",
        """create virtual table digest_text using fts5 (
            title, body, content = '', detail = none, columnsize = 0, tokenize = 'ascii'
        )""",
        "create index digest_fingerprint on digest (fingerprint)",
    ):
        db.execute(statement)


@MIGRATIONS(name="0002_mail")
def mail(db: Database) -> None:
    """What came in and what goes out, so that neither is lost nor doubled by a crash.

    inbox: one row an event of a channel; `raw` is what the channel said, erased when the
    event is finished. outbox: the parts of the answer to an event; `handle` is the
    message that stands in the chat, `body` what it is to say.
    """
    for statement in (
        """create table inbox (
            id integer primary key,
            channel text not null,
            key text not null,
            chat text not null,
            raw blob,
            verdict text not null,
            tries integer not null default 0,
            received text not null,
            finished text,
            failure text,
            unique (channel, key)
        ) strict""",
        "create index inbox_open on inbox (id) where finished is null",
        """create table outbox (
            event integer not null references inbox (id) on delete cascade,
            part integer not null,
            body blob,
            handle text,
            sent text,
            tries integer not null default 0,
            primary key (event, part)
        ) strict, without rowid""",
        "create table cursor (channel text primary key, value text not null) strict, without rowid",
    ):
        db.execute(statement)


@MIGRATIONS(name="0003_people")
def people(db: Database) -> None:
    """Who may come in, what readers correct, where a digest came from.

    inbox: the ids that stay when the words must not; fleeting events mean nothing after
    a restart. outbox: a message may go to another chat than the one that asked. link: the
    addresses of a digest as they are compared. use: one row an article asked for, for the
    limits of a member. stranger: who has asked to come in, and whether that was refused.
    chat.newest: the last number given, so that none comes twice, whatever is deleted.
    """
    for statement in (
        "alter table inbox add column sender text not null default ''",
        "alter table inbox add column message text",
        "alter table inbox add column is_group integer not null default 0",
        "alter table inbox add column is_fleeting integer not null default 0",
        "alter table outbox add column chat text",
        "alter table chat add column newest integer not null default 0",
        """create table link (
            chat integer not null,
            key text not null,
            id integer not null references digest (id) on delete cascade,
            primary key (chat, key)
        ) strict, without rowid""",
        "create index link_digest on link (id)",
        """create table correction (
            id integer not null references digest (id) on delete cascade,
            kind text not null,
            fact text not null,
            first integer not null,
            last integer not null,
            value text,
            sender text not null,
            made text not null,
            primary key (id, fact, first, last, kind)
        ) strict, without rowid""",
        """create table member (
            channel text not null,
            key text not null,
            added_by text not null,
            added text not null,
            primary key (channel, key)
        ) strict, without rowid""",
        """create table stranger (
            channel text not null,
            key text not null,
            asked text not null,
            is_refused integer not null default 0,
            primary key (channel, key)
        ) strict, without rowid""",
        "create table use (channel text not null, sender text not null, at text not null) strict",
        "create index use_sender on use (channel, sender, at)",
        "create index docnum_id on docnum (id)",
        "create index person_id on person (id)",
    ):
        db.execute(statement)


@MIGRATIONS(name="0004_near")
def near(db: Database) -> None:
    """What finds an article that nearly is a kept one: narrow rows, read by the thousand.

    `made` counts seconds since 1970. Digests kept before have no row: within a month
    nobody looks for them.
    """
    db.execute(
        """create table near (
            id integer primary key references digest (id) on delete cascade,
            made integer not null,
            signature blob not null
        ) strict"""
    )


@MIGRATIONS(name="0005_recall")
def recall(db: Database) -> None:
    """Digests packed small beside their source text; an index of terms instead of words.

    digest: `body` is JSON without the article's text, `source` that text, both as
    `storage/sqlite/packing.py` packs them; `day` is when the article was published, else
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


@MIGRATIONS(name="0008_awaited")
def awaited(db: Database) -> None:
    """A command that somebody's next words complete, and the message that did."""
    db.execute(
        """create table awaited (
            channel text not null,
            chat text not null,
            sender text not null,
            command text not null,
            since text not null,
            message text,
            primary key (channel, chat, sender)
        ) strict, without rowid"""
    )


@MIGRATIONS(name="0009_files")
def files(db: Database) -> None:
    """A part of an answer may be a file; `tries` counts how often it was begun to be sent."""
    db.execute("alter table outbox add column is_file integer not null default 0")
