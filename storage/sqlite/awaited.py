"""Keep which command the next words of somebody complete."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlite_utils import Database

_PATIENCE = timedelta(minutes=10)

Who = tuple[str, str, str]  # channel, chat, sender


def put_awaited(db: Database, who: Who, command: str | None, *, now: datetime) -> None:
    """Let the next words of somebody complete a command; None forgets the one that waits."""
    with db.atomic():
        db.execute("delete from awaited where (channel, chat, sender) = (?, ?, ?)", [*who])
        if command is not None:
            db.execute(
                "insert into awaited (channel, chat, sender, command, since)"
                " values (?, ?, ?, ?, ?)",
                [*who, command, now.isoformat()],
            )


def take_awaited(db: Database, who: Who, message: str, *, now: datetime) -> str | None:
    """The command that a message completes; the same message may ask again, no other."""
    with db.atomic():
        row = db.execute(
            "update awaited set message = ?4 where (channel, chat, sender) = (?1, ?2, ?3)"
            " and coalesce(message, ?4) = ?4 and since > ?5 returning command",
            [*who, message, (now - _PATIENCE).isoformat()],
        ).fetchone()
    return row[0] if row else None
