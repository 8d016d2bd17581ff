"""Tell how much is kept, what waits, and when something happened last."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime

from sqlite_utils import Database

from storage.model import MomentKind, State


def get_state(db: Database, *, channels: Collection[str]) -> State:
    """How much is kept, and what of these channels waits."""
    marks = ", ".join("?" * len(channels))
    is_open = f"finished is null and channel in ({marks})"
    waiting = db.execute(
        f"select count(*), min(received) from inbox where {is_open}",  # noqa: S608 (our words)
        [*channels],
    ).fetchone()
    unsent = db.execute(
        f"select count(*), min(received) from outbox join inbox on inbox.id = event where {is_open}"  # noqa: S608
        " and body is not null and sent is null",
        [*channels],
    ).fetchone()
    (digests,) = db.execute("select count(*) from digest").fetchone()
    (size,) = db.execute(
        "select page_count * page_size from pragma_page_count, pragma_page_size"
    ).fetchone()
    return State(digests, size, waiting[0], _moment(waiting[1]), unsent[0], _moment(unsent[1]))


def put_moment(db: Database, kind: MomentKind, now: datetime) -> None:
    """Note that something of this kind has happened."""
    with db.atomic():
        db.execute(
            "insert into meta (key, value) values (?, ?)"
            " on conflict do update set value = excluded.value",
            [kind, int(now.timestamp())],
        )


def get_moment(db: Database, kind: MomentKind) -> datetime | None:
    """When something of this kind happened last."""
    row = db.execute("select value from meta where key = ?", [kind]).fetchone()
    return datetime.fromtimestamp(row[0], UTC) if row else None


def _moment(written: str | None) -> datetime | None:
    return datetime.fromisoformat(written) if written else None
