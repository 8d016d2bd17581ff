"""Tables that nobody reads any more."""

from __future__ import annotations

from sqlite_utils import Database


def apply(db: Database) -> None:
    """Numbers and names are found by the terms of the index."""
    db.execute("drop table docnum")
    db.execute("drop table person")
