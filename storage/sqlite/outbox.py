"""Write down what is to be said before it is sent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlite_utils import Database

from storage.model import Body, Part


def get_parts(db: Database, event: int) -> tuple[Part, ...]:
    """The parts of the answer to an event, in order; the first may have no body yet."""
    rows = db.execute(
        "select event, part, coalesce(outbox.chat, inbox.chat), body, handle, sent is not null,"
        " is_file, outbox.tries, heading from outbox join inbox on inbox.id = event"
        " where event = ? order by part",
        [event],
    ).fetchall()
    return tuple(
        Part(
            number,
            part,
            chat,
            body,
            handle,
            is_sent=bool(sent),
            is_file=bool(is_file),
            is_begun=tries > 0,
            heading=heading,
        )
        for number, part, chat, body, handle, sent, is_file, tries, heading in rows
    )


def put_bodies(db: Database, event: int, bodies: Sequence[Body]) -> tuple[Part, ...]:
    """Write down the whole answer to an event, unless one is there; its parts."""
    with db.atomic():
        for part, body in enumerate(bodies):
            db.execute(
                "insert into outbox (event, part, chat, body, handle, is_file, heading)"
                " values (?, ?, ?, ?, ?, ?, ?)"
                " on conflict do update set body = excluded.body, chat = excluded.chat,"
                " heading = excluded.heading"
                " where body is null",
                [
                    *(event, part, body.chat, body.content, body.handle),
                    *(body.is_file, body.heading),
                ],
            )
    return get_parts(db, event)


def put_begun(db: Database, event: int, part: int) -> None:
    """Write down that what cannot be sent twice is about to be sent."""
    with db.atomic():
        db.execute(
            "update outbox set tries = tries + 1 where event = ? and part = ?", [event, part]
        )


def put_handle(db: Database, event: int, part: int, handle: str) -> None:
    """Write down which message in the chat stands for a part."""
    with db.atomic():
        db.execute(
            "insert into outbox (event, part, handle) values (?, ?, ?)"
            " on conflict do update set handle = excluded.handle",
            [event, part, handle],
        )


def put_sent(db: Database, event: int, part: int, *, now: datetime) -> None:
    """Write down that a part stands in the chat as it should."""
    with db.atomic():
        db.execute(
            "update outbox set sent = ? where event = ? and part = ?",
            [now.isoformat(), event, part],
        )
