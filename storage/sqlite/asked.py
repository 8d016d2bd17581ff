"""Keep searches that are too long for a button, so that their pages can be turned."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlite_utils import Database

_KEPT = timedelta(days=30)


def put_asked(db: Database, chat: int, query: str, *, now: datetime) -> int:
    """The number of a search of a chat; those that nobody used for a month are forgotten."""
    with db.atomic():
        db.execute("delete from asked where used < ?", [(now - _KEPT).isoformat()])
        (number,) = db.execute(
            "insert into asked (chat, query, used) values (?, ?, ?)"
            " on conflict do update set used = excluded.used returning id",
            [chat, query, now.isoformat()],
        ).fetchone()
    return int(number)


def get_asked(db: Database, number: int, *, chat: int) -> str | None:
    """The search of a chat with this number, or None."""
    row = db.execute("select query from asked where id = ? and chat = ?", [number, chat]).fetchone()
    return row[0] if row else None
