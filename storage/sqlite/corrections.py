"""Keep what readers say is wrong in a digest."""

from __future__ import annotations

from datetime import datetime

from sqlite_utils import Database

from storage.model import Correction, Fact
from summarizer.model import Span


def put_correction(db: Database, number: int, correction: Correction) -> None:
    """Keep a correction; a later one of the same line and kind takes its place."""
    fact = correction.fact
    db.table("correction").upsert(
        {
            "id": number,
            "kind": correction.kind,
            "fact": fact.kind,
            "first": fact.span.start,
            "last": fact.span.end,
            "value": correction.value,
            "sender": correction.sender,
            "made": correction.made.isoformat(),
        },
        pk=("id", "fact", "first", "last", "kind"),
    )


def drop_corrections(db: Database, number: int, fact: Fact | None = None) -> None:
    """Take back what was said of one line, or of the whole digest."""
    with db.atomic():
        if fact is None:
            db.execute("delete from correction where id = ?", [number])
            return
        db.execute(
            "delete from correction where id = ? and fact = ? and first = ? and last = ?",
            [number, fact.kind, fact.span.start, fact.span.end],
        )


def get_corrections(db: Database, number: int) -> tuple[Correction, ...]:
    """The corrections of a digest, oldest first."""
    rows = db.execute(
        "select fact, first, last, kind, value, sender, made from correction"
        " where id = ? order by made, first",
        [number],
    ).fetchall()
    return tuple(
        Correction(Fact(fact, Span(first, last)), kind, value, sender, datetime.fromisoformat(made))
        for fact, first, last, kind, value, sender, made in rows
    )


def corrected_ids(db: Database) -> tuple[int, ...]:
    """The ids of the digests that readers have corrected."""
    rows = db.execute("select distinct id from correction order by id").fetchall()
    return tuple(number for (number,) in rows)
