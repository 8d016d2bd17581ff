"""The forms the database has had: small numbered steps; a released one never changes."""

from __future__ import annotations

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

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
