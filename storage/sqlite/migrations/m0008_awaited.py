"""What somebody is asked to type next."""

from __future__ import annotations

from sqlite_utils import Database


def apply(db: Database) -> None:
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
