"""Write down what came in before it is acknowledged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from storage.model import Event, NewEvent

_SELECT = (
    "select id, channel, chat, raw, sender, message, is_group, is_fleeting, verdict, tries"
    " from inbox"
)


def put_events(
    db: Database, channel: str, events: Iterable[NewEvent], *, cursor: str | None, now: datetime
) -> tuple[Event, ...]:
    """Write events down, in one transaction with the cursor; those known before are left out."""
    with db.atomic():
        asked = [put_event(db, channel, event, now=now) for event in events]
        if cursor is not None:
            db.execute(
                "insert into cursor (channel, value) values (?, ?)"
                " on conflict do update set value = excluded.value",
                [channel, cursor],
            )
    return tuple(event for event in asked if event)


def put_event(db: Database, channel: str, event: NewEvent, *, now: datetime) -> Event | None:
    """Write an event down; None where it is there already."""
    row = db.execute(
        "insert into inbox (channel, key, chat, raw, sender, message, is_group,"
        " is_fleeting, verdict, received) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " on conflict do nothing returning id",
        [
            *(channel, event.key, event.chat, event.raw, event.sender, event.message),
            *(event.is_group, event.is_fleeting, event.verdict, now.isoformat()),
        ],
    ).fetchone()
    return _read(db, row[0]) if row else None


def get_cursor(db: Database, channel: str) -> str | None:
    """How far a channel has been read, as it was last written down."""
    row = db.execute("select value from cursor where channel = ?", [channel]).fetchone()
    return row[0] if row else None


def open_events(db: Database) -> tuple[Event, ...]:
    """The events not yet finished, in the order in which they came."""
    rows = db.execute(f"{_SELECT} where finished is null order by id").fetchall()
    return tuple(_event(row) for row in rows)


def try_event(db: Database, event: int) -> int:
    """Count one more try of an event; the number of tries so far, this one with them."""
    with db.atomic():
        (tries,) = db.execute(
            "update inbox set tries = tries + 1 where id = ? returning tries", [event]
        ).fetchone()
    return int(tries)


def finish_events(
    db: Database, events: Sequence[int], *, now: datetime, failure: str | None = None
) -> None:
    """Strike events off, and erase their words and those of their answers."""
    with db.atomic():
        for event in events:
            db.execute(
                "update inbox set finished = ?, failure = ?, raw = null where id = ?",
                [now.isoformat(), failure, event],
            )
            db.execute("update outbox set body = null, heading = null where event = ?", [event])


def _read(db: Database, number: int) -> Event:
    return _event(db.execute(f"{_SELECT} where id = ?", [number]).fetchone())


def _event(row: tuple[Any, ...]) -> Event:
    number, channel, chat, raw, sender, message, is_group, is_fleeting, verdict, tries = row
    return Event(
        number,
        channel,
        chat,
        raw,
        sender,
        message,
        is_group=bool(is_group),
        is_fleeting=bool(is_fleeting),
        verdict=verdict,
        tries=tries,
    )
