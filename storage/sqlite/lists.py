"""List digests: the newest of a chat, those of a stretch of time, all of them."""

from __future__ import annotations

from datetime import datetime

from sqlite_utils import Database

from storage.model import Kept
from storage.sqlite.digests import the_kept, written
from storage.sqlite.ids import chat_range


def latest(db: Database, *, chat: int, limit: int) -> tuple[Kept, ...]:
    """The newest digests of a chat, newest first."""
    first, last = chat_range(chat)
    rows = db.execute(
        "select id from digest where id between ? and ? order by id desc limit ?",
        [first, last, limit],
    ).fetchall()
    return tuple(the_kept(db, number) for (number,) in rows)


def get_after(db: Database, last: int, *, limit: int) -> tuple[Kept, ...]:
    """The next digests of all chats behind an id, in the order of their ids."""
    rows = db.execute(
        "select id from digest where id > ? order by id limit ?", [last, limit]
    ).fetchall()
    return tuple(the_kept(db, number) for (number,) in rows)


def moments(db: Database, start: datetime, end: datetime, *, chat: int) -> tuple[datetime, ...]:
    """When a chat got its digests from `start` to before `end`, in order."""
    rows = db.execute(
        "select made from digest where id >> 32 = ? and made >= ? and made < ? order by made",
        [chat, written(start), written(end)],
    ).fetchall()
    return tuple(datetime.fromisoformat(made) for (made,) in rows)


def between(
    db: Database, start: datetime, end: datetime, *, chat: int, limit: int
) -> tuple[Kept, ...]:
    """The digests that a chat got from `start` to before `end`: the newest, oldest first."""
    numbers = ids_between(db, start, end, chat=chat)[-limit:]
    return tuple(the_kept(db, number) for number in numbers)


def ids_between(db: Database, start: datetime, end: datetime, *, chat: int) -> tuple[int, ...]:
    """The ids of all digests that a chat got from `start` to before `end`, oldest first."""
    rows = db.execute(
        "select id from digest where id >> 32 = ? and made >= ? and made < ? order by id",
        [chat, written(start), written(end)],
    ).fetchall()
    return tuple(number for (number,) in rows)
