"""Mail in work: an inbox and an outbox."""

from __future__ import annotations

from sqlite_utils import Database


def apply(db: Database) -> None:
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
