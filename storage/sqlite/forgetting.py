"""Remove what is old, or all that a chat has had."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlite_utils import Database

from storage.sqlite.digests import OF_CHATS, delete_digest
from storage.sqlite.ids import chat_range

_AT_ONCE = 20  # digests of one transaction: others wait for the writer meanwhile


def forget_some(db: Database, *, before: datetime | None, chat: int | None) -> int:
    """Remove a few digests that were kept before then, of a chat or of all; how many."""
    first, last = chat_range(chat) if chat is not None else (0, 1 << 62)
    until = before.astimezone(UTC).isoformat(timespec="microseconds") if before else "~"
    with db.atomic():
        rows = db.execute(
            "select id from digest where id between ? and ? and made < ? limit ?",
            [first, last, until, _AT_ONCE],
        ).fetchall()
        for (number,) in rows:
            delete_digest(db, number)
    return len(rows)


def forget_mail(db: Database, *, before: datetime) -> None:
    """Strike out the ids of what was answered before then, and what nobody waits for any more."""
    with db.atomic():
        db.execute("delete from inbox where finished < ?", [before.isoformat()])
        db.execute("delete from awaited where since < ?", [before.isoformat()])


def forget_chat(db: Database, chat: int) -> None:
    """Remove what is left of a chat besides its digests: its mail, its searches, its number.

    Who may come in stays as it is.
    """
    with db.atomic():
        row = db.execute("select channel, key from chat where number = ?", [chat]).fetchone()
        if row is None:
            return
        for table in ("inbox", "awaited"):
            db.execute(f"delete from {table} where (channel, chat) = (?, ?)", [*row])  # noqa: S608 (our names)
        for table in (*OF_CHATS, "asked", "office"):
            db.execute(f"delete from {table} where chat = ?", [chat])  # noqa: S608 (our names)
