"""Write down which deadlines a chat is to be reminded of, each milestone once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta, tzinfo

from msgspec import Struct
from sqlite_utils import Database

from storage.entries import Reminded, ReminderHour
from storage.model import Event, NewEvent
from storage.sqlite.directive_list import get_directive
from storage.sqlite.inbox import put_event
from storage.sqlite.tasks import get_organs
from summarizer.model import Span
from summarizer.organs import is_among

DEFAULT_HOUR = time(7, 30)
OVERDUE = -1
_MILESTONES = (7, 3, 1, 0, OVERDUE)  # days before the deadline
_LATEST = 60  # days overdue after which nobody needs to be told for the first time


class Clock(Struct, frozen=True):
    """The moment, and the office's clock."""

    now: datetime
    zone: tzinfo

    @property
    def today(self) -> date:
        """The day by the office's clock."""
        return self.now.astimezone(self.zone).date()


class _Due(Struct, frozen=True):
    """A directive whose deadline is near; `since` is when it was first to be watched."""

    clause: int
    due: date
    since: datetime


def get_hour(db: Database, chat: int) -> ReminderHour:
    """When a chat is reminded."""
    row = db.execute("select at from reminder where chat = ?", [chat]).fetchone()
    if row is None:
        return ReminderHour(DEFAULT_HOUR)
    return ReminderHour(None if row[0] is None else time(*divmod(row[0], 60)), is_own=True)


def put_hour(db: Database, chat: int, at: time | None) -> None:
    """Let a chat be reminded at an hour, or never."""
    minutes = None if at is None else at.hour * 60 + at.minute
    with db.atomic():
        db.execute(
            "insert into reminder (chat, at) values (?1, ?2) on conflict do update set at = ?2",
            [chat, minutes],
        )


def drop_hour(db: Database, chat: int) -> None:
    """Let a chat be reminded when all others are."""
    with db.atomic():
        db.execute("delete from reminder where chat = ?", [chat])


def find_due(db: Database, clock: Clock, channels: Sequence[str]) -> tuple[int, ...]:
    """The chats that something is due for: a look that changes nothing."""
    return tuple(
        chat
        for chat, channel, key in _watching(db, channels)
        if not _is_told(db, channel, key, clock.today) and _milestones(db, chat, clock)
    )


def write_reminder(db: Database, chat: int, clock: Clock, command: str) -> Event | None:
    """Write down today's reminder of a chat, with the milestones that it tells of.

    One transaction: whatever happens, each milestone is told in one message. None where
    there is nothing to tell, or the chat was reminded today.
    """
    with db.atomic():
        channel, key = db.execute(
            "select channel, key from chat where number = ?", [chat]
        ).fetchone()
        found = _milestones(db, chat, clock)
        day = clock.today
        if not found or _is_told(db, channel, key, day):
            return None
        raw = f"{command} {day.isoformat()}".encode()
        event = NewEvent(_event_key(key, day), key, raw, verdict="due")
        for each, milestone in found:
            db.execute(
                "insert into reminded (chat, clause, due, milestone, day) values (?, ?, ?, ?, ?)",
                [chat, each.clause, each.due.toordinal(), milestone, day.toordinal()],
            )
        return put_event(db, channel, event, now=clock.now)


def get_reminded(
    db: Database, chat: int, day: date, *, chats: Sequence[int]
) -> tuple[Reminded, ...]:
    """What the reminder of a day tells: what is done, dropped or put off meanwhile is left out."""
    rows = db.execute(
        "select d.id, d.first, d.last, r.milestone from reminded r join directive d"
        " on d.clause = r.clause and d.due = r.due and d.id >> 32 = r.chat and not d.is_dropped"
        " where r.chat = ? and r.day = ? and d.id = (select max(id) from directive n"
        " where n.clause = r.clause and n.id >> 32 = r.chat and not n.is_dropped)"
        " order by r.due, d.id, d.first",
        [chat, day.toordinal()],
    ).fetchall()
    found = [
        (get_directive(db, number, Span(first, last), chats=chats), milestone)
        for number, first, last, milestone in rows
    ]
    return tuple(
        Reminded(entry, milestone) for entry, milestone in found if entry and entry.state != "done"
    )


def _watching(db: Database, channels: Sequence[str]) -> list[tuple[int, str, str]]:
    """The chats that follow directives or have organs of their own."""
    places = ", ".join("?" * len(channels))
    rows = db.execute(
        "select number, channel, key from chat where number in"  # noqa: S608 (our words)
        " (select chat from task where followed is not null union select chat from organ)"
        f" and channel in ({places}) order by number",
        [*channels],
    ).fetchall()
    return [(number, channel, key) for number, channel, key in rows]


def _event_key(key: str, day: date) -> str:
    return f"nhac {key} {day.isoformat()}"


def _is_told(db: Database, channel: str, key: str, day: date) -> bool:
    row = db.execute(
        "select 1 from inbox where channel = ? and key = ?", [channel, _event_key(key, day)]
    ).fetchone()
    return row is not None


def _milestones(db: Database, chat: int, clock: Clock) -> list[tuple[_Due, int]]:
    """The directives and the milestone of each that has passed last and was not told yet."""
    hour = get_hour(db, chat).at
    if hour is None or clock.now.astimezone(clock.zone).time() < hour:
        return []  # what an outage has held up does not come at night either
    found = []
    for each in _watched(db, chat, clock.today):
        milestone, moment = _passed(each.due, hour, clock)
        is_told = db.execute(
            "select 1 from reminded where (chat, clause, due, milestone) = (?, ?, ?, ?)",
            [chat, each.clause, each.due.toordinal(), milestone],
        ).fetchone()
        if moment and moment >= each.since and not is_told:
            found.append((each, milestone))
    return found


def _passed(due: date, hour: time, clock: Clock) -> tuple[int, datetime | None]:
    """The milestone that has passed last, and when."""
    for milestone in reversed(_MILESTONES):
        day = due - timedelta(days=milestone)
        moment = datetime.combine(day, hour, tzinfo=clock.zone)
        if moment <= clock.now:
            return milestone, moment
    return _MILESTONES[0], None


def _watched(db: Database, chat: int, today: date) -> list[_Due]:
    """The open directives that are followed, or for an organ of the chat, and due about now."""
    organs = get_organs(db, (chat,))
    rows = db.execute(
        "select d.clause, d.due, coalesce(p.norm, ''), t.followed, g.made from directive d"
        " join digest g on g.id = d.id left join party p on p.id = d.addressee"
        " left join task t on t.chat = ?1 and t.clause = d.clause"
        " where d.id >> 32 = ?1 and d.due between ?2 and ?3 and not d.is_dropped"
        " and t.done is null order by d.due, d.id",
        [chat, today.toordinal() - _LATEST, today.toordinal() + _MILESTONES[0]],
    ).fetchall()
    found: dict[int, _Due] = {}
    for clause, due, addressee, followed, made in rows:
        since = [datetime.fromisoformat(followed)] if followed else []
        since += [
            max(organ.since, datetime.fromisoformat(made))
            for organ in organs
            if is_among(organ.norm, addressee)
        ]
        if since and clause not in found:
            found[clause] = _Due(clause, date.fromordinal(due), min(since))
    return list(found.values())
