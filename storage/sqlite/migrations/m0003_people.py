"""Members, corrections, links, limits."""

from __future__ import annotations

from sqlite_utils import Database


def apply(db: Database) -> None:
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
