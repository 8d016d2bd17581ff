"""Keep at which hours chats get the day's digest, and write down those that are due."""

from __future__ import annotations

from datetime import UTC, datetime, time

from sqlite_utils import Database

from storage.model import Event, NewEvent, Schedule
from storage.sqlite.inbox import put_event

_SELECT = (
    "select schedule.chat, channel, key, at, is_working, sent, paused"
    " from schedule join chat on chat.number = schedule.chat"
)


def get_schedule(db: Database, chat: int) -> Schedule | None:
    """The schedule of a chat, or None."""
    row = db.execute(f"{_SELECT} where schedule.chat = ?", [chat]).fetchone()
    return _schedule(row) if row else None


def get_schedules(db: Database) -> tuple[Schedule, ...]:
    """The schedules of all chats."""
    return tuple(map(_schedule, db.execute(f"{_SELECT} order by schedule.chat").fetchall()))


def put_schedule(db: Database, chat: int, at: time, *, is_working: bool, sent: datetime) -> None:
    """Let a chat get the day's digest at an hour; how far it was sent before stays so."""
    with db.atomic():
        db.execute(
            "insert into schedule (chat, at, is_working, sent) values (?, ?, ?, ?)"
            " on conflict do update set at = excluded.at, is_working = excluded.is_working,"
            " paused = null",
            [chat, f"{at:%H:%M}", is_working, _written(sent)],
        )


def drop_schedule(db: Database, chat: int) -> bool:
    """Let a chat get it no longer; False where it did not."""
    row = db.execute("delete from schedule where chat = ? returning chat", [chat]).fetchone()
    return row is not None


def put_due(
    db: Database, schedule: Schedule, event: NewEvent, *, slot: datetime, now: datetime
) -> Event | None:
    """Write down that it is due and how far it goes, together; None where it was written before."""
    with db.atomic():
        db.execute("update schedule set sent = ? where chat = ?", [_written(slot), schedule.chat])
        return put_event(db, schedule.channel, event, now=now)


def set_sent(db: Database, chat: int, sent: datetime) -> None:
    """Say that all up to then was sent: the clock was wrong."""
    db.execute("update schedule set sent = ? where chat = ?", [_written(sent), chat])


def pause_gone(db: Database, *, now: datetime) -> None:
    """Rest where the last digest was refused; go on where somebody has spoken since."""
    with db.atomic():
        db.execute(
            "update schedule set paused = ?1 where paused is null and 'blocked' = ("
            "select failure from inbox join chat using (channel) where chat.number = schedule.chat"
            " and inbox.chat = chat.key and verdict = 'due' order by id desc limit 1)",
            [_written(now)],
        )
        db.execute(
            "update schedule set paused = null where exists ("
            "select 1 from inbox join chat using (channel) where chat.number = schedule.chat"
            " and inbox.chat = chat.key and verdict = 'member' and received > schedule.paused)"
        )


def _schedule(row: tuple[int, str, str, str, int, str, str | None]) -> Schedule:
    chat, channel, key, at, is_working, sent, paused = row
    return Schedule(
        chat,
        channel,
        key,
        time.fromisoformat(at),
        datetime.fromisoformat(sent),
        is_working=bool(is_working),
        is_paused=paused is not None,
    )


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat()
