"""Number the chats."""

from __future__ import annotations

from sqlite_utils import Database


def get_chat(db: Database, channel: str, key: str) -> int:
    """The number of a chat, given to it when it is first asked for."""
    with db.atomic():
        db.execute(
            "insert into chat (channel, key) values (?, ?) on conflict do nothing", [channel, key]
        )
    (number,) = db.execute(
        "select number from chat where channel = ? and key = ?", [channel, key]
    ).fetchone()
    return int(number)


def find_chat(db: Database, channel: str, key: str) -> int | None:
    """The number of a chat that has one."""
    row = db.execute(
        "select number from chat where channel = ? and key = ?", [channel, key]
    ).fetchone()
    return int(row[0]) if row else None


def number_chats(db: Database) -> tuple[tuple[int, str, str], ...]:
    """Number, channel and key there of every chat."""
    rows = db.execute("select number, channel, key from chat order by number").fetchall()
    return tuple((number, channel, key) for number, channel, key in rows)


def get_chats(db: Database) -> tuple[tuple[str, str], ...]:
    """The channel and the key there of every chat, oldest first."""
    rows = db.execute("select channel, key from chat order by number").fetchall()
    return tuple((channel, key) for channel, key in rows)
