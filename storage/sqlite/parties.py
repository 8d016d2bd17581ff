"""Keep who gives directives and who gets them: each name once, as long as any place tells it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from sqlite_utils import Database


def put_parties(db: Database, norms: Iterable[str]) -> dict[str, int]:
    """The numbers of the parties that so many more places tell; nobody, "", has none."""
    found = {}
    for norm, count in Counter(filter(None, norms)).items():
        row = db.execute("select id from party where norm = ?", [norm]).fetchone()
        if row is None:  # not «on conflict do update»: that makes SQLite ready to undo each row
            put = db.execute("insert into party (norm, seen) values (?, ?)", [norm, count])
            row = (put.lastrowid,)
        else:
            db.execute("update party set seen = seen + ? where id = ?", [count, row[0]])
        found[norm] = int(row[0])
    return found


def drop_parties(db: Database, numbers: Iterable[int | None]) -> None:
    """Let a place less tell each of these; what no place tells any more is forgotten."""
    for number, count in Counter(numbers).items():
        db.execute("update party set seen = seen - ? where id = ?", [count, number])
        db.execute("delete from party where id = ? and seen <= 0", [number])


def find_parties(db: Database, words: str) -> list[tuple[int, str]]:
    """Number and name of the parties that have the longest of these words: few to look at."""
    rows = db.execute(
        "select id, norm from party where instr(norm, ?)", [max(words.split(), key=len, default="")]
    ).fetchall()
    return [(number, norm) for number, norm in rows]
