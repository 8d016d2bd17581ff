"""Write which directives are wanted as SQL."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from msgspec import Struct
from sqlite_utils import Database

from storage.entries import Due, State, Wanted
from storage.sqlite.ids import chat_range
from storage.sqlite.parties import find_parties
from summarizer.organs import is_among

_SUNDAY = 6


class Filter(Struct, frozen=True):
    """A condition, and what stands in it."""

    sql: str
    values: tuple[str | int, ...] = ()


def make_filter(
    db: Database, wanted: Wanted, *, chats: Sequence[int], today: date, own: Sequence[str]
) -> Filter:
    """The condition of the rows `d` that are wanted, of each clause the newest."""
    parts = [
        *_states(wanted.state, chats),  # few are done or followed: they are looked up first
        in_chats("d", chats),
        Filter("not d.is_dropped"),
        *_dues(wanted.due, today, chats),
        *_parties(db, wanted),
        *([_own(db, own)] if wanted.is_own else ()),
        newest_of_clause(chats),
    ]
    return Filter(
        " and ".join(part.sql for part in parts),
        tuple(value for part in parts for value in part.values),
    )


def newest_of_clause(chats: Sequence[int]) -> Filter:
    """Of a demand that several articles tell, the row `d` of the newest."""
    others = in_chats("n", chats)
    return Filter(
        "not exists (select 1 from directive n where n.clause = d.clause"  # noqa: S608 (our words)
        f" and (n.id, n.first) > (d.id, d.first) and not n.is_dropped and {others.sql})",
        others.values,
    )


def in_chats(row: str, chats: Sequence[int]) -> Filter:
    """The rows of digests of these chats, as ranges of ids."""
    ranges = " or ".join(f"{row}.id between ? and ?" for _ in chats)
    return Filter(f"({ranges})", tuple(end for chat in chats for end in chat_range(chat)))


def sunday_of(day: date) -> date:
    """The last day of the week in which a day lies."""
    return day + timedelta(days=_SUNDAY - day.weekday())


def places(values: Sequence[object]) -> str:
    """A place in a query for each of the values."""
    return ", ".join("?" * len(values))


def _states(state: State | None, chats: Sequence[int]) -> Iterator[Filter]:
    said = f"select clause from task where chat in ({places(chats)})"  # noqa: S608 (our words)
    if state in {"done", "followed"}:
        yield Filter(f"d.clause in ({said} and {state} is not null)", tuple(chats))
    if state != "done":
        done = f"{said} and clause = d.clause and done is not null"
        yield Filter(f"not exists ({done})", tuple(chats))


def _dues(due: Due | None, today: date, chats: Sequence[int]) -> Iterator[Filter]:
    day = today.toordinal()
    match due:
        case "week":
            yield _due("between ? and ?", chats, day, sunday_of(today).toordinal())
        case "over":
            yield _due("< ?", chats, day)
        case "none":
            yield Filter("d.due is null")
        case "any":
            yield _due("is not null", chats)


def _due(condition: str, chats: Sequence[int], *days: int) -> Filter:
    """With the chat, so that the index of deadlines is of use."""
    return Filter(f"d.id >> 32 in ({places(chats)}) and d.due {condition}", (*chats, *days))


def _parties(db: Database, wanted: Wanted) -> Iterator[Filter]:
    for column, name in (("d.issuer", wanted.issuer), ("d.addressee", wanted.addressee)):
        if name:
            yield _is_one(column, _named(db, name))
    if wanted.party:
        named = _named(db, wanted.party)
        either = [_is_one(column, named) for column in ("d.issuer", "d.addressee")]
        yield Filter(f"({either[0].sql} or {either[1].sql})", either[0].values + either[1].values)


def _named(db: Database, name: str) -> list[int]:
    """The parties whose name has this one, whole words."""
    return [
        number
        for number, norm in find_parties(db, name)
        if f" {name} " in f" {norm.replace(' ,', '')} "
    ]


def _own(db: Database, own: Sequence[str]) -> Filter:
    """Those whose addressee is, or has among others, one of the own organs."""
    mine = {
        number for organ in own for number, norm in find_parties(db, organ) if is_among(organ, norm)
    }
    return _is_one("d.addressee", sorted(mine))


def _is_one(column: str, numbers: Sequence[int]) -> Filter:
    return Filter(f"{column} in (select value from json_each(?))", (json.dumps(numbers),))  # noqa: S608 (our names)
