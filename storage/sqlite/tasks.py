"""Keep what is said of directives, and which organs are a chat's own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct
from sqlite_utils import Database

from storage.entries import Organ, Said, State
from storage.sqlite.directive_filter import places
from summarizer.organs import organ_norm


class Task(Struct, frozen=True):
    """How a directive stands, who has said so and when."""

    state: State = "open"
    by: str | None = None
    at: datetime | None = None


_COLUMNS: dict[Said, tuple[str, str]] = {
    "followed": ("followed", "follower"),
    "not followed": ("followed", "follower"),
    "done": ("done", "doer"),
    "not done": ("done", "doer"),
}


def say(db: Database, task: tuple[int, int], said: Said, *, sender: str, now: datetime) -> None:
    """Keep what somebody says of a directive (chat, clause), or take it back.

    Whoever says it again changes nothing: it stays as it was said first.
    """
    at, by = _COLUMNS[said]
    with db.atomic():
        if said in {"not followed", "not done"}:
            db.execute(
                f"update task set {at} = null, {by} = null where (chat, clause) = (?, ?)",  # noqa: S608 (our names)
                [*task],
            )
            db.execute(
                "delete from task where (chat, clause) = (?, ?)"
                " and followed is null and done is null",
                [*task],
            )
            return
        db.execute(
            f"insert into task (chat, clause, {at}, {by}) values (?, ?, ?, ?) on conflict do update"  # noqa: S608 (our names)
            f" set {by} = coalesce({by}, excluded.{by}), {at} = coalesce({at}, excluded.{at})",
            [*task, now.isoformat(), sender],
        )


def get_task(db: Database, chats: Sequence[int], clause: int) -> Task:
    """How a directive stands, by whoever of these chats has said so first."""
    rows = db.execute(
        "select followed, follower, done, doer from task"  # noqa: S608 (our words)
        f" where clause = ? and chat in ({places(chats)})",
        [clause, *chats],
    ).fetchall()
    done = min(((at, by) for _, _, at, by in rows if at), default=None)
    followed = min(((at, by) for at, by, _, _ in rows if at), default=None)
    if said := done or followed:
        return Task("done" if done else "followed", said[1], datetime.fromisoformat(said[0]))
    return Task()


def get_organs(db: Database, chats: Sequence[int]) -> tuple[Organ, ...]:
    """The own organs of these chats, by name."""
    rows = db.execute(
        f"select name, norm, min(since) from organ where chat in ({places(chats)})"  # noqa: S608 (our words)
        " group by norm order by name",
        [*chats],
    ).fetchall()
    return tuple(Organ(name, norm, datetime.fromisoformat(since)) for name, norm, since in rows)


def get_norms(db: Database, chats: Sequence[int]) -> tuple[str, ...]:
    """The normal forms of the own organs of these chats."""
    return tuple(organ.norm for organ in get_organs(db, chats))


def add_organ(db: Database, chat: int, name: str, *, now: datetime) -> bool:
    """Call an organ the chat's own; False where it is already, however it was written."""
    with db.atomic():
        row = db.execute(
            "insert into organ (chat, norm, name, since) values (?, ?, ?, ?)"
            " on conflict do nothing returning norm",
            [chat, organ_norm(name), name, now.isoformat()],
        ).fetchone()
    return row is not None


def remove_organ(db: Database, chats: Sequence[int], name: str) -> bool:
    """Call an organ the chat's own no longer; False where it was not."""
    with db.atomic():
        rows = db.execute(
            f"delete from organ where norm = ? and chat in ({places(chats)}) returning norm",  # noqa: S608 (our words)
            [organ_norm(name), *chats],
        ).fetchall()
    return bool(rows)
