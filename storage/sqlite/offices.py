"""Keep which chats share their digests: an office is known by one of its chats' numbers."""

from __future__ import annotations

from sqlite_utils import Database


def chats_of(db: Database, chat: int) -> tuple[int, ...]:
    """The chats whose digests a chat sees: itself first, then those of its office."""
    rows = db.execute(
        "select other.chat from office own join office other on other.office = own.office"
        " where own.chat = ? and other.chat <> own.chat order by other.chat",
        [chat],
    ).fetchall()
    return (chat, *(other for (other,) in rows))


def join(db: Database, chat: int, other: int) -> None:
    """Let two chats, and all those of their offices, be one office."""
    with db.atomic():
        for each in (chat, other):
            db.execute(
                "insert into office (chat, office) values (?, ?) on conflict do nothing",
                [each, each],
            )
        db.execute(
            "update office set office = (select office from office where chat = ?)"
            " where office = (select office from office where chat = ?)",
            [chat, other],
        )


def leave(db: Database, chat: int) -> bool:
    """Let a chat be by itself again; False where it was. An office of one is none."""
    with db.atomic():
        row = db.execute("delete from office where chat = ? returning office", [chat]).fetchone()
        if row is None:
            return False
        db.execute(
            "delete from office where office = ?1"
            " and (select count(*) from office where office = ?1) = 1",
            [row[0]],
        )
    return True


def get_offices(db: Database, channel: str) -> tuple[tuple[str, ...], ...]:
    """The keys of the chats of each office that has chats on a channel."""
    rows = db.execute(
        "select office, key from office join chat on chat.number = office.chat"
        " where channel = ? order by office, chat",
        [channel],
    ).fetchall()
    offices: dict[int, list[str]] = {}
    for office, key in rows:
        offices.setdefault(office, []).append(key)
    return tuple(tuple(keys) for keys in offices.values())
