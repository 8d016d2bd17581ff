"""Ways to the few rows that are wanted, where a whole chat's were gone through."""

from __future__ import annotations

from sqlite_utils import Database


def apply(db: Database) -> None:
    """Find demands of the same issuer, addressee and day in a chat, and what a message asked for.

    The upper half of a `clause` is issuer, addressee and day.
    """
    db.execute("create index directive_head on directive (clause >> 32, id)")
    db.execute("create index digest_message on digest (message) where message is not null")
