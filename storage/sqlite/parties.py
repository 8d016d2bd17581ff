"""Keep who gives directives and who gets them: each name once, as long as any row tells it."""

from __future__ import annotations

from collections.abc import Iterable

from sqlite_utils import Database


def put_party(db: Database, norm: str) -> int | None:
    """The number of a party that one more row tells; None where it is nobody."""
    if not norm:
        return None
    row = db.execute(
        "insert into party (norm, seen) values (?, 1) on conflict do update set seen = seen + 1"
        " returning id",
        [norm],
    ).fetchone()
    return int(row[0])


def drop_parties(db: Database, numbers: Iterable[int | None]) -> None:
    """Let a row less tell each of these; what no row tells any more is forgotten."""
    for number in numbers:
        db.execute("update party set seen = seen - 1 where id = ?", [number])
        db.execute("delete from party where id = ? and seen <= 0", [number])


def find_parties(db: Database, words: str) -> list[tuple[int, str]]:
    """Number and name of the parties that have the longest of these words: few to look at."""
    rows = db.execute(
        "select id, norm from party where instr(norm, ?)", [max(words.split(), key=len, default="")]
    ).fetchall()
    return [(number, norm) for number, norm in rows]
