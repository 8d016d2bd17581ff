"""Keep who may come in, and who has asked to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from msgspec.structs import replace
from sqlite_utils import Database

from storage.model import Allowed, Limit, Member, Use

_ASK_AGAIN = timedelta(days=1)
_HOUR = timedelta(hours=1)
_ASKS_AN_HOUR = 6  # more strangers than that are not put before the admins


def get_members(db: Database, channel: str) -> tuple[Member, ...]:
    """Everybody who was let in, oldest first."""
    rows = db.execute(
        "select key, added_by, added from member where channel = ? order by added, key", [channel]
    ).fetchall()
    return tuple(Member(key, by, datetime.fromisoformat(added)) for key, by, added in rows)


def add_member(db: Database, channel: str, key: str, *, by: str, now: datetime) -> bool:
    """Let a person or a group in; False where they are in already."""
    with db.atomic():
        db.execute("delete from stranger where channel = ? and key = ?", [channel, key])
        row = db.execute(
            "insert into member (channel, key, added_by, added) values (?, ?, ?, ?)"
            " on conflict do nothing returning key",
            [channel, key, by, now.isoformat()],
        ).fetchone()
    return row is not None


def remove_member(db: Database, channel: str, key: str) -> bool:
    """Let somebody in no longer; False where they were not."""
    with db.atomic():
        row = db.execute(
            "delete from member where channel = ? and key = ? returning key", [channel, key]
        ).fetchone()
    return row is not None


def note_ask(db: Database, channel: str, key: str, *, now: datetime) -> bool:
    """Note that a stranger knocks; whether an answer is due.

    One a stranger and day, none to the refused, few an hour in all.
    """
    with db.atomic():
        known = db.execute(
            "select asked, is_refused from stranger where channel = ? and key = ?", [channel, key]
        ).fetchone()
        if known and (known[1] or now - datetime.fromisoformat(known[0]) < _ASK_AGAIN):
            return False
        (lately,) = db.execute(
            "select count(*) from stranger where channel = ? and asked > ?",
            [channel, (now - _HOUR).isoformat()],
        ).fetchone()
        if lately >= _ASKS_AN_HOUR:
            return False
        db.execute(
            "insert into stranger (channel, key, asked) values (?, ?, ?)"
            " on conflict do update set asked = excluded.asked",
            [channel, key, now.isoformat()],
        )
    return True


def refuse(db: Database, channel: str, key: str, *, now: datetime) -> None:
    """Answer a stranger no more."""
    with db.atomic():
        db.execute(
            "insert into stranger (channel, key, asked, is_refused) values (?, ?, ?, 1)"
            " on conflict do update set is_refused = 1",
            [channel, key, now.isoformat()],
        )


def note_uses(db: Database, use: Use, *, limits: Sequence[Limit], now: datetime) -> Allowed:
    """Note as many articles as may be had; what is older than two days is forgotten.

    Of a message that is tried again, what it was allowed before is counted already.
    """
    with db.atomic():
        noted = _count_noted(db, use) if use.is_again else 0
        allowed = Allowed(use.count - noted)
        db.execute("delete from use where at < ?", [(now - timedelta(days=2)).isoformat()])
        for limit in limits:
            (had,) = db.execute(
                "select count(*) from use where channel = ? and sender = ? and at > ?",
                [use.channel, use.sender, (now - limit.time).isoformat()],
            ).fetchone()
            if limit.most - had < allowed.count:
                allowed = Allowed(max(limit.most - had, 0), limit)
        db.conn.executemany(
            "insert into use (channel, sender, at, message) values (?, ?, ?, ?)",
            [(use.channel, use.sender, now.isoformat(), use.message)] * allowed.count,
        )
    return replace(allowed, count=noted + allowed.count)


def _count_noted(db: Database, use: Use) -> int:
    (count,) = db.execute(
        "select count(*) from use where channel = ? and sender = ? and message = ?",
        [use.channel, use.sender, use.message],
    ).fetchone()
    return min(int(count), use.count)
