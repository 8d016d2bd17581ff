"""Files as parts of an answer."""

from __future__ import annotations

from sqlite_utils import Database


def apply(db: Database) -> None:
    """A part of an answer may be a file; `tries` counts how often it was begun to be sent."""
    db.execute("alter table outbox add column is_file integer not null default 0")
