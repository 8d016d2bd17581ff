"""Write which directives are wanted as SQL."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from msgspec import Struct
from sqlite_utils import Database

from storage.entries import Due, State, Wanted
from summarizer.organs import is_among

_SUNDAY = 6
_NAMED = "' ' || replace(d.{party}, ' ,', '') || ' ' like ?"
_STATES: dict[State | None, str] = {
    None: "t.done is null",
    "open": "t.done is null",
    "done": "t.done is not null",
    "followed": "t.followed is not null and t.done is null",
}


class Filter(Struct, frozen=True):
    """A condition, or a whole query, and what stands in it."""

    sql: str
    values: tuple[str | int, ...] = ()


def make_filter(
    db: Database, wanted: Wanted, *, chats: Sequence[int], today: date, own: Sequence[str]
) -> Filter:
    """The query for the rows that are wanted, of each clause the newest."""
    parts = [
        Filter(f"d.id >> 32 in ({places(chats)})", tuple(chats)),
        Filter("not d.is_dropped"),
        *_parties(wanted),
        *_dues(wanted.due, today),
        Filter(_STATES[wanted.state]),
        *(_own(db, chats, own) if wanted.is_own else ()),
        Filter(
            "not exists (select 1 from directive n where n.clause = d.clause and not n.is_dropped"  # noqa: S608 (our words)
            f" and n.id >> 32 in ({places(chats)}) and (n.id, n.first) > (d.id, d.first))",
            tuple(chats),
        ),
    ]
    return Filter(
        f"{select(chats)} where {' and '.join(part.sql for part in parts)}",
        (*chats, *(value for part in parts for value in part.values)),
    )


def select(chats: Sequence[int]) -> str:
    """Directives with what anybody in these chats has said of them."""
    return (
        "select d.id, d.first, d.last, d.due, d.clause, t.followed, t.follower, t.done, t.doer"  # noqa: S608 (our words)
        " from directive d left join (select clause, max(followed) followed, follower,"
        f" max(done) done, doer from task where chat in ({places(chats)}) group by clause) t"
        " on t.clause = d.clause"
    )


def places(values: Sequence[object]) -> str:
    """A place in a query for each of the values."""
    return ", ".join("?" * len(values))


def _parties(wanted: Wanted) -> Iterator[Filter]:
    if wanted.issuer:
        yield Filter(_NAMED.format(party="issuer"), (f"% {wanted.issuer} %",))
    if wanted.addressee:
        yield Filter(_NAMED.format(party="addressee"), (f"% {wanted.addressee} %",))
    if wanted.party:
        either = (_NAMED.format(party=party) for party in ("issuer", "addressee"))
        yield Filter(f"({' or '.join(either)})", (f"% {wanted.party} %",) * 2)


def _dues(due: Due | None, today: date) -> Iterator[Filter]:
    day = today.toordinal()
    match due:
        case "week":
            sunday = today + timedelta(days=_SUNDAY - today.weekday())
            yield Filter("d.due between ? and ?", (day, sunday.toordinal()))
        case "over":
            yield Filter("d.due < ?", (day,))
        case "none":
            yield Filter("d.due is null")
        case "any":
            yield Filter("d.due is not null")


def _own(db: Database, chats: Sequence[int], own: Sequence[str]) -> Iterator[Filter]:
    """Those whose addressee is, or has among others, one of the own organs."""
    rows = db.execute(
        f"select distinct addressee from directive where id >> 32 in ({places(chats)})",  # noqa: S608 (our words)
        [*chats],
    ).fetchall()
    mine = tuple(norm for (norm,) in rows if any(is_among(organ, norm) for organ in own))
    yield Filter(f"d.addressee in ({places(mine)})", mine)
