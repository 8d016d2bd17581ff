"""Write which directives are wanted as SQL."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from msgspec import Struct
from sqlite_utils import Database

from storage.entries import Due, State, Wanted
from storage.sqlite.ids import chat_range
from summarizer.organs import is_among

_SUNDAY = 6
# what has not the longest word of the name need not be looked at closely
_NAMED = "instr(d.{party}, ?) and ' ' || replace(d.{party}, ' ,', '') || ' ' like ?"


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
        *_parties(wanted),
        *(_own(db, chats, own) if wanted.is_own else ()),
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
            sunday = today + timedelta(days=_SUNDAY - today.weekday())
            yield _due("between ? and ?", chats, day, sunday.toordinal())
        case "over":
            yield _due("< ?", chats, day)
        case "none":
            yield Filter("d.due is null")
        case "any":
            yield _due("is not null", chats)


def _due(condition: str, chats: Sequence[int], *days: int) -> Filter:
    """With the chat, so that the index of deadlines is of use."""
    return Filter(f"d.id >> 32 in ({places(chats)}) and d.due {condition}", (*chats, *days))


def _parties(wanted: Wanted) -> Iterator[Filter]:
    for party, name in (("issuer", wanted.issuer), ("addressee", wanted.addressee)):
        if name:
            yield Filter(_NAMED.format(party=party), _sought(name))
    if wanted.party:
        either = (f"({_NAMED.format(party=party)})" for party in ("issuer", "addressee"))
        yield Filter(f"({' or '.join(either)})", _sought(wanted.party) * 2)


def _sought(name: str) -> tuple[str, str]:
    return max(name.split(), key=len), f"% {name} %"


def _own(db: Database, chats: Sequence[int], own: Sequence[str]) -> Iterator[Filter]:
    """Those whose addressee is, or has among others, one of the own organs."""
    there = in_chats("d", chats)
    rows = db.execute(
        f"select distinct addressee from directive d where {there.sql}",  # noqa: S608 (our words)
        [*there.values],
    ).fetchall()
    mine = tuple(norm for (norm,) in rows if any(is_among(organ, norm) for organ in own))
    yield Filter(f"d.addressee in ({places(mine)})", mine)
