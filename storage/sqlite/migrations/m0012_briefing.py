"""At which hour a chat gets the day's digest, and how far it has been sent."""

from __future__ import annotations

from sqlite_utils import Database


def apply(db: Database) -> None:
    """schedule: `at` is «07:00» by the office's clock, `sent` the slot up to which it was sent.

    `paused` is when the chat was found to want nothing more of us.
    """
    db.execute(
        """create table schedule (
            chat integer primary key,
            at text not null,
            is_working integer not null,
            sent text not null,
            paused text
        ) strict"""
    )
