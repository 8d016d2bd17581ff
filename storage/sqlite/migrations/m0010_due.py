"""What comes by itself: a message that is to be noticed before it says all."""

from __future__ import annotations

from sqlite_utils import Database


def apply(db: Database) -> None:
    """outbox: `heading` is put up first, and edited into `body` afterwards."""
    db.execute("alter table outbox add column heading blob")
