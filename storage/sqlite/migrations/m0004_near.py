"""What finds nearly the same article."""

from __future__ import annotations

from sqlite_utils import Database


def apply(db: Database) -> None:
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
