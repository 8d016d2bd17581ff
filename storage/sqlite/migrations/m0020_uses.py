"""Which message asked for an article, so that one tried again is counted once."""

from __future__ import annotations

from sqlite_utils import Database


def apply(db: Database) -> None:
    """Uses that were noted before belong to no message."""
    db.execute("alter table use add column message text")
